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
    scheduler = options.scheduler or os.environ.get("PROCTOR_SCHEDULER", "")
    return ClusterWorkers(scheduler) if scheduler else LocalPool(options)
