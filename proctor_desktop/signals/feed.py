"""Whether a picture is new, or shows again what was shown before.

Light from the mains flickers, as a whole or in bands across the picture: two pictures of the same
phase are then more alike than neighbours are, as if a recording were played over and over. So
pictures are compared with the light taken out, row by row.
"""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.media.opencv import cv2

FEED_MEMORY = from_seconds(12)
"""How far back pictures are compared."""

_LATEST = from_seconds(0.75)
_SLOTS = 800
_BLOCK = 4
_CLOSEST = 4
_LEVEL, _LARGEST_GAIN = 128.0, 4.0


class FeedWatch:
    """Compares each picture with the one before and with those of the last twelve seconds.

    Pictures are uint8 of one shape (height, width), both multiples of four.
    """

    def __init__(self) -> None:
        self._times = np.full(2 * _SLOTS, -1, np.int64)
        self._pictures: list[NDArray[np.uint8] | None] = [None] * _SLOTS
        self._coarse = np.zeros((2 * _SLOTS, 0), np.float32)
        self._sizes = np.zeros(2 * _SLOTS, np.float32)
        self._count = 0

    def push(self, time: Micros, picture: NDArray[np.uint8]) -> tuple[float | None, float | None]:
        """Change to the frame before, and smallest difference to any older one, in levels.

        Levels are grey levels of rows whose mean is 128. The last three quarters of a second do not
        count as older, since a person who sits still repeats them. None where there is nothing yet
        to compare with.
        """
        picture = _evenly_lit(picture)
        coarse = _coarse(picture)
        if self._coarse.shape[1] != len(coarse):
            self._coarse = np.zeros((2 * _SLOTS, len(coarse)), np.float32)
        latest = self._pictures[(self._count - 1) % _SLOTS]
        change = _difference(picture, latest) if latest is not None else None
        repeat = self._repeat(time, picture, coarse)
        slot = self._count % _SLOTS
        self._pictures[slot] = picture
        # Everything is written twice, so that the latest rows always lie beside each other.
        for row in (slot, slot + _SLOTS):
            self._times[row], self._coarse[row], self._sizes[row] = time, coarse, coarse @ coarse
        self._count += 1
        return change, repeat

    def _repeat(
        self, time: Micros, picture: NDArray[np.uint8], coarse: NDArray[np.float32]
    ) -> float | None:
        """Smallest difference to an older picture; only the few that are alike in the rough.

        Sums of products of grey levels are whole numbers that float32 holds exactly.
        """
        held = min(self._count, _SLOTS)
        end = (self._count - 1) % _SLOTS + 1 + _SLOTS
        first, last = (
            end
            - held
            + np.searchsorted(self._times[end - held : end], (time - FEED_MEMORY, time - _LATEST))
        )
        if first == last:
            return None
        products = np.einsum("ij,j->i", self._coarse[first:last], coarse)  # in this thread alone
        rough = self._sizes[first:last] - 2 * products
        closest = first + np.argpartition(rough, min(_CLOSEST, len(rough)) - 1)[:_CLOSEST]
        alike = [self._pictures[row % _SLOTS] for row in closest.tolist()]
        return min(_difference(picture, other) for other in alike if other is not None)


def _evenly_lit(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Every row at the same mean level, but for rows so dark that this would show their noise."""
    means = picture.mean(axis=1, keepdims=True, dtype=np.float32)
    gains = np.minimum(_LARGEST_GAIN, _LEVEL / np.maximum(means, 1.0))
    return np.asarray(np.rint(np.minimum(picture * gains, 255.0)), np.uint8)


def _coarse(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Means of blocks of four by four pixels, as one row."""
    height, width = picture.shape
    blocks = cv2.resize(picture, (width // _BLOCK, height // _BLOCK), interpolation=cv2.INTER_AREA)
    return np.asarray(blocks.ravel(), np.float32)


def _difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    return float(cv2.norm(one, other, cv2.NORM_L1)) / one.size
