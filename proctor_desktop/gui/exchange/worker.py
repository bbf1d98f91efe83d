"""The exchange with the centre, in a thread of its own for as long as the window is open."""

import logging
import threading

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.sync.synchronizer import Synchronizer, SyncStatus

logger = logging.getLogger(__name__)


class ExchangeWorker(QObject):
    """Signals: ``changed`` carries the `SyncStatus` after each exchange; ``finished`` is last."""

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
            self._synchronizer.watch(self._stop, self._tell)
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
        changed: the `SyncStatus` after each exchange.
        failed: the exception that ended it.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, synchronizer: Synchronizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._synchronizer = synchronizer
        self._thread: QThread | None = None
        self._worker: ExchangeWorker | None = None

    def start(self) -> None:
        """Begin to exchange, if there is a server."""
        if self._thread is not None or not self._synchronizer.is_configured:
            return
        self._worker = ExchangeWorker(self._synchronizer)
        self._thread = QThread(self)
        self._thread.setObjectName("exchange")
        self._worker.moveToThread(self._thread)
        self._worker.changed.connect(self.changed)
        self._worker.failed.connect(self.failed)
        self._worker.finished.connect(self._thread.quit)
        self._thread.started.connect(self._worker.run)
        self._thread.start()

    @Slot()
    def wake(self) -> None:
        """Exchange at once, because something was saved."""
        self._synchronizer.wake()

    def close(self) -> None:
        """End the thread."""
        if self._thread is None or self._worker is None:
            return
        self._worker.stop()
        self._thread.quit()
        self._thread.wait()
        self._thread = None
