"""Which camera or stream to capture."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.media.devices import camera_names


class LiveDialog(QDialog):
    """Signals: ``given`` carries the address: a camera's number or a stream's URL."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("LiveDialog", "Capture from a camera or stream"))
        self.setMinimumWidth(480)
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.setAccessibleName(translate("LiveDialog", "Camera or address"))
        for number, name in camera_names().items():
            self.address.addItem(f"{number}: {name}", str(number))
        if not self.address.count():
            self.address.addItem("0", "0")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        begin = buttons.addButton(
            translate("LiveDialog", "Start capture"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        begin.clicked.connect(self._give)
        begin.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(
                translate(
                    "LiveDialog",
                    "Choose a camera, or write the address of a stream (rtsp:// or http://). The "
                    "picture is recorded while it is measured; Stop ends the capture and writes "
                    "the report.",
                )
            )
        )
        layout.addWidget(self.address)
        layout.addWidget(buttons)

    @Slot()
    def _give(self) -> None:
        place = self.address.findText(self.address.currentText())
        written = self.address.currentText().strip()
        address = str(self.address.itemData(place)) if place >= 0 else written
        if address:
            self.given.emit(address)
            self.accept()
