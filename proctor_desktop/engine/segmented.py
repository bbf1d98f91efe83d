"""The engine: one recording over several worker processes, here or on other machines."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from proctor_desktop.domain.errors import AnalysisCancelled, EngineError
from proctor_desktop.domain.recording import StreamFacts
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.engine.framing import better_sampling
from proctor_desktop.engine.joining import Join
from proctor_desktop.engine.leave import Leave
from proctor_desktop.engine.measurement import Segment, Task
from proctor_desktop.engine.parts import Part, Watch, WatchedEngine, provisional
from proctor_desktop.engine.pictures import grab_pictures
from proctor_desktop.engine.pool import WatchedFuture
from proctor_desktop.engine.segments import SETTLING, Plan
from proctor_desktop.engine.worker import load_models, measure_segment, plan_recording
from proctor_desktop.media.limits import check_container
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.pipeline import AnalysisOptions, Outcome
from proctor_desktop.report.evidence import EvidenceOptions, Moment, Picture

logger = logging.getLogger(__name__)

Progress = Callable[[float], None]

_WAIT_SEC = 0.1
_ATTEMPTS = 2
_AHEAD = 4
_PREPARED = 2
_ASSESSED_SHARE = 0.04
"""Whoever watches sees an assessment each time that so much more of the recording is joined."""


class Workers(Protocol):
    """Where calls are run.

    Attributes:
        size: how many calls run at the same time.
        lost: what a future raises when the worker was lost, and not the call that failed.
    """

    size: int
    lost: tuple[type[BaseException], ...]

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        """Run a call."""

    def leave_idle(self, calls: int) -> bool:
        """Whether so many calls at the same time leave processors idle."""

    def reached(self, path: Path) -> Path:
        """The path under which the workers find a recording, sent to them if need be."""

    def forget(self, path: Path) -> None:
        """Nobody needs the recording at that path any more."""

    def shutdown(self) -> None:
        """Give the workers back."""


class SegmentedEngine:
    """Analyses recordings segment by segment in worker processes.

    It may be used from several threads at once; their segments share the workers, which are made
    for the first recording and stay until `close`.
    """

    def __init__(self, open_workers: Callable[[], Workers]) -> None:
        self._open_workers = open_workers
        self._opened: Workers | None = None
        self._lock = threading.Lock()

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Progress = lambda share: None,
        cancelled: threading.Event | None = None,
        handed_out: Callable[[], None] = lambda: None,
        watch: Watch | None = None,
        leave: Leave | None = None,
    ) -> Outcome:
        """The outcome of one recording, the same whatever the number of workers.

        Args:
            path: of the file, as this computer and all workers see it.
            options: with a profile already applied.
            progress: told about ten times a second which share is measured.
            cancelled: to be set from another thread; obeyed within a second.
            handed_out: called when the last part is with the workers, so that those without work
                may begin with another recording.
            watch: is shown each part as soon as it is measured, and again when it is joined.
            leave: holds the analysis where it is; processes of this computer after their picture,
                those of others after their part.

        Raises:
            SourceError: the file cannot be used.
            EngineError: a worker failed twice at the same place.
            AnalysisCancelled: ``cancelled`` was set.
        """
        path = path.absolute()
        check_container(path)
        workers = self._workers()
        seen = workers.reached(path)
        cancelled = cancelled or threading.Event()
        leave = leave or Leave()
        run = _Run(workers, seen, options, progress, cancelled, handed_out, watch, leave)
        ended = threading.Event()
        with ThreadPoolExecutor(1, "digest") as digesting:
            digest = digesting.submit(file_sha256, path, lambda: not ended.is_set())
            try:
                outcome = run.outcome()
                sha256 = digest.result()
            finally:
                ended.set()
                workers.forget(seen)
        return replace(outcome, facts=replace(outcome.facts, sha256=sha256))

    def prepare(self) -> None:
        """Start workers now, because a recording will follow at once.

        They take a second to load their models, in which the caller gets ready as well.
        """
        workers = self._workers()
        for _ in range(min(workers.size, _PREPARED)):
            workers.submit(load_models)

    def watched(self, watch: Watch, leave: Leave | None = None) -> "WatchedEngine":
        """This engine, showing its parts, and holding where there is no leave to go on."""
        return WatchedEngine(partial(self.analyze, watch=watch, leave=leave))

    def handing_over(self, handed_out: Callable[[], None]) -> "WatchedEngine":
        """This engine, telling when the workers have the last part of a recording."""
        return WatchedEngine(partial(self.analyze, handed_out=handed_out))

    def pictures(
        self,
        path: Path,
        options: AnalysisOptions,
        wanted: Sequence[Moment],
        evidence: EvidenceOptions,
    ) -> tuple[Picture, ...]:
        """The pictures at these moments, decoded by a worker that is there already.

        A report without pictures is better than none: when the worker is lost, there are none.
        """
        workers = self._workers()
        seen = workers.reached(path)
        future = workers.submit(grab_pictures, seen, options, tuple(wanted), evidence)
        try:
            pictures: tuple[Picture, ...] = future.result()
        except workers.lost as error:
            logger.warning("no pictures of %s: a worker was lost (%s)", path.name, error)
            return ()
        else:
            return pictures
        finally:
            workers.forget(seen)

    def better_sampling(
        self, path: Path, options: AnalysisOptions, facts: StreamFacts, end: Micros
    ) -> SamplingOptions | None:
        """`framing.better_sampling`, by a worker; None when the worker is lost."""
        workers = self._workers()
        seen = workers.reached(path)
        future = workers.submit(better_sampling, seen, options, facts, end)
        try:
            found: SamplingOptions | None = future.result()
        except workers.lost as error:
            logger.warning("%s is read as it was: a worker was lost (%s)", path.name, error)
            return None
        else:
            return found
        finally:
            workers.forget(seen)

    def _workers(self) -> Workers:
        with self._lock:
            if self._opened is None:
                self._opened = self._open_workers()
            return self._opened

    def close(self) -> None:
        """End the workers; another recording would make new ones."""
        with self._lock:
            if self._opened is not None:
                self._opened.shutdown()
            self._opened = None

    def __enter__(self) -> "SegmentedEngine":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(slots=True, eq=False)
class _Part:
    """A segment on its way: being measured, then measured, then joined."""

    task: Task
    future: "Future[Any]"
    attempts: int = 1
    first: Segment | None = None
    is_shown: bool = False


class _Run:
    """One recording while it is analysed; lives in the caller's thread."""

    def __init__(
        self,
        workers: Workers,
        path: Path,
        options: AnalysisOptions,
        progress: Progress,
        cancelled: threading.Event,
        handed_out: Callable[[], None],
        watch: Watch | None,
        leave: Leave,
    ) -> None:
        self._workers = workers
        self._path = path
        self._options = options
        self._progress = progress
        self._cancelled = cancelled
        self._handed_out = handed_out
        self._join = Join(options)
        self._parts: list[_Part] = []
        self._watch = watch
        self._leave = leave
        self._assessed = 0

    def outcome(self) -> Outcome:
        """Plan, measure, join."""
        try:
            plan = self._plan()
            self._measure(plan)
            self._progress(1.0)
            return self._join.outcome(plan.facts)
        finally:
            for part in self._parts:
                _give_up(part.future)

    def _plan(self) -> Plan:
        for attempt in range(1, _ATTEMPTS + 1):
            future = self._workers.submit(
                plan_recording, self._path, self._options, self._workers.size
            )
            try:
                plan: Plan = self._result(future)
            except self._workers.lost as error:
                self._refuse_third(attempt, error)
            else:
                return plan
        raise AssertionError("the last attempt returns or raises")

    def _result(self, future: "Future[Any]") -> Any:
        """Result of a call, given up when the analysis is cancelled."""
        while not wait([future], _WAIT_SEC).done:
            self._check_cancelled(future)
        self._check_cancelled(future)
        return future.result()

    def _check_cancelled(self, *futures: "Future[Any]") -> None:
        if self._cancelled.is_set():
            for future in futures:
                _give_up(future)
            raise AnalysisCancelled(f"The analysis of {self._path.name} was stopped.")

    def _measure(self, plan: Plan) -> None:
        """Keep the workers busy, and join what is ready, in time order."""
        waiting = deque(plan.spans)
        # Two threads on one processor only disturb each other, for 3 to 7 % more processor time.
        reads_ahead = self._workers.leave_idle(len(plan.spans))
        while waiting or self._parts:
            self._hold()
            while waiting and self._has_room() and not self._leave.is_paused:
                self._begin(waiting.popleft(), reads_ahead)
                if not waiting:
                    self._handed_out()
            running = [part.future for part in self._parts if not part.future.done()]
            wait(running, _WAIT_SEC, FIRST_COMPLETED)
            self._check_cancelled()
            self._retry_lost()
            while self._parts and self._parts[0].future.done() and self._joined(self._parts[0]):
                self._parts.pop(0)
                self._show_joined(plan)
            self._show_waiting(plan)
            self._tell(plan)

    def _hold(self) -> None:
        """Wait for leave to go on, and let the workers wait; stopping ends it."""
        if not self._leave.is_paused:
            return
        held = [future for part in self._parts if (future := _held(part.future)) is not None]
        for future in held:
            future.is_held = True
        self._leave.wait(self._cancelled)
        for future in held:
            future.is_held = False

    def _has_room(self) -> bool:
        """Whether the next segment is to begin.

        A single worker waits until the one before is joined, and so needs no settling.
        """
        running = sum(not part.future.done() for part in self._parts)
        if self._workers.size == 1:
            return not self._parts
        return running < self._workers.size and len(self._parts) < _AHEAD * self._workers.size

    def _begin(self, span: Interval | None, reads_ahead: bool) -> None:
        """Hand the next segment to a worker."""
        follows = span is not None and span.onset > 0
        memory = self._join.memory if follows and not self._parts else None
        task = Task(
            path=self._path,
            options=self._options,
            span=span,
            lead_in=SETTLING if follows and memory is None else 0,
            neutral=self._join.neutral,
            memory=memory,
            reads_ahead=reads_ahead,
        )
        self._parts.append(_Part(task, self._submit(task)))

    def _submit(self, task: Task) -> "Future[Any]":
        return self._workers.submit(measure_segment, task)

    def _retry_lost(self) -> None:
        """Measure once more what was lost with its worker."""
        for part in self._parts:
            error = part.future.exception() if part.future.done() else None
            if isinstance(error, self._workers.lost):
                self._refuse_third(part.attempts, error)
                part.attempts += 1
                part.future = self._submit(part.task)

    def _refuse_third(self, attempts: int, error: BaseException) -> None:
        """Raise `EngineError` when a worker was lost for the last time."""
        if attempts >= _ATTEMPTS:
            raise EngineError(
                f"{self._path.name} could not be analysed: the worker process that decoded it was "
                f"lost {attempts} times ({_why(error)}). The file is probably damaged; make a copy "
                "with another program and analyse that."
            ) from error
        logger.warning("a worker was lost (%s); its part is measured once more", _why(error))

    def _joined(self, part: _Part) -> bool:
        """Join a part; False when its beginning has to be measured again first."""
        segment: Segment = part.future.result()
        if part.first is not None:
            self._join.push(part.first, segment)
            return True
        if self._join.continues(segment):
            self._join.push(segment)
            return True
        part.first = segment
        part.task = replace(
            part.task,
            lead_in=0,
            neutral=self._join.neutral,
            memory=self._join.memory,
            checkpoints=segment.memories,
        )
        part.future = self._submit(part.task)
        return False

    def _show_joined(self, plan: Plan) -> None:
        """Show everything that is final, now and then with its assessment."""
        track = self._join.track
        if self._watch is None or track is None:
            return
        assessment = None
        if self._join.end - self._assessed >= plan.end * _ASSESSED_SHARE:
            assessment = self._join.assess()
            self._assessed = self._join.end
        self._watch(Part(Micros(0), plan.end, track, is_final=True, assessment=assessment))

    def _show_waiting(self, plan: Plan) -> None:
        """Show parts that wait for those before them."""
        if self._watch is None:
            return
        for part in self._parts:
            if part.is_shown or not part.future.done() or part.future.exception() is not None:
                continue
            part.is_shown = True
            shown = provisional(part.future.result(), self._options, plan.end)
            if shown is not None:
                self._watch(shown)

    def _tell(self, plan: Plan) -> None:
        """Report the measured share."""
        measured = self._join.end
        for part in self._parts:
            onset = part.task.span.onset if part.task.span is not None else 0
            offset = part.task.span.offset if part.task.span is not None else plan.end
            position = offset if part.future.done() else getattr(part.future, "position", None)
            measured += max(0, min(position or 0, offset, plan.end) - onset)
        self._progress(min(1.0, measured / plan.end) if plan.end else 0.0)


def _held(future: "Future[Any]") -> "WatchedFuture | None":
    """The future, where its call can be held."""
    return future if isinstance(future, WatchedFuture) else None


def _why(error: BaseException) -> str:
    """Why a worker was lost, in words; an empty memory error says nothing by itself."""
    if isinstance(error, MemoryError):
        return "it had too little memory"
    return str(error) or type(error).__name__


def _give_up(future: "Future[Any]") -> None:
    """Stop a call that is not wanted any more, as hard as its workers know how."""
    abandon = getattr(future, "abandon", future.cancel)
    abandon()
