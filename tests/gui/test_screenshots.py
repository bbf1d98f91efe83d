"""Every page in both themes and two sizes, saved for people to look at, and checked for overlap."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.scrolled import Scrolled
from proctor_desktop.gui.review.page import ReviewPage
from tests.gui.conftest import Workstation
from tests.gui.looking import button

SIZES = {"1280x720": QSize(1280, 720), "1920x1080": QSize(1920, 1080)}
SIDE_BY_SIDE_SLACK = 2


def cut_off(root: QWidget) -> list[str]:
    """Texts of visible labels and buttons that do not fit into them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.sizeHint().width()
        elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
        else:
            continue
        if widget.width() + SIDE_BY_SIDE_SLACK < needed:
            text = widget.text()
            found.append(f"{text!r}: {widget.width()} of {needed} px")
    return found


def save(window: QWidget, folder: Path, name: str) -> None:
    QApplication.processEvents()
    assert window.grab().save(str(folder / f"{name}.png"))


def every_page(
    workstation: Workstation, review: ReviewPage, folder: Path, name: str, qtbot: QtBot
) -> list[str]:
    """Save a picture of every page; what is cut off on any of them."""
    window = workstation.window
    cut: list[str] = []
    for page in ("analysis", "reports", "settings"):
        window.show_page(page)
        if page == "reports":
            qtbot.waitUntil(lambda: window.page("reports").model.rowCount() == 1)
        save(window, folder, f"{page}_{name}")
        cut += cut_off(window)
    window.show_page("review")
    for tab in range(review.tabs.count()):
        review.tabs.setCurrentIndex(tab)
        qtbot.wait(1)
        save(window, folder, f"review_{tab}_{name}")
        cut += cut_off(window)
    return cut


def test_every_page_fits_in_german(
    in_german: None,
    reviewing: ReviewPage,
    workstation: Workstation,
    output_folder: Path,
    qtbot: QtBot,
) -> None:
    assert every_page(workstation, reviewing, output_folder, "dark_german_1280x720", qtbot) == []
    assert workstation.window.size() == SIZES["1280x720"]


def test_a_small_window_scrolls_and_loses_nothing(
    reviewing: ReviewPage, workstation: Workstation, output_folder: Path, qtbot: QtBot
) -> None:
    """Twice the size of everything leaves 960 x 540 of a full HD screen."""
    window = workstation.window
    window.resize(960, 540)
    assert every_page(workstation, reviewing, output_folder, "dark_960x540", qtbot) == []
    assert window.size() == QSize(960, 540)
    area = next(each for each in window.findChildren(Scrolled) if each.isAncestorOf(reviewing))
    reviewing.tabs.setCurrentIndex(0)
    export = button(reviewing, "Export...")
    area.ensureWidgetVisible(export)
    QApplication.processEvents()
    assert not export.visibleRegion().isEmpty()


@pytest.mark.parametrize("look", ["dark", "light"])
@pytest.mark.parametrize("size", sorted(SIZES))
def test_every_page_fits(
    reviewing: ReviewPage,
    workstation: Workstation,
    look: str,
    size: str,
    output_folder: Path,
    qtbot: QtBot,
) -> None:
    window = workstation.window
    if theme.current().name != look:
        window.switch_theme()
    window.resize(SIZES[size])
    assert every_page(workstation, reviewing, output_folder, f"{look}_{size}", qtbot) == []
    assert window.size() == SIZES[size], "a page needs more room than the window has"
    for area in window.findChildren(Scrolled):
        assert area.verticalScrollBar().maximum() == 0, "a page scrolls at an ordinary size"
        assert area.horizontalScrollBar().maximum() == 0
