"""Keeps a workstation and the centre in step; the window, `serve` and `sync` share it.

It works in whatever thread calls it and never in the window's: a server that swallows every packet
costs that thread some seconds and nobody else anything.
"""

import json
import logging
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from proctor_desktop.domain.errors import ProctorError, SyncError
from proctor_desktop.report.document import utc_text
from proctor_desktop.storage import migration
from proctor_desktop.storage.audit import contradiction
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.replay import replay
from proctor_desktop.storage.repositories.facts import RESTORED
from proctor_desktop.storage.repositories.outbox import Message
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing import of_head
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.storage.versions import moment
from proctor_desktop.sync.believing import believed_heads
from proctor_desktop.sync.comparing import Witness, witness
from proctor_desktop.sync.history import (
    begin_anew,
    is_another,
    lost,
    newest_changes,
    remember_sent,
)
from proctor_desktop.sync.introducing import introduce
from proctor_desktop.sync.options import SyncOptions
from proctor_desktop.sync.receiving import DECISIONS_PUT_OFF, Receiver, put_off
from proctor_desktop.sync.remote import Centre
from proctor_desktop.sync.sending import Sender

_LAST_SUCCESS = "sync_last_success"
_TROUBLE = "sync_trouble"
_WARNINGS = "sync_warnings"
_WITNESSED = "sync_witnessed"

UNSETTLED = (
    "What is kept here is not what the centre was given: somebody must look."
    " Run `proctor-desktop verify --centre`."
)

WITNESSED_EVERY = timedelta(days=1)
ALARMS_AT_ONCE = 20
HEADS_COMPARED = 200
"""So many of the newest heads are compared at each exchange; `verify --centre` takes all."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What one exchange did."""

    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How this workstation and the centre stand, for people.

    Attributes:
        is_configured: whether there is a server at all.
        pending: things that wait to be sent.
        parked: things that the centre refused; a person must look at them.
        conflicts: reports that the centre holds with other content.
        put_off: reports and decisions that could not be taken from the centre.
        last_success: when everything was exchanged last, None if never.
        trouble: why the last exchange failed, None where it did not.
        warnings: what the administrator of the server should know.
        sentence: all of it in words.
        last_try: when this program called the server last, None where it has not yet.
        is_trying: whether it is calling right now.
        alarms: what differs from what the centre was given, until a person settles it.
    """

    is_configured: bool
    pending: int
    parked: int
    conflicts: int
    put_off: int
    last_success: datetime | None
    trouble: str | None
    warnings: tuple[str, ...]
    sentence: str
    last_try: datetime | None = None
    is_trying: bool = False
    alarms: tuple[str, ...] = ()


class Synchronizer:
    """Exchanges reports, decisions and audit heads with the centre."""

    def __init__(
        self,
        store: Store,
        evidence: EvidenceFolder,
        server: ServerOptions,
        options: SyncOptions | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self._evidence = evidence
        self._server = server
        self._options = options or SyncOptions()
        self._chance = chance
        self._centre: Centre | None = None
        self._once = threading.Lock()
        self._wake = threading.Event()
        self._is_interrupted = False
        self._last_try: datetime | None = None
        self._is_trying = False

    def use(self, server: ServerOptions, options: SyncOptions | None = None) -> None:
        """Exchange with another server from now on; nothing of `watch` may run meanwhile.

        What was said about the server before is forgotten, what waits to be sent is not.
        """
        with self._once:
            self.close()
            self._server = server
            self._options = options or self._options
            self._is_interrupted = False
            self._last_try = None
            self._wake.clear()

    def probe(self) -> str:
        """Call the server once, beside any exchange; its state in a sentence.

        Raises:
            SyncError: no server is set.
            StorageError: it does not answer, or is not ready.
        """
        if not self.is_configured:
            raise SyncError("No server is set (MYSQL_HOST), so everything stays on this computer.")
        database = Database.server(self._server)
        try:
            return migration.check(database).sentence
        finally:
            database.close()

    @property
    def is_configured(self) -> bool:
        """Whether there is a server to exchange with."""
        return bool(self._server.host)

    def run_once(self, is_stopped: Callable[[], bool] = lambda: False) -> SyncResult:
        """Send what waits, then take what is new.

        Raises:
            SyncError: it did not go through; what the centre confirmed before is marked, the rest
                waits, and `status` says why.
        """
        with self._once:
            self._is_trying = True
            try:
                result, warnings = self._exchange(is_stopped)
            except ProctorError as error:
                if not is_stopped():  # who stops in the middle meets no trouble
                    self._note(trouble=str(error))
                raise
            finally:
                self._is_trying, self._last_try = False, self._store.clock()
            self._note(trouble=None, warnings=warnings)
            return result

    def watch(
        self,
        stop: threading.Event,
        on_change: Callable[[SyncStatus], None] = lambda status: None,
        on_try: Callable[[], None] = lambda: None,
    ) -> None:
        """Exchange again and again until ``stop`` is set; troubles are noted, never raised.

        ``on_try`` is called before each exchange, ``on_change`` after it.
        """
        failures = 0
        while not stop.is_set():
            on_try()
            try:
                self.run_once(stop.is_set)
                failures = 0
            except ProctorError as error:
                if stop.is_set():
                    return
                failures += 1
                logger.warning("exchange failed: %s", error)
            on_change(self.status())
            self._pause(stop, self.pause(failures))

    def wake(self) -> None:
        """Let `watch` go on at once, because something was saved; may be called from any thread."""
        self._wake.set()

    def interrupt(self) -> None:
        """Wait for no answer any more, because the program ends; from any thread.

        What the centre confirmed is marked, and the rest is sent by the next start.
        """
        self._is_interrupted = True
        centre = self._centre
        if centre is not None:
            centre.database.interrupt()
        self.wake()

    def pause(self, failures: int) -> float:
        """Seconds until the next exchange.

        After failures a random part of a span that doubles, so that a hall full of workstations
        does not come back in the same second.
        """
        if failures == 0:
            return self._options.interval_sec
        longest = min(self._options.longest_wait_sec, 2.0 ** min(failures, 16))
        return self._chance() * longest

    def retry_parked(self) -> int:
        """Put everything that was refused back in line; how many."""
        with self._store.writing() as unit:
            count = unit.outbox.retry_parked()
        self.wake()
        return count

    def refused(self) -> list[Message]:
        """What the centre refused, and what it holds with other content, with its reasons."""
        with self._store.reading() as unit:
            return unit.outbox.refused()

    def status(self) -> SyncStatus:
        """How it stands; asks this computer only, never the server."""
        with self._store.reading() as unit:
            counts = unit.outbox.counts()
            success = unit.facts.get(_LAST_SUCCESS)
            trouble = unit.facts.get(_TROUBLE) or None
            warnings = tuple(json.loads(unit.facts.get(_WARNINGS) or "[]"))
            absent = len(put_off(unit)) + len(put_off(unit, DECISIONS_PUT_OFF))
            alarms = tuple(unit.alarms.standing())
        pending, parked = counts.get(SyncState.PENDING, 0), counts.get(SyncState.PARKED, 0)
        conflicts = counts.get(SyncState.CONFLICT, 0)
        last = None if success is None else moment(success)
        words = _sentence(self.is_configured, pending, parked + conflicts, absent, last, trouble)
        words = " ".join([*([UNSETTLED] if alarms else []), words])
        return SyncStatus(
            is_configured=self.is_configured,
            pending=pending,
            parked=parked,
            conflicts=conflicts,
            put_off=absent,
            last_success=last,
            trouble=trouble,
            warnings=warnings,
            sentence=words,
            last_try=self._last_try,
            is_trying=self._is_trying,
            alarms=alarms,
        )

    def connect(self) -> Centre:
        """The way to the server; nothing is sent yet.

        Raises:
            SyncError: no server is set.
            InsecureConnectionError: it could not be verified, so it is not called at all.
        """
        if not self.is_configured:
            raise SyncError("No server is set (MYSQL_HOST), so everything stays on this computer.")
        if self._centre is None:
            self._centre = Centre(self._server)
        if self._is_interrupted:  # before there was a way to cut
            self._centre.database.interrupt()
        return self._centre

    def close(self) -> None:
        """Close the connection to the server."""
        if self._centre is not None:
            self._centre.close()
            self._centre = None

    def _exchange(self, is_stopped: Callable[[], bool]) -> tuple[SyncResult, list[str]]:
        centre = self.connect()
        warnings = centre.check(self._store.clock())
        warnings += introduce(self._store, centre)
        receiver = Receiver(
            self._store,
            centre,
            self._evidence,
            batch=self._options.batch,
            takes_back=self._went_back(centre),
        )
        sender = Sender(
            self._store,
            centre,
            receiver,
            batch=self._options.batch,
            batch_bytes=self._options.batch_bytes,
        )
        if is_another(self._store, centre):
            begin_anew(self._store, newest_changes(centre))
        sent = sender.send(is_stopped)
        if sent:
            remember_sent(self._store, centre)
        received = receiver.receive(is_stopped)
        with self._store.reading() as unit:
            head = unit.audit.head()
        if head.entries:
            signed = self._store.signer().sign(of_head(self._store.origin, head))
            centre.push_audit_head(self._store.origin, head, [signed])
        self._compare(centre)
        return SyncResult(sent, received), warnings

    def _went_back(self, centre: Centre) -> bool:
        """Whether an old copy of this database was put back, and not everything fetched since.

        Compares the log with the heads that the centre was given, before anything is added to it.
        """
        with self._store.reading() as unit:
            was_restored = unit.facts.get(RESTORED) == "yes"
            heads = believed_heads(unit, centre, HEADS_COMPARED)
            wrong = unit.audit.contradictions(heads)
            settled = replay(unit.audit.entries()).settled if wrong else set()
            entries = unit.audit.head().entries
        found = [contradiction(one, entries) for one in wrong if one not in settled]
        self._raise_alarms(found[:1])
        return was_restored or bool(found)

    def _compare(self, centre: Centre) -> None:
        """Once a day, ask the centre for everything that it was given."""
        with self._store.reading() as unit:
            last = unit.facts.get(_WITNESSED)
        if last is not None and self._store.clock() - moment(last) < WITNESSED_EVERY:
            return
        with self._store.reading() as unit:
            newest = newest_changes(centre)
            is_lacking = any(lost(unit, newest))
        if is_lacking:
            begin_anew(self._store, newest)
        found = witness(self._store, centre).differences
        self._raise_alarms(found[:ALARMS_AT_ONCE])
        with self._store.writing() as unit:
            unit.facts.set(_WITNESSED, utc_text(unit.now))

    def _raise_alarms(self, found: Sequence[str]) -> None:
        """Keep what was found, but for what a person settled before."""
        if not found:
            return
        with self._store.writing() as unit:
            known = replay(unit.audit.entries()).alarms
            unit.alarms.add([one for one in found if one not in known])

    def witness(self) -> Witness:
        """Ask the centre what it knows of this workstation, and compare everything.

        Raises:
            SyncError: no server is set.
            ServerUnreachableError: it does not answer.
        """
        with self._once:
            centre = self.connect()
            centre.check(self._store.clock())
            return witness(self._store, centre)

    def _note(self, *, trouble: str | None, warnings: list[str] | None = None) -> None:
        with self._store.writing() as unit:
            unit.facts.set(_TROUBLE, trouble or "")
            if trouble is None:
                unit.facts.set(RESTORED, "")
                unit.facts.set(_LAST_SUCCESS, utc_text(unit.now))
                unit.facts.set(_WARNINGS, json.dumps(warnings or []))

    def _pause(self, stop: threading.Event, seconds: float) -> None:
        """Wait, but not past a wake-up or a stop."""
        step = 0.2
        while seconds > 0 and not stop.is_set() and not self._wake.is_set():
            stop.wait(min(step, seconds))
            seconds -= step
        self._wake.clear()


def _sentence(
    is_configured: bool,
    pending: int,
    refused: int,
    absent: int,
    last: datetime | None,
    trouble: str | None,
) -> str:
    if not is_configured:
        return "No server is set: reports stay on this computer."
    parts = []
    if trouble:
        parts.append(trouble)
    if pending:
        parts.append(f"{pending} {'change waits' if pending == 1 else 'changes wait'} to be sent.")
    if refused:
        parts.append(f"{refused} could not be stored by the centre; look at them.")
    if absent:
        parts.append(f"{absent} could not be taken from the centre and are asked for again.")
    if not parts:
        parts.append("Everything is exchanged with the centre.")
    if last is not None:
        parts.append(f"Last success: {last:%Y-%m-%d %H:%M} UTC.")
    return " ".join(parts)
