from collections import Counter

import numpy as np
import pytest

from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import CAST, looks_of
from proctor_desktop.simulation.head import (
    BACK_RINGS,
    HAIR_RINGS,
    IRIS_CENTERS,
    MIRROR_PAIRS,
    OVAL,
    Head,
    Proportions,
    build_head,
)
from proctor_desktop.simulation.portrait import portrait
from proctor_desktop.simulation.pose import PinholeCamera, Pose

NOSE, CHIN, FOREHEAD = 1, 152, 10


@pytest.fixture(scope="module")
def head() -> Head:
    return build_head(portrait(), Proportions())


def test_pupils_are_as_far_apart_as_on_people(head):
    left, right = head.vertices[list(IRIS_CENTERS)]
    assert right[0] - left[0] == pytest.approx(6.3, abs=0.1)


def test_head_faces_straight_ahead(head):
    left, right = np.array(MIRROR_PAIRS).T
    across = (head.vertices[right] - head.vertices[left]).sum(axis=0)
    assert across[1:] / across[0] == pytest.approx([0, 0], abs=1e-6)
    assert head.vertices[FOREHEAD, 2] == pytest.approx(head.vertices[CHIN, 2], abs=1e-6)


def test_surface_is_closed(head):
    shell = 2 * len(OVAL) * (len(HAIR_RINGS) + len(BACK_RINGS)) + len(OVAL) - 2
    once = head.triangles[:-shell]  # the shell comes a second time, from inside
    _, place = np.unique(head.vertices.round(6), axis=0, return_inverse=True)
    edges = Counter(
        frozenset((triangle[corner], triangle[(corner + 1) % 3]))
        for triangle in place.ravel()[once].tolist()
        for corner in range(3)
    )
    assert set(edges.values()) == {2}


def test_face_looks_outwards(head):
    assert head.normals[NOSE, 2] < -0.5
    assert np.linalg.norm(head.normals, axis=1).max() == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("name", CAST)
def test_everybody_turns_to_the_same_side(name):
    candidate, camera = Candidate(looks_of(name)), PinholeCamera()
    straight, turned = (
        candidate.landmarks(pose, camera)[NOSE, 0] for pose in (Pose(), Pose(yaw=20))
    )
    assert turned > straight + 10


def test_proportions_are_factors(head):
    wide = build_head(portrait(), Proportions(width=1.1))
    assert np.ptp(wide.vertices[:, 0]) == pytest.approx(1.1 * np.ptp(head.vertices[:, 0]))
