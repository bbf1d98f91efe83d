"""The one machine that says when something unusual began and ended.

It enters at 1 and leaves below a part of it (hysteresis), bridges short stretches without
measurement, closes short gaps and drops what is too short. It works on whole arrays and carries
its state from one to the next, so that a recording cut into pieces of any size gives the same
segments.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.signals import MAX_HOLD
from proctor_desktop.domain.timeline import Interval, Micros


@dataclass(frozen=True, slots=True)
class SegmentRule:
    """What makes a segment.

    Attributes:
        leave: a segment ends below this value; it begins at 1.
        max_gap: segments at most this many microseconds apart are one.
        min_duration: shorter ones are dropped, after gaps were closed.
        max_missing: a longer stretch without measurement ends a segment at the last measured
            sample; after it, a value of 1 is needed to begin again.
        min_samples: segments with fewer high samples are dropped too.
        min_active: so are those that were measured and high for less.
        min_beyond: and those that reached 1 for less, and else were only not below ``leave``.
    """

    leave: float
    max_gap: Micros
    min_duration: Micros
    max_missing: Micros
    min_samples: int = 1
    min_active: int = 0
    min_beyond: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A span in which a value stayed high.

    Attributes:
        interval: from its first to the end of its last high sample.
        peak: largest value.
        active: microseconds for which the value was measured and high.
        samples: how many samples were high.
    """

    interval: Interval
    peak: float
    active: Micros
    samples: int

    @property
    def share(self) -> float:
        """Part of the span for which the value was measured and high, 0 to 1."""
        return min(1.0, self.active / self.interval.duration)


@dataclass(slots=True)
class _Run:
    """A segment in the making; times in microseconds."""

    onset: int
    offset: int
    peak: float
    active: int
    beyond: int
    samples: int

    def absorb(self, later: "_Run") -> None:
        """Go on with a later run."""
        self.offset = later.offset
        self.peak = max(self.peak, later.peak)
        self.active += later.active
        self.beyond += later.beyond
        self.samples += later.samples


class Segmenter:
    """Finds segments in one value that grows with how unusual something is."""

    def __init__(self, rule: SegmentRule) -> None:
        self._rule = rule
        self._reset()

    def _reset(self) -> None:
        self._last: tuple[int, float] | None = None  # its length is known when the next one comes
        self._high = False
        self._measured_until: int | None = None
        self._run: _Run | None = None
        self._closed: _Run | None = None

    def push(
        self, times: NDArray[np.int64], values: NDArray[np.floating[Any]], hold: int = MAX_HOLD
    ) -> list[Segment]:
        """Segments that became certain.

        Args:
            times: (n,) increasing times in microseconds, later than all before.
            values: (n,) how unusual, 1 at the threshold; NaN where it could not be measured.
            hold: a sample speaks for the time until the next one, at most for so many microseconds.
        """
        if not len(times):
            return []
        if self._last is not None:
            times = np.concatenate([[self._last[0]], times])
            values = np.concatenate([[self._last[1]], values])
        self._last = int(times[-1]), float(values[-1])
        return self._advance(times[:-1], values[:-1], np.minimum(times[1:], times[:-1] + hold))

    def flush(self, end: int, hold: int = MAX_HOLD) -> list[Segment]:
        """The remaining segments of a recording that ends at ``end``; the machine starts anew."""
        found: list[Segment] = []
        if self._last is not None:
            time, value = self._last
            stop = min(max(end, time + 1), time + hold)
            found = self._advance(np.array([time]), np.array([value]), np.array([stop]))
        if self._run is not None:
            self._close(self._run)
        found += self._release()
        self._reset()
        return found

    def _advance(
        self, times: NDArray[np.int64], values: NDArray[np.floating[Any]], ends: NDArray[np.int64]
    ) -> list[Segment]:
        """Take samples whose length is known."""
        measured = ~np.isnan(values)
        if not measured.any():
            return []
        if not measured.all():
            times, values, ends = times[measured], values[measured], ends[measured]
        first = times[0] if self._measured_until is None else self._measured_until
        broken = times - np.concatenate([[first], ends[:-1]]) > self._rule.max_missing
        high = self._hysteresis(values, broken)
        before = np.concatenate([[self._high], high[:-1]])
        self._high, self._measured_until = bool(high[-1]), int(ends[-1])
        found: list[Segment] = []
        if before[0] and (broken[0] or not high[0]) and self._run is not None:
            self._close(self._run)
        for run, continues in _runs(high, high & (~before | broken), times, values, ends):
            found += self._take(run, continues)
        if not high[-1] and self._run is not None:
            self._close(self._run)
        if self._closed is not None and ends[-1] - self._closed.offset > self._rule.max_gap:
            found += self._release()
        return found

    def _hysteresis(
        self, values: NDArray[np.floating[Any]], broken: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Whether the state is high at each sample: the last crossing of a threshold decides."""
        enters = values >= 1.0
        decides = enters | (values < self._rule.leave) | broken
        latest = np.maximum.accumulate(np.where(decides, np.arange(len(values)), -1))
        return np.where(latest >= 0, enters[latest], self._high)

    def _take(self, run: _Run, continues: bool) -> list[Segment]:
        found: list[Segment] = []
        if continues and self._run is not None:
            self._run.absorb(run)
            return found
        if self._run is not None:
            self._close(self._run)
        if self._closed is not None:
            if run.onset - self._closed.offset <= self._rule.max_gap:
                self._closed.absorb(run)
                run, self._closed = self._closed, None
            else:
                found = self._release()
        self._run = run
        return found

    def _close(self, run: _Run) -> None:
        self._closed, self._run = run, None

    def _release(self) -> list[Segment]:
        run, self._closed = self._closed, None
        if run is None or not self._counts(run):
            return []
        interval = Interval(Micros(run.onset), Micros(run.offset))
        return [Segment(interval, run.peak, Micros(run.active), run.samples)]

    def _counts(self, run: _Run) -> bool:
        rule = self._rule
        return (
            run.offset - run.onset >= rule.min_duration
            and run.active >= rule.min_active
            and run.beyond >= rule.min_beyond
            and run.samples >= rule.min_samples
        )


def _runs(
    high: NDArray[np.bool_],
    starts: NDArray[np.bool_],
    times: NDArray[np.int64],
    values: NDArray[np.floating[Any]],
    ends: NDArray[np.int64],
) -> list[tuple[_Run, bool]]:
    """Runs of high samples; the flag says that the first one goes on from before the array."""
    rows = np.flatnonzero(high)
    if not len(rows):
        return []
    heads = np.flatnonzero(starts[rows])
    continues = not len(heads) or heads[0] > 0
    if continues:
        heads = np.concatenate([[0], heads])
    tails = np.concatenate([heads[1:], [len(rows)]]) - 1
    peaks = np.maximum.reduceat(values[rows], heads)
    lasting = (ends - times)[rows]
    active = np.add.reduceat(lasting, heads)
    beyond = np.add.reduceat(np.where(values[rows] >= 1.0, lasting, 0), heads)
    columns = times[rows[heads]], ends[rows[tails]], peaks, active, beyond, tails - heads + 1
    runs = [_Run(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]
    return [(run, continues and index == 0) for index, run in enumerate(runs)]


def segments(
    times: NDArray[np.int64],
    values: NDArray[np.floating[Any]],
    rule: SegmentRule,
    end: int,
    hold: int = MAX_HOLD,
) -> list[Segment]:
    """All segments of a whole recording."""
    machine = Segmenter(rule)
    found = machine.push(times, values, hold)
    return found + machine.flush(end, hold)
