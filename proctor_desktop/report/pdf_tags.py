"""Tags of the PDF: what each piece of a page is, in the order of reading, for screen readers.

The library writes no structure of its own. Each piece that is drawn here stands between marks with
a number; at the end the numbers become the elements of one tree (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image, Paragraph

HEADINGS = {"title": "H1", "heading": "H2"}
"""Role by the name of a paragraph's style; any other is plain text."""


class Mark(NamedTuple):
    """One piece of a page: its standard role, words in place of a picture, and what is written
    where it is drawn in another order."""

    role: str
    alternative: str = ""
    said: str = ""


class TaggedCanvas(Canvas):
    """A canvas whose pages know their pieces."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.marks: list[Mark] = []
        self._says_nothing = False

    @contextmanager
    def piece(self, role: str, alternative: str = "", said: str = "") -> Iterator[None]:
        """Whatever is drawn within is one piece of the page, unless it is none of its words."""
        if self._says_nothing:
            yield
            return
        self._code.append(f"/{role} <</MCID {len(self.marks)}>> BDC")  # type: ignore[attr-defined]
        self.marks.append(Mark(role, alternative, said))
        yield
        self._code.append("EMC")  # type: ignore[attr-defined]  # the page's operators

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Whatever is drawn within belongs to the page and not to what it says."""
        self._code.append("/Artifact BMC")  # type: ignore[attr-defined]
        self._says_nothing = True
        yield
        self._says_nothing = False
        self._code.append("EMC")  # type: ignore[attr-defined]

    def add_structure(self, pages: Sequence[Sequence[Mark]]) -> None:
        """The tree over all pages, which must have been shown: their marks, page by page."""
        document: Any = self._doc  # type: ignore[attr-defined]
        root, whole = (
            _dictionary("StructTreeRoot"),
            _dictionary("StructElem", S=PDFName("Document")),
        )
        place = document.Reference(whole)
        kids: list[Any] = []
        by_page: list[Any] = []
        for number, marks in enumerate(pages):
            page = document.Pages.pages[number]
            shown = document.Reference(page)
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            elements = [
                document.Reference(_element(mark, mcid, place, shown))
                for mcid, mark in enumerate(marks)
            ]
            kids += elements
            by_page += [number, document.Reference(PDFArray(elements))]
        whole.dict |= {"K": PDFArray(kids), "P": document.Reference(root)}
        parents = document.Reference(PDFDictionary({"Nums": PDFArray(by_page)}))
        root.dict |= {"K": place, "ParentTree": parents, "ParentTreeNextKey": len(pages)}
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class TaggedParagraph(Paragraph):
    """A paragraph that is a piece of its page, whole or in parts; ``said`` as for `Mark`."""

    said = ""

    def draw(self) -> None:
        """Draw it as text or heading, as its style says."""
        canvas: Any = self.canv
        role = HEADINGS.get(self.style.name.removesuffix("-shaped"), "P")
        with canvas.piece(role, said=self.said):
            super().draw()


class TaggedImage(Image):
    """A picture with words for those who cannot see it."""

    alternative = ""

    def draw(self) -> None:
        """Draw it as a figure."""
        canvas: Any = self.canv
        with canvas.piece("Figure", self.alternative):
            super().draw()


def _dictionary(kind: str, **entries: object) -> Any:
    return PDFDictionary({"Type": PDFName(kind), **entries})


def _element(mark: Mark, mcid: int, whole: Any, page: Any) -> Any:
    element = _dictionary("StructElem", S=PDFName(mark.role), P=whole, Pg=page, K=mcid)
    if mark.alternative:
        element.dict["Alt"] = PDFString(mark.alternative)
    if mark.said:
        element.dict["ActualText"] = PDFString(mark.said)
    return element
