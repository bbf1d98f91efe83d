"""One transaction with every repository in it: all of it is kept, or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone

import sqlalchemy as sa

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage.audit import AuditHead, AuditLog, read_anchor, write_anchor
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceRows
from proctor_desktop.storage.publishing import CentralPublisher, LocalPublisher, Publisher
from proctor_desktop.storage.repositories.alarms import Alarms
from proctor_desktop.storage.repositories.bin import BinRows
from proctor_desktop.storage.repositories.decisions import Decisions
from proctor_desktop.storage.repositories.exams import Exams
from proctor_desktop.storage.repositories.facts import ORIGIN, RESTORED, Facts
from proctor_desktop.storage.repositories.listing import Listing, Totals
from proctor_desktop.storage.repositories.outbox import Outbox
from proctor_desktop.storage.repositories.places import Places
from proctor_desktop.storage.repositories.reports import Reports
from proctor_desktop.storage.signal_store import SignalStore

_CAUGHT_UP = "review_results"
"""Fact: set when every review that was there has its row in ``review_results``."""

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(timezone.utc)


class UnitOfWork:
    """The repositories, all on one connection and at one moment."""

    def __init__(
        self,
        connection: sa.Connection,
        publisher: Publisher,
        origin: str,
        now: datetime,
        totals: Totals | None = None,
    ) -> None:
        self.connection = connection
        self.now = now
        self.origin = origin
        self.facts = Facts(connection)
        self.reports = Reports(connection, publisher, origin, now)
        self.listing = Listing(connection, totals)
        self.audit = AuditLog(connection, publisher, now)
        self.decisions = Decisions(connection, publisher, self.reports, origin, now, self.audit)
        self.signals = SignalStore(connection)
        self.evidence = EvidenceRows(connection)
        self.alarms = Alarms(self.facts)
        self.outbox = Outbox(connection, now)
        self.exams = Exams(connection)
        self.bin = BinRows(connection, now)
        self.places = Places(connection)


class Store:
    """Hands out units of work on one database."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self.database = database
        self.clock = clock
        self._origin: str | None = None
        self._totals = None if database.is_local else Totals()

    @property
    def origin(self) -> str:
        """Id of this database among all that sync; made when it is first asked for."""
        if self._origin is None:
            # Whoever only reads must be able to where nothing can be written.
            with self.database.reading() as connection:
                self._origin = Facts(connection).get(ORIGIN)
        if self._origin is None:
            with self.database.writing() as connection:
                self._origin = Facts(connection).origin()
        return self._origin

    def renew_origin(self) -> str:
        """Give this database a new id, after its disk was copied or a backup put back."""
        before = self.origin
        with self.writing() as unit:
            made = unit.facts.renew_origin()
            unit.audit.append("this computer", "identity_renewed", made, before=before)
        self._origin = made
        return made

    def note_restored(self, backup: str) -> None:
        """Say in log and facts that a backup was put back; the next exchange fetches the rest."""
        with self.writing() as unit:
            unit.audit.append("this computer", "database_restored", backup)
            unit.facts.set(RESTORED, "yes")

    def catch_up(self) -> None:
        """Fill in what the list shows of reviews that an older version kept; once."""
        with self.reading() as unit:
            is_done = not self.database.is_local or unit.facts.get(_CAUGHT_UP) is not None
        if not is_done:
            with self.writing() as unit:
                unit.decisions.refresh(unit.decisions.decided())
                unit.facts.set(_CAUGHT_UP, "yes")

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A unit that sees one state and changes nothing."""
        origin = self.origin
        with self.database.reading() as connection:
            now = self.clock()
            publisher = self._publisher(connection, now)
            yield UnitOfWork(connection, publisher, origin, now, self._totals)

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """A unit that is kept when the block ends, and dropped when it raises.

        What it appended to the audit log is anchored beside the database, after its commit.
        """
        origin = self.origin
        with self.database.writing() as connection:
            now = self.clock()
            unit = UnitOfWork(connection, self._publisher(connection, now), origin, now)
            yield unit
        if unit.audit.appended is not None:
            self._anchor(unit.audit.appended)

    def _anchor(self, head: AuditHead) -> None:
        """Write the head beside the database, unless that would cover up a contradiction."""
        if self.database.path is None:
            return
        folder = self.database.path.parent
        # Everything is kept already; an older anchor is still a good one.
        with suppress(StorageError):
            anchored = read_anchor(folder)
            if anchored is None or self._has(anchored):
                write_anchor(folder, head)

    def _has(self, head: AuditHead) -> bool:
        with self.database.reading() as connection:
            log = AuditLog(connection, LocalPublisher(connection, self.clock()), self.clock())
            return not log.contradictions([head])

    def anchor_anew(self) -> None:
        """Write the head as it is now beside the database, after a person settled an alarm."""
        if self.database.path is not None:
            with self.reading() as unit:
                head = unit.audit.head()
            write_anchor(self.database.path.parent, head)

    def _publisher(self, connection: sa.Connection, now: datetime) -> Publisher:
        if self.database.is_local:
            return LocalPublisher(connection, now)
        return CentralPublisher(connection, now)
