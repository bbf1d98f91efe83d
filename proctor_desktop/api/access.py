"""Who may call: the Host and Origin a request names, and the key or session it shows."""

import hmac
import ipaddress
import time
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from proctor_desktop.api.problems import Problem
from proctor_desktop.domain.errors import ServerUnreachableError, StorageError
from proctor_desktop.services.api_keys import ApiKeys

HEALTH_PATH = "/api/v1/health"
SIGN_IN_PATH = "/sign-in"
DOCUMENTATION_PATHS = ("/docs", "/redoc", "/openapi.json")
SESSION_COOKIE = "proctor_session"
SESSION_SEC = 8 * 3600

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

_OPEN_PREFIXES = ("/static/", "/favicon.ico", SIGN_IN_PATH)


class Access:
    """Decides whether a request may pass, from its head alone."""

    def __init__(
        self,
        keys: ApiKeys,
        hosts: frozenset[str],
        *,
        is_behind_proxy: bool = False,
        are_docs_private: bool = False,
    ) -> None:
        """``hosts`` are the lower-case names under which this service may be addressed."""
        self._keys = keys
        self._hosts = hosts
        self._is_behind_proxy = is_behind_proxy
        self._are_docs_private = are_docs_private

    async def caller(self, scope: Scope, headers: Headers) -> str | None:
        """Name of the key that was shown; empty where none is needed; None for a stranger.

        A stranger gets the health call (status only), the sign-in page and its styles.

        Raises:
            Problem: 421, 403, 401, or 303 to the sign-in page.
        """
        self._check_host(headers)
        self._check_origin(headers)
        path = scope["path"]
        try:
            if self._keys.is_ready(_bearer(headers)):
                name = self._name(headers)
            else:
                name = await run_in_threadpool(self._name, headers)
            self._check_reach(scope, name)
        except (StorageError, ServerUnreachableError):
            if path == HEALTH_PATH:
                return None
            raise
        is_open = path == HEALTH_PATH or path.startswith(_OPEN_PREFIXES)
        is_hidden = self._are_docs_private and name == "" and path in DOCUMENTATION_PATHS
        if (name is None and not is_open) or is_hidden:
            raise self._stranger(scope, headers)
        return name

    def _check_host(self, headers: Headers) -> None:
        named = headers.getlist("host")
        if len(named) != 1 or host_name(named[0]) not in self._hosts:
            raise Problem(
                421,
                "This service does not answer under that host name. "
                "Add it to the allowed hosts if it is right.",
            )

    def _check_origin(self, headers: Headers) -> None:
        origin = headers.get("origin")
        foreign = origin is not None and not _is_same_place(origin, headers["host"])
        site = headers.get("sec-fetch-site", "none")
        mode = headers.get("sec-fetch-mode", "navigate")
        embedded = site not in ("none", "same-origin") and mode != "navigate"
        if foreign or embedded:
            raise Problem(403, "Pages of other sites may not call this service.")

    def _check_reach(self, scope: Scope, name: str | None) -> None:
        """Whoever starts a server by hand on an open address finds it closed, not open."""
        is_protected = scope["scheme"] == "https" and name != ""
        if self._is_behind_proxy or is_protected or _is_local(scope):
            return
        raise Problem(
            403,
            "Away from loopback this service answers only over TLS and with a key. Make a key, "
            "set certificate and key file, or set serve.behind_proxy if a proxy does that.",
        )

    def _name(self, headers: Headers) -> str | None:
        if not self._keys.are_needed():
            return None if self._is_behind_proxy else ""  # a proxy hides who is on this computer
        key = _bearer(headers)
        return self._keys.check(key) if key else self._session(headers)

    def _session(self, headers: Headers) -> str | None:
        """Name of the key with which the browser signed in, None without a good session."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(SESSION_COOKIE)
        except CookieError:
            return None
        parts = cookie.value.split("/") if cookie else []
        if len(parts) != 3 or not (parts[1].isascii() and parts[1].isdigit()):
            return None
        name, expires, seal = parts
        expected = self._keys.sign(name, f"{name}/{expires}")
        if expected is None or int(expires) < time.time():
            return None
        return name if hmac.compare_digest(expected.encode(), seal.encode()) else None

    def session_of(self, key: str) -> str | None:
        """Value of the session cookie for whoever shows a good key, None for a bad one."""
        name = self._keys.check(key.strip())
        if name is None:
            return None
        content = f"{name}/{int(time.time()) + SESSION_SEC}"
        return f"{content}/{self._keys.sign(name, content)}"

    def _stranger(self, scope: Scope, headers: Headers) -> Problem:
        is_page = not scope["path"].startswith(("/api/", "/openapi.json", "/metrics"))
        if is_page and scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
            place = f"{SIGN_IN_PATH}?next={quote(scope['path'])}"
            return Problem(303, "Sign in first.", headers={"Location": place})
        return Problem(
            401,
            "A key is needed: send the header Authorization: Bearer KEY. "
            "Make one with: proctor-desktop serve keys add NAME",
            headers={"WWW-Authenticate": 'Bearer realm="proctor-desktop"'},
        )


def _bearer(headers: Headers) -> str:
    """The key that a request shows, empty where it shows none."""
    scheme, _, key = headers.get("authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def host_name(host: str) -> str:
    """Lower-case host of a Host header, without port and brackets; empty when it is malformed."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Whether an address or name can be reached from this computer only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() in LOOPBACK_HOSTS


def _is_local(scope: Scope) -> bool:
    """Whether the socket itself is local: a loopback address or a file."""
    host, port = scope.get("server") or (None, None)
    return host is None or port is None or is_loopback(host)


def _is_same_place(origin: str, host: str) -> bool:
    """Whether an Origin header names the very host and port that were addressed."""
    parts = origin.split("://")
    return len(parts) == 2 and parts[0] in ("http", "https") and parts[1].lower() == host.lower()
