"""Decisions of reviewers: appended, never changed."""

import hashlib
import json
import uuid
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    IncidentState,
    ReviewState,
    Verdict,
    heads,
    incident_states,
    is_about_recording,
    recording_heads,
)
from proctor_desktop.domain.timeline import Micros, to_seconds
from proctor_desktop.report.document import canonical, utc_text
from proctor_desktop.scoring.reviewed import Review, reviewed
from proctor_desktop.storage import schema
from proctor_desktop.storage.audit import AuditLog
from proctor_desktop.storage.publishing import Change, Entity, Publisher
from proctor_desktop.storage.repositories.reports import Reports
from proctor_desktop.storage.repositories.signatures import Signatures
from proctor_desktop.storage.signing import of_decision
from proctor_desktop.storage.sql import is_file, upsert

BEGINNING = "0" * 64

_TABLE = schema.review_decisions
_AT_ONCE = 500
_FIELDS = (
    "id",
    "report_id",
    "incident_id",
    "reviewer",
    "reason",
    "origin",
    "origin_seq",
    "prev_hash",
    "hash",
    "decided_at",
)


class Decisions:
    """Decisions within one transaction."""

    def __init__(
        self,
        connection: sa.Connection,
        publisher: Publisher,
        reports: Reports,
        origin: str,
        now: datetime,
        audit: AuditLog | None = None,
        signatures: Signatures | None = None,
    ) -> None:
        self._signatures = signatures or Signatures(connection)
        self._connection = connection
        self._publisher = publisher
        self._reports = reports
        self._audit = audit
        self._origin = origin
        self._now = now

    def append(
        self,
        report_id: str,
        incident_id: str,
        *,
        reviewer: str,
        verdict: Verdict,
        reason: str,
        added: AddedIncident | None = None,
    ) -> Decision:
        """As `append_all`, of one incident of a report that is read first.

        Raises:
            NotFoundError: there is no such report here.
        """
        self._publisher.begin()
        (decision,) = self.append_all(
            self._reports.get(report_id),
            [incident_id],
            reviewer=reviewer,
            verdict=verdict,
            reason=reason,
            added=added,
        )
        return decision

    def append_all(
        self,
        report: Report,
        incident_ids: Sequence[str],
        *,
        reviewer: str,
        verdict: Verdict,
        reason: str,
        added: AddedIncident | None = None,
    ) -> list[Decision]:
        """Add a decision about each incident, which replaces every head it can know of.

        All of them are made known, and written into the list and the audit log, at once.
        """
        self._publisher.begin()
        known, last = self.of(report.report_id), self._last_own()
        made: list[Decision] = []
        for incident_id in incident_ids:
            last = self._next(
                last,
                report_id=report.report_id,
                incident_id=incident_id,
                reviewer=reviewer,
                verdict=verdict,
                reason=reason,
                parents=_replaced(known, incident_id, verdict),
                added=added,
            )
            made.append(last)
        self._publish(made)
        self.put(made)
        self._signatures.sign([of_decision(one) for one in made])
        self._note(report, [*known, *made])
        for one in made:
            self._log(one)
        return made

    def say_again(self, decisions: Sequence[Decision]) -> None:
        """Decisions whose numbers the centre knows as others', under numbers of this database.

        Each replaces what it replaced then, and itself: what others decided meanwhile stands beside
        it, for a person to settle.
        """
        for one in decisions:
            self._publisher.begin()
            again = self._next(
                self._last_own(),
                report_id=one.report_id,
                incident_id=one.incident_id,
                reviewer=one.reviewer,
                verdict=one.verdict,
                reason=one.reason,
                parents=(*one.parents, one.id),
                added=one.added,
                decided_at=one.decided_at,
            )
            self._publish([again])
            self.put([again])
            self._signatures.sign([of_decision(again)])
            self._log(again)
        self.refresh(list({one.report_id for one in decisions}))

    def _log(self, decision: Decision) -> None:
        if self._audit is None:
            return
        added = decision.added
        self._audit.append(
            decision.reviewer,
            "decision_made" if added is None else "incident_added",
            decision.report_id,
            incident=decision.incident_id,
            verdict=decision.verdict.value,
            decision=decision.id,
            sha256=decision.hash,
            **({} if added is None else _seconds(added)),
        )

    def _next(self, last: Decision | None, **said: Any) -> Decision:
        """The decision that comes after the ``last`` one of this database, made now."""
        return sealed(
            Decision(
                id=str(uuid.uuid4()),
                origin=self._origin,
                origin_seq=1 if last is None else last.origin_seq + 1,
                prev_hash=BEGINNING if last is None else last.hash,
                hash="",
                **{"decided_at": self._now, **said},
            )
        )

    def put(self, decisions: Sequence[Decision]) -> None:
        """Insert decisions as they are; the caller knows that they are new."""
        if decisions:
            self._connection.execute(
                sa.insert(_TABLE), [decision_row(one, self._now) for one in decisions]
            )

    def publish_again(self, ids: Sequence[str]) -> None:
        """Put decisions that are here, whoever made them, in line for the centre once more."""
        for first in range(0, len(ids), _AT_ONCE):
            self._publish(list(self.by_ids(ids[first : first + _AT_ONCE]).values()))

    def _publish(self, decisions: Sequence[Decision]) -> None:
        self._publisher.publish(
            [Change(Entity.DECISION, one.id, 1, one.hash, one.origin) for one in decisions]
        )

    def of(self, report_id: str) -> list[Decision]:
        """Decisions about a report, in the order in which this database learnt of them."""
        rows = self._connection.execute(
            sa.select(_TABLE)
            .where(_TABLE.c.report_id == report_id)
            .order_by(_TABLE.c.received_at, _TABLE.c.origin, _TABLE.c.origin_seq)
        )
        return [_decision(row) for row in rows]

    def by_ids(self, ids: Sequence[str]) -> dict[str, Decision]:
        """Decisions by id; ids that are not known are left out."""
        rows = self._connection.execute(sa.select(_TABLE).where(_TABLE.c.id.in_(ids)))
        return {row.id: _decision(row) for row in rows}

    def readable(self, ids: Sequence[str]) -> list[Decision]:
        """Decisions by id, without those whose rows are no decisions any more."""
        found = []
        for row in self._connection.execute(sa.select(_TABLE).where(_TABLE.c.id.in_(ids))):
            with suppress(ValueError, LookupError, TypeError):
                found.append(_decision(row))
        return found

    def numbers(self, origins: Collection[str]) -> set[tuple[str, int]]:
        """Origin and number of every decision of these workstations."""
        rows = self._connection.execute(
            sa.select(_TABLE.c.origin, _TABLE.c.origin_seq).where(_TABLE.c.origin.in_(origins))
        )
        return {(row.origin, row.origin_seq) for row in rows}

    def all(self) -> list[Decision]:
        """Every decision, by origin in the order in which it was made."""
        rows = self._connection.execute(
            sa.select(_TABLE).order_by(_TABLE.c.origin, _TABLE.c.origin_seq)
        )
        return [_decision(row) for row in rows]

    def decided(self) -> list[str]:
        """Ids of the reports about which anything was decided."""
        ids = sa.select(_TABLE.c.report_id).distinct()
        return list(self._connection.execute(ids).scalars())

    def states(self, report_id: str) -> dict[str, IncidentState]:
        """State of each incident of a report.

        Raises:
            NotFoundError: there is no such report here.
        """
        report = self._reports.get(report_id)
        return incident_states(_incident_ids(report), self.of(report_id))

    def refresh(self, report_ids: Sequence[str]) -> None:
        """Write how far the review of these reports is into the list.

        Reports that are not here, or about which nobody decided anything, are left as they are.
        """
        decided = self._connection.execute(
            sa.select(_TABLE.c.report_id).where(_TABLE.c.report_id.in_(list(report_ids))).distinct()
        ).scalars()
        for report_id in decided.all():
            with suppress(StorageError):
                self._note(self._reports.stored(report_id), self.of(report_id))

    def list_faults(self) -> list[str]:
        """A sentence for each report whose review stands otherwise in the list than it is."""
        decided: dict[str, list[Decision]] = {}
        for one in self.all():
            decided.setdefault(one.report_id, []).append(one)
        meta, results = schema.report_sync_meta, schema.review_results
        columns = (meta.c.report_id, meta.c.incidents, meta.c.review_state, meta.c.unjudged)
        rows = self._connection.execute(sa.select(*columns).where(meta.c.deleted.is_(False))).all()
        shown = {}
        if is_file(self._connection):
            shown = {row.report_id: row for row in self._connection.execute(sa.select(results))}
        return [
            f"The list does not say how the review of report {row.report_id} stands: it was"
            " changed outside this program."
            for row in rows
            if not self._is_listed(row, decided.get(row.report_id, ()), shown.get(row.report_id))
        ]

    def _is_listed(self, row: Any, made: Sequence[Decision], shown: sa.Row[Any] | None) -> bool:
        """Whether list and decisions agree; a damaged report is told by another check."""
        if not made:
            open_state = ReviewState.OPEN if row.incidents else ReviewState.NOTHING
            said = (row.review_state, row.unjudged)
            return shown is None and said == (open_state.value, row.incidents)
        try:
            review = reviewed(self._reports.stored(row.report_id), made)
        except StorageError:
            return True
        if (row.review_state, row.unjudged) != (review.state.value, _unjudged(review)):
            return False
        wanted = _result(row.report_id, review)
        names = ("verdict", "confirmed", "dismissed")
        return shown is None or all(shown._mapping[name] == wanted[name] for name in names)

    def _note(self, report: Report, decisions: Sequence[Decision]) -> None:
        """Write how far the review of a report is into the list."""
        review = reviewed(report, decisions)
        meta = schema.report_sync_meta
        self._connection.execute(
            sa.update(meta)
            .where(meta.c.report_id == report.report_id)
            .values(review_state=review.state.value, unjudged=_unjudged(review))
        )
        if is_file(self._connection):
            upsert(self._connection, schema.review_results, [_result(report.report_id, review)])

    def _last_own(self) -> Decision | None:
        row = self._connection.execute(
            sa.select(_TABLE)
            .where(_TABLE.c.origin == self._origin)
            .order_by(_TABLE.c.origin_seq.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else _decision(row)


def _seconds(added: AddedIncident) -> dict[str, Any]:
    return {"kind": added.kind, "start": to_seconds(added.start), "end": to_seconds(added.end)}


def _unjudged(review: Review) -> int:
    states = list(review.incidents.values())
    return states.count(IncidentState.OPEN) + states.count(IncidentState.DISPUTED)


def _result(report_id: str, review: Review) -> dict[str, Any]:
    """The row that the list shows of a review."""
    states = list(review.incidents.values())
    return {
        "report_id": report_id,
        "verdict": None if review.verdict is None else review.verdict.value,
        "confirmed": states.count(IncidentState.CONFIRMED),
        "dismissed": states.count(IncidentState.DISMISSED),
        "reviewed_risk": review.reviewed_risk,
        "reviewed_class": review.reviewed_class.value,
    }


def _incident_ids(report: Report) -> list[str]:
    return [incident.id for incident in report.analysis.incidents]


def _replaced(known: Sequence[Decision], incident_id: str, verdict: Verdict) -> tuple[str, ...]:
    """Ids of the decisions that a new one takes the place of; a note takes no place."""
    about = [one for one in known if one.incident_id == incident_id]
    if is_about_recording(incident_id):
        return tuple(head.id for head in recording_heads(known))
    return tuple(head.id for head in heads(about)) if verdict.judges else ()


def sealed(decision: Decision) -> Decision:
    """The decision with its hash."""
    values = {name: getattr(decision, name) for name in Decision.__slots__}
    return Decision(**values | {"hash": decision_hash(decision)})


def decision_hash(decision: Decision) -> str:
    """Hex digest over everything in the decision but the hash itself."""
    said: dict[str, Any] = {
        name: getattr(decision, name) for name in _FIELDS if name not in ("hash", "decided_at")
    }
    said["verdict"] = decision.verdict.value
    said["parents"] = list(decision.parents)
    said["decided_at"] = utc_text(decision.decided_at)
    if decision.added is not None:  # decisions without it keep the hash they always had
        said["added"] = plain_added(decision.added)
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def decision_row(decision: Decision, received_at: datetime) -> dict[str, Any]:
    """The row of a decision."""
    return {name: getattr(decision, name) for name in _FIELDS} | {
        "verdict": decision.verdict.value,
        "parents": canonical(list(decision.parents)),
        "received_at": received_at,
        "added": None if decision.added is None else canonical(plain_added(decision.added)),
    }


def plain_added(added: AddedIncident) -> dict[str, Any]:
    """An added incident as it is hashed and written; times in microseconds."""
    return {"kind": added.kind, "start": int(added.start), "end": int(added.end)}


def read_added(plain: dict[str, Any]) -> AddedIncident:
    """The opposite of `plain_added`."""
    return AddedIncident(str(plain["kind"]), Micros(plain["start"]), Micros(plain["end"]))


def decision_faults(
    decisions: Sequence[Decision], by_file: Collection[str] = frozenset()
) -> list[str]:
    """A sentence for each decision that was changed, or is missing in its workstation's chain.

    ``by_file`` are ids of reports that came as packages: without what their workstation decided
    about others, so decisions may be missing before theirs.
    """
    faults = []
    last: dict[str, Decision] = {}
    for decision in decisions:
        before = last.get(decision.origin)
        number = 1 if before is None else before.origin_seq + 1
        previous = BEGINNING if before is None else before.hash
        if decision_hash(decision) != decision.hash:
            faults.append(f"The decision {decision.id} was changed after it was made.")
        elif decision.origin_seq > number and decision.report_id in by_file:
            pass
        elif decision.origin_seq != number or decision.prev_hash != previous:
            faults.append(
                f"Decisions are missing before {decision.id} of workstation {decision.origin}."
            )
        last[decision.origin] = decision
    return faults


def _decision(row: sa.Row[Any]) -> Decision:
    return Decision(
        **{name: row._mapping[name] for name in _FIELDS},
        verdict=Verdict(row.verdict),
        parents=tuple(json.loads(row.parents)),
        added=None if row.added is None else read_added(json.loads(row.added)),
    )
