"""The window goes on drawing whatever the centre's server does (R12)."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from tests.conftest import StartServer
from tests.gui.conftest import Workstation
from tests.gui.watching import Heartbeat
from tests.storage.chaos import saved
from tests.storage.conftest import prepared
from tests.storage.workstations import workstation as another_workstation

HELD_SEC = 0.5
"""So long may the window be held at most: a frame, and room for a busy computer.

An exchange in the window's own thread holds it for seconds."""

REPORTS = 120


class BlackHole:
    """Accepts every connection and never answers."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.taken: list[socket.socket] = []
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                self.taken.append(self._listener.accept()[0])

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        for one in self.taken:
            one.close()


@pytest.fixture
def black_hole() -> Iterator[BlackHole]:
    made = BlackHole()
    yield made
    made.close()


@pytest.fixture
def open_window(
    analysed_folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[int], Workstation]]:
    """Opens a window of a workstation whose centre is at a port of this computer."""
    made: list[Workstation] = []

    def open_window(port: int) -> Workstation:
        for name, value in {"HOST": "127.0.0.1", "PORT": str(port), "USER": "root"}.items():
            monkeypatch.setenv(f"MYSQL_{name}", value)
        shutil.copytree(analysed_folder, tmp_path / "here")
        made.append(Workstation(tmp_path / "here", qtbot))
        return made[0]

    yield open_window
    for one in made:
        one.close()


def test_no_frame_waits_for_a_server_that_swallows_everything(
    open_window: Callable[[int], Workstation], black_hole: BlackHole, qtbot: QtBot
) -> None:
    """Mutant: an exchange in the window's own thread stops the heart for eight seconds."""
    window = open_window(black_hole.port).window
    qtbot.waitUntil(lambda: len(black_hole.taken) > 0)
    window.show_page("reports")
    qtbot.wait(300)
    heart = Heartbeat()
    for _ in range(4):
        qtbot.wait(500)
        window.show_page("analysis" if window.open_page == "reports" else "reports")
    heart.stop()
    assert heart.beats > 50
    assert len(black_hole.taken) == 1, "the exchange did not hang any more"
    assert heart.longest_held.held < HELD_SEC


def test_a_window_closes_at_once_though_a_server_owes_an_answer(
    open_window: Callable[[int], Workstation], black_hole: BlackHole, qtbot: QtBot
) -> None:
    station = open_window(black_hole.port)
    qtbot.waitUntil(lambda: len(black_hole.taken) > 0)
    heart = Heartbeat()
    station.window.close()
    qtbot.waitUntil(lambda: heart.beats > 0)
    heart.stop()
    assert heart.longest_held.held < 2, "the time limit of an answer is eight seconds"
    assert station.services.synchronizer.status().trouble is None


@pytest.mark.server
def test_no_frame_waits_while_hundreds_of_reports_come_in(
    open_window: Callable[[int], Workstation],
    server_kind: str,
    start_server: StartServer,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    server = start_server(server_kind)
    empty = Database.local(tmp_path / "empty.sqlite3")
    migration.upgrade(empty)
    empty.close()
    other = another_workstation(tmp_path / "other", tmp_path / "empty.sqlite3", prepared(server))
    saved(other, REPORTS)
    other.sync.run_once()
    other.close()
    station = open_window(server.port)
    heart = Heartbeat()
    qtbot.waitUntil(lambda: station.services.reports.page().total > REPORTS)
    heart.stop()
    server.kill()
    assert heart.longest_held.held < HELD_SEC
