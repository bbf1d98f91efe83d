"""Somebody with the one account of the workstations writes in another one's name at the centre."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage.audit import ANCHOR_NAME
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.repositories.decisions import sealed
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.versions import version_of
from proctor_desktop.sync.remote import Centre
from tests.storage.samples import a_report
from tests.storage.workstations import Workstation, workstation

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


@pytest.fixture
def centre(central_options: ServerOptions) -> Iterator[Centre]:
    """What a workstation's account can do."""
    centre = Centre(central_options)
    yield centre
    centre.close()


def judged(at: Workstation) -> str:
    report = a_report()
    at.reports.keep(report, actor="test")
    reviews = ReviewService(at.store)
    reviews.decide(report.report_id, "I001", Verdict.CONFIRM, reason="seen", reviewer="Ada")
    return report.report_id


def test_a_revision_that_its_owner_did_not_make_is_left_and_told(
    make: Make, centre: Centre
) -> None:
    east = make("east")
    report_id = judged(east)
    east.sync.run_once()
    true = east.reports.get(report_id)
    centre.push_reports(
        [version_of(replace(true, risk_classification="CLEAN"), east.store.origin, 2)]
    )
    for _ in range(2):
        east.sync.run_once()
        assert east.reports.get(report_id) == true
    (alarm,) = east.sync.status().alarms
    assert report_id in alarm
    assert "did not make it" in alarm


def test_a_report_that_its_owner_never_kept_is_left_and_told(make: Make, centre: Centre) -> None:
    east = make("east")
    forged = a_report()
    centre.push_reports([version_of(forged, east.store.origin, 1)])
    east.sync.run_once()
    assert east.reports.ids() == []
    assert forged.report_id in east.sync.status().alarms[0]


def test_a_decision_that_its_owner_did_not_make_is_left_and_told(
    make: Make, centre: Centre
) -> None:
    east = make("east")
    report_id = judged(east)
    east.sync.run_once()
    (true,) = ReviewService(east.store).decisions(report_id)
    forged = sealed(
        replace(
            true,
            id="dddddddd-0000-4000-8000-000000000001",
            verdict=Verdict.DISMISS,
            reviewer="anna",
            reason="nothing",
            parents=(true.id,),
            origin_seq=2,
            prev_hash=true.hash,
            decided_at=datetime(2026, 3, 5, tzinfo=timezone.utc),
        )
    )
    centre.push_decisions([forged])
    east.sync.run_once()
    assert ReviewService(east.store).states(report_id)["I001"] is IncidentState.CONFIRMED
    assert forged.id in east.sync.status().alarms[0]
    assert east.verification.verify(east.sync.witness()).faults != ()


def test_what_an_old_backup_lacks_comes_back_from_the_centre(make: Make, tmp_path: Path) -> None:
    """The head of the log at the centre says that it is this workstation that went back."""
    east = make("east")
    first = judged(east)
    east.sync.run_once()
    east.close()
    for name in (FILE_NAME, ANCHOR_NAME):
        shutil.copy(east.folder / name, tmp_path / f"backup of {name}")
    east = make("east")
    second = judged(east)
    ReviewService(east.store).decide(
        first, "I002", Verdict.DISMISS, reason="a cough", reviewer="Ada"
    )
    east.sync.run_once()
    east.close()
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (east.folder / name).unlink(missing_ok=True)
    for name in (FILE_NAME, ANCHOR_NAME):
        shutil.copy(tmp_path / f"backup of {name}", east.folder / name)
    east = make("east")
    assert east.reports.ids() == [first]
    east.sync.run_once()
    assert set(east.reports.ids()) == {first, second}
    assert ReviewService(east.store).states(first)["I002"] is IncidentState.DISMISSED
    assert any("old backup" in alarm for alarm in east.sync.status().alarms)
    east.verification.settle(reason="it was", actor="Ada", centre=east.sync.witness())
    assert east.verification.verify(east.sync.witness()).faults == ()


def test_a_restored_database_takes_back_what_its_log_does_not_tell(
    make: Make, tmp_path: Path, centre: Centre
) -> None:
    """The centre was given the report, and no head of a log since then."""
    east = make("east")
    report = a_report()
    centre.push_reports([version_of(report, east.store.origin, 1)])
    east.store.note_restored("reports.backup-0001.sqlite3")
    east.sync.run_once()
    assert east.reports.get(report.report_id) == report
    assert east.verification.verify(east.sync.witness()).faults == ()
