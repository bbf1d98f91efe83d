"""Whether somebody sits in the candidate's seat though no face is to be seen.

Who turns round, bends down or hides their face is still there: their clothes are where they were,
and they move. An empty chair shows other colours, and keeps still.
"""

from collections.abc import Hashable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import Frame, PersonBox
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.landmarks.stillness import Stillness
from proctor_desktop.media.opencv import cv2

Colours: TypeAlias = NDArray[np.float32]

ALIKE = 0.5
"""So much of the colours must be those of the candidate's clothes."""

KEEPS_STILL = from_seconds(5.0)
"""Nobody sits without a movement for longer than this."""

_MIN_SEEN = 0.25
"""Part of the clothes that must lie in the picture; in a close-up there are none to be seen."""

_ACROSS, _FROM, _TO = 1.1, 1.3, 2.3
"""Half the width of the clothes that are compared in widths of the face, and their upper and lower
edge in heights of the face from its upper edge."""

_SAMPLE = (32, 24)
_BINS = (8, 16, 16)
_RANGES = (0, 256, 0, 256, 0, 256)


class Seat:
    """Remembers the candidate's clothes while their face is followed."""

    def __init__(self) -> None:
        self._clothes: bytes | None = None
        self._stillness = Stillness()
        self._moved: Micros | None = None
        self._is_taken = False

    @property
    def memory(self) -> Hashable:
        """All that is remembered, comparable with `==`; may be set to another one's, or None."""
        return self._clothes, self._stillness.memory, self._moved, self._is_taken

    @memory.setter
    def memory(self, memory: Any) -> None:
        fresh = None, (), None, False
        self._clothes, self._stillness.memory, self._moved, self._is_taken = memory or fresh

    @property
    def is_known(self) -> bool:
        """Whether the candidate's clothes were to be seen when their face was."""
        return self._clothes is not None

    @property
    def is_taken(self) -> bool:
        """Whether somebody without a face sat there at the latest look."""
        return self._is_taken

    def remember(self, frame: Frame, face: PersonBox) -> None:
        """The candidate as they sit there now."""
        colours = clothes(frame, face)
        self._clothes = None if colours is None else colours.tobytes()
        self._stillness.memory, self._moved, self._is_taken = (), frame.time, False

    def look(self, frame: Frame, face: PersonBox) -> None:
        """The seat now that no face is followed that was last seen at ``face``."""
        (moved,) = self._stillness.moved(frame, [_person(face)]) or (False,)
        if moved:
            self._moved = frame.time
        moves = self._moved is not None and frame.time - self._moved <= KEEPS_STILL
        self._is_taken = moves and self._is_dressed_alike(frame, face)

    def _is_dressed_alike(self, frame: Frame, face: PersonBox) -> bool:
        now = clothes(frame, face)
        if now is None or self._clothes is None:
            return False
        return float(np.minimum(now, np.frombuffer(self._clothes, np.float32)).sum()) >= ALIKE


def clothes(frame: Frame, face: PersonBox) -> Colours | None:
    """Share (n,) of each colour below a face at ``face``; None where that is mostly outside."""
    left, right = (face.center[0] + side * _ACROSS * face.width for side in (-1, 1))
    top, bottom = (face.y + down * face.height for down in (_FROM, _TO))
    across = min(right, 1.0) - max(left, 0.0)
    down = min(bottom, 1.0) - max(top, 0.0)
    if min(across, down) <= 0 or across * down < _MIN_SEEN * (right - left) * (bottom - top):
        return None
    columns = slice(round(max(left, 0.0) * frame.width), round(right * frame.width))
    rows = slice(round(max(top, 0.0) * frame.height), round(bottom * frame.height))
    part = frame.rgb[rows, columns]
    if not part.size:
        return None
    small = cv2.resize(part, _SAMPLE, interpolation=cv2.INTER_AREA)
    toned = cv2.cvtColor(small, cv2.COLOR_RGB2YCrCb)
    counts = cv2.calcHist([toned], [0, 1, 2], None, list(_BINS), list(map(float, _RANGES)))
    return _softened(np.asarray(counts, np.float32)).ravel() / toned[..., 0].size


def _softened(counts: Colours) -> Colours:
    """Half of what is counted as one brightness counts for its neighbours: light changes a little,
    and nobody keeps to the edges of the bins."""
    padded = np.pad(counts, ((1, 1), (0, 0), (0, 0)), mode="edge")
    soft: Colours = counts / 2 + (padded[:-2] + padded[2:]) / 4
    return soft


def _person(face: PersonBox) -> PersonBox:
    """Head and shoulders of whoever has this face."""
    x, width = face.center[0] - _ACROSS * face.width, 2 * _ACROSS * face.width
    return PersonBox(x, face.y - 0.3 * face.height, width, (_TO + 0.3) * face.height, face.score)
