"""Every test of the window runs without a screen and must leave nothing alive."""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

# A screen larger than every window of the tests; the platform's own is 800 x 800.
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
)

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop import bootstrap
from proctor_desktop.domain.report import Subject
from proctor_desktop.engine.in_process import InProcessEngine
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import install_language
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.services.analyses import Request
from proctor_desktop.settings import load
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario

OUTPUT = Path(__file__).resolve().parents[1] / "output"


@pytest.fixture(autouse=True)
def nothing_left_alive(qapp: QApplication) -> Iterator[None]:
    """Fail a test after which a thread or timer runs, or a window is left."""
    theme.apply(qapp, "dark")
    gc.freeze()  # what is there was looked at after the test that made it
    yield
    qapp.closeAllWindows()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    gc.collect()
    alive = [each for each in gc.get_objects() if isinstance(each, (QThread, QTimer, QWidget))]
    alive = [each for each in alive if shiboken6.isValid(each)]
    threads = [each for each in alive if isinstance(each, QThread) and each.isRunning()]
    timers = [each for each in alive if isinstance(each, QTimer) and each.isActive()]
    windows = [
        each for each in alive if isinstance(each, QWidget) and each.isWindow() and each.isVisible()
    ]
    assert not threads, f"threads still run: {threads}"
    assert not timers, f"timers still run: {timers}"
    assert not windows, f"windows still open: {windows}"


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits a minute for what happens at once on an idle computer; who waits less says so."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=60_000))
    return qtbot


@pytest.fixture
def output_folder() -> Path:
    """Folder for screenshots, which people look at."""
    OUTPUT.mkdir(exist_ok=True)
    return OUTPUT


SCENARIO = """
title: a turn of the head and a look aside
seconds: 16
fps: 12
size: 480x360
seed: 4
blinks: 14
at 9 s turn left 34 deg for 2 s
at 13 s look right 30 deg for 1.5 s
"""


@pytest.fixture(scope="session")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated candidate who turns the head at 9 s and looks aside at 13 s."""
    path = tmp_path_factory.mktemp("recording") / "candidate.mp4"
    record(Scenario.parse(SCENARIO), path)
    return path


@pytest.fixture(scope="session")
def analysed_folder(recording: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a workstation that has analysed the recording; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("workstation")
    settings = load(folder=folder)
    services = bootstrap.build(settings, is_service=False)
    request = Request(recording, Subject("STU-1", "MATH-101"), settings.analysis)
    finished = services.analyses.with_engine(InProcessEngine()).analyze(request)
    services.reports.save(finished)
    preferences = Preferences(folder)
    preferences.check_seen = True
    preferences.reviewer = "Ada Reviewer"
    services.close()
    return folder


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of whoever runs it."""
    monkeypatch.setenv("PROCTOR_SETTINGS_FILE", str(tmp_path / "settings.json"))
    monkeypatch.setenv("PROCTOR_KEEP__MIN_FREE_MB", "0")


class Workstation:
    """A main window over a folder of its own."""

    def __init__(self, folder: Path, qtbot: QtBot, *, resize: bool = True) -> None:
        self.settings = load(folder=folder)
        self.services = bootstrap.build(self.settings, is_service=False)
        self.preferences = Preferences(folder)
        self.window = MainWindow(
            LateServices(lambda: self.services), self.settings, self.preferences
        )
        if resize:
            self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()  # a bare X server has no window manager to do it
        qtbot.waitUntil(self.window.isActiveWindow)
        qtbot.waitUntil(lambda: self.window.open_page != "")

    def close(self) -> None:
        """Close the window as a person would, then the database."""
        self.window.close()
        self.services.close()


@pytest.fixture
def workstation(analysed_folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    """A window over a workstation with one analysed recording."""
    folder = tmp_path / "workstation"
    shutil.copytree(analysed_folder, folder)
    made = Workstation(folder, qtbot)
    yield made
    made.close()


class Patience:
    """A clock of somebody who looks long enough: two seconds pass between two questions."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 2.0
        return self._now


@pytest.fixture
def reviewing(workstation: Workstation, qtbot: QtBot) -> ReviewPage:
    """The Review page with the analysed recording open."""
    report = workstation.services.reports.page(limit=1).rows[0]
    page = workstation.window.page("review")
    assert isinstance(page, ReviewPage)
    page.reviewing.clock = Patience()
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: page.reviewing.desk.opened is not None)
    qtbot.waitUntil(lambda: page.view.picture is not None)
    return page


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    """The window's language while a test runs."""
    translators = install_language(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    install_language(qapp, "en")
