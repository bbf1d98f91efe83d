"""The audit log: each entry carries the hash of the one before it.

The chain shows every change inside it. A tail that was cut off or written anew shows only against
a head kept elsewhere: each push carries it to the centre, a file beside the database holds the
newest one, and the printed report names it.
"""

import getpass
import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.report.document import canonical, utc_text
from proctor_desktop.storage import schema
from proctor_desktop.storage.disk import write_whole
from proctor_desktop.storage.publishing import Publisher

BEGINNING = "0" * 64
ANCHOR_NAME = "audit-head.json"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to what, and when; ``details`` is canonical JSON."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: str
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditHead:
    """How many entries there were, and the hash of the last one."""

    entries: int
    hash: str


class AuditLog:
    """The log within one transaction."""

    def __init__(self, connection: sa.Connection, publisher: Publisher, now: datetime) -> None:
        self._connection = connection
        self._publisher = publisher
        self._now = now
        self.appended: AuditHead | None = None
        """The head as this transaction leaves it, None where it appended nothing."""

    def append(self, actor: str, action: str, subject: str, **details: object) -> AuditEntry:
        """Add an entry; it is there if and only if the transaction is.

        Beside the ``actor``, who is whoever says so, it names the account at the keyboard.
        """
        self._publisher.begin()
        head = self.head()
        unhashed = AuditEntry(
            head.entries + 1,
            self._now,
            actor[:100],
            action,
            subject[:255],
            canonical(details | {"account": account(), "computer": platform.node()}),
            head.hash,
            "",
        )
        row = {name: getattr(unhashed, name) for name in AuditEntry.__slots__}
        row["hash"] = entry_hash(unhashed)
        self._connection.execute(sa.insert(schema.audit_log).values(row))
        self.appended = AuditHead(row["number"], row["hash"])
        return AuditEntry(**row)

    def head(self) -> AuditHead:
        """The newest entry's number and hash."""
        log = schema.audit_log
        row = self._connection.execute(
            sa.select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)
        ).one_or_none()
        return AuditHead(0, BEGINNING) if row is None else AuditHead(row.number, row.hash)

    def hash_of(self, number: int) -> str | None:
        """Hash of one entry; of none (0) that of the beginning, None where there is no such."""
        log = schema.audit_log
        if number == 0:
            return BEGINNING
        found = sa.select(log.c.hash).where(log.c.number == number)
        return self._connection.execute(found).scalar_one_or_none()

    def contradictions(self, heads: Iterable[AuditHead]) -> list[AuditHead]:
        """Those of heads kept elsewhere that this log does not have."""
        return [one for one in heads if self.hash_of(one.entries) != one.hash]

    def entries(self, first: int = 1, limit: int | None = None) -> list[AuditEntry]:
        """Entries from number ``first`` on, in order."""
        log = schema.audit_log
        rows = self._connection.execute(
            sa.select(log).where(log.c.number >= first).order_by(log.c.number).limit(limit)
        )
        return [AuditEntry(**row._mapping) for row in rows]

    def subjects(self, action: str) -> set[str]:
        """To what something was done."""
        log = schema.audit_log
        found = sa.select(log.c.subject).where(log.c.action == action).distinct()
        return set(self._connection.execute(found).scalars())

    def about(self, subject: str) -> list[AuditEntry]:
        """Entries about one subject, in order."""
        log = schema.audit_log
        rows = self._connection.execute(
            sa.select(log).where(log.c.subject == subject).order_by(log.c.number)
        )
        return [AuditEntry(**row._mapping) for row in rows]


def entry_hash(entry: AuditEntry) -> str:
    """Hex digest over everything in the entry but the hash itself."""
    said = canonical(
        [
            entry.number,
            utc_text(entry.at),
            entry.actor,
            entry.action,
            entry.subject,
            entry.details,
            entry.prev_hash,
        ]
    )
    return hashlib.sha256(said.encode()).hexdigest()


def chain_faults(entries: Iterable[AuditEntry], anchors: Iterable[AuditHead] = ()) -> list[str]:
    """A sentence for each place at which the log is not what was written; none when it is sound.

    ``anchors`` are heads that were kept elsewhere.
    """
    faults: list[str] = []
    previous, expected = BEGINNING, 1
    hashes = {0: BEGINNING}
    for entry in entries:
        if entry.number != expected:
            faults.append(f"Audit entries {expected} to {entry.number - 1} are missing.")
        if entry.prev_hash != previous or entry_hash(entry) != entry.hash:
            faults.append(f"Audit entry {entry.number} was changed after it was written.")
        previous, expected = entry.hash, entry.number + 1
        hashes[entry.number] = entry.hash
    longest = max(hashes)
    wrong = (anchor for anchor in anchors if hashes.get(anchor.entries) != anchor.hash)
    return [*faults, *(contradiction(anchor, longest) for anchor in wrong)]


def contradiction(head: AuditHead, entries: int) -> str:
    """What a head kept elsewhere says about a log of so many entries that lacks it."""
    if head.entries > entries:
        return (
            f"The audit log ends before entry {head.entries}, which was confirmed elsewhere:"
            " its end was cut off, or an old backup was put back."
        )
    return (
        f"The audit log up to entry {head.entries} is not the one that was confirmed"
        " elsewhere: it was written anew."
    )


def write_anchor(folder: Path, head: AuditHead) -> None:
    """Keep the head in a file beside the database."""
    write_whole(
        folder / ANCHOR_NAME, canonical({"entries": head.entries, "hash": head.hash}).encode()
    )


def read_anchor(folder: Path) -> AuditHead | None:
    """The head in the file beside the database, None where there is none that can be read."""
    try:
        plain = json.loads((folder / ANCHOR_NAME).read_bytes())
        return AuditHead(int(plain["entries"]), str(plain["hash"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def account() -> str:
    """The account at the keyboard, as far as the system tells."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
