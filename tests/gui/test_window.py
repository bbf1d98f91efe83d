"""The whole window on the simulated candidate: drop, watch, review, and nothing held up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.shell.app import be_quiet
from tests.gui.analysing import entries, notice, page_of
from tests.gui.conftest import Workstation


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
page = window.page("analysis")
page.presenter.start()

def look():
    panel = page.watched.panel
    if panel is not None and len(panel.timeline.lanes["yaw"].curve_points) > 20:
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
    page = page_of(again.window)
    assert [entry.path for entry in entries(page)] == [recording]
    assert "left from last time: 1" in notice(page)
    assert again.services.verification.verify().is_sound
    again.close()


def test_nothing_that_qt_says_of_its_decoders_reaches_the_terminal() -> None:
    be_quiet()
    category = QLoggingCategory("qt.multimedia.ffmpeg")
    assert not category.isInfoEnabled()
    assert not category.isWarningEnabled()
    assert category.isCriticalEnabled()
    assert QLoggingCategory("qt.widgets").isWarningEnabled()
