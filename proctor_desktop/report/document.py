"""The report as JSON: one canonical form to hash and compare, one indented form to read.

Canonical means: keys sorted, no spaces, UTF-8 characters as they are, no NaN or infinity. A server
may store the keys in another order and give the same report back; the canonical form undoes that.
"""

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from pydantic import TypeAdapter, ValidationError

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.report import Report

_REPORT: TypeAdapter[Report] = TypeAdapter(Report)
_CHANGING_FIELDS = ("report_id", "created_at")


def to_plain(report: Report) -> dict[str, Any]:
    """The report as nested dicts, lists, numbers and strings, with the field names of the REST API.

    ``created_at`` is an ISO 8601 string in UTC that ends in Z. What version 0.1.0 did not say is
    left out where it is not known, so that its reports keep their hash.

    Raises:
        ValueError: ``created_at`` has no time zone, or a number is not finite.
    """
    plain: dict[str, Any] = _REPORT.dump_python(report, mode="json")
    plain["created_at"] = utc_text(report.created_at)
    began = report.analysis.recording.began
    analysis = plain["analysis"]
    analysis["recording"]["began"] = began and utc_text(began)
    for said, name in (
        (analysis, "axes"),
        (analysis["recording"], "began"),
        *((incident, "axis") for incident in analysis["incidents"]),
    ):
        if not said[name]:
            del said[name]
    canonical(plain)
    return plain


def from_plain(plain: object) -> Report:
    """The report that `to_plain` made ``plain`` of.

    Raises:
        ReportError: something is missing or has the wrong type.
    """
    try:
        return _in_utc(_REPORT.validate_python(plain))
    except ValidationError as error:
        raise ReportError(_sentence(error)) from error


def to_json(report: Report) -> str:
    """The canonical form."""
    return canonical(to_plain(report))


def to_readable_json(report: Report) -> str:
    """The same content indented, in the order of explanation, with a newline at the end."""
    return json.dumps(to_plain(report), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def readable(report: Report, document: str = "") -> str:
    """As `to_readable_json`; all of ``document`` where that says more than this version reads."""
    if not document or is_understood(report, document):
        return to_readable_json(report)
    return json.dumps(json.loads(document), indent=2, ensure_ascii=False) + "\n"


def is_understood(report: Report, document: str) -> bool:
    """Whether the report that was read from a canonical text says all that stands there."""
    return to_json(report) == document


def from_json(text: str | bytes) -> Report:
    """The report in a JSON text of either form.

    Raises:
        ReportError: the text is not JSON or not a report.
    """
    try:
        return _in_utc(_REPORT.validate_json(text))
    except ValidationError as error:
        raise ReportError(_sentence(error)) from error


def canonical(value: object) -> str:
    """Any JSON value in canonical form.

    Raises:
        ValueError: a number is NaN or infinite.
        TypeError: something in it has no place in JSON.
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def sha256(report: Report) -> str:
    """Hex digest of the canonical form in UTF-8: what sync and the audit log compare."""
    return _digest(to_plain(report))


def result_sha256(report: Report) -> str:
    """Hex digest of everything but the id and the time of creation.

    Two analyses of the same recording with the same settings and versions agree in it.
    """
    plain = to_plain(report)
    return _digest({key: plain[key] for key in plain if key not in _CHANGING_FIELDS})


def utc_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, ending in Z.

    Raises:
        ValueError: the moment has no time zone, so nobody can know when it was.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    plain = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def _digest(plain: object) -> str:
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def _in_utc(report: Report) -> Report:
    if report.created_at.tzinfo is None:
        raise ReportError(
            "The report cannot be read: created_at says no time zone. It must end in Z."
        )
    if report.created_at.tzinfo is timezone.utc:
        return report
    return replace(report, created_at=report.created_at.astimezone(timezone.utc))


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole text"
    return (
        f"The report cannot be read: {place}: {first['msg'].lower()}. "
        "It is damaged or was written by another program."
    )
