"""Decisions of reviewers on the incidents of a report."""

from collections.abc import Sequence

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.review import Decision, IncidentState, Verdict
from proctor_desktop.storage.unit_of_work import Store

NEEDS_REASON = (Verdict.DISMISS, Verdict.NOTE)


class ReviewService:
    """Appends decisions; none is ever changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def decisions(self, report_id: str) -> Sequence[Decision]:
        """Everything that was decided and noted about a report, oldest first."""
        with self._store.reading() as unit:
            return unit.decisions.of(report_id)

    def states(self, report_id: str) -> dict[str, IncidentState]:
        """How each incident of a report stands.

        Raises:
            NotFoundError: there is no such report.
        """
        with self._store.reading() as unit:
            return unit.decisions.states(report_id)

    def decide(
        self, report_id: str, incident_id: str, verdict: Verdict, *, reason: str, reviewer: str
    ) -> Decision:
        """Append a decision; when this returns it survives a power cut.

        Raises:
            ReportError: a dismissal or note without a reason.
            NotFoundError: there is no such report.
        """
        if verdict in NEEDS_REASON and not reason.strip():
            raise ReportError("A dismissal or note needs words. Say why, then try again.")
        with self._store.writing() as unit:
            decision = unit.decisions.append(
                report_id, incident_id, reviewer=reviewer, verdict=verdict, reason=reason.strip()
            )
            unit.audit.append(
                reviewer,
                "decision_made",
                report_id,
                incident=incident_id,
                verdict=verdict.value,
                decision=decision.id,
                sha256=decision.hash,
            )
        return decision
