"""When the exam begins and ends within its recording, and how that came to be known."""

from dataclasses import dataclass
from enum import Enum

from proctor_desktop.domain.timeline import Interval


class ExamEdge(Enum):
    """What a beginning or an end of an exam is known by."""

    RECORDING = "recording"
    """That of the recording."""
    SEATED = "seated"
    """Somebody first sat in a chair that was empty."""
    STEADY = "steady"
    """The candidate first sat steadily enough for a calibration."""
    GIVEN = "given"
    """A person said so."""


@dataclass(frozen=True, slots=True)
class ExamTime:
    """From the beginning of the exam to its end; only what lies inside is charged."""

    interval: Interval
    begins_by: ExamEdge = ExamEdge.RECORDING
    ends_by: ExamEdge = ExamEdge.RECORDING
