"""The centre is restored from a backup, wiped, or swapped: nothing that it confirmed is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.server import ServerOptions
from tests.storage.going_back import put_back, random_history, snapshot
from tests.storage.samples import a_report
from tests.storage.workstations import Workstation, changes, held, workstation

pytestmark = pytest.mark.server

Make = Callable[[str], Workstation]


@pytest.fixture
def make(tmp_path: Path, empty_file: Path, central_options: ServerOptions) -> Iterator[Make]:
    made: list[Workstation] = []

    def make(name: str) -> Workstation:
        made.append(workstation(tmp_path / name, empty_file, central_options))
        return made[-1]

    yield make
    for one in made:
        one.close()


def keep(at: Workstation, count: int = 1) -> list[str]:
    made = [a_report() for _ in range(count)]
    for report in made:
        at.reports.keep(report, actor="test")
    return [report.report_id for report in made]


def exchange(*ends: Workstation) -> None:
    for _ in range(2):
        for at in ends:
            at.sync.run_once()


@pytest.mark.parametrize("state", ["restored", "wiped"])
def test_a_centre_that_went_back_gets_everything_again(
    make: Make, central: Database, state: str
) -> None:
    """R29. Mutant: `marks_unread` (`is_another` is never true) loses them for ever."""
    east, west = make("east"), make("west")
    wiped = snapshot(central)
    keep(east, 3)
    exchange(east, west)
    backup = snapshot(central)
    (judged, *_) = keep(east, 3)
    exchange(east, west)
    ReviewService(west.store).decide(judged, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")
    exchange(west, east)
    put_back(central, backup if state == "restored" else wiped)
    keep(west, 4)
    exchange(east, west)
    assert len(held(central)) == 10
    assert east.held() == west.held() == held(central)
    new = make("new")
    exchange(new)
    assert new.held() == held(central)
    assert ReviewService(new.store).states(judged)["I001"] is IncidentState.CONFIRMED
    assert all("put back to an earlier state" in at.sync.status().alarms[0] for at in (east, west))
    assert east.reports.summary(judged).sync is SyncState.SENT
    assert west.reports.summary(judged).sync is SyncState.RECEIVED


def test_what_another_workstation_made_is_sent_again_by_whoever_has_it(
    make: Make, central: Database
) -> None:
    east, west = make("east"), make("west")
    wiped = snapshot(central)
    (report_id,) = keep(east)
    exchange(east, west)
    east.close()
    put_back(central, wiped)
    exchange(west)
    assert {one for one, _, _ in held(central)} == {report_id}
    assert west.reports.summary(report_id).sync is SyncState.RECEIVED


def test_a_push_that_was_undone_before_the_cursor_moved_is_noticed(
    make: Make, central: Database
) -> None:
    east = make("east")
    keep(east)
    exchange(east)
    backup = snapshot(central)
    stop = iter([False, False, True, True, True])
    (report_id,) = keep(east)
    east.sync.run_once(lambda: next(stop, True))
    assert len(held(central)) == 2, "sent, and nothing received after it"
    put_back(central, backup)
    exchange(east)
    assert report_id in {one for one, _, _ in held(central)}


def test_what_was_erased_stays_erased(make: Make, central: Database) -> None:
    east, west = make("east"), make("west")
    (report_id,) = keep(east)
    exchange(east, west)
    backup = snapshot(central)
    west.reports.erase(report_id, reason="asked for", actor="Ada")
    exchange(west, east)
    put_back(central, backup)
    exchange(east, west)
    new = make("new")
    exchange(new)
    assert new.reports.ids() == []


def test_what_came_as_a_package_is_not_sent_then_either(
    make: Make, central: Database, tmp_path: Path, empty_file: Path
) -> None:
    away = workstation(tmp_path / "away", empty_file, ServerOptions())
    (report_id,) = keep(away)
    ReviewService(away.store).decide(report_id, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")
    away.packages.export(report_id, tmp_path / "p", actor="Ada")
    away.close()
    east = make("east")
    keep(east)
    wiped = snapshot(central)
    exchange(east)
    east.packages.take(tmp_path / "p", actor="Ada")
    put_back(central, wiped)
    exchange(east)
    assert len(changes(central)) == 1


def test_a_cursor_of_version_0_1_0_is_believed_while_its_number_is_there(
    make: Make, central: Database
) -> None:
    east = make("east")
    wiped = snapshot(central)
    keep(east, 2)
    exchange(east)
    with east.store.database.writing() as connection:
        facts = schema.store_facts
        connection.execute(sa.delete(facts).where(facts.c.name.like("sync_%_mark")))
    exchange(east)
    assert east.sync.status().alarms == ()
    with east.store.database.writing() as connection:
        connection.execute(sa.delete(facts).where(facts.c.name.like("sync_%_mark")))
    put_back(central, wiped)
    exchange(east)
    assert len(held(central)) == 2


@pytest.mark.parametrize("seed", range(4))
def test_random_histories_lose_nothing(make: Make, central: Database, seed: int) -> None:
    """200 of them: `python -m tests.storage.soak histories --times 200`."""
    random_history(make, central, seed=seed)
