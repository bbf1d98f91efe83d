"""The thread that reads a live source: every picture is kept, the latest are offered."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.media.camera import Tried
from proctor_desktop.media.recordings import Recordings
from proctor_desktop.media.source import LiveSource

Connect = Callable[[Tried], LiveSource]
"""Opens the source; it is told before each attempt to connect to it again."""

_DEPTH = 2
_JOIN_SEC = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """A picture, and how often the source had been connected to again until it came."""

    frame: Frame
    attempts: int


class Intake:
    """Reads a source until it ends or is closed, and records it before anybody looks.

    Args:
        connect: opens the source, in the thread that reads.
        recordings: keep every picture before anybody looks; None keeps nothing.
        seconds: of stream time after which no more is read; None for no end.

    Attributes:
        source: once it was opened.
        recordings: as given.
        error: what ended reading.
        attempts: how often the source was connected to again.
        taken, dropped: pictures that were read, and those of them that nobody came for in time.
        heard: reading of `time.monotonic` at the latest picture.
    """

    def __init__(
        self, connect: Connect, recordings: Recordings | None, seconds: float | None
    ) -> None:
        self.source: LiveSource | None = None
        self.recordings = recordings
        self.error: BaseException | None = None
        self.attempts = self.taken = self.dropped = 0
        self.heard = 0.0
        self._connect = connect
        self._limit = None if seconds is None else from_seconds(seconds)
        self._changed = threading.Condition()
        self._arrived: deque[Arrival] = deque()
        self._is_over = self._is_closing = False
        self._thread = threading.Thread(target=self._read, name="live", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for a picture or the end, at most so long; whether there is more to come."""
        with self._changed:
            self._changed.wait_for(lambda: self._arrived or self._is_over, seconds)
            return bool(self._arrived) or not self._is_over

    def next(self) -> Arrival | None:
        """The oldest picture that is offered, None where none is."""
        with self._changed:
            return self._arrived.popleft() if self._arrived else None

    def close(self) -> None:
        """End reading and complete the recording, without a driver that hangs; once is enough.

        What is offered still is there afterwards.
        """
        with self._changed:
            if self._is_closing:
                return
            self._is_closing = True
        if self.source is not None:
            self.source.stop()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SEC)
        if self.recordings is not None:
            self.recordings.close()

    def _read(self) -> None:
        """Body of the thread."""
        try:
            source = self.source = self._connect(self._note_attempt)
            with source:
                for frame in source.frames():
                    if not self._take(frame, source.began):
                        break
        except BaseException as error:  # noqa: BLE001 - raised again in the other thread
            self.error = error
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _note_attempt(self) -> None:
        with self._changed:
            self.attempts += 1
            self._changed.notify_all()

    def _take(self, frame: Frame, began: datetime) -> bool:
        """Keep a picture and offer it; False when no more is wanted."""
        if self._limit is not None and frame.time >= self._limit:
            return False
        with self._changed:
            if self._is_closing:
                return False
        if self.recordings is not None:
            self.recordings.write(frame, began)
        self._offer(frame)
        return True

    def _offer(self, frame: Frame) -> None:
        with self._changed:
            self.taken += 1
            if len(self._arrived) >= _DEPTH:
                self._arrived.popleft()
                self.dropped += 1
            self._arrived.append(Arrival(frame, self.attempts))
            self.heard = time.monotonic()
            self._changed.notify_all()
