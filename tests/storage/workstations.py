"""A workstation in a folder: database, evidence, services and its way to the centre."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.services.packages import PackageService
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import RetentionService
from proctor_desktop.services.verification import VerificationService
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import FILE_NAME, Database
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.unit_of_work import Store, utc_now
from proctor_desktop.sync.options import SyncOptions
from proctor_desktop.sync.synchronizer import Synchronizer


@dataclass(frozen=True, slots=True)
class Workstation:
    """Everything that one computer has."""

    folder: Path
    store: Store
    evidence: EvidenceFolder
    retention: RetentionService
    reports: ReportService
    packages: PackageService
    verification: VerificationService
    sync: Synchronizer

    def close(self) -> None:
        """Close its connections."""
        self.sync.close()
        self.store.database.close()

    def held(self) -> set[tuple[str, int, str]]:
        """Id, revision and hash of every report and tombstone."""
        return held(self.store.database)


def workstation(
    folder: Path,
    empty_file: Path,
    server: ServerOptions,
    *,
    batch: int = 100,
    clock: Callable[[], datetime] = utc_now,
) -> Workstation:
    """A workstation in ``folder``; an existing database there is used again."""
    folder.mkdir(exist_ok=True)
    path = folder / FILE_NAME
    if not path.exists():
        shutil.copy(empty_file, path)
    store = Store(Database.local(path), clock)
    evidence = EvidenceFolder(folder / "evidence")
    retention = RetentionService(store, evidence)
    reports = ReportService(store, evidence, retention)
    return Workstation(
        folder,
        store,
        evidence,
        retention,
        reports,
        PackageService(store, evidence, reports),
        VerificationService(store, evidence),
        Synchronizer(store, evidence, server, SyncOptions(batch=batch), chance=lambda: 0.5),
    )


def held(database: Database) -> set[tuple[str, int, str]]:
    """Id, revision and hash of every report and tombstone in a database."""
    meta = schema.report_sync_meta
    with database.reading() as connection:
        found = connection.execute(sa.select(meta.c.report_id, meta.c.revision, meta.c.sha256))
        return {(row[0], row[1], row[2]) for row in found}


def changes(database: Database) -> list[tuple[int, str, int]]:
    """Number, id and revision of every change that the centre numbered."""
    table = schema.sync_changes
    with database.reading() as connection:
        found = connection.execute(
            sa.select(table.c.seq, table.c.entity_id, table.c.revision).order_by(table.c.seq)
        )
        return [(row[0], row[1], row[2]) for row in found]
