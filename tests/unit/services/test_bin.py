"""The bin: a deleted report is hidden, can be restored, and is erased when its time is over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.domain.review import Verdict
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import NOW, a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation

REPORT_ID = "aaaaaaaa-0000-0000-0000-000000000001"


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def at(tmp_path: Path, clock: Clock) -> Iterator[Workstation]:
    path = tmp_path / "empty.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    made = workstation(tmp_path / "here", path, ServerOptions(), clock=clock)
    picture = a_picture()
    report = a_report(report_id=REPORT_ID, pictures=(picture,))
    made.reports.keep(report, some_signals(10), (picture,), actor="test")
    yield made
    made.close()


@pytest.fixture
def bin_of(at: Workstation) -> Callable[..., BinService]:
    return lambda **options: BinService(at.store, at.retention, **options)


def delete(at: Workstation) -> None:
    at.reports.delete(REPORT_ID, reason="wrong recording", actor="Ada")


def tombstones(at: Workstation) -> int:
    return sum(row[1] > 1 for row in at.held())


def test_a_deleted_report_is_hidden_everywhere(at: Workstation, tmp_path: Path) -> None:
    delete(at)
    assert at.reports.page().total == 0
    assert at.reports.ids() == []
    assert at.reports.exams() == []
    assert at.reports.pictures(REPORT_ID) == []
    for ask in (
        lambda: at.reports.get(REPORT_ID),
        lambda: at.reports.summary(REPORT_ID),
        lambda: at.reports.signals(REPORT_ID),
        lambda: at.reports.material(REPORT_ID),
        lambda: at.packages.export(REPORT_ID, tmp_path / "p", actor="Ada"),
        lambda: ReviewService(at.store).review(REPORT_ID),
        lambda: ReviewService(at.store).decide(
            REPORT_ID, "I001", Verdict.CONFIRM, reason="", reviewer="Ada"
        ),
        lambda: delete(at),
    ):
        with pytest.raises(NotFoundError):
            ask()


def test_nothing_of_it_is_lost_before_its_time_is_over(
    at: Workstation, clock: Clock, bin_of: Callable[..., BinService]
) -> None:
    delete(at)
    clock.now += timedelta(days=30, seconds=-1)
    result = UpkeepService(at.store, at.retention).run()
    assert (result.tidied, result.emptied) == (0, ())
    assert tombstones(at) == 0
    bin_of().restore(REPORT_ID, actor="Grace")
    assert at.reports.picture(REPORT_ID, "I001-61.500s.jpg") == a_picture().jpeg
    assert len(at.reports.signals(REPORT_ID).track) == 120
    assert at.reports.ids() == [REPORT_ID]
    assert at.verification.verify().is_sound
    assert bin_of().entries() == []


def test_it_is_erased_when_its_time_is_over(at: Workstation, clock: Clock) -> None:
    delete(at)
    clock.now += timedelta(days=30)
    assert UpkeepService(at.store, at.retention).run().emptied == (REPORT_ID,)
    assert tombstones(at) == 1
    assert not (at.folder / "evidence" / REPORT_ID).exists()
    assert at.verification.verify().is_sound


def test_the_bin_says_what_is_in_it_why_and_until_when(
    at: Workstation, bin_of: Callable[..., BinService]
) -> None:
    delete(at)
    (entry,) = bin_of(days=7).entries()
    assert (entry.binned.student_id, entry.binned.source_name) == (
        "STU123456",
        "hall 3, seat 12.mp4",
    )
    assert (entry.binned.actor, entry.binned.reason) == ("Ada", "wrong recording")
    assert entry.erased_at == NOW + timedelta(days=7)


def test_with_no_days_a_deletion_is_final_at_once(
    at: Workstation, bin_of: Callable[..., BinService]
) -> None:
    bin_of(days=0).put(REPORT_ID, reason="asked for", actor="Ada")
    assert tombstones(at) == 1
    assert bin_of().entries() == []


def test_a_report_in_the_bin_is_erased_at_once_where_that_is_asked_for(at: Workstation) -> None:
    delete(at)
    at.reports.erase(REPORT_ID, reason="asked for by the candidate", actor="registrar")
    assert tombstones(at) == 1


def test_a_retention_that_is_over_does_not_wait_for_the_bin(at: Workstation, clock: Clock) -> None:
    at.retention.set(ExamRetention("EXAM001", 3, False, "rule"), actor="Ada")
    clock.now += timedelta(days=2)
    delete(at)
    clock.now += timedelta(days=2)
    assert at.retention.run().erased == (REPORT_ID,)


def test_a_reason_is_asked_for(at: Workstation) -> None:
    with pytest.raises(StorageError, match="Say why"):
        at.reports.delete(REPORT_ID, reason="  ", actor="Ada")
    assert at.reports.ids() == [REPORT_ID]


def test_a_held_exam_goes_into_no_bin_and_out_of_none(
    at: Workstation, clock: Clock, bin_of: Callable[..., BinService]
) -> None:
    delete(at)
    at.retention.set(ExamRetention("EXAM001", None, True, "a case"), actor="Ada")
    clock.now += timedelta(days=60)
    assert bin_of().empty() == ()
    bin_of().restore(REPORT_ID, actor="Ada")
    with pytest.raises(StorageError, match="legal hold"):
        delete(at)
    assert at.reports.ids() == [REPORT_ID]


def test_what_was_done_stands_in_the_audit_log(
    at: Workstation, bin_of: Callable[..., BinService]
) -> None:
    delete(at)
    bin_of().restore(REPORT_ID, actor="Grace")
    with pytest.raises(NotFoundError):
        bin_of().restore(REPORT_ID, actor="Grace")
    with at.store.reading() as unit:
        made = [(one.actor, one.action) for one in unit.audit.about(REPORT_ID)]
    assert made[1:] == [("Ada", "report_binned"), ("Grace", "report_restored")]
