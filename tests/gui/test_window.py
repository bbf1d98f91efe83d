"""The whole window on the simulated candidate: drop, watch, review, and nothing held up."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import SourceLostError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.gui.analysis.queue import QueueState
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.shell.errors import ErrorDialog
from proctor_desktop.media.camera import PacedFile
from proctor_desktop.media.video_file import VideoFile
from tests.gui.conftest import Workstation

LONGEST_HOLD = 0.05


class Watchdog(QObject):
    """Measures how long the window's thread works between two turns of its event loop.

    It counts processor time of this thread, so that a busy machine does not look like a fault.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def _turn(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


@pytest.fixture
def empty_workstation(tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    """A window at its first start."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    made = Workstation(folder, qtbot)
    yield made
    made.close()


def drop(workstation: Workstation, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    workstation.window.dropEvent(event)


def test_a_dropped_video_is_watched_analysed_kept_and_reviewed(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    window = empty_workstation.window
    page = window._analysis
    watchdog = Watchdog()
    drop(empty_workstation, recording)
    assert window.open_page == "analysis"
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.panel.view.picture is not None)
    qtbot.waitUntil(lambda: "Seconds left" in page.panel.ring.sentence)
    entry = page.queue.rows[0]
    qtbot.waitUntil(lambda: page.queue.entry(entry.id).state.is_final, timeout=120_000)
    assert watchdog.stop() < LONGEST_HOLD
    done = page.queue.entry(entry.id)
    assert done.state is QueueState.DONE, done.problem
    assert page.queue.share() == 1.0
    assert "Calibrated" in page.panel.ring.sentence
    assert page.panel.found.count() == 2
    assert len(page.panel.timeline.lanes["yaw"].curve_points) == 192
    assert empty_workstation.services.reports.get(done.report_id).student_id == "candidate"
    assert empty_workstation.preferences.unfinished == []
    qtbot.waitUntil(lambda: not page.runner.is_running)
    qtbot.mouseClick(page._review, Qt.MouseButton.LeftButton)
    review = window.page("review")
    qtbot.waitUntil(lambda: review.view.picture is not None)
    assert window.open_page == "review"


def test_a_bad_file_is_explained_and_the_next_one_goes_on(
    empty_workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "broken.mp4"
    bad.write_bytes(b"not a film")
    page = empty_workstation.window._analysis
    drop(empty_workstation, bad, recording)
    page.start()
    qtbot.waitUntil(lambda: page.queue.rows[1].state is QueueState.RUNNING)
    assert page.queue.rows[0].state is QueueState.FAILED
    assert "broken.mp4" in page.queue.rows[0].problem
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]
    assert len(dialogs) == 1
    dialogs[0].close()
    page.runner.cancel()
    qtbot.waitUntil(lambda: page.queue.rows[1].state is QueueState.CANCELLED)
    assert empty_workstation.services.reports.page().total == 0
    qtbot.waitUntil(lambda: not page.runner.is_running)


def test_closing_in_the_middle_keeps_the_recording_in_the_queue(
    recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "closing"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    first = Workstation(folder, qtbot)
    page = first.window._analysis
    drop(first, recording)
    page.start()
    qtbot.waitUntil(lambda: page.panel.view.picture is not None)
    first.close()
    second = Workstation(folder, qtbot)
    waiting = second.window._analysis.queue.rows
    assert [entry.path for entry in waiting] == [recording]
    assert waiting[0].state is QueueState.WAITING
    second.close()


def test_a_report_of_the_list_is_opened_in_review(workstation: Workstation, qtbot: QtBot) -> None:
    window = workstation.window
    window.show_page("reports")
    page = window.page("reports")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    review = window.page("review")
    qtbot.waitUntil(lambda: review.reviewing.desk.opened is not None)
    assert window.open_page == "review"


def test_the_theme_is_switched_and_kept(workstation: Workstation) -> None:
    before = theme.current().name
    workstation.window.switch_theme()
    assert theme.current().name != before
    from proctor_desktop.settings import load

    assert load().window.theme == theme.current().name


def test_the_last_page_is_open_again_after_a_restart(
    workstation: Workstation, qtbot: QtBot
) -> None:
    workstation.window.show_page("reports")
    folder = workstation.settings.folder.parent / "again"
    shutil.copytree(workstation.settings.folder, folder)
    second = Workstation(folder, qtbot)
    assert second.window.open_page == "reports"
    second.close()


FIRST_WINDOW = """
import sys, time
from proctor_desktop.cli import window as command
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.kit.side_bar import SideBar
from proctor_desktop.gui.shell.main_window import MainWindow
from PySide6.QtWidgets import QApplication

def look(window):
    assert window.isVisible() and window.findChild(SideBar).isVisible()
    heavy = {{
        "mediapipe", "scipy", "matplotlib", "skimage", "sqlalchemy", "alembic", "pymysql",
        "pyqtgraph", "av", "fastapi", "reportlab", "jinja2",
    }}
    print(sorted(heavy & set(sys.modules)), time.process_time())
    window.close()

MainWindow._open_reports = look
sys.argv = ["proctor-desktop", "gui"]
command.gui([])
"""


def test_the_first_window_waits_for_no_model_no_plot_and_no_database(tmp_path: Path) -> None:
    environment = {**os.environ, "PROCTOR_FOLDER": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    code = [sys.executable, "-c", FIRST_WINDOW.format()]
    done = subprocess.run(code, capture_output=True, text=True, check=False, env=environment)
    heavy, _, seconds = done.stdout.strip().rpartition(" ")
    assert heavy == "[]", done.stdout + done.stderr
    assert float(seconds) < 2, "of processor time until the first window was painted"


def test_a_capture_is_measured_live_recorded_and_reported(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = empty_workstation.window._analysis
    watchdog = Watchdog()
    page.capture(str(recording))  # a file played at its own pace stands for a camera
    times = page.panel.timeline.lanes["yaw"].curve_points
    qtbot.waitUntil(lambda: len(times) > 24)
    assert page.queue.rows[0].is_live
    assert page.panel.view.signs.name == page.queue.rows[0].student_id
    qtbot.mouseClick(page._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.queue.rows[0].state.is_final)
    assert watchdog.stop() < LONGEST_HOLD
    entry = page.queue.rows[0]
    assert entry.state is QueueState.DONE, entry.problem
    report = empty_workstation.services.reports.get(entry.report_id)
    assert report.analysis.recording.name == entry.path.name
    assert entry.path.suffix == ".mkv"
    assert 2 <= report.analysis.coverage.analysed_sec < 14
    assert empty_workstation.preferences.recording(report.analysis.recording.sha256) == entry.path
    qtbot.waitUntil(lambda: not page.runner.is_running)


def test_a_camera_that_goes_away_is_told_and_what_came_is_kept(
    empty_workstation: Workstation,
    recording: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Unplugged(PacedFile):
        def frames(self) -> Iterator[Frame]:
            for number, frame in enumerate(super().frames()):
                if number == 30:
                    raise SourceLostError("The camera went away. Check its cable.")
                yield frame

    monkeypatch.setattr(
        "proctor_desktop.gui.analysis.live.open_live",
        lambda address, sampling, limits: Unplugged(VideoFile(Path(address), sampling, limits)),
    )
    page = empty_workstation.window._analysis
    page.capture(str(recording))
    qtbot.waitUntil(lambda: page.queue.rows[0].state.is_final)
    assert page.queue.rows[0].state is QueueState.DONE
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]
    assert [dialog.message for dialog in dialogs] == ["The camera went away. Check its cable."]
    dialogs[0].close()
    assert empty_workstation.services.reports.page().total == 1
    qtbot.waitUntil(lambda: not page.runner.is_running)


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer
from proctor_desktop import bootstrap
from proctor_desktop.gui.shell import app
from proctor_desktop.gui.shell.main_window import MainWindow
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.settings import load

settings = load(folder=Path({folder!r}))
services = bootstrap.build(settings, is_service=False)
application = app.create_application(settings, Preferences(settings.folder))
window = MainWindow(LateServices(lambda: services), settings, Preferences(settings.folder))
window.show()
window.queue_videos([{video!r}])
window._analysis.start()

def look():
    if len(window._analysis.panel.timeline.lanes["yaw"].curve_points) > 20:
        os.kill(os.getpid(), 9)

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
application.exec()
"""


def test_a_window_that_was_killed_goes_on_with_its_recording(
    recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "killed"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    root = str(Path(__file__).resolve().parents[2])
    code = KILLED.format(root=root, folder=str(folder), video=str(recording))
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=120)
    assert done.returncode == -9
    again = Workstation(folder, qtbot)
    page = again.window._analysis
    assert [entry.path for entry in page.queue.rows] == [recording]
    assert "left from last time: 1" in page._result.text()
    assert again.services.reports.verify().is_sound
    again.close()
