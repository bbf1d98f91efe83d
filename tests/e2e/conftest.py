"""A short rendered recording, and the command line with folders of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from proctor_desktop.cli.app import main
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario

SCRIPT = """
title: One turn to the right
seconds: 11
fps: 12
size: 640x480
seed: 3
at 8 s turn right 32 deg for 1.8 s
"""


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture(scope="session")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eleven seconds of a candidate who turns the head once, after calibration."""
    path = tmp_path_factory.mktemp("recording") / "seat 4.mp4"
    record(Scenario.parse(SCRIPT), path)
    return path


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Empty folders for database and settings, and none of this computer's own settings."""
    for name in list(os.environ):
        if name.startswith(("PROCTOR_", "MYSQL_")) and not name.startswith("PROCTOR_TEST"):
            monkeypatch.delenv(name)
    folder = tmp_path / "kept"
    monkeypatch.setenv("PROCTOR_FOLDER", str(folder))
    # one worker process, because every command starts its own and loads the models into it
    monkeypatch.setenv("PROCTOR_ENGINE__JOBS", "1")
    monkeypatch.setenv("PROCTOR_SETTINGS_FILE", str(tmp_path / "settings.json"))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def run(surroundings: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command line in this process, which spares loading the models every time."""

    def call(*arguments: object) -> Answer:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(one) for one in arguments])
        said = capfd.readouterr()
        code = left.value.code
        return Answer(code if isinstance(code, int) else int(code is not None), said.out, said.err)

    return call


@pytest.fixture
def start(surroundings: Path) -> Callable[[Sequence[object]], Answer]:
    """The command line in a process of its own, as a shell starts it."""

    def call(arguments: Sequence[object]) -> Answer:
        ended = subprocess.run(
            [sys.executable, "-m", "proctor_desktop", *(str(one) for one in arguments)],
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        return Answer(ended.returncode, ended.stdout, ended.stderr)

    return call
