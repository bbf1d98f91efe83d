"""Direction of the eyes in the head, from the irises and the lids.

Everything is measured in the head's own frame, into which the alignment of the head pose carries
the landmarks, so that a turned head shortens neither the eye nor the iris's travel.

Sideways, an eyeball model: the iris travels ``r * sin(angle)`` from the middle between
the corners. Anatomically r is 0.4 eye widths (radius of the eyeball 12 mm, eye 29 mm wide), but
FaceMesh shortens the travel: 0.18 on a person with known gaze, 0.27 to 0.30 on three rendered ones.
Vertically the lids hide most of the iris's travel and follow the eye themselves, but only down: on
six rendered people the iris was measured to move by 0.21 and the lids by nothing per sine of a look
up, by 0.07 and 0.18 per sine of a look down; on a person with known gaze, who looked down, by 0.09
and 0.25. The weights of iris and lids make both ways come out right on the average of these seven;
for a single person the sum is 0.75 to 1.4 of the truth. Near the middle of the screen the iris
says enough; there lids count only beyond the play they have at rest, or reading the lower lines
would come out as a look down of one and a half times its angle.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.topology import EYES
from proctor_desktop.signals.eyelids import Point, lid_opening
from proctor_desktop.signals.head_pose import HeadPose
from proctor_desktop.signals.options import SignalOptions

_POINTS = np.array(
    [point for eye in EYES for point in (eye.outer, eye.inner, eye.iris, *eye.upper, *eye.lower)]
)

_RESTING_IRIS = 0.05
"""Place of the iris of eyes that look straight ahead, in eye widths: mean over Pointing'04 and the
simulation. A candidate's own value comes out as the baseline."""

LARGEST_TURN = math.radians(55)
"""No eye turns further in its head: 45 degrees to either side, 47 down, 28 up on average, each with
a spread of 7 to 8 (W. J. Lee et al., "Differences in eye movement range based on age and gaze
direction", Eye 33, 2019)."""

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
    chosen = face.points.take(_POINTS, axis=0).astype(np.float64)
    chosen[:, 2] *= options.depth_stretch
    in_head: list[Point] = pose.alignment.undone(chosen)[:, :2].tolist()
    seen: list[Point] = chosen[:, :2].tolist()
    half = len(_POINTS) // 2
    scale = pose.alignment.scale
    return [
        _read_eye(in_head[:half], math.dist(seen[0], seen[1]) / scale, 1),
        _read_eye(in_head[half:], math.dist(seen[half], seen[half + 1]) / scale, -1),
    ]


def _read_eye(in_head: Sequence[Point], seen_width: float, side: int) -> EyeReading:
    """Reading of one eye from its `_POINTS`; ``side`` is 1 where the inner corner is on the right
    of the outer one, -1 on the other side of the face."""
    (outer_x, outer_y), (inner_x, inner_y), (iris_x, iris_y), *lids = in_head
    across_x, across_y = side * (inner_x - outer_x), side * (inner_y - outer_y)
    width = math.hypot(across_x, across_y)
    x, y = iris_x - (inner_x + outer_x) / 2, iris_y - (inner_y + outer_y) / 2
    return EyeReading(
        horizontal=(x * across_x + y * across_y) / width**2,
        vertical=(x * across_y - y * across_x) / width**2,
        opening=lid_opening(lids[:3], lids[3:], width),
        visibility=min(1.0, seen_width / width),
    )


def gaze(eyes: Sequence[EyeReading], resting_lids: float, options: SignalOptions) -> Gaze:
    """Direction of two eyes, each weighted by the square of how much of it can be seen.

    ``resting_lids`` is the opening of eyes that look straight ahead, in eye widths.
    """
    one, other = eyes
    share = one.visibility**2 / (one.visibility**2 + other.visibility**2)
    horizontal = share * one.horizontal + (1 - share) * other.horizontal
    vertical = share * one.vertical + (1 - share) * other.vertical
    opening = share * one.opening + (1 - share) * other.opening
    return Gaze(
        _angle(horizontal / options.iris_travel),
        _angle(_vertical_sine(horizontal, vertical, opening - resting_lids, options)),
        opening,
    )


def _vertical_sine(
    horizontal: float, vertical: float, lids: float, options: SignalOptions
) -> float:
    """Sine of the vertical angle from the place of the iris and how far the lids are raised."""
    iris = vertical - _RISE_ASIDE * abs(horizontal) - _RESTING_IRIS
    lowered = min(0.0, lids + options.resting_lids_slack)
    return options.vertical_by_iris * iris + options.vertical_by_lids * lowered


def _angle(sine: float) -> float:
    return max(-LARGEST_TURN, min(LARGEST_TURN, math.asin(min(1.0, max(-1.0, sine)))))
