"""Recordings that were sent to a worker: where they lie on its own disk.

The functions run on the workers.
"""

import os
import shutil
import tempfile
from pathlib import Path

SENT = "sent:"
"""First part of a path that means a recording that was sent, wherever the worker keeps it."""


def folder() -> Path:
    """Where this worker keeps what is sent to it; private to its user.

    Raises:
        PermissionError: somebody else has made a folder of that name.
    """
    owner = os.getuid() if hasattr(os, "getuid") else 0
    private = Path(tempfile.gettempdir()) / f"proctor-recordings-{owner}"
    private.mkdir(mode=0o700, exist_ok=True)
    if private.is_symlink() or (owner and private.stat().st_uid != owner):
        raise PermissionError(f"{private} belongs to somebody else")
    return private


def found(path: Path) -> Path:
    """The path on this worker's disk."""
    return folder().joinpath(*path.parts[1:]) if path.parts[:1] == (SENT,) else path


def has(path: str, size: int) -> bool:
    """Whether this worker sees a file of this size under this path."""
    try:
        return os.stat(path).st_size == size  # noqa: PTH116 - a path of another computer
    except OSError:
        return False


def write(name: str, offset: int, piece: bytes) -> None:
    """Write a piece of a recording; workers of one computer write the same bytes."""
    target = folder() / name
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with target.open("r+b" if target.exists() else "wb") as stream:
        stream.seek(offset)
        stream.write(piece)


def remove(name: str) -> None:
    """Remove a recording with its own folder."""
    shutil.rmtree((folder() / name).parent, ignore_errors=True)
