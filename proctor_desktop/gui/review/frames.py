"""Exact frames of a recording, one second at a time, decoded off the window's thread."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Interval, Micros
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.media.packed import Packed
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile

EVERY_FRAME = 60.0
LONGEST_SIDE = 800
KEPT_CHUNKS = 3
END_OF_TIME = Micros(2**62)

Chunk = tuple[Packed, ...]


class ChunkReader:
    """Reads whole seconds; consecutive ones without seeking. For one thread only."""

    def __init__(self, path: Path, read: SamplingOptions | None = None) -> None:
        self._path = path
        self._sampling = replace(
            read or SamplingOptions(), target_fps=EVERY_FRAME, max_frame_dimension=LONGEST_SIDE
        )
        self._source: VideoFile | None = None
        self._frames: Iterator[Frame] = iter(())
        self._held: Frame | None = None
        self._next = -1

    def read(self, second: int) -> Chunk:
        """Frames with ``second`` <= time < ``second`` + 1; empty behind the end.

        Raises:
            SourceError: the recording cannot be read.
        """
        if second != self._next:
            self._open(second)
        end = (second + 1) * MICROS_PER_SECOND
        chunk = []
        frame = self._held or next(self._frames, None)
        while frame is not None and frame.time < end:
            chunk.append(Packed.of(frame))
            frame = next(self._frames, None)
        self._held = frame
        self._next = second + 1
        return tuple(chunk)

    def _open(self, second: int) -> None:
        self.close()
        span = Interval(Micros(second * MICROS_PER_SECOND), END_OF_TIME)
        self._source = VideoFile(self._path, self._sampling, span=span, threads=2)
        self._frames = self._source.frames()
        self._held = None

    def close(self) -> None:
        """Close the file."""
        if self._source is not None:
            self._source.close()
        self._source = None
        self._frames = iter(())
        self._next = -1


class FrameStore(QObject):
    """The seconds around the playhead, read ahead.

    Signals:
        arrived: the number of a second that is there now.
        failed: the exception that ended reading.
    """

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("frames", self)
        self._reader: ChunkReader | None = None
        self._chunks: OrderedDict[int, Chunk] = OrderedDict()
        self._asked: set[int] = set()
        self._serial = 0

    def open(self, path: Path, read: SamplingOptions | None = None) -> None:
        """Show another recording, turned as ``read`` says and the picture track that it names."""
        self.forget()
        self._reader = ChunkReader(path, read)

    def forget(self) -> None:
        """Show no recording."""
        self._serial += 1
        self._chunks.clear()
        self._asked.clear()
        if self._reader is not None:
            self._background.run(self._reader.close, self._closed)
        self._reader = None

    @property
    def is_open(self) -> bool:
        """Whether there is a recording."""
        return self._reader is not None

    def at(self, time: int) -> Frame | None:
        """The frame on display at ``time``, None while it is being read."""
        second = max(0, time) // MICROS_PER_SECOND
        chunk = self._chunk(second)
        if chunk is None:
            return None
        place = bisect_right(chunk, time, key=_time) - 1
        if place >= 0:
            return chunk[place].frame()
        before = self._chunk(second - 1) if second else ()
        if before is None:
            return None
        nearest = before[-1:] or chunk[:1]
        return nearest[0].frame() if nearest else None

    def lacks(self, time: int) -> bool:
        """Whether it was read and shows nothing at ``time``: a gap, or behind its end."""
        second = max(0, time) // MICROS_PER_SECOND
        read = [self._chunk(each) is not None for each in (second, second - 1) if each >= 0]
        return all(read) and self.at(time) is None

    def following(self, time: int) -> Frame | None:
        """The first frame after ``time``, None at the end or while it is being read."""
        second = max(0, time) // MICROS_PER_SECOND
        for number in (second, second + 1):
            chunk = self._chunk(number)
            if chunk is None:
                return None
            place = bisect_right(chunk, time, key=_time)
            if place < len(chunk):
                return chunk[place].frame()
        return None

    def preceding(self, time: int) -> Frame | None:
        """The last frame before ``time``, None at the start or while it is being read."""
        second = max(0, time) // MICROS_PER_SECOND
        for number in (second, second - 1):
            if number < 0:
                return None
            chunk = self._chunk(number)
            if chunk is None:
                return None
            earlier = [frame for frame in chunk if frame.time < time]
            if earlier:
                return earlier[-1].frame()
        return None

    def want(self, second: int) -> None:
        """Read a second ahead."""
        self._chunk(max(0, second))

    def _chunk(self, second: int) -> Chunk | None:
        if second in self._chunks:
            self._chunks.move_to_end(second)
            return self._chunks[second]
        if self._reader is not None and second not in self._asked:
            self._asked.add(second)
            self._background.run(
                partial(self._reader.read, second),
                partial(self._take, self._serial, second),
                self._fail,
            )
        return None

    def _take(self, serial: int, second: int, chunk: Chunk) -> None:
        if serial != self._serial:
            return
        self._asked.discard(second)
        self._chunks[second] = chunk
        while len(self._chunks) > KEPT_CHUNKS:
            self._chunks.popitem(last=False)
        self.arrived.emit(second)

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _closed(self, _: object) -> None:
        pass

    def close(self) -> None:
        """End the reading thread."""
        self.forget()
        self._background.close()


def _time(frame: Packed) -> int:
    return frame.time
