"""What becomes of a live source while it is watched."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class LivePhase(Enum):
    """Where a live session is; `LOST` is told at once, `BACK` with the first picture after it."""

    OPENING = "opening"
    LIVE = "live"
    LOST = "lost"
    TRYING = "trying"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class LiveState:
    """A change in the state of a live session.

    Attributes:
        phase: what it is now.
        since: when it began: of `LIVE` the first picture, of `LOST` and `TRYING` the last picture
            that came, of `BACK` the first one after the gap.
        attempt: of `TRYING`, how often the source was connected to since it was lost.
        gap_sec: of `BACK`, for how long no picture came.
        unrecorded_since: from when on pictures are measured and not recorded, because the disk is
            full; None while they are recorded, or nothing is to be.
    """

    phase: LivePhase
    since: datetime
    attempt: int = 0
    gap_sec: float = 0.0
    unrecorded_since: datetime | None = None
