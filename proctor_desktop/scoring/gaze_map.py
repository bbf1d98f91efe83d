"""Where the line of sight went, for how long, and when: for a reviewer's map of one recording.

Directions are those of head and eyes together, in degrees from the resting posture, positive to the
picture's right and upwards. Where a turned head hides the eyes the head alone gives the direction.
Returning to one place again and again tells more than the number of glances.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection.gaze_deviation import eye_deviation, head_deviation
from proctor_desktop.detection.segmentation import SegmentRule, segments
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Event, EventKind
from proctor_desktop.domain.signals import MAX_HOLD, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Interval, from_seconds, merged

WIDTH_DEG, HEIGHT_DEG = 60.0, 45.0
"""The map reaches so far to each side; what is further lies in its outermost cells."""
CELL_DEG = 5.0
PLACE_RADIUS_DEG = 8.0
"""Looks closer than this are looks at one place: about the accuracy of the line of sight."""
MIN_VISITS = 3
MOMENT_GAP = from_seconds(0.3)
MIN_MOMENT = from_seconds(0.3)


@dataclass(frozen=True, slots=True, eq=False)
class GazeMap:
    """Seconds spent looking in each direction.

    Attributes:
        horizontal: (columns + 1,) edges of the cells in degrees, from left to right.
        vertical: (rows + 1,) edges in degrees, from below upwards.
        seconds: (rows, columns) time in each cell.
        off_screen: (rows, columns) whether the middle of a cell is beyond the gaze threshold.
    """

    horizontal: NDArray[np.float64]
    vertical: NDArray[np.float64]
    seconds: NDArray[np.float64]
    off_screen: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Place:
    """A direction beyond the screen that was looked at repeatedly.

    Attributes:
        horizontal, vertical: its middle in degrees from the resting posture.
        visits: the looks, in time order.
        seconds: of all looks together.
    """

    horizontal: float
    vertical: float
    visits: tuple[Interval, ...]
    seconds: float


def directions(
    track: SignalTrack, calibration: Calibration
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Horizontal and vertical line of sight in degrees, (n,) each, NaN without a head."""
    eyes = eye_deviation(track, calibration.baseline)
    head = head_deviation(track, calibration.baseline)
    horizontal = head.horizontal + np.nan_to_num(eyes.horizontal)
    vertical = head.vertical + np.nan_to_num(eyes.vertical)
    return np.degrees(horizontal), np.degrees(vertical)


def gaze_map(track: SignalTrack, calibration: Calibration) -> GazeMap:
    """The map of a recording."""
    horizontal, vertical = directions(track, calibration)
    columns = np.arange(-WIDTH_DEG, WIDTH_DEG + CELL_DEG, CELL_DEG)
    rows = np.arange(-HEIGHT_DEG, HEIGHT_DEG + CELL_DEG, CELL_DEG)
    measured = np.isfinite(horizontal) & np.isfinite(vertical)
    seconds, _, _ = np.histogram2d(
        np.clip(vertical[measured], -HEIGHT_DEG, HEIGHT_DEG),
        np.clip(horizontal[measured], -WIDTH_DEG, WIDTH_DEG),
        bins=[rows, columns],  # type: ignore[list-item]  # the stub knows no arrays of edges
        weights=track.durations()[measured] / MICROS_PER_SECOND,
    )
    middles = np.hypot(*np.meshgrid(columns[:-1] + CELL_DEG / 2, rows[:-1] + CELL_DEG / 2))
    limit = np.degrees(calibration.thresholds.eye.value)
    return GazeMap(columns, rows, seconds, middles > limit)


def moments(
    track: SignalTrack,
    calibration: Calibration,
    horizontal: float,
    vertical: float,
    radius_deg: float = PLACE_RADIUS_DEG,
) -> tuple[Interval, ...]:
    """All times at which the line of sight was within a radius of a direction, in degrees."""
    across, along = directions(track, calibration)
    distance = np.hypot(across - horizontal, along - vertical)
    rule = SegmentRule(
        leave=0.8, max_gap=MOMENT_GAP, min_duration=MIN_MOMENT, max_missing=MOMENT_GAP
    )
    nearness = radius_deg / np.maximum(distance, 1e-6)
    hold = max(int(MAX_HOLD), int(track.step))
    return tuple(each.interval for each in segments(track.times, nearness, rule, track.end, hold))


def places(
    track: SignalTrack, calibration: Calibration, events: Iterable[Event]
) -> tuple[Place, ...]:
    """Directions that at least `MIN_VISITS` looks away had in common, the longest first.

    Each gaze deviation and head movement is a look in the median direction of its samples. The
    direction with most looks within `PLACE_RADIUS_DEG` takes them; the rest is searched again.
    """
    looks = _looks(track, calibration, events)
    found: list[Place] = []
    while len(looks) >= MIN_VISITS:
        points = np.array([(across, along) for across, along, _ in looks])
        distances = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
        near = distances <= PLACE_RADIUS_DEG
        centre = int(near.sum(axis=1).argmax())
        members = [look for look, inside in zip(looks, near[centre], strict=True) if inside]
        if len(members) < MIN_VISITS:
            break
        found.append(_place(members))
        looks = [look for look, inside in zip(looks, near[centre], strict=True) if not inside]
    return tuple(sorted(found, key=lambda place: -place.seconds))


Look = tuple[float, float, Interval]


def _looks(track: SignalTrack, calibration: Calibration, events: Iterable[Event]) -> list[Look]:
    """Median direction and span of each look away; looks that overlap are one."""
    kinds = (EventKind.GAZE_DEVIATION, EventKind.HEAD_MOVEMENT)
    spans = merged(event.interval for event in events if event.kind in kinds)
    across, along = directions(track, calibration)
    looks: list[Look] = []
    for span in spans:
        first, last = np.searchsorted(track.times, [span.onset, span.offset])
        inside = slice(int(first), int(last))
        if np.isfinite(across[inside]).any():
            looks.append(
                (float(np.nanmedian(across[inside])), float(np.nanmedian(along[inside])), span)
            )
    return looks


def _place(members: Sequence[Look]) -> Place:
    visits = tuple(span for _, _, span in members)
    return Place(
        horizontal=float(np.mean([across for across, _, _ in members])),
        vertical=float(np.mean([along for _, along, _ in members])),
        visits=visits,
        seconds=sum(span.duration for span in visits) / MICROS_PER_SECOND,
    )
