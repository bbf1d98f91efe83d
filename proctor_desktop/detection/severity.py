"""Severity of an event, from how far and how long.

Angles (gaze and head), by the largest deviation over the threshold and the duration:

| peak / threshold | under 2 s | 2 to 5 s | 5 s and more |
|---|---|---|---|
| under 1.5 | low | low | medium |
| 1.5 to 2.5 | low | medium | high |
| 2.5 and more | medium | high | high |

An absence is low under 5 s, medium under 20 s, then high. Several people are low under 2 s, medium
under 10 s, then high. A glance is low however often it occurs: its number is what the risk counts.
"""

from bisect import bisect_right

from proctor_desktop.domain.events import EventKind, Severity

EXCEEDANCE_STEPS = (1.5, 2.5)
ANGLE_SECONDS = (2.0, 5.0)
_LOW, _MEDIUM, _HIGH = Severity.LOW, Severity.MEDIUM, Severity.HIGH
ANGLE_TABLE = (
    (_LOW, _LOW, _MEDIUM),
    (_LOW, _MEDIUM, _HIGH),
    (_MEDIUM, _HIGH, _HIGH),
)
SECONDS = {
    EventKind.FACE_ABSENCE: (5.0, 20.0),
    EventKind.MULTIPLE_FACES: (2.0, 10.0),
}


def of_angle(exceedance: float, seconds: float) -> Severity:
    """Severity of a gaze deviation or head movement; ``exceedance`` is peak over threshold."""
    row = ANGLE_TABLE[bisect_right(EXCEEDANCE_STEPS, exceedance)]
    return row[bisect_right(ANGLE_SECONDS, seconds)]


def of_duration(kind: EventKind, seconds: float) -> Severity:
    """Severity of an absence or of several people; a technical event is always low."""
    steps = SECONDS.get(kind)
    return _LOW if steps is None else (_LOW, _MEDIUM, _HIGH)[bisect_right(steps, seconds)]
