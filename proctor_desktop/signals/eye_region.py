"""Whether the places of the eyes show eyes, and not glare, a dark lens or a cover."""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks, Frame
from proctor_desktop.landmarks.topology import EYES, EyeTopology
from proctor_desktop.media.opencv import cv2

_WIDTH, _HEIGHT = 24, 12
_MIN_EYE_PX = 10.0
"""Of smaller eyes this cannot be told; what they look at is hardly measured either."""

_INNER = 0.7

_WHITE, _MAX_WHITE_SHARE = 235, 0.1
"""Of 2,400 eyes of 33 people in their own recordings, 99 % were less than 0.03 as light as that."""

_PLAIN_SPREAD = 0.2
"""Spread of grey levels in parts of the face's below which nothing is to be seen in an eye region:
eyes had 0.37 and more."""

_DARK_SHARE, _DARK_SPREAD = 0.3, 0.5
"""An eye region darker than this part of the face, and plainer than this part of its contrast, is a
dark lens or a cover; the darkest eyes under their brows had 0.36."""


def with_eyes_seen(frame: Frame, face: FaceLandmarks) -> FaceLandmarks:
    """The face with which of its eyes the picture really shows."""
    usual = _grey(frame.rgb, *_middle_of(face))
    level, spread = float(usual.mean()), float(usual.std())
    left, right = (_is_seen(frame, face, eye, level, spread) for eye in EYES)
    return face if left and right else replace(face, eyes_seen=(left, right))


def _is_seen(
    frame: Frame, face: FaceLandmarks, eye: EyeTopology, level: float, spread: float
) -> bool:
    outer, inner = face.points[eye.outer, :2], face.points[eye.inner, :2]
    if math.dist(outer.tolist(), inner.tolist()) < _MIN_EYE_PX:
        return True
    region = _grey(frame.rgb, *_around(face, eye))
    if float((region >= _WHITE).mean()) > _MAX_WHITE_SHARE:
        return False
    own_level, own_spread = float(region.mean()), float(region.std())
    is_dark = own_level < _DARK_SHARE * level and own_spread < _DARK_SPREAD * spread
    return own_spread > _PLAIN_SPREAD * spread and not is_dark


def _around(face: FaceLandmarks, eye: EyeTopology) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """Where an eye lies between its lids, twice as wide as high, level with its corners."""
    along = (face.points[eye.inner, :2] - face.points[eye.outer, :2]).astype(np.float64)
    along *= math.copysign(1.0, along[0]) / _WIDTH
    middle = face.points[[*eye.upper, *eye.lower], :2].mean(axis=0, dtype=np.float64)
    return _placed(along, middle, (_WIDTH, _HEIGHT)), (_WIDTH, _HEIGHT)


def _middle_of(face: FaceLandmarks) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """The face from brow to mouth, without what is behind it."""
    left, top, right, bottom = face.bounds
    along = np.array([_INNER * min(right - left, bottom - top) / _WIDTH, 0.0])
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    return _placed(along, middle, (_WIDTH, _WIDTH)), (_WIDTH, _WIDTH)


def _placed(
    along: NDArray[np.float64], middle: NDArray[np.float64], size: tuple[int, int]
) -> NDArray[np.float64]:
    """The matrix (2, 3) from pixels of a small picture to those of the frame."""
    axes = np.array([[along[0], -along[1]], [along[1], along[0]]])
    return np.column_stack([axes, middle - axes @ np.array(size) / 2])


def _grey(
    rgb: NDArray[np.uint8], matrix: NDArray[np.float64], size: tuple[int, int]
) -> NDArray[np.uint8]:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    small = cv2.warpAffine(rgb, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)
