"""Evidence pictures: files beside the database, encrypted if wanted, each with a row and a hash.

A file is written under another name, synced and renamed before its row is committed, so a row
never speaks of a file that is not there. Erasure goes the other way: the row says ``erasing``, the
file goes, the row says ``erased``. What a crash leaves behind is tidied at the next start.
"""

import hashlib
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.domain.errors import DatabaseDamagedError, NotFoundError, StorageError
from proctor_desktop.domain.report import Evidence
from proctor_desktop.storage import schema
from proctor_desktop.storage.disk import PART_SUFFIX, make_folder, sync_folder, write_whole
from proctor_desktop.storage.sealing import SealBrokenError, Sealer
from proctor_desktop.storage.sql import upsert

STALE_SEC = 3600.0
"""A file without a row that is older than this was left behind by a crash."""


class EvidenceState(Enum):
    """Where a picture is in its life."""

    KEPT = "kept"
    ERASING = "erasing"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A picture as the database knows it; ``wrapped_key`` is None where the file is not sealed."""

    report_id: str
    name: str
    time_sec: float
    size: int
    sha256: str
    state: EvidenceState
    wrapped_key: bytes | None


class EvidenceRows:
    """Rows of pictures within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, rows: Sequence[EvidenceRow]) -> None:
        """Keep rows of files that are complete on the disk."""
        upsert(
            self._connection,
            schema.evidence,
            [
                {name: getattr(row, name) for name in EvidenceRow.__slots__}
                | {"state": row.state.value}
                for row in rows
            ],
        )

    def of(self, report_id: str) -> list[EvidenceRow]:
        """Rows of a report in time order."""
        table = schema.evidence
        return self._rows(table.c.report_id == report_id)

    def all(self) -> list[EvidenceRow]:
        """Rows of all reports."""
        return self._rows(sa.true())

    def mark(self, report_id: str, state: EvidenceState) -> None:
        """Change the state of all pictures of a report; without a key no copy can be read."""
        table = schema.evidence
        changes: dict[str, object] = {"state": state.value}
        if state is not EvidenceState.KEPT:
            changes["wrapped_key"] = None
        self._connection.execute(
            sa.update(table).where(table.c.report_id == report_id).values(changes)
        )

    def _rows(self, condition: sa.ColumnElement[bool]) -> list[EvidenceRow]:
        table = schema.evidence
        rows = self._connection.execute(
            sa.select(table)
            .where(condition)
            .order_by(table.c.report_id, table.c.time_sec, table.c.name)
        )
        return [
            EvidenceRow(**dict(row._mapping) | {"state": EvidenceState(row.state)}) for row in rows
        ]


class EvidenceFolder:
    """The files; ``sealer`` encrypts new ones, None writes them as they are."""

    def __init__(self, folder: Path, sealer: Sealer | None = None) -> None:
        self.folder = folder
        self._sealer = sealer

    def write(self, report_id: str, picture: Evidence, content: bytes) -> EvidenceRow:
        """Write one picture safely; the row that the caller commits afterwards.

        Raises:
            DiskFullError: there is no room.
        """
        path = self.path(report_id, picture.name)
        make_folder(path.parent)
        stored, wrapped = content, None
        if self._sealer is not None:
            stored, wrapped = self._sealer.seal(content, f"{report_id}/{picture.name}")
        write_whole(path, stored)
        return EvidenceRow(
            report_id,
            picture.name,
            picture.time,
            len(content),
            hashlib.sha256(content).hexdigest(),
            EvidenceState.KEPT,
            wrapped,
        )

    def add(self, report_id: str, picture: Evidence, content: bytes) -> EvidenceRow:
        """As `write`, never over a file that is there already.

        Raises:
            StorageError: there is one.
        """
        if self.path(report_id, picture.name).exists():
            raise StorageError(f"There is a picture {picture.name} of report {report_id} already.")
        return self.write(report_id, picture, content)

    def drop(self, row: EvidenceRow) -> None:
        """Remove a file whose row was not kept, and its folder where it was the only one."""
        path = self.path(row.report_id, row.name)
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()

    def read(self, row: EvidenceRow) -> bytes:
        """The picture, checked against its hash.

        Raises:
            NotFoundError: it was erased, or the file is missing.
            DatabaseDamagedError: the file is not what was written.
        """
        if row.state is not EvidenceState.KEPT:
            raise NotFoundError(f"The picture {row.name} was erased.")
        try:
            stored = self.path(row.report_id, row.name).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(
                f"The picture {row.name} of report {row.report_id} is missing from {self.folder}."
            ) from error
        content = self._opened(row, stored)
        if hashlib.sha256(content).hexdigest() != row.sha256:
            raise DatabaseDamagedError(_damaged(row))
        return content

    def _opened(self, row: EvidenceRow, stored: bytes) -> bytes:
        if row.wrapped_key is None:
            return stored
        if self._sealer is None:
            raise NotFoundError(
                f"The picture {row.name} is encrypted and its key is not here. Set"
                " keep.encrypt_evidence, with the key of the workstation that wrote it."
            )
        try:
            return self._sealer.open(stored, row.wrapped_key, f"{row.report_id}/{row.name}")
        except SealBrokenError as error:
            raise DatabaseDamagedError(_damaged(row)) from error

    def erase(self, report_id: str) -> None:
        """Remove all files of a report; nothing happens where there are none."""
        folder = self.folder / report_id
        if not folder.is_dir():
            return
        for path in folder.iterdir():
            path.unlink(missing_ok=True)
        folder.rmdir()
        sync_folder(self.folder)

    def sweep(self, rows: Sequence[EvidenceRow], *, older_than_sec: float = STALE_SEC) -> int:
        """Remove unfinished files and files that no row speaks of; how many.

        Young ones are left: another process may be about to commit their rows.
        """
        known = {self.path(row.report_id, row.name) for row in rows}
        oldest = time.time() - older_than_sec
        removed = 0
        for path in [*self.folder.glob("*/*")] if self.folder.is_dir() else []:
            is_known = path in known and not path.name.endswith(PART_SUFFIX)
            if not is_known and path.stat().st_mtime <= oldest:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def path(self, report_id: str, name: str) -> Path:
        """Where a picture stands; the names are our own and hold no separators."""
        if Path(name).name != name or Path(report_id).name != report_id:
            raise ValueError(f"{report_id}/{name} is no name of a picture")
        return self.folder / report_id / name


def _damaged(row: EvidenceRow) -> str:
    return (
        f"The picture {row.name} of report {row.report_id} is not what was saved: the file was"
        " changed or damaged outside this program."
    )
