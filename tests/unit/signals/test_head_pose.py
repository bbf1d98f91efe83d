"""Head pose of shapes in known postures."""

from dataclasses import replace

import numpy as np
import pytest

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.topology import neutral_shape
from proctor_desktop.signals.head_pose import angles, head_pose, viewing_ray
from proctor_desktop.signals.options import SignalOptions
from tests.unit.signals.faces import FOCAL_PX, SIZE, face, rotation

OPTIONS = SignalOptions()


@pytest.mark.parametrize(
    ("yaw", "pitch", "roll"), [(0, 0, 0), (20, 0, 0), (-35, 10, 5), (12, -20, -15), (0, 25, 30)]
)
def test_angles_are_read_back_from_a_rotation(yaw, pitch, roll):
    assert angles(rotation(yaw, pitch, roll)) == pytest.approx((yaw, pitch, roll))


def test_a_face_in_the_middle_that_looks_ahead_has_no_rotation():
    pose = head_pose(face(), SIZE, neutral_shape(), OPTIONS)

    assert (pose.yaw, pose.roll) == pytest.approx((0, 0), abs=0.1)
    assert pose.pitch == pytest.approx(0, abs=2)


@pytest.mark.parametrize(
    ("axis", "turn", "sign"),
    [
        pytest.param("yaw", rotation(yaw=15), 1, id="nose_towards_the_pictures_right"),
        pytest.param("yaw", rotation(yaw=-15), -1, id="nose_towards_the_pictures_left"),
        pytest.param("pitch", rotation(pitch=12), 1, id="chin_up"),
        pytest.param("pitch", rotation(pitch=-12), -1, id="chin_down"),
        pytest.param("roll", rotation(roll=10), 1, id="clockwise"),
        pytest.param("roll", rotation(roll=-10), -1, id="counter_clockwise"),
    ],
)
def test_each_axis_has_the_projects_sign(axis, turn, sign):
    pose = head_pose(face(turn), SIZE, neutral_shape(), OPTIONS)

    assert sign * getattr(pose, axis) > 8
    for other in {"yaw", "pitch", "roll"} - {axis}:
        assert abs(getattr(pose, other)) < 2.2


def test_the_nose_moves_right_when_yaw_is_positive():
    nose = face(rotation(yaw=20)).points[1]

    assert nose[0] > 320 + 5


def test_left_and_right_turns_are_reported_alike():
    right = head_pose(face(rotation(yaw=30)), SIZE, neutral_shape(), OPTIONS).yaw
    left = head_pose(face(rotation(yaw=-30)), SIZE, neutral_shape(), OPTIONS).yaw

    assert right == pytest.approx(-left, abs=0.1)


def test_a_face_beside_the_axis_that_looks_parallel_to_it_is_not_turned():
    x = 150.0
    seen_from = np.degrees(np.arctan2(x, FOCAL_PX))
    beside = face(rotation(yaw=seen_from), middle=(320 + x, 240))

    corrected = head_pose(beside, SIZE, neutral_shape(), OPTIONS).yaw
    plain = head_pose(beside, SIZE, neutral_shape(), replace(OPTIONS, focal_length=10)).yaw

    assert abs(corrected) < 4
    assert plain > 10


def test_the_size_of_the_picture_does_not_matter():
    small = face(rotation(yaw=18, pitch=-6), middle=(200, 100))
    large = FaceLandmarks(small.points * 2, 1.0)

    one = head_pose(small, SIZE, neutral_shape(), OPTIONS)
    other = head_pose(large, (1280, 960), neutral_shape(), OPTIONS)

    assert (one.yaw, one.pitch, one.roll) == pytest.approx(
        (other.yaw, other.pitch, other.roll), abs=1e-3
    )


def test_the_ray_through_the_middle_is_the_axis():
    assert viewing_ray(np.array([320.0, 240.0]), SIZE, 0.87) == pytest.approx((0, 0, 1))
