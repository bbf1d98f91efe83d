"""Where in a recording the alerts stand: busy periods, and a profile by the minute."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.events import Event, Incident
from proctor_desktop.domain.report import ActivityPeriod, MinuteProfile
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import (
    MICROS_PER_SECOND,
    Interval,
    Micros,
    from_seconds,
    merged,
    to_seconds,
)

MIN_ALERTS = 3
"""Fewer alerts than this are no accumulation, however close they stand."""
SIGNIFICANCE = 0.01
"""Chance of calling a recording with evenly spread alerts busy anywhere."""
WINDOW_SHARE = 1 / 20
MIN_WINDOW_SEC = 10.0
MAX_WINDOW_SEC = 60.0
MINUTE = from_seconds(60.0)


def window_seconds(duration_sec: float) -> float:
    """Length of the windows that are compared: a twentieth of the recording, 10 to 60 s."""
    return min(MAX_WINDOW_SEC, max(MIN_WINDOW_SEC, duration_sec * WINDOW_SHARE))


def periods(events: Iterable[Event], duration_sec: float) -> tuple[ActivityPeriod, ...]:
    """Spans in which alerts stand closer together than chance allows, in time order.

    A scan statistic: were the n alerts spread evenly, the number in a window that is the part p of
    the recording would follow a binomial distribution of n and p. Windows that begin at an alert
    and hold so many that this has a probability below `SIGNIFICANCE`, divided by the number of
    windows that fit side by side, are busy. Windows that touch are one period, from the onset of
    its first alert to the end of its last.
    """
    alerts = sorted(
        (event for event in events if not event.kind.is_technical), key=lambda each: each.interval
    )
    length = window_seconds(duration_sec)
    if len(alerts) < MIN_ALERTS or duration_sec <= 2 * length:
        return ()
    enough = _enough(len(alerts), length / duration_sec, SIGNIFICANCE * length / duration_sec)
    onsets = np.array([alert.interval.onset for alert in alerts], np.int64)
    after = np.searchsorted(onsets, onsets + from_seconds(length))
    busy = np.flatnonzero(after - np.arange(len(onsets)) >= enough)
    return tuple(_period(alerts[first:last]) for first, last in _joined(busy, after))


def _enough(number: int, part: float, chance: float) -> int:
    """Smallest count of at least `MIN_ALERTS` that is rarer than ``chance``."""
    tail = 1.0
    for count in range(number + 1):
        if count >= MIN_ALERTS and tail <= chance:
            return count
        tail -= math.exp(
            math.lgamma(number + 1)
            - math.lgamma(count + 1)
            - math.lgamma(number - count + 1)
            + count * math.log(part)
            + (number - count) * math.log1p(-part)
        )
    return number + 1


def _joined(busy: NDArray[np.int64], after: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Ranges of alerts covered by busy windows that share an alert."""
    ranges: list[tuple[int, int]] = []
    for first in busy.tolist():
        last = int(after[first])
        if ranges and first < ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(last, ranges[-1][1])
        else:
            ranges.append((first, last))
    return ranges


def _period(alerts: Sequence[Event]) -> ActivityPeriod:
    start = to_seconds(alerts[0].interval.onset)
    end = to_seconds(max(alert.interval.offset for alert in alerts))
    return ActivityPeriod(start, end, len(alerts) / (end - start))


def minutes(
    events: Iterable[Event],
    incidents: Iterable[Incident],
    track: SignalTrack,
    measurable: NDArray[np.bool_],
) -> tuple[MinuteProfile, ...]:
    """One entry for each minute of the recording, the last one cut at its end.

    Args:
        events: of all kinds; technical ones are not alerts.
        incidents: counted in the minute in which they begin.
        track: gives the length.
        measurable: (n,) which samples could be measured.
    """
    end = int(track.end)
    count = -(-end // MINUTE)
    if not count:
        return ()
    alerts = merged(event.interval for event in events if not event.kind.is_technical)
    seconds = np.where(measurable, track.durations(), 0) / MICROS_PER_SECOND
    by_minute = np.bincount(track.times // MINUTE, weights=seconds, minlength=count)
    begun = [0] * count
    for incident in incidents:
        begun[min(incident.interval.onset // MINUTE, count - 1)] += 1
    alert_seconds = _alert_seconds(alerts, count)
    return tuple(
        MinuteProfile(
            start=to_seconds(index * MINUTE),
            end=to_seconds(min((index + 1) * MINUTE, end)),
            alert_seconds=alert_seconds[index],
            measurable_seconds=float(by_minute[index]),
            incidents=begun[index],
        )
        for index in range(count)
    )


def _alert_seconds(alerts: Sequence[Interval], count: int) -> list[float]:
    """Seconds under alert in each minute."""
    totals = [0.0] * count
    for alert in alerts:
        for index in range(alert.onset // MINUTE, min(-(-alert.offset // MINUTE), count)):
            minute = Interval(Micros(index * MINUTE), Micros((index + 1) * MINUTE))
            totals[index] += to_seconds(alert.overlap(minute))
    return totals
