"""When the exam begins and ends within its recording, and how that came to be known."""

from collections.abc import Mapping
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


BEGINS, ENDS = "exam.begins_sec", "exam.ends_sec"
"""Names of the options by which the times of an exam are given."""

FIRST_SEC = 0.001
"""What a person calls 0: the option's own 0 asks for the beginning to be found."""


@dataclass(frozen=True, slots=True)
class Given:
    """The times that people gave, in seconds of the recording; 0 where nobody gave one."""

    begins_sec: float = 0.0
    ends_sec: float = 0.0

    @staticmethod
    def of(settings: Mapping[str, object]) -> "Given":
        """Those among the settings that a report carries."""
        begins, ends = settings.get(BEGINS, 0.0), settings.get(ENDS, 0.0)
        return Given(
            float(begins) if isinstance(begins, int | float) else 0.0,
            float(ends) if isinstance(ends, int | float) else 0.0,
        )


@dataclass(frozen=True, slots=True)
class ExamTime:
    """From the beginning of the exam to its end; only what lies inside is charged."""

    interval: Interval
    begins_by: ExamEdge = ExamEdge.RECORDING
    ends_by: ExamEdge = ExamEdge.RECORDING
