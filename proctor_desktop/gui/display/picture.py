"""A picture with what was measured in it, and which of that is to be drawn."""

from dataclasses import dataclass

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook
from proctor_desktop.domain.signals import Missing, SignalSample


@dataclass(frozen=True, slots=True)
class Layers:
    """Which parts of the overlay are drawn."""

    landmarks: bool = False
    head: bool = True
    gaze: bool = True
    people: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One frame and, where known, what was seen in it."""

    frame: Frame
    face: FaceLandmarks | None = None
    look: PeopleLook | None = None
    sample: SignalSample | None = None


def number_of(measured: float | Missing) -> float:
    """The value, 0 where there is none; for drawing only, after `Missing` was asked for."""
    return 0.0 if isinstance(measured, Missing) else measured
