"""The grid of looking times."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.media.sampling import SamplingGrid

RATES = st.sampled_from([0.5, 4.0, 12.0, 12.5, 29.97, 60.0])


@given(RATES, st.integers(0, 10**11), st.integers(1, 3_000_000))
def test_a_display_is_looked_at_if_a_looking_time_falls_into_it(
    rate: float, start: int, length: int
) -> None:
    grid = SamplingGrid(rate)
    near = range(max(0, int(start * rate / 1e6) - 3), int((start + length) * rate / 1e6) + 3)
    expected = any(start <= grid.time(index) < start + length for index in near)
    assert grid.falls_between(start, start + length) is expected


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [(0, 24_999, False), (0, 25_001, True), (25_001, 108_333, False), (25_001, 108_334, True)],
)
def test_looking_times_lie_a_fraction_of_a_step_after_the_start(
    start: int, end: int, meets: bool
) -> None:
    assert SamplingGrid(12.0).falls_between(start, end) is meets


def test_a_source_of_the_same_rate_loses_no_picture_to_rounded_times() -> None:
    grid = SamplingGrid(12.0)
    times = [round(index * 1000 / 12) * 1000 for index in range(1200)]
    assert all(grid.falls_between(a, b) for a, b in itertools.pairwise(times))


def test_times_rounded_to_milliseconds_leave_every_second_picture_of_24_a_second() -> None:
    grid = SamplingGrid(12.0)
    times = [round(index * 1000 / 24) * 1000 for index in range(2400)]
    looked = [
        number for number, pair in enumerate(itertools.pairwise(times)) if grid.falls_between(*pair)
    ]
    assert looked == list(range(0, 2399, 2))
