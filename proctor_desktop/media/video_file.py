"""Frames of a video file, decoded with PyAV and sampled by presentation time."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

import av

from proctor_desktop.domain.errors import SourceEmptyError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, Flaw, StreamFacts
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds
from proctor_desktop.media.coverage import Coverage
from proctor_desktop.media.demux import OpenFile, goes_back, micros
from proctor_desktop.media.limits import ContainerKind, MediaLimits, check_container
from proctor_desktop.media.lookahead import with_need
from proctor_desktop.media.picture import (
    PictureConverter,
    PictureShape,
    square_pixels,
    tagged,
)
from proctor_desktop.media.sampling import SamplingGrid
from proctor_desktop.media.source import AS_STORED, SamplingOptions
from proctor_desktop.media.wholeness import ends_early

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

_PEEK_PACKETS = 120
_INDEXED = (ContainerKind.MP4, ContainerKind.MATROSKA, ContainerKind.AVI)
"""A seek in one of the others leads to about a time, or to no key frame."""

_SEEK_BACK_SEC = (0.0, 0.3, 2.0, 10.0, 60.0)
_HASH_CHUNK = 1 << 20
_EVER = Interval(Micros(0), Micros(2**62))


def file_sha256(path: Path, is_wanted: Callable[[], bool] = lambda: True) -> str:
    """Lower-case hex digest of the file's bytes; of the first ones, once it is not wanted."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while is_wanted() and (chunk := stream.read(_HASH_CHUNK)):
            digest.update(chunk)
    return digest.hexdigest()


@dataclass(slots=True)
class _Shown:
    """A decoded picture that waits for the next one to tell how long it was on display."""

    time: Micros
    declared: int
    picture: av.VideoFrame
    is_whole: bool


class VideoFile:
    """A `VideoSource` over a file.

    Args:
        path: of the file.
        sampling: which pictures, at which size, how turned.
        limits: what is refused.
        span: hand out and count only pictures whose time lies in it; None for the whole file.
            The pictures are the same that a reading of the whole file gives for this time.
        lead_in: hand out pictures this many microseconds before the span too, uncounted.
        sha256: digest of the file if it is known already; computed when `facts` is asked for it
            otherwise.
        threads: decoder threads; 0 as many as there are processors.

    Raises:
        SourceError: one of its kinds, with a sentence for people.
    """

    def __init__(
        self,
        path: Path,
        sampling: SamplingOptions | None = None,
        limits: MediaLimits | None = None,
        span: Interval | None = None,
        *,
        lead_in: int = 0,
        sha256: str | None = None,
        threads: int = 1,
    ) -> None:
        self._path = path.absolute()
        self._sampling = sampling or SamplingOptions()
        self._limits = limits or MediaLimits()
        self._span = span or _EVER
        self._from = max(0, self._span.onset - lead_in)
        self._sha256 = sha256
        self._grid = SamplingGrid(self._sampling.target_fps)
        self._coverage = Coverage(self._span)
        self._decoded = self._sampled = self._errors = 0
        kind = check_container(self._path)
        self._kind = kind
        # AVI stores no presentation times: its pictures, once in order, take the places of its
        # packets, which are kept here until they are given out, the earliest first
        self._has_slots = kind is ContainerKind.AVI
        self._slots: list[int] = []
        first = OpenFile(self._path, kind, threads=1, track=self._sampling.track)
        try:
            first.check(self._limits)
            self._flaws = tuple(self._found_flaws(first))
            self._shape = self._upright_shape(first)
        finally:
            first.close()
        self._file = OpenFile(self._path, kind, threads, self._sampling.track)
        self._skipped: Literal["DEFAULT", "NONREF"] = "DEFAULT"

    @cached_property
    def facts(self) -> StreamFacts:
        """What the file says about itself."""
        stream = self._file.stream
        width, height = self._shape.upright
        return StreamFacts(
            # a name in no encoding has halves of characters, which no report could carry
            name=self._path.name.encode("utf-8", "replace").decode(),
            sha256=file_sha256(self._path) if self._sha256 is None else self._sha256,
            container=self._kind.name.lower(),
            codec=stream.codec_context.name,
            width=width,
            height=height,
            rotation=self._shape.rotation,
            frame_rate=self._file.frame_rate,
            declared_sec=self._file.declared_sec,
            has_audio=bool(self._file.container.streams.audio),
            is_live=False,
            began=self._file.began,
            tracks=self._file.tracks,
            track=self._file.track,
        )

    def frames(self) -> Iterator[Frame]:
        """Chosen pictures in time order; see `VideoSource.frames`.

        Raises:
            SourceEmptyError: nothing at all could be decoded from the whole file.
            SourceRefusedError: the pictures go beyond what the file declared and the limits allow.
        """
        converter = PictureConverter(
            self._sampling.max_frame_dimension,
            self._shape.rotation,
            is_mirrored=self._shape.is_mirrored,
        )
        aspect = self._file.stream.sample_aspect_ratio
        only: _Shown | None = None
        for shown, end in self._displays():
            self._count(shown, end)
            if not shown.is_whole:
                continue
            only = shown
            is_wanted = self._from <= shown.time < self._span.offset
            if is_wanted and self._grid.falls_between(shown.time, end):
                self._sampled += self._span.contains(shown.time)
                yield Frame(shown.time, converter.rgb(shown.picture, aspect))
        if self._span is not _EVER or self._sampled:
            return
        if only is None:
            raise SourceEmptyError(
                f"{self._path.name} holds no picture that can be decoded. Copy it again from where "
                "it was recorded."
            )
        self._sampled = 1  # a single short picture, which no looking time met
        yield Frame(only.time, converter.rgb(only.picture, aspect))

    def record(self) -> DecodeRecord:
        """What was decoded so far, within the span."""
        declared = self._file.declared_sec or 0.0
        return DecodeRecord(
            duration_sec=max(declared, to_seconds(self._coverage.end)),
            analysed_sec=self._coverage.seconds,
            decoded_frames=self._decoded,
            sampled_frames=self._sampled,
            decode_errors=self._errors,
            flaws=self._flaws,
        )

    def last_time(self, tell: Callable[[Micros], None] = lambda _: None) -> Micros:
        """Time of the last picture, by reading all packets without decoding; before `frames`.

        ``tell`` hears how far it has come.
        """
        last = Micros(0)
        for packet in self._file.packets():
            stamp = self._stamp(packet) if packet is not None else None
            if stamp is not None:
                last = max(last, self._time(stamp))
                tell(last)
        self._reopen()
        return last

    def key_frames_before(
        self, times: Sequence[Micros], tell: Callable[[Micros], None] = lambda _: None
    ) -> list[Micros]:
        """Times of key frames at or before each of ``times``, which increase; before `frames`.

        One after the other in the same opened file, because a container without an index (a
        Matroska file that was cut off) is read through up to each of them.
        """
        found: list[Micros] = []
        for time in times:
            tell(time)
            try:
                self._file.seek(time)
                packet = next(self._file.packets(), None)
            except av.error.FFmpegError:
                continue
            stamp = self._stamp(packet) if packet is not None and packet.is_keyframe else None
            if stamp is not None and self._time(stamp) <= time:
                found.append(self._time(stamp))
        self._reopen()
        return found

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> "VideoFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _found_flaws(self, opened: OpenFile) -> Iterator[Flaw]:
        """What the file lacks or hides, as its container tells."""
        if ends_early(self._path, self._kind):
            yield Flaw.ENDS_EARLY
        if opened.tracks > 1:
            yield Flaw.OTHER_TRACKS
        if opened.hides_pictures():
            yield Flaw.HIDDEN_PICTURES

    def _upright_shape(self, opened: OpenFile) -> PictureShape:
        """Size and rotation, for which the first picture must be decoded: the tag is on it."""
        width, height = opened.stream.width, opened.stream.height
        wanted = self._sampling.rotate
        aspect = opened.stream.sample_aspect_ratio
        picture = _first_picture(opened) if wanted != AS_STORED else None
        rotation, is_mirrored = tagged(picture) if picture else (0, False)
        if wanted:
            rotation = wanted % 360
        return PictureShape(*square_pixels(width, height, aspect), rotation, is_mirrored)

    def _displays(self) -> Iterator[tuple[_Shown, int]]:
        """Decoded pictures in time order, each with the time until which it is on display."""
        waiting: _Shown | None = None
        for shown in self._pictures():
            if waiting is not None:
                yield waiting, shown.time
                if waiting.time >= self._span.offset:
                    return
            waiting = shown
        if waiting is not None:
            yield waiting, waiting.time + (waiting.declared or self._grid.step)

    def _pictures(self) -> Iterator[_Shown]:
        """Pictures as the decoder gives them, with increasing times."""
        latest, count = -1, 0
        for packet, is_needed in with_need(self._packets(), self._is_looked_at):
            for picture in self._decode(packet, is_needed=is_needed):
                stamp = heappop(self._slots) if self._slots else picture.pts
                time = self._time(stamp) if stamp is not None else Micros(-1)
                if time <= latest:
                    self._errors += time != latest and self._span.contains(Micros(max(0, latest)))
                    continue
                latest = time
                count += 1
                self._check(time, count, picture)
                declared = micros(picture.duration or 0, self._file.time_base)
                yield _Shown(time, declared, picture, not picture.is_corrupt)

    def _packets(self) -> "Iterator[Packet[VideoStream] | None]":
        """Packets from a key frame before the first picture that is handed out."""
        if self._from > 0 and self.is_seekable:
            self._seek()
        return self._file.packets()

    @property
    def is_seekable(self) -> bool:
        """Whether reading can begin in the middle; if not, a span costs reading all before it."""
        reorders = bool(self._file.stream.codec_context.has_b_frames)
        if self._kind not in _INDEXED or (self._has_slots and reorders):
            return False
        return not goes_back(self._path, self._kind, self._sampling.track)

    def _seek(self) -> None:
        """Go to where decoding can begin so that nothing before the first picture is lacking.

        Containers index by decoding time, which runs before presentation time; so the packet that
        a seek leads to is looked at, and a seek further back follows where it is too late.
        """
        for back in _SEEK_BACK_SEC:
            target = self._from - from_seconds(back)
            if target <= 0:
                break
            try:
                self._file.seek(Micros(target))
                first = next(self._file.packets(), None)
                stamp = self._stamp(first) if first is not None and first.is_keyframe else None
                if stamp is not None and self._time(stamp) <= self._from:
                    self._file.seek(Micros(target))
                    return
            except av.error.FFmpegError:
                break
        self._reopen()

    def _reopen(self) -> None:
        """Back to the start, with a fresh decoder."""
        threads = self._file.stream.codec_context.thread_count
        self._file.close()
        self._file = OpenFile(self._path, self._kind, threads, self._sampling.track)
        self._skipped = "DEFAULT"

    def _is_looked_at(self, shown: int, off: int) -> bool:
        time = self._time(shown)
        return time >= self._from and self._grid.falls_between(time, self._time(off))

    def _decode(
        self, packet: "Packet[VideoStream] | None", *, is_needed: bool
    ) -> "list[av.VideoFrame]":
        """Pictures that a packet releases; a packet that is refused is counted and passed over.

        A picture that is neither needed nor built upon is not decoded at all: a seventh of the
        cost of decoding 30 pictures a second of which 12 are looked at.
        """
        if packet is None:
            self._errors += 1
            return []
        slot = packet.dts if self._has_slots and packet.size else None
        if slot is not None:
            heappush(self._slots, slot)
        self._skip("NONREF" if not is_needed and not self._has_slots else "DEFAULT")
        self._errors += packet.is_corrupt and self._counts(packet)
        try:
            return self._file.stream.decode(packet if packet.size else None)
        except av.error.FFmpegError:
            self._errors += self._counts(packet)
            if slot is not None and slot in self._slots:
                self._slots.remove(slot)
                heapify(self._slots)
            return []

    def _skip(self, which: Literal["DEFAULT", "NONREF"]) -> None:
        """Let the decoder pass over pictures of a kind; setting it costs more than knowing it."""
        if which != self._skipped:
            self._file.stream.codec_context.skip_frame = self._skipped = which

    def _counts(self, packet: "Packet[VideoStream]") -> bool:
        """Whether a packet belongs to the span, so that no error is counted in two spans."""
        stamp = self._stamp(packet)
        return stamp is None or self._span.contains(self._time(stamp))

    def _stamp(self, packet: "Packet[VideoStream]") -> int | None:
        """When a packet's picture is shown, as far as the container tells."""
        return packet.dts if self._has_slots or packet.pts is None else packet.pts

    def _count(self, shown: _Shown, end: int) -> None:
        if shown.is_whole:
            self._coverage.add(shown.time, end, shown.declared)
        if self._span.contains(shown.time):
            self._decoded += 1
            self._errors += not shown.is_whole

    def _check(self, time: Micros, count: int, picture: av.VideoFrame) -> None:
        """Hold the limits against what really comes, which the file may have declared otherwise."""
        name, seconds = self._path.name, to_seconds(time)
        self._limits.check_picture(name, picture.width, picture.height)
        self._limits.check_duration(name, seconds)
        self._limits.check_rate(name, count, seconds)

    def _time(self, stamp: int) -> Micros:
        return micros(stamp - self._file.start, self._file.time_base)


def _first_picture(opened: OpenFile) -> av.VideoFrame | None:
    for count, packet in enumerate(opened.packets()):
        if count > _PEEK_PACKETS:
            break
        try:
            for picture in opened.stream.decode(packet) if packet is not None else ():
                return picture
        except av.error.FFmpegError:
            continue
    return None
