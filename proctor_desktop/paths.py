"""Where the program's own resources lie, and the folders that belong to the user."""

import sys
from importlib.util import find_spec
from pathlib import Path

import platformdirs

APPLICATION = "proctor-desktop"
PRODUCT = "Proctor Desktop"
"""What people call it."""


def bundle() -> Path | None:
    """Where a frozen build keeps its files (see build.spec); None in an ordinary installation."""
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder is not None else None


def library_folder(name: str) -> Path | None:
    """Folder of a library's files, without importing it; None where they are not installed.

    A frozen build holds the files of some libraries whose code it has no use for.
    """
    if (unpacked := bundle()) is not None:
        return unpacked / name if (unpacked / name).is_dir() else None
    found = find_spec(name)
    return Path(found.origin).parent if found is not None and found.origin else None


def resource(name: str) -> Path:
    """Path of a shipped file, named relative to ``resources/``.

    The folder lies beside the package in a checkout, inside it in an installed wheel, and in the
    unpacked bundle of a frozen build.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    roots = [package.parent / "resources", package / "_resources"]
    if (unpacked := bundle()) is not None:
        roots.insert(0, unpacked / "resources")
    for root in roots:
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"The file {name} is missing from this installation. Install it again.")


def user_folder() -> Path:
    """Folder of this user's database, evidence and unfinished work (not created here)."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def log_folder() -> Path:
    """Folder of this user's log files (not created here)."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))
