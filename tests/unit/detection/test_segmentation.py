"""The segmentation machine: worked examples, and laws over random signals."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule, segments
from proctor_desktop.domain.timeline import Micros

STEP = 100_000
RULE = SegmentRule(
    leave=0.8, max_gap=Micros(200_000), min_duration=Micros(300_000), max_missing=Micros(300_000)
)
NAN = float("nan")


def found(values: list[float], rule: SegmentRule = RULE) -> list[tuple[int, int]]:
    """Segments as numbers of samples, ten a second."""
    times = np.arange(len(values)) * STEP
    result = segments(times, np.array(values, float), rule, len(values) * STEP)
    return [(s.interval.onset // STEP, s.interval.offset // STEP) for s in result]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([0, 1, 1, 1, 0, 0, 0, 0], [(1, 4)], id="ends_where_the_value_falls"),
        pytest.param([0, 1, 0.9, 0.8, 0, 0, 0, 0], [(1, 4)], id="hysteresis_holds"),
        pytest.param([0, 0.9, 0.9, 0.9, 0.9, 0, 0, 0], [], id="hysteresis_does_not_start"),
        pytest.param([0, 1, 1, 0, 0, 1, 1, 0, 0, 0], [(1, 7)], id="gap_closed"),
        pytest.param([1, 1, 1, 0, 0, 0, 1, 1, 1, 0], [(0, 3), (6, 9)], id="longer_gap_stays"),
        pytest.param([0, 1, 1, 0, 0, 0, 0, 0, 0, 0], [], id="too_short"),
        pytest.param([1, 1, NAN, NAN, 1, 1, 0, 0, 0], [(0, 6)], id="blink_bridged"),
        pytest.param([1, 1, 1, NAN, NAN, NAN, NAN, 0.9, 0.9], [(0, 3)], id="long_missing_ends"),
        pytest.param([1, 1, 1, NAN, NAN, 0, 0, 0, 0], [(0, 3)], id="missing_is_not_part_of_it"),
        pytest.param([NAN, NAN, 0.9, 0.9, 0.9, 0.9], [], id="missing_does_not_start"),
        pytest.param([0, 0, 1, 1, 1], [(2, 5)], id="open_at_the_end"),
        pytest.param([NAN] * 9, [], id="never_measured"),
        pytest.param([], [], id="empty"),
    ],
)
def test_segments(values: list[float], expected: list[tuple[int, int]]) -> None:
    assert found(values) == expected


def test_a_hole_in_time_ends_a_segment_half_a_second_after_its_last_sample() -> None:
    times = np.array([0, 100_000, 200_000, 5_000_000, 5_100_000])
    result = segments(times, np.array([1.0, 1.0, 1.0, 0.9, 0.9]), RULE, 5_200_000)
    assert [(s.interval.onset, s.interval.offset) for s in result] == [(0, 700_000)]


def test_peak_share_and_samples_speak_of_measured_time_only() -> None:
    times = np.arange(6) * STEP
    (segment,) = segments(times, np.array([1.0, 3.0, NAN, NAN, 1.0, 0.0]), RULE, 6 * STEP)
    assert (segment.peak, segment.samples) == (3.0, 3)
    assert segment.share == pytest.approx(3 / 5)


steps = st.integers(10_000, 400_000)
values_in_steps = st.lists(
    st.tuples(steps, st.one_of(st.floats(0, 2, width=32), st.just(NAN))), max_size=60
)


def _signal(samples: list[tuple[int, float]]) -> tuple[np.ndarray, np.ndarray, int]:
    times = np.cumsum([step for step, _ in samples]).astype(np.int64)
    values = np.array([value for _, value in samples], float)
    return times, values, int(times[-1]) + STEP if len(times) else 0


@given(values_in_steps, st.lists(st.integers(0, 9), max_size=60))
def test_chunks_of_any_size_give_the_same_segments(
    samples: list[tuple[int, float]], sizes: list[int]
) -> None:
    times, values, end = _signal(samples)
    machine = Segmenter(RULE)
    pieces: list[Segment] = []
    first = 0
    for size in [*sizes, len(times)]:
        pieces += machine.push(times[first : first + size], values[first : first + size])
        first += size
    assert pieces + machine.flush(end) == segments(times, values, RULE, end)


@given(values_in_steps)
def test_segments_are_ordered_apart_long_enough_and_high(
    samples: list[tuple[int, float]],
) -> None:
    times, values, end = _signal(samples)
    result = segments(times, values, RULE, end)
    assert all(
        later.interval.onset - earlier.interval.offset > RULE.max_gap
        for earlier, later in pairwise(result)
    )
    assert all(s.interval.duration >= RULE.min_duration and s.peak >= 1 for s in result)
    assert all(0 < s.share <= 1 for s in result)


@given(values_in_steps, st.floats(1.0, 2.0))
def test_a_stricter_threshold_never_finds_more_time(
    samples: list[tuple[int, float]], stricter: float
) -> None:
    times, values, end = _signal(samples)
    strict = segments(times, values / stricter, RULE, end)
    loose = segments(times, values, RULE, end)
    for segment in strict:
        assert any(
            other.interval.onset <= segment.interval.onset
            and segment.interval.offset <= other.interval.offset
            for other in loose
        )


@given(values_in_steps)
def test_a_longer_minimum_keeps_a_subset(samples: list[tuple[int, float]]) -> None:
    times, values, end = _signal(samples)
    longer = replace(RULE, min_duration=Micros(2 * RULE.min_duration))
    kept = segments(times, values, longer, end)
    assert set(kept) <= set(segments(times, values, RULE, end))


def test_a_machine_starts_anew_after_a_flush() -> None:
    machine = Segmenter(RULE)
    times, values = np.arange(5) * STEP, np.ones(5)
    machine.push(times, values)
    first = machine.flush(5 * STEP)
    machine.push(times, values)
    assert machine.flush(5 * STEP) == first
