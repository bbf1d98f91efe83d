"""Pictures and what was found in them, before any measuring."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.timeline import Micros

LANDMARK_COUNT = 478


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One upright, unmirrored picture.

    Attributes:
        time: presentation time from the start of the stream.
        rgb: uint8 array of shape (height, width, 3); whoever receives it must not write to it.
    """

    time: Micros
    rgb: NDArray[np.uint8]

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.rgb.shape[1])

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.rgb.shape[0])


@dataclass(frozen=True, slots=True, eq=False)
class FaceLandmarks:
    """The followed face in one frame.

    Attributes:
        points: float32 array of shape (478, 3): x to the right and y down in pixels of the upright,
            unmirrored frame, z on the scale of x, growing away from the camera.
        presence: how sure the tracker is that this is a face, 0 to 1.
        is_candidate: whether it is the face that was followed so far, and not that of somebody who
            stands in front or sits behind.
        eyes_seen: whether the picture shows its left and its right eye, and not glare or a cover.
    """

    points: NDArray[np.float32]
    presence: float
    is_candidate: bool = True
    eyes_seen: tuple[bool, bool] = (True, True)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all landmarks in pixels; they may lie outside."""
        x, y = self.points[:, 0], self.points[:, 1]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


_BESIDE, _EYES_IN_BOX = 0.05, (0.08, 0.55)


@dataclass(frozen=True, slots=True)
class PersonBox:
    """One face found by the people detector, in fractions of the frame's width and height.

    ``x`` and ``y`` are the left and upper edge; a box may reach outside the picture. ``is_still``
    says whether the face kept its place without a movement since the looks before, as a printed one
    does; None where it is not known, because it is the only one or no look came before.
    """

    x: float
    y: float
    width: float
    height: float
    score: float
    is_still: bool | None = None

    @property
    def eye_band(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge of where the eyes of an upright face are."""
        left, right = self.x - _BESIDE * self.width, self.x + (1 + _BESIDE) * self.width
        above, below = (self.y + share * self.height for share in _EYES_IN_BOX)
        return left, above, right, below

    @property
    def center(self) -> tuple[float, float]:
        """Middle of the box in fractions of the frame."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class PeopleLook:
    """One look of the people detector at one frame."""

    time: Micros
    people: tuple[PersonBox, ...]
