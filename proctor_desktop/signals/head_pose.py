"""Head rotation from a face's own landmarks.

The neutral shape is carried onto the landmarks' x, y and z (`landmarks.alignment`), and the
rotation is turned by the viewing ray of the head: FaceMesh sees a face as from straight ahead, so a
face beside the optical axis looks turned by the angle of its ray.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.alignment import Alignment, Template
from proctor_desktop.landmarks.topology import MESH_COUNT, NeutralShape
from proctor_desktop.signals.options import SignalOptions

Matrix = NDArray[np.float64]

_SMALL_TURNS, _LARGE_TURNS, _LARGEST_KNOWN_TURN = 0.95, 0.102, 60.0

_UNSEEN_RAY = 0.12
"""Share of the viewing ray's angle that does not show in FaceMesh's landmarks.

The picture of a face beside the axis is sheared like that of a turned face, but has not its
foreshortening: taking the whole angle out overcorrected six rendered people by a seventh.
"""

_LEVEL = 3.0
"""Degrees by which a face that looks straight ahead is measured too low: 1.1 on the average of six
rendered people, 5 on five photographs with known pose. Real people count for more."""

_NODS = 1.02
"""How much larger nods are than they are measured: 1.03 times on those rendered people, 1.07 on
those photographs."""

_RESPONSE = np.array([[1.0, 1.0, 1.58], [1.0, 1.0, 1.63], [1.63, 1.04, 3.13]])
"""How much each pair of axes counts (row: of the picture, column: of the head).

FaceMesh's depth follows a turn to the side too little and a nod too much, on real heads and on
rendered ones alike, and how far points before and behind the middle shift in the picture says more
than how they shrink together. Fitted to six rendered people and to the yaw of Pointing'04 together.
"""


@dataclass(frozen=True, slots=True, eq=False)
class HeadPose:
    """Rotation of the head and how it was found.

    Attributes:
        yaw, pitch, roll: in degrees, relative to a face that looks along the camera's axis. Yaw and
            pitch are the direction of the face (azimuth and elevation), roll turns around it.
        alignment: of the neutral shape on the stretched landmarks, before the ray was applied.
    """

    yaw: float
    pitch: float
    roll: float
    alignment: Alignment


def head_pose(
    face: FaceLandmarks, size: tuple[int, int], neutral: NeutralShape, options: SignalOptions
) -> HeadPose:
    """Rotation of the head of ``face`` in a frame of ``size`` (width, height) pixels."""
    alignment = aligned(face.points[:MESH_COUNT], neutral, options)
    ray = viewing_ray(alignment.offset, size, options.focal_length)
    yaw, pitch, roll = angles(_turn_to(ray) @ _unsaturated(alignment.rotation))
    beside, below = (math.degrees(_UNSEEN_RAY * math.asin(part)) for part in ray[:2])
    return HeadPose(yaw + beside, _NODS * (pitch - below) + _LEVEL, roll, alignment)


@lru_cache(maxsize=8)
def _template(neutral: NeutralShape, depth_stretch: float) -> Template:
    stretch = np.array([1.0, 1.0, depth_stretch])
    return Template(neutral.points, neutral.weights, _RESPONSE, stretch)


def aligned(
    points: NDArray[np.float32], neutral: NeutralShape, options: SignalOptions
) -> Alignment:
    """Alignment of the neutral shape on surface landmarks, the depth of both stretched alike."""
    return _template(neutral, options.depth_stretch).onto(points)


def _unsaturated(rotation: Matrix) -> Matrix:
    """The rotation with its turn to the side set right for how FaceMesh reports it.

    It reports small turns a little too large and gives way beyond 35 degrees: 15 degrees come out
    as 16, 45 as 42, on real faces (Pointing'04) and rendered ones alike.
    """
    yaw = angles(rotation)[0]
    share = min(abs(yaw), _LARGEST_KNOWN_TURN) / 45
    turn = math.radians(yaw * (_SMALL_TURNS + _LARGE_TURNS * share**2 - 1))
    cosine, sine = math.cos(turn), math.sin(turn)
    about_y = np.array([[cosine, 0.0, -sine], [0.0, 1.0, 0.0], [sine, 0.0, cosine]])
    return np.asarray(about_y @ rotation)


def viewing_ray(
    point: Sequence[float] | NDArray[np.float64], size: tuple[int, int], focal_length: float
) -> tuple[float, float, float]:
    """Unit vector from the camera through a point of the picture: x right, y down, z ahead."""
    width, height = size
    x, y, z = point[0] - width / 2, point[1] - height / 2, focal_length * max(size)
    length = math.hypot(x, y, z)
    return x / length, y / length, z / length


def _turn_to(ray: tuple[float, float, float]) -> Matrix:
    """Smallest rotation (3, 3) that carries the optical axis onto the ray."""
    x, y, z = ray
    share = 1 / (1 + z)
    return np.array(
        [
            [1 - share * x * x, -share * x * y, x],
            [-share * x * y, 1 - share * y * y, y],
            [-x, -y, z],
        ]
    )


def angles(rotation: Matrix) -> tuple[float, float, float]:
    """Yaw, pitch and roll in degrees, in the project's signs, of a rotation of the camera's frame.

    The camera's frame has x to the picture's right, y down and z away from the camera; the face
    looks along its own -z.
    """
    (_, _, x), (across_x, across_y, y), (_, _, z) = rotation.tolist()
    yaw = math.atan2(-x, z)
    pitch = math.atan2(y, math.hypot(x, z))
    return math.degrees(yaw), math.degrees(pitch), math.degrees(math.atan2(across_x, across_y))
