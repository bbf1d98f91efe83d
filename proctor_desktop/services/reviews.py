"""Decisions of reviewers, and the risk as it stands after them.

The measured risk never changes; the reviewed one leaves dismissed incidents out and is shown beside
it. A dispute is ended by a decision with a reason, made by whoever the centre lets end disputes.
"""

import uuid
from collections.abc import Sequence

from proctor_desktop.domain.errors import DecisionRefusedError, NotFoundError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import (
    ADDED_KINDS,
    AddedIncident,
    Decision,
    IncidentState,
    RecordingVerdict,
    Verdict,
    about_recording,
    is_disputed,
    own_incidents,
)
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.scoring.reviewed import Review as Review
from proctor_desktop.scoring.reviewed import reviewed as reviewed
from proctor_desktop.services.review_options import ReviewOptions
from proctor_desktop.storage.unit_of_work import Store

MAX_REASON = 4000
_SLACK = Micros(1_000_000)
"""The last picture may be shown a little longer than the recording says."""


class ReviewService:
    """Takes decisions and says what follows from them.

    Attributes:
        seniors: who may end a dispute; empty for everybody.
    """

    def __init__(self, store: Store, options: ReviewOptions | None = None) -> None:
        self._store = store
        names = (options or ReviewOptions()).senior_reviewers.split(",")
        self.seniors = frozenset(name.strip() for name in names if name.strip())

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
        """As `decide_all`, of one incident; an empty id is a note about the whole report."""
        (decision,) = self.decide_all(
            report_id, [incident_id], verdict, reason=reason, reviewer=reviewer
        )
        return decision

    def decide_all(
        self,
        report_id: str,
        incident_ids: Sequence[str],
        verdict: Verdict,
        *,
        reason: str,
        reviewer: str,
    ) -> tuple[Decision, ...]:
        """Append the same decision about several incidents: all of them are kept, or none.

        When this returns they survive a power cut and wait to be sent.

        Args:
            report_id: of the report.
            incident_ids: of some of its incidents; empty for a note about the whole report.
            verdict: what was decided; an incident is added by `add_incident`.
            reason: why; needed to dismiss, to note, and to end a dispute.
            reviewer: who decided.

        Raises:
            NotFoundError: there is no such report or incident.
            DecisionRefusedError: reason or name is missing or too long, or the reviewer may not
                end a dispute.
        """
        if verdict is Verdict.ADD:
            raise DecisionRefusedError("An incident is added with what it is and when.")
        reason, reviewer = reason.strip(), reviewer.strip()
        self._check_texts(verdict, reason, reviewer)
        with self._store.writing() as unit:
            report = unit.reports.get(report_id)
            self._check_incidents(
                report, unit.decisions.of(report_id), incident_ids, verdict, reason, reviewer
            )
            made = unit.decisions.append_all(
                report,
                list(dict.fromkeys(incident_ids)),
                reviewer=reviewer,
                verdict=verdict,
                reason=reason,
            )
        return tuple(made)

    def _check_incidents(
        self,
        report: Report,
        every: Sequence[Decision],
        incident_ids: Sequence[str],
        verdict: Verdict,
        reason: str,
        reviewer: str,
    ) -> None:
        known = {incident.id for incident in report.analysis.incidents}
        known |= set(own_incidents(every))
        for incident_id in incident_ids:
            if incident_id not in known and (incident_id or verdict.judges):
                raise NotFoundError(
                    f"The report {report.report_id} has no incident {incident_id}. Its incidents: "
                    f"{', '.join(sorted(known)) or 'none'}."
                )
            made = [one for one in every if one.incident_id == incident_id]
            if verdict.judges and is_disputed(made):
                self._check_end_of_dispute(reason, reviewer)

    def add_incident(
        self, report_id: str, added: AddedIncident, *, reason: str, reviewer: str
    ) -> Decision:
        """Append an incident that the program did not report; the measured risk stays as it is.

        Raises:
            NotFoundError: there is no such report.
            DecisionRefusedError: reason or name is missing or too long, or the span lies outside
                the recording.
        """
        reason, reviewer = reason.strip(), reviewer.strip()
        self._check_texts(Verdict.ADD, reason, reviewer)
        with self._store.writing() as unit:
            report = unit.reports.get(report_id)
            check_added(added, report)
            (decision,) = unit.decisions.append_all(
                report,
                [f"P-{uuid.uuid4().hex[:8]}"],
                reviewer=reviewer,
                verdict=Verdict.ADD,
                reason=reason,
                added=added,
            )
        return decision

    def give_verdict(
        self,
        report_id: str,
        verdict: RecordingVerdict | None,
        *,
        reviewer: str,
        reason: str = "",
    ) -> Decision:
        """Append a verdict for the whole recording, in place of any other; None takes it back.

        Raises:
            NotFoundError: there is no such report.
            DecisionRefusedError: the name is missing, or name or reason is too long.
        """
        reason, reviewer = reason.strip(), reviewer.strip()
        _check_lengths(reason, reviewer)
        with self._store.writing() as unit:
            (decision,) = unit.decisions.append_all(
                unit.reports.get(report_id),
                [about_recording(verdict)],
                reviewer=reviewer,
                verdict=Verdict.NOTE,
                reason=reason,
            )
        return decision

    def review(self, report_id: str) -> Review:
        """How the review of a report stands.

        Raises:
            NotFoundError: there is no such report.
        """
        with self._store.reading() as unit:
            report = unit.reports.get(report_id)
            decisions = tuple(unit.decisions.of(report_id))
        return reviewed(report, decisions)

    def begun(self, report_id: str) -> Review | None:
        """How the review stands; None where nobody decided anything yet.

        Raises:
            NotFoundError: there is no such report.
        """
        review = self.review(report_id)
        return review if review.decisions else None

    def _check_texts(self, verdict: Verdict, reason: str, reviewer: str) -> None:
        _check_lengths(reason, reviewer)
        if verdict in (Verdict.DISMISS, Verdict.NOTE, Verdict.ADD) and not reason:
            raise DecisionRefusedError("Say why: without a reason nobody can follow it later.")

    def _check_end_of_dispute(self, reason: str, reviewer: str) -> None:
        if not reason:
            raise DecisionRefusedError(
                "This incident is disputed. Say why it is settled so, for those who saw it"
                " differently."
            )
        if self.seniors and reviewer not in self.seniors:
            raise DecisionRefusedError(
                f"This incident is disputed, and only {', '.join(sorted(self.seniors))} may"
                " settle it. Leave a note instead."
            )


def _check_lengths(reason: str, reviewer: str) -> None:
    if not 0 < len(reviewer) <= 100:
        raise DecisionRefusedError("Say who decides, in 1 to 100 characters.")
    if len(reason) > MAX_REASON:
        raise DecisionRefusedError(f"The reason is longer than {MAX_REASON} characters.")


def check_added(added: AddedIncident, report: Report) -> None:
    """Make sure that an incident of one's own can be one of this recording.

    Raises:
        DecisionRefusedError: its kind is none that there is, or its span lies outside.
    """
    if added.kind not in ADDED_KINDS:
        raise DecisionRefusedError(f"An incident is one of: {', '.join(ADDED_KINDS)}.")
    end = Micros(round(report.video_duration_sec * 1e6))
    if not 0 <= added.start < added.end <= end + _SLACK:
        raise DecisionRefusedError(
            "The incident must begin before it ends, and lie within the recording."
        )
