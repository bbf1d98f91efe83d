"""Erasing: evidence first, then the details, and a tombstone that nobody can resurrect."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.storage.erasing import empty_log, erase_in_copies
from proctor_desktop.storage.evidence import STALE_SEC, EvidenceFolder, EvidenceState
from proctor_desktop.storage.replay import ERASURE_BEGUN
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.repositories.jobs import forget_jobs
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.restoring import put_aside
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class RetentionResult:
    """What one run of the retention did: erased report ids, and held ones that were due."""

    erased: tuple[str, ...]
    held: tuple[str, ...]


class RetentionService:
    """Erases what is no longer to be kept, and holds what must not be erased."""

    def __init__(self, store: Store, evidence: EvidenceFolder, *, default_days: int = 0) -> None:
        self._store = store
        self._evidence = evidence
        self._default_days = default_days

    def exams(self) -> list[ExamRetention]:
        """What is set for each exam that is known, in order of the exam ids."""
        with self._store.reading() as unit:
            named = {one.exam_id for one in unit.exams.all()} | set(
                unit.listing.exams(with_bin=True)
            )
            return [unit.exams.retention(exam_id) for exam_id in sorted(named)]

    def set(self, retention: ExamRetention, *, actor: str) -> None:
        """Set how long an exam is kept, or whether it is held.

        Raises:
            StorageError: a hold is set or ended without a reason.
        """
        if not retention.reason.strip():
            raise StorageError("Say why: a retention without a reason cannot be judged later.")
        with self._store.writing() as unit:
            unit.exams.set(retention)
            unit.audit.append(
                actor,
                "retention_set",
                retention.exam_id,
                keep_days=retention.keep_days,
                legal_hold=retention.legal_hold,
                reason=retention.reason,
            )

    def due(self) -> list[str]:
        """Ids of reports whose time is over, holds not considered; oldest first."""
        with self._store.reading() as unit:
            found = []
            for exam_id in unit.listing.exams(with_bin=True):
                until = self._keep_until(unit.exams.retention(exam_id), unit.now)
                if until is not None:
                    wanted = ReportFilter(exam_id=exam_id, until=until, with_bin=True)
                    found += unit.listing.ids(wanted)
            return found

    def run(self, *, actor: str = "retention") -> RetentionResult:
        """Erase every report that is due and not held; each in a transaction of its own."""
        erased, held = [], []
        for report_id in self.due():
            if self.is_held(report_id):
                held.append(report_id)
                continue
            self.erase(report_id, reason="The retention period is over.", actor=actor)
            erased.append(report_id)
        return RetentionResult(tuple(erased), tuple(held))

    def is_held(self, report_id: str) -> bool:
        """Whether the exam of a report is under legal hold."""
        with self._store.reading() as unit:
            summary = unit.listing.summary(report_id, with_bin=True)
            return summary is not None and unit.exams.retention(summary.exam_id).legal_hold

    def erase(self, report_id: str, *, reason: str, actor: str) -> None:
        """Erase one report with its pictures and signals; its tombstone goes to all others.

        Cut off anywhere, the next call or the next start takes it up again.

        Raises:
            NotFoundError: there is none.
            StorageError: its exam is under legal hold.
        """
        with self._store.writing() as unit:
            summary = unit.listing.summary(report_id, with_bin=True)
            if summary is None:
                raise NotFoundError(f"There is no report {report_id}.")
            refuse_held(unit, summary.exam_id)
            unit.evidence.mark(report_id, EvidenceState.ERASING)
            unit.audit.append(actor, ERASURE_BEGUN, report_id)
        self._evidence.erase(report_id)
        with self._store.writing() as unit:
            unit.evidence.mark(report_id, EvidenceState.ERASED)
            unit.signals.erase(report_id)
            unit.reports.erase(report_id, reason=reason, actor=actor)
            unit.audit.append(actor, "report_erased", report_id, reason=reason)
            forget_jobs(unit.connection, [report_id])
        self._erase_beside([report_id])

    def erase_copies(self) -> int:
        """Erase in all copies of the file what was erased here or elsewhere; in how many."""
        with self._store.reading() as unit:
            known = unit.reports.known_all().items()
        return self._erase_beside([one for one, (*_, deleted) in known if deleted])

    def _erase_beside(self, report_ids: list[str]) -> int:
        path = self._store.database.path
        if path is None:
            return 0
        empty_log(path)
        return erase_in_copies(path, report_ids)

    def tidy(self, *, older_than_sec: float = STALE_SEC) -> int:
        """At start: finish erasures that were cut off and remove stale files; how many of both."""
        with self._store.reading() as unit:
            rows = unit.evidence.all()
            gone = {row.report_id for row in rows if row.state is EvidenceState.ERASING}
            known = set(unit.listing.ids(ReportFilter(with_bin=True)))
            shown = {row.report_id for row in rows if row.state is EvidenceState.KEPT}
            gone |= shown - known
        for report_id in gone:
            self._evidence.erase(report_id)
            with self._store.writing() as unit:
                unit.evidence.mark(report_id, EvidenceState.ERASED)
                unit.signals.erase(report_id)
        path = self._store.database.path
        if path is not None and put_aside(path):
            return len(gone)  # the damaged file may name pictures that its backup does not know
        with self._store.reading() as unit:
            kept = [row for row in unit.evidence.all() if row.state is EvidenceState.KEPT]
        return len(gone) + self._evidence.sweep(kept, older_than_sec=older_than_sec)

    def _keep_until(self, retention: ExamRetention, now: datetime) -> datetime | None:
        days = self._default_days if retention.keep_days is None else retention.keep_days
        return now - timedelta(days=days) if days > 0 else None


def refuse_held(unit: UnitOfWork, exam_id: str) -> None:
    """Make sure that something of an exam may be erased.

    Raises:
        StorageError: the exam is under legal hold.
    """
    if unit.exams.retention(exam_id).legal_hold:
        raise StorageError(
            f"The exam {exam_id} is under legal hold, so nothing of it is erased."
            " End the hold first."
        )
