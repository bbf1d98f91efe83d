"""The thread of one entry; it translates what happens there into Qt signals."""

import logging
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.gui.analysis.work import Told, Work
from proctor_desktop.gui.kit.memory import give_back
from proctor_desktop.pipeline import Update
from proctor_desktop.services.analyses import Finished

logger = logging.getLogger(__name__)

BATCH_SECONDS = 0.066
PROGRESS_SECONDS = 0.25

Keep = Callable[[Finished], object]


class Worker(QObject):
    """Does the work of one entry and keeps its report; `finished` always comes last.

    Signals carry the number of the entry first:
        opened: seconds of the recording, 0 where it does not say.
        warned: an exception that did not end the work.
        produced: list of `Update` since the last time, about fifteen times a second; of a live
            source each at once.
        measured: a `Part`, where several processes share the recording.
        progressed: analysed share.
        changed: `LiveState` of a capture.
        succeeded: the kept `Finished`.
        unsaved: a `Finished` that could not be kept, and the exception.
        failed: the exception.
        finished: nothing else.
    """

    opened = Signal(int, float)
    warned = Signal(int, object)
    produced = Signal(int, object)
    measured = Signal(int, object)
    progressed = Signal(int, float)
    changed = Signal(int, object)
    succeeded = Signal(int, object)
    unsaved = Signal(int, object, object)
    failed = Signal(int, object)
    finished = Signal(int)

    def __init__(self, entry_id: int, work: Work, keep: Keep, *, is_live: bool) -> None:
        super().__init__()
        self.entry_id = entry_id
        self._work = work
        self._keep = keep
        self._stop = threading.Event()
        self._batch_seconds = 0.0 if is_live else BATCH_SECONDS
        self._batch: list[Update] = []
        self._sent = self._told = 0.0

    @Slot()
    def run(self) -> None:
        """Work, keep, tell; every way out ends in `finished`."""
        try:
            self._finish(self._work.run(self._listeners(), self._stop))
        except AnalysisCancelled as error:
            self.failed.emit(self.entry_id, error)
        except Exception as error:
            logger.exception("work on entry %d ended", self.entry_id)
            self.failed.emit(self.entry_id, error)
        finally:
            self._batch = []
            give_back()
            self.finished.emit(self.entry_id)

    def stop(self) -> None:
        """Stop after the current picture. Call it directly, from any thread.

        A queued slot would wait for `run` to return, which is too late.
        """
        self._stop.set()

    def _finish(self, done: Finished) -> None:
        self._send()
        try:
            self._keep(done)
        except Exception as error:
            logger.exception("report of entry %d was not kept", self.entry_id)
            self.unsaved.emit(self.entry_id, done, error)
        else:
            self.succeeded.emit(self.entry_id, done)

    def _listeners(self) -> Told:
        number = self.entry_id
        return Told(
            opened=lambda seconds: self.opened.emit(number, seconds),
            updated=self._watch,
            measured=lambda part: self.measured.emit(number, part),
            progressed=self._progress,
            changed=lambda state: self.changed.emit(number, state),
            warned=lambda error: self.warned.emit(number, error),
        )

    def _watch(self, update: Update) -> None:
        self._batch.append(update)
        if time.monotonic() - self._sent >= self._batch_seconds:
            self._send()

    def _send(self) -> None:
        if self._batch:
            self.produced.emit(self.entry_id, self._batch)
            self._batch = []
        self._sent = time.monotonic()

    def _progress(self, share: float) -> None:
        if time.monotonic() - self._told >= PROGRESS_SECONDS or share >= 1.0:
            self._told = time.monotonic()
            self.progressed.emit(self.entry_id, share)


def started_thread(worker: Worker, parent: QObject) -> QThread:
    """A running thread around ``worker``, which ends by itself after `finished`."""
    thread = QThread(parent)
    thread.setObjectName("analysis")
    worker.moveToThread(thread)
    thread.started.connect(worker.run)
    worker.finished.connect(thread.quit)
    thread.start()
    return thread
