"""The bin: reports that are hidden for some days before they are erased everywhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.services.retention import RetentionService, refuse_held
from proctor_desktop.storage.repositories.bin import Binned
from proctor_desktop.storage.unit_of_work import Store

BIN_DAYS = 30


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One report in the bin, and when it is erased unless it is restored before."""

    binned: Binned
    erased_at: datetime


class BinService:
    """Takes reports out of sight, gives them back, and erases them when their time is over."""

    def __init__(self, store: Store, retention: RetentionService, *, days: int = BIN_DAYS) -> None:
        self._store = store
        self._retention = retention
        self._days = days

    @property
    def days(self) -> int:
        """How long a deleted report stays in the bin; 0 for not at all."""
        return self._days

    def keep_for(self, days: int) -> None:
        """Erase what is in the bin, and what comes into it, after so many days from now on."""
        self._days = days

    def put(self, report_id: str, *, reason: str, actor: str) -> None:
        """Hide a report here; with 0 days, and at a server, it is erased everywhere at once.

        Raises:
            NotFoundError: there is none, or it is in the bin already.
            StorageError: no reason is given, or its exam is under legal hold.
        """
        if not reason.strip():
            raise StorageError("Say why: a deletion without a reason cannot be judged later.")
        if self._days == 0 or not self._store.database.is_local:
            self._retention.erase(report_id, reason=reason, actor=actor)
            return
        with self._store.writing() as unit:
            summary = unit.listing.summary(report_id)
            if summary is None:
                raise NotFoundError(f"There is no report {report_id}.")
            refuse_held(unit, summary.exam_id)
            unit.bin.put(report_id, reason=reason.strip(), actor=actor)
            unit.audit.append(actor, "report_binned", report_id, reason=reason.strip())

    def restore(self, report_id: str, *, actor: str) -> None:
        """Show a report again as it was.

        Raises:
            NotFoundError: it is not in the bin.
        """
        with self._store.writing() as unit:
            if not unit.bin.has(report_id):
                raise NotFoundError(f"There is no report {report_id} in the bin.")
            unit.bin.remove(report_id)
            unit.audit.append(actor, "report_restored", report_id)

    def find(self, beginning: str) -> str | None:
        """Id of the one report in the bin whose id begins so, None where there is not one."""
        with self._store.reading() as unit:
            ids = [one.report_id for one in unit.bin.all()]
        found = [one for one in ids if one.startswith(beginning.lower())]
        return found[0] if len(found) == 1 else None

    def entries(self) -> list[BinEntry]:
        """Everything in the bin, newest first."""
        with self._store.reading() as unit:
            return [
                BinEntry(one, one.binned_at + timedelta(days=self._days)) for one in unit.bin.all()
            ]

    def empty(self) -> tuple[str, ...]:
        """Erase everywhere what has been in the bin for its time; the ids.

        Reports of exams that are held meanwhile stay in the bin.
        """
        now = self._store.clock()
        due = [entry.binned for entry in self.entries() if entry.erased_at <= now]
        erased = [one for one in due if not self._retention.is_held(one.report_id)]
        for one in erased:
            self._retention.erase(one.report_id, reason=one.reason, actor=one.actor)
        return tuple(one.report_id for one in erased)
