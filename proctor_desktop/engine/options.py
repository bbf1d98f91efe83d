"""Where recordings are analysed, and what a worker process may take."""

import os
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where recordings are analysed, and what a worker process may take."""

    jobs: Annotated[
        int, Ge(0), Le(256), Doc("Worker processes; 0 takes one for each processor core.")
    ] = 0
    scheduler: Annotated[
        str, Doc("Address of a Dask scheduler such as tls://host:8786; empty for this computer.")
    ] = ""
    max_memory_mb: Annotated[
        int, Ge(1024), Le(65_536), Doc("Address space in megabytes that one worker may take.")
    ] = 4096
    silence_sec: Annotated[
        float, Gt(0), Le(3600), Doc("Seconds without a picture after which a worker is ended.")
    ] = 30.0
    cpu_per_second: Annotated[
        float,
        Gt(0),
        Le(1000),
        Doc("Seconds of computing that a second of recording may take, besides two minutes."),
    ] = 10.0
    idle_sec: Annotated[
        float,
        Gt(0),
        Le(86_400),
        Doc("Seconds without work after which a worker ends; the next recording starts another."),
    ] = 60.0

    @property
    def processes(self) -> int:
        """How many worker processes this means on this computer."""
        return self.jobs or processors()


def processors() -> int:
    """How many processors this process and those it starts may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
