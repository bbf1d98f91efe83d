"""File dialogs begin where the last file of their kind was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.preferences import Preferences


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_each_purpose_begins_where_it_was_last(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    movies, stick = tmp_path / "movies", tmp_path / "stick"
    movies.mkdir()
    stick.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(movies)))
    begun: list[str] = []

    def asked(_: QWidget, __: str, place: str, ___: str = "") -> tuple[list[str], str]:
        begun.append(place)
        return [str(stick / "exam.mp4")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(asked))
    for _ in range(2):
        chosen = Chooser(parent, Preferences(tmp_path / "kept"), "recordings").files("", "")
        assert chosen == [stick / "exam.mp4"]
    assert begun == [str(movies), str(stick)]
    assert Chooser(parent, Preferences(tmp_path / "kept"), "exports").place == movies


def test_a_stick_that_was_pulled_out_is_not_asked_for(parent: QWidget, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "kept")
    preferences.keep_place("rosters", str(tmp_path / "gone"))
    assert Chooser(parent, preferences, "rosters").place.is_dir()
