"""Which faces move: a person does not keep still for long, a picture on the wall always does."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import Frame, PersonBox
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.media.opencv import cv2

LONG_SIDE = 320
"""Faces are compared in a grey picture of so many pixels; a face that is found has six or more."""

MIN_SHIFT = 0.25
"""A face moved if its place changed as much as by a shift of so many of these pixels."""

MIN_OVER_NOISE = 2.0
"""It must also have changed by this many times the noise."""

_KEPT = 3
_MAX_AGE = from_seconds(1.75)
"""Looks further back are not compared: what is kept must be the same after a segment's settling."""

_MIN_SIDE = 3
_MIN_NOISE = 1.0
_NOISE_BLOCK = 8
_QUIET_SHARE = 0.25
_SIGMA_PER_MEAN = 1.2533
"""Standard deviation over mean magnitude, of normal noise."""

_GAINS = (0.67, 1.5)
"""How much the contrast of a place may change because the camera adapts to the light."""

StillnessMemory: TypeAlias = tuple[tuple[Micros, int, bytes], ...]
Grey: TypeAlias = NDArray[np.uint8]
_Floats: TypeAlias = NDArray[np.float32]


class Stillness:
    """Compares faces with the same places of the picture at the looks before.

    The places are those of the present faces, so that somebody who walks in is seen to move, and a
    picture on the wall that is not found in every look is seen to be still.

    Attributes:
        memory: time, width and pixels of the small grey pictures of the latest looks.
    """

    def __init__(self) -> None:
        self.memory: StillnessMemory = ()

    def moved(self, frame: Frame, boxes: Sequence[PersonBox]) -> list[bool] | None:
        """Whether each face moved since one of the looks before; one call for each look.

        None where no look came before.
        """
        now = small_grey(frame)
        recent = tuple(look for look in self.memory if frame.time - look[0] <= _MAX_AGE)
        self.memory = (*recent, (frame.time, now.shape[1], now.tobytes()))[-_KEPT:]
        earlier = [
            np.frombuffer(pixels, np.uint8).reshape(now.shape)
            for _, width, pixels in recent
            if (width, len(pixels)) == (now.shape[1], now.size)
        ]
        if not earlier:
            return None
        compared = [moved_between(before, now, boxes) for before in earlier]
        return [any(flags) for flags in zip(*compared, strict=True)]


def small_grey(frame: Frame) -> Grey:
    """The frame in grey, its long side `LONG_SIDE` pixels."""
    scale = LONG_SIDE / max(frame.width, frame.height)
    size = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    grey = cv2.cvtColor(frame.rgb, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def moved_between(before: Grey, after: Grey, boxes: Sequence[PersonBox]) -> list[bool]:
    """Whether each face moved between two small grey pictures."""
    noise = _noise(before, after)
    return [_has_moved(before, after, box, noise) for box in boxes]


def _noise(before: Grey, after: Grey) -> float:
    """Standard deviation of what changes where nothing moves: the quieter quarter of the blocks.

    Every second pixel both ways tells as much and costs a quarter.
    """
    one, other = _in_one_light(before[::2, ::2], after[::2, ::2])
    height, width = other.shape
    size = max(1, width // _NOISE_BLOCK), max(1, height // _NOISE_BLOCK)
    blocks = cv2.resize(cv2.absdiff(one, other), size, interpolation=cv2.INTER_AREA)
    return max(_MIN_NOISE, _SIGMA_PER_MEAN * float(np.quantile(blocks, _QUIET_SHARE)))


def _in_one_light(before: Grey, after: Grey) -> tuple[_Floats, _Floats]:
    """Both without their mean, the first with the contrast of the second."""
    dark, light = before.astype(np.float32), after.astype(np.float32)
    dark -= dark.mean()
    light -= light.mean()
    gain = float(np.linalg.norm(light)) / max(float(np.linalg.norm(dark)), 1e-3)
    dark *= np.float32(np.clip(gain, *_GAINS))
    return dark, light


def _has_moved(before: Grey, after: Grey, box: PersonBox, noise: float) -> bool:
    """Whether the place of a face changed beyond light and noise, as by a shift of its slopes.

    A small shift changes each pixel by its slope times the shift, so that the shift is the root of
    the mean squared change over the mean squared slope (B. D. Lucas, T. Kanade, IJCAI 1981).
    """
    height, width = after.shape
    rows = slice(max(0, round(box.y * height)), max(0, round((box.y + box.height) * height)))
    columns = slice(max(0, round(box.x * width)), max(0, round((box.x + box.width) * width)))
    if min(after[rows, columns].shape) < _MIN_SIDE:
        return False
    one, other = _in_one_light(before[rows, columns], after[rows, columns])
    change = float(np.mean((other - one) ** 2))
    if change < (MIN_OVER_NOISE * noise) ** 2:
        return False
    down, across = np.gradient((one + other) / 2)
    steepness = float(np.mean(down**2 + across**2)) / 2 + 1.0
    return (change - noise**2) / steepness >= MIN_SHIFT**2
