"""What a person sees of a window and does to it: names, texts and keys, no private parts."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.review import IncidentState
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.opened import Opened
from proctor_desktop.gui.review.page import ReviewPage

Kind = TypeVar("Kind", bound=QWidget)


def named(root: QWidget, name: str, kind: type[Kind] = QWidget) -> Kind:  # type: ignore[assignment]  # any widget
    """The one widget below ``root`` with an accessible name."""
    (found,) = (each for each in root.findChildren(kind) if each.accessibleName() == name)
    return found


def button(root: QWidget, text: str) -> QAbstractButton:
    """The visible button with a text, or an object name."""
    found = [
        each
        for each in root.findChildren(QAbstractButton)
        if text in (each.text(), each.objectName()) and each.isVisibleTo(root)
    ]
    assert found, f"there is no button {text!r}"
    return found[0]


def dialog_of(kind: type[Kind]) -> Kind | None:
    """The open dialog of a kind."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next((each for each in found if each.isVisible()), None)


def opened_dialog(kind: type[Kind], qtbot: QtBot) -> Kind:
    """The dialog of a kind, as soon as it is open."""
    qtbot.waitUntil(lambda: dialog_of(kind) is not None)
    found = dialog_of(kind)
    assert found is not None
    return found


def closed_dialogs(qtbot: QtBot, page: QWidget) -> None:
    """Wait until no dialog is open and the window has the keys again, as a window manager does."""
    qtbot.waitUntil(lambda: dialog_of(QDialog) is None)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)


def press(
    page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key press to whatever has the focus in the page."""
    focused = QApplication.focusWidget()
    target = focused if focused is not None and page.isAncestorOf(focused) else page
    QTest.keyClick(target, key, modifier)


def desk(page: ReviewPage) -> Desk:
    """What stands on the desk."""
    return page.reviewing.desk


def opened(page: ReviewPage) -> Opened:
    """The report on the desk."""
    found = desk(page).opened
    assert found is not None
    return found


def state(page: ReviewPage, incident_id: str) -> IncidentState:
    """How an incident stands, as the table shows it."""
    row = next(row for row in page.incidents.model.rows if row.incident.id == incident_id)
    return row.state


def left(page: ReviewPage) -> int:
    """How many incidents are left to decide."""
    judged = desk(page).judged
    assert judged is not None
    return judged.left


def texts(root: QWidget) -> list[str]:
    """Every text that can be read below ``root``: labels, buttons, pages of text and tables."""
    found = [each.text() for each in root.findChildren(QLabel)]
    found += [each.text() for each in root.findChildren(QAbstractButton)]
    found += [each.toPlainText() for each in root.findChildren(QTextEdit)]
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            found += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return found
