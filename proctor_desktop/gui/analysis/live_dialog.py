"""Whom to capture, and from which camera or stream."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.frame import Frame
from proctor_desktop.gui.analysis.entries import LONGEST_NAME
from proctor_desktop.gui.analysis.naming import profile_box
from proctor_desktop.gui.analysis.preview import Preview
from proctor_desktop.gui.display.picture import Picture
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.media.devices import camera_names

Begin = Callable[[str, str, str, str], object]
"""Called with address, candidate, exam (may be empty) and name of the accommodation."""


class LiveDialog(QDialog):
    """Asks for the candidate and the address together; capture begins only with both."""

    def __init__(
        self, begin: Begin, preview: Preview, exam: str = "", parent: QWidget | None = None
    ) -> None:
        """``exam`` is proposed: of one room it is the same for all candidates."""
        super().__init__(parent)
        self.setWindowTitle(translate("LiveDialog", "Capture from a camera or stream"))
        self.setMinimumWidth(560)
        self._begin = begin
        self.candidate = self._line(translate("LiveDialog", "Candidate"))
        self.exam = self._line(translate("LiveDialog", "Exam"), exam)
        self.profile = profile_box()
        self.address = self._address_box()
        self._pending: Callable[[], object] | None = None
        self._preview = preview
        self.view = VideoView("")
        self.view.hide()
        self.missing = label("")
        self.missing.setObjectName("missing")
        self._lay_out()
        self._connect()
        self.candidate.setFocus()

    def _connect(self) -> None:
        self._preview.shown.connect(self._show)
        self._preview.failed.connect(self._say_failed)
        self._preview.released.connect(self._released)
        self.look.toggled.connect(self._look)
        self.address.currentTextChanged.connect(self._leave)

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
        self.start = buttons.addButton(
            translate("LiveDialog", "Start capture"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.start.setDefault(True)
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
        self.look = button(translate("LiveDialog", "Show the picture"), "mdi6.eye-outline")
        self.look.setCheckable(True)
        self.look.setAutoDefault(False)  # Return begins the capture
        self.look.setToolTip(translate("LiveDialog", "See what it shows before it is captured"))
        source = QHBoxLayout()
        source.addWidget(self.address, 1)
        source.addWidget(self.look)
        form.addRow(translate("LiveDialog", "Camera or address"), source)
        form.addRow(translate("LiveDialog", "Exam"), self.exam)
        form.addRow(translate("Queue", "Accommodation"), self.profile)
        layout = QVBoxLayout(self)
        layout.addWidget(label(words))
        layout.addLayout(form)
        layout.addWidget(self.view, 1)
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
            exam, profile = self.exam.text().strip(), str(self.profile.currentData())
            self._begin_released(partial(self._begin, address, candidate, exam, profile))

    def _begin_released(self, begin: Callable[[], object]) -> None:
        """Begin once the preview has given the camera back: only one can have it."""
        self._pending = begin
        if not self._preview.is_open:
            self._released()
            return
        self.start.setEnabled(False)
        self.missing.setText(translate("LiveDialog", "The camera is given back first ..."))
        self._preview.end()

    # the picture before

    @Slot(bool)
    def _look(self, is_wanted: bool) -> None:
        address = self._chosen_address
        self.view.setVisible(is_wanted and bool(address))
        self.adjustSize()
        if not is_wanted:
            self._preview.end()
        elif address:
            self.missing.setText("")
            self.view.show_picture(None)
            self.view.set_sentence(translate("LiveDialog", "Opening it ..."))
            self._preview.begin(address)
        else:
            self.look.setChecked(False)
            self._ask_for(
                self.address, translate("LiveDialog", "Say first which camera or stream.")
            )

    @Slot()
    def _leave(self) -> None:
        """The picture is that of another address."""
        self.look.setChecked(False)

    @Slot(object)
    def _show(self, frame: Frame) -> None:
        if self.look.isChecked():
            self.view.show_picture(Picture(frame))

    @Slot(object)
    def _say_failed(self, error: BaseException) -> None:
        self.look.setChecked(False)
        self.missing.setText(said(str(error)))

    @Slot()
    def _released(self) -> None:
        begin, self._pending = self._pending, None
        if begin is not None:
            begin()
            self.accept()

    def done(self, result: int) -> None:
        """Nothing is shown without the dialog, and nothing begins after it was left."""
        self._pending = None
        self._preview.end()
        super().done(result)

    def _ask_for(self, field: QWidget, sentence: str) -> None:
        self.missing.setText(sentence)
        field.setFocus()
