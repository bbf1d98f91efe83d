"""Triangles to pixels: which triangle is in front at each pixel, and what lies on it there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.media.opencv import cv2

SUBPIXEL_BITS = 4
MIN_AREA = 0.02
"""Triangles smaller than this, in square pixels, are not drawn."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A rectangle of the picture with the surface seen in it.

    Attributes:
        left, top: its corner in the picture.
        triangle: int32 (h, w), row of the triangle in front, -1 where there is none.
        values: float32 (h, w, k), the vertices' values interpolated across the triangles.
    """

    left: int
    top: int
    triangle: NDArray[np.int32]
    values: NDArray[np.float32]

    @property
    def window(self) -> tuple[slice, slice]:
        """Rows and columns of the picture that it covers."""
        height, width = self.triangle.shape
        return slice(self.top, self.top + height), slice(self.left, self.left + width)


def rasterize(
    pixels: NDArray[np.float64],
    depth: NDArray[np.float64],
    triangles: NDArray[np.int64],
    values: NDArray[np.float64],
    size: tuple[int, int],
) -> Patch | None:
    """The surface in a picture of ``size`` (width, height); None where it is out of the picture.

    Triangles that show their back are left out, the others painted from the farthest to the
    nearest (painter's algorithm). ``values`` (n, k) are interpolated linearly in the picture,
    which is exact enough for triangles of a few pixels.
    """
    corners = pixels[triangles]
    area = _doubled_areas(corners)
    order = np.flatnonzero(area > MIN_AREA)
    order = order[np.argsort(-depth[triangles[order]].sum(axis=1), kind="stable")]
    if not len(order):
        return None
    low = np.floor(corners[order].min(axis=(0, 1))).astype(int) - 1
    high = np.ceil(corners[order].max(axis=(0, 1))).astype(int) + 2
    left, top = np.maximum(low, 0).tolist()
    right, bottom = np.minimum(high, size).tolist()
    if left >= right or top >= bottom:
        return None
    front = np.full((bottom - top, right - left), -1, np.int32)
    fixed = np.round((corners - (left, top)) * (1 << SUBPIXEL_BITS)).astype(np.int32)
    for index in order.tolist():
        cv2.fillConvexPoly(front, fixed[index], (index,), cv2.LINE_8, SUBPIXEL_BITS)
    slopes = _slopes(corners - (left, top), area, values[triangles])
    return Patch(left, top, front, _interpolated(front, slopes))


def _doubled_areas(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Twice the signed area of each triangle (m, 3, 2), positive where its front shows."""
    first, second, third = np.moveaxis(corners, 1, 0)
    one, two = second - first, third - first
    area: NDArray[np.float64] = one[:, 1] * two[:, 0] - one[:, 0] * two[:, 1]
    return area


def _slopes(
    corners: NDArray[np.float64], area: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float32]:
    """For each triangle the plane ``a x + b y + c`` through its corners' values: (m, k, 3)."""
    safe = np.where(np.abs(area) > MIN_AREA, -area, 1.0)[:, None]
    first, second, third = np.moveaxis(corners, 1, 0)
    one, two = second - first, third - first
    rise_one, rise_two = values[:, 1] - values[:, 0], values[:, 2] - values[:, 0]
    along_x = (rise_one * two[:, 1:] - rise_two * one[:, 1:]) / safe
    along_y = (rise_two * one[:, :1] - rise_one * two[:, :1]) / safe
    start = values[:, 0] - along_x * first[:, :1] - along_y * first[:, 1:]
    planes: NDArray[np.float32] = np.stack([along_x, along_y, start], -1).astype(np.float32)
    return planes


def _interpolated(front: NDArray[np.int32], slopes: NDArray[np.float32]) -> NDArray[np.float32]:
    """The planes of the triangles in front, evaluated at every pixel; 0 where there is none."""
    height, width = front.shape
    result = np.zeros((height, width, slopes.shape[1]), np.float32)
    rows, columns = np.nonzero(front >= 0)
    plane = slopes[front[rows, columns]]
    x, y = columns.astype(np.float32)[:, None], rows.astype(np.float32)[:, None]
    result[rows, columns] = plane[:, :, 0] * x + plane[:, :, 1] * y + plane[:, :, 2]
    return result
