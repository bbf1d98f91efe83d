"""Calls that a worker process can be asked to make."""

import os
import time

import numpy as np

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.worker import Pulse


def add(one: int, other: int) -> int:
    return one + other


def own_pid() -> int:
    return os.getpid()


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def compute(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        np.linalg.svd(np.eye(50))


def pulse_for(seconds: float) -> str:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        Pulse.tell(Micros(int(1e6 * (until - time.monotonic()))))
        time.sleep(0.02)
    return "done"


def count_pulses(count: int) -> int:
    for number in range(1, count + 1):
        Pulse.tell(Micros(number))
        time.sleep(0.01)
    return count


def take_memory(megabytes: int) -> int:
    return len(np.ones(megabytes << 20, np.uint8))


def refuse() -> None:
    raise SourceOpenError("film.mp4 is not there.")


def fail() -> None:
    raise ZeroDivisionError("a bug")
