"""Events and incidents to charge, for the tests beside this file."""

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.detection.incidents import group
from proctor_desktop.detection.severity import of_angle, of_duration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Incident, Unit
from proctor_desktop.domain.timeline import Interval, from_seconds

GAZE, HEAD = EventKind.GAZE_DEVIATION, EventKind.HEAD_MOVEMENT
ABSENCE, PEOPLE = EventKind.FACE_ABSENCE, EventKind.MULTIPLE_FACES
OPTIONS = DetectionOptions()


def event(kind: EventKind, onset: float, seconds: float, exceedance: float = 1.2) -> Event:
    """An event with the severity that detection gives it."""
    interval = Interval(from_seconds(onset), from_seconds(onset + seconds))
    if kind is GAZE:
        angle = exceedance * 0.35, 0.35, Unit.RADIANS
        grade = of_angle(exceedance, seconds)
        return Event(kind, interval, *angle, grade, 1.0, Axis.EYE, Direction.LEFT)
    if kind is HEAD:
        angle = exceedance * 15.0, 15.0, Unit.DEGREES
        grade = of_angle(exceedance, seconds)
        return Event(kind, interval, *angle, grade, 1.0, Axis.YAW, Direction.LEFT)
    unit = Unit.SECONDS if kind is ABSENCE else Unit.PEOPLE
    peak = (seconds, 1.0) if kind is ABSENCE else (2.0, 2.0)
    return Event(kind, interval, *peak, unit, of_duration(kind, seconds), 1.0)


def spread(kind: EventKind, number: int, seconds: float, start: float = 100.0) -> list[Event]:
    """So many events of one kind, far enough apart to be incidents of their own."""
    return [event(kind, start + index * (seconds + 2), seconds) for index in range(number)]


def incidents(*events: list[Event]) -> tuple[Incident, ...]:
    """All of them, grouped."""
    return group([each for listed in events for each in listed], OPTIONS)
