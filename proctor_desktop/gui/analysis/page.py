"""Analysis: queue recordings and capture cameras, watch them, go on to their review."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.analysis.actions import live_actions
from proctor_desktop.gui.analysis.live_dialog import LiveDialog
from proctor_desktop.gui.analysis.presenter import AnalysisPresenter
from proctor_desktop.gui.analysis.preview import Preview, connecting
from proctor_desktop.gui.analysis.queue_panel import QueuePanel
from proctor_desktop.gui.analysis.watched import Watched
from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.kit.actions import bind
from proctor_desktop.gui.kit.elements import Empty, Page, button, primary_button
from proctor_desktop.gui.kit.sides import Sides
from proctor_desktop.gui.kit.splitter import RememberedSplitter
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import Services
from proctor_desktop.settings import Settings

SMALLEST_QUEUE = 260
USUAL_SIZES = (420, 790)
ROOM_FOR_BOTH = 960
"""Pixels of width from which the queue and what is watched stand side by side."""
ROOM_FOR_STEPS = 560
"""Pixels of height from which the steps stand below the heading."""


class AnalysisPage(Page):
    """Draws what its presenter holds.

    Signals:
        review_wanted: id of a report.
        report_kept: id of a report.
        trouble: an exception.
        told: a sentence of passing interest.
        progressed: share of all files, 0 to 1.
        videos_wanted: a person wants to choose recordings.
    """

    review_wanted = Signal(str)
    report_kept = Signal(str)
    trouble = Signal(object)
    told = Signal(str)
    progressed = Signal(float)
    videos_wanted = Signal()

    def __init__(self, services: Services, settings: Settings, preferences: Preferences) -> None:
        super().__init__(
            translate("Analysis", "Analysis"),
            translate(
                "Analysis",
                "1. Drop videos or a folder, or choose them.  2. Say in the list who sits the "
                "exam.  3. Start.  4. Review what was found.",
            ),
        )
        self.presenter = AnalysisPresenter(services, settings, preferences, self)
        self.queue_panel = QueuePanel(self.presenter)
        self.watched = Watched(self.presenter)
        self._preferences = preferences
        self._exam = ""
        self._preview = Preview(connecting(lambda: self.presenter.options), self)
        self._beginnings = QStackedWidget()
        self._lay_out()
        self._connect()
        self._refresh()

    # building

    def _source_buttons(self) -> tuple[QPushButton, ...]:
        """Where recordings come from; made anew for each place where they stand."""
        videos = button(translate("Analysis", "Videos..."), "mdi6.folder-open-outline", "Ctrl+O")
        videos.clicked.connect(self.videos_wanted)
        camera = button(
            translate("Analysis", "Camera..."),
            "mdi6.webcam",
            translate("Analysis", "Capture from a camera or stream and measure it live"),
        )
        camera.clicked.connect(self._ask_for_camera)
        roster = button(
            translate("Analysis", "Roster..."),
            "mdi6.account-details-outline",
            translate("Analysis", "Name recordings after a table (CSV) with the columns file, "
                      "candidate, exam, seat and profile"),
        )  # fmt: skip
        roster.clicked.connect(self._ask_for_roster)
        return videos, camera, roster

    def _empty(self) -> QWidget:
        """What stands here before there is anything: one thing to do."""
        words = translate(
            "Analysis",
            "Drop videos or a folder anywhere in this window, choose videos, or capture from a "
            "camera or stream.",
        )
        choose = primary_button(translate("Analysis", "Choose videos"), "mdi6.folder-open-outline")
        choose.clicked.connect(self.videos_wanted)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(choose)
        for each in self._source_buttons()[1:]:
            row.addWidget(each)
        row.addStretch()
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.addStretch(1)
        layout.addWidget(Empty("mdi6.tray-arrow-down", words))
        layout.addLayout(row)
        layout.addStretch(2)
        return made

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMinimumWidth(SMALLEST_QUEUE)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        sources = QHBoxLayout()
        sources.setSpacing(6)
        for each in self._source_buttons():
            sources.addWidget(each)
        column.addLayout(sources)
        column.addWidget(self.queue_panel, 1)
        self.splitter = RememberedSplitter(
            "analysis", self._preferences.splitter, self._preferences.keep_splitter
        )
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.watched)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(USUAL_SIZES)
        self._beginnings.addWidget(self._empty())
        titles = translate("Analysis", "Recordings"), translate("Analysis", "Picture and curves")
        self.sides = Sides(self.splitter, titles, ROOM_FOR_BOTH)
        self._beginnings.addWidget(self.sides)
        self.body.addWidget(self._beginnings, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.trouble.connect(self.trouble)
        presenter.told.connect(self.told)
        presenter.report_kept.connect(self.report_kept)
        presenter.changed.connect(self._refresh)
        self.queue_panel.review_wanted.connect(self.review_wanted)
        self.queue_panel.shown_wanted.connect(self.watched.show_entry)
        bind(self, live_actions(), self._preferences.keys, (self,), self.watched)

    @Slot()
    def _refresh(self) -> None:
        is_empty = not self.presenter.queue.rows and not self.presenter.notice
        self._beginnings.setCurrentIndex(0 if is_empty else 1)
        progress = self.presenter.progress
        self.progressed.emit(progress.share if progress.files else 0.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little height the queue comes before the words about it."""
        super().resizeEvent(event)
        self.sentence.setVisible(self.height() >= ROOM_FOR_STEPS)

    def use_settings(self, settings: Settings) -> None:
        """Analyse the next recordings under other settings."""
        self.presenter.use_settings(settings)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        self.watched.apply_theme()

    # what a person gives

    def add(self, given: Sequence[Path]) -> None:
        """Queue recordings and folders of them; take rosters."""
        self.presenter.intake.add(given)

    @Slot()
    def _ask_for_roster(self) -> None:
        chosen = Chooser(self, self._preferences, "rosters").file(
            translate("Analysis", "Choose a roster"),
            translate("Analysis", "Tables (*.csv *.tsv *.txt);;All files (*)"),
        )
        if chosen is not None:
            self.presenter.intake.take_roster(chosen)

    @Slot()
    def _ask_for_camera(self) -> None:
        dialog = LiveDialog(self.capture, self._preview, self._exam, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def capture(self, address: str, student_id: str, exam_id: str = "", profile: str = "") -> None:
        """Capture a candidate at once, beside whatever runs."""
        self._exam = exam_id
        self.presenter.capture(address, student_id, exam_id, profile)

    # closing

    def question_before_closing(self) -> str:
        """Whether captures may be ended; empty where none runs."""
        names = ", ".join(entry.student_id for entry in self.presenter.captures)
        if not names:
            return ""
        return translate(
            "Analysis",
            "The exam of {names} is being captured. Closing ends the capture; what was captured "
            "until now is kept and reported.",
        ).format(names=names)

    def close_page(self) -> None:
        """Stop the analysis; what was not finished is in the queue at the next start."""
        self.watched.close()
        self._preview.close()
        self.presenter.close()
