"""Smoothing: less noise, no late onsets, nothing invented."""

import numpy as np
import pytest

from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.signals.filters import OneEuro, SignalFilter
from proctor_desktop.signals.options import SignalOptions

OPTIONS = SignalOptions()
RATE = 12


def sample(index: int, **channels) -> SignalSample:
    return SignalSample(Micros(round(index * 1e6 / RATE)), **channels)


def filtered(channel: str, values) -> list:
    smooth = SignalFilter(OPTIONS)
    return [
        getattr(smooth.push(sample(i, **{channel: value})), channel)
        for i, value in enumerate(values)
    ]


def crossing(values, level: float) -> int:
    return next(i for i, value in enumerate(values) if value >= level)


@pytest.mark.parametrize(
    ("channel", "step", "threshold"),
    [
        ("yaw", 20.0, 15.0),
        ("pitch", 15.0, 11.0),
        ("roll", 12.0, 9.0),
        ("gaze_horizontal", 0.47, 0.35),
        ("gaze_vertical", 0.47, 0.35),
    ],
)
def test_an_onset_is_moved_by_one_frame_at_most(channel, step, threshold):
    raw = [0.0] * 20 + [step] * 20

    assert crossing(filtered(channel, raw), threshold) - crossing(raw, threshold) <= 1


def test_a_turn_of_a_quarter_of_a_second_is_not_late_either():
    ramp = np.concatenate([np.zeros(20), np.linspace(0, 30, 4), np.full(10, 30.0)])

    assert crossing(filtered("yaw", ramp), 15) - crossing(ramp, 15) <= 1


def test_noise_becomes_less():
    noise = np.random.default_rng(2).normal(0, 0.5, 400)

    assert np.std(filtered("yaw", noise)) < 0.8 * np.std(noise)


def test_a_constant_stays_what_it_is():
    assert filtered("gaze_vertical", [0.2] * 10) == pytest.approx([0.2] * 10)


def test_what_is_missing_stays_missing_and_leaves_no_trace():
    values = [10.0] * 10 + [Missing.EYES_CLOSED] * 2 + [10.0] * 5

    found = filtered("pitch", values)

    assert found[10:12] == [Missing.EYES_CLOSED] * 2
    assert found[12:] == pytest.approx([10.0] * 5)


def test_after_a_long_gap_it_begins_anew():
    one = OneEuro(OPTIONS)
    one.push(from_seconds(0), 0.0)
    one.push(from_seconds(0.1), 0.0)

    assert one.push(from_seconds(2), 30.0) == 30.0


def test_other_channels_pass_untouched():
    before = sample(0, yaw=3.0, presence=1.0, people=2.0, lid_opening=0.3)

    assert SignalFilter(OPTIONS).push(before) == before


def lids(*openings):
    """Samples whose lids take these openings; the gaze follows them, as it is measured."""
    smooth = SignalFilter(OPTIONS)
    found = []
    for i, opening in enumerate(openings):
        gaze = Missing.EYES_CLOSED if opening < OPTIONS.min_lid_opening else 3 * (opening - 0.3)
        raw = sample(i, lid_opening=opening, gaze_horizontal=0.0, gaze_vertical=gaze)
        if gaze is Missing.EYES_CLOSED:
            raw = sample(i, lid_opening=opening, gaze_horizontal=gaze, gaze_vertical=gaze)
        found.append(smooth.push(raw))
    return found


def test_lids_that_come_up_after_a_blink_are_no_look_down():
    found = lids(*[0.3] * 12, 0.05, 0.13, 0.25, 0.3, 0.3)

    assert [s.gaze_vertical for s in found[12:15]] == [Missing.EYES_CLOSED] * 3
    assert [s.gaze_horizontal for s in found[13:15]] == [Missing.EYES_CLOSED] * 2
    assert found[15].gaze_vertical == pytest.approx(0.0, abs=0.01)
    assert found[13].lid_opening == 0.13


def test_a_look_down_after_a_blink_is_seen_once_the_lids_rise_no_more():
    found = lids(*[0.3] * 12, 0.05, *[0.2] * 6)

    assert found[13].gaze_vertical is Missing.EYES_CLOSED
    assert all(s.gaze_vertical < -0.25 for s in found[14:])


def test_a_look_down_without_a_blink_is_seen_at_once():
    assert lids(*[0.3] * 12, 0.2)[12].gaze_vertical < -0.2
