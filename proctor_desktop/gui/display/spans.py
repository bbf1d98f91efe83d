"""Items of a timeline that paint many spans of time at once: incidents and unmeasurable time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from proctor_desktop.gui.kit import theme

NARROWEST_PIXELS = 3.0
NARROWEST_PATTERN_PIXELS = 3.0
"""Narrower spans are filled evenly: no pattern can be seen in them."""
HIGHEST_PIXELS = 88.0
"""Qt hands rectangles from 96 rows on to several threads, one by one; with a thousand of them that
takes ten times as long as painting them."""
MOST_APART = 150


class Look(Enum):
    """What a person decided on a span; told by filling and outline, not by colour alone."""

    OPEN = 0
    CONFIRMED = 1
    DISMISSED = 2


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds from ``start`` to ``end`` in a row of an incident lane."""

    start: float
    end: float
    row: int
    look: Look = Look.OPEN


class SpanItem(pg.GraphicsObject):
    """Base: spans as arrays, and the part of them that is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._starts: NDArray[np.float64] = np.empty(0)
        self._ends: NDArray[np.float64] = np.empty(0)

    def boundingRect(self) -> QRectF:
        """The view, since the item fills it."""
        return self.viewRect()

    def viewRangeChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()
        self.update()

    def _visible(self) -> tuple[NDArray[np.intp], float]:
        """Indices of the spans in view, and how many seconds one pixel holds."""
        view = self.viewRect()
        pixels = max(1.0, float(self.getViewBox().width()))
        inside = (self._ends >= view.left()) & (self._starts <= view.right())
        return np.flatnonzero(inside), view.width() / pixels


class PatternItem(SpanItem):
    """Covers spans of a lane with a pattern: hatched what could not be measured or lies outside of
    the exam, dotted what is provisional."""

    def __init__(self, pattern: Qt.BrushStyle, color: str) -> None:
        """``color`` is the name of a theme colour."""
        super().__init__()
        self._pattern = pattern
        self._color = color

    def set_spans(self, starts: NDArray[np.float64], ends: NDArray[np.float64]) -> None:
        """Show spans in seconds, in time order and disjoint."""
        self._starts, self._ends = starts, ends
        self.update()

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """Starts and ends of what is shown."""
        return tuple(zip(self._starts.tolist(), self._ends.tolist(), strict=True))

    def paint(self, painter: QPainter, *_: object) -> None:
        """A fixed grain, whatever the zoom."""
        indices, pixel = self._visible()
        if not len(indices):
            return
        onto = painter.worldTransform()
        area = onto.mapRect(self.viewRect())
        painter.save()
        painter.resetTransform()  # patterns in the lane's own units are painted ten times slower
        painter.setPen(Qt.PenStyle.NoPen)
        pieces = stacked(area)
        wide: list[QRectF] = []
        narrow: list[QRectF] = []
        for start, width in self._widths(indices, pixel, onto.m11()):
            left = start * onto.m11() + onto.dx()
            if width >= NARROWEST_PATTERN_PIXELS:
                wide += [QRectF(left, top, width, height) for top, height in pieces]
            else:
                narrow.append(QRectF(left, area.top(), width, area.height()))
        look = theme.current()
        painter.setBrush(QBrush(look.color(self._color, 150), self._pattern))
        painter.drawRects(wide)
        painter.setBrush(mixed(look.color("surface"), look.color(self._color), 0.35))
        painter.drawRects(narrow)
        painter.restore()

    def _widths(
        self, indices: NDArray[np.intp], pixel: float, scale: float
    ) -> list[tuple[float, float]]:
        """Starts in seconds and widths in pixels of the spans as drawn."""
        grain = pixel if len(indices) <= MOST_APART else 2 * pixel
        spans = thinned(self._starts[indices], self._ends[indices], grain)
        return [(start, (end - start) * scale) for start, end in spans]


def mixed(ground: QColor, color: QColor, share: float) -> QColor:
    """An opaque colour that looks like ``color`` with this opacity: faster than a clear one."""
    parts = (
        (ground.red(), color.red()),
        (ground.green(), color.green()),
        (ground.blue(), color.blue()),
    )
    return QColor(*(round(below + (above - below) * share) for below, above in parts))


def stacked(area: QRectF) -> list[tuple[float, float]]:
    """Tops and heights of pieces that fill the height of an area."""
    pieces = max(1, math.ceil(area.height() / HIGHEST_PIXELS))
    edges = [round(area.top() + area.height() * n / pieces) for n in range(pieces + 1)]
    return [(top, bottom - top) for top, bottom in pairwise(edges)]


def thinned(
    starts: NDArray[np.float64], ends: NDArray[np.float64], pixel: float
) -> list[tuple[float, float]]:
    """Spans as drawn: those closer than a pixel become one, each at least a pixel wide."""
    joins = starts[1:] - ends[:-1] < pixel
    first = np.concatenate([[True], ~joins])
    last = np.concatenate([~joins, [True]])
    begins, stops = starts[first], np.maximum(ends[last], starts[first] + pixel)
    return list(zip(begins.tolist(), stops.tolist(), strict=True))


class IncidentItem(SpanItem):
    """Incidents in rows, one row for each kind."""

    def __init__(self, colors: Sequence[str]) -> None:
        super().__init__()
        self._colors = tuple(colors)
        self._rows: NDArray[np.intp] = np.empty(0, np.intp)
        self._looks: NDArray[np.intp] = np.empty(0, np.intp)
        self._chosen: Span | None = None

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show these."""
        self._starts = np.array([span.start for span in spans], np.float64)
        self._ends = np.array([span.end for span in spans], np.float64)
        self._rows = np.array([span.row for span in spans], np.intp)
        self._looks = np.array([span.look.value for span in spans], np.intp)
        self.update()

    def choose(self, span: Span | None) -> None:
        """Frame one of them."""
        self._chosen = span
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Filled while open, filled and framed when confirmed, hollow when dismissed."""
        indices, pixel = self._visible()
        look = theme.current()
        narrowest = NARROWEST_PIXELS * pixel
        for row, name in enumerate(self._colors):
            for state in Look:
                mine = indices[(self._rows[indices] == row) & (self._looks[indices] == state.value)]
                if not len(mine):
                    continue
                painter.setPen(self._pen(look, name, state))
                painter.setBrush(self._brush(look, name, state))
                starts, ends = self._columns(mine, pixel, narrowest)
                painter.drawRects(
                    [
                        QRectF(start, row + 0.14, end - start, 0.72)
                        for start, end in zip(starts, ends, strict=True)
                    ]
                )
        if self._chosen is not None:
            self._frame(painter, look, narrowest)

    def _columns(
        self, mine: NDArray[np.intp], pixel: float, narrowest: float
    ) -> tuple[list[float], list[float]]:
        """Starts and ends as drawn: where there are very many, those that touch become one."""
        starts = self._starts[mine]
        order = np.argsort(starts)
        starts = starts[order]
        ends = np.maximum(np.maximum.accumulate(self._ends[mine][order]), starts + narrowest)
        if len(mine) <= MOST_APART:
            return starts.tolist(), ends.tolist()
        runs = thinned(starts, ends, pixel)
        return [start for start, _ in runs], [end for _, end in runs]

    @staticmethod
    def _pen(look: theme.Theme, name: str, state: Look) -> QPen:
        if state is Look.OPEN:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(look.color("text" if state is Look.CONFIRMED else name), 2)
        pen.setCosmetic(True)
        return pen

    @staticmethod
    def _brush(look: theme.Theme, name: str, state: Look) -> QBrush:
        if state is Look.DISMISSED:
            return QBrush(Qt.BrushStyle.NoBrush)
        return QBrush(look.color(name))

    def _frame(self, painter: QPainter, look: theme.Theme, narrowest: float) -> None:
        span = self._chosen
        if span is None:
            return
        pen = QPen(look.color("accent"), 3)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = max(span.end - span.start, narrowest)
        painter.drawRect(QRectF(span.start, span.row + 0.03, width, 0.94))
