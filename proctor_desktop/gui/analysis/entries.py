"""Recordings that wait to be analysed, run, or are done, and whom they show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.domain.report import Report, RiskClass, Subject
from proctor_desktop.domain.roster import RosterRow
from proctor_desktop.scoring.extent import sayable_class

NO_EXAM = "unassigned"
"""What a report calls an exam that nobody named; the command line says the same."""

LONGEST_NAME = 100


class QueueState(Enum):
    """Where a recording stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNSAVED = "unsaved"

    @property
    def is_final(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self not in (QueueState.WAITING, QueueState.RUNNING)

    @property
    def can_begin_again(self) -> bool:
        """Whether it can be tried once more from the beginning."""
        return self in (QueueState.FAILED, QueueState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Result:
    """What an analysis found: worth a look or not.

    ``risk_class`` is None where too little was measured to say one.
    """

    report_id: str
    risk_class: RiskClass | None
    score: float
    to_decide: int

    @staticmethod
    def of(report: Report) -> "Result":
        """The result that a report holds; nobody has decided anything yet."""
        analysis, said = report.analysis, sayable_class(report)
        return Result(report.report_id, said, analysis.risk_score, len(analysis.incidents))


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One recording or capture, and whom it shows.

    Attributes:
        id: number within this window.
        path: the file; of a capture the one that it is written to, once there is one.
        student_id, exam_id: as the exam centre names them; the latter may be empty.
        profile: name of the accommodation, empty for none.
        seat: of the candidate, empty where nobody said it.
        state: where it stands.
        share: analysed part, 0 to 1.
        seconds: length of the recording, 0 where it is not known.
        result: once it is done.
        problem: why it failed, or could not be kept.
        remark: what to know before it is analysed, such as that it was before.
        live_address: of the camera or stream that is captured; empty for a file.
        live: how the source of a capture stands, None before it was opened.
    """

    id: int
    path: Path
    student_id: str
    exam_id: str = ""
    profile: str = ""
    seat: str = ""
    state: QueueState = QueueState.WAITING
    share: float = 0.0
    seconds: float = 0.0
    result: Result | None = None
    problem: str = ""
    remark: str = ""
    live_address: str = ""
    live: LiveState | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is captured and not read."""
        return bool(self.live_address)

    @property
    def is_editable(self) -> bool:
        """Whether it can still be said whom it shows."""
        return self.state is QueueState.WAITING or self.state.can_begin_again

    @property
    def has_no_signal(self) -> bool:
        """Whether a capture waits for its source to come back."""
        return self.live is not None and self.live.phase in (LivePhase.LOST, LivePhase.TRYING)

    @property
    def is_unrecorded(self) -> bool:
        """Whether a capture is measured and not recorded, because the disk is full."""
        return self.live is not None and self.live.unrecorded_since is not None

    @property
    def subject(self) -> Subject:
        """Whom the report will be about."""
        return Subject(self.student_id, self.exam_id or NO_EXAM)

    @property
    def report_id(self) -> str:
        """Of its own report, empty while there is none."""
        return self.result.report_id if self.result is not None else ""

    def as_waiting(self) -> "QueueEntry":
        """The same recording, to be tried once more."""
        return replace(self, state=QueueState.WAITING, share=0.0, problem="", result=None)

    def as_rostered(self, row: RosterRow) -> "QueueEntry":
        """The same recording, of the candidate in a line of a roster."""
        return replace(
            self,
            student_id=row.candidate,
            exam_id=row.exam or self.exam_id,
            profile=row.profile,
            seat=row.seat,
        )


def own_name(path: Path) -> str:
    """What a recording is called after, while nobody says whom it shows: its own file."""
    return path.stem[:LONGEST_NAME].strip() or path.name[:LONGEST_NAME]


def kept(entries: Sequence[QueueEntry]) -> list[dict[str, str]]:
    """What has to be kept of entries so that a restart can go on with them."""
    return [
        {
            "path": str(entry.path),
            "student_id": entry.student_id,
            "exam_id": entry.exam_id,
            "profile": entry.profile,
            "seat": entry.seat,
        }
        for entry in entries
        if not entry.state.is_final and entry.path.name
    ]
