"""One transaction with every repository in it: all of it is kept, or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone

import sqlalchemy as sa

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage.audit import AuditHead, AuditLog, read_anchor, write_anchor
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceRows
from proctor_desktop.storage.own_statements import is_told, own_statements
from proctor_desktop.storage.publishing import CentralPublisher, LocalPublisher, Publisher
from proctor_desktop.storage.replay import replay
from proctor_desktop.storage.repositories.alarms import Alarms
from proctor_desktop.storage.repositories.bin import BinRows
from proctor_desktop.storage.repositories.decisions import Decisions
from proctor_desktop.storage.repositories.exams import Exams
from proctor_desktop.storage.repositories.facts import (
    ORIGIN,
    RESTORED,
    SIGNATURES_SENT,
    SIGNED_WITH,
    Facts,
)
from proctor_desktop.storage.repositories.listing import Listing, Totals
from proctor_desktop.storage.repositories.outbox import Outbox
from proctor_desktop.storage.repositories.places import Places
from proctor_desktop.storage.repositories.reports import Reports
from proctor_desktop.storage.repositories.signatures import Signatures
from proctor_desktop.storage.repositories.workstation_keys import WorkstationKeys
from proctor_desktop.storage.signal_store import SignalStore
from proctor_desktop.storage.signing import Signer
from proctor_desktop.storage.signing_keys import SigningKeys

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
        signer: Callable[[], Signer] | None = None,
    ) -> None:
        """Without a ``signer`` nothing is signed."""
        self.connection = connection
        self.now = now
        self.origin = origin
        self.facts = Facts(connection)
        self.signatures = Signatures(connection, signer)
        self.keys = WorkstationKeys(connection)
        self.reports = Reports(connection, publisher, origin, now, self.signatures)
        self.listing = Listing(connection, totals)
        self.audit = AuditLog(connection, publisher, now)
        self.decisions = Decisions(
            connection, publisher, self.reports, origin, now, self.audit, self.signatures
        )
        self.signals = SignalStore(connection)
        self.evidence = EvidenceRows(connection)
        self.alarms = Alarms(self.facts)
        self.outbox = Outbox(connection, now)
        self.exams = Exams(connection)
        self.bin = BinRows(connection, now)
        self.places = Places(connection)


class Store:
    """Hands out units of work on one database."""

    def __init__(
        self, database: Database, clock: Clock = utc_now, keys: SigningKeys | None = None
    ) -> None:
        """``keys`` are those of this workstation; beside its file where none are given."""
        self.database = database
        path = database.path
        self._keys = keys or (None if path is None else SigningKeys(path.parent))
        self._signer: Signer | None = None
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
        if self._keys is not None:
            self._keys.forget(before)
        with self.writing() as unit:
            refused = unit.outbox.conflicting_decisions()
            unit.decisions.say_again(list(unit.decisions.by_ids(refused).values()))
            unit.outbox.said_again(refused)
        return made

    def signer(self) -> Signer:
        """Who signs in the name of this workstation; the key is made at the first call.

        Raises:
            StorageError: the key cannot be read.
            LookupError: this is a server, which speaks for nobody.
        """
        if self._keys is None:
            raise LookupError("the database of a server")
        if self._signer is None or self._signer.origin != self.origin:
            self._signer = self._keys.made(self.origin)
        return self._signer

    def note_restored(self, backup: str) -> None:
        """Say in log and facts that a backup was put back; the next exchange fetches the rest."""
        with self.writing() as unit:
            unit.audit.append("this computer", "database_restored", backup)
            unit.facts.set(RESTORED, "yes")
            unit.facts.set(SIGNED_WITH, "")

    def catch_up(self) -> None:
        """Fill in what the list shows of reviews that an older version kept; once."""
        with self.reading() as unit:
            is_done = not self.database.is_local or unit.facts.get(_CAUGHT_UP) is not None
        if not is_done:
            with self.writing() as unit:
                unit.decisions.refresh(unit.decisions.decided())
                unit.facts.set(_CAUGHT_UP, "yes")
        self._sign_older()

    def _sign_older(self) -> None:
        """Sign what was kept before there was this key, as far as the log tells it; once."""
        if self._keys is None:
            return
        key = self.signer().public_key
        with self.reading() as unit:
            is_done = unit.facts.get(SIGNED_WITH) == key
        if not is_done:
            with self.writing() as unit:
                told = replay(unit.audit.entries())
                said = [one for one in own_statements(unit) if is_told(told, one)]
                unit.signatures.sign(unit.signatures.unsigned(said))
                unit.facts.set(SIGNED_WITH, key)
                unit.facts.set(SIGNATURES_SENT, "")
                unit.audit.append("this computer", "key_made", unit.origin, public_key=key)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A unit that sees one state and changes nothing."""
        origin = self.origin
        with self.database.reading() as connection:
            now = self.clock()
            publisher = self._publisher(connection, now)
            yield UnitOfWork(connection, publisher, origin, now, self._totals, self._speaks())

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """A unit that is kept when the block ends, and dropped when it raises.

        What it appended to the audit log is anchored beside the database, after its commit.
        """
        origin = self.origin
        with self.database.writing() as connection:
            now = self.clock()
            publisher = self._publisher(connection, now)
            unit = UnitOfWork(connection, publisher, origin, now, signer=self._speaks())
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

    def _speaks(self) -> Callable[[], Signer] | None:
        return None if self._keys is None else self.signer

    def _publisher(self, connection: sa.Connection, now: datetime) -> Publisher:
        if self.database.is_local:
            return LocalPublisher(connection, now)
        return CentralPublisher(connection, now)
