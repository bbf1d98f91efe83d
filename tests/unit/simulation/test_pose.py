import numpy as np
import pytest

from proctor_desktop.simulation.pose import PinholeCamera, Pose

FORWARD = np.array([0.0, 0.0, -1.0])  # towards the camera
UPWARD = np.array([0.0, -1.0, 0.0])


@pytest.mark.parametrize(
    ("pose", "axis", "expected"),
    [
        pytest.param(Pose(yaw=30), FORWARD, (0.5, 0, -0.866), id="yaw_goes_right"),
        pytest.param(Pose(pitch=30), FORWARD, (0, -0.5, -0.866), id="pitch_goes_up"),
        pytest.param(Pose(roll=30), UPWARD, (0.5, -0.866, 0), id="roll_goes_clockwise"),
        pytest.param(Pose(yaw=90, roll=90), FORWARD, (1, 0, 0), id="roll_keeps_direction"),
    ],
)
def test_positive_angles_follow_the_signs_of_the_project(pose, axis, expected):
    assert pose.rotation() @ axis == pytest.approx(np.array(expected), abs=1e-3)


def test_camera_sees_sixty_degrees():
    camera = PinholeCamera(640, 480)
    edge = np.array([[np.tan(np.radians(30)) * 50, 0.0, 50.0]])
    assert camera.project(edge)[0] == pytest.approx([640, 240])


def test_twice_as_far_is_half_as_large():
    camera = PinholeCamera()
    near, far = camera.project(np.array([[5.0, 0, 50], [5.0, 0, 100]]))
    assert near[0] - 320 == pytest.approx(2 * (far[0] - 320))


def test_moving_adds_to_the_named_fields_only():
    assert Pose(yaw=5, x=2).moved(yaw=3) == Pose(yaw=8, x=2)
