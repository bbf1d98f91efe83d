"""Fonts, colours, and the head and foot of every page of the PDF."""

from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from proctor_desktop.paths import library_folder
from proctor_desktop.report.pdf_tags import TaggedCanvas

REGULAR, BOLD = "ReportSans", "ReportSans-Bold"
INK, SOFT, LINE = colors.HexColor("#1b2230"), colors.HexColor("#515c6e"), colors.HexColor("#c9cfd8")


def _font_files() -> tuple[Path, Path]:
    """DejaVu Sans, which comes with matplotlib; else Vera of reportlab.

    Both hold the letters of Western European names; DejaVu also Greek, Cyrillic and more.
    """
    library = library_folder("matplotlib")
    if library is not None:
        folder = library / "mpl-data" / "fonts" / "ttf"
        files = folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"
        if all(file.exists() for file in files):
            return files
    folder = Path(reportlab.__file__).parent / "fonts"
    return folder / "Vera.ttf", folder / "VeraBd.ttf"


def _register_fonts() -> None:
    regular, bold = _font_files()
    pdfmetrics.registerFont(TTFont(REGULAR, str(regular)))
    pdfmetrics.registerFont(TTFont(BOLD, str(bold)))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)


_register_fonts()


def numbered_canvas(*, left: Paragraph, right: str, foot: str) -> type[Canvas]:
    """A canvas class that writes head, foot and "page x of y" on every page.

    The number of pages is only known at the end, so the pages are kept until `save`.
    """

    class NumberedCanvas(TaggedCanvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._kept.append(dict(self.__dict__))
            self.marks = []
            self._startPage()  # type: ignore[attr-defined]  # not in the library's stubs

        def save(self) -> None:
            for number, page in enumerate(self._kept, start=1):
                self.__dict__.update(page)
                with self.artifact():
                    self._write_frame(number, len(self._kept))
                super().showPage()
            self.add_structure([page["marks"] for page in self._kept])
            super().save()

        def _write_frame(self, number: int, total: int) -> None:
            width, height = A4
            edge = 16 * mm
            self.setFont(REGULAR, 7.5)
            self.setFillColor(SOFT)
            room = width - 2 * edge - self.stringWidth(right, REGULAR, 7.5) - 4 * mm
            left.wrap(room, 12 * mm)
            left.drawOn(self, edge, height - 13 * mm)
            self.setFont(REGULAR, 7.5)
            self.setFillColor(SOFT)
            self.drawRightString(width - edge, height - 12 * mm, right)
            self.drawString(edge, 10 * mm, foot)
            self.drawRightString(width - edge, 10 * mm, f"Page {number} of {total}")
            self.setStrokeColor(LINE)
            self.setLineWidth(0.4)
            self.line(edge, height - 14 * mm, width - edge, height - 14 * mm)
            self.line(edge, 14 * mm, width - edge, 14 * mm)

    return NumberedCanvas
