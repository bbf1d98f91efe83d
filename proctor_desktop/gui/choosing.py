"""Asking for files and folders: each purpose begins where it was last, at first where one looks."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from proctor_desktop.gui.export import unused_path
from proctor_desktop.gui.preferences import Preferences

_FIRST = {
    "recordings": QStandardPaths.StandardLocation.MoviesLocation,
    "rosters": QStandardPaths.StandardLocation.DocumentsLocation,
    "exports": QStandardPaths.StandardLocation.DocumentsLocation,
}
"""Purposes, and where each begins."""


class Chooser:
    """Asks for files of one purpose; what a person leaves without an answer is None or empty."""

    def __init__(self, parent: QWidget, preferences: Preferences, purpose: str) -> None:
        """``purpose`` is recordings, rosters or exports."""
        self._parent = parent
        self._preferences = preferences
        self._purpose = purpose

    @property
    def place(self) -> Path:
        """The folder in which it begins."""
        kept = self._preferences.place(self._purpose)
        places = kept, QStandardPaths.writableLocation(_FIRST[self._purpose])
        return next((Path(each) for each in places if each and Path(each).is_dir()), Path.home())

    def _keep(self, folder: Path) -> None:
        self._preferences.keep_place(self._purpose, str(folder))

    def file(self, title: str, pattern: str = "") -> Path | None:
        """One file that is there."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(self.place), pattern)
        return self._taken(Path(name)) if name else None

    def files(self, title: str, pattern: str) -> list[Path]:
        """Some files that are there."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, str(self.place), pattern)
        return [self._taken(Path(name)) for name in names]

    def folder(self, title: str) -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title, str(self.place))
        if not name:
            return None
        self._keep(Path(name))
        return Path(name)

    def new_file(self, title: str, name: str, suffix: str, pattern: str) -> tuple[Path | None, str]:
        """A file to write, proposed as ``name`` and ``suffix``, and the pattern chosen."""
        proposed = str(unused_path(self.place, name, suffix))
        chosen, kind = QFileDialog.getSaveFileName(self._parent, title, proposed, pattern)
        return (self._taken(Path(chosen)) if chosen else None), kind

    def _taken(self, path: Path) -> Path:
        self._keep(path.parent)
        return path
