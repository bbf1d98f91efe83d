"""Errors as ``application/problem+json`` (RFC 9457): one sentence that says what to do."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    DatabaseLockedError,
    DiskFullError,
    EngineError,
    KeyReusedError,
    NotFoundError,
    ProctorError,
    QueueFullError,
    ServerUnreachableError,
    SettingsError,
    SourceError,
    SourceRefusedError,
    StorageError,
)

MEDIA_TYPE = "application/problem+json"

_STATUS: dict[type[ProctorError], HTTPStatus] = {
    SettingsError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SourceRefusedError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    SourceError: HTTPStatus.UNPROCESSABLE_ENTITY,
    EngineError: HTTPStatus.UNPROCESSABLE_ENTITY,
    AnalysisCancelled: HTTPStatus.CONFLICT,
    QueueFullError: HTTPStatus.SERVICE_UNAVAILABLE,
    KeyReusedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    DiskFullError: HTTPStatus.INSUFFICIENT_STORAGE,
    DatabaseLockedError: HTTPStatus.SERVICE_UNAVAILABLE,
    ServerUnreachableError: HTTPStatus.SERVICE_UNAVAILABLE,
    StorageError: HTTPStatus.SERVICE_UNAVAILABLE,
}

_RETRY_AFTER_SEC = 15


@dataclass
class Problem(Exception):  # noqa: N818 - the name that RFC 9457 gives it
    """An answer that is not the wished one.

    Attributes:
        status: HTTP status code.
        detail: one sentence for people.
        kind: stable code for programs; the status' phrase in kebab case where there is none.
        headers: further headers of the answer.
        extra: further members of the document.
    """

    status: int
    detail: str
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.detail

    def body(self) -> bytes:
        """The document as JSON."""
        title = HTTPStatus(self.status).phrase
        kind = self.kind or title.lower().replace(" ", "-")
        document = {
            "type": f"urn:proctor-desktop:{kind}",
            "title": title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }
        return json.dumps(document).encode()

    def response(self) -> Response:
        """The answer with status, headers and document."""
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(self.body(), self.status, headers, MEDIA_TYPE)


def problem_of(error: ProctorError) -> Problem:
    """The problem that tells a fault of the surroundings."""
    status = next(_STATUS[kind] for kind in [*type(error).__mro__, StorageError] if kind in _STATUS)
    headers = {}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(_RETRY_AFTER_SEC)
    return Problem(status, str(error), _kebab(type(error).__name__), headers)


def problem_of_kind(kind: str | None, sentence: str) -> Problem:
    """The problem of a job that failed with the error class of that name."""
    known = {entry.__name__: status for entry, status in _all_statuses().items()}
    status = known.get(kind or "", HTTPStatus.INTERNAL_SERVER_ERROR)
    return Problem(status, sentence, _kebab(kind or "InternalError"))


def _all_statuses() -> dict[type[ProctorError], int]:
    """Status of every error class, derived ones too."""
    found: dict[type[ProctorError], int] = {}
    pending: list[type[ProctorError]] = [ProctorError]
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        found[kind] = next(
            (_STATUS[base] for base in kind.__mro__ if base in _STATUS),
            HTTPStatus.INTERNAL_SERVER_ERROR,
        )
    return found


def _kebab(name: str) -> str:
    """``SourceOpenError`` becomes ``source-open``."""
    name = name.removesuffix("Error")
    return "".join(f"-{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))
