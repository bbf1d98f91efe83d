"""A span of a recording as a small MP4 of its own, with its sound."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av

from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    DiskFullError,
    SourceEmptyError,
    StorageError,
)
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.signals import MAX_HOLD
from proctor_desktop.domain.timeline import Interval, clock, to_seconds
from proctor_desktop.media.demux import OpenFile
from proctor_desktop.media.limits import MediaLimits, check_container
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile

MILLISECONDS = Fraction(1, 1000)
_EVERY_PICTURE = 60.0
_AS_LARGE_AS_IT_IS = 4096
CODECS: dict[str, dict[str, str]] = {
    "libx264": {"preset": "veryfast", "crf": "20"},
    "mpeg4": {"b": "4M"},
}
"""Encoders with their options, the preferred one first; not every build has both."""

_SOUND_HZ = 48_000


def write_clip(
    source: Path,
    interval: Interval,
    target: Path,
    *,
    read: SamplingOptions | None = None,
    cancelled: threading.Event | None = None,
) -> None:
    """Write the pictures and the sound of ``interval`` into the new MP4 file ``target``.

    Args:
        source: the recording.
        interval: on its media clock.
        target: made anew; whatever goes wrong, no half of it stays.
        read: how its pictures are turned and which track they are; as the file says if absent.
        cancelled: ends it.

    Raises:
        SourceError: the recording cannot be read, or has no picture there.
        StorageError: there is such a file already, or it cannot be written.
        AnalysisCancelled: ``cancelled`` was set.
    """
    with (
        _new(target) as part,
        _fault_of_disk(target),
        av.open(str(part), "w", format="mp4", options={"movflags": "+faststart"}) as clip,
    ):
        sampling = _every_picture(read or SamplingOptions())
        with closing(_Sound(source, interval, sampling.track)) as sound:
            writer = _Writer(clip, interval, has_sound=sound.is_there)
            for frame in _pictures(source, interval, sampling):
                if cancelled is not None and cancelled.is_set():
                    raise AnalysisCancelled(f"The clip {target.name} was stopped.")
                writer.add_picture(frame)
            for heard in sound.frames():
                writer.add_sound(heard)
        writer.finish()


def _every_picture(read: SamplingOptions) -> SamplingOptions:
    return replace(read, target_fps=_EVERY_PICTURE, max_frame_dimension=_AS_LARGE_AS_IT_IS)


def _pictures(source: Path, interval: Interval, sampling: SamplingOptions) -> Iterator[Frame]:
    """Pictures of the interval; the one that is on display when it begins is the first."""
    before, found = None, False
    with VideoFile(source, sampling, MediaLimits(), interval, lead_in=MAX_HOLD, sha256="") as file:
        for frame in file.frames():
            if frame.time < interval.onset:
                before = frame
                continue
            if not found and before is not None and frame.time > interval.onset:
                yield Frame(interval.onset, before.rgb)
            found = True
            yield frame
    if not found:
        raise SourceEmptyError(
            f"{source.name} has no picture from {clock(interval.onset)} to "
            f"{clock(interval.offset)}."
        )


class _Writer:
    """The two tracks of a clip; its time 0 is the onset of the interval."""

    def __init__(
        self, clip: av.container.OutputContainer, interval: Interval, *, has_sound: bool
    ) -> None:
        self._clip = clip
        self._onset = interval.onset
        self._video: av.VideoStream | None = None
        self._audio: av.AudioStream | None = None
        self._has_sound = has_sound

    def add_picture(self, frame: Frame) -> None:
        """Add a picture at its time."""
        if self._video is None:
            self._video = self._begun(frame)
        even = frame.rgb[: self._video.height, : self._video.width]
        picture = av.VideoFrame.from_ndarray(even, format="rgb24")
        picture.pts, picture.time_base = (frame.time - self._onset) // 1000, MILLISECONDS
        self._clip.mux(self._video.encode(picture))

    def add_sound(self, heard: av.AudioFrame) -> None:
        """Add sound at its time, which counts from the onset already."""
        if self._audio is not None:
            self._clip.mux(self._audio.encode(heard))

    def finish(self) -> None:
        """Write what the encoders still hold."""
        for stream in (self._video, self._audio):
            if stream is not None:
                self._clip.mux(stream.encode(None))

    def _begun(self, frame: Frame) -> "av.VideoStream":
        """The track of pictures; that of sound must be there before the first one is written."""
        name = next(name for name in CODECS if _is_there(name))
        video = self._clip.add_stream(name, rate=30, options=dict(CODECS[name]))
        assert isinstance(video, av.VideoStream), "both are encoders of pictures"
        video.pix_fmt = "yuv420p"
        video.time_base = video.codec_context.time_base = MILLISECONDS
        video.width, video.height = frame.width & ~1, frame.height & ~1
        if self._has_sound:
            self._audio = self._clip.add_stream("aac", rate=_SOUND_HZ, layout="stereo")
        return video


def _is_there(codec: str) -> bool:
    try:
        av.codec.Codec(codec, "w")
    except av.codec.codec.UnknownCodecError:
        return False
    return True


class _Sound:
    """The sound of an interval, shifted so that its onset is 0; sound that is damaged ends."""

    def __init__(self, source: Path, interval: Interval, track: int) -> None:
        path = source.absolute()
        self._file = OpenFile(path, check_container(path), threads=1, track=track)
        self._begin = to_seconds(interval.onset) + float(self._file.start * self._file.time_base)
        self._end = self._begin + interval.seconds

    @property
    def is_there(self) -> bool:
        """Whether the recording has a sound track."""
        return bool(self._file.container.streams.audio)

    def frames(self) -> Iterator[av.AudioFrame]:
        """What is heard in the interval."""
        if not self.is_there:
            return
        stream = self._file.container.streams.audio[0]
        stream.discard = av.stream.Discard.default
        self._file.stream.discard = av.stream.Discard.all
        with suppress(av.error.FFmpegError):
            self._file.container.seek(max(0, int(self._begin * av.time_base)), backward=True)
            for heard in self._file.container.decode(stream):
                if heard.time is None or heard.time_base is None or heard.pts is None:
                    continue
                if heard.time >= self._end:
                    return
                if heard.time >= self._begin:
                    heard.pts -= int(self._begin / heard.time_base)
                    yield heard

    def close(self) -> None:
        """Close the recording."""
        self._file.close()


@contextmanager
def _new(target: Path) -> Iterator[Path]:
    """A file beside ``target`` that takes its place when all went well.

    Raises:
        StorageError: there is such a file already.
    """
    try:
        target.open("xb").close()
    except FileExistsError:
        raise StorageError(
            f"{target.name} is there already. Choose another name, or remove it first."
        ) from None
    except OSError as error:
        raise _unwritten(target, error) from error
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise


@contextmanager
def _fault_of_disk(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritten(target, error) from error


def _unwritten(target: Path, error: OSError) -> DiskFullError:
    return DiskFullError(
        f"{target.name} cannot be written ({error.strerror}). Free some space, or choose another "
        "folder."
    )
