"""Is the database file itself sound, and how it is brought back when it is not."""

import sqlite3
from contextlib import closing
from pathlib import Path

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage.disk import sync_folder
from proctor_desktop.storage.migration import backups

QUARANTINE_SUFFIX = ".damaged"


def check_file(path: Path) -> list[str]:
    """What SQLite finds wrong with a file; empty when nothing is.

    SQLite has no checksums of its own: it sees broken structure, not broken content. Content is
    checked against its hashes by `services.reports.ReportService.verify`.
    """
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            rows = connection.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [f"{path.name}: {error}."]
    return [] if rows == [("ok",)] else [f"{path.name}: {row[0]}." for row in rows]


def restore_newest_backup(path: Path) -> Path:
    """Put the newest sound backup in the place of a damaged file, which is kept beside it.

    The next exchange fetches what the centre has and the backup has not. The backup's name.

    Raises:
        StorageError: there is no sound backup.
    """
    for backup in reversed(backups(path)):
        if not check_file(backup):
            break
    else:
        raise StorageError(
            f"There is no sound backup beside {path.name}. Move the damaged file away and start"
            " again: an exchange with the centre brings back what it has."
        )
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(part.with_name(part.name + QUARANTINE_SUFFIX))
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    sync_folder(path.parent)
    return backup
