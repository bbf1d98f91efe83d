"""Worker processes: what happens when they die, hang, grow or are not wanted any more."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent import futures
from contextlib import suppress

import psutil
import pytest

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pool import LocalPool, WatchedFuture
from proctor_desktop.engine.process import RemoteTraceback, WorkerLost
from proctor_desktop.engine.worker import TaskStopped
from tests.unit.engine import calls


@pytest.fixture
def pool() -> Iterator[LocalPool]:
    opened = LocalPool(EngineOptions(jobs=1, silence_sec=2.0, max_memory_mb=3072))
    yield opened
    opened.shutdown()


def test_a_process_stays_for_the_next_call(pool: LocalPool) -> None:
    first = pool.submit(calls.own_pid).result(100)
    assert pool.submit(calls.add, 2, 3).result(100) == 5
    assert pool.submit(calls.own_pid).result(100) == first
    assert pool.pids() == [first]


@pytest.mark.parametrize(
    ("number", "says"), [(signal.SIGKILL, "it was killed"), (signal.SIGSEGV, "signal 11")]
)
def test_a_death_costs_one_call(pool: LocalPool, number: int, says: str) -> None:
    lost = pool.submit(calls.die, int(number))
    next_one = pool.submit(calls.add, 1, 1)
    with pytest.raises(WorkerLost, match=says):
        lost.result(100)
    assert next_one.result(100) == 2


def test_a_process_that_died_between_two_calls_costs_none(pool: LocalPool) -> None:
    for _ in range(3):
        os.kill(pool.submit(calls.own_pid).result(100), signal.SIGKILL)
        assert pool.submit(calls.add, 1, 1).result(100) == 2


def test_silence_is_ended(pool: LocalPool) -> None:
    pool.submit(calls.add, 0, 0).result(100)
    began = time.monotonic()
    with pytest.raises(WorkerLost, match="no picture for 2 seconds"):
        pool.submit(calls.sleep, 60).result(100)
    assert time.monotonic() - began < 20


def test_whoever_gets_on_may_take_longer(pool: LocalPool) -> None:
    future = pool.submit(calls.pulse_for, 3.0)
    assert future.result(100) == "done"
    assert future.position is not None


def test_a_call_that_is_held_waits_in_its_place_and_is_not_taken_for_silent(
    pool: LocalPool,
) -> None:
    future = pool.submit(calls.count_pulses, 200)
    reached(future, 1)
    future.is_held = True
    with pytest.raises(futures.TimeoutError):
        future.result(3.0)  # longer than a process may be silent, and than it would take
    held_at = future.position
    assert held_at is not None
    assert held_at < 200
    future.is_held = False
    assert future.result(100) == 200


def test_a_call_that_was_held_can_be_given_up_and_another_goes_on(pool: LocalPool) -> None:
    future = pool.submit(calls.count_pulses, 10**6)
    reached(future, 1)
    future.is_held = True
    future.abandon()
    with pytest.raises(TaskStopped):
        future.result(100)
    assert pool.submit(calls.count_pulses, 3).result(100) == 3


def reached(future: WatchedFuture, position: int) -> None:
    """Wait until a call has come so far."""
    while not future.done() and (future.position or 0) < position:
        with suppress(futures.TimeoutError):
            future.result(0.05)


def test_too_much_memory_is_refused(pool: LocalPool) -> None:
    with pytest.raises(MemoryError):
        pool.submit(calls.take_memory, 8192).result(100)
    assert pool.submit(calls.add, 1, 1).result(100) == 2


def test_an_unwanted_call_is_ended_and_not_waited_for(pool: LocalPool) -> None:
    pool.submit(calls.add, 0, 0).result(100)
    future, waiting = pool.submit(calls.sleep, 60), pool.submit(calls.sleep, 60)
    time.sleep(0.2)
    began = time.monotonic()
    waiting.abandon()
    future.abandon()
    with pytest.raises(TaskStopped):
        future.result(100)
    assert time.monotonic() - began < 20  # of sixty
    assert waiting.cancelled()
    assert pool.submit(calls.add, 1, 1).result(100) == 2


def test_a_persons_fault_arrives_as_what_it_is(pool: LocalPool) -> None:
    with pytest.raises(SourceOpenError, match=r"film\.mp4 is not there") as caught:
        pool.submit(calls.refuse).result(100)
    assert isinstance(caught.value.__cause__, RemoteTraceback)


def test_a_bug_tells_where_it_happened(pool: LocalPool) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        pool.submit(calls.fail).result(100)
    assert "in fail" in str(caught.value.__cause__)


def test_a_process_without_work_ends_and_another_takes_the_next_call() -> None:
    pool = LocalPool(EngineOptions(jobs=1, idle_sec=0.5))
    try:
        first = pool.submit(calls.own_pid).result(100)
        deadline = time.monotonic() + 20
        while psutil.pid_exists(first) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not psutil.pid_exists(first)
        assert pool.pids() == []
        assert pool.submit(calls.own_pid).result(100) != first
    finally:
        pool.shutdown()


@pytest.mark.parametrize("call", ["sleep", "compute"])
def test_no_process_outlives_a_killed_parent(call: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.engine.parent", call], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        worker = psutil.Process(int(parent.stdout.readline()))
        assert worker.is_running()
        parent.kill()
        parent.wait()
        worker.wait(timeout=10)


def test_closing_ends_all_processes_at_once() -> None:
    pool = LocalPool(EngineOptions(jobs=2))
    pool.submit(calls.add, 0, 0).result(100)
    future = pool.submit(calls.sleep, 60)
    time.sleep(0.1)
    began = time.monotonic()
    pool.shutdown()
    assert time.monotonic() - began < 20  # of sixty
    assert pool.pids() == []
    with pytest.raises(WorkerLost):
        future.result(1)
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(calls.add, 1, 1)
