"""Stored reports: list, one, erase."""

import re
from datetime import datetime, timezone
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from proctor_desktop.api.dependencies import CallerDep, ContextDep
from proctor_desktop.api.problems import Problem
from proctor_desktop.api.schemas import ReportList, ReportSummary, problems
from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.report.document import to_plain
from proctor_desktop.storage.repositories.listing import ReportFilter

router = APIRouter(prefix="/api/v1/reports", tags=["reports"])

MAX_LIMIT = 200
_ANY = "Empty for any"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def checked_id(text: str, noun: str) -> str:
    """The lower-case UUID that ``text`` is; a 404 problem for anything else."""
    lower = text.lower()
    if not _ID.fullmatch(lower):
        raise Problem(404, f"There is no {noun} with that id.")
    return lower


@router.get("", summary="List reports, newest first", responses=problems(422, 503))
def list_reports(
    context: ContextDep,
    student_id: Annotated[str | None, Query(max_length=100, description=_ANY)] = None,
    exam_id: Annotated[str | None, Query(max_length=100, description=_ANY)] = None,
    risk_classification: Annotated[RiskClass | None, Query()] = None,
    since: Annotated[datetime | None, Query(description="Not before; UTC without offset")] = None,
    until: Annotated[datetime | None, Query(description="Before; UTC without offset")] = None,
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = 10,
) -> ReportList:
    """One page of the reports that the filters leave; ids are compared exactly."""
    wanted = ReportFilter(
        student_id=student_id or None,
        exam_id=exam_id or None,
        risk=risk_classification,
        since=_in_utc(since),
        until=_in_utc(until),
    )
    page = context.services.reports.page(wanted, skip=skip, limit=limit)
    names = ReportSummary.model_fields
    rows = [ReportSummary(**{name: getattr(row, name) for name in names}) for row in page.rows]
    return ReportList(total=page.total, skip=skip, limit=limit, reports=rows)


@router.get(
    "/{report_id}",
    summary="The full report",
    response_model=Report,
    responses=problems(404, 503),
)
def read_report(report_id: str, context: ContextDep) -> Response:
    """The report with everything behind its summary."""
    report = context.services.reports.get(checked_id(report_id, "report"))
    return JSONResponse(to_plain(report))


@router.get(
    "/{report_id}/evidence/{name}",
    summary="One picture of an incident",
    response_class=Response,
    responses={
        200: {
            "description": "The picture, checked against its hash in the report",
            "content": {"image/jpeg": {}},
        },
        **problems(404, 503),
    },
)
def read_evidence(report_id: str, name: str, context: ContextDep) -> Response:
    """A picture by the name that the report's evidence carries."""
    jpeg = context.services.reports.picture(checked_id(report_id, "report"), name)
    return Response(jpeg, media_type="image/jpeg")


@router.delete(
    "/{report_id}",
    summary="Erase a report",
    status_code=204,
    response_class=Response,
    responses=problems(404, 409, 422, 503),
)
def erase_report(
    report_id: str,
    context: ContextDep,
    caller: CallerDep,
    reason: Annotated[
        str, Query(min_length=1, max_length=500, description="Kept with the tombstone")
    ] = "erased through the REST service",
) -> None:
    """Erase evidence, signals and report; a tombstone stays, so that no backup revives it."""
    known = checked_id(report_id, "report")
    if context.services.retention.is_held(known):
        raise Problem(409, "The exam of this report is under legal hold. Nothing was erased.")
    context.services.reports.erase(known, reason=reason, actor=caller or "rest")


def _in_utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    try:
        aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
        return aware.astimezone(timezone.utc)
    except OverflowError:
        raise Problem(
            422, f"{moment.isoformat()} is beyond the times that can be asked for."
        ) from None
