"""The files of a report: what they are made of, and their bytes in each format."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.signals import SignalTrack

if TYPE_CHECKING:
    from proctor_desktop.report.reviewing import Reviewed


class Format(Enum):
    """Kinds of report file; the value is their suffix without the dot."""

    JSON = "json"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What report files are made of.

    Attributes:
        pictures: JPEG bytes by name.
        review: what people decided, None where nobody decided anything yet.
        document: the stored text of the report, empty where it was not stored.
    """

    report: Report
    track: SignalTrack | None
    pictures: Mapping[str, bytes]
    review: "Reviewed | None" = None
    document: str = ""


def render(material: Material, wanted: Format) -> bytes:
    """The bytes of one report file; what a format needs is imported with it."""
    report, track, pictures = material.report, material.track, material.pictures
    review = material.review
    if wanted is Format.JSON:
        from proctor_desktop.report.document import readable

        return readable(report, material.document).encode()
    if wanted is Format.CSV:
        from proctor_desktop.report.tables import to_csv

        # the mark at the front tells spreadsheets that it is UTF-8
        return to_csv(report, review).encode("utf-8-sig")
    if wanted is Format.HTML:
        from proctor_desktop.report import html

        return html.render(report, track, pictures, review).encode()
    from proctor_desktop.report import pdf

    return pdf.render(report, track, pictures, review)


def write(path: Path, material: Material, wanted: Format) -> None:
    """Write one report file that is whole under its name or not there.

    Raises:
        OSError: it cannot be written; what stood under the name still does.
    """
    put(path, render(material, wanted))


def put(path: Path, content: bytes) -> None:
    """Write bytes that are whole under their name or not there.

    Raises:
        OSError: they cannot be written; what stood under the name still does.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
