"""The report as a table for a spreadsheet: a row per alert, and what people decided about it."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from proctor_desktop.domain.report import Alert, OutsideRecord, Report
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    IncidentState,
    incident_state,
    own_incidents,
)
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.report import wording
from proctor_desktop.report.document import utc_text
from proctor_desktop.report.reviewing import (
    ADDED_TITLES,
    VERDICT_TITLES,
    Reviewed,
    decision_sentences,
)
from proctor_desktop.report.wording import kind_with_direction
from proctor_desktop.scoring.extent import extent_of, report_range

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORMULA_AFTER = re.compile(r"(;[\s\"']*)(?=[=+\-@])")
_Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class _Row:
    """An alert, an incident that a person added, what lay outside of the exam, or a recording
    without any of these."""

    report: Report
    review: Reviewed | None
    alert: Alert | None = None
    added: Decision | None = None
    outside: OutsideRecord | None = None

    @property
    def incident_id(self) -> str | None:
        if self.outside is not None:
            return self.outside.id
        if self.alert is not None:
            return self.alert.incident_id
        return self.added.incident_id if self.added is not None else None


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    cell: Callable[[_Row], _Cell]


def _of_report(header: str, read: Callable[[Report], _Cell]) -> _Column:
    return _Column(header, lambda row: read(row.report))


def _of_alert(header: str, field: str) -> _Column:
    return _Column(header, lambda row: getattr(row.alert, field) if row.alert else None)


def _of_any(header: str, field: str) -> _Column:
    """A column that alerts and what lay outside of the exam have."""
    return _Column(header, lambda row: getattr(row.alert or row.outside, field, None))


def _of_either(header: str, field: str, read: Callable[[AddedIncident], _Cell]) -> _Column:
    def cell(row: _Row) -> _Cell:
        if row.alert is not None:
            return getattr(row.alert, field)  # type: ignore[no-any-return]  # by its name
        if row.outside is not None:
            return getattr(row.outside, field)  # type: ignore[no-any-return]  # by its name
        return read(row.added.added) if row.added is not None and row.added.added else None

    return _Column(header, cell)


def _began(report: Report) -> str | None:
    """When the recording began, on this computer's clock with its distance from UTC."""
    began = report.analysis.recording.began
    return began.astimezone().isoformat(timespec="seconds") if began is not None else None


def _axis(row: _Row) -> str | None:
    if row.outside is not None:
        return row.outside.axis
    return row.report.analysis.axes.get(row.alert.id) if row.alert is not None else None


def _what(row: _Row) -> str | None:
    """Of which kind it is, in words: a roll is a head tilt."""
    if row.alert is not None:
        return kind_with_direction(row.alert.kind, None, _axis(row))
    if row.outside is not None:
        return kind_with_direction(row.outside.kind, None, row.outside.axis)
    added = row.added.added if row.added is not None else None
    return None if added is None else ADDED_TITLES[added.kind]


def _state(row: _Row) -> str | None:
    if row.added is not None and row.review is not None:
        about = [one for one in row.review.decisions if one.incident_id == row.incident_id]
        return incident_state(about).value
    if row.alert is None:
        return None
    states = row.review.incidents if row.review is not None else {}
    return states.get(row.alert.incident_id, IncidentState.OPEN).value


def _class_said(report: Report) -> str:
    is_little = extent_of(report).is_little
    return wording.class_title(report.risk_classification, is_little=is_little)


def _exam_ends(report: Report) -> float:
    exam = report.analysis.exam
    return report.analysis.coverage.duration_sec if exam is None else exam.ends


def _decisions(row: _Row) -> str | None:
    if row.review is None or row.incident_id is None:
        return None
    return "; ".join(decision_sentences(row.review, row.incident_id))


def _verdict(row: _Row) -> str | None:
    """For the whole recording, None where nobody gave one."""
    verdict = row.review.verdict if row.review is not None else None
    return VERDICT_TITLES[verdict] if verdict is not None else None


def _about_recording(row: _Row) -> str | None:
    """What was said about the whole: verdicts, notes, and that it was given to somebody else."""
    if row.review is None:
        return None
    return "; ".join(decision_sentences(row.review, ""))


_COLUMNS: tuple[_Column, ...] = (
    _of_report("report_id", lambda r: r.report_id),
    _of_report("student_id", lambda r: r.student_id),
    _of_report("exam_id", lambda r: r.exam_id),
    _of_report("recording", lambda r: r.analysis.recording.name),
    _of_report("recording_began", _began),
    _of_report("video_duration_sec", lambda r: r.video_duration_sec),
    _of_report("calibration_status", lambda r: r.calibration_status),
    _of_report("risk_classification", lambda r: r.risk_classification),
    _of_report("risk_score", lambda r: r.analysis.risk_score),
    _of_report("confidence_score", lambda r: r.confidence_score),
    _of_report("measurable_share", lambda r: r.analysis.coverage.measurable_share),
    _of_report("created_at", lambda r: utc_text(r.created_at)),
    _of_alert("alert_id", "id"),
    _Column("incident_id", lambda row: row.incident_id),
    _of_either("kind", "kind", lambda added: added.kind),
    _Column("kind_title", _what),
    _Column("axis", _axis),
    _of_any("direction", "direction"),
    _of_either("start_sec", "start", lambda added: to_seconds(added.start)),
    _of_either("end_sec", "end", lambda added: to_seconds(added.end)),
    _of_either("duration_sec", "duration", lambda added: to_seconds(added.end - added.start)),
    _of_alert("peak", "peak"),
    _of_alert("threshold", "threshold"),
    _of_alert("unit", "unit"),
    _of_alert("severity", "severity"),
    _of_alert("confidence", "confidence"),
    _of_any("explanation", "explanation"),
    _Column("added_by", lambda row: row.added.reviewer if row.added else None),
    _Column("incident_state", _state),
    _Column("decisions", _decisions),
    _Column("verdict", _verdict),
    _Column("about_recording", _about_recording),
    _of_report("class_said", _class_said),
    _of_report("risk_at_least", lambda r: round(report_range(r).least, 4)),
    _of_report("risk_at_most", lambda r: round(report_range(r).most, 4)),
    _of_report("exam_begins_sec", lambda r: r.analysis.exam.begins if r.analysis.exam else 0.0),
    _of_report("exam_ends_sec", _exam_ends),
    _Column("outside_exam", lambda row: None if row.outside is None else "yes"),
)


def to_csv(report: Report, review: Reviewed | None = None) -> str:
    """One header line and one row per alert, times in seconds, decimal points, CRLF line ends.

    Below the alerts stand the incidents that people added, whose measured columns are empty, and
    what lay outside of the exam. A recording without any has one row, so that it is not missing
    where tables are joined. Text that a spreadsheet would run as a formula gets a leading
    apostrophe; numbers stay numbers.
    """
    added = own_incidents(review.decisions).values() if review is not None else ()
    rows = [_Row(report, review, alert=alert) for alert in report.alert_details]
    rows += [_Row(report, review, added=decision) for decision in added]
    rows += [_Row(report, review, outside=one) for one in report.analysis.outside]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.header for column in _COLUMNS])
    writer.writerows(
        [_safe(column.cell(row)) for column in _COLUMNS] for row in rows or [_Row(report, review)]
    )
    return text.getvalue()


def _safe(cell: _Cell) -> _Cell:
    """The cell as text, also for a spreadsheet that begins a new cell at each semicolon."""
    if not isinstance(cell, str):
        return cell
    quoted = _FORMULA_AFTER.sub(r"\1'", cell)
    return f"'{quoted}" if cell.lstrip(" ").startswith(_FORMULA_STARTS) else quoted
