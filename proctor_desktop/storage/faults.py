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
    return None if code is None else _server(code, str(error.orig), place)


def server_code(error: sa.exc.DBAPIError) -> int | None:
    """MySQL's error number, None where there is none."""
    arguments = error.orig.args if error.orig is not None else ()
    return arguments[0] if arguments and isinstance(arguments[0], int) else None


def _local(text: str, place: str) -> StorageError | None:
    lowered = text.lower()
    if "disk is full" in lowered or "disk i/o error" in lowered:
        return DiskFullError(
            f"There is no room left for {place}. Nothing that was saved before is lost; free some"
            " space on the disk and save again."
        )
    if "locked" in lowered or "busy" in lowered:
        return DatabaseLockedError(
            f"Another program is writing to {place}. Close it, or try again in a moment."
        )
    if any(word in lowered for word in _SQLITE_DAMAGED):
        return DatabaseDamagedError(
            f"{place} is damaged. It was not changed; `proctor-desktop db restore` puts the newest"
            " sound backup in its place."
        )
    if "readonly" in lowered or "unable to open" in lowered:
        return StorageError(f"{place} cannot be written. Check that the folder is yours.")
    return None


def _server(code: int, text: str, place: str) -> Exception | None:
    if code == 1045:
        return ServerUnreachableError(
            f"{place} did not accept the user name or password. Check both in the settings."
        )
    if _CERTIFICATE in text or code == 2026:
        return InsecureConnectionError(_certificate_sentence(text, place))
    if code in UNREACHABLE_CODES:
        return ServerUnreachableError(
            f"{place} does not answer ({_reason(code)}). Nothing is lost: what is saved here is"
            " sent as soon as it answers again."
        )
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
    if code in (1021, 1114, 1041, 3):
        return ServerUnreachableError(f"{place} has no room left. It is tried again later.")
    if code in (1290, 1836):
        return ServerUnreachableError(f"{place} is read-only at present. It is tried again later.")
    return None


def _certificate_sentence(text: str, place: str) -> str:
    if "not yet valid" in text or "has expired" in text:
        return (
            f"The certificate of {place} is not valid at this computer's time. Most often this"
            " computer's clock is wrong: set it, then try again."
        )
    if "Hostname mismatch" in text or "IP address mismatch" in text:
        return (
            f"The certificate of {place} names another computer, so nothing was sent. The centre"
            " needs a certificate that carries the server's host name."
        )
    return (
        f"{place} could not prove who it is, so nothing was sent. Check that the file of the"
        " centre's certificate authority is the right one."
    )


def _reason(code: int) -> str:
    return {
        1040: "it has too many connections",
        1053: "it is shutting down",
        1077: "it is shutting down",
        1205: "another workstation holds the lock",
        1213: "another workstation holds the lock",
    }.get(code, f"no connection, error {code}")
