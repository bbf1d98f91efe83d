"""The first thing a request meets, before anything of its body is read.

Order: request id, Host (421), Origin (403), key (401), declared length (413).
While the body is read: its size (413), silence and slowness (408). A refused request leaves no
byte on the disk, because nothing behind the guard has run yet.
"""

import asyncio
import logging
import re
import time
import uuid
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from proctor_desktop.api.access import DOCUMENTATION_PATHS, Access
from proctor_desktop.api.logs import REQUEST_ID
from proctor_desktop.api.metrics import METRICS
from proctor_desktop.api.problems import Problem, problem_of
from proctor_desktop.domain.errors import ProctorError

logger = logging.getLogger(__name__)

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SMALL_BODY = 64 * 1024
_DRAIN_SEC = 1.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost.

    Attributes:
        max_upload: largest body of an upload in bytes.
        idle_sec: a body that is silent for longer is given up.
        min_rate: bytes a second below which a body is given up, over any ``idle_sec`` seconds.
        upload_path: the only path that may carry a large body.
    """

    max_upload: int
    idle_sec: float = 30.0
    min_rate: float = 1024.0
    upload_path: str = "/api/v1/proctoring/process"

    def body(self, path: str) -> int:
        """Largest body that the path may carry, in bytes."""
        return self.max_upload if path == self.upload_path else _SMALL_BODY


class BodyMeter:
    """Reads a body for the application, and stops when it is too large, too slow or silent.

    Only the time spent waiting for the sender counts, so a busy server blames nobody.
    """

    def __init__(self, receive: Receive, limit: int, limits: Limits) -> None:
        self._receive = receive
        self._limit = limit
        self._limits = limits
        self._waited_sec = 0.0
        self._window_bytes = 0
        self.total = 0
        self.ended = False

    async def __call__(self) -> Message:
        if self.ended:
            return await self._receive()
        began = time.monotonic()
        try:
            message = await asyncio.wait_for(self._receive(), self._limits.idle_sec)
        except asyncio.TimeoutError:
            raise self._slow("No data came") from None
        self._waited_sec += time.monotonic() - began
        if message["type"] != "http.request":
            return message
        self._count(len(message.get("body", b"")))
        self.ended = not message.get("more_body", False)
        return message

    async def drain(self) -> None:
        """Throw away what still comes for a moment.

        A connection that is closed with unread bytes is reset, and the sender would lose the
        answer that tells it why.
        """
        deadline = time.monotonic() + _DRAIN_SEC
        while not self.ended and (left := deadline - time.monotonic()) > 0:
            try:
                message = await asyncio.wait_for(self._receive(), left)
            except asyncio.TimeoutError:
                return
            self.ended = not message.get("more_body", False)

    def _count(self, size: int) -> None:
        self.total += size
        if self.total > self._limit:
            raise too_large(self._limit)
        self._window_bytes += size
        if self._waited_sec >= self._limits.idle_sec:
            if self._window_bytes < self._limits.min_rate * self._waited_sec:
                raise self._slow(f"Less than {self._limits.min_rate:.0f} bytes a second came")
            self._waited_sec, self._window_bytes = 0.0, 0

    def _slow(self, what: str) -> Problem:
        sentence = f"{what} for {self._limits.idle_sec:.0f} s. Send the video again."
        return Problem(408, sentence)


def too_large(limit: int) -> Problem:
    """The answer to a body of more than ``limit`` bytes."""
    sentence = f"The request is larger than the {limit} bytes that are accepted here."
    return Problem(413, sentence)


@dataclass
class _Exchange:
    """One request on its way through the guard."""

    scope: Scope
    send: Send
    meter: BodyMeter
    request_id: str
    expects_body: bool
    started_at: float = field(default_factory=time.perf_counter)
    status: int = 0
    sent: int = 0
    is_recorded: bool = False

    async def answer(self, message: Message) -> None:
        """Send, with the request id and the headers every answer carries."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-ID"] = self.request_id
            if self.scope["path"].startswith("/static/"):
                headers.setdefault("Cache-Control", "private, max-age=3600")
            for name, value in _SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", _policy(self.scope["path"]))
            if self._is_body_unread():
                headers["Connection"] = "close"
        elif message["type"] == "http.response.body":
            self.sent += len(message.get("body", b""))
            if self._is_body_unread() and not message.get("more_body", False):
                await self.send({**message, "more_body": True})
                await self.meter.drain()
                message = {"type": "http.response.body", "body": b"", "more_body": False}
            if not message.get("more_body", False):
                self.record()
        await self.send(message)

    def record(self) -> None:
        """Count and log the answer, once.

        Before its end is sent: whoever has it finds it counted, even if this process is killed.
        """
        if self.is_recorded:
            return
        self.is_recorded = True
        elapsed = time.perf_counter() - self.started_at
        template = getattr(self.scope.get("route"), "path", "other")
        status = self.status or 499
        METRICS.requests.labels(self.scope["method"], template, str(status)).inc()
        METRICS.request_seconds.labels(template).observe(elapsed)
        client = self.scope.get("client")
        logger.info(
            "request",
            extra={
                "method": self.scope["method"],
                "path": self.scope["path"],
                "status": status,
                "milliseconds": round(elapsed * 1000, 1),
                "bytes_sent": self.sent,
                "client": client[0] if client else None,
                "caller": self.scope.get("state", {}).get("caller"),
            },
        )

    def _is_body_unread(self) -> bool:
        return self.expects_body and not self.meter.ended


_SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def _policy(path: str) -> str:
    """Content security policy: nothing from elsewhere; the documentation writes its own styles."""
    if path in DOCUMENTATION_PATHS:
        script = "script-src 'self' 'unsafe-inline'; worker-src blob:; "
    else:
        script = "script-src 'self'; "
    return (
        f"default-src 'none'; {script}style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


class Guard:
    """Pure ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits) -> None:
        self._app = app
        self._access = access
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        meter = BodyMeter(receive, self._limits.body(scope["path"]), self._limits)
        exchange = _Exchange(scope, send, meter, _request_id(headers), _expects_body(headers))
        token = REQUEST_ID.set(exchange.request_id)
        try:
            await self._pass(exchange, headers)
        finally:
            exchange.record()
            REQUEST_ID.reset(token)

    async def _pass(self, exchange: _Exchange, headers: Headers) -> None:
        scope, meter = exchange.scope, exchange.meter
        try:
            scope.setdefault("state", {})["caller"] = await self._access.caller(scope, headers)
            self._check_length(scope["path"], headers)
            await self._app(_as_get(scope), meter, exchange.answer)
        except (Problem, ProctorError) as error:
            if exchange.status:
                raise
            problem = error if isinstance(error, Problem) else problem_of(error)
            await problem.response()(scope, meter, exchange.answer)

    def _check_length(self, path: str, headers: Headers) -> None:
        declared = headers.get("content-length", "0")
        limit = self._limits.body(path)
        if not (declared.isascii() and declared.isdigit()):
            raise Problem(400, "Content-Length is not a number.")
        if int(declared) > limit:
            raise too_large(limit)


def _as_get(scope: Scope) -> Scope:
    """A HEAD request as the GET whose head it asks for; the server below sends no body for it."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _expects_body(headers: Headers) -> bool:
    """Whether bytes are on their way: a body is declared and its sender does not wait for us."""
    declared = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
    return declared and headers.get("expect", "").lower() != "100-continue"


def _request_id(headers: Headers) -> str:
    """The sender's request id where it is harmless, else a new one."""
    sent = headers.get("x-request-id", "")
    return sent if _REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex
