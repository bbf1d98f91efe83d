"""Whether the centre still has the history that this workstation knows, and what if not.

A server that is restored from a backup, wiped or swapped for another one gives the same numbers out
again. So the change at the cursor, and the newest one after each push, are remembered as they were.
Where one of them is another one now, everything that the centre lacks is sent again and everything
is fetched again; both do no harm where it is known.
"""

from collections.abc import Iterator

from proctor_desktop.storage.publishing import Entity
from proctor_desktop.storage.replay import replay
from proctor_desktop.storage.repositories.facts import SIGNATURES_SENT
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.storage.versions import BY_FILE
from proctor_desktop.sync.receiving import CURSOR, CURSOR_MARK, mark
from proctor_desktop.sync.remote import Centre, Numbered

SENT_MARK = "sync_sent_mark"
WENT_BACK = (
    "The centre was put back to an earlier state, or another one is in its place (noticed {} UTC)."
    " What it lacks is sent again, and everything is fetched again."
)

_AT_ONCE = 5000

Newest = dict[tuple[Entity, str], Numbered]


def is_another(store: Store, centre: Centre) -> bool:
    """Whether the centre's history is not the one that was seen before."""
    with store.reading() as unit:
        cursor = int(unit.facts.get(CURSOR) or 0)
        marks = [unit.facts.get(name) for name in (CURSOR_MARK, SENT_MARK)]
    known = [one for one in marks if one]
    if cursor and not marks[0]:  # the cursor of a version that remembered its number alone
        return not centre.changes(cursor - 1, 1)
    return any(_at(centre, int(one.split(" ")[0])) != one for one in known)


def remember_sent(store: Store, centre: Centre) -> None:
    """Note the centre's newest change after a push, which the next restore may undo."""
    newest = centre.newest_change()
    if newest is not None:
        with store.writing() as unit:
            unit.facts.set(SENT_MARK, mark(newest))


def newest_changes(centre: Centre) -> Newest:
    """The newest change of everything that the centre was ever given."""
    return {(one.entity, one.entity_id): one for one in _changes(centre)}


def begin_anew(store: Store, newest: Newest) -> int:
    """Queue what the centre lacks, and fetch everything again; how many things it lacked."""
    with store.writing() as unit:
        reports, decisions = lost(unit, newest)
        unit.reports.publish_again(reports)
        unit.decisions.publish_again(decisions)
        unit.facts.set(CURSOR, "0")
        for name in (CURSOR_MARK, SENT_MARK, SIGNATURES_SENT):
            unit.facts.set(name, "")
        unit.alarms.add([WENT_BACK.format(f"{unit.now:%Y-%m-%d %H:%M}")])
        unit.audit.append(
            "exchange", "centre_went_back", "", reports=len(reports), decisions=len(decisions)
        )
    return len(reports) + len(decisions)


def lost(unit: UnitOfWork, newest: Newest) -> tuple[list[str], list[str]]:
    """Ids of reports and decisions that the centre gave or confirmed, and does not have any more.

    What came by file was never its own, and what waits to be sent is no loss.
    """
    waiting = unit.outbox.unsettled()
    reports = [
        report_id
        for report_id, (_, revision, sha256, deleted) in unit.reports.known_all().items()
        if report_id not in waiting
        and revision != BY_FILE
        and _is_lost(newest.get((Entity.REPORT, report_id)), revision, sha256, deleted)
    ]
    by_file = replay(unit.audit.entries()).by_file
    decisions = [
        one.id
        for one in unit.decisions.all()
        if (Entity.DECISION, one.id) not in newest
        and one.id not in waiting
        and (one.id not in by_file or one.origin == unit.origin)
    ]
    return reports, decisions


def _is_lost(there: Numbered | None, revision: int, sha256: str, deleted: bool) -> bool:
    if there is None or there.sha256 == sha256:
        return there is None
    return deleted or there.revision < revision


def _at(centre: Centre, seq: int) -> str:
    return "".join(mark(one) for one in centre.changes(seq - 1, 1))


def _changes(centre: Centre) -> Iterator[Numbered]:
    seq = 0
    while part := centre.changes(seq, _AT_ONCE):
        yield from part
        seq = part[-1].seq
