"""Reports within a unit of work, the same on SQLite, MySQL and MariaDB."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from proctor_desktop.domain.errors import (
    DatabaseDamagedError,
    NotFoundError,
    ReportError,
    StorageError,
)
from proctor_desktop.domain.report import RiskClass, Subject
from proctor_desktop.storage import schema
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.storage.versions import accepted
from tests.storage.samples import NOW, a_report, measured, other_content


def test_a_saved_report_comes_back_as_it_was(store: Store) -> None:
    report = a_report(student_id="Zoë 試験 \U0001f393")
    with store.writing() as unit:
        unit.reports.save(report)
    with store.reading() as unit:
        assert unit.reports.get(report.report_id) == report


def test_a_block_that_raises_keeps_nothing(store: Store) -> None:
    report = a_report()
    with pytest.raises(ReportError), store.writing() as unit:  # noqa: PT012 - the block is the case
        unit.reports.save(report)
        unit.audit.append("someone", "report_saved", report.report_id)
        unit.reports.save(a_report(student_id=""))
    with store.reading() as unit:
        assert unit.reports.version(report.report_id) is None
        assert unit.audit.entries() == []
        assert unit.outbox.counts() == {}


def test_the_fourteen_columns_hold_the_summary(store: Store) -> None:
    report = a_report()
    with store.writing() as unit:
        unit.reports.save(report)
    with store.reading() as unit:
        row = unit.connection.execute(sa.select(schema.proctoring_reports)).one()
    names = (
        "id, student_id, exam_id, video_duration_sec, calibration_status, baseline_metrics,"
        " adaptive_thresholds, alert_details, alert_counts, temporal_analysis, confidence_score,"
        " risk_classification, created_at, updated_at"
    )
    assert ", ".join(row._mapping) == names
    assert row.id == report.report_id
    assert row.created_at == NOW
    assert row.alert_counts["head_movement"] == 2
    assert row.video_duration_sec == pytest.approx(3600.033333, rel=1e-6)
    assert row.adaptive_thresholds == {"eye": 0.8, "yaw": 21.6, "pitch": 14.68, "roll": 9.92}


def test_saving_the_same_content_again_makes_no_new_revision(store: Store) -> None:
    report = a_report()
    with store.writing() as unit:
        first = unit.reports.save(report)
    with store.writing() as unit:
        again = unit.reports.save(report)
        changed = unit.reports.save(other_content(report))
    assert (first.revision, again.revision, changed.revision) == (1, 1, 2)


def test_a_report_of_another_workstation_is_not_changed_here(store: Store) -> None:
    report = a_report()
    with store.writing() as unit:
        unit.reports.save(report)
    store.renew_origin()
    with pytest.raises(StorageError, match="belongs to another"), store.writing() as unit:
        unit.reports.save(other_content(report))


def test_an_erased_report_leaves_a_tombstone_that_names_nobody(store: Store) -> None:
    report = a_report(student_id="STU-SECRET")
    with store.writing() as unit:
        unit.reports.save(report)
        unit.reports.erase(report.report_id, reason="asked for", actor="registrar")
    with store.reading() as unit:
        with pytest.raises(NotFoundError):
            unit.reports.get(report.report_id)
        stone = unit.reports.version(report.report_id)
        assert stone is not None
        assert (stone.deleted, stone.revision) == (True, 2)
        assert "STU-SECRET" not in stone.body
        assert unit.listing.page(ReportFilter(), 0, 10).total == 0
        names = unit.connection.execute(sa.select(schema.proctoring_reports.c.student_id))
        assert "STU-SECRET" not in set(names.scalars())
    with pytest.raises(StorageError, match="erased"), store.writing() as unit:
        unit.reports.save(report)


def test_a_document_that_was_tampered_with_is_not_read(store: Store) -> None:
    report = a_report()
    with store.writing() as unit:
        unit.reports.save(report)
        body = unit.connection.execute(sa.select(schema.report_documents.c.body)).scalar_one()
        flipped = bytes([*body[:40], body[40] ^ 1, *body[41:]])
        unit.connection.execute(sa.update(schema.report_documents).values(body=flipped))
    with store.reading() as unit:
        with pytest.raises(DatabaseDamagedError):
            unit.reports.get(report.report_id)
        assert len(unit.reports.faults()) == 1


def test_a_changed_column_is_found(store: Store) -> None:
    with store.writing() as unit:
        unit.reports.save(a_report())
        assert unit.reports.faults() == []
        unit.connection.execute(
            sa.update(schema.proctoring_reports).values(risk_classification="CLEAN")
        )
        assert len(unit.reports.faults()) == 1


def test_one_students_list_never_shows_anothers(store: Store) -> None:
    """A server compares STUxyz and stuXYZ as equal unless the column says otherwise."""
    ids = ["STUxyz", "stuXYZ", "STU xyz", "STUxyü", "STUxyu"]
    with store.writing() as unit:
        for student_id in ids:
            unit.reports.save(a_report(student_id=student_id))
    with store.reading() as unit:
        for student_id in ids:
            page = unit.listing.page(ReportFilter(student_id=student_id), 0, 10)
            assert [row.student_id for row in page.rows] == [student_id]


def test_the_list_is_newest_first_and_pages_do_not_overlap(store: Store) -> None:
    with store.writing() as unit:
        for hour in range(7):
            unit.reports.save(a_report(created_at=NOW + timedelta(hours=hour)))
    with store.reading() as unit:
        pages = [unit.listing.page(ReportFilter(), skip, 3) for skip in (0, 3, 6)]
    times = [row.created_at for page in pages for row in page.rows]
    assert times == [NOW + timedelta(hours=hour) for hour in range(6, -1, -1)]
    assert {page.total for page in pages} == {7}


def test_the_length_of_a_list_follows_every_change(store: Store) -> None:
    """A server's lengths are remembered, and must not be remembered for too long."""
    ids = []
    for number in range(1, 4):
        with store.writing() as unit:
            ids.append(unit.reports.save(a_report()).report_id)
        for _ in range(2):
            with store.reading() as unit:
                assert unit.listing.page(ReportFilter(), 0, 1).total == number
    with store.writing() as unit:
        unit.reports.erase(ids[0], reason="asked for", actor="r")
    with store.reading() as unit:
        assert unit.listing.page(ReportFilter(), 0, 1).total == 2
        assert unit.listing.page(ReportFilter(exam_id="OTHER"), 0, 1).total == 0


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(ReportFilter(exam_id="B"), {"b"}, id="exam"),
        pytest.param(ReportFilter(risk=RiskClass.CLEAN), {"b"}, id="risk"),
        pytest.param(ReportFilter(since=NOW + timedelta(hours=1)), {"b"}, id="since_is_included"),
        pytest.param(ReportFilter(until=NOW + timedelta(hours=1)), {"a"}, id="until_is_not"),
        pytest.param(ReportFilter(sync=SyncState.PARKED), set(), id="sync"),
        pytest.param(ReportFilter(search="Hall 3"), {"a", "b"}, id="search_in_the_recording"),
        pytest.param(ReportFilter(search="100%_"), set(), id="search_takes_no_wildcards"),
    ],
)
def test_the_list_is_filtered(local_store: Store, wanted: ReportFilter, expected: set[str]) -> None:
    with local_store.writing() as unit:
        unit.reports.save(a_report(student_id="a", exam_id="A"))
        later = NOW + timedelta(hours=1)
        unit.reports.save(a_report(student_id="b", exam_id="B", risk="CLEAN", created_at=later))
    with local_store.reading() as unit:
        page = unit.listing.page(wanted, 0, 10)
    assert {row.student_id for row in page.rows} == expected


def test_a_batch_finds_what_was_analysed_before(store: Store) -> None:
    report = a_report(source_sha256="11" * 32, settings_sha256="22" * 32)
    subject = Subject(report.student_id, report.exam_id)
    with store.writing() as unit:
        unit.reports.save(report)
    with store.reading() as unit:
        found = unit.reports.analysed("11" * 32, "22" * 32, subject)
        assert found == report.report_id
        assert unit.reports.analysed("11" * 32, "33" * 32, subject) is None
        other = Subject("SOMEBODY ELSE", report.exam_id)
        assert unit.reports.analysed("11" * 32, "22" * 32, other) is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"report_id": "NOT-A-UUID"}, id="id_is_no_uuid"),
        pytest.param({"student_id": "x" * 101}, id="student_id_too_long"),
        pytest.param({"student_id": ""}, id="student_id_empty"),
        pytest.param({"exam_id": "EXAM "}, id="space_at_the_end"),
        pytest.param({"exam_id": "\ud800"}, id="half_a_character"),
        pytest.param({"confidence_score": float("nan")}, id="nan"),
        pytest.param({"video_duration_sec": float("inf")}, id="infinite"),
        pytest.param({"video_duration_sec": 1e39}, id="beyond_single_precision"),
        pytest.param({"created_at": NOW.replace(tzinfo=None)}, id="moment_without_zone"),
    ],
)
def test_what_a_server_would_refuse_is_refused_at_save(change: dict[str, object]) -> None:
    with pytest.raises(ReportError):
        accepted(replace(a_report(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_the_list_knows_of_which_exams_too_little_was_measured(store: Store) -> None:
    little, enough = measured(a_report(), 1700.0), measured(a_report(), 1900.0)
    with store.writing() as unit:
        unit.reports.save(little)
        unit.reports.save(enough)
    with store.reading() as unit:
        rows = {row.report_id: row for row in unit.listing.page(ReportFilter(), 0, 10).rows}
        assert unit.listing.summary(little.report_id) == rows[little.report_id]
    assert rows[little.report_id].is_little
    assert not rows[enough.report_id].is_little
    assert rows[little.report_id].risk_classification == "SUSPICIOUS"


def test_the_list_follows_a_report_that_measures_anew(store: Store) -> None:
    report = measured(a_report(), 100.0)
    with store.writing() as unit:
        unit.reports.save(report)
        unit.reports.save(measured(report, 3600.0))
    with store.reading() as unit:
        (row,) = unit.listing.page(ReportFilter(), 0, 10).rows
    assert not row.is_little


@pytest.mark.parametrize("kept", ["Zo\u00eb", "Zoe\u0308"])
@pytest.mark.parametrize("asked", ["Zo\u00eb", "Zoe\u0308", "\uff3ao\u00eb"])
def test_a_name_is_found_in_whichever_form_it_is_kept_and_asked(
    local_store: Store, kept: str, asked: str
) -> None:
    with local_store.writing() as unit:
        unit.reports.save(a_report(student_id=kept))
    with local_store.reading() as unit:
        assert unit.listing.page(ReportFilter(student_id=asked), 0, 1).total == 1
        assert unit.listing.page(ReportFilter(search=asked), 0, 1).total == 1
