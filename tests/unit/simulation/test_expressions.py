import numpy as np
import pytest

from proctor_desktop.simulation.expressions import CORNERS, with_expression
from proctor_desktop.simulation.head import CHIN, LIDS, MOUTH, TOP, Head, Proportions, build_head
from proctor_desktop.simulation.portrait import portrait
from proctor_desktop.simulation.pose import Pose

MIDDLE = len(MOUTH[0]) // 2


@pytest.fixture(scope="module")
def head() -> Head:
    return build_head(portrait(), Proportions())


def lips_apart(vertices: np.ndarray) -> float:
    upper, lower = (vertices[rim[MIDDLE]] for rim in MOUTH)
    return float(lower[1] - upper[1])


def test_nobody_makes_a_face_unasked(head):
    assert with_expression(head.vertices, Pose()) is head.vertices


def test_a_smile_pulls_the_corners_of_the_mouth_apart_and_up(head):
    before, after = head.vertices, with_expression(head.vertices, Pose(smile=1.0))
    left, right = CORNERS
    assert after[right, 0] - after[left, 0] > before[right, 0] - before[left, 0] + 0.8
    assert (after[list(CORNERS), 1] < before[list(CORNERS), 1] - 0.4).all()


def test_a_yawn_opens_the_mouth_and_takes_the_chin_along(head):
    before, after = head.vertices, with_expression(head.vertices, Pose(mouth=1.0))
    assert lips_apart(after) > lips_apart(before) + 2.5
    assert after[CHIN, 1] > before[CHIN, 1] + 2.5


@pytest.mark.parametrize("pose", [Pose(smile=1.0), Pose(mouth=1.0)])
def test_forehead_and_eyes_stay_where_they_are(head, pose):
    moved = np.linalg.norm(with_expression(head.vertices, pose) - head.vertices, axis=1)
    lids = [index for eye in LIDS for lid in eye for index in lid]
    assert moved[TOP] < 0.05
    assert moved[lids].max() < 0.3
