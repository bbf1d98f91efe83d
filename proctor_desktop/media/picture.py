"""From a decoded picture to an upright RGB array of limited size."""

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2

_TURNS: dict[int, Callable[[Any], Any]] = {
    90: lambda rgb: cv2.rotate(rgb, cv2.ROTATE_90_CLOCKWISE),
    180: lambda rgb: cv2.rotate(rgb, cv2.ROTATE_180),
    270: lambda rgb: cv2.rotate(rgb, cv2.ROTATE_90_COUNTERCLOCKWISE),
}


@dataclass(frozen=True, slots=True)
class PictureShape:
    """Size of the stored picture with square pixels, and how it is to be turned.

    Attributes:
        width, height: in pixels, before turning.
        rotation: clockwise degrees that make it upright: 0, 90, 180 or 270.
        is_mirrored: whether left and right are to be swapped before turning.
    """

    width: int
    height: int
    rotation: int
    is_mirrored: bool = False

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height after turning."""
        return (self.height, self.width) if self.rotation % 180 else (self.width, self.height)


def square_pixels(width: int, height: int, aspect: Fraction | None) -> tuple[int, int]:
    """Width and height of a picture whose pixels are made square by changing its width."""
    if not aspect or aspect == 1 or not Fraction(1, 4) <= aspect <= 4:
        return width, height
    return max(2, round(width * aspect)), height


def tagged(frame: av.VideoFrame) -> tuple[int, bool]:
    """How the file says its pictures become upright: clockwise degrees, a multiple of 90, and
    whether left and right are swapped before."""
    matrix = frame.side_data.get("DISPLAYMATRIX")
    if matrix is None:
        return 0, False
    a, b, _, c, d, *_ = struct.unpack("=9i", matrix)  # type: ignore[arg-type]  # is a buffer
    is_mirrored = a * d - b * c < 0
    angle = math.degrees(math.atan2(-b, -a) if is_mirrored else math.atan2(b, a))
    return round(angle / 90) * 90 % 360, is_mirrored


class PictureConverter:
    """Turns decoded pictures into arrays: colour and size in one pass of the scaler."""

    def __init__(self, max_dimension: int, rotation: int, *, is_mirrored: bool = False) -> None:
        self._max_dimension = max_dimension
        self._turn = _TURNS.get(rotation)
        self._is_mirrored = is_mirrored
        self._reformatter = VideoReformatter()

    def rgb(self, frame: av.VideoFrame, aspect: Fraction | None) -> NDArray[np.uint8]:
        """The picture as uint8 (height, width, 3), upright; a view of the scaler's own memory."""
        width, height = square_pixels(frame.width, frame.height, aspect)
        scale = min(1.0, self._max_dimension / max(width, height))
        width, height = max(2, round(width * scale)), max(2, round(height * scale))
        picture = self._reformatter.reformat(frame, width, height, "rgb24", threads=1)
        plane = picture.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(height, plane.line_size)
        rgb = rows[:, : width * 3].reshape(height, width, 3)
        if self._is_mirrored:
            rgb = np.ascontiguousarray(rgb[:, ::-1])
        return self._turn(rgb) if self._turn else np.ascontiguousarray(rgb)
