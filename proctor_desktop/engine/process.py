"""One worker process: started, watched, stopped and, if need be, killed."""

import ctypes
import logging
import multiprocessing
import os
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.worker import Pulse, TaskStopped

logger = logging.getLogger(__name__)

_PULSE_SEC = 0.1
_START_SEC = 120.0
_CPU_ALLOWANCE_SEC = 120.0
_MEGABYTE = 1 << 20
_STACKS_PER_CORE_MB = 48
_M_ARENA_MAX = -8
_ARENAS = 4


class WorkerLost(Exception):  # noqa: N818 - becomes an EngineError after a second time
    """The process died or was killed; the message says why, as far as it is known."""


class NeverBegan(WorkerLost):
    """The process was gone before it took the call, which is not to blame for it."""


class RemoteTraceback(Exception):  # noqa: N818 - carries a text, is never raised by itself
    """Where in the worker process an error came from."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker process may take."""

    memory_mb: int
    silence_sec: float
    cpu_per_second: float

    @classmethod
    def of(cls, options: EngineOptions) -> "Limits":
        """The limits among the engine's options."""
        return cls(options.max_memory_mb, options.silence_sec, options.cpu_per_second)


class WorkerProcess:
    """A process that runs one call after the other; loading its models is paid once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        # Without a lock, which a process that is killed could take with it.
        self._is_held = context.RawValue(ctypes.c_bool, False)
        self._process = context.Process(
            target=_serve, args=(theirs, limits, self._is_held), name="proctor-worker", daemon=True
        )
        self._process.start()
        theirs.close()
        self._is_ready = False
        self._told = time.monotonic()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid or 0

    def run(
        self,
        call: tuple[Callable[..., Any], tuple[Any, ...]],
        pulse: Callable[[Micros], None],
        is_wanted: Callable[[], bool],
        is_held: Callable[[], bool] = lambda: False,
    ) -> Any:
        """Result of a call.

        Args:
            call: a function and its arguments, which can be pickled.
            pulse: told how far the call has come.
            is_wanted: asked ten times a second; when it answers False the call is stopped.
            is_held: asked as often; while it answers True the call waits before its next picture.

        Raises:
            WorkerLost: the process died, or was killed because it was silent for too long.
            NeverBegan: it died before it took the call.
            TaskStopped: the call was not wanted any more.
            Exception: what the call raised.
        """
        self._told = time.monotonic()
        has_begun = False
        try:
            self._pipe.send(call)
            while True:
                if self._pipe.poll(_PULSE_SEC):
                    self._told = time.monotonic()
                    kind, value = self._pipe.recv()
                    if kind == "result":
                        return value
                    if kind == "error":
                        raise value
                    if kind == "pulse":
                        pulse(value)
                    has_begun = has_begun or kind == "begun"
                    self._is_ready = True
                self._hold(is_held())
                self._check(is_wanted)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            lost = WorkerLost if has_begun else NeverBegan
            raise lost(self._last_words()) from None

    def _hold(self, is_held: bool) -> None:
        """Let the call wait, in which it is silent, or go on."""
        self._is_held.value = is_held
        if is_held:
            self._told = time.monotonic()

    def _check(self, is_wanted: Callable[[], bool]) -> None:
        if not is_wanted():
            self.kill()
            raise TaskStopped
        patience = self._limits.silence_sec if self._is_ready else _START_SEC
        if time.monotonic() - self._told > patience:
            self.kill()
            raise WorkerLost(f"it gave no picture for {patience:g} seconds")

    def _last_words(self) -> str:
        self._process.join(2.0)
        code = self._process.exitcode
        if code is not None and code < 0:
            names = {9: "it was killed", 24: "it took more computing time than allowed"}
            return names.get(-code, f"it crashed with signal {-code}")
        return f"it ended with code {code}"

    @property
    def is_alive(self) -> bool:
        """Whether it can take another call."""
        return self._process.is_alive()

    def interrupt(self) -> None:
        """Kill it from another thread; whoever waits for its result gets `WorkerLost`."""
        self._process.kill()

    def kill(self) -> None:
        """End it at once; a decoder inside hostile data may not listen to anything softer."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: Connection, limits: Limits, is_held: ctypes.c_bool) -> None:
    """Body of the process: run calls until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
    threading.Thread(target=_end_with_parent, name="parent-watch", daemon=True).start()
    _limit_memory(limits.memory_mb)
    told = 0.0

    def tell(position: Micros) -> None:
        nonlocal told
        while is_held.value:
            time.sleep(_PULSE_SEC)
        if time.monotonic() - told >= _PULSE_SEC:
            told = time.monotonic()
            pipe.send(("pulse", position))

    Pulse.tell = staticmethod(tell)
    pipe.send(("ready", None))
    while True:
        try:
            function, arguments = pipe.recv()
        except EOFError:
            return
        pipe.send(("begun", None))
        _limit_time(limits.cpu_per_second, arguments)
        pipe.send(_answer(function, arguments))


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, in whatever it is doing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "result", function(*arguments)
    except Exception as error:  # noqa: BLE001 - raised again in the process that waits for it
        text = traceback.format_exc()
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 - whatever its pickling raises, its text can be sent
            return "error", RuntimeError(text)
        return "error", _WithTraceback(error, text)


class _WithTraceback(Exception):  # noqa: N818 - only travels through the pipe
    """Pickles to the error itself with the remote traceback as its cause."""

    def __init__(self, error: Exception, text: str) -> None:
        super().__init__(error, text)
        self.error, self.text = error, text

    def __reduce__(self) -> tuple[Callable[..., Exception], tuple[Exception, str]]:
        return _with_cause, (self.error, self.text)


def _with_cause(error: Exception, text: str) -> Exception:
    error.__cause__ = RemoteTraceback(text)
    return error


def _limit_memory(megabytes: int) -> None:
    """Bound the address space, where the system knows such a bound.

    MediaPipe starts a few threads for each core. Their stacks, and the arenas that the C library
    would give each of them, take address space and hardly any memory: the stacks are allowed for,
    the arenas kept few.
    """
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)
    total = (megabytes + _STACKS_PER_CORE_MB * (os.cpu_count() or 1)) * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (total, total))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(per_second: float, arguments: tuple[Any, ...]) -> None:
    """Bound the processor time of the next call by the length of its segment."""
    try:
        import resource
    except ImportError:
        return
    span = getattr(arguments[0], "span", None) if arguments else None
    seconds = span.seconds if span is not None and span.seconds < 1e6 else 12 * 3600.0
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    soft = int(used + _CPU_ALLOWANCE_SEC + per_second * seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
