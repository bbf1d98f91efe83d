"""Room on the disk, and files that are whole or not there at all."""

import errno
import os
import shutil
import threading
import time
from contextlib import suppress
from pathlib import Path

from proctor_desktop.domain.errors import DiskFullError, StorageError

BALLAST_BYTES = 64 * 1024 * 1024
FREE_SPACE_FLOOR_BYTES = 512 * 1024 * 1024
"""No analysis starts with less room than this."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

PART_SUFFIX = ".part"
"""Ending of a file that is still being written; whatever has it at start is thrown away."""


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be used ({error.strerror}). "
            "Choose another one (PROCTOR_FOLDER)."
        ) from error


def keep_private(path: Path) -> None:
    """Let nobody but its owner read a file, which is made where it is missing.

    Whoever made the folder may have let others in. Where the system knows no such rights, or the
    file is somebody else's, it stays as it is.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def require_room(folder: Path, needed: int = FREE_SPACE_FLOOR_BYTES) -> None:
    """Refuse to start something that could not be saved.

    Raises:
        DiskFullError: less than ``needed`` bytes are free where ``folder`` lies.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFullError(
            f"Only {free // 2**20} MB are free on the disk of {folder}, and {needed // 2**20} MB"
            " are needed to be sure that the result can be saved. Free some space and try again."
        )


def keep_ballast(
    folder: Path, size: int = BALLAST_BYTES, floor: int = FREE_SPACE_FLOOR_BYTES
) -> None:
    """Hold room in reserve as a file, for the day on which the disk is full.

    Nothing happens where the disk has too little room for it: it must not be what fills the disk.
    """
    ballast = folder / "ballast"
    if ballast.exists() or shutil.disk_usage(folder).free < size + floor:
        return
    write_whole(ballast, bytes(size))


def drop_ballast(folder: Path) -> bool:
    """Give the reserve back to the disk; whether there was one."""
    ballast = folder / "ballast"
    if not ballast.exists():
        return False
    ballast.unlink()
    return True


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is complete under its name or not there under it, power cut or not.

    Raises:
        DiskFullError: no room left; nothing stands under the name.
        StorageError: the folder cannot be written to; nothing stands under the name either.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}{PART_SUFFIX}")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno in _NO_ROOM:
            raise DiskFullError(
                f"{path.name} could not be written to {path.parent} ({error.strerror}). Free some"
                " space on the disk and try again."
            ) from error
        raise StorageError(
            f"{path.name} could not be written to {path.parent} ({error.strerror}). Check the"
            " rights of the folder and try again."
        ) from error


def write_first(path: Path, content: bytes) -> None:
    """As `write_whole`, for a file that nothing may replace: where another was first, it stays."""
    own = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.new")
    write_whole(own, content)
    try:
        os.link(own, path)
    except FileExistsError:
        pass
    finally:
        own.unlink()


def sweep_parts(folder: Path, older_than_sec: float) -> int:
    """Remove files of a folder that a crash left unfinished; how many.

    Young ones are left: another process may be writing them.
    """
    removed = 0
    for path in folder.glob(f"*{PART_SUFFIX}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime >= older_than_sec:
                path.unlink()
                removed += 1
    return removed


def sync_folder(folder: Path) -> None:
    """Make a rename or removal in ``folder`` survive a power cut (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
