"""From the centre to this database: by number, each batch with its cursor in one transaction."""

import json
from collections.abc import Callable, Sequence

from proctor_desktop.domain.review import Decision
from proctor_desktop.report.document import utc_text
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceState
from proctor_desktop.storage.publishing import Entity, SyncState
from proctor_desktop.storage.replay import OWN_DECISION_BACK, OWN_REPORT_BACK
from proctor_desktop.storage.repositories.decisions import decision_hash
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.storage.versions import ReportVersion
from proctor_desktop.sync.believing import (
    Doubts,
    Signed,
    doubts,
    forged,
    keep_signatures,
    raise_doubts,
)
from proctor_desktop.sync.remote import Centre, Numbered
from proctor_desktop.sync.rules import Known, Ruling, rule

CURSOR = "sync_cursor"
CURSOR_MARK = "sync_cursor_mark"
PUT_OFF, DECISIONS_PUT_OFF = "sync_put_off", "sync_put_off_decisions"
"""Facts: the last number that was applied, the change that had it, what is to be fetched again."""


class Receiver:
    """Applies what others did."""

    def __init__(
        self,
        store: Store,
        centre: Centre,
        evidence: EvidenceFolder,
        *,
        batch: int,
        takes_back: bool = False,
    ) -> None:
        """``takes_back`` where an old copy of this database was put back.

        What the centre has of this workstation is then its own; else only what the log tells.
        """
        self._store = store
        self._centre = centre
        self._evidence = evidence
        self._batch = batch
        self._takes_back = takes_back

    def receive(self, is_stopped: Callable[[], bool] = lambda: False) -> int:
        """Take everything after the cursor; how many reports and decisions were new here.

        Raises:
            ServerUnreachableError: the next call goes on where this one stopped.
        """
        taken = self._again()
        is_last = False
        while not is_last and not is_stopped():
            with self._store.reading() as unit:
                cursor = int(unit.facts.get(CURSOR) or 0)
            changes = self._centre.changes(cursor, self._batch)
            is_last = len(changes) < self._batch
            if changes:
                taken += self._take(changes)
        return taken

    def _take(self, changes: Sequence[Numbered]) -> int:
        """Fetch what is not here yet, and apply it with the number that comes after it."""
        with self._store.reading() as unit:
            reports, decisions = _missing(unit, changes)
        versions = self._centre.reports(reports)
        made = self._centre.decisions(decisions)
        readable = {one.report_id for one in versions} | {one.id for one in made}
        return self.apply(
            versions,
            made,
            changes[-1],
            unreadable=[one for one in reports if one not in readable],
            unread=[one for one in decisions if one not in readable],
        )

    def apply(
        self,
        versions: Sequence[ReportVersion],
        decisions: Sequence[Decision],
        last: Numbered | None = None,
        *,
        unreadable: Sequence[str] = (),
        unread: Sequence[str] = (),
    ) -> int:
        """Take what is newer than what is here, and move the cursor to the ``last`` change.

        Reports that are ``unreadable`` there, and ``unread`` decisions, are asked for again.
        """
        if not versions and not decisions and last is None:
            return 0
        said = self._centre.signatures.about(
            [*(one.report_id for one in versions), *(one.id for one in decisions)]
        )
        wrong = self._doubts(versions, decisions, said)
        versions = [one for one in versions if one.report_id not in wrong.reports]
        decisions = [one for one in decisions if one.id not in wrong.decisions]
        unreadable, unread = [*unreadable, *wrong.reports], [*unread, *wrong.decisions]
        with self._store.writing() as unit:
            left = set() if self._takes_back else forged(unit, versions, decisions)
            believed = [one for one in versions if one.report_id not in left]
            taken = _take_versions(unit, believed, unreadable)
            new = _take_decisions(unit, [one for one in decisions if one.id not in left])
            raise_doubts(unit, wrong)
            keep_signatures(unit, believed, new, said)
            unit.decisions.refresh(
                [one.report_id for one in new] + [one.report_id for one in taken]
            )
            _put_off_decisions(unit, decisions, unread)
            if last is not None:
                unit.facts.set(CURSOR, str(last.seq))
                unit.facts.set(CURSOR_MARK, mark(last))
        self._forget([one.report_id for one in taken if one.deleted])
        return len(taken) + len(new)

    def _doubts(
        self, versions: Sequence[ReportVersion], decisions: Sequence[Decision], said: Signed
    ) -> Doubts:
        with self._store.reading() as unit:
            back = self._takes_back
            return doubts(unit, self._centre, versions, decisions, said, takes_back=back)

    def _again(self) -> int:
        """Fetch what could not be taken before: damaged on the way, or held here."""
        with self._store.reading() as unit:
            reports, decisions = put_off(unit), put_off(unit, DECISIONS_PUT_OFF)
        if not reports and not decisions:
            return 0
        return self.apply(self._centre.reports(reports), self._centre.decisions(decisions))

    def _forget(self, report_ids: Sequence[str]) -> None:
        """Finish erasures; the rows say so already, so the next start takes up what is cut off."""
        for report_id in report_ids:
            self._evidence.erase(report_id)
            with self._store.writing() as unit:
                unit.evidence.mark(report_id, EvidenceState.ERASED)


def mark(change: Numbered) -> str:
    """A change as it is remembered; no other one ever looks the same."""
    return f"{change.seq} {change.entity_id} {change.sha256} {utc_text(change.received_at)}"


def put_off(unit: UnitOfWork, name: str = PUT_OFF) -> list[str]:
    """Ids of reports, or of decisions, that the centre has and that could not be taken."""
    return list(json.loads(unit.facts.get(name) or "[]"))


def _put_off_decisions(
    unit: UnitOfWork, decisions: Sequence[Decision], unread: Sequence[str]
) -> None:
    """Remember decisions that are damaged, until they can be taken."""
    damaged = {one.id for one in decisions if decision_hash(one) != one.hash}
    later = {*put_off(unit, DECISIONS_PUT_OFF), *unread} | damaged
    later -= {one.id for one in decisions} - damaged
    unit.facts.set(DECISIONS_PUT_OFF, json.dumps(sorted(later)))


def _take_decisions(unit: UnitOfWork, decisions: Sequence[Decision]) -> list[Decision]:
    """Keep those that are new here and what they say of themselves."""
    known = unit.decisions.by_ids([one.id for one in decisions])
    new = [one for one in decisions if one.id not in known and decision_hash(one) == one.hash]
    unit.decisions.put(new)
    _log_returned(unit, new)
    return new


def _missing(unit: UnitOfWork, changes: Sequence[Numbered]) -> tuple[list[str], list[str]]:
    """Ids of reports and of decisions that are not here in the revision that was numbered."""
    reports = {one.entity_id: one for one in changes if one.entity is Entity.REPORT}
    decisions = {one.entity_id: one for one in changes if one.entity is Entity.DECISION}
    known = {
        key: (revision, sha256)
        for key, (_, revision, sha256, _) in unit.reports.known(list(reports)).items()
    }
    decided = unit.decisions.by_ids(list(decisions))
    return (
        [key for key, one in reports.items() if known.get(key) != (one.revision, one.sha256)],
        [key for key in decisions if key not in decided],
    )


def _take_versions(
    unit: UnitOfWork, versions: Sequence[ReportVersion], unreadable: Sequence[str]
) -> list[ReportVersion]:
    ids = [one.report_id for one in versions]
    held = {key: Known(*row) for key, row in unit.reports.known(ids).items()}
    waiting = unit.outbox.has_pending(ids)
    later = {*put_off(unit), *unreadable}
    taken = []
    for version in versions:
        known = held.get(version.report_id)
        if not version.is_sound or _is_held(unit, version, known):
            later.add(version.report_id)
            continue
        later.discard(version.report_id)
        ruling = rule(version, known)
        if ruling is Ruling.KNOWN and known is not None and known.sha256 == version.sha256:
            if version.report_id not in waiting:
                unit.reports.renumber(version.report_id, version.revision, _state(unit, version))
        elif _is_another_stone(version, known) or (
            ruling is Ruling.TAKE and (version.deleted or version.report_id not in waiting)
        ):
            taken.append(version)
    for mine in (True, False):
        part = [one for one in taken if (one.origin == unit.origin) is mine]
        unit.reports.put(part, SyncState.SENT if mine else SyncState.RECEIVED)
    for version in (one for one in taken if one.origin == unit.origin and not one.deleted):
        unit.audit.append("exchange", OWN_REPORT_BACK, version.report_id, sha256=version.sha256)
    for version in (one for one in taken if one.deleted):
        unit.signals.erase(version.report_id)
        unit.evidence.mark(version.report_id, EvidenceState.ERASING)
        unit.audit.append(
            "exchange", "report_erased_elsewhere", version.report_id, sha256=version.sha256
        )
    unit.facts.set(PUT_OFF, json.dumps(sorted(later)))
    return taken


def _log_returned(unit: UnitOfWork, decisions: Sequence[Decision]) -> None:
    """Note decisions of this workstation that come back from the centre, after a backup did."""
    for one in decisions:
        if one.origin == unit.origin:
            unit.audit.append(
                "exchange", OWN_DECISION_BACK, one.report_id, decision=one.id, sha256=one.hash
            )


def _is_another_stone(version: ReportVersion, known: Known | None) -> bool:
    """Whether two erased it without knowing of each other; the centre's tombstone is kept."""
    is_same = known is not None and known.sha256 == version.sha256
    return known is not None and known.deleted and version.deleted and not is_same


def _is_held(unit: UnitOfWork, version: ReportVersion, known: Known | None) -> bool:
    """Whether a legal hold here keeps a report that was erased elsewhere."""
    if not version.deleted or known is None or known.deleted:
        return False
    summary = unit.listing.summary(version.report_id, with_bin=True)
    return summary is not None and unit.exams.retention(summary.exam_id).legal_hold


def _state(unit: UnitOfWork, version: ReportVersion) -> SyncState:
    return SyncState.SENT if version.origin == unit.origin else SyncState.RECEIVED
