"""The head of the audit log lies beside the database after every commit that appended to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from proctor_desktop.domain.review import AddedIncident, Verdict
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration
from proctor_desktop.storage.audit import read_anchor
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import a_report
from tests.storage.workstations import Workstation, workstation

REPORT_ID = "aaaaaaaa-0000-0000-0000-000000000001"
SEEN = AddedIncident("other", Micros(4_000_000), Micros(6_000_000))


@pytest.fixture
def at(tmp_path: Path) -> Workstation:
    path = tmp_path / "empty.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return workstation(tmp_path / "here", path, ServerOptions())


def decide(at: Workstation) -> None:
    ReviewService(at.store).decide(REPORT_ID, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")


def add_incident(at: Workstation) -> None:
    ReviewService(at.store).add_incident(REPORT_ID, SEEN, reason="seen", reviewer="Ada")


def erase(at: Workstation) -> None:
    at.reports.erase(REPORT_ID, reason="asked for", actor="Ada")


def set_retention(at: Workstation) -> None:
    at.retention.set(ExamRetention("EXAM001", 30, False, "rule"), actor="Ada")


def run_retention(at: Workstation) -> None:
    at.retention.set(ExamRetention("EXAM001", 1, False, "rule"), actor="Ada")
    assert at.retention.run().erased == (REPORT_ID,)


def travel(at: Workstation) -> None:
    path = at.folder / "package.proctor"
    at.packages.export(REPORT_ID, path, actor="Ada")
    at.packages.take(path, actor="Grace")


@pytest.mark.parametrize(
    "deed", [decide, add_incident, erase, set_retention, run_retention, travel]
)
def test_the_anchor_follows(at: Workstation, deed: Callable[[Workstation], None]) -> None:
    at.reports.keep(a_report(report_id=REPORT_ID), actor="test")
    before = at.verification.audit_head()
    deed(at)
    assert at.verification.audit_head().entries > before.entries
    assert read_anchor(at.folder) == at.verification.audit_head()


def test_a_decision_cut_off_the_end_of_the_log_is_noticed(at: Workstation) -> None:
    at.reports.keep(a_report(report_id=REPORT_ID), actor="test")
    decide(at)
    with at.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM audit_log WHERE number = 2")
    assert any("its end was cut off" in fault for fault in at.verification.verify().faults)


def drop(at: Workstation) -> None:
    with at.store.writing() as unit:
        unit.audit.append("Ada", "report_saved", REPORT_ID)
        raise LookupError


def test_what_is_rolled_back_leaves_the_anchor(at: Workstation) -> None:
    at.reports.keep(a_report(report_id=REPORT_ID), actor="test")
    kept = read_anchor(at.folder)
    with pytest.raises(LookupError):
        drop(at)
    assert read_anchor(at.folder) == kept
