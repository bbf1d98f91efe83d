"""The pyramid draws fast and loses no extreme value."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.gui.display.pyramid import FACTOR, MinMaxPyramid


def filled(values: np.ndarray, pieces: int = 1) -> MinMaxPyramid:
    pyramid = MinMaxPyramid()
    times = np.arange(len(values)) / 12
    for part in np.array_split(np.arange(len(values)), pieces):
        pyramid.extend(times[part], values[part].astype(np.float32))
    return pyramid


def test_few_samples_are_drawn_as_they_are() -> None:
    times, values = filled(np.arange(20.0)).window(0, 2, 100)
    assert values.tolist() == list(range(20))
    assert times[-1] == pytest.approx(19 / 12)


@pytest.mark.parametrize("pieces", [1, 7, 500])
def test_whole_exam_keeps_extremes_in_few_points(pieces: int) -> None:
    values = np.random.default_rng(4).normal(0, 5, 130_000)
    values[77_777] = 60.0
    values[130_000 - 1] = -60.0
    _, drawn = filled(values, pieces).window(0, 11_000, 1000)
    assert len(drawn) <= 2 * FACTOR * 1000 + FACTOR
    assert drawn.max() == 60.0
    assert drawn.min() == -60.0


def test_time_without_a_value_stays_a_gap() -> None:
    values = np.zeros(10_000)
    values[4000:6000] = np.nan
    times, drawn = filled(values).window(0, 1000, 100)
    inside = (times > 4100 / 12) & (times < 5900 / 12)
    assert inside.any()
    assert np.isnan(drawn[inside]).all()


@given(st.lists(st.floats(-90, 90, width=32), min_size=1, max_size=3000), st.integers(1, 40))
def test_no_extreme_is_lost_however_the_samples_came(values: list[float], pieces: int) -> None:
    array = np.array(values, np.float32)
    _, drawn = filled(array, min(pieces, len(values))).window(0, len(values) / 12, 5)
    assert drawn.max() == array.max()
    assert drawn.min() == array.min()


def test_clear_forgets_everything() -> None:
    pyramid = filled(np.ones(5000))
    pyramid.clear()
    pyramid.extend(np.array([0.0]), np.array([3.0], np.float32))
    assert pyramid.window(0, 10, 10)[1].tolist() == [3.0]
