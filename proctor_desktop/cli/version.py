"""``--version``: the version, and the commit where it is known."""

from pathlib import Path

import typer

import proctor_desktop
from proctor_desktop.paths import bundle

SHORT = 10
COMMIT_FILE = "commit.txt"
"""Beside the program in a frozen build, see build.spec."""


def show_version(wanted: bool) -> None:
    """Print the version and end, when ``--version`` was given."""
    if not wanted:
        return
    commit = current_commit()
    typer.echo(f"proctor-desktop {proctor_desktop.__version__}{f' ({commit})' if commit else ''}")
    raise typer.Exit


def current_commit() -> str | None:
    """First letters of the commit that this program was built from or is checked out at."""
    if (unpacked := bundle()) is not None:
        return _text(unpacked / COMMIT_FILE)
    folder = Path(__file__).resolve().parents[2] / ".git"
    head = _text(folder / "HEAD") or ""
    if not head.startswith("ref: "):
        return head[:SHORT] or None
    name = head.removeprefix("ref: ")
    commit = _text(folder / name) or _packed(folder, name)
    return commit[:SHORT] if commit else None


def _packed(folder: Path, name: str) -> str | None:
    """A reference that git has moved into its one file for many."""
    for line in (_text(folder / "packed-refs") or "").splitlines():
        commit, _, reference = line.partition(" ")
        if reference == name:
            return commit
    return None


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8").strip() or None
    except OSError:
        return None
