"""A server in this process over a real database, with an analysis whose result is known."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import uvicorn

from proctor_desktop.api.app import create_app
from proctor_desktop.api.connection import PatientProtocol
from proctor_desktop.api.dependencies import Services
from proctor_desktop.domain.errors import AnalysisCancelled
from proctor_desktop.pipeline import Outcome
from proctor_desktop.services.analyses import AnalysisService, Finished, Request
from proctor_desktop.services.api_keys import ApiKeys
from proctor_desktop.services.jobs import JobQueue, QueueOptions
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import RetentionService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.settings import Settings
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.repositories.jobs import StoredJobs
from proctor_desktop.storage.repositories.keys import StoredApiKeys
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.samples import a_report, some_signals

MP4_HEAD = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"
VIDEO = MP4_HEAD + bytes(range(256)) * 40
"""Begins like a video; whoever really decodes it will refuse it."""

FIELDS = {"student_id": "STU123456", "exam_id": "EXAM001", "calibration_duration": "8.0"}


class KnownAnalysis:
    """Stands for `AnalysisService`: takes ``lasts`` seconds and then does what ``outcome`` does."""

    def __init__(self) -> None:
        self.lasts = 0.0
        self.fault: Exception | None = None
        self.seen: list[Request] = []
        self.before: Callable[[Request], None] = lambda request: None

    def analyze(
        self,
        request: Request,
        *,
        progress: Callable[[float], None],
        cancelled: threading.Event,
        report_id: str,
    ) -> Finished:
        self.seen.append(request)
        self.before(request)
        steps = max(1, round(self.lasts / 0.05))
        for step in range(steps):
            progress(step / steps)
            if cancelled.wait(self.lasts / steps):
                raise AnalysisCancelled("The analysis was cancelled.")
        if self.fault is not None:
            raise self.fault
        subject = request.subject
        report = a_report(
            report_id=report_id, student_id=subject.student_id, exam_id=subject.exam_id
        )
        signals = some_signals(20.0)
        outcome = Outcome(signals.facts, signals.record, signals.track, cast(Any, None))
        return Finished(report, outcome)


class NoUpkeep:
    """Stands for `UpkeepService`, which would write 64 MB beside each test's database."""

    def run_in_background(self) -> threading.Thread:
        thread = threading.Thread()
        thread.start()
        return thread


@dataclass
class Bundle:
    """The services of a test, on a database in its folder."""

    settings: Settings
    database: Database
    analyses: AnalysisService
    reports: ReportService
    reviews: ReviewService
    retention: RetentionService
    upkeep: UpkeepService
    queue: JobQueue
    keys: ApiKeys
    known: KnownAnalysis = field(default_factory=KnownAnalysis)

    def database_kind(self) -> str:
        with self.database.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
        return self.database.engine.dialect.name

    def close(self) -> None:
        self.database.close()


def bundle(
    folder: Path,
    queue: QueueOptions | None = None,
    database: Database | None = None,
    **serve: Any,
) -> Bundle:
    """Services over a database, a SQLite file in ``folder`` where none is given.

    ``serve`` changes options of the service.
    """
    defaults = {"max_upload_mb": 8, "idle_timeout_sec": 1.0, "min_rate_kb": 1.0}
    settings = Settings(folder=folder, serve=defaults | serve, keep={"min_free_mb": 1})
    database = database or Database.local(folder / "reports.sqlite3")
    migration.upgrade(database)
    store, evidence = Store(database), EvidenceFolder(folder / "evidence")
    retention = RetentionService(store, evidence)
    known = KnownAnalysis()
    return Bundle(
        settings,
        database,
        cast(AnalysisService, known),
        ReportService(store, evidence, retention),
        ReviewService(store),
        retention,
        cast(UpkeepService, NoUpkeep()),
        JobQueue(StoredJobs(database), queue or QueueOptions()),
        ApiKeys(StoredApiKeys(store)),
        known,
    )


@contextmanager
def served(services: Bundle, host: str = "127.0.0.1", places: int | None = None) -> Iterator[str]:
    """Address of a server that runs in a thread of this process, with so many places."""
    with socket.socket() as listener:
        listener.bind((host, 0))
        listener.listen(256)
        config = uvicorn.Config(
            create_app(cast(Services, services)),
            http=PatientProtocol,
            ws="none",
            log_config=None,
            server_header=False,
            timeout_graceful_shutdown=1,
            limit_concurrency=places,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            wait_for(lambda: server.started)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(20)
            services.database.close()


def wait_for(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until the condition holds; fails when it never does, however busy the computer is."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the condition never came true"
        time.sleep(0.02)


def spooled(services: Bundle) -> list[Path]:
    """What lies in the spool folder."""
    return sorted((services.settings.folder / "spool").iterdir())


def health_status(address: str) -> int:
    """Status of the health call on a connection of its own, without the weight of a full client."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("GET", "/api/v1/health")
        return connection.getresponse().status
    finally:
        connection.close()
