"""Rotation, scale and place that carry one set of points onto another."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2

Points = NDArray[np.float64]

_REFLECTED = np.array([1.0, 1.0, -1.0])


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """``target = scale * rotation @ source + offset``, as well as it can be done.

    Attributes:
        rotation: float64 (3, 3), proper.
        scale: target units for one source unit.
        offset: float64 (3,), where the source's origin comes to lie.
        residual: root of the weighted mean of the squared distances that remain, in source units.
    """

    rotation: Points
    scale: float
    offset: Points
    residual: float

    def undone(self, target: Points) -> Points:
        """Points of the target, shape (n, 3), in the frame and unit of the source."""
        return (target - self.offset) @ self.rotation / self.scale


class Template:
    """A point set of shape (n, 3) that is carried onto others that correspond row by row.

    What does not depend on the others is worked out once, so that a face costs hundredths of a
    millisecond.

    Args:
        source: the shape that is moved.
        weights: (n,), not negative.
        response: (3, 3) factors on the covariance of target axis (row) and source axis (column),
            for a target whose axes are not equally true to scale; it only changes the rotation.
        stretch: (3,) factors on the axes of source and target.

    Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
    patterns", IEEE PAMI 13 (1991), with weights.
    """

    def __init__(
        self,
        source: Points,
        weights: Points,
        response: Points | None = None,
        stretch: Points | None = None,
    ) -> None:
        self._stretch = np.ones(3) if stretch is None else stretch
        self._response = np.ones((3, 3)) if response is None else response
        weights = weights / weights.sum()
        stretched = source * self._stretch
        self._middle = weights @ stretched
        centred = stretched - self._middle
        self._weights = weights
        self._size = float(weights @ (centred**2).sum(axis=1))
        self._moments = np.vstack([weights, (weights[:, None] * centred).T])

    def onto(self, target: NDArray[np.floating[Any]]) -> Alignment:
        """Least-squares similarity that carries the shape onto the target, both stretched."""
        points = target.astype(np.float64)
        moments = self._moments @ points
        target_middle = moments[0] * self._stretch
        covariance = moments[1:].T * self._stretch[:, None]
        _, left, right = cv2.SVDecomp(covariance * self._response)
        rotation = np.asarray(left @ right, np.float64)
        if cv2.determinant(rotation) < 0:
            rotation = np.asarray((left * _REFLECTED) @ right, np.float64)
        points -= moments[0]
        points *= points
        target_size = float(self._weights @ points @ self._stretch**2)
        scale = float((rotation * covariance).sum()) / self._size
        remaining = max(0.0, target_size / scale**2 - self._size)
        offset = target_middle - scale * rotation @ self._middle
        return Alignment(rotation, scale, offset, math.sqrt(remaining))


def align(
    source: Points, target: Points, weights: Points, response: Points | None = None
) -> Alignment:
    """`Template.onto` for a shape that is needed once."""
    return Template(source, weights, response).onto(target)
