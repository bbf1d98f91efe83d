"""What an erasure leaves behind in the files beside the rows: backups, damaged files, the log.

SQLite overwrites what it deletes, but only in the file itself. Its log keeps older pages until it
is emptied, and a backup keeps everything.
"""

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from proctor_desktop.storage.database import BUSY_TIMEOUT_MS
from proctor_desktop.storage.migration import backups
from proctor_desktop.storage.restoring import put_aside

logger = logging.getLogger(__name__)

_TOO_DAMAGED = (
    "%s is too damaged to erase anything in it (%s). Delete it when it is needed no more."
)
_CHAIN = "review_decisions"
"""Each names the one before it, so none is taken out."""


def erase_in_copies(path: Path, report_ids: Iterable[str]) -> int:
    """Erase reports from every backup and every damaged file beside a database; from how many.

    A backup that is too damaged for that is removed; of a damaged file the log of the program says
    that it must be deleted by hand.
    """
    ids = list(report_ids)
    return sum(_erase_in(path, copy, ids) for copy in (*backups(path), *put_aside(path)))


def empty_log(path: Path) -> None:
    """Bring the log of a database into it and cut it off, so that no older page stays there.

    Where another program reads at this moment, the log is emptied by the next one.
    """
    with closing(sqlite3.connect(path, BUSY_TIMEOUT_MS / 1000)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase_in(path: Path, copy: Path, report_ids: list[str]) -> bool:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA secure_delete=ON")
            found = sum(_erase_rows(connection, one) for one in report_ids)
            connection.commit()
            if found:
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return found > 0
    except sqlite3.OperationalError as error:
        logger.warning("nothing could be erased in %s: %s", copy.name, error)
    except sqlite3.DatabaseError as error:
        if copy in backups(path):
            _remove(copy)  # nobody can go back to it either
        else:
            logger.warning(_TOO_DAMAGED, copy.name, error)
    return False


def _remove(copy: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def _erase_rows(connection: sqlite3.Connection, report_id: str) -> int:
    """Remove every row of a report that is no tombstone; how many."""
    meta = connection.execute(
        "SELECT deleted FROM report_sync_meta WHERE report_id = ?", (report_id,)
    ).fetchone()
    if meta is not None and meta[0]:
        return 0
    gone = connection.execute("DELETE FROM proctoring_reports WHERE id = ?", (report_id,)).rowcount
    for table in _tables(connection):
        gone += connection.execute(
            f"DELETE FROM {table} WHERE report_id = ?", (report_id,)
        ).rowcount
    return gone


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Tables whose rows are each of one report."""
    found = connection.execute(
        "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.name = 'report_id'"
    )
    return [name for (name,) in found if name != _CHAIN]
