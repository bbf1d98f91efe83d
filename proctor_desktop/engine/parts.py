"""What is known of a recording while its segments are measured, for whoever watches."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.measurement import Segment
from proctor_desktop.pipeline import AnalysisOptions, Assembly, Outcome
from proctor_desktop.scoring.assessment import Assessment


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Signals of a stretch of the recording.

    Attributes:
        onset: when the stretch begins.
        end: about how long the whole recording is.
        track: its signals.
        is_final: whether everything up to its end is measured and joined; the stretch then begins
            at zero. A provisional one lies somewhere behind that, and may change a little when it
            is joined: its candidate's own shape may not have been known yet.
        assessment: of everything that is final, when it was made anew.
    """

    onset: Micros
    end: Micros
    track: SignalTrack
    is_final: bool
    assessment: Assessment | None = None


Watch: TypeAlias = Callable[[Part], None]
"""Called from the thread that runs the analysis."""


def provisional(segment: Segment, options: AnalysisOptions, end: Micros) -> Part | None:
    """A segment by itself, as long as those before it are not there; None of an empty one."""
    if not len(segment.times):
        return None
    track = Assembly(options, (row.sample for row in segment.rows())).track()
    return Part(Micros(int(segment.times[0])), end, track, is_final=False)


class WatchedEngine:
    """An engine with somebody who watches."""

    def __init__(self, analyze: Callable[..., Outcome]) -> None:
        self._analyze = analyze

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Callable[[float], None],
        cancelled: threading.Event,
    ) -> Outcome:
        """As `SegmentedEngine.analyze`."""
        return self._analyze(path, options, progress=progress, cancelled=cancelled)
