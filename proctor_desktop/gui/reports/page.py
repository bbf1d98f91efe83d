"""Reports: what was analysed, what is left to review, and whether the centre has it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from proctor_desktop.domain.review import RecordingVerdict, ReviewState
from proctor_desktop.gui.choosing import Chooser
from proctor_desktop.gui.kit.actions import bind
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import Empty, Page, button, primary_button, read_only_table
from proctor_desktop.gui.kit.toast import Toast
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.reports.actions import page_actions, table_actions
from proctor_desktop.gui.reports.asking import Asking
from proctor_desktop.gui.reports.bin_panel import BinPanel
from proctor_desktop.gui.reports.deed_bar import DeedBar
from proctor_desktop.gui.reports.desk import ReportDesk
from proctor_desktop.gui.reports.filter_bar import FilterBar
from proctor_desktop.gui.reports.filters import Wanted
from proctor_desktop.gui.reports.listing import ReportModel
from proctor_desktop.gui.reports.long_work import LongWork, Progress, Steps, exports, searches
from proctor_desktop.gui.services import Services
from proctor_desktop.services.bin import BinEntry
from proctor_desktop.storage.repositories.listing import ReportSummary

WIDTHS = (140, 100, 150, 165, 215, 150, 70, 130, 110)
NEWEST = 7
"""The column that the list is sorted by until a person sorts it."""


class ReportsPage(Page):
    """Signals: ``review_wanted`` carries the id of a report, ``told`` a sentence.

    ``videos_wanted`` where there is no report yet, ``changed`` after each deed.
    """

    review_wanted = Signal(str)
    told = Signal(str)
    videos_wanted = Signal()
    changed = Signal()

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        background: Background,
        slow_background: Background,
    ) -> None:
        """``slow_background`` writes files, so that decisions never wait for them."""
        super().__init__(
            translate("Reports", "Reports"),
            translate(
                "Reports",
                "Every analysed recording. Choose one and press Return to review it; click a "
                "heading to sort.",
            ),
        )
        self._services = services
        self._preferences = preferences
        self.model = ReportModel()
        self.desk = ReportDesk(services, background, self)
        self.desk.listed.connect(self._take)
        self.desk.done.connect(self._done)
        self.asking = Asking(self, self.desk, preferences, lambda: services.bin.days)
        self.work = LongWork(slow_background, self)
        self.work.progressed.connect(self._progressed)
        self.work.ended.connect(self._work_ended)
        self.filters = FilterBar()
        self.deeds = DeedBar()
        self.bin = BinPanel()
        self._toast = Toast(self, above=self.deeds)
        self._make_table()
        self._lay_out()
        self._connect()
        self._refresh_deeds()

    # building

    def _make_table(self) -> None:
        self.table = read_only_table(translate("Reports", "Reports"), self.model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(NEWEST, Qt.SortOrder.DescendingOrder)
        self.table.setAlternatingRowColors(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        header.setStretchLastSection(True)

    def _lay_out(self) -> None:
        choose = primary_button(translate("Reports", "Choose videos..."), "mdi6.folder-open")
        choose.clicked.connect(self.videos_wanted)
        clear = button(translate("Reports", "Clear the filters"), "mdi6.filter-off-outline")
        clear.clicked.connect(self.filters.clear)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        nothing = translate("Reports", "No reports yet. Drop a video anywhere to analyse it.")
        self._stack.addWidget(Empty("mdi6.format-list-checks", nothing, choose))
        hidden = translate("Reports", "No report fits the search and the filters.")
        self._stack.addWidget(Empty("mdi6.filter-outline", hidden, clear))
        listed = QWidget()
        layout = QVBoxLayout(listed)
        layout.setContentsMargins(0, 0, 0, 0)
        for each, stretch in ((self.filters, 0), (self._stack, 1), (self.deeds, 0)):
            layout.addWidget(each, stretch)
        self._views = QStackedWidget()
        self._views.addWidget(listed)
        self._views.addWidget(self.bin)
        self.body.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.search.returnPressed.connect(self._open_first)
        self.filters.left_downwards.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(self._refresh_deeds)
        self.table.activated.connect(self.open_chosen)
        self.deeds.open.clicked.connect(self.open_chosen)
        self.deeds.export.clicked.connect(self._ask_export)
        self.deeds.delete.clicked.connect(self.delete_chosen)
        self.deeds.verdicts.chosen.connect(self.judge_chosen)
        self.deeds.reassign.triggered.connect(self.reassign_chosen)
        self.deeds.search_folder.triggered.connect(self._ask_folder)
        self.deeds.bin.clicked.connect(self.show_bin)
        self.deeds.progress.stop.clicked.connect(self.work.stop)
        self.bin.left.connect(self.show_list)
        self.bin.restore_wanted.connect(self.asking.restore)
        self.bin.erase_wanted.connect(self.asking.erase)
        bind(self, page_actions(), self._preferences.keys, within=[self])
        bind(self, table_actions(), self._preferences.keys, within=[self.table])

    # the list

    def shown(self) -> None:
        """Read the list anew."""
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the list in the background."""
        self.desk.refresh()

    @Slot(object, object)
    def _take(self, rows: Sequence[ReportSummary], binned: Sequence[BinEntry]) -> None:
        self.deeds.show_bin(len(binned))
        if [one.binned for one in binned] != [one.binned for one in self.bin.model.rows]:
            self.bin.show_entries(binned)
        if tuple(rows) != self.model.everything:
            self._rearrange(partial(self.model.set_rows, rows))
        self.filters.offer_exams(sorted({row.exam_id for row in rows}, key=str.casefold))
        self._count()

    @Slot(object)
    def _filter(self, wanted: Wanted) -> None:
        self._rearrange(partial(self.model.set_filter, wanted.passes))
        self._count()

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change the rows; what was chosen stays so, else the first is."""
        chosen = {row.report_id for row in self.chosen}
        change()
        rows = [n for n, row in enumerate(self.model.rows) if row.report_id in chosen]
        flag = QItemSelectionModel.SelectionFlag
        choose = self.table.selectionModel()
        for row in rows or [0][: len(self.model.rows)]:
            choose.setCurrentIndex(self.model.index(row, 0), flag.Select | flag.Rows)

    def _count(self) -> None:
        rows = self.model.everything
        waiting = sum(row.review in (ReviewState.OPEN, ReviewState.DISPUTED) for row in rows)
        incidents = sum(row.unjudged for row in rows)
        sentence = translate(
            "Reports",
            "Shown {shown} of {all}; to review: {waiting}, incidents to decide: {incidents}",
        )
        shown = len(self.model.rows)
        self.filters.counters.setText(
            sentence.format(shown=shown, all=len(rows), waiting=waiting, incidents=incidents)
        )
        self._stack.setCurrentIndex(0 if shown else 2 if rows else 1)
        self._refresh_deeds()

    @property
    def chosen(self) -> list[ReportSummary]:
        """The selected rows, in the order of the list."""
        indexes = sorted(self.table.selectionModel().selectedRows(), key=lambda each: each.row())
        found = [self.model.row_at(index) for index in indexes]
        return [row for row in found if row is not None]

    @Slot()
    def _refresh_deeds(self, *_: object) -> None:
        self.deeds.allow(len(self.chosen), is_busy=self.work.is_running)

    @Slot()
    def _open_first(self) -> None:
        self.filters.apply()
        self.open_chosen()

    @Slot()
    def open_chosen(self, *_: object) -> None:
        """Review the chosen report."""
        chosen = self.chosen
        if chosen:
            self.review_wanted.emit(chosen[0].report_id)

    # deeds

    @Slot(str, object)
    def _done(self, sentence: str, back: Callable[[], None] | None) -> None:
        title = translate("Reports", "Undo") if back is not None else ""
        if self.isVisible():
            self._toast.say(sentence, title, back)
        self.told.emit(sentence)
        self.changed.emit()

    @Slot()
    def delete_chosen(self) -> None:
        """Ask for the reason, then put the chosen reports into the bin."""
        self.asking.delete([row.report_id for row in self.chosen])

    @Slot(object)
    def judge_chosen(self, verdict: RecordingVerdict | None) -> None:
        """Give the chosen recordings a verdict, or take theirs back."""
        self.asking.judge(self.chosen, verdict)

    @Slot()
    def reassign_chosen(self) -> None:
        """Ask for another candidate or exam, and why."""
        self.asking.reassign(self.chosen)

    # files

    @Slot()
    def _ask_export(self) -> None:
        folder = Chooser(self, self._preferences, "exports").folder(
            translate("Reports", "Choose a folder; each report gets a PDF, HTML, JSON and CSV")
        )
        if folder is not None:
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the chosen reports into a folder, in every format."""
        wanted = [(row.report_id, f"{row.student_id}_{row.exam_id}") for row in self.chosen]
        self._begin(partial(exports, self._services, wanted, folder))

    @Slot()
    def _ask_folder(self) -> None:
        folder = Chooser(self, self._preferences, "recordings").folder(
            translate("Reports", "Choose the folder to look for recordings in")
        )
        if folder is not None:
            self.search_in(folder)

    def search_in(self, folder: Path) -> None:
        """Look for the recordings of all reports below a folder."""
        self._begin(partial(searches, self._services, folder))

    def _begin(self, steps: Steps) -> None:
        self.work.start(steps)
        self._refresh_deeds()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if self.work.is_running:
            self.deeds.progress.show_progress(progress)

    @Slot(str)
    def _work_ended(self, sentence: str) -> None:
        self.deeds.progress.hide()
        self._refresh_deeds()
        if sentence:
            self._done(sentence, None)

    # bin

    @Slot()
    def show_bin(self) -> None:
        """Show what was deleted."""
        self._views.setCurrentIndex(1)
        self.bin.table.setFocus()

    @Slot()
    def show_list(self) -> None:
        """Show the reports again."""
        self._views.setCurrentIndex(0)
        self.table.setFocus()

    def close_page(self) -> None:
        """End what runs."""
        self.filters.stop()
        self.work.stop()
