"""Report files in a folder, one set for each video."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.domain.errors import SettingsError, StorageError
from proctor_desktop.report import files
from proctor_desktop.report.files import Format, Material

if TYPE_CHECKING:
    from proctor_desktop.services.analyses import Finished


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
    own = [video.stem or "video" for video in videos]
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


def write(
    folder: Path, stem: str, material: Material, formats: Iterable[Format]
) -> tuple[Path, ...]:
    """Write the files of one report and say where they are.

    Raises:
        StorageError: the folder cannot be written to.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for wanted in formats:
            path = folder / f"{stem}.{wanted.value}"
            files.write(path, material, wanted)
            written.append(path)
    except OSError as error:
        raise StorageError(
            f"The report could not be written to {folder}: {error.strerror or error}. "
            "Choose another folder with --output."
        ) from error
    return tuple(written)
