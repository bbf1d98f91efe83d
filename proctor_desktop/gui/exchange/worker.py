"""The exchange with the centre, in a thread of its own for as long as the window is open."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.sync.synchronizer import Synchronizer, SyncStatus

logger = logging.getLogger(__name__)


class ExchangeWorker(QObject):
    """Signals: ``changed`` carries the `SyncStatus` after each exchange; ``finished`` is last.

    ``tried`` comes before each.
    """

    tried = Signal()
    changed = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, synchronizer: Synchronizer) -> None:
        super().__init__()
        self._synchronizer = synchronizer
        self._stop = threading.Event()

    @Slot()
    def run(self) -> None:
        """Exchange again and again until `stop`."""
        try:
            self._synchronizer.watch(self._stop, self._tell, self.tried.emit)
        except Exception as error:
            logger.exception("the exchange ended")
            self.failed.emit(error)
        finally:
            self.finished.emit()

    def _tell(self, status: SyncStatus) -> None:
        self.changed.emit(status)

    def stop(self) -> None:
        """End now, even where a server owes an answer; call it directly, from any thread."""
        self._stop.set()
        self._synchronizer.interrupt()


class Exchange(QObject):
    """Runs the worker; nothing runs where no server is named.

    Signals:
        tried: an exchange begins.
        changed: the `SyncStatus` after each exchange.
        moved: another server is in use.
        failed: the exception that ended it.
    """

    tried = Signal()
    changed = Signal(object)
    moved = Signal()
    failed = Signal(object)

    def __init__(self, synchronizer: Synchronizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._synchronizer = synchronizer
        self._thread: QThread | None = None
        self._worker: ExchangeWorker | None = None
        self._move: Callable[[], None] | None = None

    def start(self) -> None:
        """Begin to exchange, if there is a server."""
        if self._thread is not None or not self._synchronizer.is_configured:
            return
        self._worker = ExchangeWorker(self._synchronizer)
        self._thread = QThread(self)
        self._thread.setObjectName("exchange")
        self._worker.moveToThread(self._thread)
        self._worker.tried.connect(self.tried)
        self._worker.changed.connect(self.changed)
        self._worker.failed.connect(self.failed)
        self._worker.finished.connect(self._thread.quit)
        self._thread.started.connect(self._worker.run)
        self._thread.finished.connect(self._ended)
        self._thread.start()

    def move(self, use_other: Callable[[], None]) -> None:
        """End what runs, call ``use_other``, which names another server, and begin again."""
        self._move = use_other
        if self._worker is None:
            self._ended()
        else:
            self._worker.stop()

    @Slot()
    def _ended(self) -> None:
        """The thread is over, because the program ends or because another server is to be used."""
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = self._worker = None
        move, self._move = self._move, None
        if move is not None:
            move()
            self.moved.emit()
            self.start()

    @Slot()
    def wake(self) -> None:
        """Exchange at once, because something was saved."""
        self._synchronizer.wake()

    def close(self) -> None:
        """End the thread."""
        self._move = None
        thread, worker = self._thread, self._worker
        if thread is None or worker is None:
            return
        worker.stop()
        thread.quit()
        thread.wait()
        self._thread = self._worker = None
