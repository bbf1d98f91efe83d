"""The application for a server in another process, with an analysis whose result is known."""

import os
import time
from pathlib import Path
from typing import cast

from starlette.types import ASGIApp

from proctor_desktop.api.app import create_app
from proctor_desktop.api.dependencies import Services
from proctor_desktop.services.analyses import Request
from proctor_desktop.services.jobs import QueueOptions
from tests.api.serving import bundle


def create() -> ASGIApp:
    """Services in the folder that PROCTOR_FOLDER names; each analysis is noted in a file there."""
    folder = Path(os.environ["PROCTOR_FOLDER"])
    services = bundle(folder, QueueOptions(running=4, lease_sec=3.0), idle_timeout_sec=30.0)
    services.known.lasts = 1.0

    def note(request: Request) -> None:
        line = f"{os.getpid()} {time.time():.3f} {request.subject.student_id}\n"
        with (folder / "analyses.txt").open("a") as stream:
            stream.write(line)

    services.known.before = note
    return create_app(cast(Services, services))
