"""Everyone in the picture, about twice a second."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import Frame, PeopleLook, PersonBox
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.landmarks.choice import chosen
from proctor_desktop.landmarks.networks import Networks
from proctor_desktop.landmarks.stillness import Stillness, StillnessMemory
from proctor_desktop.media.opencv import cv2

LOOK_PERIOD = from_seconds(0.5)
"""Looks fall on the first frame at or after each multiple of this on the media clock.

The grid belongs to the clock and not to the stream's first frame, so that a recording cut into
segments at multiples of it is looked at in the same frames as one that is analysed in one go.
"""

_MIN_SCORE = 0.5
_MIN_SIDE = 0.02
_SAME_FACE = 0.3

_COLOURLESS = 6
"""Grey levels between the channels of a pixel; less than that is noise of the video's coding."""

_FEW = 0.01
"""So much of a picture may be coloured though its camera sees no colours: a clock in a corner."""

_SKIN = np.array([1.08, 0.98, 0.92])
"""Red, green and blue of a grey picture that the detector is to see."""

_WARMED = np.clip(np.arange(256)[:, None] * _SKIN, 0, 255).astype(np.uint8)[None]


class PeopleCounter:
    """Counts faces with a finder that also sees those at the back of a room.

    Args:
        min_score: fainter boxes are left out.
        networks: whose finder it uses; that of this computer by default.
    """

    def __init__(self, min_score: float = _MIN_SCORE, networks: Networks | None = None) -> None:
        self._boxes = (networks or chosen()).faces(far=True, min_score=min_score)
        self._cell = -1
        self._stillness = Stillness()

    @property
    def memory(self) -> tuple[int, StillnessMemory] | None:
        """In which half second it looked last, and what it saw at the latest looks; may be set to
        another one's, or to None."""
        return self._cell, self._stillness.memory

    @memory.setter
    def memory(self, memory: tuple[int, StillnessMemory] | None) -> None:
        self._cell, self._stillness.memory = memory or (-1, ())

    def look(self, frame: Frame) -> PeopleLook | None:
        """Everyone in this frame, or None when it is not time to look.

        Frames must come in time order.
        """
        cell = frame.time // LOOK_PERIOD
        if cell == self._cell:
            return None
        self._cell = cell
        look = self.look_now(frame)
        several = look.people if len(look.people) > 1 else ()
        moved = self._stillness.moved(frame, several)
        if not moved:
            return look
        seen = zip(look.people, moved, strict=True)
        return replace(look, people=tuple(replace(box, is_still=not has) for box, has in seen))

    def look_now(self, frame: Frame) -> PeopleLook:
        """Everyone in this frame, whatever the time; whether they move is not known."""
        return PeopleLook(Micros(frame.time), plausible(self._boxes.find(coloured(frame.rgb))))

    def close(self) -> None:
        """Give the model's memory back."""
        self._boxes.close()


def coloured(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture itself; slightly warmed where its camera sees no colours, as in the dark.

    The detector finds small faces by their colour too: of 18 faces in photographs of groups it
    finds 17, of the same in grey 7, and in grey that is warmed 13.
    """
    red, green, blue = np.moveaxis(rgb[::16, ::16], 2, 0)
    most, least = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    if np.count_nonzero(most - least > _COLOURLESS) > _FEW * most.size:
        return rgb
    return np.asarray(cv2.LUT(rgb, _WARMED), np.uint8)


def plausible(boxes: tuple[PersonBox, ...]) -> tuple[PersonBox, ...]:
    """The boxes that can be faces of different people, the surest first.

    Left out are boxes smaller than a fiftieth of the picture, and second boxes of one face.
    """
    kept: list[PersonBox] = []
    for box in sorted(boxes, key=lambda box: -box.score):
        large_enough = min(box.width, box.height) >= _MIN_SIDE
        if large_enough and all(overlap(box, other) < _SAME_FACE for other in kept):
            kept.append(box)
    return tuple(kept)


def overlap(one: PersonBox, other: PersonBox) -> float:
    """Intersection over union of two boxes."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    return both / (one.width * one.height + other.width * other.height - both)
