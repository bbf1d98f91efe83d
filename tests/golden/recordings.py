"""Scenarios rendered, recorded and analysed as a user would: from the file, with the defaults."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from proctor_desktop.evaluation.metrics import Happening, Matching, match_events
from proctor_desktop.landmarks.choice import library
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Outcome, analyze
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from proctor_desktop.simulation.truth import Truth


@dataclass(frozen=True, eq=False)
class Analysed:
    """A recording with what truly happens in it and what was found."""

    truth: Truth
    outcome: Outcome

    def matching(self) -> Matching:
        """Found events against those that are to be found."""
        return match_events(
            [
                happening(event.kind, event.interval, event.direction)
                for event in self.outcome.assessment.events
            ],
            [
                happening(event.kind, event.interval, event.direction)
                for event in self.truth.reportable
            ],
        )

    @property
    def faults(self) -> set[str]:
        """Codes of what calibration found."""
        return {finding.fault.value for finding in self.outcome.assessment.calibration.findings}


def leave_to_mediapipe(name: str, cannot: dict[str, str]) -> None:
    """Skip what is known to be missed where LiteRT measures, saying why; see the method page."""
    if name in cannot and library() == "ai-edge-litert":
        pytest.skip(f"with LiteRT {cannot[name]}")


def happening(kind, interval, direction) -> Happening:
    return Happening(kind, interval, frozenset() if direction is None else frozenset({direction}))


def analysed(name: str, folder: Path) -> Analysed:
    """The shipped scenario of this name, recorded in ``folder`` and analysed."""
    path = folder / "recording.mp4"
    truth = record(Scenario.load(name), path)
    options = AnalysisOptions()
    with VideoFile(path, options.sampling) as source:
        outcome = next(
            update.outcome for update in analyze(source, options) if update.outcome is not None
        )
    path.unlink()
    return Analysed(truth, outcome)


def told(happenings) -> str:
    """Happenings as one line for a person."""
    return "; ".join(
        f"{event.kind.value} {'/'.join(sorted(d.value for d in event.directions))} "
        f"{event.interval.onset / 1e6:.2f}-{event.interval.offset / 1e6:.2f} s"
        for event in happenings
    )
