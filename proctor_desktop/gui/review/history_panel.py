"""Everything that people decided and noted about a report, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from proctor_desktop.domain.review import Decision
from proctor_desktop.gui.display.words import decision_words
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import translate


class HistoryPanel(QWidget):
    """Signals: ``chosen`` carries an incident's id, ``note_wanted`` asks for a note."""

    chosen = Signal(str)
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("History", "Decisions and notes"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._activate)
        note = button(
            translate("History", "Note about the whole recording"), "mdi6.note-plus-outline"
        )
        note.clicked.connect(self.note_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(
            label(
                translate(
                    "History",
                    "Nothing here is ever erased: taking a decision back is a decision of its own.",
                ),
                "muted",
            )
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(note)

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show decisions, given oldest first."""
        self.list.clear()
        for decision in reversed(decisions):
            about = "" if decision.is_about_recording else decision.incident_id
            place = about or translate("History", "whole recording")
            when = f"{decision.decided_at.astimezone():%Y-%m-%d %H:%M}"
            item = QListWidgetItem(f"{when}  {place}\n{decision_words(decision)}")
            item.setData(Qt.ItemDataRole.UserRole, about)
            self.list.addItem(item)

    @Slot(QListWidgetItem)
    def _activate(self, item: QListWidgetItem) -> None:
        incident_id = str(item.data(Qt.ItemDataRole.UserRole))
        if incident_id:
            self.chosen.emit(incident_id)
