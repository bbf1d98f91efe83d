"""A backup is put back: nothing that can still be read in the damaged file is lost."""

import shutil
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import DatabaseLockedError, StorageError
from proctor_desktop.storage import migration
from proctor_desktop.storage.check import check_file
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.restoring import put_aside, restore_newest_backup
from proctor_desktop.storage.server import ServerOptions
from tests.storage.chaos import saved
from tests.storage.samples import JPEG, a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation

PAGE = 4096


def with_backup(folder: Path, empty_file: Path) -> tuple[Workstation, set[str], str]:
    """Three reports that the backup has, and 31 later ones, the last with picture and signals."""
    at = workstation(folder, empty_file, ServerOptions())
    kept = saved(at, 3)
    migration.backup(folder / FILE_NAME)
    kept |= saved(at, 30)
    last = a_report(pictures=(a_picture(),))
    at.reports.keep(last, some_signals(20), [a_picture()], actor="test")
    return at, kept | {last.report_id}, last.report_id


def damage(path: Path, number: int) -> None:
    """Write over one page."""
    with path.open("r+b") as file:
        file.seek(number * PAGE)
        file.write(b"\xa5" * PAGE)


def read(at: Workstation) -> set[str]:
    """Ids of all reports that are whole."""
    ids = {one for one, _, _ in at.held()}
    assert all(at.reports.get(one).report_id == one for one in ids)
    return ids


def test_only_what_cannot_be_read_is_lost(tmp_path: Path, empty_file: Path) -> None:
    at, kept, _ = with_backup(tmp_path / "here", empty_file)
    at.close()
    path = tmp_path / "here" / FILE_NAME
    pages = path.stat().st_size // PAGE
    losses = []
    for number in range(2, pages, 16):
        case = tmp_path / "case"
        shutil.copytree(tmp_path / "here", case)
        damage(case / FILE_NAME, number)
        if check_file(case / FILE_NAME):
            restore_newest_backup(case / FILE_NAME)
            assert check_file(case / FILE_NAME) == []
            restored = workstation(case, empty_file, ServerOptions())
            losses.append(len(kept - read(restored)))
            restored.close()
        shutil.rmtree(case)
    assert len(losses) > 4
    assert sum(loss <= 6 for loss in losses) >= 0.8 * len(losses), losses


def test_what_waits_in_the_log_of_a_crash_and_later_pictures_are_kept(
    tmp_path: Path, empty_file: Path
) -> None:
    at, kept, last = with_backup(tmp_path / "here", empty_file)
    shutil.copytree(tmp_path / "here", tmp_path / "crashed")
    at.close()
    path = tmp_path / "crashed" / FILE_NAME
    assert path.with_name(f"{FILE_NAME}-wal").stat().st_size > 0
    restore_newest_backup(path)
    restored = workstation(tmp_path / "crashed", empty_file, ServerOptions())
    restored.retention.tidy(older_than_sec=0)
    assert read(restored) == kept
    assert restored.reports.picture(last, a_picture().evidence.name) == JPEG
    assert restored.verification.verify().is_sound
    restored.close()


def test_pictures_stay_while_a_damaged_file_may_name_them(tmp_path: Path, empty_file: Path) -> None:
    at, _, last = with_backup(tmp_path / "here", empty_file)
    at.close()
    path = tmp_path / "here" / FILE_NAME
    path.write_bytes(b"no database" * 1000)
    restore_newest_backup(path)
    restored = workstation(tmp_path / "here", empty_file, ServerOptions())
    restored.retention.tidy(older_than_sec=0)
    assert len(list((tmp_path / "here" / "evidence" / last).iterdir())) == 1
    restored.close()


def test_an_erased_report_is_not_taken_from_the_backup(tmp_path: Path, empty_file: Path) -> None:
    at, kept, _ = with_backup(tmp_path / "here", empty_file)
    gone = sorted(kept)[0]
    at.reports.erase(gone, reason="asked for", actor="registrar")
    at.close()
    restore_newest_backup(tmp_path / "here" / FILE_NAME)
    restored = workstation(tmp_path / "here", empty_file, ServerOptions())
    assert set(restored.reports.ids()) == kept - {gone}
    restored.close()


def test_nothing_is_restored_under_a_running_program(tmp_path: Path, empty_file: Path) -> None:
    at, kept, _ = with_backup(tmp_path / "here", empty_file)
    path = tmp_path / "here" / FILE_NAME
    with pytest.raises(DatabaseLockedError, match="Close the window"):
        restore_newest_backup(path)
    assert put_aside(path) == []
    assert read(at) == kept
    at.close()


def test_a_second_restore_keeps_what_the_first_put_aside(tmp_path: Path, empty_file: Path) -> None:
    at, _, _ = with_backup(tmp_path / "here", empty_file)
    at.close()
    path = tmp_path / "here" / FILE_NAME
    for _ in range(2):
        restore_newest_backup(path)
    assert len(put_aside(path)) == 2
    with pytest.raises(StorageError, match="no sound backup"):
        restore_newest_backup(tmp_path / FILE_NAME)
