"""One frame and what was found in it, to one raw sample."""

import math
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook, PersonBox
from proctor_desktop.domain.signals import Measurement, Missing, SignalSample
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.landmarks.topology import FACE_SIDES, NeutralShape, neutral_shape
from proctor_desktop.signals.feed import FeedWatch
from proctor_desktop.signals.gaze import gaze, read_eyes
from proctor_desktop.signals.head_pose import HeadPose, head_pose
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.signals.quality import (
    FaceBox,
    FaceQuality,
    face_quality,
    is_blurred,
    level_and_spread,
    picture_fault,
    small_picture,
)
from proctor_desktop.signals.seat import Seat

__all__ = ["Extractor", "SignalOptions"]

_LOOK_HOLD = from_seconds(0.75)
_MIN_INSIDE = 0.5
SURE_BOX = 0.7
"""Score of a box that is a face: 95 of 100 true ones have more, chair backs, letters of a title and
bottle caps less."""
_POSE_CHANNELS = ("yaw", "pitch", "roll", "shape")
_GAZE_CHANNELS = ("gaze_horizontal", "gaze_vertical")
_FACE_CHANNELS = ("face_x", "face_y", "face_width", "face_height")
_QUALITY_CHANNELS = ("brightness", "contrast", "sharpness")


class Extractor:
    """Measures frame after frame of one stream; the samples are raw and causal.

    Attributes:
        neutral: the shape against which the head is measured; may be replaced at any time.
        picture: the small grey picture of the latest frame, which `change` and `repeat` compare.
    """

    def __init__(self, options: SignalOptions, neutral: NeutralShape | None = None) -> None:
        self.neutral = neutral or neutral_shape()
        self._options = options
        self._feed = FeedWatch()
        self.picture: NDArray[np.uint8] | None = None
        self._place: PersonBox | None = None
        self._look: PeopleLook | None = None
        self._face_was_there = False
        self._seat = Seat()

    @property
    def memory(self) -> Hashable:
        """All that measuring takes over from earlier frames but the pictures, comparable."""
        return self._place, self._look, self._face_was_there, self._seat.memory

    @memory.setter
    def memory(self, memory: Any) -> None:
        fresh = None, None, False, None
        self._place, self._look, self._face_was_there, self._seat.memory = memory or fresh

    def extract(
        self, frame: Frame, face: FaceLandmarks | None, look: PeopleLook | None
    ) -> SignalSample:
        """The raw sample of the next frame."""
        channels = self._picture(frame)
        fault = picture_fault(channels["luma"], channels["detail"], self._options)
        if look is not None:
            self._look = look
            channels["people"] = float(len(look.people)) if fault is None else fault
            self._look_at_seat(frame, face)
        if face is None:
            channels.update(self._without_face(frame, fault))
        elif not face.is_candidate:
            channels.update(_missing(Missing.OTHER_FACE))
        else:
            channels.update(self._with_face(frame, face))
        if look is not None:
            channels["people_still"] = still_ones(look, self._place) if fault is None else fault
        self._face_was_there = face is not None and face.is_candidate
        return SignalSample(frame.time, **channels)

    def remeasured(
        self, sample: SignalSample, face: FaceLandmarks, size: tuple[int, int]
    ) -> SignalSample:
        """A sample of an earlier frame of ``size`` (width, height), against the present shape."""
        if not face.is_candidate:
            return sample
        quality = _quality_of(sample)
        return replace(sample, **self._rotation(face, FaceBox.around(face), size, quality))  # type: ignore[arg-type]  # names of measurements only

    def _picture(self, frame: Frame) -> dict[str, Any]:
        small = self.picture = small_picture(frame)
        luma, detail = level_and_spread(small)
        change, repeat = self._feed.push(frame.time, small)
        return {
            "luma": luma,
            "detail": detail,
            "change": Missing.NOT_LOOKED if change is None else change,
            "repeat": Missing.NOT_LOOKED if repeat is None else repeat,
        }

    def _look_at_seat(self, frame: Frame, face: FaceLandmarks | None) -> None:
        """Who sits there, as far as the place of the face tells it that was seen last."""
        if face is not None and face.is_candidate:
            self._seat.remember(frame, _place_of(face, frame))
        elif self._place is not None:
            self._seat.look(frame, self._place)

    def _without_face(self, frame: Frame, fault: Missing | None) -> dict[str, Measurement]:
        score = self._seen_by_detector(frame)
        if score >= SURE_BOX or (score > 0 and not self._seat.is_known):
            return _missing(Missing.NOT_SEEN) | {"presence": 1.0}
        if fault is None and is_blurred(frame):
            fault = Missing.BLURRED
        if fault is not None:
            return _missing(fault)
        if self._seat.is_taken:
            return _missing(Missing.FACE_AWAY)
        if score > 0:
            return _missing(Missing.NOT_SEEN) | {"presence": score}
        return _missing(Missing.NO_FACE) | {"presence": 0.0}

    def _seen_by_detector(self, frame: Frame) -> float:
        """Score of the box that the people detector saw at the candidate's place since they were
        lost; 0 without one."""
        look, place = self._look, self._place
        if look is None or frame.time - look.time > _LOOK_HOLD:
            return 0.0
        if self._face_was_there and look.time < frame.time:
            self._look = None
            return 0.0
        return max((b.score for b in look.people if place is None or near(b, place)), default=0.0)

    def _with_face(self, frame: Frame, face: FaceLandmarks) -> dict[str, Measurement]:
        size = frame.width, frame.height
        box = FaceBox.around(face)
        self._place = _place_of(face, frame)
        x, y = self._place.center
        channels: dict[str, Measurement] = {
            "presence": face.presence,
            "face_x": x,
            "face_y": y,
            "face_width": self._place.width,
            "face_height": self._place.height,
        }
        quality = face_quality(frame, box)
        if quality is None or box.inside(*size) < _MIN_INSIDE:
            channels |= dict.fromkeys(_QUALITY_CHANNELS, Missing.FACE_CUT_OFF)
        else:
            channels["brightness"] = quality.brightness
            channels["contrast"] = quality.contrast
            channels["sharpness"] = quality.sharpness
        return channels | self._rotation(face, box, size, quality)

    def _rotation(
        self,
        face: FaceLandmarks,
        box: FaceBox,
        size: tuple[int, int],
        quality: FaceQuality | None,
    ) -> dict[str, Measurement]:
        """Head rotation and gaze, each a value or the reason why there is none."""
        options = self._options
        width = _width_px(face)
        fault = quality.fault(options) if quality is not None else Missing.FACE_CUT_OFF
        if box.inside(*size) < _MIN_INSIDE:
            fault = Missing.FACE_CUT_OFF
        elif width < options.min_face_px:
            fault = Missing.FACE_TOO_SMALL
        if fault is not None:
            return dict.fromkeys((*_POSE_CHANNELS, *_GAZE_CHANNELS, "lid_opening"), fault)
        pose = head_pose(face, size, self.neutral, options)
        channels: dict[str, Measurement] = {
            "yaw": pose.yaw,
            "pitch": pose.pitch,
            "roll": pose.roll,
            "shape": pose.alignment.residual,
        }
        return channels | self._eyes(face, pose, width)

    def _eyes(self, face: FaceLandmarks, pose: HeadPose, width: float) -> dict[str, Measurement]:
        options = self._options
        if abs(pose.yaw) > options.max_gaze_yaw or abs(pose.pitch) > options.max_gaze_pitch:
            return dict.fromkeys((*_GAZE_CHANNELS, "lid_opening"), Missing.HEAD_TURNED)
        if width < options.min_gaze_face_px:
            return dict.fromkeys((*_GAZE_CHANNELS, "lid_opening"), Missing.FACE_TOO_SMALL)
        if not any(face.eyes_seen):
            return dict.fromkeys((*_GAZE_CHANNELS, "lid_opening"), Missing.EYES_HIDDEN)
        measured = gaze(read_eyes(face, pose.alignment, options), self.neutral.eyes, options)
        if measured.is_shut:
            closed: dict[str, Measurement] = dict.fromkeys(_GAZE_CHANNELS, Missing.EYES_CLOSED)
            return closed | {"lid_opening": measured.opening}
        return {
            "gaze_horizontal": measured.horizontal,
            "gaze_vertical": measured.vertical,
            "lid_opening": measured.opening,
        }


def _place_of(face: FaceLandmarks, frame: Frame) -> PersonBox:
    """The face's box in fractions of the frame."""
    box, across, down = FaceBox.around(face), frame.width, frame.height
    return PersonBox(
        box.x / across, box.y / down, box.width / across, box.height / down, face.presence
    )


def near(box: PersonBox, place: PersonBox) -> bool:
    """Whether a face seen by the detector can be the one that was last followed at ``place``."""
    (x, y), (at_x, at_y) = box.center, place.center
    size = max(box.width, place.width), max(box.height, place.height)
    ratio = box.width / max(place.width, 1e-6)
    return abs(x - at_x) < 1.2 * size[0] and abs(y - at_y) < 1.2 * size[1] and 0.4 < ratio < 2.5


def still_ones(look: PeopleLook, place: PersonBox | None) -> Measurement:
    """How many faces beside the candidate's did not move since the looks before.

    The candidate's is the nearest to their latest ``place``; the largest before there is one.
    """
    if any(box.is_still is None for box in look.people):
        return Missing.NOT_LOOKED
    others = list(look.people)
    own = [box for box in others if place is None or near(box, place)]
    if own:
        others.remove(max(own, key=lambda box: box.width if place is None else -_apart(box, place)))
    return float(sum(box.is_still is True for box in others))


def _apart(one: PersonBox, other: PersonBox) -> float:
    return math.dist(one.center, other.center)


def _width_px(face: FaceLandmarks) -> float:
    """Width of the face in pixels as it would be seen from the front."""
    return math.dist(*face.points.take(FACE_SIDES, axis=0).tolist())


def _missing(reason: Missing) -> dict[str, Measurement]:
    """Every channel that needs the candidate's face, without a value for the same reason."""
    names = (
        "presence",
        *_POSE_CHANNELS,
        *_GAZE_CHANNELS,
        "lid_opening",
        *_FACE_CHANNELS,
        *_QUALITY_CHANNELS,
    )
    return dict.fromkeys(names, reason)


def _quality_of(sample: SignalSample) -> FaceQuality | None:
    measured = sample.brightness, sample.contrast, sample.sharpness
    if any(isinstance(value, Missing) for value in measured):
        return None
    return FaceQuality(*(float(value) for value in measured if not isinstance(value, Missing)))
