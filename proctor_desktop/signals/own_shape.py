"""The candidate's own neutral face, learned from the steady pictures of calibration."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks
from proctor_desktop.landmarks.alignment import Alignment, Template
from proctor_desktop.landmarks.topology import (
    MESH_COUNT,
    NeutralShape,
    RestingEyes,
    mirror,
    neutral_shape,
)
from proctor_desktop.signals.gaze import EyeReading, both, read_eyes
from proctor_desktop.signals.head_pose import aligned
from proctor_desktop.signals.options import SignalOptions

_MIN_STEADY = 10
_WIDEST = 90
"""Percentile of the upper lids' height at which an eye is surely open: blinks and seconds with shut
eyes lie below it, and so do all but the widest."""
_OPEN_SHARE = 0.7
"""Part of that height above which an eye rests; looking down at the keys lowers it further."""


def own_shape(
    faces: Sequence[FaceLandmarks], options: SignalOptions, generic: NeutralShape | None = None
) -> NeutralShape | None:
    """The candidate's neutral shape from steady frames, None where there are too few of them.

    ``generic`` is the shape that the model which found the landmarks sees in people.
    """
    generic = generic or neutral_shape()
    if len(faces) < _MIN_STEADY:
        return None
    shape = _mean_shape(faces, generic)
    faces = [face for face in faces if any(face.eyes_seen)]
    if len(faces) < _MIN_STEADY:
        return replace(shape, eyes=generic.eyes, is_own=True)
    readings = [_reading(face, shape, options) for face in faces]
    heights = np.array([each.upper for each in readings])
    is_open = heights > _OPEN_SHARE * np.percentile(heights, _WIDEST)
    opened = [face for face, chosen in zip(faces, is_open, strict=True) if chosen]
    if len(opened) >= _MIN_STEADY:
        shape = _mean_shape(opened, generic)
        readings = [_reading(face, shape, options) for face in opened]
    eyes = replace(_resting(readings, generic.eyes), apart=_apart(faces, shape, options, generic))
    return NeutralShape(shape.points, shape.weights, eyes, is_own=True)


def _mean_shape(faces: Sequence[FaceLandmarks], generic: NeutralShape) -> NeutralShape:
    """Each face is brought into the generic shape's posture and averaged.

    The result is made symmetric, because a calibration with the head a little turned must not
    become the shape.
    """
    template = Template(generic.points, generic.weights)
    shapes = [
        template.onto(points).undone(points)
        for points in (face.points[:MESH_COUNT].astype(np.float64) for face in faces)
    ]
    points = _symmetric(np.median(shapes, axis=0))
    return NeutralShape(points - points.mean(axis=0), generic.weights)


def _symmetric(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    reflected = (shape * [-1.0, 1.0, 1.0])[mirror()]
    return np.asarray((shape + reflected) / 2)


def _aligned(face: FaceLandmarks, shape: NeutralShape, options: SignalOptions) -> Alignment:
    return aligned(face.points[:MESH_COUNT], shape, options)


def _reading(face: FaceLandmarks, shape: NeutralShape, options: SignalOptions) -> EyeReading:
    alignment = _aligned(face, shape, options)
    return both(read_eyes(face, alignment, options), shape.eyes.apart)


def _apart(
    faces: Sequence[FaceLandmarks],
    shape: NeutralShape,
    options: SignalOptions,
    generic: NeutralShape,
) -> float:
    """How far the irises sit from the middle of both, of faces that show two eyes."""
    two = [face for face in faces if all(face.eyes_seen)]
    if len(two) < _MIN_STEADY:
        return generic.eyes.apart
    pairs = (read_eyes(face, _aligned(face, shape, options), options) for face in two)
    return float(np.median([(left.horizontal - right.horizontal) / 2 for left, right in pairs]))


def _resting(readings: Sequence[EyeReading], generic: RestingEyes) -> RestingEyes:
    opening, upper, vertical = (
        float(np.median([getattr(each, name) for each in readings]))
        for name in ("opening", "upper", "vertical")
    )
    return replace(generic, opening=opening, upper=upper, iris=vertical)
