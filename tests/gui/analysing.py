"""The Analysis page as tests work it: found by what it shows, pressed as a person presses."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from proctor_desktop.gui.analysis.entries import QueueEntry
from proctor_desktop.gui.analysis.live_panel import LivePanel
from proctor_desktop.gui.analysis.page import AnalysisPage
from proctor_desktop.gui.analysis.queue import RECORDING, RESULT
from proctor_desktop.gui.shell.main_window import MainWindow


def page_of(window: MainWindow) -> AnalysisPage:
    """The Analysis page, in front."""
    window.show_page("analysis")
    page = window.page("analysis")
    assert isinstance(page, AnalysisPage)
    return page


def entries(page: AnalysisPage) -> list[QueueEntry]:
    """What the queue holds, in its order."""
    return list(page.presenter.queue.rows)


def panel(page: AnalysisPage) -> LivePanel:
    """The panel in front."""
    assert page.watched.panel is not None
    return page.watched.panel


def button(parent: QWidget, text: str) -> QPushButton:
    """The visible button of this text."""
    found = [each for each in parent.findChildren(QPushButton) if each.text() == text]
    return next((each for each in found if each.isVisible()), found[0])


def press(parent: QWidget, text: str) -> None:
    """Click on a button."""
    target = button(parent, text)
    assert target.isEnabled(), f"{text} cannot be pressed"
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def notice(page: AnalysisPage) -> str:
    """What is said below the table."""
    found = page.findChild(QLabel, "queueNotice")
    assert isinstance(found, QLabel)
    return found.text()


def progress_words(page: AnalysisPage) -> str:
    """How far it is."""
    found = page.findChild(QLabel, "queueProgress")
    assert isinstance(found, QLabel)
    return found.text()


def table(page: AnalysisPage) -> QTableView:
    """The queue as a table."""
    return page.queue_panel.table


def cell(page: AnalysisPage, row: int, column: int = RESULT) -> str:
    """What stands in a cell."""
    model = page.presenter.queue
    return str(model.data(model.index(row, column)))


def spot(page: AnalysisPage, row: int, column: int = RECORDING) -> QPoint:
    """Where a cell is, within the viewport of the table."""
    shown = table(page)
    index = page.presenter.queue.index(row, column)
    shown.scrollTo(index)
    return shown.visualRect(index).center()


def choose(page: AnalysisPage, *rows: int) -> None:
    """Click on rows, with Control from the second one on."""
    for number, row in enumerate(rows):
        keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(
            table(page).viewport(), Qt.MouseButton.LeftButton, keys, spot(page, row, RESULT)
        )


def write(page: AnalysisPage, row: int, column: int, text: str) -> None:
    """Go to a cell with the rows that are selected as they are, press F2, type, press Return."""
    shown = table(page)
    index = page.presenter.queue.index(row, column)
    shown.scrollTo(index)
    shown.selectionModel().setCurrentIndex(index, shown.selectionModel().SelectionFlag.NoUpdate)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit), "no editor opened"
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the view takes what was written with the next turn


def drag_over(window: MainWindow, paths: Sequence[Path]) -> QMimeData:
    """Bring files over the window without letting go; keep what comes back until then."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(event)
    return mime


def drop(window: MainWindow, *paths: Path) -> None:
    """Let files go over the window."""
    mime = drag_over(window, paths)
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
