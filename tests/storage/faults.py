"""Faults that are injected for real: kill -9 at a named point, and a network that misbehaves.

Each of them says whether it fired, because a fault that did not is a test of nothing.
"""

import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import event

from proctor_desktop.storage.database import Database
from tests.storage.workstations import Workstation

PUSH_POINTS = (
    "pending_read",
    "clock_locked",
    "before_upsert",
    "after_upsert",
    "before_commit",
    "after_commit",
    "after_mark",
)
PULL_POINTS = ("pulled", "applied", "after_apply")

_STATEMENTS = {
    # point: (at the centre, before or after, beginning, part)
    "pending_read": (False, "after", "SELECT outbox", "FROM outbox"),
    "clock_locked": (True, "after", "SELECT sync_clock", "FOR UPDATE"),
    "before_upsert": (True, "before", "INSERT INTO proctoring_reports", ""),
    "after_upsert": (True, "after", "INSERT INTO report_documents", ""),
    "pulled": (True, "after", "SELECT sync_changes", ""),
    "applied": (False, "after", "INSERT INTO report_documents", ""),
}


def die() -> None:
    """End this process as kill -9 does."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(at: Workstation, point: str, act: Callable[[], None] = die) -> None:
    """Do ``act`` when the workstation's exchange passes ``point`` for the first time."""
    central, local = at.sync.connect().database, at.store.database
    if point in _STATEMENTS:
        is_central, when, beginning, part = _STATEMENTS[point]
        _at_statement(central if is_central else local, when, beginning, part, act)
    elif point in ("before_commit", "after_commit"):
        _at_commit(central, "sync_clock", point, act)
    elif point == "after_mark":
        _at_commit(local, "UPDATE outbox", "after_commit", act)
    else:
        assert point == "after_apply"
        _at_commit(local, "INSERT INTO report_documents", "after_commit", act)


def _at_statement(
    database: Database, when: str, beginning: str, part: str, act: Callable[[], None]
) -> None:
    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(beginning) and part in statement:
            event.remove(database.engine, f"{when}_cursor_execute", look)
            act()

    event.listen(database.engine, f"{when}_cursor_execute", look)


def _at_commit(database: Database, part: str, when: str, act: Callable[[], None]) -> None:
    """Around the commit of the first transaction with a statement that contains ``part``."""
    seen = [False]
    dialect = database.engine.dialect
    commit = dialect.do_commit

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen[0] = seen[0] or part in statement

    def around(connection: Any) -> None:
        if not seen[0]:
            commit(connection)
            return
        dialect.do_commit = commit  # type: ignore[method-assign]  # put back
        if when == "before_commit":
            act()
        commit(connection)
        if when == "after_commit":
            act()

    event.listen(database.engine, "after_cursor_execute", look)
    dialect.do_commit = around  # type: ignore[method-assign]  # there is no event after a commit


def in_child(work: Callable[[Callable[[str], None]], None]) -> tuple[int, list[str]]:
    """Run ``work`` in a forked child; how it ended, and the lines that it reported before.

    ``work`` gets a function that reports a line at once, for what it has acknowledged.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            work(lambda line: _say(writing, line))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as lines:
        said = lines.read().split()
    _, status = os.waitpid(child, 0)
    return status, said


def _say(descriptor: int, line: str) -> None:
    os.write(descriptor, f"{line}\n".encode())


class Proxy:
    """A way to the server that can swallow the answer to a commit, cut packets or go silent."""

    def __init__(self, port: int) -> None:
        self._server_port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.swallow_commit_reply = False
        self.cut_next_reply = False
        self.is_silent = False
        self.fired = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._server_port))
            except OSError:
                client.close()
                continue
            link = _Link(self, client, server)
            threading.Thread(target=link.upwards, daemon=True).start()
            threading.Thread(target=link.downwards, daemon=True).start()


class _Link:
    """One connection through the proxy."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._is_writing = False
        self._swallow = False

    def upwards(self) -> None:
        """From the client: notes when the clock is locked, and the commit after it."""
        self._pass(self._client, self._server, self._note)

    def downwards(self) -> None:
        """From the server."""
        self._pass(self._server, self._client, self._tamper)

    def _note(self, packet: bytes) -> bytes | None:
        # SQLAlchemy commits after setting the isolation level, too: only a commit of a
        # transaction that locked the clock is meant.
        if b"sync_clock" in packet and b"FOR UPDATE" in packet:
            self._is_writing = True
        if self._proxy.swallow_commit_reply and self._is_writing and packet[4:] == b"\x03COMMIT":
            self._swallow = True
        return packet

    def _tamper(self, packet: bytes) -> bytes | None:
        proxy = self._proxy
        if self._swallow:
            proxy.swallow_commit_reply = False
            proxy.fired += 1
            return None
        if proxy.cut_next_reply and self._is_writing:
            proxy.cut_next_reply = False
            proxy.fired += 1
            self._client.sendall(packet[: max(1, len(packet) // 2)])
            return None
        return packet

    def _pass(
        self, source: socket.socket, target: socket.socket, look: Callable[[bytes], bytes | None]
    ) -> None:
        try:
            while packet := source.recv(65536):
                if self._proxy.is_silent:
                    self._proxy.fired += 1
                    threading.Event().wait(60)
                kept = look(packet)
                if kept is None:
                    break
                target.sendall(kept)
        except OSError:
            pass
        finally:
            for one in (self._client, self._server):
                # Closing alone is not seen while the other thread waits in `recv`.
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
