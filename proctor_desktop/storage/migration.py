"""Bring a database to the schema of this program, or say why it must be left alone.

Alembic is loaded only where a step is to be applied: it costs a fifth of a second, and nearly every
start of the program finds its database up to date.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from proctor_desktop.domain.errors import DatabaseLockedError, NewerSchemaError, StorageError
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.disk import keep_private, sync_folder
from proctor_desktop.storage.faults import explained
from proctor_desktop.storage.schema import METADATA
from proctor_desktop.storage.signing_tables import OFFERING, SIGNING

if TYPE_CHECKING:
    from alembic.config import Config

BACKUPS_KEPT = 3

SERVER_STEP = "0008"
"""The step of a server's database. Later ones concern the file of a workstation alone, so that
workstations of this and of older versions go on sharing one server."""

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = "proctor_desktop_migration"
_LOCK_WAIT_SEC = 60


class SchemaState(Enum):
    """How a database's schema stands to this program's."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class SchemaCheck:
    """The state, the steps on both sides, and what to do in one sentence."""

    state: SchemaState
    found: str | None
    wanted: str
    sentence: str


def check(database: Database) -> SchemaCheck:
    """Compare without changing anything."""
    with database.reading() as connection:
        found = _found(connection)
    newest, known = _history()
    wanted = newest if database.is_local else SERVER_STEP
    if found is None:
        state = SchemaState.EMPTY
    elif found == wanted:
        state = SchemaState.CURRENT
    else:
        state = SchemaState.OLDER if found in known else SchemaState.NEWER
    return SchemaCheck(state, found, wanted, _sentence(state, database))


def upgrade(database: Database) -> SchemaCheck:
    """Apply the missing steps; a file that holds something is backed up first.

    A migration that was cut off before is taken up where it stopped. Tables of a server that take
    the letters of some languages only are made to take those of all.

    Raises:
        NewerSchemaError: the database was written by a newer version and is left alone.
        DatabaseLockedError: somebody else is migrating the server's database.
    """
    before = check(database)
    if before.state is SchemaState.NEWER:
        raise NewerSchemaError(before.sentence)
    narrow = [] if database.is_local else _narrow_tables(database)
    if before.state is SchemaState.CURRENT and not narrow:
        return before
    if database.path is not None and before.state is SchemaState.OLDER:
        backup(database.path)
    from alembic import command

    with explained(database.place), _connection_for_ddl(database) as connection:
        command.upgrade(_config(connection, transactional=database.is_local), before.wanted)
    if not database.is_local:
        _widen(database)
    return check(database)


def add_signing(database: Database) -> None:
    """Give a server the tables of signatures and keys, as far as they are missing.

    They are no step of its schema, so that older workstations go on using it.
    """
    with explained(database.place), _connection_for_ddl(database) as connection:
        for tables in (SIGNING, OFFERING):
            tables.create_all(connection)


def _narrow_tables(database: Database) -> list[str]:
    """Tables of a server whose text cannot be in every script, as its own default decided."""
    with database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema ="
            " DATABASE() AND character_set_name NOT IN ('utf8mb4', 'ascii') ORDER BY table_name"
        )
        return [name for (name,) in found if name in METADATA.tables]


def _widen(database: Database) -> None:
    narrow = _narrow_tables(database)
    with explained(database.place), _connection_for_ddl(database) as connection:
        for name in narrow:
            connection.exec_driver_sql(f"ALTER TABLE {name} CONVERT TO CHARACTER SET utf8mb4")


def downgrade(database: Database, revision: str) -> None:
    """Undo the steps after ``revision``; for tests of the history."""
    from alembic import command

    with explained(database.place), _connection_for_ddl(database) as connection:
        command.downgrade(_config(connection, transactional=database.is_local), revision)


def require_current(database: Database) -> None:
    """Refuse to write to a database whose schema is not exactly this program's.

    Raises:
        NewerSchemaError: it is newer.
        StorageError: it is older or empty.
    """
    found = check(database)
    if found.state is SchemaState.NEWER:
        raise NewerSchemaError(found.sentence)
    if found.state is not SchemaState.CURRENT:
        raise StorageError(found.sentence)


def backup(path: Path) -> Path:
    """Copy a database file through SQLite's own backup, check the copy, keep the newest few.

    Raises:
        StorageError: the copy is not sound, so the original must not be migrated.
    """
    number = 1 + max((_number(old) for old in backups(path)), default=0)
    target = path.with_name(f"{path.stem}.backup-{number:04d}{path.suffix}")
    keep_private(target)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        target.unlink()
        raise StorageError(
            f"{path.name} could not be backed up ({verdict}), so it was not changed. Run"
            " `proctor-desktop db check`."
        )
    sync_folder(path.parent)
    for old in backups(path)[:-BACKUPS_KEPT]:
        old.unlink()
    return target


def backups(path: Path) -> list[Path]:
    """Backups of a database file, oldest first."""
    return sorted(path.parent.glob(f"{path.stem}.backup-*{path.suffix}"), key=_number)


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def _found(connection: sa.Connection) -> str | None:
    """The step that a database is at, None before the first."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


@cache
def _history() -> tuple[str, frozenset[str]]:
    """The newest step, and all of them: their numbers are the beginnings of the files' names."""
    steps = (_MIGRATIONS / "versions").glob("[0-9]*.py")
    known = frozenset(path.name.partition("_")[0] for path in steps)
    return max(known), known


def _config(connection: sa.Connection | None = None, *, transactional: bool = True) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["transactional_ddl"] = transactional
    return config


@contextmanager
def _connection_for_ddl(database: Database) -> Iterator[sa.Connection]:
    if database.is_local:
        with database.writing() as connection:
            yield connection
        return
    with database.engine.connect() as connection:
        got = connection.execute(
            sa.text("SELECT GET_LOCK(:name, :wait)"), {"name": _LOCK, "wait": _LOCK_WAIT_SEC}
        ).scalar()
        if got != 1:
            raise DatabaseLockedError(
                f"{database.place} is being prepared from another computer. Try again in a minute."
            )
        connection.commit()
        try:
            yield connection
            connection.commit()
        finally:
            connection.execute(sa.text("SELECT RELEASE_LOCK(:name)"), {"name": _LOCK})


def _sentence(state: SchemaState, database: Database) -> str:
    place, option = database.place, "" if database.is_local else " --server"
    return {
        SchemaState.EMPTY: (
            f"{place} has no tables yet; the first report makes them."
            if database.is_local
            else f"{place} has no tables yet. `proctor-desktop db init --server` makes them."
        ),
        SchemaState.CURRENT: f"{place} is up to date.",
        SchemaState.OLDER: f"{place} is older than this program. Run `proctor-desktop db"
        f" upgrade{option}`.",
        SchemaState.NEWER: (
            f"{place} was written by a newer version of this program and is left as it is. Install"
            " the newer version to write to it."
        ),
    }[state]
