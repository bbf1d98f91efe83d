"""Finding a recording that is not where it was: a person says where, its hash says whether."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.opened import Opened
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.services import Services
from proctor_desktop.media.video_file import file_sha256


class Finding(QObject):
    """Signals: ``trouble`` carries an exception, ``told`` a sentence."""

    trouble = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        reviewing: Reviewing,
        services: Services,
        preferences: Preferences,
        background: Background,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._reviewing = reviewing
        self._services = services
        self._preferences = preferences
        self._background = background

    @Slot()
    def ask(self) -> None:
        """Let a person say where the recording lies now."""
        chosen = Chooser(self._parent, self._preferences, "recordings").file(
            translate("Review", "Find the recording")
        )
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Use a file as the recording, if it is the one that was analysed."""
        opened = self._reviewing.desk.opened
        if opened is not None:
            self._background.run(
                partial(_same, self._services, opened, path), partial(self._use, opened, path)
            )

    def _use(self, opened: Opened, path: Path, is_same: bool) -> None:
        if is_same:
            self._reviewing.take_recording(replace(opened, recording=path))
            return
        self.trouble.emit(
            SourceOpenError(
                translate(
                    "Review",
                    "{name} is not the recording that was analysed: its content differs. Choose "
                    "the original file.",
                ).format(name=path.name)
            )
        )


def _same(services: Services, opened: Opened, path: Path) -> bool:
    """Whether a file is the recording of a report; if so, that it lies there is kept."""
    if file_sha256(path) != opened.report.analysis.recording.sha256:
        return False
    services.recordings.remember(opened.report.report_id, path)
    return True
