"""Whom the next recordings show, and under which accommodation they are analysed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate

LONGEST_IDENTIFIER = 100


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the form says; an empty candidate stands for the name of the file."""

    student_id: str
    exam_id: str
    profile: str
    is_watched: bool


class SubjectForm(QWidget):
    """Candidate, exam, accommodation, and whether the picture is shown meanwhile."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._student = self._line(
            translate("Form", "Candidate"), translate("Form", "name of the file")
        )
        self._exam = self._line(translate("Form", "Exam"), translate("Form", "such as MATH-101"))
        self._profile = QComboBox()
        self._profile.setAccessibleName(translate("Form", "Accommodation"))
        self._profile.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._profile.setMinimumContentsLength(12)
        self._profile.addItem(translate("Form", "none"), "")
        for profile in PROFILES.values():
            self._profile.addItem(said(profile.title), profile.name)
            last = self._profile.count() - 1
            self._profile.setItemData(last, said(profile.reason), Qt.ItemDataRole.ToolTipRole)
        self._profile.currentIndexChanged.connect(self._say_profile)
        self._watched = QCheckBox(translate("Form", "Watch while analysing"))
        self._watched.setAccessibleName(self._watched.text())
        self._watched.setToolTip(
            translate(
                "Form",
                "Shows the picture with what is measured in it. Without it all processor cores "
                "work, which is faster, and only the curves grow.",
            )
        )
        self._watched.setChecked(True)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addRow(translate("Form", "Candidate"), self._student)
        layout.addRow(translate("Form", "Exam"), self._exam)
        layout.addRow(translate("Form", "Accommodation"), self._profile)
        layout.addRow(self._watched)

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setMaxLength(LONGEST_IDENTIFIER)
        line.textEdited.connect(self.edited)
        return line

    @property
    def subjects(self) -> Subjects:
        """What is written."""
        return Subjects(
            self._student.text().strip(),
            self._exam.text().strip(),
            str(self._profile.currentData()),
            self._watched.isChecked(),
        )

    def show_subject(self, student_id: str, exam_id: str, profile: str) -> None:
        """Write into the form without calling it an edit."""
        self._student.setText(student_id)
        self._exam.setText(exam_id)
        blocked = self._profile.blockSignals(True)
        self._profile.setCurrentIndex(max(0, self._profile.findData(profile)))
        self._profile.blockSignals(blocked)

    @Slot()
    def _say_profile(self) -> None:
        profile = PROFILES.get(str(self._profile.currentData()))
        self._profile.setToolTip(said(profile.reason) if profile else "")
        self.edited.emit()
