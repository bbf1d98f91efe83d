"""A head that turns, nods or tilts beyond the candidate's own threshold.

Turns are rarely about one axis alone, so at each moment the axis furthest beyond its threshold
gives the movement its name, and six machines watch yaw, pitch and roll in both directions.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.dominance import Dominance
from proctor_desktop.detection.gaze_deviation import movement_rule, scale_of
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds


@dataclass(frozen=True, slots=True)
class Lane:
    """One axis in one direction: deviation from ``center`` times ``sign`` against ``threshold``."""

    axis: Axis
    channel: Channel
    direction: Direction
    sign: int
    center: float
    threshold: float

    def exceedance(self, track: SignalTrack) -> NDArray[np.float64]:
        """Deviation over threshold at each sample, negative on the other side, NaN if missing."""
        angles = track.column(self.channel).astype(np.float64)
        return (angles - self.center) * (self.sign / self.threshold)


def lanes(calibration: Calibration, options: DetectionOptions) -> tuple[Lane, ...]:
    """The six movements of a head, in the order of the labels that `Dominance` gives."""
    baseline, thresholds = calibration.baseline, calibration.thresholds
    plan = (
        (Axis.YAW, Channel.YAW, baseline.yaw, (Direction.LEFT, Direction.RIGHT)),
        (Axis.PITCH, Channel.PITCH, baseline.pitch, (Direction.DOWN, Direction.UP)),
        (Axis.ROLL, Channel.ROLL, baseline.roll, (Direction.LEFT, Direction.RIGHT)),
    )
    return tuple(
        Lane(
            axis=axis,
            channel=channel,
            direction=direction,
            sign=sign,
            center=resting.center,
            threshold=thresholds.of(axis).value
            * (1.0 if axis is Axis.ROLL else scale_of(direction, options)),
        )
        for axis, channel, resting, directions in plan
        for sign, direction in zip((-1, 1), directions, strict=True)
    )


def rule(options: DetectionOptions) -> SegmentRule:
    """What makes a head movement of single measurements."""
    return movement_rule(from_seconds(options.head_min_sec), options)


class HeadMovement:
    """Finds head movements."""

    kind = EventKind.HEAD_MOVEMENT

    def __init__(self, calibration: Calibration, options: DetectionOptions) -> None:
        self._lanes = [(lane, Segmenter(rule(options))) for lane in lanes(calibration, options)]
        self._dominance = Dominance(options.leave_share)
        self._hold = int(MAX_HOLD)

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        if not len(chunk):
            return []
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        amounts = [lane.exceedance(chunk) for lane, _ in self._lanes]
        # each axis has two lanes of opposite sign; with scales they differ, and the larger counts
        signed = [
            np.where(right > 0, right, -left)
            for left, right in zip(amounts[::2], amounts[1::2], strict=True)
        ]
        about = self._dominance.labels(signed)
        found: list[Event] = []
        for index, (lane, machine) in enumerate(self._lanes):
            values = np.where(about == index, amounts[index], 0.0)
            values[np.isnan(amounts[index])] = np.nan
            segments = machine.push(chunk.times, values, self._hold)
            found += [_event(lane, segment) for segment in segments]
        return found

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        self._dominance.reset()
        return [
            _event(lane, segment)
            for lane, machine in self._lanes
            for segment in machine.flush(end, self._hold)
        ]


def _event(lane: Lane, segment: Segment) -> Event:
    return Event(
        kind=EventKind.HEAD_MOVEMENT,
        interval=segment.interval,
        peak=segment.peak * lane.threshold,
        threshold=lane.threshold,
        unit=Unit.DEGREES,
        severity=severity.of_angle(segment.peak, segment.interval.seconds),
        confidence=segment.share,
        axis=lane.axis,
        direction=lane.direction,
    )


def extended(event: Event, interval: Interval, confidence: float) -> Event:
    """The same movement over another interval, with the severity that goes with it."""
    return replace(
        event,
        interval=interval,
        confidence=confidence,
        severity=severity.of_angle(event.peak / event.threshold, interval.seconds),
    )
