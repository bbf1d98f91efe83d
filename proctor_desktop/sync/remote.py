"""The centre's side of the exchange: each push is one transaction under the lock of its clock.

Because every writer takes the clock row first, changes become visible in the order of their
numbers, there is one lock order, and a client that repeats a push whose answer it lost changes
nothing: the same revision with the same hash is known already.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.errors import SyncRejectedError
from proctor_desktop.domain.review import Decision
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.audit import AuditHead
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.faults import server_code
from proctor_desktop.storage.migration import SchemaState
from proctor_desktop.storage.publishing import CentralPublisher, Change, Entity, SyncState
from proctor_desktop.storage.repositories.decisions import Decisions
from proctor_desktop.storage.repositories.reports import Reports
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing import Signature
from proctor_desktop.storage.sql import add_missing
from proctor_desktop.storage.versions import ReportVersion, deflated
from proctor_desktop.sync.central_signatures import CentralSignatures
from proctor_desktop.sync.rules import Known, Ruling, follows, rule

CLOCK_TOLERANCE = timedelta(minutes=2)
SMALLEST_PACKET = 1024 * 1024
"""Bytes that every server takes at once, until it has said how many it does."""

_REFUSED_CONTENT = frozenset(
    {1048, 1062, 1118, 1153, 1264, 1265, 1292, 1301, 1366, 1406, 3140, 3141, 3819, 4025}
)
"""MySQL errors that the content itself causes: sending it again changes nothing."""


class ContentRefusedError(SyncRejectedError):
    """The server refuses what is in the batch; others may be sent without it."""


class QueueOnlyError(SyncRejectedError):
    """The server's tables are of another version, so nothing is written to it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one thing that was sent; ``tombstone`` where it was erased meanwhile."""

    entity_id: str
    ruling: Ruling
    reason: str | None = None
    tombstone: ReportVersion | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """One change as the centre numbered it: what, and in which revision."""

    seq: int
    entity: Entity
    entity_id: str
    revision: int
    sha256: str
    origin: str
    received_at: datetime


class Centre:
    """The centre's database as a workstation uses it.

    Attributes:
        packet_bytes: what its server takes at once.
        signatures: what workstations signed, and whose key is whose.
    """

    def __init__(self, options: ServerOptions) -> None:
        self.options = options
        self.database = Database.server(options, pool_size=1)
        self.packet_bytes = SMALLEST_PACKET
        self.signatures = CentralSignatures(self.database)

    def close(self) -> None:
        """Close the connection."""
        self.database.close()

    def check(self, now: datetime) -> list[str]:
        """Make sure that this program may write there; warnings in words.

        Raises:
            ServerUnreachableError: it does not answer.
            QueueOnlyError: its tables are of another version; everything stays queued.
        """
        found = migration.check(self.database)
        if found.state is SchemaState.NEWER:
            raise QueueOnlyError(
                f"{self.options.place} was prepared by a newer version of this program. Everything"
                " is kept here and sent after this program was updated."
            )
        if found.state is not SchemaState.CURRENT:
            command = "init" if found.state is SchemaState.EMPTY else "upgrade"
            raise QueueOnlyError(
                f"{self.options.place} is not prepared for this version. Everything is kept here"
                f" until an administrator has run `proctor-desktop db {command} --server`."
            )
        self.signatures.look()
        return self._warnings(now)

    def push_reports(
        self, versions: Sequence[ReportVersion], signatures: Sequence[Signature] = ()
    ) -> list[Answer]:
        """Offer revisions; when this returns, everything that was taken survives a crash there.

        Raises:
            ServerUnreachableError: unknown whether it arrived; sending again does no harm.
            ContentRefusedError: something in the batch can never be stored; nothing of it was.
        """
        try:
            with self.database.writing() as connection:
                answers = _take_reports(connection, versions)
                self.signatures.keep(connection, signatures)
                return answers
        except sa.exc.DBAPIError as error:
            raise _refusal(error) from error

    def push_decisions(
        self, decisions: Sequence[Decision], signatures: Sequence[Signature] = ()
    ) -> list[Answer]:
        """Offer decisions; as `push_reports`."""
        try:
            with self.database.writing() as connection:
                self.signatures.keep(connection, signatures)
                return _take_decisions(connection, decisions, self.signatures)
        except sa.exc.DBAPIError as error:
            raise _refusal(error) from error

    def push_audit_head(
        self, origin: str, head: AuditHead, signatures: Sequence[Signature] = ()
    ) -> None:
        """Keep the head of a workstation's audit log where it cannot be changed.

        Where another head of that length is kept already, that one stays: `anchors` tells it.
        """
        heads = schema.audit_heads
        with self.database.writing() as connection:
            publisher = CentralPublisher(connection, datetime.now(timezone.utc))
            publisher.begin()
            self.signatures.keep(connection, signatures)
            kept = connection.execute(
                sa.select(heads.c.head).where(
                    heads.c.origin == origin, heads.c.entries == head.entries
                )
            ).scalar_one_or_none()
            if kept is None:
                connection.execute(
                    sa.insert(heads).values(
                        origin=origin,
                        entries=head.entries,
                        head=head.hash,
                        received_at=datetime.now(timezone.utc),
                    )
                )

    def anchors(self, origin: str, newest: int | None = None) -> list[tuple[AuditHead, datetime]]:
        """Heads of a workstation's audit log with the time they came, longest log first."""
        heads = schema.audit_heads
        with self.database.reading() as connection:
            rows = connection.execute(
                sa.select(heads)
                .where(heads.c.origin == origin)
                .order_by(heads.c.entries.desc())
                .limit(newest)
            )
            return [(AuditHead(row.entries, row.head), row.received_at) for row in rows]

    def changes(self, cursor: int, limit: int) -> list[Numbered]:
        """What changed after ``cursor``, at most ``limit`` changes, in the order of commits."""
        table = schema.sync_changes
        wanted = sa.select(table).where(table.c.seq > cursor).order_by(table.c.seq).limit(limit)
        return self._numbered(wanted)

    def newest_change(self) -> Numbered | None:
        """The last change of all, None where there is none yet."""
        table = schema.sync_changes
        found = self._numbered(sa.select(table).order_by(table.c.seq.desc()).limit(1))
        return found[0] if found else None

    def _numbered(self, wanted: "sa.Select[Any]") -> list[Numbered]:
        with self.database.reading() as connection:
            rows = connection.execute(wanted)
            return [Numbered(**dict(row._mapping) | {"entity": Entity(row.entity)}) for row in rows]

    def reports(self, report_ids: Sequence[str]) -> list[ReportVersion]:
        """Reports as they are now; those that are damaged there are left out."""
        if not report_ids:
            return []
        with self.database.reading() as connection:
            return _reports(connection).readable_versions(report_ids)

    def decisions(self, ids: Sequence[str]) -> list[Decision]:
        """Decisions by id; those that are damaged there beyond reading are left out."""
        if not ids:
            return []
        with self.database.reading() as connection:
            return _decisions(connection).readable(ids)

    def _warnings(self, now: datetime) -> list[str]:
        with self.database.reading() as connection:
            flush, mode, time, self.packet_bytes = connection.execute(
                sa.text(
                    "SELECT @@innodb_flush_log_at_trx_commit, @@GLOBAL.sql_mode, UTC_TIMESTAMP(6),"
                    " @@max_allowed_packet"
                )
            ).one()
        warnings = []
        if flush != 1:
            warnings.append(
                f"{self.options.place} may lose what it confirmed when its power fails"
                " (innodb_flush_log_at_trx_commit is not 1). Tell its administrator."
            )
        if "STRICT_" not in str(mode):
            warnings.append(
                f"{self.options.place} does not check what it stores (sql_mode is not strict)."
                " Tell its administrator."
            )
        skew = abs(now - time.replace(tzinfo=timezone.utc))
        if skew > CLOCK_TOLERANCE:
            warnings.append(
                f"The clocks of this computer and of the centre differ by {_span(skew)}. Nothing is"
                " lost by it, but times in reports may mislead; set this computer's clock."
            )
        return warnings


def _take_reports(connection: sa.Connection, versions: Sequence[ReportVersion]) -> list[Answer]:
    now = datetime.now(timezone.utc)
    publisher = CentralPublisher(connection, now)
    publisher.begin()
    reports = Reports(connection, publisher, "", now)
    held = {key: Known(*row) for key, row in reports.known([v.report_id for v in versions]).items()}
    rulings = [(version, rule(version, held.get(version.report_id))) for version in versions]
    taken = [
        replace(version, revision=follows(held.get(version.report_id), version))
        for version, ruling in rulings
        if ruling is Ruling.TAKE
    ]
    reports.put(taken, SyncState.SENT)
    conflicts = [version for version, ruling in rulings if ruling is Ruling.CONFLICT]
    add_missing(connection, schema.sync_conflicts, [_conflict_row(one, now) for one in conflicts])
    publisher.publish(
        [
            Change(Entity.REPORT, one.report_id, one.revision, one.sha256, one.origin)
            for one in taken
        ]
    )
    _decisions(connection).refresh([one.report_id for one in taken])
    erased = [version.report_id for version, ruling in rulings if ruling is Ruling.ERASED]
    stones = {one.report_id: one for one in reports.versions(erased)} if erased else {}
    return [
        Answer(
            version.report_id,
            ruling,
            CONFLICT if ruling is Ruling.CONFLICT else None,
            stones.get(version.report_id),
        )
        for version, ruling in rulings
    ]


CONFLICT = (
    "The centre holds another report under this id. Both are kept: yours here and beside it at the"
    " centre. An administrator should compare them."
)

REISSUED = (
    "Another copy of this workstation has sent a decision under the same number: its disk was"
    " copied, or an old backup was put back. Run `proctor-desktop db new-identity`, then decide"
    " again."
)


def _take_decisions(
    connection: sa.Connection, decisions: Sequence[Decision], signatures: CentralSignatures
) -> list[Answer]:
    now = datetime.now(timezone.utc)
    publisher = CentralPublisher(connection, now)
    publisher.begin()
    stored = _decisions(connection)
    held = stored.by_ids([one.id for one in decisions])
    used = _used_numbers(connection, decisions, signatures)
    answers, taken = [], []
    for one in decisions:
        known = held.get(one.id)
        if known is not None:
            same = known.hash == one.hash
            answers.append(
                Answer(
                    one.id, Ruling.KNOWN if same else Ruling.CONFLICT, None if same else CONFLICT
                )
            )
        elif (one.origin, one.origin_seq) in used:
            answers.append(Answer(one.id, Ruling.CONFLICT, REISSUED))
        else:
            used.add((one.origin, one.origin_seq))
            taken.append(one)
            answers.append(Answer(one.id, Ruling.TAKE))
    stored.put(taken)
    publisher.publish([Change(Entity.DECISION, one.id, 1, one.hash, one.origin) for one in taken])
    stored.refresh([one.report_id for one in taken])
    return answers


def _used_numbers(
    connection: sa.Connection, decisions: Sequence[Decision], signatures: CentralSignatures
) -> set[tuple[str, int]]:
    """Numbers that are taken; not by what somebody wrote in the name of a workstation with a key.

    Else whoever forges the next decision of a workstation keeps its own one out.
    """
    table = schema.review_decisions
    wanted = [(one.origin, one.origin_seq) for one in decisions]
    rows = connection.execute(
        sa.select(table.c.id).where(sa.tuple_(table.c.origin, table.c.origin_seq).in_(wanted))
    )
    there = _decisions(connection).readable(list(rows.scalars()))
    return {(one.origin, one.origin_seq) for one in signatures.vouched(connection, there)}


def _reports(connection: sa.Connection) -> Reports:
    now = datetime.now(timezone.utc)
    return Reports(connection, CentralPublisher(connection, now), "", now)


def _decisions(connection: sa.Connection) -> Decisions:
    now = datetime.now(timezone.utc)
    publisher = CentralPublisher(connection, now)
    return Decisions(connection, publisher, Reports(connection, publisher, "", now), "", now)


def _conflict_row(version: ReportVersion, now: datetime) -> dict[str, object]:
    return {
        "id": str(uuid.uuid4()),
        "report_id": version.report_id,
        "origin": version.origin,
        "revision": version.revision,
        "sha256": version.sha256,
        "body": deflated(version.body),
        "noticed_at": now,
    }


def _refusal(error: sa.exc.DBAPIError) -> Exception:
    if server_code(error) in _REFUSED_CONTENT or isinstance(error, sa.exc.DataError):
        return ContentRefusedError(f"The centre cannot store it: {error.orig}.")
    return error


def _span(time: timedelta) -> str:
    minutes = int(time.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 2 * 24 * 60 else f"{minutes // (24 * 60)} days"
