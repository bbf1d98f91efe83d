"""What the workstation's own disk can do to it: fill up, flip bits, lose power, end in between."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pytest

from proctor_desktop.domain.errors import DatabaseLockedError, DiskFullError, StorageError
from proctor_desktop.storage.check import check_file
from proctor_desktop.storage.database import FILE_NAME, Database
from proctor_desktop.storage.disk import (
    drop_ballast,
    keep_ballast,
    require_room,
    write_whole,
)
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.chaos import evidence_kills, saved
from tests.storage.damage import Damage, damage_trials
from tests.storage.faults import in_child
from tests.storage.power import power_loss_trials
from tests.storage.samples import a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation


@pytest.fixture
def at(tmp_path: Path, empty_file: Path) -> Workstation:
    """A workstation without a server."""
    return workstation(tmp_path / "here", empty_file, ServerOptions())


def fill(at: Workstation, limit: Callable[[], None]) -> tuple[set[str], str]:
    """Keep reports until the disk is full; ids that were acknowledged, and what was said."""
    limit()
    acknowledged = set()
    for _ in range(2000):
        report = a_report()
        try:
            at.reports.keep(report, some_signals(20), actor="test")
        except DiskFullError as error:
            return acknowledged, str(error)
        acknowledged.add(report.report_id)
    pytest.fail("the disk did not fill up")


def test_a_full_database_is_said_in_words_and_work_resumes(at: Workstation) -> None:
    """R7, first way: SQLITE_FULL."""

    def limit() -> None:
        # The limit belongs to a connection, and the pool hands the same one out again.
        with at.store.database.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 100}")

    acknowledged, said = fill(at, limit)
    assert "no room left" in said
    assert "free some space" in said.lower()
    assert {one for one, _, _ in at.held()} == acknowledged
    with at.store.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    acknowledged |= saved(at, 1)
    assert {one for one, _, _ in at.held()} == acknowledged
    assert check_file(at.store.database.path or Path()) == []
    assert at.verification.verify().is_sound


def test_a_limit_on_file_size_loses_nothing_acknowledged(tmp_path: Path, empty_file: Path) -> None:
    """R7, second way: SQLITE_IOERR_WRITE, in a child because the limit cannot be lifted."""

    def work(say: Callable[[str], None]) -> None:
        at = workstation(tmp_path / "here", empty_file, ServerOptions())
        size = (tmp_path / "here" / FILE_NAME).stat().st_size + 400_000

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

        acknowledged, _ = fill(at, limit)
        for one in acknowledged:
            say(one)
        say("full")

    status, said = in_child(work)
    assert (status, said[-1]) == (0, "full")
    at = workstation(tmp_path / "here", empty_file, ServerOptions())
    assert {one for one, _, _ in at.held()} >= set(said[:-1])
    assert at.verification.verify().is_sound


_ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from tests.storage import test_local_faults
getattr(test_local_faults, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3]))
"""


def small_disk(folder: Path, empty_file: Path) -> None:
    """Third way, on a disk of 6 MB: fill it with the reserve, free some space, go on."""
    at = workstation(folder / "here", empty_file, ServerOptions())
    keep_ballast(at.folder, 1_000_000, floor=0)
    (folder / "somebody's film").write_bytes(bytes(1_000_000))
    acknowledged, _ = fill(at, lambda: None)
    assert {one for one, _, _ in at.held()} == acknowledged
    assert not drop_ballast(at.folder), "the reserve was not used"
    (folder / "somebody's film").unlink()
    acknowledged |= saved(at, 1)
    assert {one for one, _, _ in at.held()} == acknowledged
    assert at.verification.verify().is_sound


def read_on_it(folder: Path, empty_file: Path) -> None:
    """What was kept is shown where nothing can be written, and writing says which of both it is."""
    at = workstation(folder / "here", empty_file, ServerOptions())
    acknowledged = saved(at, 3)
    at.close()
    with suppress(OSError), (folder / "somebody's film").open("wb", 0) as film:
        while True:
            film.write(bytes(1000))
    shown(folder, empty_file, acknowledged, "no room left")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    shown(folder, empty_file, acknowledged, "cannot be written")
    subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
    (folder / "somebody's film").unlink()
    at = workstation(folder / "here", empty_file, ServerOptions())
    acknowledged |= saved(at, 1)
    assert {one for one, _, _ in at.held()} == acknowledged


def read_after_crash(folder: Path, empty_file: Path) -> None:
    """What a crash left in the log is shown too where nothing can be written."""
    with TemporaryDirectory() as elsewhere:
        at = workstation(Path(elsewhere) / "here", empty_file, ServerOptions())
        acknowledged = saved(at, 3)
        shutil.copytree(at.folder, folder / "here")
        at.close()
    (folder / "here" / f"{FILE_NAME}-shm").unlink()
    assert (folder / "here" / f"{FILE_NAME}-wal").stat().st_size > 0
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    before = len(list(Path(gettempdir()).glob("proctor-desktop-*")))
    shown(folder, empty_file, acknowledged, "cannot be written")
    assert len(list(Path(gettempdir()).glob("proctor-desktop-*"))) == before


def shown(folder: Path, empty_file: Path, acknowledged: set[str], says: str) -> None:
    at = workstation(folder / "here", empty_file, ServerOptions())
    assert {row.report_id for row in at.reports.page().rows} == acknowledged
    for report_id in acknowledged:
        assert at.reports.get(report_id).report_id == report_id
    assert at.verification.verify().is_sound
    with pytest.raises(StorageError, match=says):
        saved(at, 1)
    at.close()


@pytest.mark.parametrize("what", ["small_disk", "read_on_it", "read_after_crash"])
def test_a_small_disk_that_is_full_keeps_what_it_has_and_work_resumes(
    what: str, tmp_path: Path, empty_file: Path
) -> None:
    """R7, third way, and R36: a real file system of 6 MB that is full, or only read."""
    small = tmp_path / "small"
    small.mkdir()
    mount = f"mount -t tmpfs -o size=6m tmpfs {small}"
    run = f'{mount} && exec "$@"'
    command = ["unshare", "-m" if os.getuid() == 0 else "-rm", "sh", "-c", run, "sh"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this account may not mount a small file system of its own")
    done = subprocess.run(
        [*command, sys.executable, "-c", _ON_A_SMALL_DISK, what, str(small), str(empty_file)],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_evidence_that_does_not_fit_leaves_nothing_half_written(tmp_path: Path) -> None:
    def work(say: Callable[[str], None]) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
        folder = EvidenceFolder(tmp_path / "evidence")
        picture = a_picture(content=bytes(5000))
        try:
            folder.write("0" * 36, picture.evidence, picture.jpeg)
        except DiskFullError as error:
            say("refused" if "Free some" in str(error) else "wrong")

    assert in_child(work) == (0, ["refused"])
    assert list((tmp_path / "evidence").glob("*/*")) == []


def test_no_analysis_starts_without_room_for_its_result(tmp_path: Path) -> None:
    require_room(tmp_path, 1)
    with pytest.raises(DiskFullError, match="MB are needed"):
        require_room(tmp_path, 2**60)


def test_the_reserve_never_fills_the_disk_itself(tmp_path: Path) -> None:
    keep_ballast(tmp_path, 10, floor=2**60)
    assert not drop_ballast(tmp_path)


def test_every_damage_of_a_page_is_found(tmp_path: Path, empty_file: Path) -> None:
    """R8. Mutant: `no_hash_check` (`is_sound` always true) lets damaged documents through."""
    found = damage_trials(tmp_path, empty_file, Damage.PAGE, trials=25, seed=1)
    assert found.hit > 15
    assert found.noticed == found.hit


def test_a_single_bit_is_found_nine_times_of_ten(tmp_path: Path, empty_file: Path) -> None:
    """R8."""
    found = damage_trials(tmp_path, empty_file, Damage.BIT, trials=40, seed=2)
    assert found.hit > 10
    assert found.noticed >= 0.9 * found.hit


def test_kill_9_while_evidence_is_written_leaves_no_row_without_its_file(
    tmp_path: Path, empty_file: Path
) -> None:
    """R26, I14. Mutant: `row_first` (row committed before the file) leaves rows without a file."""
    result = evidence_kills(tmp_path, empty_file, kills=8)
    assert result.rows > 0


def test_power_loss_loses_no_acknowledged_report(tmp_path: Path, empty_file: Path) -> None:
    """R6. Mutant: `synchronous=OFF` in `_prepare_file` loses commits and damages files."""
    result = power_loss_trials(tmp_path, empty_file, trials=15, seed=3)
    assert result.acknowledged > 15
    assert (result.lost, result.corrupt) == (0, 0)


def test_power_loss_without_syncs_is_noticed_by_the_same_trial(
    tmp_path: Path, empty_file: Path
) -> None:
    """R6, negative control: the trial can see a loss."""
    result = power_loss_trials(tmp_path, empty_file, trials=15, seed=3, ignore_syncs=True)
    assert result.lost + result.corrupt > 0


def test_another_writer_is_waited_for_and_then_named(
    local_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = local_store.database.path
    assert path is not None
    monkeypatch.setattr("proctor_desktop.storage.database.BUSY_TIMEOUT_MS", 50)
    other = Store(Database.local(path))
    assert local_store.origin
    with (
        local_store.writing(),
        pytest.raises(DatabaseLockedError, match="Another program"),
        other.database.writing(),
    ):
        pass
    other.database.close()


def test_readers_go_on_while_somebody_writes(at: Workstation) -> None:
    saved(at, 1)
    with at.store.writing() as unit:
        unit.reports.save(a_report())
        assert at.reports.page().total == 1


def test_a_file_that_is_no_database_is_left_alone_and_named(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"this is no database" * 1000)
    with pytest.raises(StorageError, match="damaged"), Database.local(path).reading():
        pytest.fail("it was opened")
    assert path.read_bytes().startswith(b"this is no")


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """Killed at random while the same file is written again and again."""
    path = tmp_path / "file"
    contents = [bytes([number]) * 200_000 for number in range(4)]

    def work(_: Callable[[str], None]) -> None:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, random.uniform(0.005, 0.06))
        while True:
            write_whole(path, random.choice(contents))

    for _ in range(10):
        status, _ = in_child(work)
        assert os.WIFSIGNALED(status)
        assert not path.exists() or path.read_bytes() in contents
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_a_folder_that_is_gone_is_no_full_disk(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Check the rights of the folder") as caught:
        write_whole(tmp_path / "gone" / "picture.jpg", b"x")
    assert not isinstance(caught.value, DiskFullError)
