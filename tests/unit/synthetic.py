"""Synthetic recordings with known answers: a quiet candidate, and what a test adds to them."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros

LOOKED = (Channel.PEOPLE, Channel.PEOPLE_STILL)
FACE = tuple(
    channel
    for channel in CHANNELS
    if channel not in (*LOOKED, Channel.LUMA, Channel.DETAIL, Channel.CHANGE, Channel.REPEAT)
)
HEAD = (Channel.YAW, Channel.PITCH, Channel.ROLL)
GAZE = (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL)

QUIET = {
    Channel.PRESENCE: 1.0,
    Channel.PEOPLE: 1.0,
    Channel.FACE_X: 0.5,
    Channel.FACE_Y: 0.45,
    Channel.FACE_WIDTH: 0.2,
    Channel.FACE_HEIGHT: 0.35,
    Channel.SHAPE: 0.02,
    Channel.BRIGHTNESS: 120.0,
    Channel.CONTRAST: 40.0,
    Channel.SHARPNESS: 100.0,
    Channel.LUMA: 110.0,
    Channel.DETAIL: 50.0,
    Channel.CHANGE: 1.0,
    Channel.REPEAT: 1.5,
    Channel.LID_OPENING: 0.3,
}


class Recording:
    """A candidate who sits still, breathes and blinks every four seconds; times in seconds."""

    def __init__(self, seconds: float, rate: float = 12.0) -> None:
        count = round(seconds * rate)
        self.seconds = seconds
        self.step = Micros(round(1_000_000 / rate))
        self.times = np.round(np.arange(count) * 1_000_000 / rate).astype(np.int64)
        self.values = np.zeros((count, len(CHANNELS)), np.float32)
        self.reasons = np.zeros((count, len(CHANNELS)), np.uint8)
        self._live(rate)

    def _live(self, rate: float) -> None:
        t = self.times / 1e6
        for channel, value in QUIET.items():
            self._column(channel)[:] = value
        for number, channel in enumerate(HEAD):
            self._column(channel)[:] = 0.6 * np.sin(t * (0.7 + 0.2 * number))
        for number, channel in enumerate(GAZE):
            self._column(channel)[:] = 0.03 * np.sin(t * (2.1 + 0.4 * number))
        self._column(Channel.LID_OPENING)[:] += 0.01 * np.sin(t * 1.3)
        self._column(Channel.SHAPE)[:] += 0.0015 * np.sin(t * 0.9)
        looked = np.zeros(len(t), bool)
        looked[:: max(1, round(rate / 2))] = True
        self._drop(LOOKED, ~looked, Missing.NOT_LOOKED)
        self._drop(GAZE, (t % 4.0 > 2.0) & (t % 4.0 < 2.2), Missing.EYES_CLOSED)

    def _column(self, channel: Channel) -> NDArray[np.float32]:
        return self.values[:, CHANNELS.index(channel)]

    def _inside(self, start: float, end: float) -> NDArray[np.bool_]:
        return (self.times >= round(start * 1e6)) & (self.times < round(end * 1e6))

    def _drop(
        self, channels: tuple[Channel, ...], rows: NDArray[np.bool_], reason: Missing
    ) -> None:
        for channel in channels:
            self._column(channel)[rows] = np.nan
            self.reasons[rows, CHANNELS.index(channel)] = reason.value

    def put(self, channel: Channel, start: float, end: float, value: float) -> "Recording":
        """A channel at a fixed value."""
        rows = self._inside(start, end)
        self._column(channel)[rows] = value
        self.reasons[rows, CHANNELS.index(channel)] = 0
        return self

    def add(self, channel: Channel, start: float, end: float, value: float) -> "Recording":
        """A channel moved by a value."""
        self._column(channel)[self._inside(start, end)] += np.float32(value)
        return self

    def vary(self, channel: Channel, amplitude: float, frequency: float = 1.0) -> "Recording":
        """A channel that swings for the whole recording."""
        phase = 2 * np.pi * frequency * self.times / 1e6
        self._column(channel)[:] += (amplitude * np.sin(phase)).astype(np.float32)
        return self

    def hide(
        self,
        start: float,
        end: float,
        reason: Missing = Missing.EYES_CLOSED,
        channels: tuple[Channel, ...] = GAZE,
    ) -> "Recording":
        """Channels that cannot be measured."""
        self._drop(channels, self._inside(start, end), reason)
        return self

    def leave(self, start: float, end: float) -> "Recording":
        """An empty chair."""
        rows = self._inside(start, end)
        self._drop(FACE, rows, Missing.NO_FACE)
        return self.put(Channel.PRESENCE, start, end, 0.0)

    def people(self, start: float, end: float, count: int, still: int = 0) -> "Recording":
        """So many faces at each look, so many of which keep still."""
        for channel, number in zip(LOOKED, (count, still), strict=True):
            column = self._column(channel)
            column[self._inside(start, end) & ~np.isnan(column)] = number
        return self

    def cut(self, start: float, end: float) -> "Recording":
        """No pictures at all."""
        kept = ~self._inside(start, end)
        self.times, self.values = self.times[kept], self.values[kept]
        self.reasons = self.reasons[kept]
        return self

    def track(self) -> SignalTrack:
        """The signals."""
        return SignalTrack(self.times, self.values, self.reasons, self.step)

    def record(self, analysed: float | None = None) -> DecodeRecord:
        """What was decoded: everything, or so many seconds of it."""
        part = self.seconds if analysed is None else analysed
        return DecodeRecord(self.seconds, part, len(self.times), len(self.times), 0)


def chunks(track: SignalTrack, sizes: list[int]) -> list[SignalTrack]:
    """The track cut into pieces of these sizes, the rest as the last one."""
    pieces = []
    first = 0
    for size in [*sizes, len(track)]:
        last = min(first + size, len(track))
        pieces.append(
            SignalTrack(
                track.times[first:last],
                track.values[first:last],
                track.reasons[first:last],
                track.step,
            )
        )
        first = last
    return pieces
