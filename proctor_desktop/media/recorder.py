"""Keeps what a live source shows in a file that is readable up to its last second after a crash."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import av

from proctor_desktop.domain.errors import DiskFullError
from proctor_desktop.domain.frame import Frame

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
        began: when stream time was 0; the file says from it when its first picture was taken.
    """

    def __init__(self, path: Path, began: datetime | None = None) -> None:
        self.path = path
        self._began = began
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
        if self._began is not None:
            taken = self._began + timedelta(microseconds=frame.time)
            self._container.metadata["creation_time"] = taken.isoformat()
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
