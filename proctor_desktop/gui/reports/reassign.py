"""Another candidate or exam for reports, with the reason that stands in the audit log."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate

NARROWEST = 460
LONGEST_ID = 100
LONGEST_REASON = 500


class ReassignDialog(QDialog):
    """Asks for candidate, exam and reason; what is left empty stays as it is."""

    def __init__(
        self,
        candidate: str,
        exam: str,
        count: int,
        then: Callable[[str, str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """``candidate`` and ``exam`` stand there to begin with; ``then`` gets both and the reason.

        ``count`` is the number of reports.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("Reassign", "Give another candidate or exam"))
        self.setMinimumWidth(NARROWEST)
        self._before = candidate, exam
        self._then = then
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.candidate = _line(translate("Reassign", "Candidate"), LONGEST_ID, candidate)
        self.exam = _line(translate("Reassign", "Exam"), LONGEST_ID, exam)
        self.reason = _line(translate("Reassign", "Reason"), LONGEST_REASON)
        for line in (self.candidate, self.exam, self.reason):
            line.textChanged.connect(self._refresh)
        self._lay_out(count)
        self._refresh()

    def _lay_out(self, count: int) -> None:
        sentence = translate(
            "Reassign",
            "Reports: {count}. What is left empty stays as it is. Who changed what, when and why "
            "stands in the log for good.",
        )
        layout = QFormLayout(self)
        layout.addRow(label(sentence.format(count=count), "muted"))
        for line in (self.candidate, self.exam, self.reason):
            layout.addRow(line.accessibleName(), line)
        layout.addRow(self.buttons)

    def ask(self) -> None:
        """Show it over its window and return at once."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

    @property
    def _given(self) -> tuple[str, str]:
        return self.candidate.text().strip(), self.exam.text().strip()

    @Slot()
    def _refresh(self, *_: object) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.is_complete)

    @property
    def is_complete(self) -> bool:
        """Whether something changes and the reason is given."""
        changes = self._given not in (self._before, ("", ""))
        return changes and bool(self.reason.text().strip())

    def accept(self) -> None:
        """Hand it on."""
        if self.is_complete:
            super().accept()
            self._then(*self._given, self.reason.text().strip())


def _line(name: str, longest: int, text: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setMaxLength(longest)
    return made
