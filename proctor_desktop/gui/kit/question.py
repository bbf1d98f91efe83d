"""A question with one line to answer, which holds up nothing else."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import label

NARROWEST = 420


class Question(QDialog):
    """Asks for one line of text; it cannot be accepted empty."""

    def __init__(
        self,
        title: str,
        sentence: str,
        name: str,
        then: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is what the line is called, ``then`` gets the answer."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(NARROWEST)
        self._then = then
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMaxLength(200)
        self.line.textChanged.connect(self._refresh)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(sentence))
        heading = label(name, "heading")
        heading.setBuddy(self.line)
        layout.addWidget(heading)
        layout.addWidget(self.line)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self._refresh()

    def ask(self) -> None:
        """Show it over its window and return at once."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()
        self.line.setFocus()

    @Slot()
    def _refresh(self, *_: object) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.line.text().strip()))

    def accept(self) -> None:
        """Hand the answer on."""
        answer = self.line.text().strip()
        if answer:
            super().accept()
            self._then(answer)
