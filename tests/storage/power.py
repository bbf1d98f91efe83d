"""A power cut, simulated under SQLite: what was not synced is lost, cut or out of order.

The statements of real saves are recorded with everything that is bound to them, and run again over
a file system that remembers which writes were synced. At a random moment the power goes: of the
writes that were not synced, each sector is kept or lost by chance.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
from sqlalchemy import event

from proctor_desktop.storage.check import check_file
from proctor_desktop.storage.database import FILE_NAME, Database
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.samples import a_report, some_signals

SECTOR = 512


class PowerCut(BaseException):
    """The moment in which nothing is written any more."""


@dataclass
class PowerResult:
    """Sums over all trials."""

    acknowledged: int = 0
    lost: int = 0
    corrupt: int = 0


@dataclass
class Disk:
    """Files as they are on the platter, and writes that are only in the cache."""

    cut_after: int
    ignore_syncs: bool
    platter: dict[str, bytearray] = field(default_factory=dict)
    cache: dict[str, list[tuple[int, bytes | None]]] = field(default_factory=dict)
    operations: int = 0

    def write(self, name: str, offset: int, content: bytes | None) -> None:
        """Into the cache; None truncates to the offset."""
        self.operations += 1
        if self.operations > self.cut_after:
            raise PowerCut
        self.cache.setdefault(name, []).append((offset, content))

    def sync(self, name: str) -> None:
        """From the cache to the platter."""
        self.operations += 1
        if self.operations > self.cut_after:
            raise PowerCut
        if self.ignore_syncs:
            return
        for offset, content in self.cache.pop(name, []):
            _store(self.platter.setdefault(name, bytearray()), offset, content)

    def lose_power(self, source: random.Random, folder: Path) -> None:
        """Write what is left of every file into a folder."""
        for name in {*self.platter, *self.cache}:
            content = bytearray(self.platter.get(name, b""))
            writes = self.cache.get(name, [])
            if source.random() < 0.5:
                source.shuffle(writes)
            for offset, piece in writes:
                _store_by_chance(content, offset, piece, source)
            (folder / name).write_bytes(content)


def _store(content: bytearray, offset: int, piece: bytes | None) -> None:
    if piece is None:
        del content[offset:]
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(piece)] = piece


def _store_by_chance(
    content: bytearray, offset: int, piece: bytes | None, source: random.Random
) -> None:
    if piece is None:
        if source.random() < 0.5:
            _store(content, offset, None)
        return
    for at in range(0, len(piece), SECTOR):
        if source.random() < 0.5:
            _store(content, offset + at, piece[at : at + SECTOR])


class _File(apsw.VFSFile):
    """A file of SQLite's own, whose writes and syncs are noted."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        path = name.filename() if hasattr(name, "filename") else str(name)
        self._disk = disk
        self._name = Path(path).name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.write(self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.write(self._name, size, None)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.sync(self._name)


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__("power", "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        path = name.filename() if hasattr(name, "filename") else name
        if path is None or not str(path).endswith((FILE_NAME, "-wal")):
            return super().xOpen(name, flags)
        return _File(self._disk, name, flags)


def recorded(
    folder: Path, empty_file: Path, saves: int
) -> tuple[list[str], list[list[str]], list[str]]:
    """Set-up statements, statements of each save, and the ids that they save."""
    path = Path(shutil.copy(empty_file, folder / "recording.sqlite3"))
    said: list[str] = []
    database = Database.local(path)

    @event.listens_for(database.engine, "connect", insert=True)
    def listen(connection: sqlite3.Connection, _record: object) -> None:
        connection.set_trace_callback(said.append)

    store = Store(database)
    assert store.origin
    set_up = [one for one in said if one.startswith("PRAGMA")]
    portions, ids = [], []
    for _ in range(saves):
        said.clear()
        report = a_report()
        with store.writing() as unit:
            unit.reports.save(report)
            unit.signals.save(report.report_id, some_signals(3))
            unit.audit.append("test", "report_saved", report.report_id)
        portions.append(list(said))
        ids.append(report.report_id)
    database.close()
    return set_up, portions, ids


def power_loss_trials(
    folder: Path, empty_file: Path, *, trials: int, seed: int, ignore_syncs: bool = False
) -> PowerResult:
    """Cut the power at random moments while reports are saved; what was lost or damaged."""
    source = random.Random(seed)
    set_up, portions, ids = recorded(folder, empty_file, saves=12)
    total = _operations(folder / "dry", empty_file, set_up, portions)
    result = PowerResult()
    for number in range(trials):
        case = folder / f"trial{number}"
        disk = Disk(source.randrange(1, total), ignore_syncs)
        acknowledged = _run(case, empty_file, disk, set_up, portions)
        result.acknowledged += acknowledged
        after = case / "after"
        after.mkdir()
        disk.lose_power(source, after)
        _judge(after, ids[:acknowledged], result)
        shutil.rmtree(case)
    return result


def _operations(case: Path, empty_file: Path, set_up: list[str], portions: list[list[str]]) -> int:
    disk = Disk(10**9, False)
    assert _run(case, empty_file, disk, set_up, portions) == len(portions)
    return disk.operations


def _run(
    case: Path, empty_file: Path, disk: Disk, set_up: list[str], portions: list[list[str]]
) -> int:
    """Run the saves until the power goes; how many were acknowledged."""
    case.mkdir()
    path = Path(shutil.copy(empty_file, case / FILE_NAME))
    disk.platter[FILE_NAME] = bytearray(path.read_bytes())
    vfs = _Vfs(disk)
    acknowledged = 0
    connection = apsw.Connection(str(path), vfs="power")
    try:
        for statement in set_up:
            connection.execute(statement)
        connection.wal_autocheckpoint(20)
        for portion in portions:
            for statement in portion:
                connection.execute(statement)
            acknowledged += 1
    except (PowerCut, apsw.Error):
        pass
    finally:
        _closed(connection.close)
        vfs.unregister()
    return acknowledged


def _closed(close: Callable[[], None]) -> None:
    with suppress(PowerCut, apsw.Error):
        close()


def _judge(folder: Path, acknowledged: list[str], result: PowerResult) -> None:
    path = folder / FILE_NAME
    if check_file(path):
        result.corrupt += 1
        return
    store = Store(Database.local(path))
    try:
        with store.reading() as unit:
            held = unit.reports.known(acknowledged)
            faults = unit.reports.faults()
        result.lost += len(acknowledged) - len(held)
        result.corrupt += bool(faults)
    finally:
        store.database.close()
