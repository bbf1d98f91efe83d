"""Smallest and largest values of ever longer stretches of a growing curve, for drawing it fast."""

import numpy as np
from numpy.typing import NDArray

FACTOR = 8
FIRST_CAPACITY = 4096


class MinMaxPyramid:
    """A curve of (seconds, value) that can be read at any resolution.

    Level 0 holds the samples; level n the minimum and maximum of `FACTOR` ** n samples each. A
    stretch in which every sample is NaN stays NaN and is a gap in the drawing.
    """

    def __init__(self) -> None:
        self._count = 0
        self._times = np.empty(FIRST_CAPACITY)
        self._values = np.full(FIRST_CAPACITY, np.nan, np.float32)
        self._levels: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        self._made: list[int] = []

    def __len__(self) -> int:
        return self._count

    @property
    def times(self) -> NDArray[np.float64]:
        """Times in seconds (a view)."""
        return self._times[: self._count]

    @property
    def values(self) -> NDArray[np.float32]:
        """Values, NaN where there is none (a view)."""
        return self._values[: self._count]

    def clear(self) -> None:
        """Forget all samples."""
        self._count = 0
        self._made = [0] * len(self._made)

    def extend(self, times: NDArray[np.float64], values: NDArray[np.float32]) -> None:
        """Add samples, later than all there are."""
        end = self._count + len(times)
        if end > len(self._times):
            self._grow(end)
        self._times[self._count : end] = times
        self._values[self._count : end] = values
        self._count = end
        self._summarise()

    def _grow(self, needed: int) -> None:
        capacity = len(self._times)
        while capacity < needed:
            capacity *= 2
        self._times = np.resize(self._times, capacity)
        self._values = np.resize(self._values, capacity)
        self._levels = [
            (np.resize(low, capacity // size), np.resize(high, capacity // size))
            for (low, high), size in zip(self._levels, self._sizes(), strict=True)
        ]

    def _sizes(self) -> list[int]:
        return [FACTOR ** (level + 1) for level in range(len(self._levels))]

    def _summarise(self) -> None:
        """Fill the complete stretches of each level that are not filled yet."""
        low, high = self._values, self._values
        available = self._count
        level = 0
        while available // FACTOR > 0:
            if level == len(self._levels):
                room = len(self._times) // FACTOR ** (level + 1)
                self._levels.append((np.empty(room, np.float32), np.empty(room, np.float32)))
                self._made.append(0)
            first, last = self._made[level], available // FACTOR
            if last > first:
                part = slice(first * FACTOR, last * FACTOR)
                self._levels[level][0][first:last] = np.fmin.reduce(
                    low[part].reshape(-1, FACTOR), axis=1
                )
                self._levels[level][1][first:last] = np.fmax.reduce(
                    high[part].reshape(-1, FACTOR), axis=1
                )
                self._made[level] = last
            low, high = self._levels[level]
            available = last
            level += 1

    def window(
        self, start: float, end: float, most: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Points to draw between two times: all of them, or minima and maxima in turn.

        At most about ``2 * FACTOR * most`` points; no extreme value between the two times is lost.
        """
        first = max(0, int(np.searchsorted(self.times, start)) - 1)
        last = min(self._count, int(np.searchsorted(self.times, end, side="right")) + 1)
        level, size = 0, 1
        while (last - first) // (size * FACTOR) >= most and level < len(self._levels):
            level, size = level + 1, size * FACTOR
        if level == 0:
            return self._times[first:last], self._values[first:last]
        return self._extremes(first, last, level, size)

    def _extremes(
        self, first: int, last: int, level: int, size: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        low, high = self._levels[level - 1]
        begin = first // size
        end = min(-(-last // size), self._made[level - 1])
        times = self._times[begin * size : end * size : size]
        drawn = np.empty(2 * len(times), np.float32)
        drawn[0::2], drawn[1::2] = low[begin:end], high[begin:end]
        tail = slice(end * size, last)
        return (
            np.concatenate([np.repeat(times, 2), self._times[tail]]),
            np.concatenate([drawn, self._values[tail]]),
        )
