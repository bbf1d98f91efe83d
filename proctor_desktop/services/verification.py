"""Whether everything that is kept is what was saved."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.services import replaying
from proctor_desktop.storage.audit import AuditHead, chain_faults, read_anchor
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceState
from proctor_desktop.storage.own_statements import own_statements
from proctor_desktop.storage.replay import PACKAGE_TAKEN, SETTLED, replay
from proctor_desktop.storage.repositories.decisions import decision_faults
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.signing import Said
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.sync.comparing import Witness

UNSIGNED_REPORT = "The report {} does not carry the signature of this workstation, which made it."
UNSIGNED_DECISION = (
    "The decision {} does not carry the signature of this workstation, which made it."
)

_Content = TypeVar("_Content")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and a sentence for everything that is wrong."""

    reports: int
    pictures: int
    audit_entries: int
    audit_head: str
    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether everything is what was saved."""
        return not self.faults


class VerificationService:
    """Checks what this workstation keeps."""

    def __init__(self, store: Store, evidence: EvidenceFolder) -> None:
        self._store = store
        self._evidence = evidence

    def verify(self, centre: Witness | None = None) -> Verification:
        """Check everything against its hashes, the tables against the audit log, and both.

        ``centre`` is what the centre says, for what nothing on this computer can show; the head
        of the log beside the database is always used.
        """
        faults: list[str] = []
        entries = self._checked("The audit log", faults, lambda unit: unit.audit.entries()) or []
        told = replay(entries)
        heads = [*(centre.heads if centre else ()), *self._own_anchor()]
        faults += chain_faults(entries, [one for one in heads if one not in told.settled])
        for what, check in _CHECKS:
            faults += self._checked(what, faults, partial(check, told=told)) or []
        pictures = self._read_pictures(faults)
        faults += self._checked("The list of alarms", faults, _alarms) or []
        faults += centre.differences if centre else ()
        reports = self._checked("The list of reports", faults, _count)
        head = entries[-1].hash if entries else ""
        once = tuple(dict.fromkeys(faults))
        return Verification(reports or 0, pictures, len(entries), head, once)

    def settle(self, *, reason: str, actor: str, centre: Witness | None = None) -> int:
        """Settle what contradicts the audit log: standing alarms and heads; how many.

        Who did it and why stands in the log; what is missing or changed is not settled by it.

        Raises:
            StorageError: no reason is given.
        """
        if not reason.strip():
            raise StorageError("Say why: an alarm without a reason cannot be judged later.")
        heads = [*(centre.heads if centre else ()), *self._own_anchor()]
        with self._store.writing() as unit:
            wrong = sorted({(one.entries, one.hash) for one in unit.audit.contradictions(heads)})
            standing = unit.alarms.standing()
            unit.audit.append(
                actor, SETTLED, "", reason=reason.strip(), alarms=standing, heads=wrong
            )
            unit.alarms.clear()
        self._store.anchor_anew()
        return len({*standing, *wrong})

    def _read_pictures(self, faults: list[str]) -> int:
        """Open every picture that is kept; how many there are."""
        rows = self._checked("The list of pictures", faults, lambda unit: unit.evidence.all())
        kept = [row for row in rows or [] if row.state is EvidenceState.KEPT]
        for row in kept:
            try:
                self._evidence.read(row)
            except StorageError as error:
                faults.append(str(error))
        return len(kept)

    def _checked(
        self, what: str, faults: list[str], read: Callable[[UnitOfWork], _Content]
    ) -> _Content | None:
        """What ``read`` finds, or None and a sentence where damage keeps it from reading."""
        try:
            with self._store.reading() as unit:
                return read(unit)
        except (StorageError, ValueError, LookupError, TypeError) as error:
            faults.append(f"{what} cannot be read: {error}")
            return None

    def audit_head(self) -> AuditHead:
        """The newest entry of the audit log; the printed report names it."""
        with self._store.reading() as unit:
            return unit.audit.head()

    def _own_anchor(self) -> list[AuditHead]:
        path = self._store.database.path
        anchor = None if path is None else read_anchor(path.parent)
        return [] if anchor is None else [anchor]


def _count(unit: UnitOfWork) -> int:
    return unit.listing.page(ReportFilter(with_bin=True), 0, 0).total


def _alarms(unit: UnitOfWork) -> list[str]:
    return unit.alarms.standing()


def _chains(unit: UnitOfWork) -> list[str]:
    return decision_faults(unit.decisions.all(), unit.audit.subjects(PACKAGE_TAKEN))


def signature_faults(unit: UnitOfWork) -> list[str]:
    """A sentence for everything of this workstation that does not carry its signature."""
    wrong = unit.signatures.unsigned(own_statements(unit))
    return [
        (UNSIGNED_DECISION if one.said is Said.DECISION else UNSIGNED_REPORT).format(one.subject)
        for one in wrong
    ]


def _signal_faults(unit: UnitOfWork) -> list[str]:
    faults = []
    for report_id in unit.signals.ids():
        try:
            unit.signals.load(report_id)
        except StorageError as error:
            faults.append(str(error))
    return faults


_CHECKS: tuple[tuple[str, Callable[..., list[str]]], ...] = (
    ("The list of reports", lambda unit, told: unit.reports.faults()),
    ("The decisions", lambda unit, told: _chains(unit)),
    ("The signals", lambda unit, told: _signal_faults(unit)),
    ("The list of reports", replaying.report_faults),
    ("The decisions", replaying.decision_faults),
    ("The signals", replaying.signal_faults),
    ("The list of pictures", replaying.picture_faults),
    ("The signatures", lambda unit, told: signature_faults(unit)),
    ("The list of reviews", lambda unit, told: unit.decisions.list_faults()),
)
"""What is checked in a transaction of its own each, so that damage ends no more than one."""
