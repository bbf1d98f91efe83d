"""Per-frame measurements: a value, or the reason why there is none.

Signs, in the unmirrored picture: yaw and horizontal gaze are positive towards the picture's right,
pitch and vertical gaze positive upwards, roll positive clockwise.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.timeline import Interval, Micros, from_seconds


class Missing(Enum):
    """Why a channel has no value. The number is stored; it must never change its meaning."""

    NO_FACE = 1
    HEAD_TURNED = 2
    EYES_CLOSED = 3
    FACE_TOO_SMALL = 4
    FACE_CUT_OFF = 5
    BLURRED = 6
    TOO_DARK = 7
    TOO_BRIGHT = 8
    LOW_CONTRAST = 9
    FRAME_LOST = 10
    NOT_LOOKED = 11
    OTHER_FACE = 12
    NOT_SEEN = 13
    EYES_HIDDEN = 14
    FACE_AWAY = 15

    @property
    def sentence(self) -> str:
        """The reason for people, to stand after "not measurable: "."""
        return _SENTENCES[self]


_SENTENCES = {
    Missing.NO_FACE: "no face in the picture",
    Missing.HEAD_TURNED: "the head is turned too far for the eyes to be seen",
    Missing.EYES_CLOSED: "the eyes are closed or nearly closed",
    Missing.FACE_TOO_SMALL: "the face is too small in the picture",
    Missing.FACE_CUT_OFF: "the face is cut off by the edge of the picture",
    Missing.BLURRED: "the face is blurred",
    Missing.TOO_DARK: "the picture is too dark",
    Missing.TOO_BRIGHT: "the picture is too bright",
    Missing.LOW_CONTRAST: "the face has too little contrast",
    Missing.FRAME_LOST: "no picture arrived",
    Missing.NOT_LOOKED: "people are counted about twice a second, and not in this frame",
    Missing.OTHER_FACE: "another person is in front of the candidate",
    Missing.NOT_SEEN: "the face is there but its features cannot be followed",
    Missing.FACE_AWAY: "somebody sits there with the face turned away or covered",
    Missing.EYES_HIDDEN: "the eyes are hidden by glare, dark glasses or a cover",
}

Measurement: TypeAlias = "float | Missing"


class Channel(Enum):
    """The channels of a sample, in storage order; values are the names of `SignalSample` fields."""

    PRESENCE = "presence"
    YAW = "yaw"
    PITCH = "pitch"
    ROLL = "roll"
    GAZE_HORIZONTAL = "gaze_horizontal"
    GAZE_VERTICAL = "gaze_vertical"
    LID_OPENING = "lid_opening"
    PEOPLE = "people"
    PEOPLE_STILL = "people_still"
    FACE_X = "face_x"
    FACE_Y = "face_y"
    FACE_WIDTH = "face_width"
    FACE_HEIGHT = "face_height"
    SHAPE = "shape"
    BRIGHTNESS = "brightness"
    CONTRAST = "contrast"
    SHARPNESS = "sharpness"
    LUMA = "luma"
    DETAIL = "detail"
    CHANGE = "change"
    REPEAT = "repeat"


CHANNELS: tuple[Channel, ...] = tuple(Channel)
_INDEX = {channel: index for index, channel in enumerate(CHANNELS)}


@dataclass(frozen=True, slots=True)
class SignalSample:
    """What was measured in one frame.

    Attributes:
        time: presentation time of the frame.
        presence: how sure the face model is that the candidate's face is there, 0.5 to 1, and 1.0
            where only the people detector sees it, or its score where that is faint and the seat
            looks empty; 0.0 nobody is in a picture that would have shown a face.
        yaw, pitch, roll: head rotation in degrees, corrected for the place of the face in the
            frame, relative to a face that looks into the camera.
        gaze_horizontal, gaze_vertical: rotation of the eyes in the head, in radians.
        lid_opening: gap between the lids over the width of the eye, both eyes averaged.
        people: how many faces the people detector saw.
        people_still: how many of them, the candidate's left out, did not move since the looks
            before; a printed face never does. Known only where there are several.
        face_x, face_y: middle of the face box, in fractions of the frame's width and height.
        face_width, face_height: size of the face box, in fractions of the frame's width and height.
        shape: how far the face's proportions are from the neutral shape in use, as the root mean
            square of what remains after the alignment, in distances of the outer eye corners.
        brightness: mean grey level of the face region, 0 to 255.
        contrast: standard deviation of the grey levels of the face region.
        sharpness: variance of the Laplacian of the face region, at a normalised face size.
        luma: mean grey level of the whole picture, 0 to 255.
        detail: standard deviation of the grey levels of the whole picture.
        change: mean absolute difference to the frame before, in grey levels of a small picture.
        repeat: smallest mean absolute difference to any frame of the last seconds other than the
            latest ones, in the same unit: near zero when a recording is played again.
    """

    time: Micros
    presence: Measurement = Missing.FRAME_LOST
    yaw: Measurement = Missing.FRAME_LOST
    pitch: Measurement = Missing.FRAME_LOST
    roll: Measurement = Missing.FRAME_LOST
    gaze_horizontal: Measurement = Missing.FRAME_LOST
    gaze_vertical: Measurement = Missing.FRAME_LOST
    lid_opening: Measurement = Missing.FRAME_LOST
    people: Measurement = Missing.NOT_LOOKED
    people_still: Measurement = Missing.NOT_LOOKED
    face_x: Measurement = Missing.FRAME_LOST
    face_y: Measurement = Missing.FRAME_LOST
    face_width: Measurement = Missing.FRAME_LOST
    face_height: Measurement = Missing.FRAME_LOST
    shape: Measurement = Missing.FRAME_LOST
    brightness: Measurement = Missing.FRAME_LOST
    contrast: Measurement = Missing.FRAME_LOST
    sharpness: Measurement = Missing.FRAME_LOST
    luma: Measurement = Missing.FRAME_LOST
    detail: Measurement = Missing.FRAME_LOST
    change: Measurement = Missing.FRAME_LOST
    repeat: Measurement = Missing.FRAME_LOST


MAX_HOLD = from_seconds(0.5)
"""A sample speaks for the time until the next one, but never for longer than this."""

_CHUNK = 1 << 13


@dataclass(frozen=True, slots=True, eq=False)
class SignalTrack:
    """The samples of one recording as columns, in time order.

    Attributes:
        times: int64 (n,), strictly increasing presentation times in microseconds.
        values: float32 (n, number of channels), NaN where a channel has no value.
        reasons: uint8 (n, number of channels), 0 where there is a value, else `Missing.value`.
        step: nominal time between two samples in microseconds; the last sample lasts that long.
    """

    times: NDArray[np.int64]
    values: NDArray[np.float32]
    reasons: NDArray[np.uint8]
    step: Micros

    def __post_init__(self) -> None:
        shape = (len(self.times), len(CHANNELS))
        if self.values.shape != shape or self.reasons.shape != shape:
            raise ValueError(
                f"{self.values.shape} values and {self.reasons.shape} reasons for {shape}"
            )
        if len(self.times) > 1 and not (np.diff(self.times) > 0).all():
            raise ValueError("the times of a track must increase")

    @classmethod
    def from_samples(cls, samples: Iterable[SignalSample], step: Micros) -> "SignalTrack":
        """Columns of ``samples``, which must be in time order."""
        builder = TrackBuilder(step)
        for sample in samples:
            builder.append(sample)
        return builder.track()

    @classmethod
    def joined(cls, tracks: Sequence["SignalTrack"]) -> "SignalTrack":
        """One track of several that follow each other in time and share their step."""
        return cls(
            np.concatenate([track.times for track in tracks]),
            np.concatenate([track.values for track in tracks]),
            np.concatenate([track.reasons for track in tracks]),
            tracks[0].step,
        )

    def __len__(self) -> int:
        return len(self.times)

    @property
    def end(self) -> Micros:
        """Time at which the last sample ends; 0 for an empty track."""
        return Micros(int(self.times[-1]) + self.step) if len(self.times) else Micros(0)

    def column(self, channel: Channel) -> NDArray[np.float32]:
        """Values of one channel, NaN where it was not measurable (a view)."""
        return self.values[:, _INDEX[channel]]

    def reason(self, channel: Channel) -> NDArray[np.uint8]:
        """`Missing` values of one channel, 0 where it was measured (a view)."""
        return self.reasons[:, _INDEX[channel]]

    def durations(self) -> NDArray[np.int64]:
        """Microseconds for which each sample speaks: until the next one, at most `MAX_HOLD`."""
        following = np.append(self.times[1:], self.end)
        return np.minimum(following - self.times, max(MAX_HOLD, self.step))

    def chunks(self) -> Iterator["SignalTrack"]:
        """The track in pieces (views), for work on copies that should not be as long as it is."""
        for first in range(0, len(self), _CHUNK):
            rows = slice(first, first + _CHUNK)
            yield SignalTrack(self.times[rows], self.values[rows], self.reasons[rows], self.step)

    def between(self, interval: Interval) -> "SignalTrack":
        """Samples whose time lies in the interval (views, not copies)."""
        first, last = np.searchsorted(self.times, [interval.onset, interval.offset])
        return SignalTrack(
            self.times[first:last], self.values[first:last], self.reasons[first:last], self.step
        )

    def sample(self, index: int) -> SignalSample:
        """One row as a sample."""
        measured: dict[str, Measurement] = {}
        for column, channel in enumerate(CHANNELS):
            code = int(self.reasons[index, column])
            measured[channel.value] = Missing(code) if code else float(self.values[index, column])
        return SignalSample(Micros(int(self.times[index])), **measured)


_ROOM = 1 << 17
"""Samples in three hours at twelve a second. The system gives memory only where it is written to,
so that room which is never used costs nothing, and growing, which copies all, is rare."""


class TrackBuilder:
    """A track that grows by one sample at a time, for recordings of unknown length."""

    def __init__(self, step: Micros) -> None:
        self._step = step
        self._length = 0
        self._times = np.empty(_ROOM, np.int64)
        self._values = np.empty((_ROOM, len(CHANNELS)), np.float32)
        self._reasons = np.empty((_ROOM, len(CHANNELS)), np.uint8)

    def _double(self) -> None:
        self._times = np.concatenate([self._times, np.empty_like(self._times)])
        self._values = np.concatenate([self._values, np.empty_like(self._values)])
        self._reasons = np.concatenate([self._reasons, np.empty_like(self._reasons)])

    def __len__(self) -> int:
        return self._length

    def append(self, sample: SignalSample) -> None:
        """Add a sample, which must be later than all before."""
        row = self._length
        if row and sample.time <= self._times[row - 1]:
            raise ValueError(f"sample at {sample.time} us is not after {self._times[row - 1]} us")
        if row == len(self._times):
            self._double()
        measured = [getattr(sample, channel.value) for channel in CHANNELS]
        self._times[row] = sample.time
        self._values[row] = [math.nan if isinstance(e, Missing) else e for e in measured]
        self._reasons[row] = [e.value if isinstance(e, Missing) else 0 for e in measured]
        self._length += 1

    def track(self) -> SignalTrack:
        """The samples so far, as views that later appending does not change."""
        end = self._length
        return SignalTrack(self._times[:end], self._values[:end], self._reasons[:end], self._step)
