"""A band across the page while other settings than the report's are on trial."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import translate


class TrialBand(QFrame):
    """Signals: ``ended`` when a person wants the report's own settings back."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        words = label(
            translate(
                "Trial",
                "Trial settings: what the timeline shows is not in the report, and nothing can be "
                "decided.",
            )
        )
        back = button(translate("Trial", "As in the report"), "mdi6.restore")
        back.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(words, 1)
        row.addWidget(back)
        self.hide()
