"""A verdict for the whole recording: appended like decisions, and shown by the list."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import DecisionRefusedError, NotFoundError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import RecordingVerdict, ReviewState, Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.decisions import decision_faults
from proctor_desktop.storage.repositories.listing import ReportFilter, ReportSummary
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.conftest import Ticking
from tests.storage.samples import NOW, a_report

VERDICTS_OF_0_1_0 = {"confirm", "dismiss", "reopen", "note", "add"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("verdicts") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def store(tmp_path: Path, template: Path) -> Iterator[Store]:
    database = Database.local(Path(shutil.copy(template, tmp_path)))
    yield Store(database, Ticking())
    database.close()


@pytest.fixture
def report(store: Store) -> Report:
    return kept(store)


def kept(store: Store, **content: object) -> Report:
    made = a_report(**content)  # type: ignore[arg-type]  # passed on
    with store.writing() as unit:
        unit.reports.save(made)
    return made


def listed(store: Store, **wanted: object) -> list[ReportSummary]:
    with store.reading() as unit:
        return list(unit.listing.page(ReportFilter(**wanted), 0, 10).rows)  # type: ignore[arg-type]  # passed on


def test_a_verdict_is_shown_by_review_and_list_and_judges_no_incident(
    store: Store, report: Report
) -> None:
    ReviewService(store).give_verdict(report.report_id, RecordingVerdict.TALK, reviewer="Ada")
    review = ReviewService(store).review(report.report_id)
    assert (review.verdict, review.state) == (RecordingVerdict.TALK, ReviewState.OPEN)
    (row,) = listed(store)
    assert (row.verdict, row.unjudged, row.confirmed, row.dismissed) == (
        RecordingVerdict.TALK,
        2,
        0,
        0,
    )


def test_the_last_verdict_stands_and_can_be_taken_back(store: Store, report: Report) -> None:
    service = ReviewService(store)
    service.give_verdict(report.report_id, RecordingVerdict.PASSED_ON, reviewer="Ada")
    service.give_verdict(report.report_id, RecordingVerdict.NOTHING, reviewer="Grace", reason="no")
    assert service.review(report.report_id).verdict is RecordingVerdict.NOTHING
    service.give_verdict(report.report_id, None, reviewer="Grace")
    assert service.review(report.report_id).verdict is None
    assert listed(store)[0].verdict is None
    assert len(service.decisions(report.report_id)) == 3
    with store.reading() as unit:
        assert decision_faults(unit.decisions.all()) == []
        assert len([one for one in unit.audit.entries() if one.action == "decision_made"]) == 3


def test_a_verdict_is_written_as_version_0_1_0_can_read_it(store: Store, report: Report) -> None:
    """A note without an added incident, whose incident id fits the column."""
    for verdict in (*RecordingVerdict, None):
        made = ReviewService(store).give_verdict(report.report_id, verdict, reviewer="Ada")
        assert made.verdict.value in VERDICTS_OF_0_1_0
        assert not made.verdict.judges
        assert made.added is None
        assert made.incident_id.isascii()
        assert 0 < len(made.incident_id) <= 36


def test_a_verdict_needs_a_name_and_a_report(store: Store, report: Report) -> None:
    service = ReviewService(store)
    with pytest.raises(DecisionRefusedError, match="who decides"):
        service.give_verdict(report.report_id, RecordingVerdict.TALK, reviewer=" ")
    with pytest.raises(NotFoundError):
        service.give_verdict(
            "00000000-0000-0000-0000-000000000000", RecordingVerdict.TALK, reviewer="Ada"
        )


def test_the_list_shows_what_the_review_came_to(store: Store, report: Report) -> None:
    service = ReviewService(store)
    before = listed(store)[0]
    assert (before.confirmed, before.dismissed, before.reviewed_risk) == (0, 0, None)
    service.decide(report.report_id, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")
    service.decide(report.report_id, "I002", Verdict.DISMISS, reason="a cough", reviewer="Ada")
    (row,) = listed(store)
    review = service.review(report.report_id)
    assert (row.confirmed, row.dismissed, row.unjudged) == (1, 1, 0)
    assert (row.reviewed_risk, row.reviewed_class) == (
        review.reviewed_risk,
        review.reviewed_class.value,
    )


def test_the_list_is_filtered_by_exam_verdict_and_date(store: Store) -> None:
    first = kept(store, exam_id="A")
    second = kept(store, exam_id="A", created_at=NOW + timedelta(days=1))
    third = kept(store, exam_id="B")
    for report in (first, third):
        ReviewService(store).give_verdict(
            report.report_id, RecordingVerdict.PASSED_ON, reviewer="Ada"
        )
    ids = {
        name: {row.report_id for row in listed(store, **wanted)}
        for name, wanted in {
            "verdict": {"verdict": RecordingVerdict.PASSED_ON},
            "other verdict": {"verdict": RecordingVerdict.TALK},
            "both": {"verdict": RecordingVerdict.PASSED_ON, "exam_id": "A"},
            "any": {"has_verdict": True},
            "none": {"has_verdict": False},
            "date": {"exam_id": "A", "since": NOW + timedelta(hours=1)},
        }.items()
    }
    assert ids == {
        "verdict": {first.report_id, third.report_id},
        "other verdict": set(),
        "both": {first.report_id},
        "any": {first.report_id, third.report_id},
        "none": {second.report_id},
        "date": {second.report_id},
    }


def test_reviews_of_an_older_version_are_caught_up_with(store: Store, report: Report) -> None:
    ReviewService(store).give_verdict(report.report_id, RecordingVerdict.TALK, reviewer="Ada")
    with store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM review_results")
    assert listed(store)[0].verdict is None
    store.catch_up()
    assert listed(store)[0].verdict is RecordingVerdict.TALK
