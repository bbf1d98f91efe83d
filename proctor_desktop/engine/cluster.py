"""Workers on other machines, through a Dask scheduler."""

import logging
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from proctor_desktop.domain.errors import EngineError, SettingsError
from proctor_desktop.engine.sending import SENT, has, remove, write

logger = logging.getLogger(__name__)

_CONNECT_SEC = 10
_PIECE = 8 << 20
_ENCRYPTED = ("tls", "wss", "inproc")


class ClusterWorkers:
    """Runs calls on the workers of a Dask cluster.

    A worker that dies costs its calls: Dask gives them to another one. Recordings are read from the
    same path on every worker where they can be, and sent in pieces where they cannot.
    """

    def __init__(self, address: str) -> None:
        """Connect to a scheduler such as ``tls://host:8786``.

        Raises:
            SettingsError: the way to it is not encrypted, or Dask is not installed.
            EngineError: the scheduler does not answer, or has no worker.
        """
        require_private(address)
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

    def leave_idle(self, calls: int) -> bool:
        """Yes: a worker may have the processors of its computer to itself."""
        return True

    def reached(self, path: Path) -> Path:
        """Where the workers find the recording; it is sent if not all of them see this path.

        Raises:
            EngineError: it could not be sent.
        """
        seen = self._client.run(has, str(path), path.stat().st_size)
        if all(seen.values()):
            return path
        name = f"{uuid.uuid4().hex}/{path.name}"
        logger.info("%s is sent to %d workers", path.name, len(seen))
        try:
            self._send(path, name)
        except OSError as error:
            raise EngineError(
                f"{path.name} could not be sent to the cluster ({error}). Put it into a folder "
                "that all its computers share."
            ) from error
        return Path(SENT) / name

    def _send(self, path: Path, name: str) -> None:
        """Write the recording in every worker's temporary folder, piece by piece."""
        offset = 0
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                self._client.run(write, name, offset, piece)
                offset += len(piece)

    def forget(self, path: Path) -> None:
        """Remove a recording that was sent."""
        if path.parts[:1] == (SENT,):
            self._client.run(remove, "/".join(path.parts[1:]))

    def shutdown(self) -> None:
        """Disconnect; the workers stay."""
        self._executor.shutdown(wait=False)
        self._client.close()


def require_private(address: str) -> None:
    """Make sure that nobody on the network can read along, or pass code to the workers.

    Raises:
        SettingsError: the scheduler is on another computer and its address is not ``tls://``.
    """
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme not in _ENCRYPTED and not _is_here(parts.hostname or ""):
        raise SettingsError(
            f"The way to the Dask scheduler {address} is not encrypted, so whoever is on the"
            " network could run programs on its workers. Give scheduler, workers and this computer"
            " certificates (Dask's settings distributed.comm.tls) and use tls://."
        )


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
