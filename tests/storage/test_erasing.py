"""What was erased is in no file of the folder any more."""

from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.domain.jobs import Job
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.repositories.jobs import StoredJobs
from proctor_desktop.storage.restoring import restore_newest_backup
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.versions import deflated
from tests.storage.samples import JPEG, NOW, a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation

STUDENT = "STU-MARGUERITE-9071"


def kept(at: Workstation) -> str:
    """Id of a report with picture and signals of one student."""
    report = a_report(student_id=STUDENT, pictures=(a_picture(),))
    at.reports.keep(report, some_signals(20), [a_picture()], actor="test")
    return report.report_id


def files_with(folder: Path, *wanted: bytes) -> list[str]:
    """Names of the files that contain one of these bytes."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(one in path.read_bytes() for one in wanted)
    ]


def test_erased_text_and_pictures_are_in_no_file_while_the_program_runs(
    tmp_path: Path, empty_file: Path
) -> None:
    at = workstation(tmp_path / "here", empty_file, ServerOptions())
    report_id = kept(at)
    migration.backup(at.folder / FILE_NAME)
    assert len(files_with(at.folder, STUDENT.encode(), JPEG)) >= 3
    with at.store.reading() as unit:
        (version,) = unit.reports.versions([report_id])
    body = deflated(version.body)[:60]
    at.reports.erase(report_id, reason="asked for", actor="registrar")
    assert files_with(at.folder, STUDENT.encode(), JPEG, body) == []
    at.close()


def test_a_backup_does_not_revive_what_was_erased(tmp_path: Path, empty_file: Path) -> None:
    at = workstation(tmp_path / "here", empty_file, ServerOptions())
    report_id, other = kept(at), a_report()
    at.reports.keep(other, actor="test")
    path = at.folder / FILE_NAME
    migration.backup(path)
    at.reports.erase(report_id, reason="asked for", actor="registrar")
    at.close()
    path.write_bytes(b"no database" * 1000)
    restore_newest_backup(path)
    restored = workstation(tmp_path / "here", empty_file, ServerOptions())
    assert restored.reports.ids() == [other.report_id]
    restored.close()


def test_jobs_and_disputed_copies_forget_what_was_erased(tmp_path: Path, empty_file: Path) -> None:
    at = workstation(tmp_path / "here", empty_file, ServerOptions())
    report_id = kept(at)
    job = Job(report_id, report_id, STUDENT, "E", "1.mp4", f"{STUDENT}.mp4", "0" * 64, 9, NOW, NOW)
    StoredJobs(at.store.database).add(job, None, now=NOW, max_waiting=9)
    with at.store.database.writing() as connection:
        disputed = {
            "id": report_id,
            "report_id": report_id,
            "origin": report_id,
            "revision": 1,
            "sha256": "0" * 64,
            "body": STUDENT.encode(),
            "noticed_at": NOW,
        }
        connection.execute(sa.insert(schema.sync_conflicts).values(disputed))
    at.reports.erase(report_id, reason="asked for", actor="registrar")
    assert files_with(at.folder, STUDENT.encode()) == []
    at.close()


def test_a_backup_in_which_nothing_can_be_erased_is_removed(
    tmp_path: Path, empty_file: Path
) -> None:
    at = workstation(tmp_path / "here", empty_file, ServerOptions())
    report_id = kept(at)
    damaged = at.folder / "reports.backup-0007.sqlite3"
    damaged.write_bytes(STUDENT.encode() * 1000)
    at.reports.erase(report_id, reason="asked for", actor="registrar")
    assert not damaged.exists()
    at.close()
