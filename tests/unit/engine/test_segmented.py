"""One recording in parts: the same as in one go, whatever happens to the workers."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from proctor_desktop.calibration.collector import CalibrationOptions
from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    EngineError,
    SourceEmptyError,
    SourceError,
    SourceRefusedError,
)
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import Channel
from proctor_desktop.engine import segments
from proctor_desktop.engine.in_process import InProcessEngine
from proctor_desktop.engine.leave import Leave
from proctor_desktop.engine.measurement import Task
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.parts import Part
from proctor_desktop.engine.pool import LocalPool
from proctor_desktop.engine.segmented import SegmentedEngine, Workers
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.pipeline import AnalysisOptions, Outcome
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from tests.unit.engine.portrait import InlineWorkers, write_portrait
from tests.unit.media.films import every, write_film

OPTIONS = AnalysisOptions(
    sampling=SamplingOptions(target_fps=8), calibration=CalibrationOptions(duration_sec=3.0)
)
QUIET: dict[str, Any] = {"progress": lambda share: None, "cancelled": threading.Event()}


@pytest.fixture(scope="module")
def portrait(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_portrait(tmp_path_factory.mktemp("films") / "portrait.mp4", 12)


@pytest.fixture(scope="module")
def whole(portrait: Path) -> Outcome:
    return InProcessEngine().analyze(portrait, OPTIONS, **QUIET)


@pytest.fixture
def short_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "_SHORTEST_SEC", 3.0)


def engine_on(workers: Workers) -> SegmentedEngine:
    return SegmentedEngine(lambda: workers)


def assert_same(one: Outcome, other: Outcome) -> None:
    """Equal to the bit, in everything that a report is made of."""
    assert np.array_equal(one.track.times, other.track.times)
    for channel in Channel:
        assert np.array_equal(one.track.reason(channel), other.track.reason(channel)), channel
        pair = one.track.column(channel), other.track.column(channel)
        assert np.array_equal(*pair, equal_nan=True), channel
    assert one.record == other.record
    assert one.facts == other.facts
    assert one.assessment == other.assessment


@pytest.mark.usefixtures("short_segments")
@pytest.mark.parametrize("size", [1, 2, 3])
def test_parts_give_exactly_what_the_whole_gives(portrait: Path, whole: Outcome, size: int) -> None:
    workers = InlineWorkers(size)
    assert_same(engine_on(workers).analyze(portrait, OPTIONS), whole)
    tasks = tasks_of(workers)
    assert len({task.span for task in tasks}) >= 3
    assert all(task.reads_ahead for task in tasks)


@pytest.mark.usefixtures("short_segments")
def test_workers_on_busy_processors_do_not_read_ahead(portrait: Path, whole: Outcome) -> None:
    class Crowded(InlineWorkers):
        def leave_idle(self, calls: int) -> bool:
            return calls < 2

    workers = Crowded(2)
    assert_same(engine_on(workers).analyze(portrait, OPTIONS), whole)
    assert not any(task.reads_ahead for task in tasks_of(workers))


def tasks_of(workers: InlineWorkers) -> list[Task]:
    return [arguments[0] for name, arguments in workers.calls if name == "measure_segment"]


def test_a_pool_knows_when_it_leaves_processors_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proctor_desktop.engine.pool.processors", lambda: 4)
    assert [LocalPool(EngineOptions(jobs=4)).leave_idle(calls) for calls in (1, 3, 4, 9)] == [
        True,
        True,
        False,
        False,
    ]
    assert LocalPool(EngineOptions(jobs=3)).leave_idle(9)


@pytest.mark.usefixtures("short_segments")
def test_parts_agree_on_who_keeps_still(tmp_path: Path) -> None:
    text = """title: A visitor beside a portrait
        seconds: 18
        fps: 8
        size: 320x240
        at 0 s poster left 90 cm for 18 s
        at 7 s visitor right 90 cm for 6 s"""
    path = tmp_path / "visited.mp4"
    record(Scenario.parse(text), path)
    whole = InProcessEngine().analyze(path, OPTIONS, **QUIET)
    assert_same(engine_on(InlineWorkers(2)).analyze(path, OPTIONS, **QUIET), whole)
    still = whole.track.column(Channel.PEOPLE_STILL)
    assert np.nanmax(still) >= 1
    (event,) = whole.assessment.events
    assert event.kind is EventKind.MULTIPLE_FACES
    assert event.interval.onset == pytest.approx(7e6, abs=5e5)
    assert event.interval.offset == pytest.approx(13e6, abs=5e5)


def test_workers_can_be_made_ready_before_the_recording_is_known() -> None:
    pool = LocalPool(EngineOptions(jobs=1))
    with engine_on(pool) as engine:
        engine.prepare()
        deadline = time.monotonic() + 60
        while not pool.pids() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert len(pool.pids()) == 1
    assert pool.pids() == []


@pytest.mark.usefixtures("short_segments")
def test_another_recording_may_begin_when_the_last_part_is_handed_out(portrait: Path) -> None:
    workers = InlineWorkers(2)
    spans: list[int] = []

    def handed_out() -> None:
        calls = [arguments for name, arguments in workers.calls if name == "measure_segment"]
        spans.append(len({arguments[0].span for arguments in calls}))

    engine_on(workers).handing_over(handed_out).analyze(portrait, OPTIONS, **QUIET)
    all_spans = {args[0].span for name, args in workers.calls if name == "measure_segment"}
    assert spans == [len(all_spans)]


@pytest.mark.usefixtures("short_segments")
def test_who_watches_sees_each_part_where_it_belongs_and_then_final(
    portrait: Path, whole: Outcome
) -> None:
    seen: list[Part] = []
    engine = engine_on(InlineWorkers(3)).watched(seen.append)
    assert_same(engine.analyze(portrait, OPTIONS, **QUIET), whole)
    final = [part for part in seen if part.is_final]
    waiting = [part for part in seen if not part.is_final]
    assert [len(part.track) for part in final] == sorted(len(part.track) for part in final)
    assert np.array_equal(final[-1].track.times, whole.track.times)
    assert np.array_equal(
        final[-1].track.column(Channel.YAW), whole.track.column(Channel.YAW), equal_nan=True
    )
    assert final[-1].assessment is not None
    assert waiting, "three parts are measured at once, and only the first can be joined"
    for part in waiting:
        places = np.searchsorted(whole.track.times, part.track.times)
        assert np.array_equal(whole.track.times[places], part.track.times)
        apart = part.track.column(Channel.YAW) - whole.track.column(Channel.YAW)[places]
        assert np.nanmax(np.abs(apart)) < 5, "degrees: near, though not final"
    assert all(abs(part.end - 12_000_000) < 500_000 for part in seen)


@pytest.mark.usefixtures("short_segments")
def test_an_analysis_that_is_paused_hands_out_nothing_and_ends_as_if_it_never_was(
    portrait: Path, whole: Outcome
) -> None:
    leave, workers = Leave(), Paused(2)
    workers.leave = leave
    with ThreadPoolExecutor(1) as beside:
        engine = engine_on(workers).watched(lambda part: None, leave)
        analysis = beside.submit(engine.analyze, portrait, OPTIONS, **QUIET)
        workers.is_paused.wait()
        with pytest.raises(futures.TimeoutError):
            analysis.result(1.0)
        handed_out = len(tasks_of(workers))
        leave.go_on()
        assert_same(analysis.result(120), whole)
    assert handed_out <= workers.size
    assert len(tasks_of(workers)) > workers.size


class Paused(InlineWorkers):
    """Takes the leave with the first part that it measures."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.is_paused = threading.Event()
        self.leave = Leave()

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        if fn.__name__ == "measure_segment" and not self.is_paused.is_set():
            self.leave.pause()
            self.is_paused.set()
        return super().submit(fn, *args)


@pytest.mark.usefixtures("short_segments")
def test_a_part_that_began_with_the_wrong_memory_is_measured_again(
    portrait: Path, whole: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.engine.segmented.SETTLING", 1)
    workers = InlineWorkers(2)
    assert_same(engine_on(workers).analyze(portrait, OPTIONS), whole)
    tasks = [arguments[0] for name, arguments in workers.calls if name == "measure_segment"]
    assert any(task.checkpoints for task in tasks)


@pytest.mark.usefixtures("short_segments")
def test_a_film_without_a_face_is_the_same_in_parts_as_well(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mkv", every(10, 14), key_every=15, b_frames=2)
    whole = InProcessEngine().analyze(film, OPTIONS, **QUIET)
    assert_same(engine_on(InlineWorkers(2)).analyze(film, OPTIONS), whole)


@pytest.mark.usefixtures("short_segments")
def test_a_lost_worker_costs_one_retry(portrait: Path, whole: Outcome) -> None:
    class LosesOne(InlineWorkers):
        def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
            if len(self.calls) == 2:
                self.calls.append(("lost", args))
                return super().submit(_lose)
            return super().submit(fn, *args)

    assert_same(engine_on(LosesOne(2)).analyze(portrait, OPTIONS), whole)


def test_a_worker_lost_twice_is_one_clear_error(portrait: Path) -> None:
    class LosesAll(InlineWorkers):
        def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
            return super().submit(_lose)

    with pytest.raises(EngineError, match=r"portrait\.mp4 could not be analysed: the worker"):
        engine_on(LosesAll(1)).analyze(portrait, OPTIONS)


def test_a_worker_without_memory_says_why_it_was_lost(portrait: Path) -> None:
    class LacksMemory(InlineWorkers):
        lost = (MemoryError,)

        def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
            return super().submit(_lack_memory)

    with pytest.raises(EngineError, match=r"lost 2 times \(it had too little memory\)\. "):
        engine_on(LacksMemory(1)).analyze(portrait, OPTIONS)


def _lose() -> None:
    raise ConnectionError("gone")


def _lack_memory() -> None:
    raise MemoryError


@pytest.fixture(scope="module")
def pool() -> Iterator[LocalPool]:
    opened = LocalPool(EngineOptions(jobs=2))
    yield opened
    opened.shutdown()


def test_processes_give_what_one_process_gives(
    pool: LocalPool, portrait: Path, whole: Outcome
) -> None:
    shares: list[float] = []
    outcome = engine_on(pool).analyze(portrait, OPTIONS, progress=shares.append)
    assert_same(outcome, whole)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert any(0 < share < 1 for share in shares)


def test_a_process_killed_in_the_middle_costs_nothing_but_time(
    pool: LocalPool, portrait: Path, whole: Outcome
) -> None:
    killed: list[int] = []

    def kill_once(share: float) -> None:
        if 0.2 < share < 0.9 and not killed:
            killed.extend(pool.pids())
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    outcome = engine_on(pool).analyze(portrait, OPTIONS, progress=kill_once)
    assert killed
    assert_same(outcome, whole)


def test_cancelling_takes_less_than_a_second(pool: LocalPool, portrait: Path) -> None:
    def seconds() -> float:
        cancelled = threading.Event()
        moments: list[float] = []

        def cancel(share: float) -> None:
            if share > 0.1 and not moments:
                moments.append(time.monotonic())
                cancelled.set()

        with pytest.raises(AnalysisCancelled, match=r"portrait\.mp4 was stopped"):
            engine_on(pool).analyze(portrait, OPTIONS, progress=cancel, cancelled=cancelled)
        return time.monotonic() - moments[0]

    assert any(seconds() < 1 for _ in range(5)), "not even once on this computer"


def test_several_recordings_share_the_processes(
    pool: LocalPool, portrait: Path, whole: Outcome
) -> None:
    outcomes: list[Outcome] = []
    engine = engine_on(pool)
    threads = [
        threading.Thread(target=lambda: outcomes.append(engine.analyze(portrait, OPTIONS)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2
    for outcome in outcomes:
        assert_same(outcome, whole)


def test_what_cannot_be_used_is_refused_as_itself(pool: LocalPool, tmp_path: Path) -> None:
    engine = engine_on(pool)
    text = tmp_path / "text.mp4"
    text.write_text("no video")
    with pytest.raises(SourceRefusedError, match=r"text\.mp4 is a text"):
        engine.analyze(text, OPTIONS)
    film = write_film(tmp_path / "film.mp4", every(25, 2), options={"movflags": "faststart"})
    content = bytearray(film.read_bytes())
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)
    film.write_bytes(content)
    with pytest.raises(SourceEmptyError):
        engine.analyze(film, OPTIONS)


def test_a_limit_exceeded_is_one_clear_error_and_the_caller_lives(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(10, 2), size=(1280, 720))
    wide = replace(OPTIONS, sampling=SamplingOptions(max_frame_dimension=1280))
    small = LocalPool(EngineOptions(jobs=1, max_memory_mb=1024))
    try:
        with pytest.raises((EngineError, SourceError)):
            SegmentedEngine(lambda: _Starved(small)).analyze(film, wide)
    finally:
        small.shutdown()


class _Starved(InlineWorkers):
    """A pool whose calls take more memory than they may."""

    def __init__(self, pool: LocalPool) -> None:
        super().__init__(pool.size)
        self.lost, self._pool = pool.lost, pool

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
        return self._pool.submit(_take_too_much, fn, *args)


def _take_too_much(fn: Callable[..., Any], *args: Any) -> Any:
    hoard = np.ones(2 << 30, np.uint8)
    return fn(*args), len(hoard)


@pytest.mark.real_data
@pytest.mark.usefixtures("short_segments")
def test_a_real_person_is_measured_alike_in_parts(real_data: Path) -> None:
    clip = real_data / "clips" / "head_turns.mp4"
    whole = InProcessEngine().analyze(clip, OPTIONS, **QUIET)
    assert_same(engine_on(InlineWorkers(2)).analyze(clip, OPTIONS), whole)
