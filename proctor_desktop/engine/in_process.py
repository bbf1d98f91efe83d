"""The chain in the caller's own process: for tests, and where child processes cannot be had."""

import threading
from collections.abc import Callable
from pathlib import Path

from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Outcome, Update, analyze


class InProcessEngine:
    """Analyses one recording at a time, without the protection of a child process."""

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Callable[[float], None],
        cancelled: threading.Event,
    ) -> Outcome:
        """The outcome of one recording.

        Raises:
            SourceError: the file cannot be used.
            AnalysisCancelled: ``cancelled`` was set.
        """
        latest: Update | None = None
        with VideoFile(path, options.sampling, options.limits) as source:
            duration = source.facts.declared_sec
            for latest in analyze(source, options):
                if cancelled.is_set():
                    raise AnalysisCancelled(f"The analysis of {path.name} was stopped.")
                if duration:
                    progress(min(1.0, to_seconds(latest.sample.time) / duration))
        if latest is None or latest.outcome is None:
            raise AssertionError("analyze always ends with an outcome")
        return latest.outcome
