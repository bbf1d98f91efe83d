"""What all pages are made of: toasts, splitters, questions, and a wheel that changes nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.kit.question import Question
from proctor_desktop.gui.kit.splitter import RememberedSplitter
from proctor_desktop.gui.kit.toast import Toast
from proctor_desktop.gui.kit.wheel import CalmWheel
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.reviewer import ask_reviewer
from tests.gui.wheel import turn


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A shown window with one line to type into, which has the focus."""
    made = QWidget()
    made.resize(600, 400)
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(QLineEdit).setFocus()
    return made


def test_a_toast_says_offers_and_goes_without_taking_the_focus(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    done: list[str] = []
    toast.say("I001 of Ada was dismissed.", "Undo", lambda: done.append("undone"), seconds=60)
    assert toast.isVisible()
    assert toast.sentence == "I001 of Ada was dismissed."
    assert page.focusWidget() is page.findChild(QLineEdit)
    assert page.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not toast.isVisible()
    assert page.focusWidget() is page.findChild(QLineEdit)


def test_a_toast_goes_by_itself_and_with_its_page(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    with qtbot.waitSignal(toast.closed):
        toast.say("Written.", seconds=0.01)
    assert not toast.isVisible()
    toast.say("Written.", seconds=60)
    page.hide()
    page.show()
    assert not toast.isVisible()


def test_a_toast_stays_at_the_lower_edge(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("A long sentence about what happened. " * 6, "Undo", print, seconds=60)
    page.resize(300, 500)
    assert page.rect().contains(toast.geometry())
    words = toast.findChild(QLabel)
    assert words.height() >= words.heightForWidth(words.width())


def test_a_splitter_stands_where_it_was_left(qtbot: QtBot) -> None:
    kept: dict[str, Sequence[int]] = {}

    def shown() -> RememberedSplitter:
        made = RememberedSplitter("desk", lambda name: kept.get(name, ()), kept.__setitem__)
        for _ in range(2):
            made.addWidget(QWidget())
        made.resize(806, 200)
        qtbot.addWidget(made)
        made.show()
        return made

    first = shown()
    assert first.sizes() == [400, 400]
    handle = first.handle(1)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(handle, handle.rect().center().__class__(-97, 5))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert kept["desk"] == first.sizes() != [400, 400]
    assert shown().sizes() == kept["desk"]


def test_what_was_kept_for_other_parts_is_left_aside(qtbot: QtBot) -> None:
    made = RememberedSplitter("desk", lambda _: [1, 2, 3], lambda *_: None)
    for _ in range(2):
        made.addWidget(QWidget())
    made.resize(806, 200)
    qtbot.addWidget(made)
    made.show()
    assert made.sizes() == [400, 400]


@pytest.mark.parametrize("kind", [QSpinBox, QDoubleSpinBox, QComboBox, QSlider, QTabWidget])
def test_the_wheel_passes_over_what_has_no_focus(
    kind: type[QWidget], page: QWidget, qtbot: QtBot
) -> None:
    wheel = CalmWheel(page)
    wheel.watch(page.windowHandle())
    value = kind()
    if isinstance(value, QComboBox):
        value.addItems(["a", "b", "c"])
    if isinstance(value, QTabWidget):
        for name in "abc":
            value.addTab(QWidget(), name)
    content, area = QWidget(), QScrollArea()
    column = QVBoxLayout(content)
    column.addWidget(value)
    column.addSpacing(3000)
    area.setWidgetResizable(True)
    area.setWidget(content)
    page.layout().addWidget(area)
    area.show()
    target = value.tabBar() if isinstance(value, QTabWidget) else value
    qtbot.waitUntil(lambda: not target.visibleRegion().isEmpty())
    read = value.currentIndex if isinstance(value, (QComboBox, QTabWidget)) else value.value
    if isinstance(value, (QComboBox, QTabWidget)):
        value.setCurrentIndex(1)
    else:
        value.setValue(50)
    before = read()
    area.verticalScrollBar().setValue(0)
    turn(target, -2)
    assert read() == before
    assert area.verticalScrollBar().value() > 0, "the page scrolls instead"
    area.verticalScrollBar().setValue(0)
    target.setFocus()
    turn(target, -1)
    assert read() != before, "what has the focus may be changed"


def test_a_question_takes_no_empty_answer_and_hands_the_other_on(
    page: QWidget, qtbot: QtBot
) -> None:
    answers: list[str] = []
    question = Question("Who decides?", "It is asked once.", "Your name", answers.append, page)
    question.ask()
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert question.isVisible()
    assert answers == []
    ok = question.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    qtbot.keyClicks(question.line, "  Ada ")
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert answers == ["Ada"]


def test_who_reviews_is_asked_once_and_never_the_computers_account(
    page: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences = Preferences(tmp_path)
    assert preferences.reviewer == ""
    names: list[str] = []
    question = ask_reviewer(page, preferences, names.append)
    assert names == []
    qtbot.keyClicks(question.line, "Ada Lovelace")
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert names == ["Ada Lovelace"]
    assert ask_reviewer(page, Preferences(tmp_path), names.append) is None
    assert names == ["Ada Lovelace", "Ada Lovelace"]
