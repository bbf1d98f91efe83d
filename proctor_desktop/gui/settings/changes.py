"""What is about to be saved: each change with its old and new value, and a way to take it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import translate

HIGHEST = 130


@dataclass(frozen=True, slots=True)
class Change:
    """``sentence`` says what becomes what; ``take_back`` writes what is in force again."""

    sentence: str
    take_back: Callable[[], None]


class ChangeList(QScrollArea):
    """Hidden while nothing was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumHeight(HIGHEST)
        self.setAccessibleName(translate("Settings", "Changes to be saved"))
        self._shown: list[str] = []
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as its lines, as long as they are few."""
        content = self.widget()
        height = 0 if content is None else content.sizeHint().height()
        return QSize(200, min(HIGHEST, height + 4))

    def show_changes(self, changes: Sequence[Change]) -> None:
        """List them; the focus stays where it is."""
        sentences = [each.sentence for each in changes]
        if sentences == self._shown:
            return
        self._shown = sentences
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in changes:
            layout.addLayout(_line(each))
        self.setWidget(content)
        self.setVisible(bool(changes))
        self.updateGeometry()


def _line(change: Change) -> QHBoxLayout:
    undo = button(translate("Settings", "Take back"), "mdi6.undo")
    undo.setAccessibleName(f"{undo.text()}: {change.sentence}")
    undo.clicked.connect(partial(_call, change.take_back))
    row = QHBoxLayout()
    row.addWidget(label(change.sentence), 1)
    row.addWidget(undo)
    return row


def _call(take_back: Callable[[], None], *_: object) -> None:
    take_back()
