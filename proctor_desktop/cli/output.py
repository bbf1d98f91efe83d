"""Report files in a folder, one set for each video."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.domain.errors import NotFoundError, SettingsError, StorageError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.signals import SignalTrack

if TYPE_CHECKING:
    from proctor_desktop.report.reviewing import Reviewed
    from proctor_desktop.services.analyses import Finished
    from proctor_desktop.services.reports import ReportService


class Format(Enum):
    """Kinds of report file; the value is their suffix without the dot."""

    JSON = "json"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What report files are made of; ``pictures`` are JPEG bytes by name, ``review`` what people
    decided."""

    report: Report
    track: SignalTrack | None
    pictures: Mapping[str, bytes]
    review: "Reviewed | None" = None


def material_of(finished: "Finished") -> Material:
    """The material of an analysis that has just ended."""
    pictures = {one.evidence.name: one.jpeg for one in finished.pictures}
    return Material(finished.report, finished.outcome.track, pictures)


def stored_material(
    reports: "ReportService", report_id: str, review: "Reviewed | None" = None
) -> Material:
    """A stored report with what of its signals and pictures is on this computer."""
    try:
        track = reports.signals(report_id).track
    except NotFoundError:
        track = None
    names = [row.name for row in reports.pictures(report_id)]
    pictures = {name: reports.picture(report_id, name) for name in names}
    return Material(reports.get(report_id), track, pictures, review)


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


def render(material: Material, wanted: Format) -> bytes:
    """The bytes of one report file; what a format needs is imported with it."""
    report, track, pictures = material.report, material.track, material.pictures
    review = material.review
    if wanted is Format.JSON:
        from proctor_desktop.report.document import to_readable_json

        return to_readable_json(report).encode()
    if wanted is Format.CSV:
        from proctor_desktop.report.tables import to_csv

        # the mark at the front tells spreadsheets that it is UTF-8
        return to_csv([report]).encode("utf-8-sig")
    if wanted is Format.HTML:
        from proctor_desktop.report import html

        return html.render(report, track, pictures, review).encode()
    from proctor_desktop.report import pdf

    return pdf.render(report, track, pictures, review)


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
            path.write_bytes(render(material, wanted))
            written.append(path)
    except OSError as error:
        raise StorageError(
            f"The report could not be written to {folder}: {error.strerror or error}. "
            "Choose another folder with --output."
        ) from error
    return tuple(written)
