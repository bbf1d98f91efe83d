"""Media time as integer microseconds, and half-open intervals on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

Micros = NewType("Micros", int)
"""Presentation time or duration in microseconds, counted from the start of the stream."""

MICROS_PER_SECOND = 1_000_000


def from_seconds(seconds: float) -> Micros:
    """Microseconds nearest to ``seconds``."""
    return Micros(round(seconds * MICROS_PER_SECOND))


def to_seconds(time: int) -> float:
    """Seconds as a float, exact to the microsecond for any recording."""
    return time / MICROS_PER_SECOND


def clock(time: int) -> str:
    """Time for people: ``1:02:03.4``, hours only where there are any, tenths of a second."""
    tenths = round(time / 100_000)
    minutes, tenths = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{tenths // 10:02d}.{tenths % 10}"
    return f"{hours}:{minutes:02d}:{seconds}" if hours else f"{minutes}:{seconds}"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Half-open span ``[onset, offset)`` on the media clock."""

    onset: Micros
    offset: Micros

    def __post_init__(self) -> None:
        if self.offset <= self.onset:
            raise ValueError(f"empty interval: {self.onset}..{self.offset}")

    @property
    def duration(self) -> Micros:
        """Length in microseconds, always positive."""
        return Micros(self.offset - self.onset)

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return to_seconds(self.duration)

    def contains(self, time: int) -> bool:
        """Whether ``time`` lies inside; the offset does not."""
        return self.onset <= time < self.offset

    def gap_to(self, other: "Interval") -> Micros:
        """Microseconds between the two spans, 0 where they touch or overlap."""
        return Micros(max(0, other.onset - self.offset, self.onset - other.offset))

    def overlap(self, other: "Interval") -> Micros:
        """Microseconds that both spans cover."""
        return Micros(max(0, min(self.offset, other.offset) - max(self.onset, other.onset)))

    def hull(self, other: "Interval") -> "Interval":
        """Smallest interval that covers both."""
        return Interval(min(self.onset, other.onset), max(self.offset, other.offset))


def merged(intervals: Iterable[Interval], max_gap: int = 0) -> list[Interval]:
    """Ordered, disjoint intervals: neighbours at most ``max_gap`` microseconds apart become one."""
    result: list[Interval] = []
    for interval in sorted(intervals):
        if result and interval.onset - result[-1].offset <= max_gap:
            result[-1] = result[-1].hull(interval)
        else:
            result.append(interval)
    return result


def covered(intervals: Iterable[Interval]) -> Micros:
    """Microseconds covered by at least one of the intervals."""
    return Micros(sum(interval.duration for interval in merged(intervals)))
