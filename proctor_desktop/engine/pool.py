"""Worker processes of this computer behind `concurrent.futures.Executor`."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.options import EngineOptions, processors
from proctor_desktop.engine.process import Limits, NeverBegan, WorkerLost, WorkerProcess

logger = logging.getLogger(__name__)


class WatchedFuture(Future[Any]):
    """A future that also tells how far its call has come.

    Attributes:
        position: media time of the picture that was measured last.
        is_wanted: whether it is to go on; a process is killed otherwise.
        is_held: whether it is to wait before its next picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self.position: Micros | None = None
        self.is_wanted = True
        self.is_held = False

    def abandon(self) -> None:
        """Cancel, even if it runs already: its process is killed within a tenth of a second."""
        self.is_wanted = False
        self.cancel()


@dataclass(slots=True)
class _Job:
    call: tuple[Callable[..., Any], tuple[Any, ...]]
    future: WatchedFuture = field(default_factory=WatchedFuture)

    def pulse(self, position: Micros) -> None:
        """Note how far it has come."""
        self.future.position = position

    def is_wanted(self) -> bool:
        """Whether somebody waits for it."""
        return self.future.is_wanted

    def is_held(self) -> bool:
        """Whether it is to wait."""
        return self.future.is_held


class LocalPool(Executor):
    """As many processes as there are calls, up to a number; they stay alive with their models.

    One that had nothing to do for a while ends and gives back its memory. The standard library's
    pool breaks as a whole when one of its processes dies, and cannot end a single one that hangs in
    a decoder; here a death costs one call, and a new process takes its place with the next one.
    """

    lost: tuple[type[BaseException], ...] = (WorkerLost, MemoryError)

    def __init__(self, options: EngineOptions) -> None:
        self.size = options.processes
        self._limits = Limits.of(options)
        self._idle_sec = options.idle_sec
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._workers: dict[int, WorkerProcess] = {}
        self._is_closed = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> WatchedFuture:
        """Run ``fn(*args)`` in the next process that is free; keyword arguments are not sent."""
        if kwargs:
            raise TypeError("keyword arguments cannot be sent to a worker")
        job = _Job((fn, args))
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the pool is closed")
            self._start_threads()
            self._jobs.put(job)
        return job.future

    def leave_idle(self, calls: int) -> bool:
        """Whether so many calls at the same time leave a processor idle."""
        return min(calls, self.size) < processors()

    def reached(self, path: Path) -> Path:
        """The path itself: the processes are on this computer."""
        return path

    def forget(self, path: Path) -> None:
        """Nothing was sent."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all processes; calls that run or wait are given up."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            workers = list(self._workers.values())
        for _ in self._threads:
            self._jobs.put(None)
        for worker in workers:
            worker.interrupt()
        if wait:
            for thread in self._threads:
                thread.join()

    def pids(self) -> list[int]:
        """Process ids of the workers that are alive."""
        with self._lock:
            return [worker.pid for worker in self._workers.values() if worker.is_alive]

    def _start_threads(self) -> None:
        while len(self._threads) < self.size:
            number = len(self._threads)
            thread = threading.Thread(
                target=self._serve, args=(number,), name=f"worker-{number}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, number: int) -> None:
        """Body of the thread that feeds one process."""
        while not self._is_closed:
            try:
                job = self._jobs.get(timeout=self._idle_sec if number in self._workers else None)
            except queue.Empty:
                self._end(number)
                continue
            if job is None:
                break
            if job.future.set_running_or_notify_cancel():
                self._run(number, job)
        self._end(number)

    def _end(self, number: int) -> None:
        """End the process of a thread, if it has one."""
        with self._lock:
            worker = self._workers.pop(number, None)
        if worker is not None:
            worker.kill()

    def _run(self, number: int, job: _Job) -> None:
        try:
            result = self._result(number, job)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the future gets it
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _result(self, number: int, job: _Job) -> Any:
        """What the call of a job returns; a process that was gone already is replaced once."""
        try:
            return self._called(number, job)
        except NeverBegan:
            return self._called(number, job)

    def _called(self, number: int, job: _Job) -> Any:
        return self._worker(number).run(job.call, job.pulse, job.is_wanted, job.is_held)

    def _worker(self, number: int) -> WorkerProcess:
        with self._lock:
            if self._is_closed:
                raise WorkerLost("the pool is closed")
            worker = self._workers.get(number)
            if worker is None or not worker.is_alive:
                worker = self._workers[number] = WorkerProcess(self._limits)
            return worker
