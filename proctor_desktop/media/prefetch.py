"""Reading ahead in a thread, so that decoding and measuring happen side by side."""

import threading
from collections import deque
from collections.abc import Iterator
from types import TracebackType

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.media.source import VideoSource

DEPTH = 4
_JOIN_SEC = 5.0


class Prefetched:
    """A `VideoSource` that reads another one in a thread, at most ``depth`` pictures ahead.

    It waits for whoever consumes its pictures; a live source, which does not wait, has `Intake`.
    """

    def __init__(self, source: VideoSource, depth: int = DEPTH) -> None:
        self._source = source
        self._depth = depth
        self._queue: deque[Frame] = deque()
        self._changed = threading.Condition()
        self._stopped = False
        self._ended = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._read, name="prefetch", daemon=True)

    @property
    def facts(self) -> StreamFacts:
        """Facts of the source."""
        return self._source.facts

    def frames(self) -> Iterator[Frame]:
        """Pictures of the source; what it raises is raised here, in the consumer's thread."""
        self._thread.start()
        try:
            while (frame := self._take()) is not None:
                yield frame
        finally:
            self._stop()
        if self._error is not None:
            raise self._error

    def record(self) -> DecodeRecord:
        """The source's record."""
        return self._source.record()

    def close(self) -> None:
        """Stop reading and close the source."""
        self._stop()
        if not self._thread.is_alive():
            self._source.close()

    def __enter__(self) -> "Prefetched":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take(self) -> Frame | None:
        """The next picture, None after the last one."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._ended)
            if not self._queue:
                return None
            frame = self._queue.popleft()
            self._changed.notify_all()
            return frame

    def _read(self) -> None:
        """Body of the thread."""
        try:
            for frame in self._source.frames():
                if not self._put(frame):
                    break
        except BaseException as error:  # noqa: BLE001 - raised again in the consumer's thread
            self._error = error
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()
            if self._stopped:
                self._source.close()

    def _put(self, frame: Frame) -> bool:
        """Queue a picture; False when nobody wants any more."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._queue) < self._depth or self._stopped)
            if self._stopped:
                return False
            self._queue.append(frame)
            self._changed.notify_all()
            return True

    def _stop(self) -> None:
        """Make the thread end; one that is stuck in a decoder closes the source when it can."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(_JOIN_SEC)
