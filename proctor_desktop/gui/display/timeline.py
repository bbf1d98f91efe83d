"""The timeline: curves over the time of the recording, incidents, and a playhead.

130,000 samples a curve are drawn from a min/max pyramid with pens of width 1 and without smoothing
of edges; live curves are redrawn at most 15 times a second, however fast samples arrive.
"""

from collections.abc import Sequence
from time import monotonic

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.gui.display.lane import AXIS_WIDTH, ClockAxis, FixedView, Lane, LaneSpec
from proctor_desktop.gui.display.spans import IncidentItem, PatternItem, Span
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import translate

LIVE_INTERVAL_MS = 66
FRAME_INTERVAL_MS = 15
SHORTEST_VIEW_SEC = 0.5
ZOOM_STEP = 1.6
GROWTH_SEC, GROWTH_SHARE = 10.0, 0.1
"""A live time axis grows by this much at once, so that it is not drawn anew for every sample."""
ROW_PIXELS, LANE_PIXELS, AXIS_PIXELS = 17, 32, 26


class Timeline(QWidget):
    """Lanes that share one axis of time.

    Signals:
        sought: a person put the playhead at a time (microseconds).
        span_chosen: a person clicked on a span of the incident lane (its index).
        view_changed: first and last second in view.
    """

    sought = Signal(object)
    span_chosen = Signal(int)
    view_changed = Signal(float, float)

    def __init__(
        self,
        specs: Sequence[LaneSpec],
        rows: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``rows`` are title and colour name of the rows of the incident lane."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Timeline", "Timeline"))
        self._duration = 1.0
        self._spans: tuple[Span, ...] = ()
        self._rows = len(rows)
        self._drawn_at = 0.0
        self._view = pg.GraphicsLayoutWidget()
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.ci.layout.setSpacing(2)
        self._view.ci.layout.setContentsMargins(0, 2, 6, 0)
        self._incidents = IncidentItem([color for _, color in rows])
        self._incident_plot = self._add_incident_plot([title for title, _ in rows])
        self.lanes = {
            spec.name: Lane(spec, self._view, row) for row, spec in enumerate(specs, start=1)
        }
        self._playheads = [self._add_playhead(plot) for plot in self._plots()]
        self._marked = [self._add_marked(plot) for plot in self._plots()]
        self._outside = [self._add_outside(plot) for plot in self._plots()]
        self._chosen: int | None = None
        self._link()
        self._live_timer = self._timer(LIVE_INTERVAL_MS, self._draw)
        self._view_timer = self._timer(FRAME_INTERVAL_MS, self._draw_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._view)
        self.apply_theme()
        self.show_all()

    def _timer(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _add_incident_plot(self, titles: Sequence[str]) -> pg.PlotItem:
        plot = self._view.addPlot(
            row=0, col=0, viewBox=FixedView(), axisItems={"bottom": ClockAxis("bottom")}
        )
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setYRange(0, max(1, len(titles)), padding=0)
        plot.invertY(True)
        plot.addItem(self._incidents)
        for name in ("left", "bottom"):
            plot.getAxis(name).enableAutoSIPrefix(False)
        axis = plot.getAxis("left")
        axis.setWidth(AXIS_WIDTH)
        axis.setTicks([[(row + 0.5, title) for row, title in enumerate(titles)]])
        return plot

    def _add_playhead(self, plot: pg.PlotItem) -> pg.InfiniteLine:
        line = pg.InfiniteLine(0.0, angle=90, movable=True)
        line.setZValue(50)
        line.sigDragged.connect(self._dragged)
        plot.addItem(line)
        return line

    def _add_outside(self, plot: pg.PlotItem) -> PatternItem:
        item = PatternItem(Qt.BrushStyle.FDiagPattern, "muted")
        item.setZValue(30)
        plot.addItem(item)
        return item

    def _add_marked(self, plot: pg.PlotItem) -> pg.LinearRegionItem:
        region = pg.LinearRegionItem(movable=False)
        region.setZValue(40)
        region.hide()
        plot.addItem(region)
        return region

    def _plots(self) -> list[pg.PlotItem]:
        return [self._incident_plot, *(lane.plot for lane in self.lanes.values())]

    def _link(self) -> None:
        plots = self._plots()
        for plot in plots[1:]:
            plot.setXLink(plots[0])
        for plot in plots[:-1]:
            plot.hideAxis("bottom")
        layout = self._view.ci.layout
        layout.setRowMinimumHeight(0, ROW_PIXELS * self._rows)
        layout.setRowStretchFactor(0, 2)
        for row in range(1, len(plots)):
            layout.setRowStretchFactor(row, 3)
            layout.setRowMinimumHeight(row, LANE_PIXELS)
        layout.setRowMinimumHeight(len(plots) - 1, LANE_PIXELS + AXIS_PIXELS)
        plots[0].getViewBox().sigXRangeChanged.connect(self._range_changed)
        self._view.scene().sigMouseClicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Room for every lane."""
        return QSize(800, 40 + 22 * self._rows + 46 * len(self.lanes))

    def minimumSizeHint(self) -> QSize:
        """Titles of all rows and lanes stay apart."""
        height = AXIS_PIXELS + ROW_PIXELS * self._rows + (LANE_PIXELS + 3) * len(self.lanes)
        return QSize(320, height)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        look = theme.current()
        self._view.setBackground(look.color("surface"))
        for lane in self.lanes.values():
            lane.apply_theme()
        axis = self._incident_plot.getAxis("left")
        axis.setPen(pg.mkPen(look.border))
        axis.setTextPen(pg.mkPen(look.text))
        for line in self._playheads:
            line.setPen(pg.mkPen(look.color("high_risk"), width=1))
            line.setHoverPen(pg.mkPen(look.color("accent"), width=3))
        for region in self._marked:
            region.setBrush(look.color("accent", 60))
        self.update()

    # what is shown

    def clear(self) -> None:
        """Forget curves, thresholds, incidents, what was marked, and the playhead."""
        for lane in self.lanes.values():
            lane.curve_points.clear()
            lane.set_threshold(None)
        self.mark(None)
        self.set_playhead(0)
        self.set_provisional(np.empty(0), np.empty(0), np.empty(0))
        self.set_outside(())
        self.set_spans(())
        self._duration = 1.0
        self._show_times(False)
        self.show_all()
        self._draw()

    def set_duration(self, time: Micros) -> None:
        """Length of the recording; the view shows it whole."""
        self._duration = max(1.0, to_seconds(time))
        self._show_times(True)
        self.show_all()

    def _show_times(self, shown: bool) -> None:
        """Of nothing there are no times."""
        self._plots()[-1].getAxis("bottom").setStyle(showValues=shown)

    @property
    def duration(self) -> float:
        """Length of the time axis in seconds."""
        return self._duration

    def load(self, lane: str, times: NDArray[np.float64], values: NDArray[np.float32]) -> None:
        """Show a whole curve: seconds, and values with NaN where nothing could be measured."""
        points = self.lanes[lane].curve_points
        points.clear()
        points.extend(times, values)
        self._live_timer.start(0)

    def append(self, lane: str, times: NDArray[np.float64], values: NDArray[np.float32]) -> None:
        """Add to the end of a curve; drawn at once, but at most fifteen times a second."""
        self.lanes[lane].curve_points.extend(times, values)
        if len(times) and times[-1] > self._duration:
            follows = self.view_range()[1] >= self._duration
            self._duration = float(times[-1]) + max(GROWTH_SEC, GROWTH_SHARE * float(times[-1]))
            self._show_times(True)
            if follows:
                self.show_all()
        if not self._live_timer.isActive():
            since = round(1000 * (monotonic() - self._drawn_at))
            self._live_timer.start(max(0, LIVE_INTERVAL_MS - since))

    def set_threshold(self, lane: str, value: float | None) -> None:
        """Show a lane's threshold as a band."""
        self.lanes[lane].set_threshold(value)

    def set_provisional(
        self,
        starts: NDArray[np.float64],
        ends: NDArray[np.float64],
        breaks: NDArray[np.float64],
    ) -> None:
        """Dot what may still change, in seconds; behind ``breaks`` nothing is measured yet."""
        for lane in self.lanes.values():
            lane.set_provisional(starts, ends, breaks)

    def set_outside(self, parts: Sequence[tuple[float, float]]) -> None:
        """Hatch what lies before and after the exam, in seconds and in time order."""
        starts, ends = np.array(parts, np.float64).reshape(-1, 2).T
        for item in self._outside:
            item.set_spans(starts, ends)

    @property
    def outside(self) -> tuple[tuple[float, float], ...]:
        """What is hatched as lying before and after the exam."""
        return self._outside[0].spans

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show incidents, none of them framed."""
        self._spans = tuple(spans)
        self._incidents.set_spans(self._spans)
        self.choose_span(None)

    def choose_span(self, index: int | None) -> None:
        """Frame one incident and bring it into view."""
        self._chosen = index
        span = self._spans[index] if index is not None else None
        self._incidents.choose(span)
        if span is not None:
            self.ensure_visible(span.start, span.end)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The incidents that are shown."""
        return self._spans

    @property
    def chosen_span(self) -> Span | None:
        """The one that is framed."""
        return self._spans[self._chosen] if self._chosen is not None else None

    def mark(self, span: tuple[Micros, Micros] | None) -> None:
        """Shade a span that a person marked, or none."""
        for region in self._marked:
            region.setVisible(span is not None)
            if span is not None:
                region.setRegion((to_seconds(span[0]), to_seconds(span[1])))

    def summary(self) -> str:
        """Everything that the timeline shows, in words."""
        count = translate("Timeline", "Incidents: {count}.").format(count=len(self._spans))
        return " ".join([count, *(lane.summary() for lane in self.lanes.values())])

    # playhead

    @property
    def playhead(self) -> Micros:
        """Where the playhead stands."""
        return from_seconds(float(self._playheads[0].value()))

    def set_playhead(self, time: int) -> None:
        """Move the playhead without telling anybody."""
        seconds = to_seconds(time)
        for line in self._playheads:
            if line.value() != seconds:
                line.setValue(seconds)

    @Slot(object)
    def _dragged(self, line: pg.InfiniteLine) -> None:
        self._seek(float(line.value()))

    def _seek(self, second: float) -> None:
        time = from_seconds(min(max(0.0, second), self._duration))
        self.set_playhead(time)
        self.sought.emit(time)

    @Slot(object)
    def _clicked(self, event: MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place: QPointF = event.scenePos()
        for plot in self._plots():
            box = plot.getViewBox()
            if box.sceneBoundingRect().contains(place):
                point = box.mapSceneToView(place)
                self._seek(point.x())
                if plot is self._incident_plot:
                    self._choose_at(point.x(), int(point.y()))

    def _choose_at(self, second: float, row: int) -> None:
        slack = 4 * self._pixel()
        for index, span in enumerate(self._spans):
            if span.row == row and span.start - slack <= second <= span.end + slack:
                self.span_chosen.emit(index)
                return

    # zoom

    def _pixel(self) -> float:
        start, end = self.view_range()
        return (end - start) / max(1.0, float(self._incident_plot.getViewBox().width()))

    def view_range(self) -> tuple[float, float]:
        """First and last second in view."""
        start, end = self._incident_plot.getViewBox().viewRange()[0]
        return float(start), float(end)

    def set_view(self, start: float, end: float) -> None:
        """Show the time between two seconds, as far as there is any."""
        length = min(max(SHORTEST_VIEW_SEC, end - start), self._duration)
        start = min(max(0.0, start), self._duration - length)
        self._incident_plot.setXRange(start, start + length, padding=0)

    @Slot()
    def show_all(self) -> None:
        """Show the whole recording."""
        self.set_view(0.0, self._duration)

    def zoom(self, factor: float) -> None:
        """Show more (above 1) or less (below 1) around the playhead, or around the middle."""
        start, end = self.view_range()
        second = to_seconds(self.playhead)
        middle = second if start <= second <= end else (start + end) / 2
        self.set_view(middle - (middle - start) * factor, middle + (end - middle) * factor)

    def scroll_by(self, share: float) -> None:
        """Move the view by a share of its length."""
        start, end = self.view_range()
        by = (end - start) * share
        self.set_view(start + by, end + by)

    def ensure_visible(self, start: float, end: float) -> None:
        """Move the view so that a span lies in it."""
        first, last = self.view_range()
        if first <= start and end <= last:
            return
        length = max(last - first, (end - start) * 1.5)
        self.set_view((start + end - length) / 2, (start + end + length) / 2)

    @Slot(object, object)
    def _range_changed(self, *_: object) -> None:
        self.view_changed.emit(*self.view_range())
        if not self._view_timer.isActive():
            self._view_timer.start()

    def draw_now(self) -> None:
        """Paint what is in view, whatever the timers say."""
        self._draw()
        self._view.viewport().repaint()

    def place_of(self, second: float, row: float) -> QPoint:
        """Where a time and a row of the incident lane lie in this widget."""
        scene = self._incident_plot.getViewBox().mapViewToScene(QPointF(second, row))
        return self._view.mapTo(self, self._view.mapFromScene(scene))

    @Slot()
    def _draw_view(self) -> None:
        start, end = self.view_range()
        pixels = max(100, self.width())
        for lane in self.lanes.values():
            lane.draw(start, end, pixels)

    @Slot()
    def _draw(self) -> None:
        self._drawn_at = monotonic()
        self._draw_view()
        for lane in self.lanes.values():
            lane.draw_unmeasured()

    # keys and words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and move in time without a mouse."""
        moves = {
            Qt.Key.Key_PageUp: (self.scroll_by, -0.8),
            Qt.Key.Key_PageDown: (self.scroll_by, 0.8),
            Qt.Key.Key_Plus: (self.zoom, 1 / ZOOM_STEP),
            Qt.Key.Key_Minus: (self.zoom, ZOOM_STEP),
            Qt.Key.Key_Home: (self._seek, 0.0),
            Qt.Key.Key_End: (self._seek, self._duration),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            move[0](move[1])
        elif event.key() == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what is shown, when someone arrives by keyboard or asks with the mouse."""
        if event.type() == QEvent.Type.FocusIn:
            self.setAccessibleDescription(self.summary())
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.readout(self._second_at(event.pos())))
        return super().event(event)

    def _second_at(self, place: QPoint) -> float:
        """The time below a place of this widget."""
        box = self._incident_plot.getViewBox()
        inside = self._view.mapToScene(self._view.mapFrom(self, place))
        return min(max(0.0, float(box.mapSceneToView(inside).x())), self._duration)

    def readout(self, second: float) -> str:
        """Time and values at a time."""
        values = [f"{lane.spec.title}: {lane.value_at(second)}" for lane in self.lanes.values()]
        return "\n".join([clock_words(from_seconds(second)), *values])
