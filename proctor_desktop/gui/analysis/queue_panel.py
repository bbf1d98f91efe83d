"""The left side of the Analysis page: recordings, whom they show, what became of them."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.analysis import sayings
from proctor_desktop.gui.analysis.entries import QueueEntry, QueueState
from proctor_desktop.gui.analysis.naming import NameEditor
from proctor_desktop.gui.analysis.presenter import AnalysisPresenter
from proctor_desktop.gui.analysis.queue import ACCOMMODATION, CANDIDATE, EXAM, RECORDING, RESULT
from proctor_desktop.gui.kit.elements import button, label, primary_button, read_only_table
from proctor_desktop.gui.language.translation import translate

WIDTHS = {RECORDING: 128, CANDIDATE: 110, RESULT: 174, EXAM: 92, ACCOMMODATION: 110}


def queue_table(presenter: AnalysisPresenter) -> QTableView:
    """The table; names are written into its cells."""
    table = read_only_table(translate("Analysis", "Queue of recordings"), presenter.queue)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setItemDelegate(NameEditor(table))
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
    )
    table.setToolTip(
        translate(
            "Analysis",
            "Double-click or F2 writes into a cell. With several rows selected, what you write is "
            "for all of them.",
        )
    )
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in WIDTHS.items():
        header.resizeSection(column, width)
    header.setStretchLastSection(True)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


class QueuePanel(QWidget):
    """Table, progress, and what can be done with all and with the chosen ones.

    Signals:
        review_wanted: id of the report of the chosen recording.
        shown_wanted: number of an entry that runs and was chosen.
    """

    review_wanted = Signal(str)
    shown_wanted = Signal(int)

    def __init__(self, presenter: AnalysisPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.table = queue_table(presenter)
        self._build_words()
        self._build_buttons()
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self.review_chosen)
        presenter.queue.edited.connect(self._name_chosen)
        presenter.changed.connect(self.refresh)
        self.refresh()

    # building

    def _build_words(self) -> None:
        self.notice = label("")
        self.notice.setObjectName("queueNotice")
        self.how_far = label("", "muted")
        self.how_far.setObjectName("queueProgress")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.bar.setAccessibleName(translate("Analysis", "Progress of all recordings"))
        self.watch = QCheckBox(translate("Analysis", "Watch while analysing"))
        self.watch.setToolTip(
            translate(
                "Analysis",
                "Shows the picture with what is measured in it. Without it all processor cores "
                "work, which is faster, and only the curves grow.",
            )
        )
        self.watch.setChecked(self._presenter.is_watched)
        self.watch.toggled.connect(self._presenter.set_watched)

    def _build_buttons(self) -> None:
        self.start = primary_button(translate("Analysis", "Start"), "mdi6.play")
        self.start.setToolTip(
            translate("Analysis", "Analyse every waiting recording (Ctrl+Return)")
        )
        self.start.setShortcut("Ctrl+Return")
        self.start.clicked.connect(self._presenter.start)
        self.pause = self._button(
            translate("Analysis", "Pause"), "mdi6.pause",
            translate("Analysis", "Let the analysis of files wait; captures go on"), self._pause,
        )  # fmt: skip
        self.pause.setCheckable(True)
        self.stop_all = self._button(
            translate("Analysis", "Stop all"), "mdi6.stop",
            translate("Analysis", "Break off the analysis and begin no other; captures are ended "
                      "one by one"), self._presenter.stop_all,
        )  # fmt: skip
        self.review = primary_button(translate("Analysis", "Review"), "mdi6.eye-check-outline")
        self.review.setToolTip(
            translate("Analysis", "Go through the incidents of the chosen recording")
        )
        self.review.clicked.connect(self.review_chosen)
        self.stop = self._button(
            translate("Analysis", "Stop"), "mdi6.stop-circle-outline",
            translate("Analysis", "End the chosen captures and write their reports, or break off "
                      "the chosen file"), self._stop_chosen,
        )  # fmt: skip
        self.again = self._button(
            translate("Analysis", "Retry"), "mdi6.refresh",
            translate("Analysis", "Try the chosen recordings once more"), self._again,
        )  # fmt: skip
        self.remove = self._button(
            translate("Analysis", "Remove"), "mdi6.playlist-remove",
            translate("Analysis", "Take the chosen recordings out of the list; no file is "
                      "touched"), self._remove_chosen,
        )  # fmt: skip

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        ours = (self.start, self.pause, self.stop_all)
        return (*ours, self.review, self.stop, self.again, self.remove)

    def _button(self, text: str, icon: str, hint: str, slot: object) -> QPushButton:
        made = button(text, icon, hint)
        made.clicked.connect(slot)
        return made

    def _lay_out(self) -> None:
        rows = QGridLayout()
        rows.setSpacing(6)
        for place, each in enumerate((self.start, self.pause, self.stop_all)):
            rows.addWidget(each, 0, 2 * place, 1, 2)
        own = QHBoxLayout()
        own.setSpacing(6)
        for each in (self.review, self.stop, self.again, self.remove):
            own.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(own)
        layout.addWidget(self.notice)
        layout.addWidget(self.how_far)
        layout.addWidget(self.bar)
        layout.addWidget(self.watch)
        layout.addLayout(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the columns leave goes to the result, which says the most."""
        super().resizeEvent(event)
        header = self.table.horizontalHeader()
        others = sum(WIDTHS.values()) - WIDTHS[RESULT]
        header.resizeSection(RESULT, max(WIDTHS[RESULT], self.table.viewport().width() - others))

    # what is chosen

    @property
    def chosen(self) -> tuple[QueueEntry, ...]:
        """The entries that a person selected."""
        rows = self.table.selectionModel().selectedRows()
        entries = (self._presenter.queue.row_at(row) for row in sorted(rows, key=lambda r: r.row()))
        return tuple(entry for entry in entries if entry is not None)

    @property
    def _ids(self) -> tuple[int, ...]:
        return tuple(entry.id for entry in self.chosen)

    def choose(self, entry_id: int) -> None:
        """Select one entry, because a person asked for it."""
        place = self._presenter.queue.position(lambda entry: entry.id == entry_id)
        if place is not None:
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            index = self._presenter.queue.index(place, RECORDING)
            self.table.selectionModel().setCurrentIndex(index, flags)

    @Slot(QItemSelection, QItemSelection)
    def _selection_changed(self, *_: object) -> None:
        self.refresh()
        running = [entry for entry in self.chosen if entry.state is QueueState.RUNNING]
        if len(running) == 1:
            self.shown_wanted.emit(running[0].id)

    @Slot(int, str, str)
    def _name_chosen(self, entry_id: int, field: str, text: str) -> None:
        """What is written into one selected row is for all that are selected."""
        if entry_id in self._ids:
            self._presenter.intake.name(self._ids, field, text)

    @Slot()
    def review_chosen(self, *_: object) -> None:
        """Go on to the report of the chosen recording, if it has one."""
        chosen = self.chosen
        if len(chosen) == 1 and chosen[0].report_id:
            self.review_wanted.emit(chosen[0].report_id)

    @Slot()
    def _pause(self) -> None:
        if self._presenter.leave.is_paused:
            self._presenter.go_on()
        else:
            self._presenter.pause()

    @Slot()
    def _stop_chosen(self) -> None:
        self._presenter.stop(self._ids)

    @Slot()
    def _again(self) -> None:
        self._presenter.save_again(self._ids)
        self._presenter.begin_again(self._ids)

    @Slot()
    def _remove_chosen(self) -> None:
        self._presenter.remove(self._ids)

    # what is shown

    @Slot()
    def refresh(self) -> None:
        """Draw everything from what the presenter holds."""
        presenter, progress = self._presenter, self._presenter.progress
        self.notice.setText(presenter.notice)
        self.notice.setVisible(bool(presenter.notice))
        words = sayings.how_far(progress, presenter.seconds_left)
        self.how_far.setText(words)
        self.how_far.setVisible(bool(words))
        self.bar.setValue(round(1000 * progress.share) if progress.files else 0)
        self.bar.setVisible(bool(progress.files))
        held = next((each for each in self._buttons if each.hasFocus()), None)
        self._refresh_buttons()
        if held is not None and not held.isEnabled():
            self.table.setFocus()  # else Qt gives it to the next button, which the next key presses

    def _refresh_buttons(self) -> None:
        presenter, states = self._presenter, [entry.state for entry in self.chosen]
        runs = presenter.runs_file
        self.start.setEnabled(presenter.queue.next_waiting() is not None and not runs)
        self.pause.setEnabled(runs)
        self.pause.setChecked(presenter.leave.is_paused)
        self.pause.setText(
            translate("Analysis", "Go on")
            if presenter.leave.is_paused
            else translate("Analysis", "Pause")
        )
        self.stop_all.setEnabled(runs)
        self.stop.setEnabled(QueueState.RUNNING in states)
        self.remove.setEnabled(any(state is not QueueState.RUNNING for state in states))
        unsaved = QueueState.UNSAVED in states
        self.again.setEnabled(unsaved or any(state.can_begin_again for state in states))
        self.again.setText(
            translate("Analysis", "Save again") if unsaved else translate("Analysis", "Retry")
        )
        chosen = self.chosen
        self.review.setEnabled(len(chosen) == 1 and bool(chosen[0].report_id))
