"""Opening a video file with PyAV, and walking through its packets past damaged places."""

import math
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.stream import Disposition

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.signals import MAX_HOLD
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Micros, to_seconds
from proctor_desktop.media.clock import RunningClock
from proctor_desktop.media.limits import ContainerKind, MediaLimits

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

_WHITELIST = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,mpegts,mpeg,flv,asf,ogg"
_MAX_READ_ERRORS = 200
_HIDDEN_SHARE = 0.01
_RATE_OF_NO_MEANING = 500.0
_FIRST_YEAR = 2000
"""Clocks that were never set say 1904, 1970 or 1980."""


def micros(stamp: int, time_base: Fraction) -> Micros:
    """A timestamp of the container in microseconds, rounded once, halves to the even one.

    In integers, because arithmetic on fractions cost as much as a twentieth of decoding.
    """
    whole, rest = divmod(stamp * time_base.numerator * MICROS_PER_SECOND, time_base.denominator)
    twice = 2 * rest - time_base.denominator
    return Micros(whole + (twice > 0 or (twice == 0 and whole % 2 == 1)))


class OpenFile:
    """An opened container, its picture stream and what it declares.

    Attributes:
        container, stream: as PyAV gives them.
        time_base: seconds per unit of the stream's timestamps.
        start: when a player begins to count, in units of the time base: with the first picture or,
            where the sound begins earlier, with the sound.
        declared_sec: length of picture and sound as declared, None where the file does not say;
            known after closing too.
        tracks: how many tracks of moving pictures there are.
        track: which of them is read, counted from 1.
    """

    def __init__(self, path: Path, kind: ContainerKind, threads: int, track: int = 0) -> None:
        """Open ``path``, which must be absolute and of the kind that `check_container` told.

        Args:
            track: of pictures, counted from 1; 0 for the one that a player shows.

        Raises:
            SourceOpenError: the container is damaged beyond use, holds no picture, or has no such
                track.
        """
        self.name = path.name
        self._path = path
        self._kind = kind
        self.container = _open(path, kind)
        try:
            self.stream = self._picture_stream(track)
        except SourceOpenError:
            self.container.close()
            raise
        shown = self._moving_pictures()
        self.tracks, self.track = len(shown), shown.index(self.stream) + 1
        self.time_base = self.stream.time_base or Fraction(1, MICROS_PER_SECOND)
        self._first = self.stream.start_time or 0
        self.start = min(self._first, max(0, self._in_units(self.container.start_time or 0)))
        self.declared_sec = self._declared()
        self.stream.codec_context.thread_count = threads
        if threads != 1:
            self.stream.codec_context.thread_type = av.codec.context.ThreadType.FRAME
        for other in self.container.streams:
            if other is not self.stream:
                other.discard = av.stream.Discard.all

    def _picture_stream(self, track: int) -> "VideoStream":
        """The stream of moving pictures with this number; for 0 the one that a player shows, which
        is the only default or the first."""
        shown = self._moving_pictures()
        default = [stream for stream in shown if stream.disposition & Disposition.default]
        if track > len(shown) > 0:
            raise SourceOpenError(
                f"{self.name} has no picture track {track}: it holds {len(shown)}. Name one of "
                "them, or 0 for the one that a player shows."
            )
        if track:
            default = [shown[track - 1]]
        for stream in default if len(default) == 1 else shown:
            if stream.codec_context is None or stream.time_base is None:
                raise SourceOpenError(
                    f"{self.name} is compressed in a way that is not known here. Make a copy of it "
                    "as H.264 in mp4."
                )
            return stream
        if self.container.streams.audio:
            raise SourceOpenError(f"{self.name} has sound but no picture. Choose a video.")
        raise SourceOpenError(f"{self.name} holds no picture. Choose a video.")

    def _moving_pictures(self) -> "list[VideoStream]":
        """Streams of pictures but for cover pictures."""
        return [
            stream
            for stream in self.container.streams.video
            if not stream.disposition & Disposition.attached_pic
        ]

    def hides_pictures(self) -> bool:
        """Whether an edit list leaves out more than a hundredth of the pictures that are there."""
        if self._kind is not ContainerKind.MP4 or not self.stream.duration:
            return False
        unedited = _open(self._path, self._kind, ignore_editlist="1")
        try:
            whole = unedited.streams[self.stream.index].duration or 0
        finally:
            unedited.close()
        return whole * (1 - _HIDDEN_SHARE) > self.stream.duration

    def _declared(self) -> float | None:
        """`declared_sec`, None where the file does not say."""
        whole = (self.container.duration or 0) / av.time_base
        if self._kind is ContainerKind.MATROSKA:  # counts from zero, wherever its pictures begin
            whole -= max(0.0, float(self.start * self.time_base))
        if not self._pictures_sec:
            return whole if whole > 0 else None
        pictures = float((self._first - self.start) * self.time_base) + self._pictures_sec
        # sound is written in blocks, so that it nearly always ends a little later
        return whole if whole > pictures + to_seconds(MAX_HOLD) else pictures

    @property
    def _pictures_sec(self) -> float:
        """Seconds from the first picture to the last one's end, 0 where the file does not say."""
        return float(max(0, self.stream.duration or 0) * self.time_base)

    def _in_units(self, microseconds: int) -> int:
        return math.floor(Fraction(microseconds, MICROS_PER_SECOND) / self.time_base)

    @property
    def frame_rate(self) -> float | None:
        """Pictures a second by the container's own index; None where it has none.

        Matroska says at most how long a picture may last, and browsers write a millisecond there.
        """
        if self.stream.frames and self._pictures_sec:
            return self.stream.frames / self._pictures_sec
        rate = float(self.stream.average_rate or 0)
        return rate if 0 < rate < _RATE_OF_NO_MEANING else None

    @property
    def began(self) -> datetime | None:
        """When it was recorded, as the container says; None where it does not, or its clock was
        never set."""
        try:
            said = datetime.fromisoformat(
                self.container.metadata.get("creation_time", "").replace("Z", "+00:00")
            )
        except ValueError:
            return None
        return said if said.tzinfo is not None and said.year >= _FIRST_YEAR else None

    def check(self, limits: MediaLimits) -> None:
        """Raise `SourceRefusedError` where the declared figures are beyond the limits."""
        limits.check_picture(self.name, self.stream.width, self.stream.height)
        limits.check_duration(self.name, self.declared_sec or 0.0)
        limits.check_rate(self.name, self.stream.frames, self.declared_sec or 0.0)

    def seek(self, time: Micros) -> None:
        """Go to a key frame at or before ``time``, or to the start where that cannot be had."""
        target = self.start + int(time / MICROS_PER_SECOND / self.time_base)
        self.container.seek(target, stream=self.stream, backward=True)

    def packets(self) -> "Iterator[Packet[VideoStream] | None]":
        """Packets of the picture stream in stored order; None stands for a place not readable.

        The last packet is the empty one that makes the decoder give what it holds back. Where the
        recorder's clock went back, time goes on.
        """
        failures = 0
        clock = RunningClock()
        while True:
            try:
                for packet in self.container.demux(self.stream):
                    clock.follow(packet)
                    yield packet
            except av.error.FFmpegError:
                failures += 1
                yield None
                if failures > _MAX_READ_ERRORS:
                    return
            except IndexError:  # at its end PyAV asks for tracks that came up while reading
                return
            else:
                return

    def goes_back(self) -> bool:
        """Whether the recorder's clock was set back; reads all packets, to their end."""
        clock = RunningClock()
        with suppress(av.error.FFmpegError, IndexError):
            for packet in self.container.demux(self.stream):
                clock.follow(packet)
        return clock.went_back

    def close(self) -> None:
        """Close the container."""
        with suppress(av.error.FFmpegError):
            self.container.close()


@lru_cache(maxsize=64)
def _goes_back(path: Path, kind: ContainerKind, track: int, _size: int, _changed: int) -> bool:
    opened = OpenFile(path, kind, threads=1, track=track)
    try:
        return opened.goes_back()
    finally:
        opened.close()


def goes_back(path: Path, kind: ContainerKind, track: int = 0) -> bool:
    """Whether the clock of a picture track goes back within it, so that no seek leads to a time.

    Asked of Matroska only, whose blocks say any time; once for each track.
    """
    if kind is not ContainerKind.MATROSKA:
        return False
    found = path.stat()
    return _goes_back(path, kind, track, found.st_size, found.st_mtime_ns)


def _open(path: Path, kind: ContainerKind, **extra: str) -> "InputContainer":
    """The container, forced to be of ``kind``: nothing is left to the decoder's guessing."""
    options = {"format_whitelist": _WHITELIST, "protocol_whitelist": "file", **extra}
    try:
        return av.open(
            str(path), mode="r", format=kind.value, options=options, metadata_errors="replace"
        )
    except av.error.FFmpegError as error:
        raise SourceOpenError(
            f"{path.name} is damaged so badly that it cannot be opened ({error.strerror}). Copy it "
            "again from where it was recorded."
        ) from None
