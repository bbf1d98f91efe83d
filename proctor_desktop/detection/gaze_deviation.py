"""Eyes that leave the screen.

What is unusual is the smaller of two deviations from the resting posture: that of the eyes in the
head, and that of the line of sight, which is eyes and head together. Somebody who turns the head
and keeps the eyes on the screen turns the eyes in the head a lot, and looks nowhere else; somebody
who turns the head and lets the eyes rest in it moves the line of sight and is charged for the head.
Only eyes that turn and whose line of sight leaves the screen too are a gaze deviation.

What lies within the candidate's own screen, as far as calibration and work have shown it, is no
deviation at all.

Eye angles are measured to about a third: gains differ between people, and a lowered or raised head
changes how the lids look. Where the eyes turn against the head, any reading within that third, and
within the head's own angle, which brings the line of sight back to the screen is believed.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.dominance import Dominance
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, Channel, SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds

DIRECTIONS = (Direction.LEFT, Direction.RIGHT, Direction.DOWN, Direction.UP)
"""In the order of the labels that `Dominance` gives."""
SURE_PART = 0.7
"""Part of a measured eye angle that is certain when the eyes turn against the head."""

SCREEN_EDGE = np.radians(3.0)
"""The screen reaches a little further than the looks that show it."""

SWAY = np.radians(4.0)
"""Turn of the head that says nothing about the line of sight: heads at rest sway so far, and a look
down or up is measured as a small nod the other way."""


@dataclass(frozen=True, slots=True, eq=False)
class Deviation:
    """Angles from the resting posture in radians, float64 (n,), NaN where not measurable."""

    horizontal: NDArray[np.float64]
    vertical: NDArray[np.float64]

    @property
    def size(self) -> NDArray[np.float64]:
        """Both together."""
        return np.hypot(self.horizontal, self.vertical)


def eye_deviation(track: SignalTrack, baseline: Baseline) -> Deviation:
    """Rotation of the eyes in the head from the resting posture."""
    return Deviation(
        track.column(Channel.GAZE_HORIZONTAL).astype(np.float64) - baseline.eye_horizontal.center,
        track.column(Channel.GAZE_VERTICAL).astype(np.float64) - baseline.eye_vertical.center,
    )


def head_deviation(track: SignalTrack, baseline: Baseline) -> Deviation:
    """Rotation of the head from the resting posture, roll left out."""
    yaw = track.column(Channel.YAW).astype(np.float64) - baseline.yaw.center
    pitch = track.column(Channel.PITCH).astype(np.float64) - baseline.pitch.center
    return Deviation(np.radians(yaw), np.radians(pitch))


def unusual_gaze(track: SignalTrack, baseline: Baseline) -> Deviation:
    """The smaller of eye and sight deviation at each sample."""
    eyes, head = eye_deviation(track, baseline), _beyond_sway(head_deviation(track, baseline))
    against = eyes.horizontal * head.horizontal + eyes.vertical * head.vertical
    with np.errstate(divide="ignore", invalid="ignore"):
        # the part of the eye angle at which the line of sight comes closest to the screen
        best = -against / eyes.size**2
        room = np.minimum(1 - SURE_PART, head.size / eyes.size)
    part = np.where(against < 0, np.clip(best, 1 - room, 1 + room), 1.0)
    horizontal = part * eyes.horizontal + head.horizontal
    vertical = part * eyes.vertical + head.vertical
    smaller = np.hypot(horizontal, vertical) < eyes.size
    across = np.where(smaller, horizontal, eyes.horizontal)
    up = np.where(smaller, vertical, eyes.vertical)
    inside = _on_screen(across, baseline.eye_horizontal) & _on_screen(up, baseline.eye_vertical)
    return Deviation(np.where(inside, 0.0, across), np.where(inside, 0.0, up))


def _on_screen(angles: NDArray[np.float64], axis: AxisBaseline) -> NDArray[np.bool_]:
    known = axis.reach > 0
    return np.asarray(known & (np.abs(angles) <= axis.reach + SCREEN_EDGE), np.bool_)


def _beyond_sway(head: Deviation) -> Deviation:
    """What is left of the head's turn beyond that of a head at rest."""
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.maximum(0.0, 1 - SWAY / head.size)
    return Deviation(part * head.horizontal, part * head.vertical)


def scale_of(direction: Direction | None, options: DetectionOptions) -> float:
    """What the threshold is multiplied with in one direction."""
    scales = {
        Direction.LEFT: options.left_scale,
        Direction.RIGHT: options.right_scale,
        Direction.UP: options.up_scale,
        Direction.DOWN: options.down_scale,
    }
    return scales[direction] if direction is not None else 1.0


def rule(options: DetectionOptions) -> SegmentRule:
    """What makes a gaze deviation of measurements; a blink is bridged, but proves nothing."""
    shortest = from_seconds(options.gaze_min_sec)
    beyond = int(shortest * options.gaze_beyond_share)
    return replace(movement_rule(shortest, options), min_active=shortest, min_beyond=beyond)


def movement_rule(shortest: Micros, options: DetectionOptions) -> SegmentRule:
    """What makes a movement of eyes or head that lasts so long at least."""
    return SegmentRule(
        leave=options.leave_share,
        max_gap=from_seconds(options.max_gap_sec),
        min_duration=shortest,
        max_missing=from_seconds(options.max_missing_sec),
        min_samples=options.min_samples,
    )


class GazeDeviation:
    """Finds gaze deviations, one machine for each direction, so that a reversal ends an event."""

    kind = EventKind.GAZE_DEVIATION

    def __init__(self, calibration: Calibration, options: DetectionOptions) -> None:
        self._baseline = calibration.baseline
        threshold = calibration.thresholds.eye.value
        self._thresholds = [threshold * scale_of(each, options) for each in DIRECTIONS]
        self._machines = [Segmenter(rule(options)) for _ in DIRECTIONS]
        self._dominance = Dominance(options.leave_share)
        self._hold = int(MAX_HOLD)

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        if not len(chunk):
            return []
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        unusual = unusual_gaze(chunk, self._baseline)
        size, threshold = unusual.size, min(self._thresholds)
        toward = self._dominance.labels(
            (unusual.horizontal / threshold, unusual.vertical / threshold)
        )
        missing = np.isnan(size)
        found: list[Event] = []
        for index, machine in enumerate(self._machines):
            values = np.where(toward == index, size / self._thresholds[index], 0.0)
            values[missing] = np.nan
            found += self._events(index, machine.push(chunk.times, values, self._hold))
        return found

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        self._dominance.reset()
        return [
            event
            for index, machine in enumerate(self._machines)
            for event in self._events(index, machine.flush(end, self._hold))
        ]

    def _events(self, index: int, segments: list[Segment]) -> list[Event]:
        threshold = self._thresholds[index]
        return [
            Event(
                kind=self.kind,
                interval=segment.interval,
                peak=segment.peak * threshold,
                threshold=threshold,
                unit=Unit.RADIANS,
                severity=severity.of_angle(segment.peak, segment.interval.seconds),
                confidence=segment.share,
                axis=Axis.EYE,
                direction=DIRECTIONS[index],
            )
            for segment in segments
        ]
