"""About: what this is, and the versions that stand in every report."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

import proctor_desktop
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.landmarks.choice import library
from proctor_desktop.paths import PRODUCT

PACKAGES = ("PySide6", "pyqtgraph", "av", "opencv-python", "numpy", "SQLAlchemy")


def versions() -> dict[str, str]:
    """Versions of the program and of what it is made of, without importing any of it."""
    found = {PRODUCT: proctor_desktop.__version__, "Python": platform.python_version()}
    for package in (*PACKAGES, library()):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = translate("About", "not installed")
    return found


class AboutDialog(QDialog):
    """Opened by Shift+F1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About this program"))
        self._versions = "\n".join(f"{name} {number}" for name, number in versions().items())
        copy = button(translate("About", "Copy versions"), "mdi6.content-copy")
        copy.clicked.connect(self.copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(PRODUCT, "title"))
        layout.addWidget(
            label(
                translate(
                    "About",
                    "Finds the moments of an exam recording that a person should look at, says "
                    "why in physical units, and leaves every decision to that person. It works "
                    "without a network. Licence: MIT.",
                )
            )
        )
        layout.addWidget(label(self._versions, "muted"))
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    @Slot()
    def copy(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(self._versions)
