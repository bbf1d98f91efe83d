"""The window around the pages: it fits its screen, says what is true now, and bears a name."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.kit.screens import OnScreen, fit, inside
from proctor_desktop.gui.kit.side_bar import SideBar
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.gui.shell.help import HelpDialog
from proctor_desktop.gui.shell.status_line import StatusLine
from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.storage.database import FILE_NAME
from tests.gui.conftest import Workstation

SCREEN = QRect(0, 0, 1366, 728)
READY = "Ready. Drop videos anywhere to analyse them."


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (QRect(10, 10, 800, 600), QRect(10, 10, 800, 600)),
        (QRect(0, 0, 1290, 760), QRect(0, 0, 1290, 728)),
        (QRect(-50, -30, 800, 600), QRect(0, 0, 800, 600)),
        (QRect(900, 500, 800, 600), QRect(566, 128, 800, 600)),
        (QRect(5000, 5000, 9000, 9000), SCREEN),
    ],
)
def test_a_frame_is_moved_first_and_made_smaller_only_where_it_must(
    frame: QRect, expected: QRect
) -> None:
    assert inside(frame, SCREEN) == expected


def test_a_window_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    fit(widget, QSize(9000, 200))
    room = widget.screen().availableGeometry()
    assert widget.height() == 200
    assert room.width() - 20 <= widget.width() < room.width()


def test_the_help_fits_on_the_screen(qtbot: QtBot) -> None:
    dialog = HelpDialog(all_actions())
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()


def test_a_dialog_that_hangs_off_the_screen_is_brought_back(qtbot: QtBot) -> None:
    keeper = QWidget()
    qtbot.addWidget(keeper)
    on_screen = OnScreen(keeper)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(300, 200)
    dialog.show()
    dialog.move(QPoint(-150, -90))
    on_screen.watch(dialog.windowHandle())
    room = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))
    assert dialog.size() == QSize(300, 200)


def test_the_first_window_fits_the_screen_and_a_remembered_one_comes_back(
    analysed_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    fresh = tmp_path / "fresh"
    shutil.copytree(analysed_folder, fresh)
    first = Workstation(fresh, qtbot, resize=False)
    room = first.window.screen().availableGeometry()
    assert room.contains(first.window.frameGeometry())
    first.window.resize(900, 500)
    first.close()
    assert not Preferences(fresh).geometry.isEmpty()
    second = Workstation(fresh, qtbot, resize=False)
    assert second.window.size() == QSize(900, 500)
    second.close()


def buttons(window: QWidget) -> list[QToolButton]:
    return window.findChild(SideBar).findChildren(QToolButton)


def test_a_narrow_window_spares_the_words_of_the_side_bar(
    workstation: Workstation, qtbot: QtBot
) -> None:
    window = workstation.window
    bar = window.findChild(SideBar)
    only_icons = Qt.ToolButtonStyle.ToolButtonIconOnly
    window.resize(1000, 720)
    qtbot.waitUntil(lambda: bar.width() == 48)
    assert all(each.toolButtonStyle() == only_icons for each in buttons(window))
    assert all(each.toolTip() and each.accessibleName() for each in buttons(window))
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: bar.width() > 100)
    assert not any(each.toolButtonStyle() == only_icons for each in buttons(window))
    window.resize(1280, 480)
    qtbot.waitUntil(lambda: bar.width() == 48)


def test_the_status_line_says_what_is_true_now(workstation: Workstation, qtbot: QtBot) -> None:
    window = workstation.window
    status = window.findChild(QLabel, "status")
    window.show_reports()
    window.tell("Reports erased: 7.")
    assert status.text() == "Reports erased: 7."
    window.show_settings()
    assert status.text() == READY


def test_what_happened_is_over_after_a_while(qtbot: QtBot) -> None:
    line = StatusLine(seconds=0.01)
    qtbot.addWidget(line)
    line.tell("Saved.")
    assert line.sentence == "Saved."
    qtbot.waitUntil(lambda: line.sentence == READY)


def test_the_title_names_the_page_and_the_product(workstation: Workstation) -> None:
    window = workstation.window
    window.show_reports()
    assert window.windowTitle() == "Reports - Proctor Desktop"
    window.show_settings()
    assert window.windowTitle() == "Settings - Proctor Desktop"


def test_what_0_1_0_remembered_is_found_under_todays_names(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(
        '[General]\nkeys="{\\"page_sessions\\": \\"Ctrl+R\\"}"\n[layout]\npage=sessions\n'
    )
    preferences = Preferences(tmp_path)
    assert preferences.page == "reports"
    assert preferences.keys == {"page_reports": "Ctrl+R"}


def test_no_page_is_called_by_the_name_of_a_package(workstation: Workstation) -> None:
    window = workstation.window
    window.dialogs.show_about()
    about = next(each for each in window.findChildren(QDialog) if each.isVisible())
    shown = [each.text() for each in about.findChildren(QLabel)]
    assert "Proctor Desktop" in shown
    assert not any("proctor_desktop" in text for text in shown)
    about.close()
    QApplication.processEvents()


def test_recordings_that_0_1_0_remembered_are_kept_with_their_reports(
    analysed_folder: Path, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, moved = tmp_path / "before", tmp_path / "moved.mp4"
    shutil.copytree(analysed_folder, folder)
    shutil.copy(recording, moved)
    with sqlite3.connect(folder / FILE_NAME) as database:
        database.execute("DELETE FROM recording_places")
    database.close()
    with (folder / "window.ini").open("a") as ini:
        ini.write(f"[recordings]\n{file_sha256(moved)}={moved}\n")
    station = Workstation(folder, qtbot)
    report_id = station.services.reports.page(limit=1).rows[0].report_id
    qtbot.waitUntil(lambda: not station.preferences.remembered_recordings)
    assert station.services.recordings.recording_of(report_id) == moved
    station.close()
    assert "[recordings]" not in (folder / "window.ini").read_text()
