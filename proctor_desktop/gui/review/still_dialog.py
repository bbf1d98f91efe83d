"""One picture of an incident, as large as the screen allows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import UNBOUNDED
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.still_row import StillView
from proctor_desktop.gui.review.stills import Still

SHARE_OF_SCREEN = 0.8


class StillDialog(QDialog):
    """Names the candidate and the incident whose picture it is."""

    def __init__(self, still: Still, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Stills", "Picture: {whose}").format(whose=whose))
        self.view = StillView(still)
        self.view.setMaximumSize(UNBOUNDED, UNBOUNDED)
        self.view.setToolTip("")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        room = self.screen().availableSize() * SHARE_OF_SCREEN
        size = self.view.image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.resize(size.expandedTo(self.minimumSizeHint()).boundedTo(room))
