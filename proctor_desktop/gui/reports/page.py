"""Sessions: every report, what is left to review, and whether the centre has it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
)

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import review_words
from proctor_desktop.gui.export import FORMATS, export_files, unused_path
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import (
    Empty,
    Page,
    button,
    label,
    primary_button,
    read_only_table,
)
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.reports.listing import SessionModel
from proctor_desktop.gui.services import Services
from proctor_desktop.storage.repositories.listing import ReportSummary

PAGE = 200
MOST_ROWS = 10_000
SEARCH_DELAY_MS = 150
UNDO_MS = 8000


class SessionsPage(Page):
    """Signals: ``review_wanted`` carries the id of a report."""

    review_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        background: Background,
        slow_background: Background,
    ) -> None:
        """``slow_background`` writes files, so that decisions never wait for them."""
        super().__init__(
            translate("Sessions", "Sessions"),
            translate(
                "Sessions",
                "Every analysed recording. Choose one and press Return to review it; click a "
                "heading to sort.",
            ),
        )
        self._services = services
        self._preferences = preferences
        self._background = background
        self._slow_background = slow_background
        self.model = SessionModel()
        self._doomed: dict[str, ReportSummary] = {}
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self._apply_filter)
        self._delete_timer = QTimer(self)
        self._delete_timer.setSingleShot(True)
        self._delete_timer.setInterval(UNDO_MS)
        self._delete_timer.timeout.connect(self._delete_doomed)
        self._build_filters()
        self._build_table()
        self._build_buttons()
        self._refresh_buttons()

    # building

    def _build_filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Sessions", "Search candidate, exam or recording"))
        self.search.setAccessibleName(translate("Sessions", "Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search_timer.start)
        self._risk = self._choice(
            translate("Sessions", "Risk"),
            translate("Sessions", "any risk"),
            [(class_words(each), each.value) for each in RiskClass],
        )
        self._review = self._choice(
            translate("Sessions", "Review"),
            translate("Sessions", "any state of review"),
            [(review_words(each), each.value) for each in ReviewState],
        )
        self._counters = label("", "muted", wrap=False)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self._risk)
        row.addWidget(self._review)
        row.addWidget(self._counters)
        self.body.addLayout(row)

    def _choice(self, name: str, everything: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(everything, "")
        for title, value in choices:
            box.addItem(title, value)
        box.currentIndexChanged.connect(self._apply_filter)
        return box

    def _build_table(self) -> None:
        self.table = read_only_table(translate("Sessions", "Sessions"), self.model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
        self.table.setAlternatingRowColors(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((170, 130, 150, 150, 80, 140, 110)):
            self.table.setColumnWidth(column, width)
        header.setStretchLastSection(True)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self._open_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            Empty(
                "mdi6.format-list-checks",
                translate("Sessions", "No sessions yet. Drop a video anywhere to analyse it."),
            )
        )
        self.body.addWidget(self._stack, 1)

    def _build_buttons(self) -> None:
        self._open = primary_button(translate("Sessions", "Review"), "mdi6.eye-check-outline")
        self._open.clicked.connect(self._open_chosen)
        self._export = button(translate("Sessions", "Export..."), "mdi6.file-export-outline")
        self._export.setToolTip(
            translate("Sessions", "Write the chosen reports as PDF, HTML, JSON or CSV")
        )
        self._export.clicked.connect(self._export_chosen)
        self._delete = button(translate("Sessions", "Delete"), "mdi6.delete-outline")
        self._delete.setToolTip(
            translate("Sessions", "Erase the chosen reports; for eight seconds it can be undone")
        )
        self._delete.clicked.connect(self._doom_chosen)
        self._undo = button(translate("Sessions", "Undo delete"), "mdi6.undo")
        self._undo.clicked.connect(self._spare_doomed)
        self._undo.hide()
        row = QHBoxLayout()
        for each in (self._open, self._export, self._delete, self._undo):
            row.addWidget(each)
        row.addStretch()
        self.body.addLayout(row)

    # the list

    def shown(self) -> None:
        """Read the list anew."""
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the list in the background."""
        self._background.run(partial(_read_all, self._services), self._take)

    def _take(self, rows: Sequence[ReportSummary]) -> None:
        chosen = {row.report_id for row in self.chosen}
        self.model.set_rows([row for row in rows if row.report_id not in self._doomed])
        self._stack.setCurrentIndex(0 if rows else 1)
        for place, row in enumerate(self.model.rows):
            if row.report_id in chosen:
                self.table.selectRow(place)
                break
        else:
            if self.model.rows:
                self.table.selectRow(0)
        self._count()

    def _count(self) -> None:
        rows = self.model.everything
        waiting = sum(row.review in (ReviewState.OPEN, ReviewState.DISPUTED) for row in rows)
        incidents = sum(row.unjudged for row in rows)
        self._counters.setText(
            translate(
                "Sessions",
                "Shown {shown} of {all}; to review: {waiting}, incidents to decide: {incidents}",
            ).format(
                shown=len(self.model.rows), all=len(rows), waiting=waiting, incidents=incidents
            )
        )
        self._refresh_buttons()

    @Slot()
    def _apply_filter(self, *_: object) -> None:
        words = self.search.text().casefold().split()
        risk, review = self._risk.currentData(), self._review.currentData()

        def passes(row: ReportSummary) -> bool:
            text = f"{row.student_id} {row.exam_id} {row.source_name}".casefold()
            return (
                all(word in text for word in words)
                and (not risk or row.risk_classification == risk)
                and (not review or row.review.value == review)
            )

        self.model.set_filter(passes)
        self._count()

    @property
    def chosen(self) -> list[ReportSummary]:
        """The selected rows, in order."""
        found = [self.model.row_at(index) for index in self.table.selectionModel().selectedRows()]
        return [row for row in found if row is not None]

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, *_: object) -> None:
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        count = len(self.chosen)
        self._open.setEnabled(count == 1)
        self._export.setEnabled(count > 0)
        self._delete.setEnabled(count > 0)

    @Slot()
    def _open_chosen(self, *_: object) -> None:
        chosen = self.chosen
        if chosen:
            self.review_wanted.emit(chosen[0].report_id)

    # export

    @Slot()
    def _export_chosen(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self,
            translate("Sessions", "Choose a folder; each report gets a PDF, HTML, JSON and CSV"),
        )
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Write the chosen reports into a folder, in every format."""
        wanted = [(row.report_id, f"{row.student_id}_{row.exam_id}") for row in self.chosen]
        self._slow_background.run(
            partial(_export_all, self._services, wanted, folder), self._exported
        )

    def _exported(self, paths: Sequence[Path]) -> None:
        folder = paths[0].parent if paths else ""
        self.told.emit(
            translate("Sessions", "Files written to {folder}: {count}").format(
                folder=folder, count=len(paths)
            )
        )

    # deleting

    @Slot()
    def _doom_chosen(self) -> None:
        self._delete_doomed()
        self._doomed = {row.report_id: row for row in self.chosen}
        self.model.set_rows(
            [row for row in self.model.everything if row.report_id not in self._doomed]
        )
        self._undo.setText(
            translate("Sessions", "Undo delete ({count})").format(count=len(self._doomed))
        )
        self._undo.show()
        self._undo.setFocus()
        self._delete_timer.start()
        self._count()

    @Slot()
    def _spare_doomed(self) -> None:
        self._delete_timer.stop()
        self._doomed.clear()
        self._undo.hide()
        self.refresh()

    @Slot()
    def _delete_doomed(self) -> None:
        self._delete_timer.stop()
        doomed, self._doomed = list(self._doomed), {}
        self._undo.hide()
        if doomed:
            reviewer = self._preferences.reviewer
            self._background.run(
                partial(_erase, self._services, doomed, reviewer), self._erased, self._not_erased
            )

    def _erased(self, count: int) -> None:
        self.told.emit(translate("Sessions", "Reports erased: {count}").format(count=count))

    def _not_erased(self, error: BaseException) -> None:
        self.refresh()
        self._background.failed.emit(error)

    def close_page(self) -> None:
        """Erase what was to be erased; end the timers."""
        self._search_timer.stop()
        self._delete_doomed()


def _read_all(services: Services) -> list[ReportSummary]:
    rows: list[ReportSummary] = []
    while len(rows) < MOST_ROWS:
        page = services.reports.page(skip=len(rows), limit=PAGE)
        rows += page.rows
        if not page.rows or len(rows) >= page.total:
            break
    return rows


def _export_all(services: Services, wanted: Sequence[tuple[str, str]], folder: Path) -> list[Path]:
    written = []
    for report_id, name in wanted:
        paths = [unused_path(folder, name, suffix) for suffix in FORMATS]
        written += export_files(services, report_id, paths)
    return written


def _erase(services: Services, report_ids: Sequence[str], reviewer: str) -> int:
    for report_id in report_ids:
        services.reports.delete(report_id, reason="deleted in the window", actor=reviewer)
    return len(report_ids)
