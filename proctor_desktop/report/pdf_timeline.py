"""The timelines as a vector drawing for the PDF."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib import colors

from proctor_desktop.report.pdf_page import BOLD, INK, LINE, REGULAR, SOFT
from proctor_desktop.report.timeline import LEFT, RIGHT, TOP, WIDTH, Lane, Span, Strip, Timeline

_BAND, _BAND_EDGE = colors.HexColor("#d9ead9"), colors.HexColor("#3f7d4c")
_CURVE, _HATCH = colors.HexColor("#1f4f8f"), colors.HexColor("#8a94a5")
_MARK, _MARK_EDGE = colors.Color(0.77, 0.36, 0, alpha=0.16), colors.HexColor("#a34c00")
_WINDOW = colors.Color(0.12, 0.37, 0.66, alpha=0.16)
_OUTSIDE, _OUTSIDE_EDGE = colors.Color(0.32, 0.36, 0.43, alpha=0.16), colors.HexColor("#7d8796")
_ABSENT, _SEVERAL = colors.HexColor("#7a3fa0"), colors.HexColor("#b3261e")
_Colour = colors.Color | None
_Anchor = Literal["start", "middle", "end"]
_HATCH_STEP = 8.0
HIGHEST, LOWEST = 0.8, 0.5
"""Height against width: less than on the screen, and less still where a page has little left."""
_TEXT, _NAME = 6.0, 6.5


class _Sheet:
    """Shapes in the timeline's own units, turned into points with y upwards."""

    def __init__(self, width: float, height: float, flat: float) -> None:
        self.scale = width / WIDTH
        self.height = height
        self.upright = self.scale * flat
        self.drawing = Drawing(width, height * self.upright)

    def rect(
        self, span: Span, top: float, height: float, fill: _Colour, edge: _Colour = None
    ) -> None:
        shape = Rect(
            span.left * self.scale,
            (self.height - top - height) * self.upright,
            span.width * self.scale,
            height * self.upright,
        )
        shape.fillColor, shape.strokeColor, shape.strokeWidth = fill, edge, 0.3
        self.drawing.add(shape)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        color: colors.Color,
        dash: Sequence[float] = (),
    ) -> None:
        (x1, y1), (x2, y2) = self._point(start), self._point(end)
        line = Line(x1, y1, x2, y2, strokeColor=color, strokeWidth=0.3)
        if dash:
            line.strokeDashArray = dash
        self.drawing.add(line)

    def curve(self, points: tuple[tuple[float, float], ...]) -> None:
        flat = [value for point in points for value in self._point(point)]
        self.drawing.add(PolyLine(flat, strokeColor=_CURVE, strokeWidth=0.5))

    def text(
        self, at: tuple[float, float], words: str, anchor: _Anchor, *, is_name: bool = False
    ) -> None:
        x, y = self._point(at)
        self.drawing.add(
            String(
                x,
                y,
                words,
                textAnchor=anchor,
                fontName=BOLD if is_name else REGULAR,
                fontSize=_NAME if is_name else _TEXT,
                fillColor=INK if is_name else SOFT,
            )
        )

    def hatch(self, span: Span, top: float, height: float) -> None:
        """White ground and rising lines, cut at the edges of the span."""
        self.rect(span, top, height, colors.white)
        for first, last, start in _slants(span, height, _HATCH_STEP):
            foot = top + height + start
            self.line((first, foot - first), (last, foot - last), _HATCH)

    def shade(self, span: Span, top: float, height: float) -> None:
        """A clear grey with falling lines, wider apart."""
        self.rect(span, top, height, _OUTSIDE)
        for first, last, start in _slants(span, height, 2 * _HATCH_STEP):
            self.line((first, top + first - start), (last, top + last - start), _OUTSIDE_EDGE)

    def _point(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self.scale, (self.height - point[1]) * self.upright


def _slants(span: Span, height: float, step: float) -> Iterator[tuple[float, float, float]]:
    """Lines at 45 degrees across a span: first and last x, and the x where each begins uncut."""
    right = span.left + span.width
    start = span.left - height
    while start < right:
        first, last = max(start, span.left), min(start + height, right)
        if first < last:
            yield first, last, start
        start += step


def height_of(timeline: Timeline, width: float, flat: float = HIGHEST) -> float:
    """Height in points of the drawing at a width."""
    return timeline.height * width / WIDTH * flat


def drawn(timeline: Timeline, width: float, flat: float = HIGHEST) -> Drawing:
    """The drawing at the given width in points."""
    sheet = _Sheet(width, timeline.height, flat)
    foot = timeline.height - 18
    for tick in timeline.times:
        sheet.line((tick.at, TOP), (tick.at, foot), LINE)
        is_last = tick.at > WIDTH - RIGHT - 20
        sheet.text((tick.at, timeline.height - 4), tick.text, "end" if is_last else "middle")
    _add_strip(sheet, timeline.strip)
    for lane in timeline.lanes:
        _add_lane(sheet, lane)
    if timeline.calibration:
        sheet.rect(timeline.calibration, TOP, foot - TOP, _WINDOW)
    for span in timeline.outside:
        sheet.shade(span, TOP, foot - TOP)
    for span in timeline.incidents:
        sheet.rect(span, TOP, foot - TOP, _MARK, _MARK_EDGE if span.width >= 3 else None)
    for tick in timeline.labels:
        sheet.text((tick.at, TOP - 6), tick.text, "middle", is_name=True)
    return sheet.drawing


def _add_strip(sheet: _Sheet, strip: Strip) -> None:
    whole = Span(LEFT, WIDTH - RIGHT, "")
    sheet.text((LEFT - 8, strip.top + strip.height / 2 + 4), strip.title, "end", is_name=True)
    sheet.rect(whole, strip.top, strip.height, _BAND)
    for span in strip.missing:
        sheet.hatch(span, strip.top, strip.height)
    for span in strip.absent:
        sheet.rect(span, strip.top, strip.height / 2, _ABSENT)
    for span in strip.several:
        sheet.rect(span, strip.top + strip.height / 2, strip.height / 2, _SEVERAL)
    sheet.rect(whole, strip.top, strip.height, None, LINE)


def _add_lane(sheet: _Sheet, lane: Lane) -> None:
    whole = Span(LEFT, WIDTH - RIGHT, "")
    sheet.text((LEFT, lane.top - 4), lane.title, "start", is_name=True)
    sheet.rect(whole, lane.band[0], lane.band[1] - lane.band[0], _BAND)
    for edge in lane.band:
        sheet.line((LEFT, edge), (WIDTH - RIGHT, edge), _BAND_EDGE, (2, 1.5))
    for tick in lane.ticks:
        sheet.text((LEFT - 8, tick.at + 4), tick.text, "end")
    for span in lane.missing:
        sheet.hatch(span, lane.top, lane.height)
    for points in lane.curves:
        if len(points) > 1:
            sheet.curve(points)
    sheet.rect(whole, lane.top, lane.height, None, LINE)
