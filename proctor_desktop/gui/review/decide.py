"""Asking for a reason or a note, in as few keys as possible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.review import ADDED_KINDS
from proctor_desktop.gui.display.words import dismissal_reasons, kind_words
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate


class NumberedList(QListWidget):
    """Signals: ``numbered`` carries the digit, 1 to 9, that was pressed."""

    numbered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses at once."""
        if event.text() in set("123456789"):
            self.numbered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)


class NoteText(QPlainTextEdit):
    """Signals: ``finished`` when Ctrl+Return was pressed."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return ends, Return alone is a new line."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class ReasonDialog(QDialog):
    """Why an incident is dismissed: a number chooses and ends, or words of one's own.

    Signals:
        given: the reason, never empty.
    """

    given = Signal(str)

    def __init__(self, what: str, kind: str, parent: QWidget | None = None) -> None:
        """``kind`` of the incident decides which reasons are offered; none is chosen before."""
        super().__init__(parent)
        self.setWindowTitle(translate("Decide", "Dismiss: why?"))
        self.setMinimumWidth(460)
        self._reasons: Sequence[str] = dismissal_reasons(kind)
        self._list = NumberedList()
        self._list.setAccessibleName(translate("Decide", "Reasons"))
        self._list.addItems([f"{place}  {text}" for place, text in enumerate(self._reasons, 1)])
        self._list.setFixedHeight(
            self._list.sizeHintForRow(0) * len(self._reasons) + 2 * self._list.frameWidth() + 6
        )
        self._list.itemActivated.connect(self._take_listed)
        self._own = QLineEdit()
        self._own.setAccessibleName(translate("Decide", "Reason in your own words"))
        self._own.setPlaceholderText(translate("Decide", "or in your own words"))
        self._own.returnPressed.connect(self._accept_any)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(
            translate("Decide", "Dismiss"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        accept.clicked.connect(self._accept_any)
        accept.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(what, "heading"))
        hint = translate("Decide", "Press a number, or write your own words and press Return.")
        layout.addWidget(label(hint, "muted"))
        layout.addWidget(self._list)
        layout.addWidget(self._own)
        layout.addWidget(buttons)
        self._list.numbered.connect(self._take_number)
        self._list.setFocus()

    @Slot(int)
    def _take_number(self, number: int) -> None:
        if number <= len(self._reasons):
            self._give(self._reasons[number - 1])

    @Slot()
    def _take_listed(self, *_: object) -> None:
        self._accept_any()

    @Slot()
    def _accept_any(self) -> None:
        """One's own words, else the selected reason; that a list has the focus selects none."""
        selected = [self._list.row(each) for each in self._list.selectedItems()]
        reason = self._own.text().strip() or "".join(self._reasons[row] for row in selected)
        if reason:
            self._give(reason)

    def _give(self, reason: str) -> None:
        self.given.emit(reason)
        self.accept()


class OwnIncidentDialog(QDialog):
    """What a person saw that the program did not report.

    Signals:
        given: kind and description, neither empty.
    """

    given = Signal(str, str)

    def __init__(self, span: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Decide", "Add an incident of your own"))
        self.setMinimumWidth(460)
        self._list = NumberedList()
        self._list.setAccessibleName(translate("Decide", "What it was"))
        self._list.addItems(
            [f"{place}  {kind_words(kind)}" for place, kind in enumerate(ADDED_KINDS, 1)]
        )
        self._list.setCurrentRow(len(ADDED_KINDS) - 1)
        self._list.setFixedHeight(
            self._list.sizeHintForRow(0) * len(ADDED_KINDS) + 2 * self._list.frameWidth() + 6
        )
        self._list.numbered.connect(self._choose)
        self._list.itemActivated.connect(self._describe)
        self._words = QLineEdit()
        self._words.setAccessibleName(translate("Decide", "What you saw"))
        self._words.setPlaceholderText(translate("Decide", "what you saw, in your own words"))
        self._words.returnPressed.connect(self._accept_described)
        self._words.textChanged.connect(self._refresh)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self._accept_described)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(span)
        self._refresh()
        self._list.setFocus()

    def _lay_out(self, span: str) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(label(span, "heading"))
        hint = translate(
            "Decide",
            "A number says what it was, then write what you saw and press Return. It is kept as "
            "yours, beside what was measured; the measured risk stays as it is.",
        )
        layout.addWidget(label(hint, "muted"))
        layout.addWidget(self._list)
        layout.addWidget(self._words)
        layout.addWidget(self._buttons)

    @Slot()
    def _refresh(self) -> None:
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self._words.text().strip()))

    @Slot(int)
    def _choose(self, number: int) -> None:
        if number <= len(ADDED_KINDS):
            self._list.setCurrentRow(number - 1)
            self._words.setFocus()

    @Slot()
    def _describe(self, *_: object) -> None:
        self._words.setFocus()

    @Slot()
    def _accept_described(self) -> None:
        text = self._words.text().strip()
        if text:
            self.given.emit(ADDED_KINDS[self._list.currentRow()], text)
            self.accept()


class NoteDialog(QDialog):
    """A note about an incident.

    Signals:
        given: the text, never empty.
    """

    given = Signal(str)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Decide", "Note"))
        self.setMinimumWidth(460)
        self._text = NoteText()
        self._text.finished.connect(self._save)
        self._text.setAccessibleName(translate("Decide", "Note"))
        self._text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(what, "heading"))
        layout.addWidget(label(translate("Decide", "Ctrl+Return saves."), "muted"))
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        self._text.setFocus()

    @Slot()
    def _save(self) -> None:
        text = self._text.toPlainText().strip()
        if text:
            self.given.emit(text)
        self.accept()
