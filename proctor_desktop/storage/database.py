"""One database: the workstation's SQLite file or the centre's MySQL server.

The SQLite file is in write-ahead mode with ``synchronous=FULL``: a commit that returned survives a
power cut. A writer takes its lock when it begins (``BEGIN IMMEDIATE``), so that two writers wait
for each other at the start and never fail in the middle.
"""

import socket
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any
from weakref import WeakSet, finalize

import pymysql
import sqlalchemy as sa
from sqlalchemy import event

from proctor_desktop.report.document import canonical
from proctor_desktop.storage.disk import keep_private, make_folder
from proctor_desktop.storage.faults import explained
from proctor_desktop.storage.server import ServerOptions, address, driver_arguments

FILE_NAME = "reports.sqlite3"
BUSY_TIMEOUT_MS = 10_000

_WRITES = "proctor_writes"
_FEW_ROWS = 500


class Database:
    """An engine with our rules; opens connections when they are needed.

    Attributes:
        engine: SQLAlchemy's engine.
        place: how sentences name this database.
        path: the SQLite file, None for a server.
    """

    def __init__(self, engine: sa.Engine, place: str, path: Path | None) -> None:
        self.engine = engine
        self.place = place
        self.path = path
        self._ways: WeakSet[Any] = WeakSet()
        self._is_interrupted = False

    @classmethod
    def local(cls, path: Path) -> "Database":
        """The SQLite file at ``path``; its folder is made where it is missing."""
        make_folder(path.parent)
        engine = sa.create_engine(
            sa.URL.create("sqlite+pysqlite", database=str(path)),
            json_serializer=canonical,
            hide_parameters=True,
            connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False},
            poolclass=sa.pool.QueuePool,
        )
        event.listen(engine, "do_connect", _open_file)
        event.listen(engine, "checkin", _let_go)
        event.listen(engine, "begin", _begin)
        database = cls(engine, f"The database {path.name}", path)
        finalize(database, engine.dispose)  # whoever forgets to close it leaves no file open
        return database

    @classmethod
    def server(cls, options: ServerOptions, pool_size: int = 5) -> "Database":
        """The database on a MySQL or MariaDB server; nothing is connected yet.

        Raises:
            InsecureConnectionError, SettingsError: see `server.driver_arguments`.
        """
        engine = sa.create_engine(
            address(options),
            isolation_level="READ COMMITTED",
            json_serializer=canonical,
            hide_parameters=True,
            connect_args=driver_arguments(options) | {"init_command": _server_session(options)},
            pool_size=pool_size,
            pool_pre_ping=True,
            pool_recycle=1800,
            pool_timeout=10,
        )
        database = cls(engine, options.place, None)
        event.listen(engine, "do_connect", database._connect)
        return database

    @property
    def is_local(self) -> bool:
        """Whether this is a file on this computer."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that sees one state and changes nothing; keep it short."""
        with explained(self.place), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that commits when the block ends and rolls back when it raises."""
        with explained(self.place), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    def interrupt(self) -> None:
        """Cut every way to a server, from any thread, and open no other.

        Whoever waits for its answer gets an error now and not after the time limit: for a program
        that ends.
        """
        self._is_interrupted = True
        for way in list(self._ways):
            with suppress(OSError, AttributeError):  # not open yet, or closed already
                # The driver's own `close` would wait for the thread that reads.
                way._sock.shutdown(socket.SHUT_RDWR)

    def _connect(self, _dialect: object, _record: object, _: object, named: dict[str, Any]) -> Any:
        """Connect, but be known before the first wait."""
        if self._is_interrupted:
            raise pymysql.err.OperationalError(2013, "the program ends")
        way = pymysql.connect(**named, defer_connect=True)
        self._ways.add(way)
        way.connect()
        return way

    def close(self) -> None:
        """Close every connection; a file first notes how its rows are spread, for its planner."""
        if self.path is not None and self.path.exists():
            # Whoever closes has no use for the news that the file is busy, full or damaged.
            with suppress(sa.exc.SQLAlchemyError, sqlite3.Error):
                self._note_statistics()
        self.engine.dispose()

    def _note_statistics(self) -> None:
        """Count how rows are spread once their number has doubled; without it the planner takes a
        risk class for as good a filter as an exam."""
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA busy_timeout=200")
            rows = cursor.execute("SELECT max(rowid) FROM report_sync_meta").fetchone()[0] or 0
            if rows > 2 * max(_noted_rows(cursor), _FEW_ROWS):
                cursor.execute("PRAGMA analysis_limit=1000")
                cursor.execute("ANALYZE report_sync_meta")
            cursor.close()
        finally:
            connection.close()


def _noted_rows(cursor: Any) -> int:
    """How many rows there were when they were last counted, 0 if never."""
    if not cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone():
        return 0
    found = cursor.execute(
        "SELECT stat FROM sqlite_stat1 WHERE tbl = 'report_sync_meta' LIMIT 1"
    ).fetchone()
    return int(found[0].split()[0]) if found else 0


def _open_file(
    _dialect: object, _record: object, places: Sequence[str], named: dict[str, Any]
) -> sqlite3.Connection:
    """A connection; one that only reads where the disk is full, or not to be written.

    What was kept must be shown in such a moment too. Beside the file SQLite would need two others,
    even to read; without them it can when nothing waits in its log. What a crash left there is read
    from a copy of both in a temporary place.
    """
    path = Path(places[0])
    connection = sqlite3.connect(path, named["timeout"], check_same_thread=False)
    try:
        _prepare_file(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if not _is_about_writing(error) or not path.is_file():
            raise
        try:
            return _Copy.of(path, error) if _has_log(path) else _Reading.of(path, error)
        except OSError:  # there is no room for a copy
            raise error from None
    return connection


class _Reading(sqlite3.Connection):
    """A connection that cannot write, and why; used once, for others may write again by then."""

    reason: sqlite3.OperationalError

    @staticmethod
    def of(path: Path, reason: sqlite3.OperationalError) -> "_Reading":
        place = f"{path.absolute().as_uri()}?immutable=1"
        connection = sqlite3.connect(place, uri=True, check_same_thread=False, factory=_Reading)
        connection.isolation_level = None
        connection.reason = reason
        return connection


class _Copy(_Reading):
    """A connection to a copy of the file and its log, which is gone when it is closed."""

    folder: TemporaryDirectory[str]

    @staticmethod
    def of(path: Path, reason: sqlite3.OperationalError) -> "_Copy":
        folder = TemporaryDirectory(prefix="proctor-desktop-")
        try:
            for name in (path.name, f"{path.name}-wal"):
                copyfile(path.with_name(name), Path(folder.name) / name)
        except OSError:
            folder.cleanup()
            raise
        place = Path(folder.name) / path.name
        connection = sqlite3.connect(place, check_same_thread=False, factory=_Copy)
        connection.isolation_level = None
        connection.reason, connection.folder = reason, folder
        return connection

    def close(self) -> None:
        super().close()
        self.folder.cleanup()


def _let_go(connection: Any, record: Any) -> None:
    if isinstance(connection, _Reading):
        record.invalidate()


def _is_about_writing(error: sqlite3.OperationalError) -> bool:
    words = ("readonly", "full", "unable to open", "disk i/o")
    return any(each in str(error).lower() for each in words)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _prepare_file(connection: sqlite3.Connection) -> None:
    # The driver's own transactions begin late and commit before DDL; `_begin` does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for _, _, place in cursor.execute("PRAGMA database_list").fetchall():
        if place:
            keep_private(Path(place))  # before the log beside it is made, which takes its rights
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.execute("PRAGMA temp_store=MEMORY")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    file = connection.connection.dbapi_connection
    if writes and isinstance(file, _Reading):
        raise sa.exc.OperationalError("BEGIN IMMEDIATE", None, file.reason)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server_session(options: ServerOptions) -> str:
    """What every connection says first: before SQLAlchemy asks the server how it quotes names."""
    return (
        "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,"
        "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
        f" innodb_lock_wait_timeout = {int(options.lock_timeout_sec)},"
        # who vanishes in the middle of a push holds the clock of all no longer than this
        f" wait_timeout = {int(options.idle_timeout_sec)}"
    )
