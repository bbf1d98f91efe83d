"""One window for one folder: a second start hands its files over and ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.gui.shell.one_window import OneWindow, address_of
from tests.gui.analysing import entries, page_of
from tests.gui.conftest import Workstation

SECOND = """
import sys
from proctor_desktop.gui.shell import app
from proctor_desktop.settings import load
settings = load(folder={folder!r})
sys.exit(app.run(lambda: sys.exit("it opened the reports"), settings, {files!r}))
"""


def start_again(folder: Path, *files: str) -> "subprocess.Popen[str]":
    code = SECOND.format(folder=str(folder), files=list(files))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment
    )


def test_a_second_start_brings_the_first_window_to_the_front_with_its_files(
    workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    folder = workstation.settings.folder
    only = OneWindow(folder)
    only.asked.connect(workstation.window.receive)
    assert only.claim()
    workstation.window.showMinimized()
    with qtbot.waitSignal(only.asked):
        second = start_again(folder, str(recording))
    said, _ = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "open in a window already" in said
    assert not workstation.window.isMinimized()
    assert [entry.path for entry in entries(page_of(workstation.window))] == [recording]
    only.release()


def test_another_folder_has_a_window_of_its_own(tmp_path: Path) -> None:
    first, second, other = (OneWindow(tmp_path / name) for name in ("here", "here", "there"))
    assert first.claim()
    assert not second.claim()
    assert other.claim()
    first.release()
    assert second.claim(), "a window that was closed is none"
    second.release()
    other.release()


def test_a_window_that_was_killed_is_none(tmp_path: Path, qtbot: QtBot) -> None:
    code = (
        "import os; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from proctor_desktop.gui.shell.one_window import OneWindow\n"
        f"app = QCoreApplication([]); assert OneWindow(Path({str(tmp_path)!r})).claim()\n"
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    only = OneWindow(tmp_path)
    assert only.claim()
    asked: list[list[str]] = []
    only.asked.connect(asked.append)
    second = start_again(tmp_path)
    qtbot.waitUntil(lambda: asked == [[]])
    second.communicate(timeout=60)
    assert second.returncode == 0
    only.release()


def test_a_window_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.gui.shell.one_window.ANSWER_MS", 50)
    with pytest.raises(SettingsError, match="is open in another window, which does not answer"):
        OneWindow(tmp_path).hand_over([])


def is_over(socket: QLocalSocket) -> bool:
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState


def test_nobody_can_send_the_window_anything_but_names(tmp_path: Path, qtbot: QtBot) -> None:
    only = OneWindow(tmp_path)
    assert only.claim()
    heard: list[object] = []
    only.asked.connect(heard.append)
    for sent in (b"no json\n", b"7\n", json.dumps(["/a b.mp4"]).encode() + b"\n"):
        socket = QLocalSocket()
        socket.connectToServer(address_of(tmp_path))
        assert socket.waitForConnected(5000)
        socket.write(sent)
        socket.flush()
        qtbot.waitUntil(lambda socket=socket: bool(heard) or is_over(socket))
    assert heard == [["/a b.mp4"]]
    only.release()
