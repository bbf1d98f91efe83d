"""Capture: a camera or stream is measured as it comes, and recorded at the same time."""

import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path

from proctor_desktop.domain.errors import SourceLostError
from proctor_desktop.gui.kit.garbage import held_back
from proctor_desktop.media.camera import open_live
from proctor_desktop.media.prefetch import Prefetched
from proctor_desktop.media.recorder import Recorded
from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.pipeline import AnalysisOptions, Outcome, Update, analyze
from proctor_desktop.services.analyses import Progress


class LiveEngine:
    """An engine that analyses what a live source shows until it is told to stop.

    To stop is how a capture ends: it gives an outcome like any other recording.
    """

    def __init__(
        self,
        address: str,
        watch: Callable[[Update], None],
        warn: Callable[[SourceLostError], None],
    ) -> None:
        """``warn`` is told why the source went away, where it did in the middle."""
        self._address = address
        self._watch = watch
        self._warn = warn

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Progress,
        cancelled: threading.Event,
    ) -> Outcome:
        """The outcome of what was captured into ``path``; ``cancelled`` ends the capture.

        Raises:
            SourceError: the source cannot be opened, or nothing came from it.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        live = open_live(self._address, options.sampling, options.limits)
        recorded = Recorded(live, path, cancelled)
        with Prefetched(recorded) as source:
            updates = analyze(source, options)
            with held_back():  # the first loads the models
                first = next(updates)
            for update in chain((first,), updates):
                if update.outcome is None:
                    self._watch(update)
                else:
                    outcome = update.outcome
        if recorded.lost is not None:
            self._warn(recorded.lost)
        facts = replace(outcome.facts, name=path.name, sha256=file_sha256(path))
        return replace(outcome, facts=facts)
