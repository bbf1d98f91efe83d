"""Whether everything that is kept is what was saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.services.packages import TAKEN
from proctor_desktop.storage.audit import AuditHead, chain_faults, read_anchor
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceState
from proctor_desktop.storage.repositories.decisions import decision_faults
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork

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

    def verify(self, anchors: Sequence[AuditHead] = ()) -> Verification:
        """Check the audit log, every report, its signals and pictures, and every decision.

        ``anchors`` are heads of the audit log kept elsewhere; the one beside the database is
        always used.
        """
        known = [*anchors, *self._own_anchor()]
        faults: list[str] = []
        entries = self._checked("The audit log", faults, lambda unit: unit.audit.entries()) or []
        faults += chain_faults(entries, known)
        checks = (
            ("The list of reports", lambda unit: unit.reports.faults()),
            ("The decisions", _decision_faults),
            ("The signals", _signal_faults),
        )
        for what, check in checks:
            faults += self._checked(what, faults, check) or []
        rows = self._checked("The list of pictures", faults, lambda unit: unit.evidence.all())
        kept = [row for row in rows or [] if row.state is EvidenceState.KEPT]
        for row in kept:
            try:
                self._evidence.read(row)
            except StorageError as error:
                faults.append(str(error))
        reports = self._checked("The list of reports", faults, _count)
        head = entries[-1].hash if entries else ""
        return Verification(reports or 0, len(kept), len(entries), head, tuple(faults))

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


def _decision_faults(unit: UnitOfWork) -> list[str]:
    return decision_faults(unit.decisions.all(), unit.audit.subjects(TAKEN))


def _signal_faults(unit: UnitOfWork) -> list[str]:
    faults = []
    for report_id in unit.signals.ids():
        try:
            unit.signals.load(report_id)
        except StorageError as error:
            faults.append(str(error))
    return faults
