"""Direction of the eyes in the head, from the irises and the lids.

Everything is measured in the head's own frame, into which the alignment of the head pose carries
the landmarks, so that a turned head shortens neither the eye nor the iris's travel.

Sideways, an eyeball model: the iris travels ``r * sin(angle)`` from the middle between
the corners. Anatomically r is 0.4 eye widths (radius of the eyeball 12 mm, eye 29 mm wide), but
FaceMesh shortens the travel: 0.18 on a person with known gaze, 0.27 to 0.30 on three rendered ones.
Vertically the lids hide most of the iris's travel and follow the eye themselves. Looking up, the
iris was measured to move by 0.12 to 0.28 eye widths per sine and the gap between the lids hardly;
looking down, the iris by 0.02 to 0.09, and the gap by 0.14 to 0.22, little at first and more the
further the eye is down, on six rendered people and on a person with known gaze alike: FaceMesh sees
open eyes more alike than they are. So the first of what lids sink counts more than what follows. On
the average of these seven both ways come out right, without a step or a dead zone; for a single
person the sum is 0.6 to 1.2 of the truth.

A look down needs the iris to go down: lids that sink without it are a smile, a squint, an eye that
closes, and count for little. An upper lid below two fifths of its resting height, and an iris that
falls further than any look takes it, are those of an eye that is shut, whatever gap the landmarks
leave between the lids: on dark skin, in dim light and in laughter that is a third of an open eye's.
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.alignment import Alignment
from proctor_desktop.landmarks.topology import EYES, RestingEyes
from proctor_desktop.signals.eyelids import Point, lid_opening
from proctor_desktop.signals.options import SignalOptions

_POINTS = np.array(
    [point for eye in EYES for point in (eye.outer, eye.inner, eye.iris, *eye.upper, *eye.lower)]
)

LARGEST_TURN = math.radians(55)
"""No eye turns further in its head: 45 degrees to either side, 47 down, 28 up on average, each with
a spread of 7 to 8 (W. J. Lee et al., "Differences in eye movement range based on age and gaze
direction", Eye 33, 2019)."""

CLOSED = 0.42
"""Part of their resting opening below which lids are closing: a look down leaves more than half."""

LOWEST = math.radians(40)
"""A look that is measured as lower than this is none: an eye at its limit is one that closes."""

_IRIS_BELOW = 0.33
"""Part of the iris's weight that counts below its rest, where the lids cover it."""

_FIRST_SINK, _LIDS_WIDER = 0.03, 0.25
"""Eye widths after which what lids sink counts for half, and part of their weight that counts where
they are wider open than at rest."""

_RISE_ASIDE = 0.05
"""A sideways look lifts the measured iris by this share of its sideways travel: by 0.2 on rendered
eyes, not at all on a person with known gaze, and real people count for more."""

_LIDS_PER_IRIS, _IRIS_NOISE = 4.0, 0.004
"""The gap between the lids shrinks at most so many times as much as the iris goes down, where an
eye looks down: 2.6 times on the average."""

_SHUT_LID = 0.42
"""Part of its resting height below which an upper lid is down: looks down of 33 degrees left 0.55
to 0.71 of it, eyes that were shut up to 0.45."""

_FALLEN_IRIS, _SUNK_LIDS = 0.075, 0.8
"""Eye widths below its rest in which no look down leaves the iris (0.02 to 0.05), and the part of
their resting height below which the lids must be as well."""


@dataclass(frozen=True, slots=True)
class EyeReading:
    """What one eye shows, in eye widths.

    Attributes:
        horizontal: place of the iris beside the middle of the corners, to the picture's right.
        vertical: place of the iris above the line between the corners.
        opening: gap between the lids.
        upper: height of the upper lid above the line between the corners.
        visibility: share of the eye's true width that the picture shows, 0 to 1; 0 of a hidden eye.
    """

    horizontal: float
    vertical: float
    opening: float
    upper: float
    visibility: float


@dataclass(frozen=True, slots=True)
class Gaze:
    """Rotation of the eyes in the head in radians, the lid opening, and whether they are shut."""

    horizontal: float
    vertical: float
    opening: float
    is_shut: bool


def read_eyes(
    face: FaceLandmarks, alignment: Alignment, options: SignalOptions
) -> tuple[EyeReading, EyeReading]:
    """Readings of the picture's left and right eye."""
    chosen = face.points.take(_POINTS, axis=0).astype(np.float64)
    chosen[:, 2] *= options.depth_stretch
    in_head: list[Point] = alignment.undone(chosen)[:, :2].tolist()
    seen: list[Point] = chosen[:, :2].tolist()
    half = len(_POINTS) // 2
    left, right = (
        math.dist(seen[at], seen[at + 1]) / alignment.scale if shows else 0.0
        for at, shows in zip((0, half), face.eyes_seen, strict=True)
    )
    return _read_eye(in_head[:half], left, 1), _read_eye(in_head[half:], right, -1)


def _read_eye(in_head: Sequence[Point], seen_width: float, side: int) -> EyeReading:
    """Reading of one eye from its `_POINTS`; ``side`` is 1 where the inner corner is on the right
    of the outer one, -1 on the other side of the face."""
    (outer_x, outer_y), (inner_x, inner_y), (iris_x, iris_y), *lids = in_head
    across_x, across_y = side * (inner_x - outer_x), side * (inner_y - outer_y)
    width = math.hypot(across_x, across_y)
    middle_x, middle_y = (inner_x + outer_x) / 2, (inner_y + outer_y) / 2
    x, y = iris_x - middle_x, iris_y - middle_y
    lid_x, lid_y = (
        sum(axis) / 3 - at
        for axis, at in zip(zip(*lids[:3], strict=True), (middle_x, middle_y), strict=True)
    )
    return EyeReading(
        horizontal=(x * across_x + y * across_y) / width**2,
        vertical=(x * across_y - y * across_x) / width**2,
        opening=lid_opening(lids[:3], lids[3:], width),
        upper=(lid_x * across_y - lid_y * across_x) / width**2,
        visibility=min(1.0, seen_width / width),
    )


def both(eyes: tuple[EyeReading, EyeReading], apart: float) -> EyeReading:
    """Two eyes as one, each weighted by the square of how much of it can be seen.

    Irises sit ``apart`` from the middle of both, each to its own side: else whichever eye is seen
    better would seem to turn. One of them must be seen.
    """
    one = replace(eyes[0], horizontal=eyes[0].horizontal - apart)
    other = replace(eyes[1], horizontal=eyes[1].horizontal + apart)
    share = one.visibility**2 / (one.visibility**2 + other.visibility**2)
    rows = zip(astuple(one), astuple(other), strict=True)
    return EyeReading(*(share * this + (1 - share) * that for this, that in rows))


def gaze(eyes: tuple[EyeReading, EyeReading], resting: RestingEyes, options: SignalOptions) -> Gaze:
    """Direction of two eyes that rest as ``resting`` says."""
    seen = both(eyes, resting.apart)
    vertical = _angle(_vertical_sine(seen, resting, options) / resting.travel)
    return Gaze(
        _angle(seen.horizontal / (options.iris_travel * resting.travel)),
        vertical,
        seen.opening,
        _is_shut(seen, resting, options) or vertical < -LOWEST,
    )


def _vertical_sine(seen: EyeReading, resting: RestingEyes, options: SignalOptions) -> float:
    """Sine of the vertical angle from the heights of iris and upper lid."""
    iris = _iris_rise(seen, resting)
    lids = seen.opening - resting.opening
    lowest = _LIDS_PER_IRIS * (min(0.0, iris) - _IRIS_NOISE)
    by_iris = options.vertical_by_iris * (iris if iris > 0 else _IRIS_BELOW * iris)
    return by_iris + options.vertical_by_lids * _lid_part(max(lids, lowest))


def _lid_part(lids: float) -> float:
    """How far the lids are open beyond rest, less the further they are from it."""
    if lids > 0:
        return _LIDS_WIDER * lids
    return -_FIRST_SINK * math.log1p(-lids / _FIRST_SINK)


def _iris_rise(seen: EyeReading, resting: RestingEyes) -> float:
    return seen.vertical - _RISE_ASIDE * abs(seen.horizontal) - resting.iris


def _is_shut(seen: EyeReading, resting: RestingEyes, options: SignalOptions) -> bool:
    if seen.opening < max(options.min_lid_opening, CLOSED * resting.opening):
        return True
    if seen.upper < _SHUT_LID * resting.upper:
        return True
    fallen = _iris_rise(seen, resting) < -_FALLEN_IRIS
    return fallen and seen.upper < _SUNK_LIDS * resting.upper


def _angle(sine: float) -> float:
    return max(-LARGEST_TURN, min(LARGEST_TURN, math.asin(min(1.0, max(-1.0, sine)))))
