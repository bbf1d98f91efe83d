"""Direction of the eyes in the head, from the irises and the lids.

Everything is measured in the head's own frame, into which the alignment of the head pose carries
the landmarks, so that a turned head shortens neither the eye nor the iris's travel.

Sideways, an eyeball model: the iris travels ``r * sin(angle)`` from the middle between
the corners. Anatomically r is 0.4 eye widths (radius of the eyeball 12 mm, eye 29 mm wide), but
FaceMesh shortens the travel: 0.18 on a person with known gaze, 0.27 to 0.30 on three rendered ones.
Vertically the lids hide most of the iris's travel and follow the eye themselves. Iris and lids are
summed with the weights that predict the rendered people's gaze best; for that person, whose iris
moved by 0.09 and whose lids by 0.25 eye widths per sine, the sum comes out 1.1 times too large.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.topology import EYES
from proctor_desktop.signals.eyelids import lid_opening
from proctor_desktop.signals.head_pose import HeadPose
from proctor_desktop.signals.options import SignalOptions

_POINTS = np.array(
    [point for eye in EYES for point in (eye.outer, eye.inner, eye.iris, *eye.upper, *eye.lower)]
)

_RESTING_IRIS = 0.05
_RESTING_LIDS = 0.30
"""Place of the iris and opening of the lids of eyes that look straight ahead, in eye widths: means
over Pointing'04 and the simulation. A candidate's own values come out as the baseline."""

_RISE_ASIDE = 0.2
"""A sideways look lifts the measured iris by this share of its sideways travel."""


@dataclass(frozen=True, slots=True)
class EyeReading:
    """What one eye shows, in eye widths.

    Attributes:
        horizontal: place of the iris beside the middle of the corners, to the picture's right.
        vertical: place of the iris above the line between the corners.
        opening: gap between the lids.
        visibility: share of the eye's true width that the picture shows, 0 to 1.
    """

    horizontal: float
    vertical: float
    opening: float
    visibility: float


@dataclass(frozen=True, slots=True)
class Gaze:
    """Rotation of the eyes in the head in radians, and the lid opening in eye widths."""

    horizontal: float
    vertical: float
    opening: float


def read_eyes(face: FaceLandmarks, pose: HeadPose, options: SignalOptions) -> list[EyeReading]:
    """Readings of the picture's left and right eye."""
    depth = np.array([1.0, 1.0, options.depth_stretch])
    chosen = face.points[_POINTS].astype(np.float64)
    in_head = pose.alignment.undone(chosen * depth)[:, :2]
    seen = chosen[:, :2] / pose.alignment.scale
    half = len(_POINTS) // 2
    return [_read_eye(in_head[:half], seen[:half], 1), _read_eye(in_head[half:], seen[half:], -1)]


def _read_eye(in_head: NDArray[np.float64], seen: NDArray[np.float64], side: int) -> EyeReading:
    """Reading of one eye from its `_POINTS`; ``side`` is 1 where the inner corner is on the right
    of the outer one, -1 on the other side of the face."""
    outer, inner, iris = in_head[:3]
    across_x, across_y = side * (inner - outer)
    width = math.hypot(across_x, across_y)
    x, y = iris - (inner + outer) / 2
    seen_width = math.hypot(*(seen[1] - seen[0]))
    return EyeReading(
        horizontal=float(x * across_x + y * across_y) / width**2,
        vertical=float(x * across_y - y * across_x) / width**2,
        opening=lid_opening(in_head[3:6], in_head[6:9], width),
        visibility=min(1.0, seen_width / width),
    )


def gaze(eyes: list[EyeReading], options: SignalOptions) -> Gaze:
    """Direction of both eyes, each weighted by the square of how much of it can be seen."""
    weights = np.array([eye.visibility**2 for eye in eyes])
    weights /= weights.sum()
    horizontal, vertical, opening = weights @ [
        (eye.horizontal, eye.vertical, eye.opening) for eye in eyes
    ]
    return Gaze(
        _angle(horizontal / options.iris_travel),
        _angle(_vertical_sine(horizontal, vertical, opening, options)),
        float(opening),
    )


def _vertical_sine(
    horizontal: float, vertical: float, opening: float, options: SignalOptions
) -> float:
    """Sine of the vertical angle from the place of the iris and the opening of the lids."""
    iris = vertical - _RISE_ASIDE * abs(horizontal) - _RESTING_IRIS
    lids = opening - _RESTING_LIDS
    return options.vertical_by_iris * iris + options.vertical_by_lids * lids


def _angle(sine: float) -> float:
    return math.asin(min(1.0, max(-1.0, sine)))
