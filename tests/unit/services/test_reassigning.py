"""A report is given to another candidate or exam, and everybody can see who it was before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.report import Subject
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.report.files import Format, render
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import a_report, some_signals
from tests.storage.workstations import Workstation, workstation

OTHER = Subject("STU-2", "EXAM-2")


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    path = tmp_path / "empty.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def at(tmp_path: Path, empty_file: Path) -> Iterator[Workstation]:
    made = workstation(tmp_path / "here", empty_file, ServerOptions())
    yield made
    made.close()


@pytest.fixture
def report_id(at: Workstation) -> str:
    report = a_report(student_id="STU-1", exam_id="EXAM-1")
    at.reports.keep(report, some_signals(10), actor="test")
    return report.report_id


def reassign(at: Workstation, report_id: str, subject: Subject = OTHER) -> None:
    at.reports.reassign(report_id, subject, reason="seats were swapped", actor="Ada")


def test_the_report_has_another_candidate_and_keeps_all_else(
    at: Workstation, report_id: str
) -> None:
    before = at.reports.get(report_id)
    ReviewService(at.store).decide(report_id, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")
    reassign(at, report_id)
    after = at.reports.get(report_id)
    assert (after.student_id, after.exam_id) == ("STU-2", "EXAM-2")
    assert after.analysis == before.analysis
    row = at.reports.summary(report_id)
    assert (row.student_id, row.unjudged, row.confirmed) == ("STU-2", 1, 1)
    states = ReviewService(at.store).states(report_id)
    assert states["I001"] is IncidentState.CONFIRMED
    assert len(at.reports.signals(report_id).track) == 120
    assert {row[1] for row in at.held()} == {2}
    assert at.verification.verify().is_sound


def test_the_audit_log_says_who_changed_what_and_why(at: Workstation, report_id: str) -> None:
    reassign(at, report_id)
    with at.store.reading() as unit:
        (entry,) = [one for one in unit.audit.entries() if one.action == "report_reassigned"]
    details = json.loads(entry.details)
    assert (entry.actor, entry.subject, details["reason"]) == (
        "Ada",
        report_id,
        "seats were swapped",
    )
    assert details["before"] == {"student_id": "STU-1", "exam_id": "EXAM-1"}
    assert details["after"] == {"student_id": "STU-2", "exam_id": "EXAM-2"}


def test_exports_and_packages_show_who_it_was_before(
    at: Workstation, report_id: str, tmp_path: Path, empty_file: Path
) -> None:
    reassign(at, report_id)
    review = ReviewService(at.store).begun(report_id)
    page = render(at.reports.material(report_id, review), Format.HTML).decode()
    assert "Reassigned from candidate STU-1, exam EXAM-1 to candidate STU-2, exam EXAM-2" in page
    assert "seats were swapped" in page
    at.packages.export(report_id, tmp_path / "p.proctor", actor="Ada")
    there = workstation(tmp_path / "there", empty_file, ServerOptions())
    there.packages.take(tmp_path / "p.proctor", actor="Grace")
    (note,) = ReviewService(there.store).decisions(report_id)
    assert "STU-1" in note.reason
    there.close()


def test_only_its_own_workstation_reassigns_a_report(
    at: Workstation, report_id: str, tmp_path: Path, empty_file: Path
) -> None:
    at.packages.export(report_id, tmp_path / "p.proctor", actor="Ada")
    there = workstation(tmp_path / "there", empty_file, ServerOptions())
    there.packages.take(tmp_path / "p.proctor", actor="Grace")
    with pytest.raises(StorageError, match="belongs to another workstation"):
        reassign(there, report_id)
    assert there.reports.get(report_id).student_id == "STU-1"
    assert ReviewService(there.store).decisions(report_id) == []
    there.close()


def test_what_cannot_be_is_refused_and_changes_nothing(at: Workstation, report_id: str) -> None:
    with pytest.raises(StorageError, match="Say why"):
        at.reports.reassign(report_id, OTHER, reason=" ", actor="Ada")
    with pytest.raises(StorageError, match="already"):
        reassign(at, report_id, Subject("STU-1", "EXAM-1"))
    assert {row[1] for row in at.held()} == {1}


def test_a_held_exam_gives_no_report_away(at: Workstation, report_id: str) -> None:
    at.retention.set(ExamRetention("EXAM-1", None, True, "a case"), actor="Ada")
    with pytest.raises(StorageError, match="legal hold"):
        reassign(at, report_id)
