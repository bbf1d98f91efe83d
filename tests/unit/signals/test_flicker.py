"""Light from the mains is no recording that is played over, at no rate of pictures."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from proctor_desktop.calibration import CalibrationOptions
from proctor_desktop.calibration.liveness import lifeless, loop_in_exam
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.signals.feed import FeedWatch
from tests.unit.synthetic import Recording

SECONDS = 22.0
OPTIONS = CalibrationOptions()


def scene(rate: float, seconds: float, depth: float, mains: float, bands: float, seed: int):
    """A face that drifts a little, under light that flickers twice as fast as the mains."""
    source = np.random.default_rng(seed)
    base, drift = source.integers(40, 180, (48, 64)), source.normal(0, 12, (48, 64))
    rows = np.arange(48)[:, None] * bands
    for number in range(round(rate * seconds)):
        time = number / rate
        light = 1 + depth * np.sin(2 * np.pi * (2 * mains * time + rows))
        picture = (base + drift * np.sin(0.3 * time)) * light + source.normal(0, 1, (48, 64))
        yield np.clip(picture, 0, 255).astype(np.uint8)


def faults(pictures, rate: float) -> set[str]:
    """What is said of calibration and exam that such pictures were taken in."""
    watch, recording = FeedWatch(), Recording(SECONDS, rate)
    seen = np.array(
        [
            [np.nan if each is None else each for each in watch.push(Micros(int(time)), picture)]
            for time, picture in zip(recording.times, pictures, strict=True)
        ]
    )
    for column, channel in enumerate((Channel.CHANGE, Channel.REPEAT)):
        place = CHANNELS.index(channel)
        recording.values[:, place] = seen[:, column]
        recording.reasons[np.isnan(seen[:, column]), place] = Missing.NOT_LOOKED.value
    track = recording.track()
    first = track.between(Interval(Micros(0), from_seconds(8)))
    found = [*lifeless(first, OPTIONS), *loop_in_exam(track, OPTIONS)]
    return {finding.fault.value for finding in found}


@settings(max_examples=25, deadline=None)
@given(
    st.floats(8, 60),
    st.floats(0.005, 0.10),
    st.sampled_from([50.0, 60.0, 49.9, 60.1]),
    st.sampled_from([0.0, 0.01, 0.05, 0.2]),
    st.integers(0, 99),
)
@example(12.0, 0.10, 50.0, 0.05, 5)
@example(25.0, 0.10, 50.0, 0.0, 5)
@example(60.0, 0.05, 60.0, 0.2, 5)
def test_flicker_as_a_whole_or_in_bands_is_no_loop(
    rate: float, depth: float, mains: float, bands: float, seed: int
) -> None:
    rate = round(rate * SECONDS) / SECONDS
    assert faults(scene(rate, SECONDS, depth, mains, bands, seed), rate) == set()


@pytest.mark.parametrize("rate", [8.0, 12.0, 30.0])
def test_a_loop_under_flickering_light_is_still_one(rate: float) -> None:
    once = list(scene(rate, 5.5, 0.05, 50.1, 0.02, 5))
    assert faults(once * 4, rate) == {"looped_picture"}
