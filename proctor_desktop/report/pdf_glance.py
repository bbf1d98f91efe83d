"""The timelines in the PDF, as high as the page has room for."""

from typing import Any

from reportlab.platypus import Flowable, Paragraph

from proctor_desktop.report.pdf_timeline import HIGHEST, LOWEST, drawn, height_of
from proctor_desktop.report.timeline import Timeline

_GAP = 5.0
_ENDLESS = 10_000.0
_ALTERNATIVE = (
    "Timelines of gaze, head and people over the recording, with the incidents, which are told in "
    "words below"
)


class Glance(Flowable):
    """Heading, drawing and legend on one page; the drawing gives way before the page ends early."""

    def __init__(self, heading: Paragraph, timeline: Timeline, legend: Paragraph) -> None:
        super().__init__()
        self._heading, self._timeline, self._legend = heading, timeline, legend
        self._width, self._flat = 0.0, HIGHEST
        self.spaceBefore = heading.getSpaceBefore()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Width and height in points; too high where the rest of the page holds even less."""
        self._width = availWidth
        words = sum(self._height(one) for one in (self._heading, self._legend)) + 2 * _GAP
        whole = height_of(self._timeline, availWidth, 1.0)
        room = (availHeight - words) / whole
        self._flat = min(HIGHEST, room) if room >= LOWEST else HIGHEST
        return availWidth, words + whole * self._flat

    def _height(self, words: Paragraph) -> float:
        return float(words.wrap(self._width, _ENDLESS)[1])

    def draw(self) -> None:
        """In the order of reading: heading, drawing, legend."""
        canvas: Any = self.canv
        below = self._height(self._legend) + _GAP
        height = height_of(self._timeline, self._width, self._flat)
        self._heading.drawOn(canvas, 0, below + height + _GAP)
        with canvas.piece("Figure", _ALTERNATIVE):
            drawn(self._timeline, self._width, self._flat).drawOn(canvas, 0, below)
        self._legend.drawOn(canvas, 0, 0)
