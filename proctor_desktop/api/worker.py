"""gunicorn's worker for this service: `-k proctor_desktop.api.worker.Worker`."""

from typing import Any

from uvicorn_worker import UvicornWorker

from proctor_desktop.api.connection import PatientProtocol


class Worker(UvicornWorker):  # type: ignore[misc]  # its package carries no types
    """A uvicorn server in a gunicorn worker, with our patience for slow connections."""

    CONFIG_KWARGS: dict[str, Any] = {  # noqa: RUF012 - declared so by the base class
        "loop": "asyncio",
        "http": PatientProtocol,
        "ws": "none",
        "server_header": False,
    }
