"""Which landmark is which, and the generic neutral shape of a face.

FaceMesh numbers its landmarks, and FaceLandmarker alike; the sets here name the ones that are
measured or drawn, and nobody outside this room knows a number. "Picture left" is the
left side of the unmirrored picture, which is the candidate's own right.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from proctor_desktop import paths

MESH_COUNT = 468
"""Landmarks of the face's surface; the ten behind them are the irises."""

NEUTRAL_SHAPE_FILE = "shapes/neutral_face.csv"


@dataclass(frozen=True, slots=True)
class EyeTopology:
    """Landmark numbers of one eye.

    Attributes:
        outer, inner: corners.
        upper, lower: pairs of points of the lids that lie above each other, from outside to inside.
        iris: centre of the iris, and then its rim: four points.
        iris_rim: towards the picture's right, up, left, down, in some order around the centre.
    """

    outer: int
    inner: int
    upper: tuple[int, ...]
    lower: tuple[int, ...]
    iris: int
    iris_rim: tuple[int, ...]


PICTURE_LEFT_EYE = EyeTopology(
    outer=33,
    inner=133,
    upper=(160, 159, 158),
    lower=(144, 145, 153),
    iris=468,
    iris_rim=(469, 470, 471, 472),
)
PICTURE_RIGHT_EYE = EyeTopology(
    outer=263,
    inner=362,
    upper=(387, 386, 385),
    lower=(373, 374, 380),
    iris=473,
    iris_rim=(474, 475, 476, 477),
)
EYES = (PICTURE_LEFT_EYE, PICTURE_RIGHT_EYE)

FACE_SIDES = (234, 454)
"""The widest points of the face, picture left and right, in front of the ears."""

FOREHEAD, CHIN, NOSE_TIP = 10, 152, 1


@dataclass(frozen=True, slots=True)
class RestingEyes:
    """Eyes that look straight ahead, both averaged, in eye widths.

    Attributes:
        opening: gap between the lids; on ten people it was 0.25 to 0.34.
        upper: height of the upper lid above the line between the corners.
        iris: height of the iris above that line; on fourteen people it was 0.01 to 0.11.
        apart: how much further to the picture's right than the middle of both the left eye's iris
            sits in its eye; on 35 people it was -0.07 to 0.
        travel: how far this landmark model lets iris and lids travel, over FaceMesh.
    """

    opening: float = 0.28
    upper: float = 0.19
    iris: float = 0.05
    apart: float = -0.035
    travel: float = 1.0


FACE_MESH_EYES = RestingEyes()


@dataclass(frozen=True, slots=True, eq=False)
class NeutralShape:
    """A face that looks into the camera.

    Attributes:
        points: float64 (468, 3): x to the picture's right, y down, z away from the camera, the
            centroid at the origin; unit: distance between the outer corners of the eyes.
        weights: float64 (468,), how much each point counts in an alignment; they add up to 1.
        eyes: how they rest; the faces behind the generic shape are too small to show it.
        is_own: whether it is the candidate's own shape.
    """

    points: NDArray[np.float64]
    weights: NDArray[np.float64]
    eyes: RestingEyes = RestingEyes()
    is_own: bool = False


@cache
def _neutral_table(name: str) -> NDArray[np.float64]:
    table = np.loadtxt(paths.resource(name), delimiter=",", comments="#")
    if table.shape != (MESH_COUNT, 5):
        raise ValueError(f"{name} has shape {table.shape}")
    return np.asarray(table, np.float64)


def neutral_shape(
    name: str = NEUTRAL_SHAPE_FILE, eyes: RestingEyes = FACE_MESH_EYES
) -> NeutralShape:
    """The generic shape that `proctor_desktop.landmarks.neutral_shape` measured with one of the
    landmark models, by the name of its file."""
    table = _neutral_table(name)
    return NeutralShape(table[:, :3].copy(), table[:, 4].copy(), eyes)


@cache
def mirror() -> NDArray[np.intp]:
    """For each of the 468 landmarks the one on the other side of the face."""
    return _neutral_table(NEUTRAL_SHAPE_FILE)[:, 3].astype(np.intp)
