"""Every page in both themes and two sizes, saved for people to look at, and checked for overlap."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.gui import theme
from proctor_desktop.gui.pages.review import ReviewPage
from tests.gui.conftest import Workstation

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
    cut: list[str] = []
    for page in ("analysis", "sessions", "settings"):
        window.show_page(page)
        if page == "sessions":
            qtbot.waitUntil(lambda: window.page("sessions").model.rowCount() == 1)
        save(window, output_folder, f"{page}_{look}_{size}")
        cut += cut_off(window)
    window.show_page("review")
    for tab in range(reviewing.tabs.count()):
        reviewing.tabs.setCurrentIndex(tab)
        qtbot.wait(1)
        save(window, output_folder, f"review_{tab}_{look}_{size}")
        cut += cut_off(window)
    assert cut == []
    assert window.size() == SIZES[size], "a page needs more room than the window has"
