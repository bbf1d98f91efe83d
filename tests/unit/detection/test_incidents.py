"""Events become incidents that a person judges as one thing."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.detection.incidents import group
from proctor_desktop.domain.events import Event, EventKind, Severity, Unit
from proctor_desktop.domain.timeline import Interval, from_seconds

OPTIONS = DetectionOptions()


def event(
    onset: float,
    offset: float,
    kind: EventKind = EventKind.GAZE_DEVIATION,
    severity: Severity = Severity.LOW,
) -> Event:
    interval = Interval(from_seconds(onset), from_seconds(offset))
    return Event(kind, interval, 0.5, 0.35, Unit.RADIANS, severity, 1.0)


@pytest.mark.parametrize(
    ("gap", "expected"),
    [pytest.param(1.5, 1, id="just_within"), pytest.param(1.6, 2, id="just_beyond")],
)
def test_events_that_follow_closely_are_one_incident(gap: float, expected: int) -> None:
    assert len(group([event(0, 2), event(2 + gap, 5)], OPTIONS)) == expected


def test_a_turn_with_its_gaze_is_one_incident_about_the_turn() -> None:
    (incident,) = group([event(0, 3), event(0.2, 3, EventKind.HEAD_MOVEMENT)], OPTIONS)
    assert incident.primary.kind is EventKind.HEAD_MOVEMENT
    assert len(incident.events) == 2
    assert incident.interval.seconds == 3


def test_a_long_look_with_a_short_turn_is_about_the_look() -> None:
    (incident,) = group(
        [event(0, 60, severity=Severity.HIGH), event(3, 4, EventKind.HEAD_MOVEMENT)], OPTIONS
    )
    assert incident.primary.kind is EventKind.GAZE_DEVIATION


def test_many_short_looks_outweigh_one_turn() -> None:
    looks = [event(2 * n, 2 * n + 1) for n in range(30)]
    (incident,) = group([*looks, event(5, 6, EventKind.HEAD_MOVEMENT)], OPTIONS)
    assert incident.primary.kind is EventKind.GAZE_DEVIATION


def test_technical_events_belong_to_no_incident() -> None:
    assert group([event(0, 10, EventKind.FEED_DARK)], OPTIONS) == ()


spans_of_events = st.lists(
    st.tuples(
        st.integers(0, 100_000),
        st.integers(1, 20_000),
        st.sampled_from([kind for kind in EventKind if not kind.is_technical]),
        st.sampled_from(Severity),
    ),
    max_size=30,
)


@given(spans_of_events)
def test_each_event_is_in_one_incident_and_incidents_stand_apart(
    rows: list[tuple[int, int, EventKind, Severity]],
) -> None:
    events = [event(a / 1000, (a + d) / 1000, kind, severity) for a, d, kind, severity in rows]
    incidents = group(events, OPTIONS)
    assert sum(len(incident.events) for incident in incidents) == len(events)
    assert [incident.id for incident in incidents] == [
        f"I{number:03d}" for number in range(1, len(incidents) + 1)
    ]
    for before, after in pairwise(incidents):
        assert after.interval.onset - before.interval.offset > from_seconds(1.5)
    for incident in incidents:
        assert incident.primary in incident.events
        assert all(
            incident.interval.onset <= e.interval.onset
            and e.interval.offset <= incident.interval.offset
            for e in incident.events
        )


@given(spans_of_events, st.randoms())
def test_the_order_of_events_does_not_matter(
    rows: list[tuple[int, int, EventKind, Severity]], random: Random
) -> None:
    events = [event(a / 1000, (a + d) / 1000, kind, severity) for a, d, kind, severity in rows]
    shuffled = list(events)
    random.shuffle(shuffled)
    assert [i.interval for i in group(events, OPTIONS)] == [
        i.interval for i in group(shuffled, OPTIONS)
    ]
