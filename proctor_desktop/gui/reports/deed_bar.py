"""Buttons below the list of reports, and how far long work is."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from proctor_desktop.domain.review import RecordingVerdict
from proctor_desktop.gui.display.words import verdict_words
from proctor_desktop.gui.kit.elements import button, label, primary_button
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.reports.long_work import Progress


class VerdictMenu(QMenu):
    """Signals: ``chosen`` carries a `RecordingVerdict`, or None to take it back."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for verdict in RecordingVerdict:
            self._add(verdict_words(verdict), verdict)
        self.addSeparator()
        self._add(translate("Reports", "take the verdict back"), None)

    def _add(self, title: str, verdict: RecordingVerdict | None) -> None:
        action = self.addAction(title)
        action.setData(verdict)
        action.triggered.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        sender: QObject | None = self.sender()
        assert isinstance(sender, QAction)
        self.chosen.emit(sender.data())


class DeedBar(QWidget):
    """What can be done with the chosen reports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = primary_button(translate("Reports", "Review"), "mdi6.eye-check-outline")
        self.export = button(
            translate("Reports", "Export..."),
            "mdi6.file-export-outline",
            translate("Reports", "Write the chosen reports as PDF, HTML, JSON and CSV"),
        )
        self.delete = button(
            translate("Reports", "Delete..."),
            "mdi6.delete-outline",
            translate("Reports", "Put the chosen reports into the bin; the reason is asked"),
        )
        self.verdict = button(translate("Reports", "Verdict"), "mdi6.gavel")
        self.verdicts = VerdictMenu(self.verdict)
        self.verdict.setMenu(self.verdicts)
        self.more = button(translate("Reports", "More"), "mdi6.dots-horizontal")
        self.deeds = QMenu(self.more)
        self.more.setMenu(self.deeds)
        self.reassign = self.deeds.addAction(
            translate("Reports", "Give another candidate or exam...")
        )
        self.search_folder = self.deeds.addAction(
            translate("Reports", "Search a folder for recordings...")
        )
        self.bin = button("", "mdi6.delete-restore")
        self.bin.setObjectName("bin")
        self.show_bin(0)
        self.progress = ProgressRow()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for each in (self.open, self.verdict, self.export, self.delete, self.more):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.bin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress)
        layout.addLayout(row)

    def allow(self, chosen: int, *, is_busy: bool) -> None:
        """Offer what can be done with so many chosen reports."""
        some: Iterable[QPushButton | QAction] = (self.verdict, self.delete, self.reassign)
        for each in some:
            each.setEnabled(chosen > 0)
        self.open.setEnabled(chosen == 1)
        self.export.setEnabled(chosen > 0 and not is_busy)
        self.search_folder.setEnabled(not is_busy)

    def show_bin(self, count: int) -> None:
        """Say how many reports are in the bin."""
        self.bin.setText(translate("Reports", "Bin ({count})").format(count=count))


class ProgressRow(QWidget):
    """A bar, a sentence, and Stop; hidden while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("Reports", "Progress"))
        self.sentence = label("", wrap=False)
        self.stop = button(translate("Reports", "Stop"), "mdi6.stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.sentence)
        row.addWidget(self.stop)
        self.hide()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is; a total of 0 means that nobody knows yet."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.sentence.setText(progress.sentence)
        self.show()
