"""The incidents of a report as people have judged them so far, and what was done last."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import (
    Decision,
    IncidentState,
    Verdict,
    heads,
    incident_states,
    own_incidents,
)
from proctor_desktop.gui.display.incidents import IncidentRow, own_record
from proctor_desktop.gui.language.translation import translate

UNSETTLED = (IncidentState.OPEN, IncidentState.DISPUTED)


@dataclass(frozen=True)
class Judged:
    """A report with everything that was decided and noted about it, oldest first."""

    report: Report
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def rows(self) -> tuple[IncidentRow, ...]:
        """Every incident with its state, those that people added among them, in time order."""
        records = self.report.analysis.incidents
        own = own_incidents(self.decisions)
        states = incident_states([*(each.id for each in records), *own], self.decisions)
        noted = {each.incident_id for each in self.decisions if each.verdict is Verdict.NOTE}
        rows = [IncidentRow(each, states[each.id], is_noted=each.id in noted) for each in records]
        rows += [
            IncidentRow(own_record(decision), states[place], is_own=True, is_noted=place in noted)
            for place, decision in own.items()
        ]
        return tuple(sorted(rows, key=lambda row: (row.incident.start, row.incident.id)))

    @cached_property
    def left(self) -> int:
        """Number of incidents that nobody has judged, or that are disputed."""
        return sum(row.state in UNSETTLED for row in self.rows)

    def row(self, incident_id: str) -> IncidentRow | None:
        """An incident of the report, None where it has no such one."""
        return next((row for row in self.rows if row.incident.id == incident_id), None)

    def history(self, incident_id: str) -> tuple[Decision, ...]:
        """What was decided and noted about an incident, oldest first."""
        return tuple(each for each in self.decisions if each.incident_id == incident_id)

    def standing(self, incident_id: str) -> tuple[Verdict, str]:
        """Verdict and reason that would bring an incident back to where it is now."""
        latest = heads(self.history(incident_id))
        if len(latest) == 1:
            verdict = latest[0].verdict
            return Verdict.CONFIRM if verdict is Verdict.ADD else verdict, latest[0].reason
        return Verdict.REOPEN, translate("ReviewLog", "taken back")

    def alike(self, incident_id: str) -> tuple[IncidentRow, ...]:
        """Incidents still to decide, of the kind and direction of this one; itself among them."""
        row = self.row(incident_id)
        if row is None:
            return ()
        what = (row.incident.kind, row.incident.direction, row.is_own)
        return tuple(
            each
            for each in self.rows
            if each.state in UNSETTLED
            and (each.incident.kind, each.incident.direction, each.is_own) == what
        )

    def with_decisions(self, more: Iterable[Decision]) -> "Judged":
        """The same report after more decisions; one that is known already changes nothing."""
        known = {each.id for each in self.decisions}
        return Judged(self.report, (*self.decisions, *(one for one in more if one.id not in known)))


@dataclass(frozen=True, slots=True)
class Step:
    """Judgements made at once and what each replaced, so that they can be taken back together.

    Attributes:
        before, after: verdict and reason by incident.
    """

    before: tuple[tuple[str, Verdict, str], ...]
    after: tuple[tuple[str, Verdict, str], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be taken back, and what can be made again; the last of each comes first."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def made(self, step: Step) -> "Steps":
        """After another judgement."""
        return Steps((*self.done, step), ())

    def taken_back(self) -> "Steps":
        """After the last judgement was taken back."""
        return Steps(self.done[:-1], (*self.undone, self.done[-1]))

    def made_again(self) -> "Steps":
        """After what was taken back last was made again."""
        return Steps((*self.done, self.undone[-1]), self.undone[:-1])
