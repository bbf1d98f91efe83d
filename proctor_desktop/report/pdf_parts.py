"""What the PDF is put together from: text styles, paragraphs, lists and tables."""

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, ListFlowable, Paragraph, Table, TableStyle

from proctor_desktop.report.pdf_letters import is_shaped, marked, turns
from proctor_desktop.report.pdf_page import BOLD, INK, LINE, REGULAR, SOFT
from proctor_desktop.report.pdf_tags import TaggedParagraph

MARGIN = 16 * mm
_FRAME_PADDING = 6
CONTENT_WIDTH = A4[0] - 2 * MARGIN - 2 * _FRAME_PADDING

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=9, leading=12.5, textColor=INK)
SMALL = ParagraphStyle("small", BODY, fontSize=7.5, leading=10, textColor=SOFT)
STRONG = ParagraphStyle("strong", BODY, fontName=BOLD)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=18, leading=22)
HEADING = ParagraphStyle(
    "heading",
    BODY,
    fontName=BOLD,
    fontSize=12,
    leading=15,
    spaceBefore=12,
    spaceAfter=5,
    keepWithNext=1,
)
FIGURE = ParagraphStyle("figure", BODY, fontName=BOLD, fontSize=16, leading=20)


def text(words: object, style: ParagraphStyle = BODY) -> Paragraph:
    """Words as they are, in a style; nothing in them is markup."""
    said, font = str(words), style.fontName
    if is_shaped(said, font):
        style = ParagraphStyle(f"{style.name}-shaped", style, shaping=1)
    paragraph = TaggedParagraph(marked(said, font), style)
    paragraph.said = said if turns(said) else ""
    return paragraph


def bullets(sentences: list[str]) -> ListFlowable:
    """One bullet for each sentence."""
    return ListFlowable(
        [text(sentence) for sentence in sentences],
        bulletType="bullet",
        bulletFontSize=6,
        bulletOffsetY=-2,
        leftIndent=12,
    )


def grid(rows: list[list[Any]], widths: list[float], *, has_header: bool = True) -> Table:
    """A table with thin lines; cells of text become paragraphs so that they wrap."""
    cells = [
        [
            cell
            if isinstance(cell, Flowable | list)
            else text(cell, SMALL if has_header and index == 0 else BODY)
            for cell in row
        ]
        for index, row in enumerate(rows)
    ]
    table = Table(cells, colWidths=widths, repeatRows=1 if has_header else 0)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table
