"""Events and the incidents they form."""

from dataclasses import dataclass
from enum import Enum

from proctor_desktop.domain.timeline import Interval


class EventKind(Enum):
    """What an event is about; the first four count in the risk, the others only in coverage."""

    GAZE_DEVIATION = "gaze_deviation"
    HEAD_MOVEMENT = "head_movement"
    FACE_ABSENCE = "face_absence"
    MULTIPLE_FACES = "multiple_faces"
    FEED_DARK = "feed_dark"
    FEED_FROZEN = "feed_frozen"
    FEED_LOST = "feed_lost"
    FEED_BLURRED = "feed_blurred"

    @property
    def is_technical(self) -> bool:
        """Whether it speaks of the picture and not of the candidate."""
        return self.value.startswith("feed_")


BEHAVIOUR_KINDS = tuple(kind for kind in EventKind if not kind.is_technical)


class Axis(Enum):
    """The axes that have a threshold of their own."""

    EYE = "eye"
    YAW = "yaw"
    PITCH = "pitch"
    ROLL = "roll"


class Direction(Enum):
    """Where to, in the unmirrored picture: left is the candidate's own right."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


class Severity(Enum):
    """How far and how long, in three steps."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Unit(Enum):
    """Unit of an event's peak and threshold."""

    DEGREES = "deg"
    RADIANS = "rad"
    SECONDS = "s"
    PEOPLE = "people"
    GREY_LEVELS = "grey levels"


@dataclass(frozen=True, slots=True)
class Event:
    """Something unusual that lasted.

    Attributes:
        kind: what it is about.
        interval: from its onset to its offset.
        peak: largest deviation from the candidate's baseline (angles), the duration in seconds
            (absence) or the number of people, without sign.
        threshold: what ``peak`` was compared with, in the same unit.
        unit: of peak and threshold.
        severity: from exceedance and duration.
        confidence: share of the evidence that could be measured and agrees, 0 to 1.
        axis: the axis that went furthest beyond its own threshold, for gaze and head.
        direction: where to, for gaze and head; a roll has left (counter-clockwise) or right.
    """

    kind: EventKind
    interval: Interval
    peak: float
    threshold: float
    unit: Unit
    severity: Severity
    confidence: float
    axis: Axis | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Events that a person judges as one thing.

    Attributes:
        id: ``I001`` and so on in time order; the same signals give the same id.
        interval: hull of the events.
        primary: the event by which the incident is charged.
        events: in time order, the primary one among them.
    """

    id: str
    interval: Interval
    primary: Event
    events: tuple[Event, ...]
