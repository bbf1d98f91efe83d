from proctor_desktop.cli.demo import pair
from proctor_desktop.domain.events import Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.simulation.truth import TrueEvent


def _true(start: float, end: float, direction=Direction.LEFT, *, reportable: bool = True):
    span = Interval(from_seconds(start), from_seconds(end))
    return TrueEvent(EventKind.HEAD_MOVEMENT, span, direction, 30.0, reportable)


def _found(start: float, end: float, direction=Direction.LEFT):
    span = Interval(from_seconds(start), from_seconds(end))
    return Event(
        EventKind.HEAD_MOVEMENT, span, 30.0, 15.0, Unit.DEGREES, Severity.LOW, 1.0, None, direction
    )


def test_events_pair_when_kind_direction_and_time_agree():
    true, found = _true(10, 12), _found(10.1, 12.2)
    assert [(one.true, one.found) for one in pair([true], [found])] == [(true, found)]


def test_another_direction_is_a_miss_and_an_extra():
    true, found = _true(10, 12), _found(10, 12, Direction.RIGHT)
    assert [(one.true, one.found) for one in pair([true], [found])] == [(true, None), (None, found)]


def test_one_found_event_never_serves_two_of_the_script():
    first, second, found = _true(10, 12), _true(12.5, 14), _found(10, 14)
    pairs = pair([first, second], [found])
    assert [one.found for one in pairs] == [found, None]


def test_pairs_come_in_time_order():
    early, late, extra = _true(5, 6), _true(20, 22), _found(10, 11)
    assert [one.onset // 1_000_000 for one in pair([late, early], [extra])] == [5, 10, 20]
