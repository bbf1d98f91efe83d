"""Whoever cannot see the window, or has no mouse, can still use all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.display.why import WhyDialog
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.review.decide import NoteDialog, ReasonDialog
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.shell.about import AboutDialog
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.gui.shell.check import CheckDialog
from proctor_desktop.gui.shell.checks import CheckResult
from proctor_desktop.gui.shell.errors import ErrorDialog
from proctor_desktop.gui.shell.help import HelpDialog
from tests.gui.conftest import Workstation
from tests.gui.looking import button

INNER = (QScrollBar, QTabBar)


def is_inner(widget: QWidget) -> bool:
    """Whether a widget is part of another one that speaks for it."""
    if isinstance(widget, INNER) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox)):
            return True
        if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
            return True
        parent = parent.parentWidget()
    return type(widget).__name__ in ("QKeySequenceEdit", "QLineEdit") and isinstance(
        widget.parentWidget(), type(widget)
    )


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says."""
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    """Focusable widgets below ``root`` without a name."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or is_inner(widget):
            continue
        if isinstance(widget, QLineEdit) and type(widget.parentWidget()).__name__ == (
            "QKeySequenceEdit"
        ):
            continue
        if not spoken_name(widget).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("name", ["analysis", "reports", "settings"])
def test_every_widget_of_a_page_has_a_name(workstation: Workstation, name: str) -> None:
    workstation.window.show_page(name)
    assert nameless(workstation.window) == []


def test_every_widget_of_the_review_has_a_name(reviewing: ReviewPage) -> None:
    for tab in range(reviewing.tabs.count()):
        reviewing.tabs.setCurrentIndex(tab)
        assert nameless(reviewing) == []


def test_every_widget_of_a_dialog_has_a_name(qtbot: QtBot) -> None:
    background = Background("test")
    dialogs: list[QDialog] = [
        HelpDialog(all_actions()),
        AboutDialog(),
        ErrorDialog(ValueError("x")),
        ReasonDialog("I001", "gaze_deviation"),
        NoteDialog("I001"),
        WhyDialog("Why", ["Because."]),
        CheckDialog([("Folder", lambda: CheckResult("Folder", True, "good"))], background),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert nameless(dialog) == [], type(dialog).__name__
    background.close()


def test_a_nameless_widget_would_be_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    QLineEdit(root)
    assert nameless(root) == ["QLineEdit in QWidget"]


def test_tab_reaches_every_control_of_the_review(reviewing: ReviewPage) -> None:
    reachable = set()
    widget: QWidget = reviewing
    for _ in range(400):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reachable.add(widget)
    wanted = {
        reviewing.timeline,
        reviewing.incidents.table,
        button(reviewing, "Export..."),
        reviewing.tabs.tabBar(),
    }
    assert wanted <= reachable
    buttons = [each for each in reviewing.findChildren(QAbstractButton) if each.isVisible()]
    without_keys = [
        each
        for each in buttons
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus and each.parent() is not reviewing.end_card
    ]
    assert without_keys == []


def test_return_presses_the_focused_button_since_space_plays(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    reviewing.picture.transport.skips.setFocus()
    qtbot.keyClick(reviewing.picture.transport.skips, Qt.Key.Key_Return)
    assert reviewing.player.skips_quiet


def test_the_timeline_says_in_words_what_it_shows(reviewing: ReviewPage, qtbot: QtBot) -> None:
    reviewing.incidents.table.setFocus()
    reviewing.timeline.setFocus()
    qtbot.waitUntil(lambda: bool(reviewing.timeline.accessibleDescription()))
    words = reviewing.timeline.accessibleDescription()
    assert "Incidents: 2" in words
    assert "Head turn" in words
    assert "beyond the threshold" in words
