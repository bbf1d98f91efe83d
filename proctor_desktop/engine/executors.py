"""Which workers the options mean."""

import os

from proctor_desktop.engine.cluster import ClusterWorkers
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pool import LocalPool
from proctor_desktop.engine.segmented import Workers


def open_workers(options: EngineOptions) -> Workers:
    """The cluster whose scheduler is named, or processes of this computer.

    The environment variable ``PROCTOR_SCHEDULER`` names a scheduler where the options do not.

    Raises:
        SettingsError: Dask is not installed.
        EngineError: the scheduler does not answer.
    """
    scheduler = _scheduler(options)
    return ClusterWorkers(scheduler) if scheduler else LocalPool(options)


def is_elsewhere(options: EngineOptions) -> bool:
    """Whether the workers are those of a cluster."""
    return bool(_scheduler(options))


def _scheduler(options: EngineOptions) -> str:
    return options.scheduler or os.environ.get("PROCTOR_SCHEDULER", "")
