"""Figures whose value is known in advance."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.events import Direction, EventKind
from proctor_desktop.domain.frame import PersonBox
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.evaluation.metrics import (
    Happening,
    Tally,
    match_boxes,
    match_events,
    mean_absolute_error,
    poisson_interval,
    slope,
    tally_rows,
)

GAZE, HEAD = EventKind.GAZE_DEVIATION, EventKind.HEAD_MOVEMENT


def event(onset: float, offset: float, *directions: Direction, kind=GAZE) -> Happening:
    interval = Interval(from_seconds(onset), from_seconds(offset))
    return Happening(kind, interval, frozenset(directions))


def test_the_mean_absolute_error_leaves_out_what_was_not_measured():
    assert mean_absolute_error([1.0, math.nan, -4.0], [0.0, 5.0, 0.0]) == 2.5
    assert math.isnan(mean_absolute_error([math.nan], [1.0]))


def test_the_slope_is_the_reported_share_of_a_turn():
    assert slope([-24, 1, 26], [-30, 0, 30]) == pytest.approx(25 / 30)
    assert math.isnan(slope([1, 2, 3], [5, 5, 5]))


@pytest.mark.parametrize(
    ("count", "interval"),
    [(0, (0.0, 3.689)), (1, (0.0253, 5.572)), (20, (12.217, 30.888))],
)
def test_the_interval_of_a_count_is_garwoods(count, interval):
    assert poisson_interval(count) == pytest.approx(interval, abs=1e-3)


def test_an_event_found_a_little_late_is_found():
    matching = match_events([event(1.2, 2.9)], [event(1.0, 3.0)])

    assert len(matching.pairs) == 1
    assert matching.boundary_errors == pytest.approx([0.2, 0.1])


def test_an_event_elsewhere_is_missed_and_spurious():
    matching = match_events([event(5, 6)], [event(1, 2)])

    assert (len(matching.pairs), len(matching.missed), len(matching.spurious)) == (0, 1, 1)


def test_a_short_event_within_the_tolerance_is_found_without_overlap():
    assert match_events([event(1.35, 1.9)], [event(1.0, 1.5)]).pairs


def test_a_sliver_of_a_long_event_is_not_the_event():
    assert not match_events([event(1, 2)], [event(1, 9)]).pairs


def test_kind_and_direction_must_agree():
    left, right = Direction.LEFT, Direction.RIGHT

    assert not match_events([event(1, 2, left)], [event(1, 2, right)]).pairs
    assert not match_events([event(1, 2, kind=HEAD)], [event(1, 2)]).pairs
    assert match_events([event(1, 2, left)], [event(1, 2, left, Direction.DOWN)]).pairs
    assert match_events([event(1, 2, left)], [event(1, 2)]).pairs


def test_one_true_event_is_found_once():
    matching = match_events([event(1, 2.1), event(1.1, 2)], [event(1, 2)])

    assert len(matching.pairs) == 1
    assert len(matching.spurious) == 1


spans = st.tuples(st.floats(0, 50), st.floats(0.1, 8)).map(lambda s: event(s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_every_event_is_counted_exactly_once(found, true):
    matching = match_events(found, true)

    assert len(matching.pairs) + len(matching.missed) == len(true)
    assert len(matching.pairs) + len(matching.spurious) == len(found)


@given(st.lists(spans, max_size=6, unique_by=lambda e: e.interval))
def test_the_truth_itself_is_found_completely(true):
    matching = match_events(true, true)

    assert len(matching.pairs) == len(true)
    assert all(error == 0 for error in matching.boundary_errors)


def test_precision_and_recall_of_counts():
    tally = Tally(8, 2, 1)

    assert tally.recall == 0.8
    assert tally.precision == pytest.approx(8 / 9)
    assert tally.f1 == pytest.approx(16 / 19)
    assert math.isnan(Tally(0, 0, 0).precision)
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)


def box(x: float, y: float = 0.0, size: float = 0.2) -> PersonBox:
    return PersonBox(x, y, size, size, 1.0)


def test_boxes_are_paired_one_to_one():
    assert match_boxes([box(0.0), box(0.01), box(0.7)], [box(0.0), box(0.5)]) == Tally(1, 1, 2)


def test_a_box_of_another_size_at_the_same_place_is_no_match():
    assert match_boxes([box(0.0, size=0.6)], [box(0.2, 0.2)]) == Tally(0, 1, 1)


def test_rows_say_of_how_many():
    precision, recall, f1 = tally_rows("set", "one", "people", Tally(3, 1, 2))

    assert (precision.metric, precision.value, precision.n) == ("precision", 0.6, 5)
    assert (recall.metric, recall.value, recall.n) == ("recall", 0.75, 4)
    assert (f1.n, f1.unit) == (6, "1")
