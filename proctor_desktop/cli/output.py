"""Report files in a folder, one set for each video."""

import itertools
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.cli.terminal import say
from proctor_desktop.domain.errors import SettingsError, StorageError
from proctor_desktop.report import files
from proctor_desktop.report.files import Format, Material

if TYPE_CHECKING:
    from proctor_desktop.services.analyses import Finished

LONGEST_STEM = 180
"""Bytes of a name that are kept in the names of its files."""


def material_of(finished: "Finished") -> Material:
    """The material of an analysis that has just ended."""
    pictures = {one.evidence.name: one.jpeg for one in finished.pictures}
    return Material(finished.report, finished.outcome.track, pictures)


def chosen_formats(text: str) -> tuple[Format, ...]:
    """The formats in ``json,csv``, each once, in that order.

    Raises:
        SettingsError: one is not known, or there is none.
    """
    known = {one.value: one for one in Format}
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise SettingsError(
            f"--format {text!r} cannot be used: give one or more of {', '.join(known)}, "
            "separated by commas."
        )
    return tuple(known[name] for name in dict.fromkeys(names))


def file_stems(videos: Sequence[Path]) -> list[str]:
    """A name without suffix for each video's files, none of them twice.

    A video whose name is taken gets ``-2``, ``-3`` and so on. Upper and lower case count as the
    same, because they are on Windows and macOS.
    """
    own = [stem_of(video.name) or "video" for video in videos]
    taken: set[str] = set()
    reserved = {stem.lower() for stem in own}
    stems = []
    for stem in own:
        name, number = stem, 1
        while name.lower() in taken or (number > 1 and name.lower() in reserved):
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        stems.append(name)
    return stems


def stem_of(name: str) -> str:
    """The name without its suffix, short enough for a number, a suffix and a part file to follow.

    Systems allow 255 bytes; a letter has up to four.
    """
    stem = Path(name).stem
    while len(os.fsencode(stem)) > LONGEST_STEM:
        stem = stem[:-1]
    return stem.rstrip()


def check_folder(folder: Path) -> None:
    """Make the folder and try to write there, before an hour of work is done for it.

    Raises:
        StorageError: the folder cannot be written to.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()


def write(
    folder: Path, stem: str, material: Material, formats: Iterable[Format], *, own: bool = False
) -> tuple[Path, ...]:
    """Write the files of one report and say where they are.

    What is there stays, and the new files get a number, unless they say the same or the folder is
    the program's ``own``.

    Raises:
        StorageError: the folder cannot be written to.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        contents = {one.value: files.render(material, one) for one in formats}
        name = stem if own else free_stem(folder, stem, contents)
        if name != stem:
            say(f"Files named {stem} are in {folder} already and stay; the new ones are {name}.")
        paths = {folder / f"{name}.{suffix}": content for suffix, content in contents.items()}
        for path, content in paths.items():
            files.put(path, content)
    return tuple(paths)


def free_stem(folder: Path, stem: str, contents: Mapping[str, bytes | None]) -> str:
    """``stem``, or with ``-2``, ``-3`` where files of that name hold something else.

    Args:
        folder, stem: where, and the name that is wanted.
        contents: what is to be written by suffix without the dot; None is never the same.
    """

    def is_free(name: str) -> bool:
        paths = ((folder / f"{name}.{suffix}", content) for suffix, content in contents.items())
        return all(not path.exists() or path.read_bytes() == content for path, content in paths)

    numbered = (f"{stem}-{number}" for number in itertools.count(2))
    return next(filter(is_free, itertools.chain([stem], numbered)))


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(
            f"{folder} is a file, or lies in one. Choose another folder with --output."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The report could not be written to {folder}: {error.strerror or error}. "
            "Choose another folder with --output."
        ) from error
