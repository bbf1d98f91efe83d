"""How a change becomes known to others: by a workstation's outbox, or at once at the centre."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

import sqlalchemy as sa

from proctor_desktop.storage import schema


class Entity(Enum):
    """What is sent."""

    REPORT = "report"
    DECISION = "decision"


class SyncState(Enum):
    """Where a report stands between this database and the centre."""

    PENDING = "pending"
    SENT = "sent"
    PARKED = "parked"
    CONFLICT = "conflict"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Change:
    """A new revision of something, by hash."""

    entity: Entity
    entity_id: str
    revision: int
    sha256: str
    origin: str


class Publisher(Protocol):
    """What a transaction needs to make changes known."""

    def begin(self) -> None:
        """Take the lock that gives changes their order; before anything is read or written."""

    def publish(self, changes: list[Change]) -> SyncState:
        """Record changes in this transaction; the state that their reports have from now on."""


class LocalPublisher:
    """Writes the outbox of a workstation, in the transaction of the change itself."""

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def begin(self) -> None:
        """Nothing: a local writer took its lock when the transaction began."""

    def publish(self, changes: list[Change]) -> SyncState:
        """Queue the changes; a message about an older revision of the same thing gives way."""
        if not changes:
            return SyncState.PENDING
        table = schema.outbox
        self._connection.execute(
            sa.delete(table).where(
                table.c.entity_id.in_([change.entity_id for change in changes]),
                table.c.state != SyncState.SENT.value,
            )
        )
        self._connection.execute(
            sa.insert(schema.outbox),
            [
                {
                    "id": str(uuid.uuid4()),
                    "entity": change.entity.value,
                    "entity_id": change.entity_id,
                    "revision": change.revision,
                    "sha256": change.sha256,
                    "state": SyncState.PENDING.value,
                    "attempts": 0,
                    "created_at": self._now,
                }
                for change in changes
            ],
        )
        return SyncState.PENDING


class CentralPublisher:
    """Appends to the centre's changes under the lock of its one clock row.

    Every writer takes that row first and holds it until it commits, so changes become visible in
    the order of their numbers and a reader that goes by number misses none. Numbers of an
    AUTO_INCREMENT column do not have that property.
    """

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._seq: int | None = None

    def begin(self) -> None:
        """Wait for the clock row and lock it."""
        if self._seq is None:
            clock = schema.sync_clock
            self._seq = self._connection.execute(
                sa.select(clock.c.seq).where(clock.c.id == 1).with_for_update()
            ).scalar_one()

    def publish(self, changes: list[Change]) -> SyncState:
        """Number the changes and move the clock."""
        self.begin()
        first = (self._seq or 0) + 1
        rows = [
            {
                "seq": seq,
                "entity": change.entity.value,
                "entity_id": change.entity_id,
                "revision": change.revision,
                "sha256": change.sha256,
                "origin": change.origin,
                "received_at": self._now,
            }
            for seq, change in enumerate(changes, first)
        ]
        if rows:
            self._connection.execute(sa.insert(schema.sync_changes), rows)
            self._seq = first + len(rows) - 1
            self._connection.execute(
                sa.update(schema.sync_clock)
                .where(schema.sync_clock.c.id == 1)
                .values(seq=self._seq)
            )
        return SyncState.SENT
