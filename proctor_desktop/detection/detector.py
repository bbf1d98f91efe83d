"""All detectors together, and the rules that concern more than one of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from proctor_desktop.detection.face_absence import FaceAbsence, absence
from proctor_desktop.detection.feed import Feed
from proctor_desktop.detection.gaze_deviation import GazeDeviation
from proctor_desktop.detection.head_movement import HeadMovement, Lane, extended, lanes
from proctor_desktop.detection.multiple_faces import MultipleFaces
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import (
    MICROS_PER_SECOND,
    Interval,
    Micros,
    from_seconds,
    merged,
)
from proctor_desktop.signals.presence import faces_away

__all__ = ["DetectionOptions", "Detector", "detect"]


class Detector(Protocol):
    """Says what is unusual, chunk by chunk; chunks of any size give the same events."""

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain with the samples of ``chunk``, which follow those before."""

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``; the detector starts anew."""


def detectors(calibration: Calibration, options: DetectionOptions) -> tuple[Detector, ...]:
    """One detector for each kind of event."""
    return (
        GazeDeviation(calibration, options),
        HeadMovement(calibration, options),
        FaceAbsence(options),
        MultipleFaces(options),
        Feed(options),
    )


def detect(
    track: SignalTrack,
    calibration: Calibration,
    options: DetectionOptions,
    end: Micros = Micros(0),  # noqa: B008 - a number with a name
) -> tuple[Event, ...]:
    """All events of a recording, in time order.

    Pictures missing between the last sample and ``end``, where the recording should have ended, are
    reported as lost.

    Beyond what the detectors find: a face lost right after the head turned extends the turn, as
    does a back that is turned to the camera; a glance at the paper is left out where the exam is on
    paper, and what a frozen picture shows is no behaviour.
    """
    events: list[Event] = []
    for detector in detectors(calibration, options):
        for chunk in track.chunks():
            events += detector.push(chunk)
        events += detector.flush(max(track.end, end))
    events = _without_frozen_time(events, options)
    head = lanes(calibration, options)
    events = _turns_that_go_on(events, track, head, options)
    events = _turns_away(events, track, head, options)
    if options.paper_exam:
        events = [event for event in events if not is_writing(event, track, options)]
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[Interval, int]:
    return event.interval, tuple(EventKind).index(event.kind)


def _without_frozen_time(events: list[Event], options: DetectionOptions) -> list[Event]:
    """Behaviour is cut where the picture stands still; what is left must still be long enough."""
    frozen = merged(e.interval for e in events if e.kind is EventKind.FEED_FROZEN)
    if not frozen:
        return events
    shortest = {
        EventKind.GAZE_DEVIATION: options.gaze_min_sec,
        EventKind.HEAD_MOVEMENT: options.head_min_sec,
        EventKind.FACE_ABSENCE: options.absence_min_sec,
        EventKind.MULTIPLE_FACES: options.people_min_sec,
    }
    left: list[Event] = []
    for event in events:
        if event.kind.is_technical:
            left.append(event)
            continue
        pieces = _outside(event.interval, frozen)
        left += [_cut(event, piece) for piece in pieces if piece.seconds >= shortest[event.kind]]
    return left


def _outside(interval: Interval, holes: Sequence[Interval]) -> list[Interval]:
    """Parts of ``interval`` that no hole covers; holes are ordered and disjoint."""
    parts: list[Interval] = []
    onset = interval.onset
    for hole in holes:
        if hole.offset <= onset or hole.onset >= interval.offset:
            continue
        if hole.onset > onset:
            parts.append(Interval(onset, hole.onset))
        onset = hole.offset
    if onset < interval.offset:
        parts.append(Interval(onset, interval.offset))
    return parts


def _cut(event: Event, interval: Interval) -> Event:
    if event.kind is EventKind.FACE_ABSENCE:
        return absence(interval, event.confidence, event.threshold)
    if event.unit is Unit.PEOPLE:
        return replace(event, interval=interval)
    return extended(event, interval, event.confidence)


def _turns_that_go_on(
    events: list[Event], track: SignalTrack, head: Sequence[Lane], options: DetectionOptions
) -> list[Event]:
    """Absences right after a turn of the head become part of that turn."""
    kept = list(events)
    for event in sorted((e for e in events if e.kind is EventKind.FACE_ABSENCE), key=_order):
        if event.interval.seconds > options.turned_max_sec:
            continue
        turn = _turn_before(event.interval.onset, track, head, options)
        if turn is None:
            continue
        kept.remove(event)
        kept = _with_turn(kept, turn, event.interval.offset, options)
    return kept


def _turns_away(
    events: list[Event], track: SignalTrack, head: Sequence[Lane], options: DetectionOptions
) -> list[Event]:
    """The events with turns that go on while only the back of somebody is seen."""
    for span in faces_away(track):
        turn = _turn_before(span.onset, track, head, options)
        if turn is not None:
            events = _with_turn(events, turn, span.offset, options)
    return events


def _turn_before(
    lost: Micros, track: SignalTrack, head: Sequence[Lane], options: DetectionOptions
) -> Event | None:
    """The turn or nod beyond its threshold within a moment before the face was lost."""
    first, last = np.searchsorted(
        track.times, [lost - from_seconds(options.turned_before_sec), lost]
    )
    if first == last:
        return None
    recent = SignalTrack(
        track.times[first:last], track.values[first:last], track.reasons[first:last], track.step
    )
    best: tuple[float, Lane, Micros] | None = None
    for lane in head:
        amount = np.nan_to_num(lane.exceedance(recent), nan=-np.inf)
        peak = float(amount.max())
        if lane.axis is not Axis.ROLL and peak >= 1 and (best is None or peak > best[0]):
            onset = Micros(int(recent.times[int(np.argmax(amount >= 1))]))
            best = peak, lane, onset
    if best is None:
        return None
    peak, lane, onset = best
    return Event(
        kind=EventKind.HEAD_MOVEMENT,
        interval=Interval(onset, lost),
        peak=peak * lane.threshold,
        threshold=lane.threshold,
        unit=Unit.DEGREES,
        severity=Severity.LOW,
        confidence=1.0,
        axis=lane.axis,
        direction=lane.direction,
    )


def _with_turn(
    events: list[Event], turn: Event, until: Micros, options: DetectionOptions
) -> list[Event]:
    """The events with ``turn`` going on until the face is back, joined with its neighbours."""
    span = Interval(turn.interval.onset, until)
    reach = from_seconds(options.max_gap_sec)
    same = [
        event
        for event in events
        if event.kind is EventKind.HEAD_MOVEMENT
        and (event.axis, event.direction) == (turn.axis, turn.direction)
        and event.interval.gap_to(span) <= reach
    ]
    seen = sum(each.confidence * each.interval.duration for each in same or [turn])
    strongest = max((*same, turn), key=lambda each: each.peak / each.threshold)
    for each in same:
        span = span.hull(each.interval)
    whole = extended(strongest, span, min(1.0, seen / span.duration))
    return [event for event in events if event not in same] + [whole]


def is_writing(event: Event, track: SignalTrack, options: DetectionOptions) -> bool:
    """Whether an event is a short, slow and shallow glance down at the paper.

    The speed is the median over the event, of the axis that it is about.
    """
    if event.direction is not Direction.DOWN:
        return False
    gaze = event.kind is EventKind.GAZE_DEVIATION
    depth = float(np.degrees(event.peak)) if gaze else event.peak
    if event.interval.seconds >= options.writing_max_sec or depth >= options.writing_max_deg:
        return False
    inside = track.between(event.interval)
    angles = inside.column(Channel.GAZE_VERTICAL if gaze else Channel.PITCH).astype(np.float64)
    measured = np.isfinite(angles)
    angles, times = angles[measured], inside.times[measured]
    if len(angles) < 2:
        return True
    speeds = np.abs(np.diff(angles)) / (np.diff(times) / MICROS_PER_SECOND)
    speed = float(np.median(np.degrees(speeds) if gaze else speeds))
    return speed < options.writing_max_deg_per_sec
