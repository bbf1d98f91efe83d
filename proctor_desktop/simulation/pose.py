"""Where a simulated person is and looks, and the camera that sees it."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

HORIZONTAL_FIELD_DEG = 60.0
"""Field of view of the simulated camera: a usual laptop webcam (55 to 65 degrees)."""


def half_of(field: float) -> float:
    """Half the width of what a camera with this field of view in degrees sees, per distance."""
    return math.tan(math.radians(field / 2))


@dataclass(frozen=True, slots=True)
class Pose:
    """Posture of one person; angles in degrees with the project's signs, lengths in centimetres.

    Attributes:
        yaw, pitch, roll: rotation of the head in the camera's frame; zero faces along the optical
            axis. The head turns (yaw), then nods (pitch), then tilts (roll), each about its own
            axis as left by the one before.
        gaze_horizontal, gaze_vertical: rotation of the eyes in the head.
        closed: how far the lids are closed, 0 open to 1 shut.
        smile, mouth: how broad the smile and how wide open the mouth is, 0 to 1.
        x, y: place of the head's pivot to the right of and above the optical axis.
        distance: from the camera to the head's pivot, along the optical axis.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    gaze_horizontal: float = 0.0
    gaze_vertical: float = 0.0
    closed: float = 0.0
    x: float = 0.0
    y: float = 0.0
    distance: float = 60.0
    smile: float = 0.0
    mouth: float = 0.0

    def moved(self, **changes: float) -> "Pose":
        """The same posture with ``changes`` added to the named fields."""
        return replace(self, **{name: getattr(self, name) + by for name, by in changes.items()})

    def rotation(self) -> NDArray[np.float64]:
        """Matrix (3, 3) from the head's frame to the camera's: x right, y down, z away."""
        yaw, pitch, roll = (math.radians(a) for a in (self.yaw, self.pitch, self.roll))
        about_y = _turn(0, 2, yaw)
        about_x = _turn(1, 2, -pitch)
        about_z = _turn(0, 1, roll)
        turned: NDArray[np.float64] = about_y @ about_x @ about_z
        return turned


def _turn(first: int, second: int, angle: float) -> NDArray[np.float64]:
    """Rotation by ``angle`` that carries axis ``first`` towards axis ``second``."""
    matrix = np.eye(3)
    cosine, sine = math.cos(angle), math.sin(angle)
    matrix[first, first] = matrix[second, second] = cosine
    matrix[second, first], matrix[first, second] = sine, -sine
    return matrix


@dataclass(frozen=True)
class PinholeCamera:
    """An ideal camera with its optical axis through the middle of the picture.

    Attributes:
        width, height: of the picture in pixels.
        field: of view from left to right in degrees.
    """

    width: int = 640
    height: int = 480
    field: float = HORIZONTAL_FIELD_DEG

    @cached_property
    def focal(self) -> float:
        """Focal length in pixels: 0.866 picture widths for a field of 60 degrees."""
        return self.width / 2 / half_of(self.field)

    def project(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels (n, 2) of points (n, 3) in centimetres in the camera's frame."""
        middle = (self.width / 2, self.height / 2)
        pixels: NDArray[np.float64] = points[:, :2] * (self.focal / points[:, 2:]) + middle
        return pixels
