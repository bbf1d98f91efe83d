"""Two workstations and one centre."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from proctor_desktop.domain.errors import NotFoundError, ServerUnreachableError
from proctor_desktop.domain.report import Subject
from proctor_desktop.domain.review import (
    AddedIncident,
    IncidentState,
    RecordingVerdict,
    Verdict,
    incident_state,
)
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.audit import read_anchor
from proctor_desktop.storage.database import FILE_NAME, Database
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.versions import deflated, inflated
from proctor_desktop.sync.remote import QueueOnlyError
from tests.storage.conftest import rows
from tests.storage.samples import a_picture, a_report, other_content, some_signals
from tests.storage.workstations import Workstation, changes, held, workstation

pytestmark = pytest.mark.server

Make = Callable[..., Workstation]


@pytest.fixture
def make(tmp_path: Path, empty_file: Path, central_options: ServerOptions) -> Iterator[Make]:
    """Makes workstations by name."""
    made: list[Workstation] = []

    def make(name: str, **changes: object) -> Workstation:
        one = workstation(tmp_path / name, empty_file, central_options, **changes)  # type: ignore[arg-type]  # passed on
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def keep(at: Workstation, **content: object) -> str:
    """A new report kept at a workstation; its id."""
    report = a_report(**content)  # type: ignore[arg-type]  # passed on
    at.reports.keep(report, actor="test")
    return report.report_id


def decide(at: Workstation, report_id: str, verdict: Verdict, reason: str = "seen") -> None:
    with at.store.writing() as unit:
        unit.decisions.append(report_id, "I001", reviewer="r", verdict=verdict, reason=reason)


def state(at: Workstation, report_id: str) -> IncidentState:
    with at.store.reading() as unit:
        return unit.decisions.states(report_id)["I001"]


def test_workstations_show_each_others_reports_and_decisions(make: Make, central: Database) -> None:
    east, west = make("east"), make("west")
    first, second = keep(east), keep(west)
    east.sync.run_once()
    west.sync.run_once()
    decide(west, first, Verdict.CONFIRM)
    west.sync.run_once()
    east.sync.run_once()
    assert east.held() == west.held() == held(central)
    assert east.reports.get(second) == west.reports.get(second)
    assert state(east, first) is IncidentState.CONFIRMED
    assert [seq for seq, _, _ in changes(central)] == [1, 2, 3]
    assert east.reports.summary(first).sync is SyncState.SENT
    assert west.reports.summary(first).sync is SyncState.RECEIVED
    assert east.reports.summary(first).unjudged == west.reports.summary(first).unjudged == 1


def test_many_reports_go_in_several_batches_once_each(make: Make, central: Database) -> None:
    east, west = make("east", batch=4), make("west", batch=3)
    ids = {keep(east) for _ in range(11)}
    assert east.sync.run_once().sent == 11
    assert east.sync.run_once().sent == 0
    assert west.sync.run_once().received == 11
    assert {one for _, one, _ in changes(central)} == ids
    assert len(changes(central)) == 11


def test_only_the_newest_revision_is_sent(make: Make, central: Database) -> None:
    east = make("east")
    report = a_report()
    east.reports.keep(report, actor="test")
    east.reports.keep(other_content(report), actor="test")
    assert east.sync.run_once().sent == 1
    assert [(one, revision) for _, one, revision in changes(central)] == [(report.report_id, 2)]
    assert east.sync.status().pending == 0


def test_the_same_id_with_other_content_is_kept_beside_never_in_place(
    make: Make, central: Database
) -> None:
    """I7."""
    east, west = make("east"), make("west")
    report = a_report()
    east.reports.keep(report, actor="test")
    west.reports.keep(other_content(report), actor="test")
    east.sync.run_once()
    west.sync.run_once()
    assert held(central) == east.held()
    (conflict,) = rows(central, schema.sync_conflicts)
    assert conflict.origin == west.store.origin
    assert west.sync.status().conflicts == 1
    (refused,) = west.sync.refused()
    assert "another report under this id" in str(refused.reason)
    assert "look at them" in west.sync.status().sentence
    assert west.reports.get(report.report_id) == other_content(report)
    west.sync.run_once()
    assert len(rows(central, schema.sync_conflicts)) == 1


def test_the_same_id_with_the_same_content_is_one_report(make: Make, central: Database) -> None:
    east, west = make("east"), make("west")
    report = a_report()
    east.reports.keep(report, actor="test")
    west.reports.keep(report, actor="test")
    east.sync.run_once()
    west.sync.run_once()
    assert len(changes(central)) == 1
    assert west.sync.status().conflicts == 0


def test_decisions_made_apart_show_as_disputed_until_one_names_both(make: Make) -> None:
    """I8. Mutant: ordering decisions by `decided_at` (last writer wins) shows one of the two."""
    east = make("east")
    west = make("west", clock=lambda: datetime.now(timezone.utc) - timedelta(days=1))
    report_id = keep(east)
    east.sync.run_once()
    west.sync.run_once()
    decide(east, report_id, Verdict.CONFIRM)
    decide(west, report_id, Verdict.DISMISS)
    for one in (east, west, east):
        one.sync.run_once()
    assert state(east, report_id) is state(west, report_id) is IncidentState.DISPUTED
    assert east.reports.summary(report_id).review.value == "disputed"
    decide(west, report_id, Verdict.DISMISS, "both looked at it together")
    west.sync.run_once()
    east.sync.run_once()
    assert state(east, report_id) is state(west, report_id) is IncidentState.DISMISSED


def test_an_incident_of_ones_own_is_seen_and_undone_elsewhere(make: Make) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    seen = AddedIncident("other", Micros(4_250_000), Micros(6_000_001))
    own = ReviewService(east.store).add_incident(
        report_id, seen, reason="a telephone", reviewer="Ada"
    )
    east.sync.run_once()
    west.sync.run_once()
    (received,) = ReviewService(west.store).decisions(report_id)
    assert received == own
    ReviewService(west.store).decide(
        report_id, own.incident_id, Verdict.REOPEN, reason="a calculator", reviewer="r"
    )
    west.sync.run_once()
    east.sync.run_once()
    made = ReviewService(east.store).decisions(report_id)
    assert incident_state(made) is IncidentState.OPEN
    assert east.verification.verify().is_sound
    assert west.verification.verify().is_sound


def test_an_erased_report_disappears_everywhere_with_its_pictures(
    make: Make, central: Database
) -> None:
    east, west = make("east"), make("west")
    picture = a_picture()
    report = a_report(student_id="STU-SECRET", pictures=(picture,))
    east.reports.keep(report, some_signals(10), (picture,), actor="test")
    east.sync.run_once()
    west.sync.run_once()
    west.reports.erase(report.report_id, reason="asked for", actor="registrar")
    west.sync.run_once()
    east.sync.run_once()
    assert east.held() == west.held() == held(central)
    assert not (east.folder / "evidence" / report.report_id).exists()
    with pytest.raises(NotFoundError):
        east.reports.signals(report.report_id)
    assert rows(central, schema.proctoring_reports)[0].student_id == ""
    assert "STU-SECRET" not in str(rows(central, schema.report_sync_meta))
    with east.store.reading() as unit:
        assert unit.audit.entries()[-1].action == "report_erased_elsewhere"
        assert read_anchor(east.folder) == unit.audit.head()


def test_two_who_erase_the_same_report_end_with_the_same_tombstone(
    make: Make, central: Database
) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    for at in (east, west):
        at.sync.run_once()
    for at in (east, west):
        at.reports.erase(report_id, reason=f"asked for at {at.folder.name}", actor="r")
    for at in (east, west, east):
        at.sync.run_once()
    assert east.held() == west.held() == held(central)
    assert all(at.verification.verify(at.sync.witness()).is_sound for at in (east, west))


def test_a_verdict_reaches_every_workstation_and_its_list(make: Make) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    east.sync.run_once()
    west.sync.run_once()
    ReviewService(west.store).give_verdict(report_id, RecordingVerdict.TALK, reviewer="r")
    ReviewService(east.store).give_verdict(report_id, RecordingVerdict.PASSED_ON, reviewer="s")
    for one in (west, east, west):
        one.sync.run_once()
    for one in (east, west):
        assert one.reports.summary(report_id).verdict is RecordingVerdict.PASSED_ON
    ReviewService(west.store).give_verdict(report_id, RecordingVerdict.NOTHING, reviewer="r")
    west.sync.run_once()
    east.sync.run_once()
    assert east.reports.summary(report_id).verdict is RecordingVerdict.NOTHING


def test_a_reassigned_report_is_reassigned_everywhere(make: Make, central: Database) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east, student_id="STU-1")
    east.sync.run_once()
    west.sync.run_once()
    east.reports.reassign(report_id, Subject("STU-2", "EXAM-2"), reason="swapped", actor="r")
    east.sync.run_once()
    west.sync.run_once()
    assert west.reports.get(report_id).student_id == "STU-2"
    assert west.reports.summary(report_id).exam_id == "EXAM-2"
    (note,) = ReviewService(west.store).decisions(report_id)
    assert note.reason.startswith("Reassigned from candidate STU-1")
    assert east.held() == west.held() == held(central)


def test_a_bin_is_one_workstations_until_it_is_emptied(make: Make, central: Database) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    for one in (east, west):
        one.sync.run_once()
    east.reports.delete(report_id, reason="filmed twice", actor="r")
    decide(west, report_id, Verdict.CONFIRM)
    for one in (west, east, west):
        one.sync.run_once()
    assert east.reports.ids() == []
    assert west.reports.ids() == [report_id]
    assert east.held() == west.held() == held(central)
    BinService(east.store, east.retention).restore(report_id, actor="r")
    assert state(east, report_id) is IncidentState.CONFIRMED
    assert east.reports.summary(report_id).confirmed == 1
    east.reports.delete(report_id, reason="filmed twice", actor="r")
    west.reports.erase(report_id, reason="asked for", actor="registrar")
    west.sync.run_once()
    east.sync.run_once()
    assert BinService(east.store, east.retention).entries() == []
    assert east.held() == held(central)


def test_a_hold_keeps_what_is_in_the_bin_when_others_erase_it(make: Make) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    for one in (east, west):
        one.sync.run_once()
    east.reports.delete(report_id, reason="filmed twice", actor="r")
    east.retention.set(ExamRetention("EXAM001", None, True, "a case"), actor="r")
    west.reports.erase(report_id, reason="asked for", actor="registrar")
    west.sync.run_once()
    east.sync.run_once()
    BinService(east.store, east.retention).restore(report_id, actor="r")
    assert east.reports.ids() == [report_id]


def test_erased_data_stay_erased_after_an_old_backup_is_put_back(
    make: Make, tmp_path: Path, central: Database
) -> None:
    """R27. Mutant: without the ERASED ruling of `sync.rules` the old copy is taken again."""
    east = make("east")
    report_id = keep(east, student_id="STU-SECRET")
    east.sync.run_once()
    east.close()
    shutil.copy(east.folder / FILE_NAME, tmp_path / "backup")
    east = make("east")
    east.reports.erase(report_id, reason="asked for", actor="registrar")
    east.sync.run_once()
    east.close()
    for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (east.folder / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup", east.folder / FILE_NAME)
    east = make("east")
    assert east.reports.get(report_id).student_id == "STU-SECRET", "the backup was not restored"
    for score in (0.1, 0.2, 0.3):  # revisions beyond the tombstone's
        changed = replace(east.reports.get(report_id), confidence_score=score)
        east.reports.keep(changed, actor="test")
    east.sync.run_once()
    with pytest.raises(NotFoundError):
        east.reports.get(report_id)
    assert east.sync.status().parked == 0
    assert east.held() == held(central)
    assert "STU-SECRET" not in str(rows(central, schema.proctoring_reports))


def test_a_legal_hold_here_keeps_what_was_erased_elsewhere(make: Make) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east, exam_id="HELD")
    east.sync.run_once()
    west.sync.run_once()
    west.retention.set(ExamRetention("HELD", None, True, "a court asked"), actor="r")
    east.reports.erase(report_id, reason="period over", actor="r")
    east.sync.run_once()
    west.sync.run_once()
    assert west.reports.get(report_id).exam_id == "HELD"
    assert west.sync.status().put_off == 1
    west.retention.set(ExamRetention("HELD", None, False, "the court has decided"), actor="r")
    west.sync.run_once()
    with pytest.raises(NotFoundError):
        west.reports.get(report_id)


def test_a_report_damaged_here_is_parked_and_the_others_go(make: Make, central: Database) -> None:
    """R4. Mutant: sending without `is_sound` puts the damaged content at the centre."""
    east = make("east")
    bad, good = keep(east), keep(east)
    with east.store.writing() as unit:
        table = schema.report_documents
        body = unit.connection.execute(
            sa.select(table.c.body).where(table.c.report_id == bad)
        ).scalar_one()
        changed = deflated(inflated(body).replace("STU123456", "STU654321"))
        unit.connection.execute(
            sa.update(table).where(table.c.report_id == bad).values(body=changed)
        )
    east.sync.run_once()
    assert {one for _, one, _ in changes(central)} == {good}
    (parked,) = east.sync.refused()
    assert parked.entity_id == bad
    assert "damaged on this computer" in str(parked.reason)


def test_a_report_damaged_at_the_centre_is_not_taken_but_asked_for_again(
    make: Make, central: Database
) -> None:
    """R4. Mutant: taking without `is_sound` brings the damaged content to the workstation."""
    east, west = make("east"), make("west")
    report_id = keep(east)
    other = keep(east)
    east.sync.run_once()
    table = schema.report_documents
    with central.writing() as connection:
        (body,) = connection.execute(
            sa.select(table.c.body).where(table.c.report_id == report_id)
        ).scalars()
        connection.execute(
            sa.update(table).where(table.c.report_id == report_id).values(body=body[:-9])
        )
    west.sync.run_once()
    assert {one for one, _, _ in west.held()} == {other}
    assert "asked for again" in west.sync.status().sentence
    with central.writing() as connection:
        connection.execute(sa.update(table).where(table.c.report_id == report_id).values(body=body))
    west.sync.run_once()
    assert west.held() == held(central)
    assert west.sync.status().put_off == 0


@pytest.mark.parametrize("damage", [{"reason": "damaged"}, {"verdict": "guilty"}, {"parents": "["}])
def test_a_decision_damaged_at_the_centre_is_not_taken_but_asked_for_again(
    make: Make, central: Database, damage: dict[str, str]
) -> None:
    east, west = make("east"), make("west")
    report_id = keep(east)
    decide(east, report_id, Verdict.CONFIRM)
    east.sync.run_once()
    table = schema.review_decisions
    with central.writing() as connection:
        (true,) = connection.execute(sa.select(*(table.c[name] for name in damage))).one()
        connection.execute(sa.update(table).values(damage))
    for _ in range(2):
        west.sync.run_once()
        assert state(west, report_id) is IncidentState.OPEN
        assert "1 could not be taken" in west.sync.status().sentence
        assert west.sync.status().put_off == 1
    with central.writing() as connection:
        connection.execute(sa.update(table).values(dict.fromkeys(damage, true)))
    west.sync.run_once()
    assert state(west, report_id) is IncidentState.CONFIRMED
    assert west.sync.status().put_off == 0


def test_what_the_server_can_never_store_is_parked_and_the_others_go(
    make: Make, central: Database
) -> None:
    """R11. A row that passed the workstation and that the server refuses, among 50."""
    east = make("east", batch=64)
    ids = [keep(east) for _ in range(50)]
    with central.writing() as connection:
        connection.execute(
            sa.text("ALTER TABLE report_sync_meta ADD CONSTRAINT poison CHECK (source_name <> 'x')")
        )
    try:
        poison = ids[17]
        report = east.reports.get(poison)
        recording = replace(report.analysis.recording, name="x")
        changed = replace(report, analysis=replace(report.analysis, recording=recording))
        east.reports.keep(changed, actor="test")
        east.sync.run_once()
    finally:
        with central.writing() as connection:
            connection.execute(sa.text("ALTER TABLE report_sync_meta DROP CONSTRAINT poison"))
    assert {one for _, one, _ in changes(central)} == set(ids) - {poison}
    (parked,) = east.sync.refused()
    assert parked.entity_id == poison
    assert "cannot store" in str(parked.reason)
    assert east.reports.summary(poison).sync is SyncState.PARKED
    assert east.sync.retry_parked() == 1
    assert east.sync.run_once().sent == 1
    assert east.sync.status().parked == 0


def test_a_report_that_is_too_large_for_the_server_is_parked_and_the_others_go(
    make: Make, central: Database
) -> None:
    """R11. A server that takes a megabyte at once, and a report of four thousand incidents."""
    east = make("east", batch=3)
    with central.writing() as connection:
        connection.execute(sa.text("SET GLOBAL max_allowed_packet = 1048576"))
    try:
        first, large = keep(east), keep(east, incidents=4000)
        last = keep(east)
        assert east.sync.run_once().sent == 2
    finally:
        with central.writing() as connection:
            connection.execute(sa.text("SET GLOBAL max_allowed_packet = 67108864"))
    assert {one for one, _, _ in held(central)} == {first, last}
    (parked,) = east.sync.refused()
    assert (parked.entity_id, "max_allowed_packet" in str(parked.reason)) == (large, True)
    east.sync.close()
    assert east.sync.retry_parked() == 1
    east.sync.run_once()
    assert east.held() == held(central)


def test_who_vanishes_in_the_middle_of_a_push_frees_the_clock(
    make: Make, central_options: ServerOptions
) -> None:
    """R33. The default is 30 seconds."""
    assert ServerOptions().idle_timeout_sec <= 60
    vanished = Database.server(replace(central_options, idle_timeout_sec=1))
    connection = vanished.engine.connect()
    connection.begin()
    connection.execute(sa.select(schema.sync_clock).with_for_update())
    east = make("east")
    keep(east)
    assert east.sync.run_once().sent == 1
    connection.invalidate()
    vanished.close()


def test_clocks_that_are_off_by_more_than_a_year_change_nothing(make: Make) -> None:
    """R10."""
    now = datetime.now(timezone.utc)
    fast = make("fast", clock=lambda: now + timedelta(days=400))
    slow = make("slow", clock=lambda: now - timedelta(days=400))
    for at in (fast, slow, fast, slow):
        keep(at)
        at.sync.run_once()
    fast.sync.run_once()
    assert fast.held() == slow.held()
    (warning,) = fast.sync.status().warnings
    assert "differ by 400 days" in warning or "differ by 399 days" in warning


def test_a_server_schema_from_the_future_is_not_written_to(make: Make, central: Database) -> None:
    """R15, I13. Mutant: `Centre.check` without the comparison writes two rows."""
    east = make("east")
    keep(east)
    ours = migration.check(central).wanted
    with central.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'future'"))
    try:
        with pytest.raises(QueueOnlyError, match="newer version of this program"):
            east.sync.run_once()
        assert changes(central) == []
        assert east.sync.status().pending == 1
        assert "kept here" in east.sync.status().sentence
    finally:
        with central.writing() as connection:
            connection.execute(sa.text(f"UPDATE alembic_version SET version_num = '{ours}'"))
    assert east.sync.run_once().sent == 1


def test_no_server_at_all_is_explained_and_everything_waits(make: Make) -> None:
    east = make("east")
    keep(east)
    away = workstation(
        east.folder, Path("unused"), ServerOptions(host="127.0.0.1", port=1, user="nobody")
    )
    with pytest.raises(ServerUnreachableError, match="Nothing is lost"):
        away.sync.run_once()
    status = away.sync.status()
    assert status.pending == 1
    assert "does not answer" in status.sentence
    away.close()


def test_a_restored_backup_that_reissues_a_decision_number_is_told_so(
    make: Make, tmp_path: Path, central: Database
) -> None:
    east = make("east")
    report_id = keep(east)
    east.sync.run_once()
    east.close()
    shutil.copytree(east.folder, tmp_path / "copy")
    east, copy = make("east"), make("copy")
    decide(east, report_id, Verdict.CONFIRM)
    decide(copy, report_id, Verdict.DISMISS)
    east.sync.run_once()
    copy.sync.run_once()
    assert len(rows(central, schema.review_decisions)) == 1
    assert copy.sync.status().conflicts == 1
    with copy.store.reading() as unit:
        (told,) = unit.connection.execute(
            sa.select(schema.outbox.c.reason).where(schema.outbox.c.state == "conflict")
        ).scalars()
    assert "new-identity" in str(told)


def test_a_copied_disk_converges_after_the_advice_was_followed(make: Make, tmp_path: Path) -> None:
    east = make("east")
    report_id = keep(east)
    east.sync.run_once()
    east.close()
    shutil.copytree(east.folder, tmp_path / "copy")
    east, copy = make("east"), make("copy")
    decide(east, report_id, Verdict.CONFIRM)
    decide(copy, report_id, Verdict.DISMISS)
    east.sync.run_once()
    copy.sync.run_once()
    copy.store.renew_origin()
    copy.sync.run_once()
    east.sync.run_once()
    for one in (east, copy):
        assert state(one, report_id) is IncidentState.DISPUTED, "neither knew of the other"
    decide(copy, report_id, Verdict.CONFIRM, "both looked again")
    for one in (copy, east, copy, east):
        one.sync.run_once()
    assert state(east, report_id) is state(copy, report_id) is IncidentState.CONFIRMED
    assert copy.sync.status().conflicts == 0


def test_the_audit_head_travels_and_a_rewritten_log_is_noticed(
    make: Make, central: Database
) -> None:
    """R25."""
    east = make("east")
    keep(east)
    east.sync.run_once()
    (head,) = rows(central, schema.audit_heads)
    assert head.head == east.verification.audit_head().hash
    with east.store.writing() as unit:
        unit.connection.execute(sa.delete(schema.audit_log))
        unit.audit.append("someone", "report_saved", "something else")
    east.sync.run_once()
    assert "written anew" in east.sync.status().alarms[0]


def test_the_list_can_ask_for_what_waits(make: Make) -> None:
    east = make("east")
    keep(east)
    assert east.reports.page(ReportFilter(sync=SyncState.PENDING)).total == 1
    east.sync.run_once()
    assert east.reports.page(ReportFilter(sync=SyncState.PENDING)).total == 0
