"""How fast lists and exchanges are: `python -m tests.storage.rates [--reports N] [--exchange N]`.

Lists are timed over a database with many reports, each page the median of several calls after one
that warms up. An exchange sends and takes reports over loopback, local part included.
"""

import argparse
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psutil
import sqlalchemy as sa

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.storage.versions import accepted, rows_of, version_of
from tests.servers import MARIADB, MYSQL, DatabaseServer, from_template, make_template, unavailable
from tests.storage.samples import NOW, a_report
from tests.storage.workstations import workstation

CALLS = 15
CHUNK = 2000
ORIGIN = str(uuid.UUID(int=1))


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, DatabaseServer]]:
    """A running server of each kind that is there."""
    running = {}
    try:
        for kind in (MYSQL, MARIADB):
            if unavailable(kind) is None:
                make_template(kind, folder / kind)
                running[kind] = from_template(kind, folder / kind, folder / f"{kind}-1")
                running[kind].start()
        yield running
    finally:
        for server in running.values():
            server.kill()


def fill(database: Database, count: int) -> None:
    """Rows of many reports: 500 exams, 20,000 students."""
    report, meta, _ = rows_of(version_of(a_report(incidents=5), ORIGIN, 1), "sent", NOW)
    risks = [one.value for one in RiskClass]
    for first in range(0, count, CHUNK):
        reports, metas = [], []
        for number in range(first, min(first + CHUNK, count)):
            one = str(uuid.uuid5(uuid.NAMESPACE_OID, str(number)))
            created = NOW - timedelta(minutes=number * 7919 % count)
            shared = {
                "student_id": f"STU{number % 20_000:06d}",
                "exam_id": f"EXAM{number % 500:03d}",
                "risk_classification": risks[number % 4],
                "created_at": created,
            }
            reports.append(report | shared | {"id": one})
            review = ReviewState.OPEN if number % 3 else ReviewState.DONE
            metas.append(meta | shared | {"report_id": one, "review_state": review.value})
        with database.writing() as connection:
            connection.execute(sa.insert(schema.proctoring_reports), reports)
            connection.execute(sa.insert(schema.report_sync_meta), metas)


LISTS = {
    "first page": (ReportFilter(), 0),
    "one student": (ReportFilter(student_id="STU000007"), 0),
    "one exam": (ReportFilter(exam_id="EXAM007"), 0),
    "one class": (ReportFilter(risk=RiskClass.HIGH_RISK), 0),
    "still to review": (ReportFilter(review=ReviewState.OPEN), 0),
    "a week": (ReportFilter(since=NOW - timedelta(days=7), until=NOW), 0),
    "exam and class": (ReportFilter(exam_id="EXAM007", risk=RiskClass.HIGH_RISK), 0),
    "in the middle": (ReportFilter(), 50_000),
    "at the end": (ReportFilter(), 99_900),
}


@dataclass
class Processor:
    """Processor time of this process and of a server, for a machine that others use as well."""

    server: DatabaseServer | None

    def seconds(self) -> float:
        """Both together, so far."""
        times = list(psutil.Process().cpu_times()[:2])
        if self.server is not None:
            times += psutil.Process(self.server.pid).cpu_times()[:2]
        return sum(times)


def median_ms(call: Callable[[], object], processor: Processor) -> tuple[float, float]:
    """Milliseconds of a call: median on the clock, and mean of processor time."""
    call()
    times = []
    before = processor.seconds()
    for _ in range(CALLS):
        begin = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times), 1000 * (processor.seconds() - before) / CALLS


def time_lists(name: str, database: Database, count: int, server: DatabaseServer | None) -> None:
    """Print how long a page of 50 rows takes."""
    fill(database, count)
    database.close()
    store = Store(database)
    assert store.origin
    for what, (wanted, skip) in LISTS.items():

        def page(wanted: ReportFilter = wanted, skip: int = skip) -> object:
            with store.reading() as unit:
                return unit.listing.page(wanted, skip, 50)

        wall, busy = median_ms(page, Processor(server))
        sys.stdout.write(
            f"{name}: {count} reports, {what}: {wall:.1f} ms, {busy:.1f} ms of processor time\n"
        )
        sys.stdout.flush()


def time_exchange(name: str, folder: Path, empty: Path, server: DatabaseServer, count: int) -> None:
    """Print how many reports a second are sent and taken."""
    options = server.database("exchange")
    central = Database.server(options)
    migration.upgrade(central)
    migration.add_signing(central)
    central.close()
    for batch in (100, 500):
        east = workstation(folder / f"{name}-east{batch}", empty, options, batch=batch)
        for _ in range(count // 100):
            with east.store.writing() as unit:
                for _ in range(100):
                    unit.reports.save(a_report(incidents=5))
        processor = Processor(server)
        begin, busy = time.perf_counter(), processor.seconds()
        sent = east.sync.run_once().sent
        push, push_busy = time.perf_counter() - begin, processor.seconds() - busy
        west = workstation(folder / f"{name}-west{batch}", empty, options, batch=batch)
        begin, busy = time.perf_counter(), processor.seconds()
        taken = west.sync.run_once().received
        pull, pull_busy = time.perf_counter() - begin, processor.seconds() - busy
        size = len(accepted(a_report(incidents=5)))
        for what, number, wall, busy in (
            ("push", sent, push, push_busy),
            ("pull", taken, pull, pull_busy),
        ):
            sys.stdout.write(
                f"{name}: batch {batch}: {what} {number / wall:.0f} reports/s of {size} bytes"
                f" ({number / busy:.0f} a second of processor time of both sides)\n"
            )
        sys.stdout.flush()
        east.close()
        west.close()


def main() -> None:
    """Time lists on every database, and exchanges with every server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--exchange", type=int, default=2_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="proctor-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        empty = folder / "empty.sqlite3"
        made = Database.local(empty)
        migration.upgrade(made)
        made.close()
        with servers(folder) as running:
            for kind, server in running.items():
                time_exchange(kind, folder, empty, server, wanted.exchange)
            local = Database.local(folder / "many" / "reports.sqlite3")
            migration.upgrade(local)
            time_lists("sqlite", local, wanted.reports, None)
            for kind, server in running.items():
                many = Database.server(server.database("many"))
                migration.upgrade(many)
                time_lists(kind, many, wanted.reports, server)
                many.close()


if __name__ == "__main__":
    main()
