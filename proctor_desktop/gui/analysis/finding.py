"""Recordings among the files and folders that a person gives."""

import mimetypes
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset(
    (
        *(".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".gif"),
        *(".mpg", ".mpeg", ".ts", ".m2ts", ".wmv", ".flv", ".ogv"),
    )
)
"""Of recordings that are looked for in folders."""

ROSTERS = frozenset((".csv", ".tsv"))
OTHER_KINDS = ("text/", "image/", "audio/", "application/pdf", "application/json")


@dataclass(frozen=True, slots=True)
class Found:
    """What was given.

    Attributes:
        recordings: files to analyse, in order and each once.
        rosters: tables of candidates.
        refused: files that are certainly no recordings.
        empty: folders without any recording.
    """

    recordings: tuple[Path, ...] = ()
    rosters: tuple[Path, ...] = ()
    refused: tuple[Path, ...] = ()
    empty: tuple[Path, ...] = ()


def found_in(given: Sequence[Path]) -> Found:
    """Sort what was given; folders are looked through to the bottom."""
    folders = {path: tuple(_recordings(path)) for path in given if path.is_dir()}
    files = [path for path in given if path not in folders]
    rosters = [path for path in files if path.suffix.lower() in ROSTERS]
    refused = [path for path in files if path not in rosters and _is_of_another_kind(path)]
    single = [path for path in files if path not in rosters and path not in refused]
    every = [*single, *(path for inside in folders.values() for path in inside)]
    empty = [path for path, inside in folders.items() if not inside]
    return Found(tuple(dict.fromkeys(every)), tuple(rosters), tuple(refused), tuple(empty))


def _recordings(folder: Path) -> Iterable[Path]:
    """Recordings under a folder by name; links to folders are not followed."""
    for place, inner, names in os.walk(folder):
        inner.sort()
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(place, name)


def _is_of_another_kind(path: Path) -> bool:
    kind, _ = mimetypes.guess_type(path.name)
    return path.suffix.lower() not in SUFFIXES and (kind or "").startswith(OTHER_KINDS)
