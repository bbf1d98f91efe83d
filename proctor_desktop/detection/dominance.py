"""Which of several axes a movement is about, sample by sample."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CLEARLY = 1.5
"""An axis clearly dominates when it is so many times any other; in between, the last one stays."""


class Dominance:
    """Names the axis and side of a movement without flickering between two that are nearly equal.

    The axis furthest beyond its threshold decides. Where that is close, the latest clear decision
    of the same movement stands (or its first one), as long as its axis is still one of the close
    ones. At rest, below ``leave`` on all axes, everything is forgotten. State goes on from one
    chunk to the next.
    """

    def __init__(self, leave: float) -> None:
        self._leave = leave
        self._latest = -1

    def reset(self) -> None:
        """Forget what came before."""
        self._latest = -1

    def labels(self, exceedances: Sequence[NDArray[np.float64]]) -> NDArray[np.int64]:
        """``2 * axis + side`` for each sample, side 1 where the value is positive, else 0.

        Args:
            exceedances: signed deviation over threshold, one (n,) array for each axis; NaN counts
                as no deviation.
        """
        signed = np.nan_to_num(np.stack(exceedances))
        sizes = np.abs(signed)
        rows = np.arange(sizes.shape[1])
        first = sizes.argmax(axis=0)
        largest = sizes[first, rows]
        second = np.partition(sizes, -2, axis=0)[-2]
        sides = (signed > 0).astype(np.int64)
        named = 2 * first + sides[first, rows]
        active = largest >= self._leave
        clear = active & (largest > CLEARLY * second)
        begins = active & ~np.concatenate([[self._latest >= 0], active[:-1]])
        latest = np.maximum.accumulate(np.where(clear | begins | ~active, rows, -1))
        held = np.where(latest >= 0, np.where(active, named, -1)[latest], self._latest)
        if len(held):
            self._latest = int(held[-1])
        axis = np.maximum(held, 0) // 2
        own = sizes[axis, rows]
        fits = (held >= 0) & (own >= self._leave) & (own * CLEARLY >= largest)
        fits &= held % 2 == sides[axis, rows]
        return np.where(fits & ~clear, held, named)
