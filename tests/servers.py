"""Real MySQL and MariaDB servers that a test starts, kills and throws away."""

import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pymysql

from proctor_desktop.storage.server import ServerOptions

MYSQL, MARIADB = "mysql", "mariadb"

_NOBODY = 65534
_START_SEC = 60


def unavailable(kind: str) -> str | None:
    """Why there is no server of this kind, None where there is one."""
    if kind == MYSQL:
        named = os.environ.get("PROCTOR_TEST_MYSQLD")
        if not named:
            return "no MySQL: PROCTOR_TEST_MYSQLD names no mysqld"
        return None if Path(named).exists() else f"no MySQL: {named} is not there"
    return None if shutil.which("mariadbd") else "no MariaDB: mariadbd is not on PATH"


class DatabaseServer:
    """One server process with a data folder of its own, on a free port of this computer."""

    def __init__(self, kind: str, folder: Path, *flags: str) -> None:
        self.kind = kind
        self.folder = folder
        self.port = _free_port()
        self._flags = flags
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def options(self) -> ServerOptions:
        """How to reach it as root; no database is named."""
        return ServerOptions(
            host="127.0.0.1", port=self.port, user="root", database="", answer_timeout_sec=20
        )

    @property
    def pid(self) -> int:
        """Process id while it runs."""
        return self._running.pid

    def database(self, name: str) -> ServerOptions:
        """A new, empty database on the server."""
        self.execute(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        return replace(self.options, database=name)

    def start(self, *flags: str) -> None:
        """Start it and wait until it answers; flags beside its own hold until its end."""
        log = (self.folder / "out.log").open("ab")
        self._process = subprocess.Popen(
            [*_as_nobody(), *_binary(self.kind), *self._arguments(), *self._flags, *flags],
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        log.close()
        end = time.monotonic() + _START_SEC
        while True:
            try:
                self.connect().close()
            except pymysql.Error:
                if self._process.poll() is not None or time.monotonic() > end:
                    self.kill()
                    raise RuntimeError(f"{self.kind} does not start:\n{self._log()}") from None
                time.sleep(0.03)
            else:
                return

    def kill(self) -> None:
        """End it as a power cut would end the process: kill -9."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, and see to it that it has."""
        self._end(signal.SIGTERM)

    def has_ended(self) -> bool:
        """Whether it ended by itself after it was started."""
        return self._running.poll() is not None

    def pause(self) -> None:
        """Let it answer nothing while its sockets stay open."""
        os.killpg(self._running.pid, signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on."""
        os.killpg(self._running.pid, signal.SIGCONT)

    def execute(self, *statements: str) -> list[tuple[object, ...]]:
        """Run statements as root; the rows of the last one."""
        connection = self.connect()
        try:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
                return list(cursor.fetchall())
        finally:
            connection.close()

    def connect(self) -> "pymysql.connections.Connection[pymysql.cursors.Cursor]":
        """A plain connection as root."""
        return pymysql.connect(
            host="127.0.0.1", port=self.port, user="root", autocommit=True, connect_timeout=30
        )

    @property
    def _running(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "the server was not started"
        return self._process

    def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for attempt in (number, signal.SIGKILL):
            try:
                os.killpg(process.pid, signal.SIGCONT)
                os.killpg(process.pid, attempt)
                process.wait(20)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
            break

    def _arguments(self) -> list[str]:
        folder = self.folder
        common = [
            f"--datadir={folder / 'data'}",
            f"--socket={folder / 's'}",
            f"--pid-file={folder / 'pid'}",
            f"--port={self.port}",
            "--bind-address=127.0.0.1",
            f"--tmpdir={folder}",
            f"--log-error={folder / 'error.log'}",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF",
        ]
        if self.kind == MYSQL:
            return [*common, "--mysqlx=OFF"]
        # From version 11 on it makes a certificate by itself, and nobody could look into packets.
        return [*common, "--skip-ssl"]

    def _log(self) -> str:
        texts = [
            path.read_text(errors="replace")[-2000:]
            for path in (self.folder / "out.log", self.folder / "error.log")
            if path.exists()
        ]
        return "\n".join(texts)


def make_template(kind: str, folder: Path) -> None:
    """Initialise a data folder once; servers start from copies of it."""
    folder.mkdir(parents=True)
    _give_to_nobody(folder)
    data = folder / "data"
    if kind == MYSQL:
        command = [*_binary(kind), "--initialize-insecure", f"--datadir={data}"]
        script = b""
    else:
        data.mkdir()
        _give_to_nobody(data)
        command = [*_binary(kind), "--bootstrap", f"--datadir={data}", f"--tmpdir={folder}"]
        script = _mariadb_tables()
    done = subprocess.run(
        [*_as_nobody(), *command],
        input=script,
        capture_output=True,
        check=False,
        cwd=folder,
        timeout=120,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{kind} cannot be initialised:\n{done.stdout!r}\n{done.stderr!r}")


def _mariadb_tables() -> bytes:
    """What `mariadb-install-db` feeds to the server; the script itself needs a client package."""
    share, brand = Path("/usr/share/mysql"), "mysql"
    if not (share / "mysql_system_tables.sql").exists():  # as from version 11 on
        share, brand = Path("/usr/share/mariadb"), "mariadb"
    names = ("system_tables", "performance_tables", "system_tables_data")
    head = b"create database mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n"
    return head + b"".join((share / f"{brand}_{name}.sql").read_bytes() for name in names)


def from_template(kind: str, template: Path, folder: Path, *flags: str) -> DatabaseServer:
    """A server, not started yet, with a copy of the template as data folder."""
    folder.mkdir(parents=True)
    _give_to_nobody(folder)
    subprocess.run(
        ["cp", "-a", "--sparse=always", str(template / "data"), str(folder / "data")], check=True
    )
    return DatabaseServer(kind, folder, *flags)


def _binary(kind: str) -> list[str]:
    if kind == MYSQL:
        return [
            os.environ["PROCTOR_TEST_MYSQLD"],
            "--no-defaults",
            "--innodb-redo-log-capacity=64M",
        ]
    return ["mariadbd", "--no-defaults"]


def _as_nobody() -> list[str]:
    """A server refuses to run as root; its binary may yet lie in root's own folder.

    It ends with the process that started it, however that one ends.
    """
    tied = ["setpriv", "--pdeathsig=KILL"]
    if shutil.which("setpriv") is None:
        return []
    if os.getuid() != 0:
        return tied
    ids = [*tied, f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
    may_read = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    tried = subprocess.run([*ids, *may_read, "true"], capture_output=True, check=False)
    return [*ids, *may_read] if tried.returncode == 0 else ids


def _give_to_nobody(folder: Path) -> None:
    if os.getuid() == 0:
        os.chown(folder, _NOBODY, _NOBODY)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
