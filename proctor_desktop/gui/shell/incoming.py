"""Recordings that are given to the window: chosen, dropped, or named at another start."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.shell.dropping import DropArea, local_files

VIDEO_SUFFIXES = (
    *(".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".gif"),
    *(".ts", ".m2ts", ".mpg", ".mpeg", ".flv", ".wmv", ".ogv"),
)


class Incoming(QObject):
    """Hands on files, in whichever way they came."""

    def __init__(
        self,
        window: QMainWindow,
        content: QWidget,
        preferences: Preferences,
        queue: Callable[[Sequence[str]], None],
    ) -> None:
        super().__init__(window)
        self._chooser = Chooser(window, preferences, "recordings")
        self._queue = queue
        self._area = DropArea(content)
        self._dragged: list[str] = []

    @Slot()
    def choose(self) -> None:
        """Ask for videos and queue them."""
        pattern = " ".join(f"*{suffix}" for suffix in VIDEO_SUFFIXES)
        chosen = self._chooser.files(
            translate("MainWindow", "Choose videos to analyse"),
            translate("MainWindow", "Videos ({pattern});;All files (*)").format(pattern=pattern),
        )
        if chosen:
            self._queue([str(each) for each in chosen])

    def entered(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        self._dragged = local_files(event.mimeData())
        if self._dragged:
            event.acceptProposedAction()
            self._area.invite()

    def left(self) -> None:
        """They went on."""
        self._area.hide()

    def dropped(self, event: QDropEvent) -> None:
        """Queue what was dropped, anywhere in the window."""
        self._area.hide()
        names = local_files(event.mimeData()) or self._dragged  # whoever gave them may have ended
        event.acceptProposedAction()
        self._queue(names)
