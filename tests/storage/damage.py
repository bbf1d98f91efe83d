"""Damage to a database file, and whether anybody notices."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage.check import check_file
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import a_report, some_signals
from tests.storage.workstations import workstation

PAGE_BYTES = 4096


class Damage(Enum):
    """What happens to the file."""

    BIT = "one bit flipped"
    SECTOR = "512 bytes zeroed"
    PAGE = "a page zeroed"


@dataclass(frozen=True)
class Found:
    """How many damages hit something that was in use, and how many were noticed."""

    hit: int
    noticed: int


def damage_trials(folder: Path, empty_file: Path, kind: Damage, *, trials: int, seed: int) -> Found:
    """Damage copies of a database at random places and look whether it is noticed.

    A damage counts as a hit unless every row of the database is still what it was: the rest of the
    file is unused space.
    """
    source = random.Random(seed)
    path = _filled(folder, empty_file)
    pristine = path.read_bytes()
    before = _content(path)
    hit = noticed = 0
    for number in range(trials):
        damaged = bytearray(pristine)
        _apply(damaged, kind, source)
        if damaged == pristine:
            continue
        case = folder / f"case{number}"
        case.mkdir()
        (case / FILE_NAME).write_bytes(damaged)
        if _content(case / FILE_NAME) != before:
            hit += 1
            noticed += _is_noticed(case, empty_file)
        shutil.rmtree(case)
    return Found(hit, noticed)


def _filled(folder: Path, empty_file: Path) -> Path:
    at = workstation(folder / "sound", empty_file, ServerOptions())
    for _ in range(60):
        at.reports.keep(a_report(incidents=5), actor="test")
    at.reports.keep(a_report(), some_signals(130), actor="test")
    with at.store.database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    at.close()
    return folder / "sound" / FILE_NAME


def _apply(content: bytearray, kind: Damage, source: random.Random) -> None:
    if kind is Damage.BIT:
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
        return
    size = PAGE_BYTES if kind is Damage.PAGE else 512
    place = source.randrange(len(content) // size) * size
    content[place : place + size] = bytes(size)


def _content(path: Path) -> object:
    """Everything that a plain reader finds in the file, table by table."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = sorted(row[0].decode() for row in names)
            return [
                connection.execute(f'SELECT * FROM "{name}" NOT INDEXED').fetchall()
                for name in tables
            ]
    except sqlite3.DatabaseError:
        return "unreadable"


def _is_noticed(case: Path, empty_file: Path) -> bool:
    if check_file(case / FILE_NAME):
        return True
    at = workstation(case, empty_file, ServerOptions())
    try:
        return not at.verification.verify().is_sound
    except StorageError:
        return True
    finally:
        at.close()
