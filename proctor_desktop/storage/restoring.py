"""A damaged file gives way to its newest sound backup, which takes from it what can still be read.

Whatever carries a hash is taken where the hash fits. The rest is taken as it stands: `verify`
compares it with the log, which comes over too.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from proctor_desktop.domain.errors import DatabaseLockedError, StorageError
from proctor_desktop.storage import schema
from proctor_desktop.storage.check import check_file
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.disk import keep_private, sync_folder
from proctor_desktop.storage.migration import backups, upgrade
from proctor_desktop.storage.versions import digest, inflated

_APPENDED = ("audit_log", "review_decisions", "signatures", "workstation_keys")
"""Tables whose rows never change: what the backup has of them stays."""

_REPLACED = (
    schema.outbox.name,
    schema.signal_tracks.name,
    schema.signal_blocks.name,
    schema.evidence.name,
    schema.exam_retention.name,
    schema.report_bin.name,
    schema.recording_places.name,
    schema.review_results.name,
    schema.report_extents.name,
    schema.sync_conflicts.name,
    schema.jobs.name,
    schema.api_keys.name,
)
_OF_A_REPORT = (schema.signal_tracks.name, schema.signal_blocks.name)
_AT_ONCE = 50
_UNREADABLE_ROWS = 100_000
"""So many row numbers of a table may be unreadable before the rest of it is given up."""


def restore_newest_backup(path: Path) -> Path:
    """Put the newest sound backup in the place of a damaged file; the backup.

    The damaged file is kept beside it, and what it has and the backup lacks is taken from it as
    far as it can be read. The next exchange fetches what the centre has.

    Raises:
        DatabaseLockedError: a program has the file open.
        StorageError: there is no sound backup.
    """
    backup = _newest_sound(path)
    _require_alone(path)
    damaged = _put_aside(path)
    keep_private(path)
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    sync_folder(path.parent)
    if damaged.exists():
        _take_back(damaged, path)
    return backup


def put_aside(path: Path) -> list[Path]:
    """Damaged files that `restore_newest_backup` kept beside a database, oldest first."""
    return sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))


def _newest_sound(path: Path) -> Path:
    for backup in reversed(backups(path)):
        if not check_file(backup):
            return backup
    raise StorageError(
        f"There is no sound backup beside {path.name}. Move the damaged file away and start"
        " again: an exchange with the centre brings back what it has."
    )


def _require_alone(path: Path) -> None:
    """Make sure that no program has the file open: it would go on writing into what is put aside.

    A file that is no database any more cannot tell.
    """
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise DatabaseLockedError(
                f"A program is using {path.name}. Close the window and every service of this"
                " computer, then restore."
            ) from error


def _put_aside(path: Path) -> Path:
    """Rename the file, and its log so that SQLite finds it beside the new name; that name."""
    number = 1 + len(put_aside(path))
    damaged = path.with_name(f"{path.stem}.damaged-{number:04d}{path.suffix}")
    for suffix in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(damaged.with_name(damaged.name + suffix))
    return damaged


def _take_back(damaged: Path, path: Path) -> None:
    """Copy what the damaged file has and the backup lacks, where both have the same tables."""
    database = Database.local(path)
    upgrade(database)
    database.close()
    with closing(sqlite3.connect(damaged)) as old, closing(sqlite3.connect(path)) as new:
        old.isolation_level = None
        if _step(old) != _step(new):
            return
        with new:
            _take_reports(old, new)
            for table in _APPENDED:
                _copy(old, new, table, "IGNORE")
            for table in _REPLACED:
                _copy(old, new, table, "REPLACE")
            for table in _OF_A_REPORT:
                new.execute(
                    f"DELETE FROM {table} WHERE report_id IN"
                    " (SELECT report_id FROM report_sync_meta WHERE deleted)"
                )


def _step(connection: sqlite3.Connection) -> str | None:
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if found is None else str(found[0])


def _take_reports(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Reports and tombstones whose hash fits, and that are newer than what the backup has."""
    revisions = dict(new.execute("SELECT report_id, revision FROM report_sync_meta"))
    for row in _rows(old, "report_sync_meta"):
        report_id, revision, sha256 = row["report_id"], row["revision"], row["sha256"]
        if revision > revisions.get(report_id, 0) and _is_sound(old, report_id, sha256):
            _write(new, "report_sync_meta", row, "REPLACE")
            for table, key in (("report_documents", "report_id"), ("proctoring_reports", "id")):
                with suppress(sqlite3.DatabaseError):
                    found = old.execute(f"SELECT * FROM {table} WHERE {key} = ?", (report_id,))
                    for one in found:
                        _write(new, table, one, "REPLACE")


def _is_sound(old: sqlite3.Connection, report_id: str, sha256: str) -> bool:
    try:
        found = old.execute("SELECT body FROM report_documents WHERE report_id = ?", (report_id,))
        return any(digest(inflated(row["body"])) == sha256 for row in found)
    except (sqlite3.DatabaseError, ValueError, TypeError):
        return False


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str, other: str) -> None:
    for row in _rows(old, table):
        _write(new, table, row, other)


def _write(new: sqlite3.Connection, table: str, row: sqlite3.Row, other: str) -> None:
    """Insert a row; ``other`` says what becomes of the one that the backup has of it."""
    names = [name for name in row.keys() if name != "row_number"]  # noqa: SIM118
    values = ", ".join("?" * len(names))
    new.execute(
        f"INSERT OR {other} INTO {table} ({', '.join(names)}) VALUES ({values})",
        [row[name] for name in names],
    )


def _rows(old: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    """Every row of a table that can be read, in order of their numbers."""
    old.row_factory = sqlite3.Row
    last, at_once, unreadable = 0, _AT_ONCE, 0
    while unreadable < _UNREADABLE_ROWS:
        try:
            found = old.execute(
                f"SELECT rowid AS row_number, * FROM {table}"
                f" WHERE rowid > ? ORDER BY rowid LIMIT {at_once}",
                (last,),
            ).fetchall()
        except sqlite3.DatabaseError:
            if at_once == 1:
                last, unreadable = last + 1, unreadable + 1
            at_once = 1 if at_once > 1 else _AT_ONCE
            continue
        if not found:
            return
        yield from found
        last = found[-1]["row_number"]
