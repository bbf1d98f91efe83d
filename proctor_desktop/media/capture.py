"""A live source that breaks and comes back, until somebody ends it."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType

from proctor_desktop.domain.errors import ProctorError, SourceEmptyError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.recording import DecodeRecord, Span, StreamFacts
from proctor_desktop.domain.timeline import Micros, to_seconds
from proctor_desktop.media.intake import Arrival, Connect, Intake
from proctor_desktop.media.recordings import PathOf, Recordings, has_room
from proctor_desktop.media.source import LiveSource

Tell = Callable[[LiveState], None]
"""Told of each change, in the thread that measures."""

_LOOK_SEC = 0.1
_AWAY = (LivePhase.LOST, LivePhase.TRYING)


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """How a live source is captured.

    Attributes:
        path_of: where what it shows is kept, by the time of its first picture; None for nowhere.
        seconds: it ends after so much time, None for never.
        silence_sec: it counts as lost when no picture came for so long.
        again_sec: a full disk is looked at again after so much stream time.
        has_room: whether another file may be begun beside the one given.
    """

    path_of: PathOf | None = None
    seconds: float | None = None
    silence_sec: float = 3.0
    again_sec: float = 5.0
    has_room: Callable[[Path], bool] = has_room


class Capture:
    """A `VideoSource` over a live one, which ends when it is told to and not when it is lost.

    Every picture is written before anybody looks at it. Whoever measures gets the latest ones; what
    it is too slow for is dropped and counted, never from the recording. While nothing comes, it is
    told; the time without pictures is missing, and stream time goes on. While the disk is full, it
    is measured and not recorded; that is told too, and another file begun when there is room.

    Attributes:
        fault: why it ended by itself after there were pictures; None where it was told to.
    """

    def __init__(
        self, connect: Connect, options: CaptureOptions, tell: Tell, stop: threading.Event
    ) -> None:
        self.fault: ProctorError | None = None
        self._recordings = _recordings(options)
        self._intake = Intake(connect, self._recordings, options.seconds)
        self._options, self._stop = options, stop
        self._watch = _Watch(tell)
        self._end_sec = 0.0

    @property
    def facts(self) -> StreamFacts:
        """Facts of the source, once there was a picture."""
        return self._source.facts

    @property
    def began(self) -> datetime:
        """When the first picture came, in UTC."""
        return self._source.began

    @property
    def paths(self) -> tuple[Path, ...]:
        """The recording; of several files the later ones were begun after the disk was full."""
        return self._recordings.paths if self._recordings is not None else ()

    @property
    def unrecorded(self) -> tuple[Span, ...]:
        """Seconds from and to which it was measured and not recorded."""
        missed = self._recordings.missed if self._recordings is not None else ()
        return tuple((to_seconds(one.onset), to_seconds(one.offset)) for one in missed)

    def record(self) -> DecodeRecord:
        """What was decoded; where it ended in a gap, the gap is part of the duration."""
        record, intake = self._source.record(), self._intake
        return replace(
            record,
            duration_sec=max(record.duration_sec, self._end_sec),
            sampled_frames=intake.taken - intake.dropped,
            dropped_frames=record.dropped_frames + intake.dropped,
            unrecorded=self.unrecorded,
        )

    def frames(self) -> Iterator[Frame]:
        """Pictures until it is told to stop, its time is over, or the source ends by itself.

        Raises:
            SourceError: there was never a picture.
        """
        self._watch.opening()
        self._intake.start()
        try:
            while self._is_wanted() and self._intake.wait(_LOOK_SEC):
                yield from self._next()
            self._note_end()
            self.close()
            yield from self._rest()
        finally:
            self.close()
        self._settle()

    def close(self) -> None:
        """End reading and complete the recording; a second call does nothing."""
        self._intake.close()

    def __enter__(self) -> "Capture":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _source(self) -> LiveSource:
        if self._intake.source is None:
            raise RuntimeError("nothing is known of a live source before its first picture")
        return self._intake.source

    def _next(self) -> Iterator[Frame]:
        """The picture that is offered; where there is none, what that means is told."""
        arrival = self._intake.next()
        if arrival is None:
            self._watch.look(self._intake, self._options.silence_sec)
        else:
            yield self._taken(arrival)

    def _rest(self) -> Iterator[Frame]:
        """What is offered still after the end, so that all that was recorded is measured."""
        while (arrival := self._intake.next()) is not None:
            yield self._taken(arrival)

    def _taken(self, arrival: Arrival) -> Frame:
        self._watch.take(arrival, self.began)
        if self._recordings is not None:
            self._watch.note_missed(self._recordings.missed_since)
        return arrival.frame

    def _is_wanted(self) -> bool:
        """Whether nobody ended it and its time is not over, though no picture may say so."""
        if self._stop.is_set():
            return False
        limit = self._options.seconds
        if limit is None or self._watch.latest is None:
            return True
        return self._elapsed() < limit + self._options.silence_sec

    def _note_end(self) -> None:
        """An end within a gap is that of the gap."""
        if self._watch.phase in _AWAY:
            elapsed = self._elapsed()
            self._end_sec = min(elapsed, self._options.seconds or elapsed)

    def _elapsed(self) -> float:
        return time.monotonic() - self._source.origin

    def _settle(self) -> None:
        """Raise what left nothing to measure; keep as `fault` what came later."""
        error, is_empty = self._intake.error, self._watch.latest is None
        if isinstance(error, ProctorError) and not is_empty:
            self.fault = error
        elif error is not None:
            raise error
        elif is_empty:
            raise SourceEmptyError(
                "The live source was stopped before its first picture came; there is nothing to "
                "report."
            )


def _recordings(options: CaptureOptions) -> Recordings | None:
    if options.path_of is None:
        return None
    return Recordings(options.path_of, options.again_sec, options.has_room)


class _Watch:
    """Tells what becomes of a source, from the pictures that come and those that do not.

    Attributes:
        phase: what was told last.
        latest: time of the latest picture; None before the first.
    """

    def __init__(self, tell: Tell) -> None:
        self.phase = LivePhase.OPENING
        self.latest: Micros | None = None
        self._tell = tell
        self._began = datetime.now(timezone.utc)
        self._told = self._before = 0  # attempts: that were told, and up to the latest picture
        self._state: LiveState | None = None
        self._unrecorded: datetime | None = None

    def opening(self) -> None:
        """It is being opened."""
        self._say(LivePhase.OPENING, datetime.now(timezone.utc))

    def take(self, arrival: Arrival, began: datetime) -> None:
        """A picture came, of a source whose first one came at ``began``."""
        time, before = arrival.frame.time, self.latest
        if arrival.attempts > self._before:
            self._lose()
        if before is None:
            self._began = began
            self._say(LivePhase.LIVE, began)
        elif self.phase in _AWAY:
            self._say(LivePhase.BACK, self._at(time), gap_sec=to_seconds(time - before))
        self._before, self._told = arrival.attempts, max(self._told, arrival.attempts)
        self.latest = time

    def look(self, intake: Intake, silence_sec: float) -> None:
        """No picture is there; say it when it is long ago, or when it is connected to again."""
        if self.latest is None:
            return
        attempts, silent = intake.attempts, time.monotonic() - intake.heard
        if attempts > self._told or silent >= silence_sec:
            self._lose()
        if attempts > self._told:
            self._told = attempts
            since = self._at(self.latest)
            self._say(LivePhase.TRYING, since, attempt=attempts - self._before)

    def note_missed(self, since: Micros | None) -> None:
        """From when on nothing is recorded; told when it changes."""
        unrecorded = None if since is None else self._at(since)
        if unrecorded != self._unrecorded and self._state is not None:
            self._unrecorded = unrecorded
            self._tell_of(replace(self._state, unrecorded_since=unrecorded))

    def _lose(self) -> None:
        if self.phase not in _AWAY and self.latest is not None:
            self._say(LivePhase.LOST, self._at(self.latest))

    def _say(
        self, phase: LivePhase, since: datetime, attempt: int = 0, gap_sec: float = 0.0
    ) -> None:
        self._tell_of(LiveState(phase, since, attempt, gap_sec, self._unrecorded))

    def _tell_of(self, state: LiveState) -> None:
        self.phase, self._state = state.phase, state
        self._tell(state)

    def _at(self, time: Micros) -> datetime:
        return self._began + timedelta(microseconds=time)
