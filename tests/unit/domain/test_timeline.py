"""Media time and the algebra of intervals."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.timeline import (
    Interval,
    Micros,
    clock,
    covered,
    from_seconds,
    merged,
    to_seconds,
)

intervals = st.builds(
    lambda onset, length: Interval(Micros(onset), Micros(onset + length)),
    st.integers(0, 10_000),
    st.integers(1, 3_000),
)


@given(st.integers(0, 43_200_000_000))
def test_seconds_and_microseconds_are_the_same_time(time: int) -> None:
    assert from_seconds(to_seconds(time)) == time


@pytest.mark.parametrize(
    ("time", "text"),
    [(0, "0:00.0"), (59_960_000, "1:00.0"), (3_723_400_000, "1:02:03.4")],
)
def test_a_time_is_written_for_people(time: int, text: str) -> None:
    assert clock(time) == text


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="empty"):
        Interval(Micros(3), Micros(3))


@given(st.lists(intervals), st.integers(0, 500))
def test_merged_intervals_are_ordered_disjoint_and_cover_the_same_moments(
    given_intervals: list[Interval], gap: int
) -> None:
    result = merged(given_intervals, gap)
    for before, after in pairwise(result):
        assert after.onset - before.offset > gap
    assert all(any(r.overlap(i) == i.duration for r in result) for i in given_intervals)


@given(st.lists(intervals, max_size=8))
def test_covered_time_counts_every_moment_once(given_intervals: list[Interval]) -> None:
    moments = {t for i in given_intervals for t in range(i.onset, i.offset)}
    assert covered(given_intervals) == len(moments)


@given(intervals, intervals)
def test_two_intervals_overlap_or_have_a_gap_but_never_both(a: Interval, b: Interval) -> None:
    assert a.overlap(b) == b.overlap(a)
    assert a.gap_to(b) == b.gap_to(a)
    assert not (a.overlap(b) and a.gap_to(b))
    assert a.hull(b).duration <= a.duration + b.duration + a.gap_to(b)
