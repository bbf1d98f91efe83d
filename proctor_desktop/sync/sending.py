"""From the outbox to the centre: in order, in batches, past whatever can never be stored."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from proctor_desktop.domain.review import Decision
from proctor_desktop.storage.publishing import Entity, SyncState
from proctor_desktop.storage.repositories.outbox import Message
from proctor_desktop.storage.signing import Signature
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.storage.versions import ReportVersion
from proctor_desktop.sync.receiving import Receiver
from proctor_desktop.sync.remote import Answer, Centre, ContentRefusedError
from proctor_desktop.sync.rules import Ruling

DAMAGED = (
    "It is damaged on this computer (it does not match its hash), so it was not sent. Put a backup"
    " back, or analyse the recording again."
)

TOO_LARGE = (
    "It is larger than the centre's server takes at once (max_allowed_packet is {} MB). Its"
    " administrator can raise that; then send it again."
)
_ON_THE_WAY = 1.5
"""So many times its own size a report has in a statement, where its quotes are escaped."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One thing with the newest message about it and who signed it; ``size`` in bytes."""

    message: Message
    content: ReportVersion | Decision | None
    size: int
    signatures: tuple[Signature, ...] = ()


class Sender:
    """Sends what waits; what the centre refuses is parked, visibly, and delays nothing else."""

    def __init__(
        self, store: Store, centre: Centre, receiver: Receiver, *, batch: int, batch_bytes: int
    ) -> None:
        self._store = store
        self._centre = centre
        self._receiver = receiver
        self._batch = batch
        self._batch_bytes = batch_bytes

    def send(self, is_stopped: Callable[[], bool] = lambda: False) -> int:
        """Send until nothing waits; how many things the centre holds now that it did not before.

        Raises:
            ServerUnreachableError: the rest keeps waiting; what was confirmed is marked.
        """
        sent = 0
        while not is_stopped():
            with self._store.reading() as unit:
                parcels = _packed(unit, unit.outbox.pending(self._batch))
            if not parcels:
                return sent
            for parcel in (one for one in parcels if one.content is None):
                self._park([parcel], DAMAGED)
            large = [one for one in parcels if one.size * _ON_THE_WAY > self._centre.packet_bytes]
            for parcel in large:
                self._park([parcel], TOO_LARGE.format(self._centre.packet_bytes // 1024**2))
            sound = [one for one in parcels if one.content is not None and one not in large]
            for kind in (Entity.REPORT, Entity.DECISION):
                of_kind = [one for one in sound if one.message.entity is kind]
                for portion in _portions(of_kind, self._batch_bytes):
                    sent += self._deliver(portion)
        return sent

    def _deliver(self, parcels: Sequence[Parcel]) -> int:
        """Push parcels; a batch with something in it that cannot be stored is halved."""
        try:
            answers = self._push(parcels)
        except ContentRefusedError as error:
            if len(parcels) == 1:
                self._park(parcels, str(error))
                return 0
            middle = len(parcels) // 2
            return self._deliver(parcels[:middle]) + self._deliver(parcels[middle:])
        self._settle(parcels, answers)
        return sum(answer.ruling is Ruling.TAKE for answer in answers)

    def _push(self, parcels: Sequence[Parcel]) -> list[Answer]:
        versions = [one.content for one in parcels if isinstance(one.content, ReportVersion)]
        signatures = [said for one in parcels for said in one.signatures]
        if versions:
            return self._centre.push_reports(versions, signatures)
        decisions = [one.content for one in parcels if isinstance(one.content, Decision)]
        return self._centre.push_decisions(decisions, signatures)

    def _settle(self, parcels: Sequence[Parcel], answers: Sequence[Answer]) -> None:
        """Mark what the centre confirmed; only now, after its commit."""
        by_id = {answer.entity_id: answer for answer in answers}
        stones = [answer.tombstone for answer in answers if answer.tombstone is not None]
        with self._store.writing() as unit:
            settled = [one for one in parcels if _ruling(by_id, one) is not Ruling.CONFLICT]
            unit.outbox.settle([one.message for one in settled], SyncState.SENT, None)
            unit.reports.mark_received(_of_others(unit, settled))
            for one in parcels:
                if _ruling(by_id, one) is Ruling.CONFLICT:
                    reason = by_id[one.message.entity_id].reason
                    unit.outbox.settle([one.message], SyncState.CONFLICT, reason)
        self._receiver.apply(stones, ())

    def _park(self, parcels: Sequence[Parcel], reason: str) -> None:
        with self._store.writing() as unit:
            unit.outbox.settle([one.message for one in parcels], SyncState.PARKED, reason)


def _of_others(unit: UnitOfWork, parcels: Sequence[Parcel]) -> list[str]:
    """Ids of reports that were sent for another workstation, after the centre lost them."""
    versions = [one.content for one in parcels if isinstance(one.content, ReportVersion)]
    return [one.report_id for one in versions if one.origin != unit.origin]


def _ruling(answers: dict[str, Answer], parcel: Parcel) -> Ruling:
    return answers[parcel.message.entity_id].ruling


def _packed(unit: UnitOfWork, messages: Sequence[Message]) -> list[Parcel]:
    """One parcel for each thing, with its newest content; None where that is damaged."""
    newest = {message.entity_id: message for message in messages}
    reports = [one.entity_id for one in newest.values() if one.entity is Entity.REPORT]
    versions = {one.report_id: one for one in unit.reports.readable_versions(reports)}
    decided = [one.entity_id for one in newest.values() if one.entity is Entity.DECISION]
    decisions = unit.decisions.by_ids(decided)
    said = unit.signatures.about(list(newest))
    parcels = []
    for message in newest.values():
        version = versions.get(message.entity_id)
        signatures = tuple(said.get(message.entity_id, ()))
        if message.entity is Entity.DECISION:
            decision = decisions.get(message.entity_id)
            parcels.append(Parcel(message, decision, 500, signatures))
        elif version is None or not version.is_sound:
            parcels.append(Parcel(message, None, 0))
        else:
            message = replace(message, revision=version.revision)
            signatures = tuple(one for one in signatures if one.sha256 == version.sha256)
            parcels.append(Parcel(message, version, len(version.body), signatures))
    return parcels


def _portions(parcels: Sequence[Parcel], most_bytes: int) -> Iterator[list[Parcel]]:
    """Parts that stay below a size, each with at least one parcel."""
    portion: list[Parcel] = []
    size = 0
    for parcel in parcels:
        if portion and size + parcel.size > most_bytes:
            yield portion
            portion, size = [], 0
        portion.append(parcel)
        size += parcel.size
    if portion:
        yield portion
