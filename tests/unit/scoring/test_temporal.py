"""Busy periods are rarer than chance, and minutes add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.scoring.temporal import minutes, periods, window_seconds
from tests.unit.scoring.charging import GAZE, HEAD, event, incidents, spread
from tests.unit.synthetic import Recording

HOUR = 3600.0


def test_a_cluster_stands_out_of_a_quiet_hour() -> None:
    cluster = [event(GAZE, 1000 + 6 * n, 1) for n in range(8)]
    (period,) = periods([*spread(GAZE, 3, 1, 2000), *cluster], HOUR)
    assert (period.start, period.end) == (1000.0, 1043.0)
    assert period.alert_density == pytest.approx(8 / 43)


def test_two_clusters_are_two_periods() -> None:
    events = [event(GAZE, start + 5 * n, 1) for start in (500, 2500) for n in range(8)]
    assert [round(each.start) for each in periods(events, HOUR)] == [500, 2500]


def test_alerts_spread_evenly_are_no_busy_period() -> None:
    assert periods([event(GAZE, 30 + 60 * n, 2) for n in range(59)], HOUR) == ()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_few_alerts_are_no_accumulation(number: int) -> None:
    assert periods([event(GAZE, 100 + 2 * n, 1) for n in range(number)], HOUR) == ()


def test_three_alerts_in_a_minute_clip_prove_nothing() -> None:
    assert periods([event(GAZE, 10 + 2.5 * n, 1) for n in range(3)], 60.0) == ()


def test_chance_rarely_looks_busy() -> None:
    random = np.random.default_rng(7)
    busy = sum(
        bool(periods([event(GAZE, start, 1) for start in random.uniform(0, 3590, 40)], HOUR))
        for _ in range(200)
    )
    assert busy <= 20


def test_windows_grow_with_the_recording_within_bounds() -> None:
    assert [window_seconds(each) for each in (30, 600, 7200)] == [10, 30, 60]


@given(st.lists(st.integers(0, 3500), max_size=60))
def test_periods_are_ordered_and_inside(starts: list[int]) -> None:
    found = periods([event(HEAD, start, 2) for start in starts], HOUR)
    assert all(0 <= each.start < each.end <= HOUR for each in found)
    assert list(found) == sorted(found, key=lambda each: each.start)
    assert all(each.alert_density > 0 for each in found)


def test_minutes_hold_alert_time_measurable_time_and_incidents() -> None:
    recording = Recording(150)
    events = [event(GAZE, 55, 10), event(HEAD, 58, 4), event(HEAD, 130, 2)]
    measurable = np.ones(len(recording.times), bool)
    measurable[:120] = False
    found = minutes(events, incidents(events), recording.track(), measurable)
    assert [(each.start, each.end) for each in found] == [(0, 60), (60, 120), (120, 150)]
    assert [each.alert_seconds for each in found] == [5.0, 5.0, 2.0]
    assert [each.incidents for each in found] == [1, 0, 1]
    assert [each.measurable_seconds for each in found] == pytest.approx([50, 60, 30], abs=0.1)


def test_an_empty_recording_has_no_minutes() -> None:
    empty = Recording(0)
    assert minutes([], (), empty.track(), np.zeros(0, bool)) == ()
