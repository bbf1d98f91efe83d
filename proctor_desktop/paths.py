"""Where the program's own resources lie, and the folders that belong to the user."""

import sys
from pathlib import Path

import platformdirs

APPLICATION = "proctor-desktop"


def resource(name: str) -> Path:
    """Path of a shipped file, named relative to ``resources/``.

    The folder lies beside the package in a checkout, inside it in an installed wheel, and in the
    unpacked bundle of a frozen build.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    roots = [package.parent / "resources", package / "_resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        roots.insert(0, Path(bundle) / "resources")
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
