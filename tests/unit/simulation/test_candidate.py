import numpy as np
import pytest

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.simulation import portrait as portrait_module
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import CAST, looks_of
from proctor_desktop.simulation.pose import PinholeCamera, Pose

CAMERA = PinholeCamera(640, 480)
NOSE, LEFT_IN_PICTURE, RIGHT_IN_PICTURE = 1, 33, 263


@pytest.fixture(scope="module")
def candidate() -> Candidate:
    return Candidate()


def eye_window(candidate: Candidate, pose: Pose) -> np.ndarray:
    """Grey levels around the picture's left eye, four eye widths by one."""
    corners = candidate.landmarks(pose, CAMERA)[[33, 133]]
    (left, top), (right, bottom) = corners.min(axis=0) - 4, corners.max(axis=0) + 4
    picture = candidate.render(pose, CAMERA)[int(top) : int(bottom), int(left) : int(right)]
    return picture.mean(axis=2)


def iris_column(candidate: Candidate, degrees: float) -> float:
    """Column of the darkest stretch of the eye that looks ``degrees`` aside."""
    darkness = 255 - eye_window(candidate, Pose(gaze_horizontal=degrees))
    weights = np.clip(darkness - np.percentile(darkness, 80), 0, None).sum(axis=0)
    return float((weights * np.arange(len(weights))).sum() / weights.sum())


def test_without_scikit_image_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr(portrait_module, "library_folder", lambda _: None)
    with pytest.raises(SettingsError, match=r"pip install .*demo"):
        portrait_module.portrait.__wrapped__()


def test_face_is_as_large_as_a_face(candidate):
    points = candidate.landmarks(Pose(), CAMERA)
    width_cm = np.ptp(points[:, 0]) / CAMERA.focal * 52
    assert 12 < width_cm < 16


@pytest.mark.parametrize(
    ("pose", "axis", "sign"),
    [
        (Pose(yaw=20), 0, 1),
        (Pose(yaw=-20), 0, -1),
        (Pose(pitch=20), 1, -1),
        (Pose(pitch=-20), 1, 1),
    ],
)
def test_nose_points_where_the_head_turns(candidate, pose, axis, sign):
    def nose_before_eyes(at: Pose) -> float:
        points = candidate.landmarks(at, CAMERA)
        eyes = points[[LEFT_IN_PICTURE, RIGHT_IN_PICTURE]].mean(axis=0)
        return float((points[NOSE] - eyes)[axis])

    assert sign * (nose_before_eyes(pose) - nose_before_eyes(Pose())) > 5


def test_clockwise_roll_lowers_the_eye_at_the_right(candidate):
    points = candidate.landmarks(Pose(roll=20), CAMERA)
    assert points[RIGHT_IN_PICTURE, 1] > points[LEFT_IN_PICTURE, 1] + 10


def test_iris_moves_steadily_with_the_gaze(candidate):
    columns = [iris_column(candidate, degrees) for degrees in (-30, -20, -10, 0, 10, 20, 30)]
    assert (np.diff(columns) > 0).all()


def test_closed_lids_hide_the_iris(candidate):
    def dark_rows(pose: Pose) -> float:
        """Rows of the middle of the eye that are as dark as an iris or a line of lashes."""
        window = eye_window(candidate, pose)
        middle = window[:, window.shape[1] // 2 - 2 : window.shape[1] // 2 + 2]
        return float((middle.min(axis=1) < 80).sum())

    assert dark_rows(Pose(closed=1)) <= 0.5 * dark_rows(Pose())


def test_nobody_is_drawn_outside_the_picture(candidate):
    empty = np.full((480, 640, 3), 90, np.uint8)
    drawn = empty.copy()
    candidate.draw(drawn, Pose(x=300), CAMERA)
    assert (drawn == empty).all()


def test_same_posture_gives_the_same_picture(candidate):
    pose = Pose(yaw=12, gaze_vertical=-8, closed=0.2)
    assert (candidate.render(pose) == Candidate().render(pose)).all()


@pytest.mark.parametrize("name", [name for name in CAST if name != "portrait"])
def test_everybody_looks_different(candidate, name):
    other = Candidate(looks_of(name)).render()
    assert np.abs(other.astype(int) - candidate.render()).mean() > 0.3


def test_unknown_people_are_refused():
    with pytest.raises(SettingsError, match="Nobody in the simulation is called bob"):
        looks_of("bob")
