"""One face, followed from frame to frame with a landmark model."""

import math
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.landmarks.choice import chosen
from proctor_desktop.landmarks.networks import Networks, Region
from proctor_desktop.landmarks.topology import PICTURE_LEFT_EYE, PICTURE_RIGHT_EYE
from proctor_desktop.landmarks.whereabouts import Place, Whereabouts

_MIN_PRESENCE = 0.5
_MARGIN = 1.5
_PASSES = 3
_STEPS_PER_OCTAVE = 32
_STEPS_PER_SIDE = 512
_STEPS_PER_RADIAN = 100


class FaceMeshTracker:
    """Follows one face: the region of each frame comes from the landmarks of the one before.

    A fresh tracker takes the largest face for the candidate's, and keeps to it. ``presence`` of its
    landmarks is the model's own score of whether the region holds a face. The model keeps nothing
    from one picture to the next, so the same frames give the same landmarks, wherever a stream
    starts.

    Args:
        networks: whose models it uses; those of this computer by default.
    """

    def __init__(self, networks: Networks | None = None) -> None:
        networks = networks or chosen()
        self._model = networks.landmarks()
        self._near = networks.faces(far=False, min_score=0.5)
        self._region: Region | None = None
        self._candidate = Whereabouts()
        self._follows_candidate = False
        self._is_alone = False

    @property
    def memory(self) -> Hashable:
        """All that following takes over from earlier frames, comparable with `==`.

        It may be set to what another tracker held, or to None to begin anew.
        """
        return self._region, self._follows_candidate, self._is_alone, self._candidate.memory

    @memory.setter
    def memory(self, memory: Any) -> None:
        self._candidate = Whereabouts()
        self._region, self._follows_candidate, self._is_alone = None, False, False
        if memory is not None:
            self._region, self._follows_candidate, self._is_alone, self._candidate.memory = memory

    def restart(self) -> None:
        """Forget whose face was followed, for the first frame of another stream."""
        self.memory = None

    def track(self, frame: Frame, look: PeopleLook | None = None) -> FaceLandmarks | None:
        """The candidate's face, or that of somebody in front of them; None without either."""
        if look is not None:
            self._is_alone = len(look.people) == 1
        face = self._measure(frame, self._region) if self._region else None
        if face is None or not self._follows_candidate or self._is_elsewhere(face, frame, look):
            face = self._acquire(frame, look) or face
        if face is None:
            self._region = None
            return None
        return self._judged(frame, face)

    def _judged(self, frame: Frame, face: FaceLandmarks) -> FaceLandmarks | None:
        """The face with its owner; None when it belongs to somebody beside the empty seat."""
        place = Place.of(frame.time, face, frame.width)
        home = self._candidate.home
        self._follows_candidate = self._candidate.judge(place, is_alone=self._is_alone)
        self._region = region_of(face.points)
        if self._follows_candidate:
            return face
        if home is not None and place.covers(home):
            return replace(face, is_candidate=False)
        return None

    def _is_elsewhere(self, face: FaceLandmarks, frame: Frame, look: PeopleLook | None) -> bool:
        """Whether the detector sees the candidate at home while this face has moved away."""
        home = self._candidate.home
        if look is None or home is None:
            return False
        place = Place.of(frame.time, face, frame.width)
        boxes = [Place.of_box(frame.time, box, frame.width, frame.height) for box in look.people]
        if len(boxes) < 2 or not place.leaps_from(home):
            return False
        return any(box.can_be(home) for box in boxes)

    def _measure(self, frame: Frame, region: Region) -> FaceLandmarks | None:
        points, presence = self._model.measure(frame.rgb, region)
        if points is None or presence < _MIN_PRESENCE:
            return None
        return FaceLandmarks(points, presence)

    def _acquire(self, frame: Frame, look: PeopleLook | None) -> FaceLandmarks | None:
        """A face from the detector's boxes, the likeliest to be the candidate's first."""
        boxes = look.people if look is not None else self._near.find(frame.rgb)
        for box in sorted(boxes, key=lambda box: self._strangeness(box, frame)):
            face = self._settle(frame, region_of_box(box, frame.width, frame.height))
            if face is not None:
                return face
        return None

    def _strangeness(self, box: PersonBox, frame: Frame) -> float:
        """How unlike the candidate's last place a box is; before there is one, how small."""
        home = self._candidate.home
        if home is None:
            return -box.width * box.height
        place = Place.of_box(frame.time, box, frame.width, frame.height)
        return place.distance_to(home) + 2 * place.growth_from(home)

    def _settle(self, frame: Frame, region: Region) -> FaceLandmarks | None:
        """Landmarks after a few passes, each in the region that the one before found.

        A detector's box is neither centred nor turned like the regions the model was trained on.
        """
        face = self._measure(frame, region)
        for _ in range(_PASSES - 1):
            if face is None:
                return None
            face = self._measure(frame, region_of(face.points))
        return face

    def close(self) -> None:
        """Give the models' memory back."""
        self._model.close()
        self._near.close()


def region_of(points: NDArray[np.float32]) -> Region:
    """Where to look for a face in the next frame: its box, half as large again, turned with it.

    Rounded in steps that are small beside what the model sees, less than half a pixel of its input.
    Two trackers that come from different regions to the same face then agree exactly after a few
    frames (at most 13 on three real clips, never without rounding), so that a recording may be cut
    anywhere and still give the same numbers.
    """
    x, y = points[:, 0], points[:, 1]
    left, top, right, bottom = float(x.min()), float(y.min()), float(x.max()), float(y.max())
    eyes = points[PICTURE_RIGHT_EYE.outer] - points[PICTURE_LEFT_EYE.outer]
    side = max(1.0, max(right - left, bottom - top) * _MARGIN)
    side = 2.0 ** (round(math.log2(side) * _STEPS_PER_OCTAVE) / _STEPS_PER_OCTAVE)
    step = side / _STEPS_PER_SIDE
    angle = math.atan2(float(eyes[1]), float(eyes[0]))
    turned = round(angle * _STEPS_PER_RADIAN) / _STEPS_PER_RADIAN
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return Region(round(middle_x / step) * step, round(middle_y / step) * step, side, turned)


def region_of_box(box: PersonBox, width: int, height: int) -> Region:
    """Where to look for the face that a detector saw, in a picture of this size in pixels."""
    x, y = box.center
    side = max(box.width * width, box.height * height) * _MARGIN
    return Region(x * width, y * height, side, 0.0)
