"""The one place that tells a person of a fault: what happened, what to do, details to copy."""

import platform
import traceback

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import proctor_desktop
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.paths import PRODUCT

ICON_SIZE = 40


def show_error(parent: QWidget | None, error: BaseException) -> "ErrorDialog":
    """Tell a person about ``error`` without stopping the rest of the window."""
    dialog = ErrorDialog(error, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def details_of(error: BaseException) -> str:
    """Versions and traceback, as they help whoever looks for the cause."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    facts = f"{PRODUCT} {proctor_desktop.__version__}, Python {platform.python_version()}"
    return f"{facts}, {platform.platform()}\n\n{''.join(lines)}"


class ErrorDialog(QDialog):
    """What happened and what to do; the details unfold."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Errors", "Something needs your attention"))
        self.setMinimumWidth(520)
        expected = isinstance(error, ProctorError)
        self._message = label(said(str(error)) if expected else self._bug_sentence(error))
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit(details_of(error))
        self._details.setReadOnly(True)
        self._details.setAccessibleName(translate("Errors", "Details for support"))
        self._details.setMinimumHeight(180)
        self._details.hide()
        self._unfold = QPushButton(translate("Errors", "Show details"))
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._show_details)
        self._copy = button(translate("Errors", "Copy"), "mdi6.content-copy")
        self._copy.setToolTip(translate("Errors", "Copy message and details to the clipboard"))
        self._copy.clicked.connect(self.copy)
        self._lay_out(expected)

    @staticmethod
    def _bug_sentence(error: BaseException) -> str:
        return translate(
            "Errors",
            "The program made a mistake ({name}). What was saved is safe. Try again; if it "
            "happens again, copy the details and send them to whoever looks after this program.",
        ).format(name=type(error).__name__)

    def _lay_out(self, expected: bool) -> None:
        sign = QLabel()
        name, color = (
            ("mdi6.alert-outline", "suspicious") if expected else ("mdi6.bug-outline", "high_risk")
        )
        sign.setPixmap(theme.icon(name, color).pixmap(ICON_SIZE, ICON_SIZE))
        top = QHBoxLayout()
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._message, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._unfold, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._details, 1)
        layout.addWidget(buttons)

    @property
    def message(self) -> str:
        """What is said to the person."""
        return self._message.text()

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self._unfold.setText(
            translate("Errors", "Hide details") if shown else translate("Errors", "Show details")
        )
        self.adjustSize()

    @Slot()
    def copy(self) -> None:
        """Put message and details on the clipboard."""
        text = f"{self.message}\n\n{self._details.toPlainText()}"
        QGuiApplication.clipboard().setText(text)
