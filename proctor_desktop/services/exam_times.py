"""A person says afterwards when an exam begins and ends: its report is scored anew.

Nothing is measured again. The report becomes a new revision; who said so, what stood before and why
stand in the audit log and as a note about the report, which goes to all who have it.
"""

from collections.abc import Sequence
from dataclasses import replace

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.exam import BEGINS, ENDS, FIRST_SEC, Given
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Decision, IncidentState, Verdict, incident_states
from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.services.recomputing import RecomputeService
from proctor_desktop.services.renumbering import in_report, renumbered
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import refuse_held
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork

SHORTEST_SEC = 1.0
"""An exam that is shorter than this was marked by mistake."""


def given_in(report: Report) -> Given:
    """The times that people gave for a report."""
    return Given.of(report.analysis.provenance.settings)


class ExamTimeService:
    """Sets when the exams of kept reports begin and end."""

    def __init__(self, store: Store, reports: ReportService, recomputing: RecomputeService) -> None:
        self._store = store
        self._reports = reports
        self._recomputing = recomputing

    def begin_at(self, report_id: str, second: float, *, actor: str, reason: str = "") -> Report:
        """Let the exam begin at a second of the recording, as `give` does."""
        ends = given_in(self._reports.get(report_id)).ends_sec
        return self.give(report_id, Given(max(FIRST_SEC, second), ends), actor=actor, reason=reason)

    def end_at(self, report_id: str, second: float, *, actor: str, reason: str = "") -> Report:
        """Let the exam end at a second of the recording, as `give` does."""
        begins = given_in(self._reports.get(report_id)).begins_sec
        return self.give(
            report_id, Given(begins, max(FIRST_SEC, second)), actor=actor, reason=reason
        )

    def give(self, report_id: str, times: Given, *, actor: str, reason: str = "") -> Report:
        """Score a report of this workstation anew under other times; the report as it is now.

        Decisions about incidents that stay keep their ground. Where a number belongs to another
        incident now, its judgement is reopened, so that nobody has judged what they did not see.

        Raises:
            NotFoundError: there is no such report, or its signals are not on this computer.
            StorageError: nothing would change, no exam would be left, the report belongs to
                another workstation, or its exam is under legal hold.
        """
        before = self._reports.get(report_id)
        _check(times, before)
        changes: dict[str, object] = {BEGINS: times.begins_sec, ENDS: times.ends_sec}
        finished = self._recomputing.recompute(report_id, changes)
        after = replace(finished.report, created_at=before.created_at)
        with self._store.writing() as unit:
            if unit.reports.get(report_id) != before:
                raise StorageError("The report was changed meanwhile. Look at it, then try again.")
            refuse_held(unit, before.exam_id)
            version = unit.reports.save(after)
            self._note(unit, before, after, actor=actor, reason=reason.strip())
            unit.audit.append(
                actor,
                "exam_time_given",
                report_id,
                before=_plain(given_in(before)),
                after=_plain(times),
                reason=reason.strip(),
                sha256=version.sha256,
            )
        return after

    def _note(
        self, unit: UnitOfWork, before: Report, after: Report, *, actor: str, reason: str
    ) -> None:
        reviewer, words = actor[:100], _words(before, after)
        unit.decisions.append_all(
            after, [""], reviewer=reviewer, verdict=Verdict.NOTE, reason=f"{words} {reason}".strip()
        )
        others = _others(before, after, unit.decisions.of(after.report_id))
        if others:
            unit.decisions.append_all(
                after,
                others,
                reviewer=reviewer,
                verdict=Verdict.REOPEN,
                reason=f"{words} This number is another incident now.",
            )


def _check(times: Given, report: Report) -> None:
    if times == given_in(report):
        raise StorageError("The exam begins and ends there already.")
    ends = times.ends_sec or report.analysis.coverage.duration_sec
    if min(ends, report.analysis.coverage.duration_sec) - times.begins_sec < SHORTEST_SEC:
        raise StorageError(
            "The exam must begin before it ends, and lie within the recording. Nothing was changed."
        )


def _others(before: Report, after: Report, decisions: Sequence[Decision]) -> list[str]:
    """Numbers that were judged and belong to another incident now."""
    ids = [incident.id for incident in after.analysis.incidents]
    states = incident_states(ids, decisions)
    now = renumbered(in_report(before), in_report(after))
    return [id_ for id_ in ids if states[id_] is not IncidentState.OPEN and now.get(id_) != id_]


def _words(before: Report, after: Report) -> str:
    """The old and the new times in one sentence."""
    return f"The exam lasts from {_span(after)} now, before from {_span(before)}."


def _span(report: Report) -> str:
    analysis = report.analysis
    begins, ends = (
        (analysis.exam.begins, analysis.exam.ends)
        if analysis.exam is not None
        else (0.0, analysis.coverage.duration_sec)
    )
    return f"{clock(from_seconds(begins))} to {clock(from_seconds(ends))}"


def _plain(times: Given) -> dict[str, float]:
    return {"begins_sec": times.begins_sec, "ends_sec": times.ends_sec}
