"""The thread in which a recording is analysed; it translates the pipeline into Qt signals."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.gui.analysis.live import LiveEngine
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Outcome, Update, analyze
from proctor_desktop.services.analyses import AnalysisService, Finished, Progress, Request

logger = logging.getLogger(__name__)

BATCH_SECONDS = 0.066
PROGRESS_SECONDS = 0.25

Keep = Callable[[Finished], None]


class WatchedEngine:
    """An engine in this process that shows every update while it works."""

    def __init__(self, watch: Callable[[Update], None], opened: Callable[[float], None]) -> None:
        """``opened`` is told the declared seconds of the recording, 0 where there are none."""
        self._watch = watch
        self._opened = opened

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Progress,
        cancelled: threading.Event,
    ) -> Outcome:
        """The outcome of one recording; ``watch`` was called for each update on the way.

        Raises:
            SourceError: the file cannot be used.
            AnalysisCancelled: a person stopped it.
        """
        with VideoFile(path, options.sampling, options.limits) as source:
            declared = source.facts.declared_sec
            self._opened(declared or 0.0)
            for update in analyze(source, options):
                if cancelled.is_set():
                    raise AnalysisCancelled("The analysis was stopped.")
                if update.outcome is not None:
                    return update.outcome
                self._watch(update)
                if declared:
                    progress(min(1.0, update.sample.time / (declared * 1e6)))
        raise AssertionError("the pipeline ends with an outcome or an error")


class AnalysisWorker(QObject):
    """Analyses one recording and keeps its report; `finished` always comes last.

    Signals:
        opened: seconds of the recording, 0 where it does not say.
        warned: an exception that did not end the analysis.
        produced: list of `Update` since the last time, about fifteen times a second; of a live
            source each at once.
        measured: a `Part`, where several processes share the recording.
        progressed: analysed share.
        succeeded: the kept `Finished`.
        failed: the exception.
    """

    opened = Signal(float)
    warned = Signal(object)
    produced = Signal(object)
    measured = Signal(object)
    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        analyses: AnalysisService,
        keep: Keep,
        request: Request,
        *,
        is_watched: bool,
        live_address: str = "",
    ) -> None:
        """With ``live_address`` the request's path is the file that the capture is written to."""
        super().__init__()
        if live_address:
            analyses = analyses.with_engine(LiveEngine(live_address, self._watch, self.warned.emit))
        elif is_watched:
            engine = WatchedEngine(self._watch, self.opened.emit)
            analyses = analyses.with_engine(engine)
        else:
            analyses = analyses.watched(self.measured.emit)
        self._analyses = analyses
        self._keep = keep
        self._request = request
        self._cancelled = threading.Event()
        self._batch_seconds = 0.0 if live_address else BATCH_SECONDS
        self._batch: list[Update] = []
        self._sent = self._told = 0.0

    @Slot()
    def run(self) -> None:
        """Analyse, keep, tell; every way out ends in `finished`."""
        try:
            self.succeeded.emit(self._finish())
        except AnalysisCancelled as error:
            self.failed.emit(error)
        except Exception as error:
            logger.exception("analysis of %s ended", self._request.path.name)
            self.failed.emit(error)
        finally:
            self.finished.emit()

    def cancel(self) -> None:
        """Stop after the current frame. Call it directly, from any thread.

        A queued slot would wait for `run` to return, which is too late.
        """
        self._cancelled.set()

    def _finish(self) -> Finished:
        try:
            finished = self._analyses.analyze(
                self._request, progress=self._progress, cancelled=self._cancelled
            )
        finally:
            self._send()
        self._keep(finished)
        return finished

    def _watch(self, update: Update) -> None:
        self._batch.append(update)
        if time.monotonic() - self._sent >= self._batch_seconds:
            self._send()

    def _send(self) -> None:
        if self._batch:
            self.produced.emit(self._batch)
            self._batch = []
        self._sent = time.monotonic()

    def _progress(self, share: float) -> None:
        if time.monotonic() - self._told >= PROGRESS_SECONDS or share >= 1.0:
            self._told = time.monotonic()
            self.progressed.emit(share)


def started_thread(worker: AnalysisWorker, parent: QObject) -> QThread:
    """A running thread around ``worker``, which ends by itself after `finished`."""
    thread = QThread(parent)
    thread.setObjectName("analysis")
    worker.moveToThread(thread)
    thread.started.connect(worker.run)
    worker.finished.connect(thread.quit)
    thread.start()
    return thread
