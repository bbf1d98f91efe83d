"""Whether a picture is new, or shows again what was shown before."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.timeline import Micros, from_seconds

_MEMORY = from_seconds(12)
_LATEST = from_seconds(0.75)
_MEMORY_LIMIT = 800


class FeedWatch:
    """Compares each picture with the one before and with those of the last seconds."""

    def __init__(self) -> None:
        self._times: deque[Micros] = deque(maxlen=_MEMORY_LIMIT)
        self._pictures: deque[NDArray[np.uint8]] = deque(maxlen=_MEMORY_LIMIT)

    def push(self, time: Micros, small: NDArray[np.uint8]) -> tuple[float | None, float | None]:
        """Change to the frame before, and smallest difference to any older one, in grey levels.

        None where there is nothing yet to compare with.
        """
        change = _difference(small, self._pictures[-1]) if self._pictures else None
        older = [
            picture
            for moment, picture in zip(self._times, self._pictures, strict=True)
            if _LATEST < time - moment <= _MEMORY
        ]
        repeat = None
        if older:
            differences = np.abs(np.stack(older).astype(np.int16) - small)
            repeat = float(differences.mean(axis=(1, 2)).min())
        self._times.append(time)
        self._pictures.append(small)
        return change, repeat


def _difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean())
