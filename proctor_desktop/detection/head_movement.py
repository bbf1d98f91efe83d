"""A head that turns, nods or tilts beyond the candidate's own threshold.

Six machines watch yaw, pitch and roll in both directions. Turns are rarely about one axis alone, so
movements that overlap are one event, named after the axis that went furthest beyond its threshold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.gaze_deviation import scale_of
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds

SAME_MOVEMENT = 0.5
"""Two movements are one when they share this part of the shorter of them."""


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
    """The six movements of a head."""
    baseline, thresholds = calibration.baseline, calibration.thresholds
    plan = (
        (Axis.YAW, Channel.YAW, baseline.yaw, (Direction.RIGHT, Direction.LEFT)),
        (Axis.PITCH, Channel.PITCH, baseline.pitch, (Direction.UP, Direction.DOWN)),
        (Axis.ROLL, Channel.ROLL, baseline.roll, (Direction.RIGHT, Direction.LEFT)),
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
        for sign, direction in zip((1, -1), directions, strict=True)
    )


class HeadMovement:
    """Finds head movements."""

    kind = EventKind.HEAD_MOVEMENT

    def __init__(self, calibration: Calibration, options: DetectionOptions) -> None:
        rule = SegmentRule(
            leave=options.leave_share,
            max_gap=from_seconds(options.max_gap_sec),
            min_duration=from_seconds(options.head_min_sec),
            max_missing=from_seconds(options.max_missing_sec),
        )
        self._lanes = [(lane, Segmenter(rule)) for lane in lanes(calibration, options)]
        self._waiting: list[Event] = []
        self._hold = int(MAX_HOLD)

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        if not len(chunk):
            return []
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        for lane, machine in self._lanes:
            found = machine.push(chunk.times, lane.exceedance(chunk), self._hold)
            self._waiting += [_event(lane, segment) for segment in found]
        unsettled = [machine.unsettled_since for _, machine in self._lanes]
        return self._release(min((each for each in unsettled if each is not None), default=None))

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        for lane, machine in self._lanes:
            self._waiting += [_event(lane, each) for each in machine.flush(end, self._hold)]
        return self._release(None)

    def _release(self, unsettled: Micros | None) -> list[Event]:
        """Movements that nothing still to come can overlap."""
        found: list[Event] = []
        kept: list[Event] = []
        for group in _touching(self._waiting):
            settled = unsettled is None or max(e.interval.offset for e in group) <= unsettled
            if settled:
                found += _movements(group)
            else:
                kept += group
        self._waiting = kept
        return found


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


def _touching(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Groups of events whose intervals overlap, directly or through others."""
    group: list[Event] = []
    until = 0
    for event in sorted(events, key=lambda each: each.interval):
        if group and event.interval.onset >= until:
            yield group
            group = []
        until = max(until, event.interval.offset) if group else event.interval.offset
        group.append(event)
    if group:
        yield group


def _movements(group: list[Event]) -> list[Event]:
    """The strongest movement takes in those that share most of their time with it, and so on."""
    left = sorted(group, key=_strength, reverse=True)
    found: list[Event] = []
    while left:
        strongest = left[0]
        same = [each for each in left if _same(strongest, each)]
        left = [each for each in left if not _same(strongest, each)]
        hull = strongest.interval
        for each in same:
            hull = hull.hull(each.interval)
        found.append(extended(strongest, hull, strongest.confidence))
    return sorted(found, key=lambda each: each.interval)


def _strength(event: Event) -> tuple[float, int, int]:
    return event.peak / event.threshold, event.interval.duration, -event.interval.onset


def _same(strongest: Event, other: Event) -> bool:
    shared = strongest.interval.overlap(other.interval)
    shorter = min(strongest.interval.duration, other.interval.duration)
    return shared >= SAME_MOVEMENT * shorter


def extended(event: Event, interval: Interval, confidence: float) -> Event:
    """The same movement over another interval, with the severity that goes with it."""
    return replace(
        event,
        interval=interval,
        confidence=confidence,
        severity=severity.of_angle(event.peak / event.threshold, interval.seconds),
    )
