"""One revision of a report as it is stored, sent and received.

What is hashed is the canonical text that was said, never what a server gives back: there FLOAT is
single and JSON keys come back in another order.
"""

import hashlib
import json
import math
import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import ReviewState
from proctor_desktop.report.document import canonical, to_json, utc_text
from proctor_desktop.scoring.extent import Extent

ID_LIMIT = 100
"""Longest student and exam id, in characters, on every database."""

BY_FILE = 0
"""Revision of what came by file: what the centre says of it is always newer."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FLOAT_LIMIT = 3.4e38


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """A revision with its owner.

    Attributes:
        report_id: lower-case UUID.
        origin: id of the database that owns the report.
        revision: counts the owner's changes from 1.
        sha256: lower-case hex digest of ``body`` in UTF-8.
        deleted: whether ``body`` is a tombstone.
        body: canonical JSON of the report or of its tombstone.
    """

    report_id: str
    origin: str
    revision: int
    sha256: str
    deleted: bool
    body: str

    @property
    def is_sound(self) -> bool:
        """Whether the body is what the hash says."""
        return digest(self.body) == self.sha256


def digest(text: str) -> str:
    """Lower-case hex SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def deflated(body: str) -> bytes:
    """A document as it is stored."""
    return zlib.compress(body.encode(), 6)


def inflated(stored: bytes) -> str:
    """The document in stored bytes.

    Raises:
        ValueError: the bytes are damaged.
    """
    try:
        return zlib.decompress(stored).decode()
    except zlib.error as error:
        raise ValueError("not a deflated document") from error


def version_of(report: Report, origin: str, revision: int) -> ReportVersion:
    """A revision of a report, if every database will take it.

    Raises:
        ReportError: a server would refuse it later, so it is refused now.
    """
    body = accepted(report)
    return ReportVersion(report.report_id, origin, revision, digest(body), False, body)


def tombstone(
    version: ReportVersion, *, origin: str, exam_id: str, reason: str, actor: str, at: datetime
) -> ReportVersion:
    """The revision that says that a report was erased, by whom and why; nothing of it remains."""
    body = canonical(
        {
            "report_id": version.report_id,
            "exam_id": exam_id,
            "deleted": True,
            "erased_sha256": version.sha256,
            "reason": reason,
            "actor": actor,
            "erased_at": utc_text(at),
        }
    )
    return ReportVersion(version.report_id, origin, version.revision + 1, digest(body), True, body)


def accepted(report: Report) -> str:
    """Canonical JSON of a report that SQLite, MySQL and MariaDB all take and give back.

    Raises:
        ReportError: an id is no lower-case UUID, too long, empty, has spaces around it or is not
            text; a number is not finite or beyond single precision; a moment has no time zone.
    """
    if _UUID.fullmatch(report.report_id) is None:
        raise ReportError(f"The report id {report.report_id!r} is not a lower-case UUID.")
    for what, value in (("student", report.student_id), ("exam", report.exam_id)):
        if not 0 < len(value) <= ID_LIMIT:
            raise ReportError(
                f"The {what} id has {len(value)} characters; it needs 1 to {ID_LIMIT}."
            )
        if value != value.strip():
            # A server takes "A" and "A " for the same in every comparison it can do.
            raise ReportError(f"The {what} id {value!r} begins or ends with a space.")
    for column in (report.video_duration_sec, report.confidence_score):
        if not math.isfinite(column) or abs(column) > _FLOAT_LIMIT:
            raise ReportError(f"The report holds {column}, which a database cannot store.")
    try:
        body = to_json(report)
        body.encode()
    except UnicodeEncodeError as error:
        raise ReportError("The report holds half a character, which is no text.") from error
    except ValueError as error:
        raise ReportError(f"The report cannot be stored: {error}.") from error
    return body


def rows_of(
    version: ReportVersion, sync_state: str, now: datetime
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Rows of ``proctoring_reports``, ``report_sync_meta`` and ``report_documents``."""
    plain = json.loads(version.body)
    document = {
        "report_id": version.report_id,
        "sha256": version.sha256,
        "body": deflated(version.body),
    }
    return _report_row(version, plain, now), _meta_row(version, plain, sync_state), document


def extent_row(version: ReportVersion) -> dict[str, Any]:
    """The row of ``report_extents`` of a report that was not erased."""
    extent = extent_in(version.body)
    return {
        "report_id": version.report_id,
        "exam_sec": extent.exam_sec,
        "measured_sec": extent.measured_sec,
    }


def extent_in(body: str) -> Extent:
    """How much of its exam the report in a document is about."""
    analysis = json.loads(body)["analysis"]
    coverage, exam = analysis["coverage"], analysis.get("exam")
    length = exam["ends"] - exam["begins"] if exam else coverage["duration_sec"]
    return Extent(float(length), float(coverage["measurable_sec"]))


def _report_row(version: ReportVersion, plain: dict[str, Any], now: datetime) -> dict[str, Any]:
    if version.deleted:
        return _blank_row(version.report_id, plain, now)
    return {
        "id": version.report_id,
        "student_id": plain["student_id"],
        "exam_id": plain["exam_id"],
        "video_duration_sec": plain["video_duration_sec"],
        "calibration_status": plain["calibration_status"],
        "baseline_metrics": plain["baseline_metrics"],
        "adaptive_thresholds": plain["adaptive_thresholds"],
        "alert_details": plain["alert_details"],
        "alert_counts": plain["alerts"],
        "temporal_analysis": plain["temporal_analysis"],
        "confidence_score": plain["confidence_score"],
        "risk_classification": plain["risk_classification"],
        "created_at": moment(plain["created_at"]),
        "updated_at": now,
    }


def _meta_row(version: ReportVersion, plain: dict[str, Any], sync_state: str) -> dict[str, Any]:
    known = {
        "report_id": version.report_id,
        "origin": version.origin,
        "revision": version.revision,
        "sha256": version.sha256,
        "deleted": version.deleted,
        "sync_state": sync_state,
        "exam_id": plain["exam_id"],
    }
    if version.deleted:
        return known | _BLANK_META | {"created_at": moment(plain["erased_at"])}
    incidents = len(plain["analysis"]["incidents"])
    recording = plain["analysis"]["recording"]
    return known | {
        "student_id": plain["student_id"],
        "risk_classification": plain["risk_classification"],
        "calibration_status": plain["calibration_status"],
        "confidence_score": plain["confidence_score"],
        "video_duration_sec": plain["video_duration_sec"],
        "source_name": recording["name"][:255],
        "source_sha256": recording["sha256"],
        "settings_sha256": plain["analysis"]["provenance"]["settings_sha256"],
        "incidents": incidents,
        "unjudged": incidents,
        "review_state": (ReviewState.OPEN if incidents else ReviewState.NOTHING).value,
        "created_at": moment(plain["created_at"]),
    }


def moment(text: str) -> datetime:
    """A moment from an ISO 8601 text in UTC that ends in Z."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


ERASED = "ERASED"

_BLANK_META = {
    "student_id": "",
    "risk_classification": ERASED,
    "calibration_status": "",
    "confidence_score": 0.0,
    "video_duration_sec": 0.0,
    "source_name": "",
    "source_sha256": None,
    "settings_sha256": None,
    "incidents": 0,
    "unjudged": 0,
    "review_state": ReviewState.NOTHING.value,
}


def _blank_row(report_id: str, plain: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "id": report_id,
        "student_id": "",
        "exam_id": plain["exam_id"],
        "video_duration_sec": None,
        "calibration_status": None,
        "baseline_metrics": {},
        "adaptive_thresholds": {},
        "alert_details": [],
        "alert_counts": {},
        "temporal_analysis": {},
        "confidence_score": None,
        "risk_classification": ERASED,
        "created_at": moment(plain["erased_at"]),
        "updated_at": now,
    }
