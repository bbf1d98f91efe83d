"""Decisions on the incidents of one report: how each stands, and a way back from the last ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from proctor_desktop.domain.report import IncidentRecord, Report
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    IncidentState,
    Verdict,
    heads,
    incident_states,
    own_incidents,
)
from proctor_desktop.gui.display.incidents import IncidentRow, own_record
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.services import Reviews


@dataclass(frozen=True, slots=True)
class Step:
    """One judgement and what it replaced, so that it can be taken back and made again."""

    incident_id: str
    before: tuple[Verdict, str]
    after: tuple[Verdict, str]


class ReviewLog(QObject):
    """The decisions of one report; every one is in the database before it shows.

    Signals:
        changed: id of the incident that stands differently now.
        loaded: all decisions of another report are there.
        failed: the exception; nothing was changed.
    """

    changed = Signal(str)
    loaded = Signal()
    failed = Signal(object)

    def __init__(
        self,
        reviews: Reviews,
        background: Background,
        reviewer: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._background = background
        self._reviewer = reviewer
        self._report: Report | None = None
        self._decisions: list[Decision] = []
        self._states: dict[str, IncidentState] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def load(self, report: Report, decisions: Sequence[Decision]) -> None:
        """Show the decisions of another report."""
        self._report = report
        self._decisions = list(decisions)
        self._done.clear()
        self._undone.clear()
        self._refresh()
        self.loaded.emit()

    def _refresh(self) -> None:
        if self._report is not None:
            ids = [incident.id for incident in self._report.analysis.incidents]
            ids += own_incidents(self._decisions)
            self._states = incident_states(ids, self._decisions)

    # reading

    def state(self, incident_id: str) -> IncidentState:
        """How an incident stands."""
        return self._states.get(incident_id, IncidentState.OPEN)

    def rows(self) -> list[IncidentRow]:
        """Every incident with its state, those that people added among them, in time order."""
        if self._report is None:
            return []
        rows = [
            IncidentRow(incident, self.state(incident.id))
            for incident in self._report.analysis.incidents
        ]
        rows += [
            IncidentRow(own_record(decision), self.state(incident_id), is_own=True)
            for incident_id, decision in own_incidents(self._decisions).items()
        ]
        return sorted(rows, key=lambda row: row.incident.start)

    @property
    def left(self) -> int:
        """Number of incidents that nobody has judged, or that are disputed."""
        unsettled = (IncidentState.OPEN, IncidentState.DISPUTED)
        return sum(state in unsettled for state in self._states.values())

    def next_open(self, after: IncidentRecord | None) -> IncidentRecord | None:
        """The next incident to decide, from the beginning again behind the last one."""
        unsettled = [
            row.incident
            for row in self.rows()
            if row.state in (IncidentState.OPEN, IncidentState.DISPUTED)
        ]
        start = after.start if after is not None else -1.0
        later = [incident for incident in unsettled if incident.start > start]
        return next(iter(later or unsettled), None)

    def history(self, incident_id: str) -> list[Decision]:
        """What was decided and noted about an incident, oldest first."""
        return [each for each in self._decisions if each.incident_id == incident_id]

    @property
    def decisions(self) -> Sequence[Decision]:
        """Everything that was decided and noted, oldest first."""
        return self._decisions

    @property
    def can_undo(self) -> bool:
        """Whether there is a judgement of this session to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._undone)

    # deciding

    def judge(self, incident_id: str, verdict: Verdict, reason: str = "") -> None:
        """Confirm, dismiss or open an incident again."""
        step = Step(incident_id, self._standing(incident_id), (verdict, reason))
        self._submit(incident_id, verdict, reason, partial(self._judged, step))

    def note(self, incident_id: str, text: str) -> None:
        """Write a note; it changes no state."""
        self._submit(incident_id, Verdict.NOTE, text, self._noted)

    def add(self, added: AddedIncident, reason: str) -> None:
        """Add an incident that the program did not report."""
        if self._report is None:
            return
        work = partial(
            self._reviews.add_incident,
            self._report.report_id,
            added,
            reason=reason,
            reviewer=self._reviewer(),
        )
        self._background.run(work, self._added, self.failed.emit)

    def _added(self, decision: Decision) -> None:
        taken_back = translate("ReviewLog", "taken back")
        before, after = (Verdict.DISMISS, taken_back), (Verdict.CONFIRM, decision.reason)
        self._judged(Step(decision.incident_id, before, after), decision)

    def undo(self) -> str | None:
        """Take back the last judgement; id of its incident."""
        if not self._done:
            return None
        step = self._done.pop()
        self._submit(step.incident_id, *step.before, partial(self._moved, step, self._undone))
        return step.incident_id

    def redo(self) -> str | None:
        """Make again what was taken back last; id of its incident."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._submit(step.incident_id, *step.after, partial(self._moved, step, self._done))
        return step.incident_id

    def _standing(self, incident_id: str) -> tuple[Verdict, str]:
        """The verdict that would bring an incident back to where it is now."""
        latest = heads(self.history(incident_id))
        if len(latest) == 1:
            verdict = latest[0].verdict
            return Verdict.CONFIRM if verdict is Verdict.ADD else verdict, latest[0].reason
        return Verdict.REOPEN, translate("ReviewLog", "taken back")

    def _submit(
        self, incident_id: str, verdict: Verdict, reason: str, done: Callable[[Decision], None]
    ) -> None:
        if self._report is None:
            return
        work = partial(
            self._reviews.decide,
            self._report.report_id,
            incident_id,
            verdict,
            reason=reason,
            reviewer=self._reviewer(),
        )
        self._background.run(work, done, self.failed.emit)

    def _keep(self, decision: Decision) -> None:
        if self._report is None or decision.report_id != self._report.report_id:
            return
        self._decisions.append(decision)
        self._refresh()
        self.changed.emit(decision.incident_id)

    def _judged(self, step: Step, decision: Decision) -> None:
        self._done.append(step)
        self._undone.clear()
        self._keep(decision)

    def _moved(self, step: Step, to: list[Step], decision: Decision) -> None:
        to.append(step)
        self._keep(decision)

    def _noted(self, decision: Decision) -> None:
        self._keep(decision)
