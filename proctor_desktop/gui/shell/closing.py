"""The question before the window closes over something that cannot be done twice."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate


class ClosingDialog(QDialog):
    """Says what would end; staying is the answer of Return and Escape alike."""

    def __init__(self, sentence: str, close: Callable[[], object], parent: QWidget) -> None:
        """``close`` is called when a person wants it all the same."""
        super().__init__(parent)
        self.setWindowTitle(translate("Closing", "Close the window?"))
        self.setMinimumWidth(460)
        self._close = close
        self.sentence = sentence
        buttons = QDialogButtonBox()
        self.leave = buttons.addButton(
            translate("Closing", "End and close"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.stay = buttons.addButton(
            translate("Closing", "Go on capturing"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.leave.setAutoDefault(False)
        self.stay.setDefault(True)
        self.leave.clicked.connect(self._leave)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(sentence))
        layout.addWidget(buttons)
        self.stay.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.accept()
        self._close()
