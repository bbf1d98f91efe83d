"""Which recording is reviewed after this one: the same exam first, the worst first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.gui.services import Services

if TYPE_CHECKING:
    from proctor_desktop.storage.repositories.listing import ReportSummary

PAGE = 200
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Following:
    """The next recording to review, and how many wait behind it.

    ``risk_class`` is None where too little was measured to say one.
    """

    report_id: str
    student_id: str
    exam_id: str
    risk_class: RiskClass | None
    risk: float
    behind: int


def read_following(services: Services, report_id: str) -> Following | None:
    """The next recording with something to decide; None where no other has."""
    rows = _every(services)
    exam = next((row.exam_id for row in rows if row.report_id == report_id), "")
    waiting = [
        row
        for row in rows
        if row.review in (ReviewState.OPEN, ReviewState.DISPUTED) and row.report_id != report_id
    ]
    waiting.sort(key=lambda row: (row.exam_id != exam, row.confidence_score, row.report_id))
    return _following(waiting[0], len(waiting) - 1) if waiting else None


def _following(row: "ReportSummary", behind: int) -> Following:
    return Following(
        row.report_id,
        row.student_id,
        row.exam_id,
        None if row.is_little else RiskClass(row.risk_classification),
        1 - row.confidence_score,
        behind,
    )


def _every(services: Services) -> "list[ReportSummary]":
    rows: list[ReportSummary] = []
    while len(rows) < MOST:
        page = services.reports.page(skip=len(rows), limit=PAGE)
        rows += page.rows
        if not page.rows or len(rows) >= page.total:
            break
    return rows
