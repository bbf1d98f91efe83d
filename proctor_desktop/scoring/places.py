"""Places beyond the screen that were looked at again and again.

Returning to one place tells more than the number of glances: a clock is looked at often, and so is
a note. A place is a direction of head and eyes together, in degrees from the resting posture,
positive to the picture's right and upwards. Where a turned head hides the eyes, the head alone
gives the direction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection.gaze_deviation import eye_deviation, head_deviation
from proctor_desktop.detection.segmentation import SegmentRule, segments
from proctor_desktop.domain.calibration import Baseline
from proctor_desktop.domain.signals import MAX_HOLD, SignalTrack
from proctor_desktop.domain.timeline import Interval, from_seconds

RADIUS_DEG = 8.0
"""Looks closer than this are looks at one place: about the accuracy of the line of sight."""
MIN_VISITS = 3
LOOK = SegmentRule(
    leave=0.8,
    max_gap=from_seconds(0.3),
    min_duration=from_seconds(0.6),
    max_missing=from_seconds(0.5),
    min_samples=2,
)
"""A look away is long enough to be an event, and begins where the gaze threshold is passed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A direction that several looks had in common.

    Attributes:
        horizontal, vertical: its middle in degrees.
        visits: the looks, in time order.
        seconds: of all looks together.
    """

    horizontal: float
    vertical: float
    visits: tuple[Interval, ...]
    seconds: float


def places(track: SignalTrack, baseline: Baseline, threshold_rad: float) -> tuple[Place, ...]:
    """Directions that at least `MIN_VISITS` looks away had in common, the longest first.

    The direction with most looks within `RADIUS_DEG` takes them; the rest is searched again.

    Args:
        track: the signals.
        baseline: the resting posture.
        threshold_rad: how far from it the line of sight must be, in radians.
    """
    looks = _looks(track, baseline, float(np.degrees(threshold_rad)))
    found: list[Place] = []
    while len(looks) >= MIN_VISITS:
        points = np.array([(across, along) for across, along, _ in looks])
        near = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) <= RADIUS_DEG
        most = near[int(near.sum(axis=1).argmax())]
        if most.sum() < MIN_VISITS:
            break
        found.append(_place([look for look, inside in zip(looks, most, strict=True) if inside]))
        looks = [look for look, inside in zip(looks, most, strict=True) if not inside]
    return tuple(sorted(found, key=lambda place: -place.seconds))


Look = tuple[float, float, Interval]


def _looks(track: SignalTrack, baseline: Baseline, threshold_deg: float) -> list[Look]:
    """Median direction and span of each look away."""
    across, along = _directions(track, baseline)
    hold = max(int(MAX_HOLD), int(track.step))
    away = np.hypot(across, along) / threshold_deg
    looks: list[Look] = []
    for segment in segments(track.times, away, LOOK, track.end, hold):
        span = segment.interval
        first, last = track.times.searchsorted([span.onset, span.offset])
        middle = np.nanmedian(across[first:last]), np.nanmedian(along[first:last])
        looks.append((float(middle[0]), float(middle[1]), span))
    return looks


def _directions(
    track: SignalTrack, baseline: Baseline
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Horizontal and vertical line of sight in degrees, (n,) each, NaN without a head."""
    eyes, head = eye_deviation(track, baseline), head_deviation(track, baseline)
    return (
        np.degrees(head.horizontal + np.nan_to_num(eyes.horizontal)),
        np.degrees(head.vertical + np.nan_to_num(eyes.vertical)),
    )


def _place(members: Sequence[Look]) -> Place:
    visits = tuple(span for _, _, span in members)
    return Place(
        horizontal=float(np.mean([across for across, _, _ in members])),
        vertical=float(np.mean([along for _, along, _ in members])),
        visits=visits,
        seconds=sum(span.seconds for span in visits),
    )
