"""A live source that breaks and comes back: read and kept in one thread, measured in another."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType

from proctor_desktop.domain.errors import ProctorError, SourceEmptyError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.media.camera import Tried
from proctor_desktop.media.prefetch import LIVE_DEPTH
from proctor_desktop.media.recorder import Recording
from proctor_desktop.media.source import LiveSource

Connect = Callable[[Tried], LiveSource]
"""Opens the source; it is told before each attempt to connect to it again."""

Tell = Callable[[LiveState], None]
"""Told of each change, in the thread that measures."""

_LOOK_SEC = 0.1
_JOIN_SEC = 1.0


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """How a live source is captured.

    Attributes:
        path_of: where what it shows is kept, by the time of its first picture; None for nowhere.
        seconds: it ends after so much time, None for never.
        silence_sec: it counts as lost when no picture came for so long.
    """

    path_of: Callable[[datetime], Path] | None = None
    seconds: float | None = None
    silence_sec: float = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class _Arrival:
    """A picture, and how often the source had been connected to again until it came."""

    frame: Frame
    attempts: int


class Capture:
    """A `VideoSource` over a live one, which ends when it is told to and not when it is lost.

    Every picture is written before anybody looks at it. Whoever measures gets the latest ones; what
    it is too slow for is dropped and counted, never from the recording. While nothing comes, it is
    told; the time without pictures is missing, and stream time goes on. A driver that hangs keeps
    nobody waiting: the recording is closed without it, and its thread ends when it lets go.

    Attributes:
        fault: why it ended by itself after there were pictures; None where it was told to.
    """

    def __init__(
        self, connect: Connect, options: CaptureOptions, tell: Tell, stop: threading.Event
    ) -> None:
        self.fault: ProctorError | None = None
        self._connect, self._options, self._tell, self._stop = connect, options, tell, stop
        self._limit = None if options.seconds is None else from_seconds(options.seconds)
        self._changed = threading.Condition()
        self._arrived: deque[_Arrival] = deque()
        self._source: LiveSource | None = None
        self._recording: Recording | None = None
        self._error: BaseException | None = None
        self._is_over = self._is_closing = False
        self._attempts = self._taken = self._dropped = 0
        self._heard = 0.0
        self._phase = LivePhase.OPENING
        self._latest: Micros | None = None
        self._told_attempts = self._attempts_before = 0
        self._end_sec = 0.0
        self._thread = threading.Thread(target=self._read, name="capture", daemon=True)

    # what it is

    @property
    def facts(self) -> StreamFacts:
        """Facts of the source, once there was a picture."""
        return self._opened.facts

    @property
    def began(self) -> datetime:
        """When the first picture came, in UTC."""
        return self._opened.began

    @property
    def path(self) -> Path | None:
        """The recording; None where nothing is kept."""
        return self._recording.path if self._recording is not None else None

    def record(self) -> DecodeRecord:
        """What was decoded; where it ended in a gap, the gap is part of the duration."""
        record = self._opened.record()
        return replace(
            record,
            duration_sec=max(record.duration_sec, self._end_sec),
            sampled_frames=self._taken - self._dropped,
            dropped_frames=record.dropped_frames + self._dropped,
        )

    @property
    def _opened(self) -> LiveSource:
        if self._source is None:
            raise RuntimeError("nothing is known of a live source before its first picture")
        return self._source

    # the thread that measures

    def frames(self) -> Iterator[Frame]:
        """Pictures until it is told to stop, its time is over, or the source ends by itself.

        Raises:
            SourceError: there was never a picture.
        """
        self._say(LiveState(LivePhase.OPENING, datetime.now(timezone.utc)))
        self._thread.start()
        try:
            while (arrival := self._next()) is not None:
                yield self._noted(arrival)
            self.close()
            while self._arrived:
                yield self._noted(self._arrived.popleft())
        finally:
            self.close()
        self._settle()

    def close(self) -> None:
        """End reading and complete the recording; a second call does nothing."""
        with self._changed:
            if self._is_closing:
                return
            self._is_closing = True
        if self._source is not None:
            self._source.stop()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SEC)
        if self._recording is not None:
            try:
                self._recording.close()
            except ProctorError as error:
                self._error = self._error or error

    def __enter__(self) -> "Capture":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _next(self) -> _Arrival | None:
        """The next picture, waited for; None at the end."""
        while not self._stop.is_set() and not self._is_out_of_time():
            with self._changed:
                self._changed.wait_for(lambda: self._arrived or self._is_over, _LOOK_SEC)
                if self._arrived:
                    return self._arrived.popleft()
                if self._is_over:
                    return None
            self._look()
        if self._phase in (LivePhase.LOST, LivePhase.TRYING):
            elapsed = time.monotonic() - self._opened.origin
            self._end_sec = min(elapsed, self._options.seconds or elapsed)
        return None

    def _is_out_of_time(self) -> bool:
        """Whether the time is over although no picture says so."""
        limit, source = self._options.seconds, self._source
        if limit is None or source is None or self._latest is None:
            return False
        return time.monotonic() - source.origin >= limit + self._options.silence_sec

    def _look(self) -> None:
        """Say what is new while no picture comes."""
        if self._latest is None:
            return
        with self._changed:
            attempts, silent = self._attempts, time.monotonic() - self._heard
        if attempts > self._told_attempts or silent >= self._options.silence_sec:
            self._lose()
        if attempts > self._told_attempts:
            self._told_attempts = attempts
            count = attempts - self._attempts_before
            self._say(LiveState(LivePhase.TRYING, self._at(self._latest), attempt=count))

    def _lose(self) -> None:
        if self._phase in (LivePhase.LIVE, LivePhase.BACK) and self._latest is not None:
            self._say(LiveState(LivePhase.LOST, self._at(self._latest)))

    def _noted(self, arrival: _Arrival) -> Frame:
        """The picture; what it says about the source was told."""
        time, before = arrival.frame.time, self._latest
        if arrival.attempts > self._attempts_before:
            self._lose()
        if before is None:
            self._say(LiveState(LivePhase.LIVE, self._opened.began))
        elif self._phase in (LivePhase.LOST, LivePhase.TRYING):
            gap = to_seconds(time - before)
            self._say(LiveState(LivePhase.BACK, self._at(time), gap_sec=gap))
        self._attempts_before = arrival.attempts
        self._told_attempts = max(self._told_attempts, arrival.attempts)
        self._latest = time
        return arrival.frame

    def _say(self, state: LiveState) -> None:
        self._phase = state.phase
        self._tell(state)

    def _at(self, time: Micros) -> datetime:
        return self._opened.began + timedelta(microseconds=time)

    def _settle(self) -> None:
        """Raise what left nothing to measure; keep as `fault` what came later."""
        error = self._error
        if isinstance(error, ProctorError) and self._latest is not None:
            self.fault = error
        elif error is not None:
            raise error
        elif self._latest is None:
            raise SourceEmptyError(
                "The live source was stopped before its first picture came; there is nothing to "
                "report."
            )

    # the thread that reads

    def _read(self) -> None:
        try:
            source = self._source = self._connect(self._note_attempt)
            with source:
                for frame in source.frames():
                    if not self._take(frame):
                        break
        except BaseException as error:  # noqa: BLE001 - raised again in the other thread
            self._error = error
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _note_attempt(self) -> None:
        with self._changed:
            self._attempts += 1
            self._changed.notify_all()

    def _take(self, frame: Frame) -> bool:
        """Keep a picture and offer it; False when no more is wanted."""
        if self._limit is not None and frame.time >= self._limit:
            return False
        with self._changed:
            if self._is_closing:
                return False
            if self._recording is None and self._options.path_of is not None:
                self._recording = Recording(self._options.path_of(self._opened.began))
        if self._recording is not None:
            self._recording.write(frame)
        self._offer(frame)
        return True

    def _offer(self, frame: Frame) -> None:
        with self._changed:
            self._taken += 1
            if len(self._arrived) >= LIVE_DEPTH:
                self._arrived.popleft()
                self._dropped += 1
            self._arrived.append(_Arrival(frame, self._attempts))
            self._heard = time.monotonic()
            self._changed.notify_all()
