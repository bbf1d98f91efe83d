"""The severity tables."""

import pytest

from proctor_desktop.detection import severity
from proctor_desktop.domain.events import EventKind, Severity

ORDER = list(Severity)


@pytest.mark.parametrize(
    ("exceedance", "seconds", "expected"),
    [
        (1.0, 0.6, Severity.LOW),
        (1.49, 4.9, Severity.LOW),
        (1.0, 5.0, Severity.MEDIUM),
        (1.5, 1.9, Severity.LOW),
        (1.5, 2.0, Severity.MEDIUM),
        (2.4, 5.0, Severity.HIGH),
        (2.5, 1.0, Severity.MEDIUM),
        (2.5, 2.0, Severity.HIGH),
    ],
)
def test_angles(exceedance: float, seconds: float, expected: Severity) -> None:
    assert severity.of_angle(exceedance, seconds) is expected


@pytest.mark.parametrize(
    ("kind", "seconds", "expected"),
    [
        (EventKind.FACE_ABSENCE, 4.9, Severity.LOW),
        (EventKind.FACE_ABSENCE, 5.0, Severity.MEDIUM),
        (EventKind.FACE_ABSENCE, 20.0, Severity.HIGH),
        (EventKind.MULTIPLE_FACES, 1.9, Severity.LOW),
        (EventKind.MULTIPLE_FACES, 2.0, Severity.MEDIUM),
        (EventKind.MULTIPLE_FACES, 10.0, Severity.HIGH),
        (EventKind.FEED_DARK, 600.0, Severity.LOW),
    ],
)
def test_durations(kind: EventKind, seconds: float, expected: Severity) -> None:
    assert severity.of_duration(kind, seconds) is expected


def test_further_and_longer_is_never_less_severe() -> None:
    for row in severity.ANGLE_TABLE:
        assert [ORDER.index(each) for each in row] == sorted(ORDER.index(each) for each in row)
    for column in zip(*severity.ANGLE_TABLE, strict=True):
        assert [ORDER.index(each) for each in column] == sorted(ORDER.index(e) for e in column)
