"""Every word of the window is there in German, with the same places for numbers and names."""

import ast
import string
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import proctor_desktop.gui
from proctor_desktop import paths
from proctor_desktop.gui.dialogs.help import HelpDialog
from proctor_desktop.gui.translation import install_language, read_catalogue, translate

PACKAGE = Path(proctor_desktop.gui.__file__).parent


def words_of_the_window() -> set[tuple[str, str]]:
    """Context and text of every call of ``translate`` in the code."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "translate"
                and path.name != "translation.py"
            ):
                texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
                assert len(texts) == 2, f"{path.name}:{node.lineno}: a text Linguist cannot find"
                found.add((str(texts[0]), str(texts[1])))
    return found


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.fixture(scope="module")
def german() -> dict[tuple[str, str], str]:
    return read_catalogue(paths.resource("translations/de.ts"))


def test_every_text_is_translated(german: dict[tuple[str, str], str]) -> None:
    assert words_of_the_window() - set(german) == set()


def test_no_translation_is_left_over(german: dict[tuple[str, str], str]) -> None:
    assert set(german) - words_of_the_window() == set()


def test_translations_keep_their_places(german: dict[tuple[str, str], str]) -> None:
    wrong = [text for (_, text), said in german.items() if fields(text) != fields(said)]
    assert wrong == []


def test_the_window_speaks_german_and_english_again(qapp: QApplication, qtbot: QtBot) -> None:
    translators = install_language(qapp, "de")
    try:
        assert translate("MainWindow", "Settings") == "Optionen"
        dialog = HelpDialog()
        qtbot.addWidget(dialog)
        assert "Nächster Vorfall" in dialog.plain_text
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        install_language(qapp, "en")
    assert translate("MainWindow", "Settings") == "Settings"
    assert translate("MainWindow", "not in the catalogue") == "not in the catalogue"
