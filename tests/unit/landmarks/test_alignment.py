"""Alignment of point sets with known rotations."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proctor_desktop.landmarks.alignment import align

RNG = np.random.default_rng(1)
SHAPE = RNG.normal(size=(60, 3))
EVEN = np.full(60, 1 / 60)


def rotation(yaw: float, pitch: float, roll: float) -> np.ndarray:
    """About y, then x, then z."""
    cy, sy, cx, sx, cz, sz = (f(a) for a in (yaw, pitch, roll) for f in (np.cos, np.sin))
    about_y = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


@settings(max_examples=40, deadline=None)
@given(*[st.floats(-1.2, 1.2)] * 3, st.floats(0.01, 500))
def test_a_rotated_scaled_and_moved_shape_is_found_exactly(yaw, pitch, roll, scale):
    turn = rotation(yaw, pitch, roll)
    target = scale * SHAPE @ turn.T + (12.0, -7.0, 3.0)

    found = align(SHAPE, target, EVEN)

    assert np.allclose(found.rotation, turn, atol=1e-6)
    assert found.scale == pytest.approx(scale, rel=1e-6)
    assert np.allclose(found.undone(target), SHAPE, atol=1e-5)
    assert found.residual < 1e-4


def test_the_result_is_a_rotation_and_never_a_reflection():
    found = align(SHAPE, SHAPE * (-1.0, 1.0, 1.0), EVEN)

    assert np.linalg.det(found.rotation) == pytest.approx(1.0)
    assert found.residual > 0.1


def test_a_point_without_weight_does_not_count():
    weights = EVEN.copy()
    weights[0] = 0
    weights /= weights.sum()
    target = SHAPE.copy()
    target[0] += 50

    assert align(SHAPE, target, weights).residual < 1e-6
    assert align(SHAPE, target, EVEN).residual > 1


def test_the_residual_is_what_is_left_in_units_of_the_source():
    noise = RNG.normal(size=SHAPE.shape)
    found = align(SHAPE, 10 * (SHAPE + 0.01 * noise), EVEN)

    assert found.residual == pytest.approx(0.01 * np.sqrt(3), rel=0.15)


def test_a_response_of_one_changes_nothing_and_a_larger_one_turns_further():
    target = SHAPE @ rotation(0.3, 0.0, 0.0).T
    plain = align(SHAPE, target, EVEN)
    more = np.ones((3, 3))
    more[2, 0] = 1.5

    assert np.allclose(align(SHAPE, target, EVEN, np.ones((3, 3))).rotation, plain.rotation)
    assert align(SHAPE, target, EVEN, more).rotation[2, 0] > plain.rotation[2, 0]
