"""Analyses the recordings of a queue one after another, each in a thread of its own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.gui.analysis.queue import QueueEntry, QueueModel, QueueState
from proctor_desktop.gui.analysis.worker import AnalysisWorker, started_thread
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.services.analyses import Finished

Prepare = Callable[[QueueEntry], AnalysisWorker]


class QueueRunner(QObject):
    """Takes the next waiting entry whenever nothing runs.

    Signals:
        begun: the entry that starts.
        opened: seconds of the recording that was opened, 0 where it does not say.
        warned: an exception that did not end the analysis.
        produced: updates of the running analysis.
        measured: a `Part` of it, where several processes share the recording.
        succeeded: entry number and `Finished`.
        failed: entry number and exception.
        emptied: nothing waits and nothing runs.
    """

    begun = Signal(object)
    opened = Signal(float)
    warned = Signal(object)
    produced = Signal(object)
    measured = Signal(object)
    succeeded = Signal(int, object)
    failed = Signal(int, object)
    emptied = Signal()

    def __init__(self, queue: QueueModel, prepare: Prepare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._prepare = prepare
        self._worker: AnalysisWorker | None = None
        self._thread: QThread | None = None
        self._entry_id = 0
        self._stopping = False

    @property
    def is_running(self) -> bool:
        """Whether a recording is analysed now."""
        return self._thread is not None

    @property
    def entry_id(self) -> int:
        """Number of the entry that runs or ran last."""
        return self._entry_id

    def start(self) -> None:
        """Go on with the next waiting entry, if nothing runs."""
        if self._thread is not None or self._stopping:
            return
        entry = self._queue.next_waiting()
        if entry is None:
            self.emptied.emit()
            return
        self._entry_id = entry.id
        try:
            worker = self._prepare(entry)
        except Exception as error:  # noqa: BLE001 - shown to the person with the entry it belongs to
            self._fail(error)
            self.start()
            return
        self._queue.change(entry.id, state=QueueState.RUNNING)
        self._worker = worker
        worker.opened.connect(self.opened)
        worker.warned.connect(self.warned)
        worker.produced.connect(self._produced)
        worker.measured.connect(self._measured)
        worker.progressed.connect(self._progressed)
        worker.succeeded.connect(self._succeeded)
        worker.failed.connect(self._fail)
        self.begun.emit(entry)
        self._thread = started_thread(worker, self)
        self._thread.finished.connect(self._ended)

    def cancel(self) -> None:
        """Stop the running analysis after its current frame."""
        if self._worker is not None:
            self._worker.cancel()

    def close(self) -> None:
        """Stop everything and wait for the thread."""
        self._stopping = True
        self.cancel()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()

    @Slot(object)
    def _produced(self, updates: object) -> None:
        if not self._stopping:
            self.produced.emit(updates)

    @Slot(object)
    def _measured(self, part: object) -> None:
        if not self._stopping:
            self.measured.emit(part)

    @Slot(float)
    def _progressed(self, share: float) -> None:
        self._queue.change(self._entry_id, share=share)

    @Slot(object)
    def _succeeded(self, finished: Finished) -> None:
        self._queue.change(
            self._entry_id,
            state=QueueState.DONE,
            share=1.0,
            report_id=finished.report.report_id,
        )
        self.succeeded.emit(self._entry_id, finished)

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        cancelled = isinstance(error, AnalysisCancelled)
        if cancelled and self._stopping:
            return
        state = QueueState.CANCELLED if cancelled else QueueState.FAILED
        self._queue.change(self._entry_id, state=state, problem=said(str(error)))
        self.failed.emit(self._entry_id, error)

    @Slot()
    def _ended(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = None
        self._worker = None
        self.start()
