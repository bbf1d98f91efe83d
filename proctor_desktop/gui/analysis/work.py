"""What is done in the thread of one entry: a file analysed, a live source captured."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.domain.errors import AnalysisCancelled, ProctorError
from proctor_desktop.domain.live import LiveState
from proctor_desktop.engine.leave import Leave
from proctor_desktop.engine.parts import Part
from proctor_desktop.gui.kit.garbage import held_back
from proctor_desktop.landmarks.choice import LandmarkOptions
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Models, Outcome, Update, analyze
from proctor_desktop.services.analyses import AnalysisService, Finished, Progress, Request

if TYPE_CHECKING:
    from proctor_desktop.services.live import LiveRequest, LiveService


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of what, each from the thread that works."""

    opened: Callable[[float], None]
    updated: Callable[[Update], None]
    measured: Callable[[Part], None]
    progressed: Progress
    changed: Callable[[LiveState], None]
    warned: Callable[[ProctorError], None]


class Work(Protocol):
    """One entry's work."""

    def run(self, told: Told, stop: threading.Event) -> Finished:
        """Do it, until the end or until ``stop`` is set.

        Raises:
            ProctorError: it cannot be done.
        """


class WatchedEngine:
    """An engine in this process that shows every update while it works."""

    def __init__(self, told: Told, leave: Leave) -> None:
        self._told = told
        self._leave = leave

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Progress,
        cancelled: threading.Event,
    ) -> Outcome:
        """The outcome of one recording; each update was shown on the way.

        Raises:
            SourceError: the file cannot be used.
            AnalysisCancelled: a person stopped it.
        """
        with VideoFile(path, options.sampling, options.limits) as source:
            declared = source.facts.declared_sec
            self._told.opened(declared or 0.0)
            for update in analyze(source, options):
                self._leave.wait(cancelled)
                if cancelled.is_set():
                    raise AnalysisCancelled("The analysis was stopped.")
                if update.outcome is not None:
                    return update.outcome
                self._told.updated(update)
                if declared:
                    progress(min(1.0, update.sample.time / (declared * 1e6)))
        raise AssertionError("the pipeline ends with an outcome or an error")


class FileWork:
    """Analyses a recording, shown picture by picture or by all processors in parts."""

    def __init__(
        self, analyses: AnalysisService, request: Request, leave: Leave, *, is_watched: bool
    ) -> None:
        self._analyses = analyses
        self._request = request
        self._leave = leave
        self._is_watched = is_watched

    def run(self, told: Told, stop: threading.Event) -> Finished:
        """The report of the recording, not kept yet."""
        self._leave.wait(stop)
        analyses = (
            self._analyses.with_engine(WatchedEngine(told, self._leave))
            if self._is_watched
            else self._analyses.watched(told.measured, self._leave)
        )
        return analyses.analyze(self._request, progress=told.progressed, cancelled=stop)


class CaptureWork:
    """Captures a live source until it is stopped; ``marks`` say when its exam begins and ends."""

    def __init__(self, live: "LiveService", request: "LiveRequest", marks: ExamMarks) -> None:
        self._live = live
        self._request = request
        self._marks = marks

    def run(self, told: Told, stop: threading.Event) -> Finished:
        """The report of what was captured, not kept yet."""
        captured = self._live.capture(
            self._request,
            watch=told.updated,
            tell=told.changed,
            stop=stop,
            models=_loaded,
            marks=self._marks,
        )
        if captured.fault is not None:
            told.warned(captured.fault)
        return captured.finished


def _loaded(options: LandmarkOptions) -> Models:
    """The networks; garbage is looked for only after they are there."""
    with held_back():
        return Models(options)
