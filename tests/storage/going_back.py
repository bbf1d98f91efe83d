"""A centre whose data go back in time, and workstations that go on."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from proctor_desktop.domain.review import Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import Database
from tests.storage.samples import a_report
from tests.storage.workstations import Workstation

Snapshot = dict[str, list[dict[str, object]]]


def snapshot(central: Database) -> Snapshot:
    """Every row of the centre, as a backup has it."""
    with central.reading() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(sa.select(table))]
            for table in schema.METADATA.sorted_tables
        }


def put_back(central: Database, backup: Snapshot) -> None:
    """The centre as it was then."""
    with central.writing() as connection:
        for table in schema.METADATA.sorted_tables:
            connection.execute(sa.delete(table))
            if backup[table.name]:
                connection.execute(sa.insert(table), backup[table.name])


@dataclass
class Acknowledged:
    """What the centre confirmed at any time: reports that live, erased ones, decisions."""

    reports: set[str] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)


def random_history(
    make: Callable[[str], Workstation], central: Database, *, seed: int, steps: int = 25
) -> int:
    """Three workstations that work, exchange and erase while the centre is put back now and then.

    Asserts that in the end all of them and the centre hold everything that was acknowledged; how
    many times the centre went back.
    """
    source = random.Random(seed)
    ends = [make(name) for name in ("east", "west", "north")]
    empty, backups, restores = snapshot(central), [], 0
    said = Acknowledged()
    for _ in range(steps):
        deed = source.choices(
            ("keep", "judge", "change", "erase", "sync", "backup", "restore"), (5, 5, 2, 1, 8, 2, 2)
        )[0]
        at = source.choice(ends)
        if deed == "backup":
            backups.append(snapshot(central))
        elif deed == "restore":
            put_back(central, source.choice([empty, *backups]))
            restores += 1
        elif deed == "sync":
            at.sync.run_once()
            _acknowledge(said, at)
        else:
            _work(at, deed, source)
    for _ in range(3):
        for at in ends:
            at.sync.run_once()
    for at in ends:
        _acknowledge(said, at)
    _assert_converged(ends, central, said)
    return restores


def _work(at: Workstation, deed: str, source: random.Random) -> None:
    ids = at.reports.ids()
    own = [one for one in ids if _is_own(at, one)]
    if deed == "keep" or not ids:
        at.reports.keep(a_report(), actor="test")
    elif deed == "judge":
        ReviewService(at.store).decide(
            source.choice(ids),
            source.choice(("I001", "I002")),
            source.choice((Verdict.CONFIRM, Verdict.DISMISS)),
            reason="seen",
            reviewer="Ada",
        )
    elif deed == "erase":
        at.reports.erase(source.choice(ids), reason="asked for", actor="Ada")
    elif own:
        report = at.reports.get(source.choice(own))
        score = round(source.random(), 6)
        at.reports.keep(replace(report, confidence_score=score), actor="test")


def _is_own(at: Workstation, report_id: str) -> bool:
    with at.store.reading() as unit:
        return unit.reports.known([report_id])[report_id][0] == unit.origin


def _acknowledge(said: Acknowledged, at: Workstation) -> None:
    """Everything here was confirmed by the centre, or came from there."""
    with at.store.reading() as unit:
        waiting = unit.outbox.unsettled()
        for report_id, (_, _, _, deleted) in unit.reports.known_all().items():
            if report_id not in waiting:
                (said.erased if deleted else said.reports).add(report_id)
        said.decisions |= {one.id for one in unit.decisions.all() if one.id not in waiting}


def _assert_converged(ends: list[Workstation], central: Database, said: Acknowledged) -> None:
    known = []
    for database in (central, *(at.store.database for at in ends)):
        meta, decisions = schema.report_sync_meta, schema.review_decisions
        columns = (meta.c.report_id, meta.c.sha256, meta.c.deleted)
        with database.reading() as connection:
            reports = {tuple(row) for row in connection.execute(sa.select(*columns))}
            decided = set(connection.execute(sa.select(decisions.c.id)).scalars())
        known.append((reports, decided))
    reports, decided = known[0]
    assert all(one == known[0] for one in known), "they do not hold the same"
    assert said.decisions <= decided, "a decision is lost"
    assert said.reports | said.erased <= {row[0] for row in reports}, "a report is lost"
    assert said.erased <= {row[0] for row in reports if row[2]}, "something erased came back"
    for at in ends:
        assert at.verification.verify(at.sync.witness()).faults == tuple(at.sync.status().alarms)
