"""Databases for the storage tests: a fresh file or an emptied server database for each test."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing_tables import central_tables
from proctor_desktop.storage.unit_of_work import Store
from tests.conftest import StartServer
from tests.servers import MARIADB, MYSQL, DatabaseServer
from tests.storage.samples import NOW

_SERVERS: dict[str, tuple[DatabaseServer, ServerOptions]] = {}


class Ticking:
    """A clock that goes on by one millisecond at each look."""

    def __init__(self, start: datetime = NOW) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without rows, to be copied."""
    path = tmp_path_factory.mktemp("template") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    with database.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # SQLite's own connection
    database.close()
    return path


@pytest.fixture
def local(tmp_path: Path, empty_file: Path) -> Iterator[Database]:
    """A fresh SQLite database."""
    path = tmp_path / "reports.sqlite3"
    shutil.copy(empty_file, path)
    database = Database.local(path)
    yield database
    database.close()


@pytest.fixture
def local_store(local: Database) -> Store:
    """Units of work on a fresh SQLite database."""
    return Store(local, Ticking())


def emptied(kind: str, start_server: StartServer) -> ServerOptions:
    """The shared server's database, migrated once and without rows."""
    if kind not in _SERVERS:
        server = start_server(kind)
        _SERVERS[kind] = (server, prepared(server))
    server, options = _SERVERS[kind]
    empty(server)
    return options


def prepared(server: DatabaseServer) -> ServerOptions:
    """A migrated database on a server."""
    options = server.database("proctoring")
    database = Database.server(options)
    migration.upgrade(database)
    migration.add_signing(database)
    database.close()
    return options


def empty(server: DatabaseServer) -> None:
    """Remove every row of the database that `prepared` made."""
    tables = [table.name for table in (*schema.METADATA.sorted_tables, *central_tables())]
    server.execute(
        "USE proctoring",
        *(f"DELETE FROM {name}" for name in tables if name != "sync_clock"),
        "UPDATE sync_clock SET seq = 0",
    )


@pytest.fixture
def central_options(server_kind: str, start_server: StartServer) -> ServerOptions:
    """An emptied database on the server that faults are tried on."""
    return emptied(server_kind, start_server)


@pytest.fixture
def central(central_options: ServerOptions) -> Iterator[Database]:
    """The centre's database, without rows."""
    database = Database.server(central_options)
    yield database
    database.close()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param(MYSQL, marks=pytest.mark.server),
        pytest.param(MARIADB, marks=pytest.mark.server),
    ]
)
def any_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database of each kind, without rows."""
    if request.param == "sqlite":
        yield request.getfixturevalue("local")
        return
    database = Database.server(emptied(request.param, request.getfixturevalue("start_server")))
    yield database
    database.close()


@pytest.fixture
def store(any_database: Database) -> Store:
    """Units of work on a database of each kind."""
    return Store(any_database, Ticking())


def rows(database: Database, table: sa.Table) -> list[sa.Row[tuple[object, ...]]]:
    """Everything in a table."""
    with database.reading() as connection:
        return list(connection.execute(sa.select(table)))
