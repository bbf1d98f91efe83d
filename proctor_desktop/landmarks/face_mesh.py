"""One face, followed from frame to frame with FaceMesh's landmark model."""

import math

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.landmarks.mediapipe_graphs import FaceBoxes, LandmarkGraph, Region
from proctor_desktop.landmarks.topology import PICTURE_LEFT_EYE, PICTURE_RIGHT_EYE

_MIN_PRESENCE = 0.5
_MARGIN = 1.5
_PASSES = 3


class FaceMeshTracker:
    """Follows one face: the region of each frame comes from the landmarks of the one before."""

    def __init__(self) -> None:
        self._graph = LandmarkGraph()
        self._near = FaceBoxes(far=False, min_score=0.5)
        self._region: Region | None = None

    def track(self, frame: Frame, look: PeopleLook | None = None) -> FaceLandmarks | None:
        """The followed face, or None when no face can be followed in this frame."""
        face = self._follow(frame) or self._acquire(frame, look)
        self._region = region_of(face.points) if face else None
        return face

    def _follow(self, frame: Frame) -> FaceLandmarks | None:
        return self._measure(frame, self._region) if self._region else None

    def _measure(self, frame: Frame, region: Region) -> FaceLandmarks | None:
        points, presence = self._graph.measure(frame.rgb, region)
        if points is None or presence < _MIN_PRESENCE:
            return None
        return FaceLandmarks(points, presence)

    def _acquire(self, frame: Frame, look: PeopleLook | None) -> FaceLandmarks | None:
        boxes = look.people if look is not None else self._near.find(frame.rgb)
        for box in sorted(boxes, key=lambda box: -box.width * box.height):
            face = self._settle(frame, region_of_box(box, frame.width, frame.height))
            if face is not None:
                return face
        return None

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
        self._graph.close()
        self._near.close()


def region_of(points: NDArray[np.float32]) -> Region:
    """Where to look for a face in the next frame: its box, half as large again, turned with it."""
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    eyes = points[PICTURE_RIGHT_EYE.outer] - points[PICTURE_LEFT_EYE.outer]
    x, y = (low + high) / 2
    side = float((high - low).max()) * _MARGIN
    return Region(float(x), float(y), side, math.atan2(float(eyes[1]), float(eyes[0])))


def region_of_box(box: PersonBox, width: int, height: int) -> Region:
    """Where to look for the face that a detector saw, in a picture of this size in pixels."""
    x, y = box.center
    side = max(box.width * width, box.height * height) * _MARGIN
    return Region(x * width, y * height, side, 0.0)
