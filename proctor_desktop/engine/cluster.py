"""Workers on other machines, through a Dask scheduler."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from proctor_desktop.domain.errors import EngineError, SettingsError

_CONNECT_SEC = 10


class ClusterWorkers:
    """Runs calls on the workers of a Dask cluster, which see recordings under the same path.

    A worker that dies costs its calls: Dask gives them to another one.
    """

    def __init__(self, address: str) -> None:
        """Connect to a scheduler such as ``tcp://host:8786``.

        Raises:
            SettingsError: Dask is not installed.
            EngineError: the scheduler does not answer, or has no worker.
        """
        try:
            import distributed
            from distributed.comm.core import CommClosedError
            from distributed.scheduler import KilledWorker
        except ImportError:
            raise SettingsError(
                "Dask is not installed. Install it with: pip install 'proctor-desktop[cluster]'."
            ) from None
        self.lost: tuple[type[BaseException], ...] = (KilledWorker, CommClosedError, CancelledError)
        connect: Any = distributed.Client
        try:
            self._client = connect(address, timeout=_CONNECT_SEC, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(
                f"The Dask scheduler {address} does not answer ({error}). Check the address, and "
                "that it was started with: dask scheduler."
            ) from None
        self._executor = self._client.get_executor(pure=False)
        self.size = sum(self._client.ncores().values())
        if not self.size:
            self._client.close()
            raise EngineError(
                f"The Dask scheduler {address} has no worker. Start some with: dask worker "
                f"{address} --nthreads 1."
            )

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        """Run a call on one of the workers."""
        future: Future[Any] = self._executor.submit(fn, *args)
        return future

    def shutdown(self) -> None:
        """Disconnect; the workers stay."""
        self._executor.shutdown(wait=False)
        self._client.close()
