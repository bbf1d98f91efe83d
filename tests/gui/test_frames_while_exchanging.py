"""The window goes on drawing whatever the centre's server does (R12)."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from pytestqt.qtbot import QtBot

from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from tests.api.serving import patience
from tests.conftest import StartServer
from tests.gui.conftest import Workstation
from tests.storage.chaos import saved
from tests.storage.conftest import prepared
from tests.storage.workstations import workstation as another_workstation

FRAME_SEC = 0.1
"""So long may the window be deaf at most, on a computer that has nothing else to do."""

REPORTS = 120


class Heart(QObject):
    """Beats every 5 ms in the window's thread, and knows the longest pause between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest_sec = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_sec = max(self.longest_sec, now - self._last)
        self._last, self.beats = now, self.beats + 1

    def stop(self) -> None:
        self._timer.stop()


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
    window.show_page("sessions")
    qtbot.wait(300)
    heart = Heart()
    for _ in range(4):
        qtbot.wait(500)
        window.show_page("analysis" if window.open_page == "sessions" else "sessions")
    heart.stop()
    assert heart.beats > 50
    assert len(black_hole.taken) == 1, "the exchange did not hang any more"
    assert heart.longest_sec < patience(FRAME_SEC)


def test_a_window_closes_at_once_though_a_server_owes_an_answer(
    open_window: Callable[[int], Workstation], black_hole: BlackHole, qtbot: QtBot
) -> None:
    station = open_window(black_hole.port)
    qtbot.waitUntil(lambda: len(black_hole.taken) > 0)
    begin = time.perf_counter()
    station.window.close()
    assert time.perf_counter() - begin < patience(1.0)
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
    heart = Heart()
    qtbot.waitUntil(lambda: station.services.reports.page().total > REPORTS, timeout=60_000)
    heart.stop()
    server.kill()
    assert heart.longest_sec < patience(FRAME_SEC)
