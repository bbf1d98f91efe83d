"""Reports in the bin of this workstation: hidden, and erased when their time is over."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from proctor_desktop.domain.errors import NotFoundError
from proctor_desktop.storage import schema
from proctor_desktop.storage.sql import is_file, upsert

_TABLE = schema.report_bin


@dataclass(frozen=True, slots=True)
class Binned:
    """One report in the bin: whose it is, who put it there, when, and why."""

    report_id: str
    student_id: str
    exam_id: str
    source_name: str
    reason: str
    actor: str
    binned_at: datetime


class BinRows:
    """The bin within one transaction; a server's database has none, so nothing is in it."""

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def put(self, report_id: str, *, reason: str, actor: str) -> None:
        """Hide a report; the caller knows that it is here."""
        row = {
            "report_id": report_id,
            "reason": reason,
            "actor": actor[:100],
            "binned_at": self._now,
        }
        upsert(self._connection, _TABLE, [row])

    def remove(self, report_id: str) -> bool:
        """Show a report again; whether it was in the bin."""
        found = sa.delete(_TABLE).where(_TABLE.c.report_id == report_id)
        return self._connection.execute(found).rowcount > 0

    def has(self, report_id: str) -> bool:
        """Whether a report is in the bin."""
        if not is_file(self._connection):
            return False
        found = sa.select(_TABLE.c.report_id).where(_TABLE.c.report_id == report_id)
        return self._connection.execute(found).first() is not None

    def refuse(self, report_id: str) -> None:
        """Make sure that a report is not in the bin.

        Raises:
            NotFoundError: it is.
        """
        if self.has(report_id):
            raise NotFoundError(f"The report {report_id} is in the bin. Restore it first.")

    def all(self) -> list[Binned]:
        """Everything in the bin, newest first."""
        if not is_file(self._connection):
            return []
        meta = schema.report_sync_meta
        rows = self._connection.execute(
            sa.select(
                _TABLE.c.report_id,
                meta.c.student_id,
                meta.c.exam_id,
                meta.c.source_name,
                _TABLE.c.reason,
                _TABLE.c.actor,
                _TABLE.c.binned_at,
            )
            .join(meta, meta.c.report_id == _TABLE.c.report_id)
            .order_by(_TABLE.c.binned_at.desc(), _TABLE.c.report_id)
        )
        return [Binned(**row._mapping) for row in rows]


def outside_bin(connection: sa.Connection) -> list[sa.ColumnElement[bool]]:
    """Conditions on ``report_sync_meta`` that leave out what is in the bin."""
    if not is_file(connection):
        return []
    return [schema.report_sync_meta.c.report_id.not_in(sa.select(_TABLE.c.report_id))]
