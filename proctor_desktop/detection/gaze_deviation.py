"""Eyes that leave the screen.

What is unusual is the smaller of two deviations from the resting posture: that of the eyes in the
head, and that of the line of sight, which is eyes and head together. Somebody who turns the head
and keeps the eyes on the screen turns the eyes in the head a lot, and looks nowhere else; somebody
who turns the head and lets the eyes rest in it moves the line of sight and is charged for the head.
Only eyes that turn and whose line of sight leaves the screen too are a gaze deviation.

The measured eye angles fall short of the true ones more than the head's do, so the compensation is
not complete; taking the smaller of the two needs no exact gains.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.calibration import Baseline, Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, Channel, SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds

DIRECTIONS = (Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN)
CLEARLY = 1.5
"""An axis clearly dominates when it is so many times the other; in between, the last one stays."""


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


def sight_deviation(track: SignalTrack, baseline: Baseline) -> Deviation:
    """Rotation of the line of sight from the resting posture: eyes and head together."""
    eyes = eye_deviation(track, baseline)
    yaw = track.column(Channel.YAW).astype(np.float64) - baseline.yaw.center
    pitch = track.column(Channel.PITCH).astype(np.float64) - baseline.pitch.center
    return Deviation(eyes.horizontal + np.radians(yaw), eyes.vertical + np.radians(pitch))


def unusual_gaze(track: SignalTrack, baseline: Baseline) -> Deviation:
    """The smaller of eye and sight deviation at each sample."""
    eyes, sight = eye_deviation(track, baseline), sight_deviation(track, baseline)
    smaller = sight.size < eyes.size
    return Deviation(
        np.where(smaller, sight.horizontal, eyes.horizontal),
        np.where(smaller, sight.vertical, eyes.vertical),
    )


def scale_of(direction: Direction | None, options: DetectionOptions) -> float:
    """What the threshold is multiplied with in one direction."""
    scales = {
        Direction.LEFT: options.left_scale,
        Direction.RIGHT: options.right_scale,
        Direction.UP: options.up_scale,
        Direction.DOWN: options.down_scale,
    }
    return scales[direction] if direction is not None else 1.0


class GazeDeviation:
    """Finds gaze deviations, one machine for each direction, so that a reversal ends an event."""

    kind = EventKind.GAZE_DEVIATION

    def __init__(self, calibration: Calibration, options: DetectionOptions) -> None:
        self._baseline = calibration.baseline
        threshold = calibration.thresholds.eye.value
        self._thresholds = [threshold * scale_of(each, options) for each in DIRECTIONS]
        rule = SegmentRule(
            leave=options.leave_share,
            max_gap=from_seconds(options.max_gap_sec),
            min_duration=from_seconds(options.gaze_min_sec),
            max_missing=from_seconds(options.max_missing_sec),
        )
        self._machines = [Segmenter(rule) for _ in DIRECTIONS]
        self._clear = -1
        self._hold = int(MAX_HOLD)

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        if not len(chunk):
            return []
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        unusual = unusual_gaze(chunk, self._baseline)
        size, toward = unusual.size, self._directions(unusual)
        missing = np.isnan(size)
        found: list[Event] = []
        for index, machine in enumerate(self._machines):
            values = np.where(toward == index, size / self._thresholds[index], 0.0)
            values[missing] = np.nan
            found += self._events(index, machine.push(chunk.times, values, self._hold))
        return found

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        self._clear = -1
        return [
            event
            for index, machine in enumerate(self._machines)
            for event in self._events(index, machine.flush(end, self._hold))
        ]

    def _directions(self, unusual: Deviation) -> NDArray[np.int64]:
        """Index into `DIRECTIONS` for each sample.

        The dominating axis decides. Near a diagonal the latest clear direction stays as long as it
        is one of the two, so that noise does not cut a diagonal look into pieces.
        """
        horizontal, vertical = np.abs(unusual.horizontal), np.abs(unusual.vertical)
        sideways = np.where(unusual.horizontal > 0, 1, 0)
        upright = np.where(unusual.vertical > 0, 2, 3)
        dominating = np.where(horizontal >= vertical, sideways, upright)
        clear = (horizontal > CLEARLY * vertical) | (vertical > CLEARLY * horizontal)
        latest = np.maximum.accumulate(np.where(clear, np.arange(len(clear)), -1))
        held = np.where(latest >= 0, dominating[latest], self._clear)
        self._clear = int(held[-1])
        fits = (held == sideways) | (held == upright)
        return np.where(clear | ~fits, dominating, held)

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
