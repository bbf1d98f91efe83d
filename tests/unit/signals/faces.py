"""Landmarks of the neutral shape in known postures, without a picture or a model."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import LANDMARK_COUNT, FaceLandmarks
from proctor_desktop.landmarks.topology import EYES, MESH_COUNT, neutral_shape

SIZE = (640, 480)
FOCAL_PX = 0.87 * 640


def rotation(yaw: float = 0, pitch: float = 0, roll: float = 0) -> NDArray[np.float64]:
    """From the head's to the camera's frame, degrees, in the project's signs."""
    cy, cx, cz = np.cos(np.radians([yaw, pitch, roll]))
    sy, sx, sz = np.sin(np.radians([yaw, pitch, roll]))
    about_y = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cx, sx], [0, -sx, cx]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


def face(
    turn: NDArray[np.float64] | None = None,
    middle: tuple[float, float] = (320.0, 240.0),
    eye_px: float = 90.0,
    iris: tuple[float, float] = (0.0, 0.05),
    lids: float | None = None,
) -> FaceLandmarks:
    """The neutral face, turned, seen from straight ahead.

    Args:
        turn: rotation of the head.
        middle: where its middle lies, in pixels.
        eye_px: distance between the outer corners.
        iris: place of the irises beside and above the middle of the eyes, in eye widths.
        lids: lid opening in eye widths; None leaves it.
    """
    points = np.zeros((LANDMARK_COUNT, 3))
    points[:MESH_COUNT] = neutral_shape().points
    for eye in EYES:
        _set_eye(points, eye, iris, lids)
    turned = points if turn is None else points @ turn.T
    placed = eye_px * turned + (*middle, 0.0)
    return FaceLandmarks(placed.astype(np.float32), 1.0)


def _set_eye(points, eye, iris, lids) -> None:
    left, right = sorted((eye.outer, eye.inner), key=lambda corner: points[corner, 0])
    across = points[right, :2] - points[left, :2]
    width = np.linalg.norm(across)
    along = across / width
    up = np.array([along[1], -along[0]])
    middle = (points[left] + points[right]) / 2
    for point in (eye.iris, *eye.iris_rim):
        points[point] = middle
        points[point, :2] += width * (iris[0] * along + iris[1] * up)
    if lids is None:
        return
    for upper, lower in zip(eye.upper, eye.lower, strict=True):
        between = (points[upper] + points[lower]) / 2
        for point, side in ((upper, 1), (lower, -1)):
            points[point] = between
            points[point, :2] += side * lids * width / 2 * up
