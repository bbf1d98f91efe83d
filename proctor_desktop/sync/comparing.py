"""What is kept here against what the centre was given: the witness that this disk cannot change."""

from collections.abc import Iterator
from dataclasses import dataclass

from proctor_desktop.storage.audit import AuditHead
from proctor_desktop.storage.publishing import Entity
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.sync.believing import believed_heads
from proctor_desktop.sync.history import Newest, newest_changes
from proctor_desktop.sync.receiving import CURSOR, DECISIONS_PUT_OFF, put_off
from proctor_desktop.sync.remote import Centre, Numbered


@dataclass(frozen=True, slots=True)
class Witness:
    """What the centre says: heads of this workstation's log, and a sentence for each difference."""

    heads: tuple[AuditHead, ...]
    differences: tuple[str, ...]


def witness(store: Store, centre: Centre) -> Witness:
    """Compare every report and decision with the centre's changes, by their hashes.

    What waits to be sent, and what was not fetched yet, is no difference.
    """
    newest = newest_changes(centre)
    with store.reading() as unit:
        heads = tuple(believed_heads(unit, centre))
        found = [*_reports(unit, newest), *_decisions(unit, newest)]
    return Witness(heads, tuple(found))


def _reports(unit: UnitOfWork, newest: Newest) -> Iterator[str]:
    held = unit.reports.known_all()
    excused = unit.outbox.unsettled() | set(put_off(unit))
    for change in _fetched(unit, newest, Entity.REPORT):
        report_id = change.entity_id
        if report_id in excused:
            continue
        if report_id not in held:
            yield f"The centre holds the report {report_id}, and it is missing here."
        elif held[report_id][2] != change.sha256:
            yield f"The report {report_id} is not the one that the centre holds."
    for report_id, (origin, *_) in held.items():
        is_confirmed = origin == unit.origin and report_id not in excused
        if is_confirmed and (Entity.REPORT, report_id) not in newest:
            yield f"The centre confirmed the report {report_id} and does not hold it any more."


def _decisions(unit: UnitOfWork, newest: Newest) -> Iterator[str]:
    held = {one.id: one for one in unit.decisions.all()}
    excused = unit.outbox.unsettled() | set(put_off(unit, DECISIONS_PUT_OFF))
    for change in _fetched(unit, newest, Entity.DECISION):
        decision_id = change.entity_id
        if decision_id in excused:
            continue
        if decision_id not in held:
            yield f"The centre holds the decision {decision_id}, and it is missing here."
        elif held[decision_id].hash != change.sha256:
            yield f"The decision {decision_id} is not the one that the centre holds."
    for one in held.values():
        is_confirmed = one.origin == unit.origin and one.id not in excused
        if is_confirmed and (Entity.DECISION, one.id) not in newest:
            yield f"The centre confirmed the decision {one.id} and does not hold it any more."


def _fetched(unit: UnitOfWork, newest: Newest, entity: Entity) -> Iterator[Numbered]:
    """Changes that must be here: those up to the cursor, and whatever this workstation made."""
    cursor = int(unit.facts.get(CURSOR) or 0)
    for (kind, _), change in newest.items():
        if kind is entity and (change.seq <= cursor or change.origin == unit.origin):
            yield change
