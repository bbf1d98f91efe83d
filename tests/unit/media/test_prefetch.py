"""Reading ahead in a thread."""

import threading
import time
from collections.abc import Iterator
from types import TracebackType

import numpy as np
import pytest

from proctor_desktop.domain.errors import SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.media.prefetch import Prefetched

FACTS = StreamFacts("film", None, "mp4", "h264", 4, 4, 0, 10.0, None, False, False)


class Numbers:
    """A source of ``count`` tiny pictures, one every ``pause`` seconds."""

    def __init__(self, count: int, *, pause: float = 0.0, error: Exception | None = None) -> None:
        self.facts = FACTS
        self.given = 0
        self.closed = threading.Event()
        self._count, self._pause, self._error = count, pause, error

    def frames(self) -> Iterator[Frame]:
        for number in range(self._count):
            if self.closed.wait(self._pause):
                return
            self.given += 1
            yield Frame(Micros(number), np.zeros((4, 4, 3), np.uint8))
        if self._error is not None:
            raise self._error

    def record(self) -> DecodeRecord:
        return DecodeRecord(1.0, 1.0, self.given, self.given, 0)

    def close(self) -> None:
        self.closed.set()

    def __enter__(self) -> "Numbers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def test_every_picture_of_a_file_arrives_in_order_however_slow_the_consumer() -> None:
    with Prefetched(Numbers(40)) as ahead:
        times = []
        for frame in ahead.frames():
            time.sleep(0.001)
            times.append(frame.time)
    assert times == list(range(40))


def test_reading_ahead_is_bounded() -> None:
    source = Numbers(1000)
    with Prefetched(source, depth=3) as ahead:
        next(ahead.frames())
        time.sleep(0.1)
        assert source.given <= 6


def test_the_sources_error_is_raised_where_the_pictures_are_consumed() -> None:
    with Prefetched(Numbers(3, error=SourceLostError("gone"))) as ahead:
        frames = ahead.frames()
        assert [frame.time for _, frame in zip(range(3), frames, strict=False)] == [0, 1, 2]
        with pytest.raises(SourceLostError, match="gone"):
            next(frames)


def test_closing_in_the_middle_ends_the_thread_and_closes_the_source() -> None:
    source = Numbers(10_000, pause=0.01)
    before = threading.active_count()
    with Prefetched(source) as ahead:
        next(ahead.frames())
    assert source.closed.is_set()
    assert threading.active_count() == before


def test_closing_before_the_first_picture_closes_the_source() -> None:
    source = Numbers(3)
    Prefetched(source).close()
    assert source.closed.is_set()
