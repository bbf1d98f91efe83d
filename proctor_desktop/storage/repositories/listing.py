"""The list of reports: filters and pages."""

import threading
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.naming import one_form
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import RecordingVerdict, ReviewState
from proctor_desktop.scoring.extent import Extent
from proctor_desktop.storage import schema
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.bin import outside_bin
from proctor_desktop.storage.sql import is_file
from proctor_desktop.storage.versions import extent_in, inflated


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports to list; None means any. Ids are compared exactly.

    ``since`` is included, ``until`` is not; both are compared with the time of analysis.
    ``search`` is looked for in student id, exam id and the recording's name. ``verdict`` is that
    of the recording; ``has_verdict`` asks whether there is one. Both are known to workstations
    only. ``with_bin`` lists what is in the bin, too.
    """

    student_id: str | None = None
    exam_id: str | None = None
    risk: RiskClass | None = None
    since: datetime | None = None
    until: datetime | None = None
    review: ReviewState | None = None
    sync: SyncState | None = None
    search: str | None = None
    verdict: RecordingVerdict | None = None
    has_verdict: bool | None = None
    with_bin: bool = False


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One row of the list.

    ``unjudged`` counts incidents that nobody has judged yet or people disagree about; ``confirmed``
    and ``dismissed`` the others. What follows them is None where nobody decided anything, and in
    the lists of a server.
    """

    report_id: str
    student_id: str
    exam_id: str
    risk_classification: str
    calibration_status: str
    confidence_score: float
    video_duration_sec: float
    source_name: str
    incidents: int
    unjudged: int
    review: ReviewState
    sync: SyncState
    origin: str
    created_at: datetime
    confirmed: int = 0
    dismissed: int = 0
    reviewed_risk: float | None = None
    reviewed_class: str | None = None
    verdict: RecordingVerdict | None = None
    is_little: bool = False
    """Whether too little of the exam was measured to say the class."""


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list, newest first, and how many rows the whole list has."""

    rows: tuple[ReportSummary, ...]
    total: int
    skip: int = field(default=0)


_COLUMNS = [
    getattr(schema.report_sync_meta.c, name)
    for name in (
        "report_id",
        "student_id",
        "exam_id",
        "risk_classification",
        "calibration_status",
        "confidence_score",
        "video_duration_sec",
        "source_name",
        "incidents",
        "unjudged",
        "review_state",
        "sync_state",
        "origin",
        "created_at",
    )
]


_RESULTS = [
    schema.review_results.c[name]
    for name in ("confirmed", "dismissed", "reviewed_risk", "reviewed_class", "verdict")
]


_REMEMBERED = 200


class Totals:
    """Lengths of lists at the centre, remembered until the centre numbers another change.

    A server takes longer to count 100,000 rows than to find a page of them.
    """

    def __init__(self) -> None:
        self._seq = -1
        self._known: dict[ReportFilter, int] = {}
        self._alone = threading.Lock()

    def total(self, seq: int, wanted: ReportFilter, count: Callable[[], int]) -> int:
        """The length of a list when ``seq`` was the newest change; counted where it is not known.

        ``seq`` must have been read before the list is counted.
        """
        with self._alone:
            if seq != self._seq or len(self._known) > _REMEMBERED:
                self._seq, self._known = seq, {}
            if wanted not in self._known:
                self._known[wanted] = count()
            return self._known[wanted]


class Listing:
    """Lists of reports within one transaction; ``totals`` where there is a clock to go by."""

    def __init__(self, connection: sa.Connection, totals: Totals | None = None) -> None:
        self._connection = connection
        self._totals = totals

    def page(self, wanted: ReportFilter, skip: int, limit: int) -> Page:
        """Rows ``skip`` to ``skip + limit`` of the reports that are wanted, newest first."""
        meta = schema.report_sync_meta
        conditions = self._conditions(wanted)
        total = self._total(wanted, conditions)
        # The ids come from an index alone; only the rows of the page are read.
        chosen = (
            sa.select(meta.c.report_id)
            .where(*conditions)
            .order_by(meta.c.created_at.desc(), meta.c.report_id.desc())
            .offset(skip)
            .limit(limit)
            .subquery()
        )
        rows = self._connection.execute(
            self._select()
            .join(chosen, chosen.c.report_id == meta.c.report_id)
            .order_by(meta.c.created_at.desc(), meta.c.report_id.desc())
        )
        return Page(self._with_extents([_summary(row) for row in rows]), total, skip)

    def _with_extents(self, rows: list[ReportSummary]) -> tuple[ReportSummary, ...]:
        """The rows, which say whether too little was measured."""
        ids = [row.report_id for row in rows]
        known = self._kept_extents(ids) if is_file(self._connection) else self._read_extents(ids)
        little = {report_id for report_id, extent in known.items() if extent.is_little}
        return tuple(replace(row, is_little=row.report_id in little) for row in rows)

    def _kept_extents(self, ids: list[str]) -> dict[str, Extent]:
        extents = schema.report_extents
        rows = self._connection.execute(sa.select(extents).where(extents.c.report_id.in_(ids)))
        return {row.report_id: Extent(row.exam_sec, row.measured_sec) for row in rows}

    def _read_extents(self, ids: list[str]) -> dict[str, Extent]:
        """Of a server, whose tables are those of every version; damage says nothing here."""
        found, table = {}, schema.report_documents
        for report_id, body in self._connection.execute(
            sa.select(table.c.report_id, table.c.body).where(table.c.report_id.in_(ids))
        ):
            with suppress(ValueError, LookupError, TypeError):
                found[report_id] = extent_in(inflated(body))
        return found

    def _total(self, wanted: ReportFilter, conditions: list[sa.ColumnElement[bool]]) -> int:
        def count() -> int:
            return self._connection.execute(
                sa.select(sa.func.count()).select_from(schema.report_sync_meta).where(*conditions)
            ).scalar_one()

        if self._totals is None:
            return count()
        seq = self._connection.execute(sa.select(schema.sync_clock.c.seq)).scalar_one()
        return self._totals.total(seq, wanted, count)

    def summary(self, report_id: str, *, with_bin: bool = False) -> ReportSummary | None:
        """One report as a row of the list, None where there is none."""
        meta = schema.report_sync_meta
        row = self._connection.execute(
            self._select().where(
                meta.c.report_id == report_id, *self._conditions(ReportFilter(with_bin=with_bin))
            )
        ).one_or_none()
        return None if row is None else self._with_extents([_summary(row)])[0]

    def _select(self) -> "sa.Select[Any]":
        """The columns of the list, with what reviews came to where that is known."""
        meta, results = schema.report_sync_meta, schema.review_results
        if not is_file(self._connection):
            return sa.select(*_COLUMNS).select_from(meta)
        joined = meta.outerjoin(results, results.c.report_id == meta.c.report_id)
        return sa.select(*_COLUMNS, *_RESULTS).select_from(joined)

    def ids(self, wanted: ReportFilter) -> list[str]:
        """Ids of all reports that are wanted, oldest first."""
        meta = schema.report_sync_meta
        return list(
            self._connection.execute(
                sa.select(meta.c.report_id)
                .where(*self._conditions(wanted))
                .order_by(meta.c.created_at, meta.c.report_id)
            ).scalars()
        )

    def exams(self, *, with_bin: bool = False) -> list[str]:
        """Ids of all exams that have a report, in order."""
        meta = schema.report_sync_meta
        return list(
            self._connection.execute(
                sa.select(meta.c.exam_id)
                .where(*self._conditions(ReportFilter(with_bin=with_bin)))
                .distinct()
                .order_by(meta.c.exam_id)
            ).scalars()
        )

    def _conditions(self, wanted: ReportFilter) -> list[sa.ColumnElement[bool]]:
        hidden = [] if wanted.with_bin else outside_bin(self._connection)
        return [*_conditions(wanted), *self._of_verdict(wanted), *hidden]

    def _of_verdict(self, wanted: ReportFilter) -> list[sa.ColumnElement[bool]]:
        if wanted.verdict is None and wanted.has_verdict is None:
            return []
        if not is_file(self._connection):
            return [sa.false()]
        results, reports = schema.review_results, schema.report_sync_meta.c.report_id
        given = sa.select(results.c.report_id).where(results.c.verdict.is_not(None))
        if wanted.verdict is not None:
            given = given.where(results.c.verdict == wanted.verdict.value)
        return [reports.not_in(given) if wanted.has_verdict is False else reports.in_(given)]


def _conditions(wanted: ReportFilter) -> list[sa.ColumnElement[bool]]:
    column = schema.report_sync_meta.c
    conditions: list[sa.ColumnElement[bool]] = [column.deleted == sa.false()]
    if wanted.student_id is not None:
        conditions.append(column.student_id.in_(_forms(wanted.student_id)))
    if wanted.exam_id is not None:
        conditions.append(column.exam_id.in_(_forms(wanted.exam_id)))
    if wanted.risk is not None:
        conditions.append(column.risk_classification == wanted.risk.value)
    if wanted.since is not None:
        conditions.append(column.created_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(column.created_at < wanted.until)
    if wanted.review is not None:
        conditions.append(column.review_state == wanted.review.value)
    if wanted.sync is not None:
        conditions.append(column.sync_state == wanted.sync.value)
    if wanted.search:
        columns = (column.student_id, column.exam_id, column.source_name)
        conditions.append(
            sa.or_(
                *(
                    each.icontains(form, autoescape=True)
                    for form in _forms(wanted.search)
                    for each in columns
                )
            )
        )
    return conditions


def _forms(name: str) -> list[str]:
    """The name as it is kept, and as older versions and other systems may have kept it."""
    kept = one_form(name)
    return sorted({name, kept, unicodedata.normalize("NFD", kept)})


def _summary(row: "sa.Row[Any]") -> ReportSummary:
    values = dict(row._mapping)
    review, sync = values.pop("review_state"), values.pop("sync_state")
    verdict = values.pop("verdict", None)
    # Nobody decided anything, or this is a server: the defaults hold.
    known = {name: value for name, value in values.items() if value is not None}
    return ReportSummary(
        **known,
        review=ReviewState(review),
        sync=SyncState(sync),
        verdict=None if verdict is None else RecordingVerdict(verdict),
    )
