"""Names come from strangers: what looks like markup is shown and never loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.gui.kit.elements import label, plain_hint
from proctor_desktop.gui.shell.errors import ErrorDialog

RED = QColor(255, 0, 0)


@pytest.fixture
def name(tmp_path: Path) -> str:
    """A candidate's id that names a picture of this computer."""
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(RED)
    assert picture.save(str(tmp_path / "a.png"))
    return f"<img src='{tmp_path / 'a.png'}'>"


@pytest.mark.parametrize(
    "made",
    [
        lambda text: label(text, "title"),
        lambda text: ErrorDialog(StorageError(text)),
    ],
    ids=["label", "error"],
)
def test_no_picture_is_loaded_that_a_name_names(
    qtbot: QtBot, name: str, made: Callable[[str], QWidget]
) -> None:
    widget = made(name)
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    shown = widget.grab().toImage()
    painted = [
        shown.pixelColor(x, y) == RED
        for x in range(0, shown.width(), 3)
        for y in range(0, shown.height(), 3)
    ]
    assert not any(painted)


def test_a_tool_tip_shows_markup_as_it_was_typed(name: str) -> None:
    assert "<img" not in plain_hint(name)
    assert plain_hint("5 < 6 & so on") == "5 < 6 & so on"
