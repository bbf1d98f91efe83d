"""Rotation, scale and place that carry one set of points onto another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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


def align(
    source: Points, target: Points, weights: Points, response: Points | None = None
) -> Alignment:
    """Least-squares similarity of two point sets of shape (n, 3) that correspond row by row.

    Args:
        source: the shape that is moved.
        target: where it should go.
        weights: (n,), not negative, adding up to 1.
        response: (3, 3) factors on the covariance of target axis (row) and source axis (column),
            for a target whose axes are not equally true to scale; it only changes the rotation.

    Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
    patterns", IEEE PAMI 13 (1991), with weights.
    """
    source_middle, target_middle = weights @ source, weights @ target
    centred, moved = source - source_middle, target - target_middle
    covariance = moved.T @ (weights[:, None] * centred)
    left, _, right = np.linalg.svd(covariance if response is None else covariance * response)
    rotation = left @ right
    if np.linalg.det(rotation) < 0:
        rotation = (left * _REFLECTED) @ right
    source_size = float(weights @ (centred**2).sum(axis=1))
    target_size = float(weights @ (moved**2).sum(axis=1))
    scale = float((rotation * covariance).sum()) / source_size
    remaining = max(0.0, target_size / scale**2 - source_size)
    offset = target_middle - scale * rotation @ source_middle
    return Alignment(rotation, scale, offset, float(np.sqrt(remaining)))
