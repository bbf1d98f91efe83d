"""Faults of the feed: dark, frozen, blurred or missing pictures. They are no behaviour."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.events import Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds

Values = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class _Fault:
    """One fault: how much of it there is at each sample, and what its numbers mean."""

    kind: EventKind
    amount: Callable[[SignalTrack], Values]
    min_seconds: float
    limit: float
    unit: Unit


class Feed:
    """Finds technical events."""

    def __init__(self, options: DetectionOptions) -> None:
        faults = (
            _Fault(
                EventKind.FEED_DARK,
                lambda track: _below(track.column(Channel.LUMA), options.dark_luma),
                options.dark_min_sec,
                options.dark_luma,
                Unit.GREY_LEVELS,
            ),
            _Fault(
                EventKind.FEED_FROZEN,
                lambda track: _still(track, options),
                options.frozen_min_sec,
                options.frozen_change,
                Unit.GREY_LEVELS,
            ),
            _Fault(
                EventKind.FEED_BLURRED,
                lambda track: _because(track, Missing.BLURRED),
                options.blurred_min_sec,
                options.blurred_min_sec,
                Unit.SECONDS,
            ),
            _Fault(
                EventKind.FEED_LOST,
                lambda track: _because(track, Missing.FRAME_LOST),
                options.lost_min_sec,
                options.lost_min_sec,
                Unit.SECONDS,
            ),
        )
        self._machines = [(fault, Segmenter(_rule(fault, options))) for fault in faults]
        self._lost_min = from_seconds(options.lost_min_sec)
        self._options = options
        self._latest: Micros | None = None
        self._hold = int(MAX_HOLD)

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        if not len(chunk):
            return []
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        found = [
            _event(fault, segment)
            for fault, machine in self._machines
            for segment in machine.push(chunk.times, fault.amount(chunk), self._hold)
        ]
        return found + self._holes(chunk)

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        found = [
            _event(fault, segment)
            for fault, machine in self._machines
            for segment in machine.flush(end, self._hold)
        ]
        latest, self._latest = self._latest, None
        if latest is not None and end - latest >= self._lost_min:
            found.append(self._lost(latest, end))
        return found

    def _holes(self, chunk: SignalTrack) -> list[Event]:
        """Stretches between two samples in which no picture came."""
        before = chunk.times[:-1] if self._latest is None else chunk.times
        first = [] if self._latest is None else [self._latest - chunk.step]
        starts = np.concatenate([np.asarray(first, np.int64), chunk.times[:-1]]) + chunk.step
        ends = chunk.times[len(chunk) - len(before) :]
        self._latest = chunk.end
        rows = np.flatnonzero(ends - starts >= self._lost_min)
        return [self._lost(Micros(int(starts[row])), Micros(int(ends[row]))) for row in rows]

    def _lost(self, onset: Micros, offset: Micros) -> Event:
        interval = Interval(onset, offset)
        return Event(
            kind=EventKind.FEED_LOST,
            interval=interval,
            peak=interval.seconds,
            threshold=self._options.lost_min_sec,
            unit=Unit.SECONDS,
            severity=severity.of_duration(EventKind.FEED_LOST, interval.seconds),
            confidence=1.0,
        )


def _rule(fault: _Fault, options: DetectionOptions) -> SegmentRule:
    return SegmentRule(
        leave=options.leave_share,
        max_gap=from_seconds(options.max_gap_sec),
        min_duration=from_seconds(fault.min_seconds),
        max_missing=from_seconds(options.max_missing_sec),
    )


def _below(values: NDArray[np.float32], limit: float) -> Values:
    """1 at the limit, more below it, NaN where there is no value."""
    return np.asarray(limit / np.maximum(values, 1e-6))


def _still(track: SignalTrack, options: DetectionOptions) -> Values:
    """1 at the limit of change, more below it; 0 in the dark, where any two pictures are alike."""
    still = _below(track.column(Channel.CHANGE), options.frozen_change)
    dark = track.column(Channel.LUMA) <= options.dark_luma
    return np.where(dark, 0.0, still)


def _because(track: SignalTrack, reason: Missing) -> Values:
    """1 where the head could not be measured for this reason."""
    return np.asarray(track.reason(Channel.YAW) == reason.value, np.float32)


def _event(fault: _Fault, segment: Segment) -> Event:
    seconds = segment.interval.seconds
    measured = fault.unit is Unit.GREY_LEVELS
    return Event(
        kind=fault.kind,
        interval=segment.interval,
        peak=fault.limit / segment.peak if measured else seconds,
        threshold=fault.limit,
        unit=fault.unit,
        severity=severity.of_duration(fault.kind, seconds),
        confidence=segment.share,
    )
