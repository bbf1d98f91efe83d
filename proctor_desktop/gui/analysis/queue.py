"""The queue as a table: its entries in the order of arrival, named in their own rows."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.gui.analysis.entries import LONGEST_NAME, QueueEntry, QueueState
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import AnyIndex, Column, TableModel
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.media.devices import is_stream, public_address

RECORDING, CANDIDATE, RESULT, EXAM, ACCOMMODATION = range(5)
FIELDS = {CANDIDATE: "student_id", EXAM: "exam_id", ACCOMMODATION: "profile"}
"""What a column changes, for those that can be edited."""

STATE_ICONS = {
    QueueState.WAITING: ("mdi6.clock-outline", "muted"),
    QueueState.RUNNING: ("mdi6.cog-play-outline", "accent"),
    QueueState.FAILED: ("mdi6.alert-circle-outline", "high_risk"),
    QueueState.CANCELLED: ("mdi6.cancel", "muted"),
    QueueState.UNSAVED: ("mdi6.content-save-alert-outline", "high_risk"),
}


def profile_words(name: str) -> str:
    """An accommodation for people."""
    profile = PROFILES.get(name)
    return said(profile.title) if profile is not None else translate("Queue", "none")


def recording_words(entry: QueueEntry) -> str:
    """The file; of a capture that has none yet, where it comes from, without any password."""
    if entry.path.name:
        return entry.path.name
    address = entry.live_address
    return public_address(address) if is_stream(address) else address


def result_words(entry: QueueEntry) -> str:
    """Where a recording stands and, once it is done, whether it is worth a look."""
    if entry.state is QueueState.RUNNING:
        return _running_words(entry)
    if entry.state is QueueState.DONE and entry.result is not None:
        found = class_words(entry.result.risk_class)
        words = translate("Queue", "{class}, {count} to decide")
        return words.format(**{"class": found, "count": entry.result.to_decide})
    if entry.state is QueueState.WAITING and entry.remark:
        return translate("Queue", "waiting; {remark}").format(remark=entry.remark)
    return {
        QueueState.WAITING: translate("Queue", "waiting"),
        QueueState.DONE: translate("Queue", "done"),
        QueueState.FAILED: translate("Queue", "failed: {reason}"),
        QueueState.CANCELLED: translate("Queue", "stopped"),
        QueueState.UNSAVED: translate("Queue", "not saved: {reason}"),
    }[entry.state].format(reason=entry.problem)


def _running_words(entry: QueueEntry) -> str:
    if not entry.is_live:
        return f"{entry.share:.0%}"
    if entry.has_no_signal:
        return translate("Queue", "no signal")
    if entry.is_unrecorded:
        return translate("Queue", "live, not recorded")
    return translate("Queue", "live") if entry.live is not None else translate("Queue", "opening")


def result_key(entry: QueueEntry) -> tuple[float, int]:
    """Order of the result column: the worst first when it is turned round."""
    return (entry.result.score, entry.result.to_decide) if entry.result else (-1.0, 0)


def state_icon(entry: QueueEntry) -> Any:
    """Picture of where a recording stands, in the colour of its class once it is done."""
    if entry.state is QueueState.DONE and entry.result is not None:
        color = looks.class_color(entry.result.risk_class)
        return theme.icon("mdi6.check-circle-outline", color)
    if entry.has_no_signal or entry.is_unrecorded:
        return theme.icon("mdi6.video-off-outline", "high_risk")
    return theme.icon(*STATE_ICONS.get(entry.state, ("mdi6.check-circle-outline", "muted")))


def queue_columns() -> tuple[Column[QueueEntry], ...]:
    """Columns of the queue, in the order of the constants."""

    def plain(title: str, text: Callable[[QueueEntry], str]) -> Column[QueueEntry]:
        return Column(title, text, text)

    return (
        Column(
            translate("Queue", "Recording"),
            recording_words,
            recording_words,
            hint=lambda entry: str(entry.path) if entry.path.name else recording_words(entry),
        ),
        plain(translate("Queue", "Candidate"), lambda entry: entry.student_id),
        Column(translate("Queue", "Result"), result_words, result_key, icon=state_icon),
        plain(translate("Queue", "Exam"), lambda entry: entry.exam_id),
        plain(translate("Queue", "Accommodation"), lambda entry: profile_words(entry.profile)),
    )


class QueueModel(TableModel[QueueEntry]):
    """Entries in the order of arrival.

    Signals:
        edited: a person wrote into a row: number of the entry, name of the field, what was written.
    """

    edited = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__(queue_columns())
        self._made = 0

    def new_id(self) -> int:
        """A number that no entry has."""
        self._made += 1
        return self._made

    def add(self, entry: QueueEntry) -> None:
        """Put an entry at the end."""
        place = len(self.rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._put([*self.rows, entry])
        self.endInsertRows()

    def entry(self, entry_id: int) -> QueueEntry | None:
        """An entry by its number."""
        return next((entry for entry in self.rows if entry.id == entry_id), None)

    def change(self, entry_id: int, **changes: object) -> None:
        """Replace fields of an entry."""
        entry = self.entry(entry_id)
        if entry is not None:
            self.exchange(replace(entry, **changes))  # type: ignore[arg-type]  # fields by name

    def exchange(self, entry: QueueEntry) -> None:
        """Put an entry in the place of the one with its number."""
        place = self.position(lambda each: each.id == entry.id)
        if place is None or self.rows[place] == entry:
            return
        self._put([*self.rows[:place], entry, *self.rows[place + 1 :]])
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def remove(self, entry_ids: Collection[int]) -> None:
        """Take entries out that do not run."""
        for place in reversed(range(len(self.rows))):
            entry = self.rows[place]
            if entry.id in entry_ids and entry.state is not QueueState.RUNNING:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._put([*self.rows[:place], *self.rows[place + 1 :]])
                self.endRemoveRows()

    def next_waiting(self) -> QueueEntry | None:
        """The file whose turn it is."""
        waiting = (
            entry for entry in self.rows if entry.state is QueueState.WAITING and not entry.is_live
        )
        return next(waiting, None)

    def _put(self, entries: list[QueueEntry]) -> None:
        self._shown = entries
        self._all = tuple(entries)

    # editing

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Names can be written into rows that have not begun."""
        flags = super().flags(index)
        entry = self.row_at(index)
        if entry is not None and entry.is_editable and index.column() in FIELDS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any table; to be edited, a field as it is kept."""
        entry = self.row_at(index)
        if role == Qt.ItemDataRole.EditRole and entry is not None and index.column() in FIELDS:
            return getattr(entry, FIELDS[index.column()])
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a person wrote; whoever hears it changes the entries that are meant."""
        entry = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or entry is None or index.column() not in FIELDS:
            return False
        text = str(value).strip()[:LONGEST_NAME]
        if text != self.data(index, role):
            self.edited.emit(entry.id, FIELDS[index.column()], text)
        return True
