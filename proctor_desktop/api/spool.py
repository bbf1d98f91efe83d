"""The folder where uploads wait for their analysis; every name in it is the server's own.

A file that is being written ends in ``.part`` and is locked by its writer; a complete one ends in
``.video``. What a dead process left behind is swept at the next start.
"""

import logging
import os
import shutil
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from proctor_desktop.domain.errors import DiskFullError

if sys.platform != "win32":  # there an open file cannot be deleted, which serves as the lock
    import fcntl

logger = logging.getLogger(__name__)

_ORPHAN_SEC = 600.0
"""A complete file without a job is kept for so long: its job may be about to be written."""

_UNLOCKED_SEC = 5.0
"""A part is locked just after it was made; a younger one without a lock may be about to be."""

_MEGABYTE = 1_000_000


class PartFile:
    """A file that vanishes unless it is kept."""

    def __init__(self, folder: Path) -> None:
        self._part = folder / f"{uuid.uuid4().hex}.part"
        self.file: BinaryIO = self._part.open("xb", buffering=0)
        self._part.chmod(0o600)
        if sys.platform != "win32":
            fcntl.flock(self.file, fcntl.LOCK_EX)

    def keep(self) -> Path:
        """Sync the file and its folder to the disk, and give it its final name."""
        os.fsync(self.file.fileno())
        self.file.close()
        final = self._part.with_suffix(".video")
        self._part.replace(final)
        _sync_folder(final.parent)
        return final

    def discard(self) -> None:
        """Close and delete; nothing happens to a file that was kept."""
        self.file.close()
        self._part.unlink(missing_ok=True)


class Spool:
    """The folder, its free space, and what may be deleted from it."""

    def __init__(
        self, folder: Path, *, min_free_mb: int, now: Callable[[], float] = time.time
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder = folder
        self._min_free = min_free_mb * _MEGABYTE
        self._now = now

    @contextmanager
    def new_file(self) -> Iterator[PartFile]:
        """A fresh file; it is deleted at the end of the block unless it was kept."""
        target = PartFile(self.folder)
        try:
            yield target
        finally:
            target.discard()

    def path(self, name: str) -> Path:
        """The file of a job; only names of this folder's own making are answered."""
        if Path(name).name != name:
            raise ValueError(f"{name!r} is not a name of the spool")
        return self.folder / name

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether no other process on this folder is inside such a block now."""
        with (self.folder.parent / "upkeep.lock").open("wb") as lock:
            yield _locks(lock)

    def check_room(self, coming: int = 0) -> None:
        """Raise `DiskFullError` when ``coming`` further bytes would leave too little free."""
        if shutil.disk_usage(self.folder).free - coming < self._min_free:
            raise DiskFullError(
                "There is too little room left on the server's disk for this video. "
                "Ask its operator to free some, and send it again."
            )

    def remove(self, name: str) -> None:
        """Delete a job's file if it is still there."""
        with suppress(OSError):
            self.path(name).unlink(missing_ok=True)

    def sweep(self, needed: set[str]) -> int:
        """Delete what no job and no living writer needs; answers how many files."""
        swept = 0
        for path in self.folder.iterdir():
            if path.suffix == ".part":
                abandoned = self._age(path) > _UNLOCKED_SEC and _has_no_writer(path)
            elif path.suffix == ".video":
                abandoned = path.name not in needed and self._age(path) > _ORPHAN_SEC
            else:
                continue
            if abandoned:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
                    swept += 1
        if swept:
            logger.info("swept the spool", extra={"files": swept})
        return swept

    def _age(self, path: Path) -> float:
        try:
            return self._now() - path.stat().st_mtime
        except FileNotFoundError:
            return 0.0


def _has_no_writer(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _locks(stream)
    except OSError:
        return False


def _locks(stream: BinaryIO) -> bool:
    """Whether the file could be locked; it is free again when it is closed."""
    try:
        if sys.platform != "win32":
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
