"""What waits to be sent, what was parked, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from proctor_desktop.storage import schema
from proctor_desktop.storage.publishing import Entity, SyncState

_TABLE = schema.outbox


@dataclass(frozen=True, slots=True)
class Message:
    """One change that the centre has not confirmed."""

    number: int
    id: str
    entity: Entity
    entity_id: str
    revision: int
    sha256: str
    state: SyncState
    attempts: int
    reason: str | None
    created_at: datetime


class Outbox:
    """Messages within one transaction."""

    def __init__(self, connection: sa.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def pending(self, limit: int) -> list[Message]:
        """The oldest messages that wait, in the order in which they were made."""
        return self._messages(limit, SyncState.PENDING)

    def refused(self, limit: int = 1000) -> list[Message]:
        """Messages that the centre refused, with its reason; they wait for a person."""
        return self._messages(limit, SyncState.PARKED, SyncState.CONFLICT)

    def conflicting_decisions(self) -> list[str]:
        """Ids of decisions whose numbers the centre knows as others'."""
        conflicts = self._messages(1_000_000, SyncState.CONFLICT)
        return [one.entity_id for one in conflicts if one.entity is Entity.DECISION]

    def said_again(self, decision_ids: Sequence[str]) -> None:
        """These need not be sent any more: they were said under other numbers."""
        self._connection.execute(
            sa.update(_TABLE)
            .where(_TABLE.c.entity_id.in_(decision_ids))
            .values(state=SyncState.SENT.value, reason=None, settled_at=self._now)
        )

    def counts(self) -> dict[SyncState, int]:
        """How many messages are in each state."""
        rows = self._connection.execute(
            sa.select(_TABLE.c.state, sa.func.count()).group_by(_TABLE.c.state)
        )
        return {SyncState(state): count for state, count in rows}

    def has_pending(self, entity_ids: Sequence[str]) -> set[str]:
        """Those of the ids that have a change of this database's own waiting."""
        rows = self._connection.execute(
            sa.select(_TABLE.c.entity_id)
            .where(
                _TABLE.c.entity_id.in_(entity_ids),
                _TABLE.c.state.in_([SyncState.PENDING.value, SyncState.PARKED.value]),
            )
            .distinct()
        )
        return set(rows.scalars())

    def unsettled(self) -> set[str]:
        """Ids of everything that the centre has not confirmed as it is here."""
        found = sa.select(_TABLE.c.entity_id).where(_TABLE.c.state != SyncState.SENT.value)
        return set(self._connection.execute(found.distinct()).scalars())

    def settle(self, messages: Sequence[Message], state: SyncState, reason: str | None) -> None:
        """Give messages, and older ones about the same things, their final or parked state."""
        if not messages:
            return
        self._connection.execute(
            sa.update(_TABLE)
            .where(
                _TABLE.c.entity_id == sa.bindparam("thing"),
                _TABLE.c.revision <= sa.bindparam("newest"),
                # No IN: its parameters cannot be bound for many rows at once.
                sa.or_(
                    _TABLE.c.state == SyncState.PENDING.value,
                    _TABLE.c.state == SyncState.PARKED.value,
                ),
            )
            .values(state=state.value, reason=reason, settled_at=self._now),
            [{"thing": one.entity_id, "newest": one.revision} for one in messages],
        )
        self._mark_reports(messages, state)

    def failed(self, messages: Sequence[Message], reason: str) -> None:
        """Note that sending was tried and why it failed; the messages keep waiting."""
        self._connection.execute(
            sa.update(_TABLE)
            .where(_TABLE.c.number.in_([message.number for message in messages]))
            .values(attempts=_TABLE.c.attempts + 1, reason=reason)
        )

    def retry_parked(self) -> int:
        """Put every parked message back in line; how many."""
        parked = self._messages(1_000_000, SyncState.PARKED)
        self._connection.execute(
            sa.update(_TABLE)
            .where(_TABLE.c.state == SyncState.PARKED.value)
            .values(state=SyncState.PENDING.value)
        )
        self._mark_reports(parked, SyncState.PENDING)
        return len(parked)

    def _mark_reports(self, messages: Sequence[Message], state: SyncState) -> None:
        meta = schema.report_sync_meta
        reports = [one for one in messages if one.entity is Entity.REPORT]
        if reports:
            self._connection.execute(
                sa.update(meta)
                .where(
                    meta.c.report_id == sa.bindparam("thing"),
                    meta.c.revision <= sa.bindparam("newest"),
                )
                .values(sync_state=state.value),
                [{"thing": one.entity_id, "newest": one.revision} for one in reports],
            )

    def _messages(self, limit: int, *states: SyncState) -> list[Message]:
        columns = [_TABLE.c[name] for name in Message.__slots__]
        rows = self._connection.execute(
            sa.select(*columns)
            .where(_TABLE.c.state.in_([state.value for state in states]))
            .order_by(_TABLE.c.number)
            .limit(limit)
        )
        return [
            Message(
                **dict(row._mapping) | {"entity": Entity(row.entity), "state": SyncState(row.state)}
            )
            for row in rows
        ]
