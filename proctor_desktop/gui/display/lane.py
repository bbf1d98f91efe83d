"""One lane of the timeline: a curve with its threshold band over its unmeasurable time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.gui.display.pyramid import MinMaxPyramid
from proctor_desktop.gui.display.spans import PatternItem
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import local_sign, translate

AXIS_WIDTH = 140
ROOM_FOR_TEXT = 0.28


@dataclass(frozen=True, slots=True)
class LaneSpec:
    """What a lane shows.

    Attributes:
        name: stable name.
        title: written beside the axis.
        unit: written behind numbers, with a space where it needs one.
        color: name of a theme colour.
        low, high: the fixed vertical range.
        digits: behind the decimal point.
    """

    name: str
    title: str
    unit: str
    color: str
    low: float
    high: float
    digits: int = 0


def _tick(second: float) -> str:
    return local_sign(clock(from_seconds(second)).removesuffix(".0"))


class ClockAxis(pg.AxisItem):
    """Seconds written as a clock."""

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """``1:02:03.4`` without tenths where they are zero."""
        return [_tick(value) if value >= 0 else "" for value in values]


class FixedView(pg.ViewBox):
    """Zooms and moves in time only, without a menu of its own."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, enableMouse=True)
        self.setMouseEnabled(x=True, y=False)
        self.disableAutoRange()


class Lane:
    """A plot row and what it shows."""

    def __init__(self, spec: LaneSpec, layout: pg.GraphicsLayoutWidget, row: int) -> None:
        self.spec = spec
        self.curve_points = MinMaxPyramid()
        self.threshold: float | None = None
        self.plot: pg.PlotItem = layout.addPlot(
            row=row, col=0, viewBox=FixedView(), axisItems={"bottom": ClockAxis("bottom")}
        )
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        self.plot.setYRange(spec.low, spec.high, padding=0)
        self.plot.getAxis("left").setWidth(AXIS_WIDTH)
        for name in ("left", "bottom"):
            self.plot.getAxis(name).enableAutoSIPrefix(False)
        self._band = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._band.setZValue(-20)
        self._band.hide()
        self._unmeasured = PatternItem(Qt.BrushStyle.BDiagPattern, "technical")
        self._unmeasured.setZValue(-10)
        self._provisional = PatternItem(Qt.BrushStyle.Dense7Pattern, "accent")
        self._provisional.setZValue(-12)
        self._breaks: NDArray[np.float64] = np.empty(0)
        self._curve = pg.PlotCurveItem(connect="finite", antialias=False)
        for item in (self._band, self._provisional, self._unmeasured, self._curve):
            self.plot.addItem(item)
        self._steps: list[pg.InfiniteLine] = []
        self._draw_axis()
        self.apply_theme()

    @property
    def steps(self) -> tuple[float, ...]:
        """Heights of the lines that `set_steps` drew."""
        return tuple(float(line.value()) for line in self._steps)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        look = theme.current()
        self._curve.setPen(pg.mkPen(look.color(self.spec.color), width=1))
        self._band.setBrush(look.color("clean", 38))
        for line in self._band.lines:
            line.setPen(pg.mkPen(look.color("clean"), width=1, style=Qt.PenStyle.DashLine))
        axis = self.plot.getAxis("left")
        for each in (axis, self.plot.getAxis("bottom")):
            each.setPen(pg.mkPen(look.border))
            each.setTextPen(pg.mkPen(look.text))
        axis.setLabel(None)

    def set_threshold(self, value: float | None) -> None:
        """Show the band within which this candidate is at rest."""
        self.threshold = value
        if value is None:
            self._band.hide()
        else:
            self._band.setRegion((max(self.spec.low, -value), min(self.spec.high, value)))
            self._band.show()
        self._draw_axis()

    def _draw_axis(self) -> None:
        """Title in the middle of the axis, with the threshold behind it."""
        spec = self.spec
        middle = 0.0 if spec.low < 0 else (spec.low + spec.high) / 2
        title = spec.title
        if self.threshold is not None:
            sign = "±" if spec.low < 0 else "< "
            title = f"{title} {sign}{self.threshold:.{spec.digits}f}{spec.unit}"
        self.plot.getAxis("left").setTicks([[(middle, title)]])

    def set_steps(self, levels: Sequence[tuple[float, str]]) -> None:
        """Horizontal lines with a text at the axis, instead of a threshold."""
        look = theme.current()
        middle = (self.spec.low + self.spec.high) / 2
        ticks = [(middle, self.spec.title)]
        for line in self._steps:
            self.plot.removeItem(line)
        pen = pg.mkPen(look.border, style=Qt.PenStyle.DotLine)
        self._steps = [pg.InfiniteLine(value, angle=0, pen=pen) for value, _ in levels]
        for line, (value, text) in zip(self._steps, levels, strict=True):
            self.plot.addItem(line)
            if abs(value - middle) > ROOM_FOR_TEXT * (self.spec.high - self.spec.low):
                ticks.append((value, text))
        self.plot.getAxis("left").setTicks([ticks])

    def draw(self, start: float, end: float, pixels: int) -> None:
        """Redraw the part of the curve between two times."""
        times, values = self.curve_points.window(start, end, pixels)
        clipped = np.clip(values, self.spec.low, self.spec.high)
        self._curve.setData(times, clipped)

    def draw_unmeasured(self) -> None:
        """Hatch every stretch without a value."""
        self._unmeasured.set_spans(*self.unmeasured())

    def set_provisional(
        self,
        starts: NDArray[np.float64],
        ends: NDArray[np.float64],
        breaks: NDArray[np.float64],
    ) -> None:
        """Dot what may still change; behind ``breaks`` nothing is measured yet."""
        self._provisional.set_spans(starts, ends)
        self._breaks = breaks

    def unmeasured(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Starts and ends, in seconds, of the stretches in which nothing could be measured."""
        times, values = self.curve_points.times, self.curve_points.values
        if not len(times):
            return np.empty(0), np.empty(0)
        gap = np.concatenate([[False], np.isnan(values), [False]])
        edges = np.flatnonzero(np.diff(gap))
        closed = np.append(times, times[-1])
        starts, ends = closed[edges[0::2]], closed[edges[1::2]]
        measured = ~np.isin(starts, self._breaks)
        return starts[measured], ends[measured]

    def value_at(self, second: float) -> str:
        """The value for people at one time, or that there is none."""
        index = int(np.searchsorted(self.curve_points.times, second, side="right")) - 1
        if index < 0 or math.isnan(self.curve_points.values[index]):
            return translate("Timeline", "not measurable")
        value = float(self.curve_points.values[index])
        return f"{value:.{self.spec.digits}f}{self.spec.unit}"

    def summary(self) -> str:
        """The curve in one sentence."""
        values = self.curve_points.values
        measured = np.isfinite(values)
        if not measured.any():
            return translate("Timeline", "{lane}: nothing measured.").format(lane=self.spec.title)
        shown = values[measured]
        facts = translate(
            "Timeline", "{lane}: from {low} to {high}, measurable {share} of the time"
        ).format(
            lane=self.spec.title,
            low=f"{shown.min():.{self.spec.digits}f}{self.spec.unit}",
            high=f"{shown.max():.{self.spec.digits}f}{self.spec.unit}",
            share=f"{measured.mean():.0%}",
        )
        if self.threshold is None:
            return facts + "."
        beyond = float((np.abs(shown) > self.threshold).mean())
        return facts + translate("Timeline", ", beyond the threshold {share} of it.").format(
            share=f"{beyond:.0%}"
        )


def background(look: theme.Theme) -> QColor:
    """Ground of the plots."""
    return look.color("surface")
