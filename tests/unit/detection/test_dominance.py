"""Which axis a movement is about."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.detection.dominance import Dominance

LEFT, RIGHT, DOWN, UP = range(4)


def labels(horizontal: list[float], vertical: list[float]) -> list[int]:
    return Dominance(0.8).labels([np.array(horizontal), np.array(vertical)]).tolist()


@pytest.mark.parametrize(
    ("horizontal", "vertical", "expected"),
    [
        pytest.param([-2.0], [0.1], [LEFT], id="left"),
        pytest.param([2.0], [-0.1], [RIGHT], id="right"),
        pytest.param([0.1], [-2.0], [DOWN], id="down"),
        pytest.param([-0.1], [2.0], [UP], id="up"),
        pytest.param([2, 1.9, 2.1], [1, 2.0, 2.0], [RIGHT, RIGHT, RIGHT], id="close_call_stays"),
        pytest.param([2, 1.9, 1.0], [1, 2.0, 2.0], [RIGHT, RIGHT, UP], id="clear_call_changes"),
        pytest.param([2.0, 2.1], [2.1, 2.0], [UP, UP], id="first_close_call_stays"),
        pytest.param([2, 0, 2.0], [1, 0, 2.1], [RIGHT, LEFT, UP], id="rest_forgets"),
        pytest.param([2, -2.0], [1, 2.1], [RIGHT, UP], id="other_side_is_no_close_call"),
    ],
)
def test_the_furthest_axis_decides(
    horizontal: list[float], vertical: list[float], expected: list[int]
) -> None:
    assert labels(horizontal, vertical) == expected


values = st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.floats(-3, 3)), max_size=40)


@given(values, st.integers(0, 40))
def test_chunks_make_no_difference(rows: list[tuple[float, float, float]], cut: int) -> None:
    columns = np.array(rows, float).reshape(len(rows), 3).T
    whole = Dominance(0.8).labels(list(columns))
    pieces = Dominance(0.8)
    parts = [pieces.labels(list(columns[:, :cut])), pieces.labels(list(columns[:, cut:]))]
    assert np.concatenate(parts).tolist() == whole.tolist()


@given(values)
def test_a_label_is_always_near_the_largest(rows: list[tuple[float, float, float]]) -> None:
    columns = np.array(rows, float).reshape(len(rows), 3).T
    for label, row in zip(Dominance(0.8).labels(list(columns)), rows, strict=True):
        largest = max(abs(value) for value in row)
        assert abs(row[label // 2]) * 1.5 >= largest - 1e-12
        assert label % 2 == (row[label // 2] > 0)
