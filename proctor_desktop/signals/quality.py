"""How good the picture is, as a whole and on the face."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks, Frame
from proctor_desktop.domain.signals import Missing
from proctor_desktop.media.opencv import cv2
from proctor_desktop.signals.options import SignalOptions

_FACE_SIDE = 96
_SAMPLED, _SPARSE, _SMALL = (320, 240), (256, 96), (64, 48)
_MIN_EDGE = 0.06
"""Steepest rise of a picture's edges for each of 320 pixels, in parts of its range of grey levels.

Every sharp picture looked at had 0.12 and more, with and without a face; those blurred so that no
face is found in them had 0.045 and less.
"""


@dataclass(frozen=True, slots=True)
class FaceBox:
    """Box of the landmarks in pixels; it may reach outside the picture."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, face: FaceLandmarks) -> "FaceBox":
        """Smallest box that holds all landmarks."""
        left, top, right, bottom = face.bounds
        return cls(left, top, right - left, bottom - top)

    def inside(self, frame_width: int, frame_height: int) -> float:
        """Share of the box that lies in the picture, 0 to 1."""
        width = min(self.x + self.width, frame_width) - max(self.x, 0.0)
        height = min(self.y + self.height, frame_height) - max(self.y, 0.0)
        return max(0.0, width) * max(0.0, height) / max(1.0, self.width * self.height)


@dataclass(frozen=True, slots=True)
class FaceQuality:
    """Mean grey level, standard deviation and normalised sharpness of the face region."""

    brightness: float
    contrast: float
    sharpness: float

    def fault(self, options: SignalOptions) -> Missing | None:
        """What makes the face's features not measurable, the worst first."""
        if self.brightness < options.min_brightness:
            return Missing.TOO_DARK
        if self.brightness > options.max_brightness:
            return Missing.TOO_BRIGHT
        if self.contrast < options.min_contrast:
            return Missing.LOW_CONTRAST
        return Missing.BLURRED if self.sharpness < options.min_sharpness else None


def face_quality(frame: Frame, box: FaceBox) -> FaceQuality | None:
    """Quality of the face region, None where nothing of it lies in the picture.

    Of a large face only every so many pixels are looked at, which is enough and ten times cheaper.
    """
    left, top = max(0, int(box.x)), max(0, int(box.y))
    region = frame.rgb[top : int(box.y + box.height) + 1, left : int(box.x + box.width) + 1]
    if min(region.shape[:2]) < 2:
        return None
    every = 1 / max(1, max(region.shape[:2]) // _FACE_SIDE)
    sampled = cv2.resize(region, None, fx=every, fy=every, interpolation=cv2.INTER_NEAREST)
    grey = cv2.cvtColor(sampled, cv2.COLOR_RGB2GRAY)
    side = min(1.0, _FACE_SIDE / max(grey.shape))
    grey = cv2.resize(grey, None, fx=side, fy=side, interpolation=cv2.INTER_AREA)
    level, spread = level_and_spread(grey)
    edges = level_and_spread(cv2.Laplacian(grey, cv2.CV_16S))[1]
    return FaceQuality(level, spread, edges**2)


def level_and_spread(grey: NDArray[Any]) -> tuple[float, float]:
    """Mean and standard deviation of a picture of one channel."""
    mean, deviation = cv2.meanStdDev(grey)
    return float(mean[0, 0]), float(deviation[0, 0])


def small_picture(frame: Frame) -> NDArray[np.uint8]:
    """The frame in grey, 64 by 48 pixels, each the mean of eight, whatever its proportions.

    The eight lie in two rows, because what it costs is to fetch rows from memory.
    """
    sampled = cv2.resize(frame.rgb, _SPARSE, interpolation=cv2.INTER_NEAREST)
    grey = cv2.cvtColor(sampled, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, _SMALL, interpolation=cv2.INTER_AREA), np.uint8)


def is_blurred(frame: Frame) -> bool:
    """Whether not even the sharpest edges of the whole picture are sharp."""
    small = cv2.resize(frame.rgb, _SAMPLED, interpolation=cv2.INTER_AREA)
    grey = cv2.blur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (3, 3))
    across, down = (cv2.Sobel(grey, cv2.CV_32F, *order, scale=1 / 8) for order in ((1, 0), (0, 1)))
    darkest, brightest = np.percentile(grey, (1, 99))
    steepest = float(np.percentile(np.hypot(across, down), 99.5))
    return steepest < _MIN_EDGE * float(brightest - darkest)


def picture_fault(luma: float, detail: float, options: SignalOptions) -> Missing | None:
    """Why an absent face says nothing about the candidate."""
    if luma < options.min_luma:
        return Missing.TOO_DARK
    return Missing.LOW_CONTRAST if detail < options.min_detail else None
