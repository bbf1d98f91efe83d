"""Whole cases of the fault tests, in sizes for the checks and, through `soak`, for long runs."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.domain.errors import ServerUnreachableError
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.faults import arm, in_child
from tests.storage.samples import a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, changes, held, workstation


@dataclass
class Centred:
    """A centre and the workstations around it."""

    folder: Path
    empty_file: Path
    options: ServerOptions
    _open: list[Workstation] = field(default_factory=list)

    def workstation(self, name: str, **changes: object) -> Workstation:
        """A workstation of that name; what it had before is there again."""
        options = replace(self.options, **changes)  # type: ignore[arg-type]  # names of options
        return workstation(self.folder / name, self.empty_file, options)

    def changes(self) -> list[tuple[int, str, int]]:
        """Number, id and revision of every change at the centre."""
        with self.database() as database:
            return changes(database)

    def database(self) -> "_Closing":
        """The centre's database, closed at the end of a block."""
        return _Closing(Database.server(self.options))


@dataclass
class _Closing:
    database: Database

    def __enter__(self) -> Database:
        return self.database

    def __exit__(self, *_: object) -> None:
        self.database.close()


def fill_the_server(at: Workstation) -> tuple[set[str], str]:
    """Keep and send until the server takes no more; acknowledged ids, and its refusal in words."""
    acknowledged: set[str] = set()
    for _ in range(100):
        acknowledged |= saved(at, 100)
        try:
            at.sync.run_once()
        except ServerUnreachableError as error:
            return acknowledged, str(error)
    raise AssertionError("the server never became full")


def saved(at: Workstation, count: int) -> set[str]:
    """Keep reports; ids of those that were acknowledged."""
    ids = set()
    for _ in range(count):
        report = a_report(incidents=random.randrange(3))
        at.reports.keep(report, actor="test")
        ids.add(report.report_id)
    return ids


def assert_converged(
    centred: Centred, workstations: Sequence[Workstation], acknowledged: set[str]
) -> None:
    """I1 to I6 after everything was exchanged."""
    for one in workstations:
        one.sync.run_once()
    for one in workstations:
        one.sync.run_once()
    with centred.database() as database:
        at_centre = held(database)
        numbered = changes(database)
        with database.reading() as connection:
            clock = connection.execute(sa.select(schema.sync_clock.c.seq)).scalar_one()
        with Store(database).reading() as unit:
            assert unit.reports.faults() == [], "I3: content differs from what was said"
    assert {one for one, _, _ in at_centre} >= acknowledged, "I1/I2: acknowledged and lost"
    assert [seq for seq, _, _ in numbered] == list(range(1, clock + 1)), "I5: not dense"
    once = {(one, revision) for _, one, revision in numbered}
    assert len(once) == len(numbered), "I2: a revision arrived twice"
    for one in workstations:
        assert one.held() == at_centre, "I6: not the same everywhere"
        status = one.sync.status()
        assert (status.pending, status.parked, status.conflicts, status.put_off) == (0, 0, 0, 0)


def kill_while_pushing(centred: Centred, point: str) -> None:
    """A workstation saves, and dies at ``point`` of its exchange; then everything goes on."""

    def work(say: Callable[[str], None]) -> None:
        east = centred.workstation("east")
        for report_id in saved(east, 3):
            say(report_id)
        arm(east, point)
        east.sync.run_once()

    status, acknowledged = in_child(work)
    assert os.WIFSIGNALED(status), f"the kill at {point} did not fire"
    assert len(acknowledged) == 3
    east, west = centred.workstation("east"), centred.workstation("west")
    assert_converged(centred, [east, west, east], set(acknowledged))
    east.close()
    west.close()


def kill_while_pulling(centred: Centred, point: str) -> None:
    """A workstation dies at ``point`` while it takes what another one sent."""
    east = centred.workstation("east")
    acknowledged = saved(east, 3)
    east.sync.run_once()
    east.close()

    def work(_: Callable[[str], None]) -> None:
        west = centred.workstation("west")
        arm(west, point)
        west.sync.run_once()

    status, _ = in_child(work)
    assert os.WIFSIGNALED(status), f"the kill at {point} did not fire"
    west = centred.workstation("west")
    assert_converged(centred, [west], acknowledged)
    west.close()


def kill_while_saving(folder: Path, empty_file: Path, kills: int) -> tuple[int, float]:
    """Kill a saving workstation again and again; acknowledged reports, and slowest reopening.

    After each kill every acknowledged report, with signals and picture, must be there and sound.
    """
    nowhere = ServerOptions()
    everything: set[str] = set()
    slowest = 0.0
    for _ in range(kills):

        def work(say: Callable[[str], None]) -> None:
            signal.setitimer(signal.ITIMER_REAL, random.uniform(0.05, 0.5))
            signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            at = workstation(folder / "saving", empty_file, nowhere)
            while True:
                picture = a_picture()
                report = a_report(pictures=(picture,))
                at.reports.keep(report, some_signals(2), (picture,), actor="test")
                say(report.report_id)

        status, acknowledged = in_child(work)
        assert os.WIFSIGNALED(status), "the kill did not fire"
        everything |= set(acknowledged)
        begin = time.perf_counter()
        at = workstation(folder / "saving", empty_file, nowhere)
        assert {one for one, _, _ in at.held()} >= everything, "acknowledged and lost"
        slowest = max(slowest, time.perf_counter() - begin)
        at.close()
    at = workstation(folder / "saving", empty_file, nowhere)
    assert at.verification.verify().faults == ()
    at.close()
    return len(everything), slowest


def writers_against_a_reader(centred: Centred, writers: int, reports: int) -> None:
    """Several workstations push one report at a time while another one pulls all the time."""
    names = [f"writer{number}" for number in range(writers)]
    stop = threading.Event()
    errors: list[BaseException] = []
    acknowledged: set[str] = set()

    def write(name: str) -> None:
        at = centred.workstation(name)
        try:
            for _ in range(reports):
                acknowledged.update(saved(at, 1))
                at.sync.run_once()
        except BaseException as error:  # noqa: BLE001 - shown by the main thread
            errors.append(error)
        finally:
            at.close()

    def read() -> None:
        at = centred.workstation("reader")
        while not stop.is_set():
            at.sync.run_once()
        at.close()

    reader = threading.Thread(target=read)
    reader.start()
    threads = [threading.Thread(target=write, args=[name]) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stop.set()
    reader.join()
    assert errors == []
    at = centred.workstation("reader")
    at.sync.run_once()
    assert {one for one, _, _ in at.held()} == acknowledged, "the reader skipped a change"
    assert_converged(centred, [at], acknowledged)
    at.close()


@dataclass(frozen=True)
class EvidenceResult:
    """What was found after all kills: rows, files without a row, unfinished files."""

    rows: int
    files_without_row: int
    unfinished: int


def evidence_kills(folder: Path, empty_file: Path, kills: int) -> EvidenceResult:
    """Kill a workstation that writes pictures all the time; every row must have its file."""
    nowhere = ServerOptions()

    def work(_: Callable[[str], None]) -> None:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, random.uniform(0.05, 0.4))
        at = workstation(folder / "pictures", empty_file, nowhere)
        while True:
            pictures = tuple(a_picture(f"I{number:03d}", os.urandom(20_000)) for number in (1, 2))
            report = a_report(pictures=pictures)
            at.reports.keep(report, None, pictures, actor="test")

    for _ in range(kills):
        status, _ = in_child(work)
        assert os.WIFSIGNALED(status), "the kill did not fire"
    at = workstation(folder / "pictures", empty_file, nowhere)
    assert at.verification.verify().faults == ()
    with at.store.reading() as unit:
        rows = unit.evidence.all()
    files = list((at.folder / "evidence").glob("*/*"))
    unfinished = sum(path.name.endswith(".part") for path in files)
    result = EvidenceResult(len(rows), len(files) - unfinished - len(rows), unfinished)
    at.retention.tidy(older_than_sec=0)
    left = list((at.folder / "evidence").glob("*/*"))
    assert len(left) == len(rows), "what a crash left behind was not tidied"
    at.close()
    return result
