"""Recordings that wait to be analysed, run, or are done."""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QModelIndex

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.translation import translate


class QueueState(Enum):
    """Where a recording stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing more happens to it."""
        return self not in (QueueState.WAITING, QueueState.RUNNING)


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One recording and whom it shows.

    Attributes:
        id: number within this window.
        path: the file.
        student_id, exam_id: as the exam centre names them.
        profile: name of the accommodation profile, empty for none.
        state: where it stands.
        share: analysed part, 0 to 1.
        report_id: once it is done.
        problem: why it failed.
        live_address: of the camera or stream whose capture ``path`` is; empty for a file.
    """

    id: int
    path: Path
    student_id: str
    exam_id: str
    profile: str = ""
    state: QueueState = QueueState.WAITING
    share: float = 0.0
    report_id: str = ""
    problem: str = ""
    live_address: str = ""

    @property
    def is_live(self) -> bool:
        """Whether it is captured now and not read."""
        return bool(self.live_address)


STATE_ICONS = {
    QueueState.WAITING: ("mdi6.clock-outline", "muted"),
    QueueState.RUNNING: ("mdi6.cog-play-outline", "accent"),
    QueueState.DONE: ("mdi6.check-circle-outline", "clean"),
    QueueState.FAILED: ("mdi6.alert-circle-outline", "high_risk"),
    QueueState.CANCELLED: ("mdi6.cancel", "muted"),
}


def state_text(entry: QueueEntry) -> str:
    """Where a recording stands, with its progress."""
    return {
        QueueState.WAITING: translate("Queue", "waiting"),
        QueueState.RUNNING: translate("Queue", "live") if entry.is_live else f"{entry.share:.0%}",
        QueueState.DONE: translate("Queue", "done"),
        QueueState.FAILED: translate("Queue", "failed"),
        QueueState.CANCELLED: translate("Queue", "cancelled"),
    }[entry.state]


def queue_columns() -> tuple[Column[QueueEntry], ...]:
    """Columns of the queue."""
    return (
        Column(
            translate("Queue", "Recording"),
            lambda entry: entry.path.name,
            lambda entry: entry.path.name,
            hint=lambda entry: entry.problem or str(entry.path),
        ),
        Column(
            translate("Queue", "Candidate"),
            lambda entry: entry.student_id,
            lambda entry: entry.student_id,
        ),
        Column(
            translate("Queue", "State"),
            state_text,
            lambda entry: (entry.state.value, entry.share),
            hint=lambda entry: entry.problem or state_text(entry),
            icon=lambda entry: theme.icon(*STATE_ICONS[entry.state]),
        ),
    )


class QueueModel(TableModel[QueueEntry]):
    """The queue in the order of arrival."""

    def __init__(self) -> None:
        super().__init__(queue_columns())
        self._made = 0

    def add(
        self, path: Path, student_id: str, exam_id: str, profile: str, live_address: str = ""
    ) -> QueueEntry:
        """Queue a recording, or a capture into ``path``."""
        self._made += 1
        entry = QueueEntry(
            self._made, path, student_id, exam_id, profile, live_address=live_address
        )
        self.set_rows([*self.rows, entry])
        return entry

    def entry(self, entry_id: int) -> QueueEntry | None:
        """An entry by its number."""
        return next((entry for entry in self.rows if entry.id == entry_id), None)

    def change(self, entry_id: int, **changes: object) -> None:
        """Replace fields of an entry."""
        place = self.position(lambda entry: entry.id == entry_id)
        if place is None:
            return
        changed = replace(self._shown[place], **changes)  # type: ignore[arg-type]  # fields by name
        self._shown[place] = changed
        self._all = tuple(self._shown)
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def remove(self, entry_id: int) -> None:
        """Take an entry that does not run out of the queue."""
        place = self.position(lambda entry: entry.id == entry_id)
        if place is None or self._shown[place].state is QueueState.RUNNING:
            return
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._shown[place]
        self._all = tuple(self._shown)
        self.endRemoveRows()

    def next_waiting(self) -> QueueEntry | None:
        """The entry whose turn it is."""
        return next((entry for entry in self.rows if entry.state is QueueState.WAITING), None)

    def unfinished(self) -> list[dict[str, str]]:
        """What has to be kept so that a restart can go on."""
        return [
            {
                "path": str(entry.path),
                "student_id": entry.student_id,
                "exam_id": entry.exam_id,
                "profile": entry.profile,
            }
            for entry in self.rows
            if not entry.state.is_final
        ]

    def share(self) -> float:
        """Progress of the whole queue, 0 to 1."""
        entries = self.rows
        if not entries:
            return 0.0
        return sum(1.0 if each.state.is_final else each.share for each in entries) / len(entries)
