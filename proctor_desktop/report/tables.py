"""The report as a table: one row per alert, for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from proctor_desktop.domain.report import Alert, Report
from proctor_desktop.report.document import utc_text

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, and its cell for one alert (None for a recording without any)."""

    header: str
    cell: Callable[[Report, Alert | None], _Cell]


def _of_alert(header: str, field: str) -> Column:
    return Column(header, lambda _, alert: getattr(alert, field) if alert else None)


def _of_report(header: str, read: Callable[[Report], _Cell]) -> Column:
    return Column(header, lambda report, _: read(report))


COLUMNS: tuple[Column, ...] = (
    _of_report("report_id", lambda r: r.report_id),
    _of_report("student_id", lambda r: r.student_id),
    _of_report("exam_id", lambda r: r.exam_id),
    _of_report("recording", lambda r: r.analysis.recording.name),
    _of_report("video_duration_sec", lambda r: r.video_duration_sec),
    _of_report("calibration_status", lambda r: r.calibration_status),
    _of_report("risk_classification", lambda r: r.risk_classification),
    _of_report("risk_score", lambda r: r.analysis.risk_score),
    _of_report("confidence_score", lambda r: r.confidence_score),
    _of_report("measurable_share", lambda r: r.analysis.coverage.measurable_share),
    _of_report("created_at", lambda r: utc_text(r.created_at)),
    _of_alert("alert_id", "id"),
    _of_alert("incident_id", "incident_id"),
    _of_alert("kind", "kind"),
    _of_alert("direction", "direction"),
    _of_alert("start_sec", "start"),
    _of_alert("end_sec", "end"),
    _of_alert("duration_sec", "duration"),
    _of_alert("peak", "peak"),
    _of_alert("threshold", "threshold"),
    _of_alert("unit", "unit"),
    _of_alert("severity", "severity"),
    _of_alert("confidence", "confidence"),
    _of_alert("explanation", "explanation"),
)


def to_csv(reports: Iterable[Report]) -> str:
    """One header line and one row per alert, times in seconds, decimal points, CRLF line ends.

    A recording without alerts has one row whose alert columns are empty, so that no recording is
    missing from the table. Text that a spreadsheet would run as a formula gets a leading
    apostrophe; numbers stay numbers.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.header for column in COLUMNS])
    for report in reports:
        rows: tuple[Alert | None, ...] = report.alert_details or (None,)
        writer.writerows(
            [_safe(column.cell(report, alert)) for column in COLUMNS] for alert in rows
        )
    return text.getvalue()


def _safe(cell: _Cell) -> _Cell:
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell
