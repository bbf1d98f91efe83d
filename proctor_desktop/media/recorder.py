"""Keeps what a live source shows in a file that is readable up to its last second after a crash."""

import threading
from collections.abc import Iterator
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
        with av.open(
            str(self._path), "w", format="matroska", options=dict(CONTAINER_OPTIONS)
        ) as container:
            stream = container.add_stream(
                "libx264", rate=NOMINAL_RATE, options=dict(ENCODER_OPTIONS)
            )
            stream.pix_fmt = "yuv420p"
            stream.time_base = stream.codec_context.time_base = MILLISECONDS
            latest = -1
            for frame in self._until_lost():
                if latest < 0:
                    stream.width, stream.height = frame.width & ~1, frame.height & ~1
                latest = max(latest + 1, frame.time // 1000)
                self._write(container, stream, frame, latest)
                yield frame
                if self._stopped.is_set():
                    break
            container.mux(stream.encode())

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

    def _write(
        self,
        container: av.container.OutputContainer,
        stream: "av.VideoStream",
        frame: Frame,
        stamp: int,
    ) -> None:
        even = frame.rgb[: frame.height & ~1, : frame.width & ~1]
        picture = av.VideoFrame.from_ndarray(even, format="rgb24")
        picture.pts, picture.time_base = stamp, MILLISECONDS
        try:
            container.mux(stream.encode(picture))
        except OSError as error:
            raise DiskFullError(
                f"The recording {self._path.name} cannot be written any further "
                f"({error.strerror}). Free some space; what was recorded until now is kept."
            ) from error

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
