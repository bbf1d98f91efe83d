"""Keeps what a live source shows in a file that is readable up to its last second after a crash."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from fractions import Fraction
from pathlib import Path
from types import TracebackType

import av

from proctor_desktop.domain.errors import DiskFullError, SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.media.source import VideoSource

MILLISECONDS = Fraction(1, 1000)
CONTAINER_OPTIONS = {"cluster_time_limit": "1000", "flush_packets": "1"}
"""A Matroska cluster is complete by itself; one is written every second."""
ENCODER_OPTIONS = {"preset": "ultrafast", "tune": "zerolatency", "crf": "23", "g": "24"}
NOMINAL_RATE = 12


class Recording:
    """A Matroska file that grows picture by picture; written in one thread, closed in any.

    Pictures keep their time, so that a gap in the source is a gap of the same length in the file.
    Those of another size are scaled to that of the first.

    Args:
        path: file to write; nothing is there before the first picture.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._container: av.container.OutputContainer | None = None
        self._stream: av.VideoStream | None = None
        self._latest = -1
        self._closed = False

    def write(self, frame: Frame) -> None:
        """Add a picture; one that comes after the end is left out.

        Raises:
            DiskFullError: it could not be written.
        """
        with self._lock, self._spoken():
            if self._closed:
                return
            if self._stream is None:
                self._stream = self._begun(frame)
            self._latest = max(self._latest + 1, frame.time // 1000)
            self._mux(self._stream, _picture(frame, self._latest))

    def close(self) -> None:
        """Write what the encoder still holds and complete the file; a second call does nothing.

        Raises:
            DiskFullError: its end could not be written.
        """
        with self._lock, self._spoken():
            container, self._closed = self._container, True
            self._container = None
            if container is not None:
                with container:
                    container.mux(self._stream.encode() if self._stream is not None else [])

    def _begun(self, frame: Frame) -> "av.VideoStream":
        self._container = av.open(
            str(self.path), "w", format="matroska", options=dict(CONTAINER_OPTIONS)
        )
        stream = self._container.add_stream(
            "libx264", rate=NOMINAL_RATE, options=dict(ENCODER_OPTIONS)
        )
        stream.pix_fmt = "yuv420p"
        stream.time_base = stream.codec_context.time_base = MILLISECONDS
        stream.width, stream.height = frame.width & ~1, frame.height & ~1
        return stream

    def _mux(self, stream: "av.VideoStream", picture: av.VideoFrame) -> None:
        if self._container is not None:
            self._container.mux(stream.encode(picture))

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        """A fault of the disk as a sentence."""
        try:
            yield
        except OSError as error:
            raise DiskFullError(
                f"The recording {self.path.name} cannot be written any further "
                f"({error.strerror}). Free some space; what was recorded until now is kept."
            ) from error


def _picture(frame: Frame, stamp: int) -> av.VideoFrame:
    """The picture as the encoder takes it: an even number of rows and columns."""
    even = frame.rgb[: frame.height & ~1, : frame.width & ~1]
    picture = av.VideoFrame.from_ndarray(even, format="rgb24")
    picture.pts, picture.time_base = stamp, MILLISECONDS
    return picture


class Recorded:
    """A `VideoSource` that writes every picture of another one into a Matroska file.

    Args:
        source: what is recorded; closed with this.
        path: file to write.
        stopped: `frames` ends after the current picture once this is set.

    Attributes:
        lost: why the source went away in the middle. `frames` then ends as if it had been stopped,
            so that what was captured until then is measured and kept.
    """

    def __init__(self, source: VideoSource, path: Path, stopped: threading.Event) -> None:
        self._source = source
        self._path = path
        self._stopped = stopped
        self.lost: SourceLostError | None = None

    @property
    def facts(self) -> StreamFacts:
        """Facts of the source."""
        return self._source.facts

    def frames(self) -> Iterator[Frame]:
        """Pictures of the source, each written before it is handed out.

        Raises:
            DiskFullError: it could not be written.
            SourceError: as the source says.
        """
        with closing(Recording(self._path)) as recording:
            for frame in self._until_lost():
                recording.write(frame)
                yield frame
                if self._stopped.is_set():
                    break

    def _until_lost(self) -> Iterator[Frame]:
        seen = False
        try:
            for frame in self._source.frames():
                yield frame
                seen = True
        except SourceLostError as error:
            if not seen:
                raise
            self.lost = error

    def record(self) -> DecodeRecord:
        """The source's record."""
        return self._source.record()

    def close(self) -> None:
        """Close the source; the file is complete when `frames` has ended."""
        self._source.close()

    def __enter__(self) -> "Recorded":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
