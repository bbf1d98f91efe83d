"""Is the database file itself sound?"""

import sqlite3
from contextlib import closing
from pathlib import Path


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
