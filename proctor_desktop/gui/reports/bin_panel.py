"""The bin: what was deleted, by whom and why, and until when it can be restored."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import Empty, button, primary_button, read_only_table
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.reports.filters import local
from proctor_desktop.services.bin import BinEntry

WIDTHS = (150, 120, 180, 140, 140, 200)


def bin_columns() -> tuple[Column[BinEntry], ...]:
    """Columns of the bin."""
    return (
        Column(translate("Bin", "Candidate"), lambda row: row.binned.student_id, _candidate),
        Column(translate("Bin", "Exam"), lambda row: row.binned.exam_id,
               lambda row: row.binned.exam_id.casefold()),
        Column(translate("Bin", "Recording"), lambda row: row.binned.source_name,
               lambda row: row.binned.source_name.casefold()),
        Column(translate("Bin", "Deleted"),
               lambda row: f"{local(row.binned.binned_at):%Y-%m-%d %H:%M}",
               lambda row: row.binned.binned_at),
        Column(translate("Bin", "By"), lambda row: row.binned.actor,
               lambda row: row.binned.actor.casefold()),
        Column(translate("Bin", "Reason"), lambda row: row.binned.reason,
               lambda row: row.binned.reason.casefold()),
        Column(translate("Bin", "Erased for good"),
               lambda row: f"{local(row.erased_at):%Y-%m-%d}", lambda row: row.erased_at),
    )  # fmt: skip


def _candidate(row: BinEntry) -> str:
    return row.binned.student_id.casefold()


class BinPanel(QWidget):
    """Signals: ``restore_wanted`` and ``erase_wanted`` carry ids of reports, ``left`` nothing."""

    restore_wanted = Signal(object)
    erase_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: TableModel[BinEntry] = TableModel(bin_columns())
        self.table = read_only_table(translate("Bin", "Bin"), self.model)
        self.table.setSortingEnabled(True)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self._back = button(translate("Bin", "Back to the reports"), "mdi6.arrow-left")
        self._back.clicked.connect(self.left)
        self._restore = primary_button(translate("Bin", "Restore"), "mdi6.restore")
        self._restore.clicked.connect(self._want_restored)
        self._erase = button(translate("Bin", "Erase for good..."), "mdi6.delete-forever-outline")
        self._erase.clicked.connect(self._want_erased)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            Empty("mdi6.delete-empty-outline", translate("Bin", "The bin is empty."))
        )
        self._lay_out()
        self.show_entries([])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for each in (self._restore, self._erase, self._back):
            row.addWidget(each)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack, 1)
        layout.addLayout(row)

    def show_entries(self, entries: Sequence[BinEntry]) -> None:
        """Show what is in the bin; the first is chosen."""
        self.model.set_rows(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        if entries:
            self.table.selectRow(0)
        self._refresh()

    @property
    def chosen(self) -> list[str]:
        """Ids of the selected reports."""
        rows = [self.model.row_at(each) for each in self.table.selectionModel().selectedRows()]
        return [row.binned.report_id for row in rows if row is not None]

    @Slot()
    def _refresh(self, *_: object) -> None:
        for each in (self._restore, self._erase):
            each.setEnabled(bool(self.chosen))

    @Slot()
    def _want_restored(self) -> None:
        self.restore_wanted.emit(self.chosen)

    @Slot()
    def _want_erased(self) -> None:
        self.erase_wanted.emit(self.chosen)
