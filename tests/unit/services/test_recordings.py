"""The recording of a report is found where it was, and never another one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.services.recordings import RecordingService, twins
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import a_report
from tests.storage.workstations import Workstation, workstation


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workstation]:
    path = tmp_path / "empty.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    made = workstation(tmp_path / "here", path, ServerOptions())
    yield made
    made.close()


@pytest.fixture
def recordings(at: Workstation) -> RecordingService:
    return RecordingService(at.store)


def video(path: Path, content: bytes = b"one") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def keep(at: Workstation, source: Path | None, recording: Path | None = None) -> str:
    """A report of the recording ``source``; its id."""
    report = a_report(source_sha256=None if source is None else file_sha256(source))
    at.reports.keep(report, actor="test", recording=recording)
    return report.report_id


def test_a_kept_report_knows_its_recording(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    assert recordings.recording_of(keep(at, path, path)) == path


def test_nobody_is_shown_what_is_not_there_or_is_another_file(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    report_id = keep(at, path, path)
    video(path, b"two")
    os.utime(path, ns=(1, 1))
    assert recordings.recording_of(report_id) is None
    path.unlink()
    assert recordings.recording_of(report_id) is None


def test_a_copy_of_another_date_is_the_recording_still(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    report_id = keep(at, path, path)
    os.utime(path, ns=(1, 1))
    assert recordings.recording_of(report_id) == path


def test_another_report_of_the_same_recording_knows_it_too(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    keep(at, path, path)
    assert recordings.recording_of(keep(at, path)) == path
    assert recordings.recording_of(keep(at, None)) is None


def test_a_found_recording_is_remembered(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    live = keep(at, None)
    path = video(tmp_path / "live.mkv")
    recordings.remember(live, path)
    assert recordings.recording_of(live) == path
    with pytest.raises(FileNotFoundError):
        recordings.remember(live, tmp_path / "none.mkv")


def test_a_folder_is_searched_for_all_that_are_missing_at_once(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    old = [video(tmp_path / f"{n}.mp4", bytes([n])) for n in range(3)]
    ids = [keep(at, path, path if n == 0 else None) for n, path in enumerate(old)]
    twin = keep(at, old[1])
    new = [video(tmp_path / "new" / "deep" / f"x{n}.MP4", bytes([n])) for n in range(3)]
    video(tmp_path / "new" / "notes.txt", bytes([2]))
    found = list(recordings.search(tmp_path / "new"))
    assert [(one.path, one.done, one.total) for one in found] == [
        (path, number, 3) for number, path in enumerate(new, start=1)
    ]
    assert [set(one.report_ids) for one in found] == [set(), {ids[1], twin}, {ids[2]}]
    assert [recordings.recording_of(one) for one in (*ids, twin)] == [old[0], *new[1:], new[1]]
    assert recordings.missing() == {}


def test_a_search_is_stopped(at: Workstation, recordings: RecordingService, tmp_path: Path) -> None:
    keep(at, video(tmp_path / "a.mp4"))
    video(tmp_path / "new" / "a.mp4")
    assert list(recordings.search(tmp_path / "new", lambda: True)) == []


def test_an_erased_report_leaves_no_path(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    report_id = keep(at, path, path)
    at.reports.erase(report_id, reason="asked for", actor="Ada")
    assert recordings.recording_of(report_id) is None
    with at.store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM recording_places").all() == []


def test_a_recording_that_was_analysed_is_recognised_under_another_name(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    report_ids = {keep(at, path), keep(at, path)}
    copy, other = video(tmp_path / "copy.mp4"), video(tmp_path / "b.mp4", b"two")
    assert set(recordings.already_analysed(copy)) == report_ids
    assert recordings.already_analysed(other) == ()


def test_a_recording_where_it_was_is_recognised_without_reading_it(
    at: Workstation,
    recordings: RecordingService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = video(tmp_path / "a.mp4")
    report_id = keep(at, path, path)
    read: list[Path] = []
    monkeypatch.setattr(
        "proctor_desktop.services.recordings.file_sha256", lambda path: str(read.append(path))
    )
    assert recordings.already_analysed(path) == (report_id,)
    assert read == []


def test_a_file_that_changed_is_no_recording_of_before(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / "a.mp4")
    keep(at, path, path)
    path.write_bytes(b"another exam")
    assert recordings.already_analysed(path) == ()


def test_files_that_hold_the_same_are_told_before_they_are_analysed(tmp_path: Path) -> None:
    first, other = video(tmp_path / "a.mp4"), video(tmp_path / "b.mp4", b"two")
    copies = [video(tmp_path / name) for name in ("c.mp4", "d.mp4")]
    paths = [first, other, tmp_path / "gone.mp4", *copies]
    assert twins(paths) == {copies[0]: first, copies[1]: first}
    assert twins([first, other]) == {}


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are text")
def test_a_recording_whose_name_is_in_no_encoding_is_kept_without_its_place(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    path = video(tmp_path / os.fsdecode(b"seat \xff.mp4"))
    report_id = keep(at, path, path)
    assert recordings.already_analysed(path) == (report_id,)
    assert recordings.recording_of(report_id) is None


def test_what_an_older_version_remembered_is_taken_over_if_it_is_still_the_recording(
    at: Workstation, recordings: RecordingService, tmp_path: Path
) -> None:
    there, changed = video(tmp_path / "a.mp4"), video(tmp_path / "b.mp4", b"two")
    kept, other = keep(at, there), keep(at, changed)
    remembered = {file_sha256(there): there, file_sha256(changed): changed, "ff": tmp_path / "c"}
    video(changed, b"another one now")
    assert recordings.take_over(remembered) == 1
    assert recordings.recording_of(kept) == there
    assert recordings.recording_of(other) is None
