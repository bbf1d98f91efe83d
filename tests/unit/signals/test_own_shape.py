"""The candidate's own face, learned from calibration."""

import numpy as np
import pytest

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.alignment import align
from proctor_desktop.landmarks.topology import neutral_shape
from proctor_desktop.signals.head_pose import head_pose
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.signals.own_shape import own_shape
from tests.unit.signals.faces import SIZE, face, rotation

OPTIONS = SignalOptions()


def narrow(turn: np.ndarray) -> FaceLandmarks:
    """A candidate whose face is a tenth narrower than the generic one."""
    plain = face(np.eye(3), middle=(0, 0), eye_px=1)
    points = plain.points.astype(np.float64) * (0.9, 1, 1)
    return FaceLandmarks((90 * points @ turn.T + (320, 240, 0)).astype(np.float32), 1.0)


def test_the_own_shape_fits_the_candidate_better_than_the_generic_one():
    own = own_shape([narrow(rotation(yaw=2 * np.sin(i))) for i in range(20)], OPTIONS)
    generic = neutral_shape()
    seen = narrow(rotation()).points[:468].astype(np.float64)

    assert own is not None
    assert (
        align(own.points, seen, own.weights).residual
        < 0.3 * align(generic.points, seen, generic.weights).residual
    )


def test_a_calibration_with_the_head_turned_does_not_become_the_shape():
    own = own_shape([narrow(rotation(yaw=12)) for _ in range(20)], OPTIONS)

    assert own is not None
    assert head_pose(narrow(rotation(yaw=12)), SIZE, own, OPTIONS).yaw > 9
    assert abs(head_pose(narrow(rotation()), SIZE, own, OPTIONS).yaw) < 1


def test_too_few_steady_frames_give_no_own_shape():
    assert own_shape([narrow(rotation())] * 9, OPTIONS) is None


def test_the_own_shape_knows_how_far_the_lids_rest_open():
    own = own_shape([face(rotation(yaw=i - 5), lids=0.21) for i in range(11)], OPTIONS)

    assert own is not None
    assert own.eyes.opening == pytest.approx(0.21, abs=0.01)


def test_shut_eyes_are_not_taken_for_resting_ones():
    """Laughing with shut eyes for most of calibration says nothing about how they rest."""
    open_ones = [face(rotation(yaw=i - 5), lids=0.26, iris=(0, 0.06)) for i in range(12)]
    shut_ones = [face(rotation(yaw=i / 5), lids=0.12, iris=(0, -0.03)) for i in range(60)]

    own = own_shape(shut_ones + open_ones, OPTIONS)

    assert own is not None
    assert own.eyes.opening == pytest.approx(0.26, abs=0.01)
    assert own.eyes.iris == pytest.approx(0.06, abs=0.01)
