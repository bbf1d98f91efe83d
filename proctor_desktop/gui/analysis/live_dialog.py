"""Whom to capture, and from which camera or stream."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.analysis.entries import LONGEST_NAME
from proctor_desktop.gui.analysis.naming import profile_box
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.media.devices import camera_names

Begin = Callable[[str, str, str, str], object]
"""Called with address, candidate, exam (may be empty) and name of the accommodation."""


class LiveDialog(QDialog):
    """Asks for the candidate and the address together; capture begins only with both."""

    def __init__(self, begin: Begin, exam: str = "", parent: QWidget | None = None) -> None:
        """``exam`` is proposed: of one room it is the same for all candidates."""
        super().__init__(parent)
        self.setWindowTitle(translate("LiveDialog", "Capture from a camera or stream"))
        self.setMinimumWidth(480)
        self._begin = begin
        self.candidate = self._line(translate("LiveDialog", "Candidate"))
        self.exam = self._line(translate("LiveDialog", "Exam"), exam)
        self.profile = profile_box()
        self.address = self._address_box()
        self.missing = label("")
        self.missing.setObjectName("missing")
        self._lay_out()
        self.candidate.setFocus()

    def _line(self, name: str, text: str = "") -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setMaxLength(LONGEST_NAME)
        return line

    def _address_box(self) -> QComboBox:
        """Cameras of this computer; anything else can be written."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(translate("LiveDialog", "Camera or address"))
        for number, name in camera_names().items():
            box.addItem(f"{number}: {name}", str(number))
        line = box.lineEdit()
        if line is not None:
            line.setPlaceholderText(translate("LiveDialog", "rtsp:// or http:// address"))
        return box

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        begin = buttons.addButton(
            translate("LiveDialog", "Start capture"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        begin.setDefault(True)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        words = translate(
            "LiveDialog",
            "Choose a camera, or write the address of a stream (rtsp:// or http://). It is "
            "captured at once, beside whatever else runs, and recorded while it is measured; Stop "
            "ends it and writes the report.",
        )
        form = QFormLayout()
        form.addRow(translate("LiveDialog", "Candidate"), self.candidate)
        form.addRow(translate("LiveDialog", "Camera or address"), self.address)
        form.addRow(translate("LiveDialog", "Exam"), self.exam)
        form.addRow(translate("Queue", "Accommodation"), self.profile)
        layout = QVBoxLayout(self)
        layout.addWidget(label(words))
        layout.addLayout(form)
        layout.addWidget(self.missing)
        layout.addWidget(buttons)

    @property
    def _chosen_address(self) -> str:
        """The number of a camera of the list, or what was written."""
        written = self.address.currentText().strip()
        place = self.address.findText(written)
        return str(self.address.itemData(place)) if place >= 0 else written

    @Slot()
    def _give(self) -> None:
        candidate, address = self.candidate.text().strip(), self._chosen_address
        if not candidate:
            self._ask_for(
                self.candidate, translate("LiveDialog", "Say first who sits before this camera.")
            )
        elif not address:
            self._ask_for(
                self.address, translate("LiveDialog", "Say first which camera or stream.")
            )
        else:
            profile = str(self.profile.currentData())
            self._begin(address, candidate, self.exam.text().strip(), profile)
            self.accept()

    def _ask_for(self, field: QWidget, sentence: str) -> None:
        self.missing.setText(sentence)
        field.setFocus()
