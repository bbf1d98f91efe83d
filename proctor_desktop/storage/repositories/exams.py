"""How long the reports of an exam are kept."""

from dataclasses import dataclass

import sqlalchemy as sa

from proctor_desktop.storage import schema
from proctor_desktop.storage.sql import upsert


@dataclass(frozen=True, slots=True)
class ExamRetention:
    """What a person set for one exam.

    Attributes:
        exam_id: of the exam.
        keep_days: days after the analysis; None takes the setting of the workstation.
        legal_hold: nothing of the exam may be erased, whatever else is set.
        reason: why, for the audit.
    """

    exam_id: str
    keep_days: int | None
    legal_hold: bool
    reason: str


class Exams:
    """Retention of exams within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def retention(self, exam_id: str) -> ExamRetention:
        """What was set for an exam; nothing where nobody set anything."""
        table = schema.exam_retention
        row = self._connection.execute(
            sa.select(table).where(table.c.exam_id == exam_id)
        ).one_or_none()
        if row is None:
            return ExamRetention(exam_id, None, False, "")
        return ExamRetention(**row._mapping)

    def all(self) -> list[ExamRetention]:
        """Everything that was set, by exam."""
        table = schema.exam_retention
        rows = self._connection.execute(sa.select(table).order_by(table.c.exam_id))
        return [ExamRetention(**row._mapping) for row in rows]

    def set(self, retention: ExamRetention) -> None:
        """Set or replace the retention of one exam."""
        row = {name: getattr(retention, name) for name in ExamRetention.__slots__}
        upsert(self._connection, schema.exam_retention, [row])
