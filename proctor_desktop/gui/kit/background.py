"""Short work off the window's thread: database calls in order, and re-scoring."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

logger = logging.getLogger(__name__)


class Background(QObject):
    """One thread that runs calls in the order they were asked for.

    Results come back to the thread that this object lives in, and never before `run` has returned:
    whoever asks says first what it waits for.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)
    _answered = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._waiting = 0
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call ``work`` in the other thread, then ``done(result)`` in this one.

        Where ``work`` raises, ``failed(error)`` is called, or the signal `failed` sent.
        """
        if self._closed:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        future = self._executor.submit(work)
        future.add_done_callback(partial(self._report, (done, failed)))

    def _report(self, receivers: object, future: "Future[Any]") -> None:
        """Runs in the other thread."""
        if future.cancelled() or self._closed:
            return
        error = future.exception()
        self._answered.emit(receivers, None if error else future.result(), error)

    @Slot(object, object, object)
    def _deliver(self, receivers: Any, result: object, error: BaseException | None) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if self._closed:
            return
        done, failed = receivers
        if error is None:
            done(result)
            return
        logger.error("background work ended", exc_info=error)
        if failed is not None:
            failed(error)
        else:
            self.failed.emit(error)

    def close(self) -> None:
        """Wait for what runs, forget what waits."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)
