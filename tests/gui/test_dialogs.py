"""Errors, help and about say what a person needs."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import DiskFullError
from proctor_desktop.gui.kit.actions import bind, key_text
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.actions import deciding_actions, going_actions
from proctor_desktop.gui.shell.about import AboutDialog
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.gui.shell.errors import ErrorDialog, show_error
from proctor_desktop.gui.shell.help import PAGES, GuideText, HelpDialog
from proctor_desktop.paths import resource
from tests.gui.looking import named


def test_an_expected_fault_is_said_in_its_own_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = show_error(parent, DiskFullError("The disk is full. Free some space."))
    qtbot.addWidget(dialog)
    assert dialog.message == "The disk is full. Free some space."
    dialog.close()


def test_a_bug_says_what_to_do_and_copies_its_traceback(qtbot: QtBot) -> None:
    try:
        {}["missing"]
    except KeyError as error:
        dialog = ErrorDialog(error)
    qtbot.addWidget(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError" in dialog.message
    assert "copy the details" in dialog.message
    assert "test_dialogs.py" in copied
    assert dialog.findChild(QPlainTextEdit).isHidden()


def test_help_names_every_action_with_its_keys(qtbot: QtBot) -> None:
    dialog = HelpDialog(all_actions())
    qtbot.addWidget(dialog)
    text = dialog.plain_text
    for spec in all_actions():
        assert spec.title in text
        assert all(key_text(key) in text for key in spec.keys)


def test_the_guide_is_there_page_by_page_with_its_pictures(qtbot: QtBot) -> None:
    dialog = HelpDialog(all_actions())
    qtbot.addWidget(dialog)
    listed = named(dialog, "Pages of the help", QListWidget)
    titles = [listed.item(row).text() for row in range(listed.count())]
    assert titles[1:] == [
        "Watching an exam",
        "Reviewing a report",
        "Connecting other systems",
        "Duties of whoever uses it",
        "Who could change what, and how it shows",
        "What is measured, how, and how well",
        "Changelog",
    ]
    for row, heading in enumerate(titles[1:], start=1):
        dialog.open_page(row)
        assert dialog.plain_text.startswith(heading)
    dialog.open_page(2)
    shown = dialog.findChild(GuideText)
    document = shown.document()
    kind = QTextDocument.ResourceType.ImageResource
    picture = document.resource(kind.value, QUrl("window_review.png"))
    assert 200 <= picture.width() <= shown.viewport().width()


def test_a_link_in_the_guide_leads_to_its_page(qtbot: QtBot) -> None:
    dialog = HelpDialog(all_actions())
    qtbot.addWidget(dialog)
    for page in PAGES:
        for name in re.findall(r"\]\(([\w.]+)\)", resource(page).read_text("utf-8")):
            assert resource(f"guide/{name}").exists(), f"{page} refers to {name}"
    dialog.follow(QUrl("method.md"))
    assert dialog.plain_text.startswith("What is measured")


def test_the_guide_speaks_the_language_of_the_window(in_german: None, qtbot: QtBot) -> None:
    dialog = HelpDialog(all_actions())
    qtbot.addWidget(dialog)
    listed = named(dialog, translate("Help", "Pages of the help"), QListWidget)
    titles = [listed.item(row).text() for row in range(listed.count())]
    assert titles[1:3] == ["Eine Prüfung beaufsichtigen", "Einen Bericht durchsehen"]
    assert titles[4] == "Duties of whoever uses it"
    dialog.follow(QUrl("reviewer.md"))
    assert dialog.plain_text.startswith("Einen Bericht durchsehen")


def frame(text: str) -> tuple[object, ...]:
    """What is the same in every language: headings, lists, tables, pictures, links and commands."""
    begins = ("# ", "## ", "![", "| ", "- ", "1. ", "2. ", "3. ", "4. ")
    lines = [start for line in text.splitlines() for start in begins if line.startswith(start)]
    commands = re.findall(r"--[a-z]+ ?[a-z._]*", re.sub(r"\s+", " ", text))
    return lines, re.findall(r"\]\(([\w.]+)\)", text), commands


@pytest.mark.parametrize("page", sorted(resource("guide/de").glob("*.md")), ids=lambda p: p.name)
def test_a_translated_page_says_as_much_as_the_english_one(page: Path) -> None:
    english = page.parents[1] / page.name
    assert frame(page.read_text("utf-8")) == frame(english.read_text("utf-8"))


def test_no_key_does_two_things_in_one_place() -> None:
    seen: dict[str, str] = {}
    for spec in all_actions():
        for key in spec.keys:
            assert key not in seen, f"{key} is {seen[key]} and {spec.id}"
            seen[key] = spec.id


def test_about_lists_versions(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "PySide6 6." in copied
    assert "Proctor Desktop 0." in copied


def test_a_persons_own_key_replaces_the_first(qtbot: QtBot) -> None:
    class Judge(QWidget):
        def __getattr__(self, name: str) -> object:
            return lambda *_: None

    owner = Judge()
    qtbot.addWidget(owner)
    actions = bind(owner, (*going_actions(), *deciding_actions()), {"confirm": "X"})
    assert [key.toString() for key in actions["confirm"].shortcuts()] == ["X"]
    assert [key.toString() for key in actions["next_incident"].shortcuts()] == ["N", "Alt+Right"]
