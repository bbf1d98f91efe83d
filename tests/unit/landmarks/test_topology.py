"""The generic neutral shape and the landmark sets."""

import numpy as np
import pytest

from proctor_desktop.landmarks.alignment import align
from proctor_desktop.landmarks.neutral_shape import level, mean_shape, mirrored_landmarks, symmetric
from proctor_desktop.landmarks.topology import (
    CHIN,
    EYES,
    FOREHEAD,
    MESH_COUNT,
    PICTURE_LEFT_EYE,
    PICTURE_RIGHT_EYE,
    mirror,
    neutral_shape,
)


def test_the_neutral_shape_is_symmetric():
    shape = neutral_shape().points

    assert shape.shape == (MESH_COUNT, 3)
    assert np.allclose((shape * (-1, 1, 1))[mirror()], shape, atol=2e-5)


def test_the_neutral_shape_looks_straight_ahead():
    shape = neutral_shape().points

    assert shape[FOREHEAD, 2] == pytest.approx(shape[CHIN, 2], abs=1e-4)
    assert shape[1, 2] < shape[:, 2].mean(), "the nose points to the camera"
    assert shape[CHIN, 1] > shape[FOREHEAD, 1], "y grows downwards"


def test_the_unit_is_the_distance_of_the_outer_corners():
    shape = neutral_shape().points
    apart = shape[PICTURE_RIGHT_EYE.outer] - shape[PICTURE_LEFT_EYE.outer]

    assert np.linalg.norm(apart) == pytest.approx(1.0, abs=1e-3)
    assert apart[0] > 0, "the picture's right is where x is larger"


def test_the_mirror_exchanges_the_eyes():
    left, right = EYES

    assert mirror()[left.outer] == right.outer
    assert mirror()[left.inner] == right.inner
    assert [mirror()[point] for point in left.upper] == list(right.upper)
    assert [mirror()[point] for point in left.lower] == list(right.lower)


def test_weights_add_up_and_trust_the_nose_bridge_more_than_the_lips():
    weights = neutral_shape().weights

    assert weights.sum() == pytest.approx(1.0, abs=1e-3)
    assert weights[168] > 2 * weights[14]


def test_the_script_finds_the_shape_again_in_crooked_and_noisy_copies():
    shape = neutral_shape().points
    rng = np.random.default_rng(4)
    faces = []
    for _ in range(20):
        angle = rng.normal(0, 0.15)
        turn = np.array(
            [[np.cos(angle), 0, -np.sin(angle)], [0, 1, 0], [np.sin(angle), 0, np.cos(angle)]]
        )
        faces.append(80 * (shape + rng.normal(0, 0.01, shape.shape)) @ turn.T + 100)

    mean, variance = mean_shape(faces)
    partner = mirrored_landmarks(mean)
    found = level(symmetric(mean, partner))

    assert (partner == mirror()).mean() > 0.98
    fit = align(shape, found, neutral_shape().weights)
    assert fit.residual < 0.005
    assert np.degrees(np.arccos((np.trace(fit.rotation) - 1) / 2)) < 0.5
    assert variance.mean() == pytest.approx(3e-4, rel=0.3)
