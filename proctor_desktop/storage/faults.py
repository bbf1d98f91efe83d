"""What a database's refusals mean, in words, as errors of this program."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from proctor_desktop.domain.errors import (
    DatabaseDamagedError,
    DatabaseLockedError,
    DiskFullError,
    InsecureConnectionError,
    ServerUnreachableError,
    StorageError,
    SyncRejectedError,
)

UNREACHABLE_CODES = frozenset({1040, 1053, 1077, 1205, 1213, 1927, 2002, 2003, 2006, 2013, 2055})
"""MySQL errors after which sending again later is safe: no connection, restart, lock, deadlock."""

_NO_ROOM = frozenset({3, 1021, 1026, 1041, 1114})
SAFE = "Nothing is lost: what was confirmed is kept, and sending again is safe."
_CERTIFICATE = "CERTIFICATE_VERIFY_FAILED"
_SQLITE_DAMAGED = ("malformed", "not a database", "disk image", "could not decode")


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the database refuses inside the block into errors that say what to do.

    ``place`` names the database in sentences. An error that no person can cause stays as it is.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        known = explanation(error, place)
        if known is None:
            raise
        raise known from error
    except sa.exc.TimeoutError as error:
        raise DatabaseLockedError(
            f"{place} is busy: every connection is in use. Try again in a moment."
        ) from error


def explanation(error: sa.exc.DBAPIError, place: str) -> Exception | None:
    """The error of this program that stands for a database's error, None for a bug."""
    if isinstance(error.orig, sqlite3.Error):
        return _local(str(error.orig), place)
    code = server_code(error)
    return None if code is None else server_fault(code, str(error.orig), place)


def server_code(error: sa.exc.DBAPIError) -> int | None:
    """MySQL's error number, None where there is none."""
    arguments = error.orig.args if error.orig is not None else ()
    return arguments[0] if arguments and isinstance(arguments[0], int) else None


def _local(text: str, place: str) -> StorageError | None:
    lowered = text.lower()
    if "disk is full" in lowered or "disk i/o error" in lowered:
        return DiskFullError(
            f"There is no room left for {inside(place)}. Nothing that was saved before is lost;"
            " free some space on the disk and save again."
        )
    if "locked" in lowered or "busy" in lowered:
        return DatabaseLockedError(
            f"Another program is writing to {inside(place)}. Close it, or try again in a moment."
        )
    if any(word in lowered for word in _SQLITE_DAMAGED):
        return DatabaseDamagedError(
            f"{place} is damaged. It was not changed; `proctor-desktop db restore` puts the newest"
            " sound backup in its place."
        )
    if "readonly" in lowered or "unable to open" in lowered:
        return StorageError(f"{place} cannot be written. Check that the folder is yours.")
    return None


def server_fault(code: int, text: str, place: str) -> Exception | None:
    """What a server's error code means for a person; None for a fault of the program."""
    if code == 1045:
        return ServerUnreachableError(
            f"{place} did not accept the user name or password. Check both in the settings."
        )
    if _CERTIFICATE in text or code == 2026:
        return InsecureConnectionError(_certificate_sentence(text, place))
    if code in UNREACHABLE_CODES:
        return ServerUnreachableError(f"{place} does not answer ({_reason(code, text)}). {SAFE}")
    if code in (1044, 1142, 1143, 1227):
        return SyncRejectedError(
            f"{place} does not allow this account to do that. An administrator must run the grants"
            " that come with this program."
        )
    if code in (1049, 1146):
        return SyncRejectedError(
            f"{place} has not been prepared. An administrator must run"
            " `proctor-desktop db init --server`."
        )
    if code in _NO_ROOM or "errno: 28" in text or "No space left" in text:
        return ServerUnreachableError(
            f"The disk of {inside(place)} is full; tell its administrator. {SAFE}"
        )
    if code in (1290, 1836):
        return ServerUnreachableError(
            f"{place} takes nothing in at present (it is read-only); its administrator knows why."
            f" {SAFE}"
        )
    return None


def _certificate_sentence(text: str, place: str) -> str:
    if "not yet valid" in text or "has expired" in text:
        return (
            f"The certificate of {inside(place)} is not valid at this computer's time. Most often"
            " this computer's clock is wrong: set it, then try again."
        )
    if "Hostname mismatch" in text or "IP address mismatch" in text:
        return (
            f"The certificate of {inside(place)} names another computer, so nothing was sent. The"
            " centre needs a certificate that carries the server's host name."
        )
    return (
        f"{place} could not prove who it is, so nothing was sent. Check that the file of the"
        " centre's certificate authority is the right one."
    )


def inside(place: str) -> str:
    """A place as it stands inside a sentence."""
    return place[0].lower() + place[1:]


def _reason(code: int, text: str) -> str:
    """Why there is no answer, and the driver's number for whoever looks it up."""
    if code == 2013 and "timed out" in text:
        return "it takes too long: no network, a full disk, or too much work there; error 2013"
    if code == 2003:
        causes = ((said, words) for said, words in NO_WAY.items() if said in text)
        return next((f"{words}; error 2003" for _, words in causes), "no connection, error 2003")
    return _REASONS.get(code, f"the connection broke off, error {code}")


_REASONS = {
    1040: "it has too many connections",
    1053: "it is shutting down",
    1077: "it is shutting down",
    1205: "another workstation holds the lock, or its disk is full",
    1213: "another workstation holds the lock",
}
NO_WAY = {
    "handshake": "it takes too long to answer",
    "refused": "its computer is there, but no database listens on that port",
    "timed out": "its computer is switched off, or no network leads to it",
    "No route": "no network leads to it",
    "unreachable": "no network leads to it",
    "Name or service": "no computer of that name is known here",
    "name resolution": "no computer of that name is known here",
    "getaddrinfo": "no computer of that name is known here",
}
