"""The whole recording as a thin strip: incidents, what the timeline shows of it, the playhead."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.gui.display.spans import Look, Span
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import translate

HEIGHT = 18
NARROWEST = 2.0


class OverviewStrip(QWidget):
    """Click or drag moves the playhead.

    Signals:
        sought: a time of the recording in microseconds.
    """

    sought = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Overview", "The whole recording"))
        self.setToolTip(translate("Overview", "The whole recording; click to go there"))
        self._duration = 1.0
        self._spans: tuple[Span, ...] = ()
        self._view = (0.0, 1.0)
        self._playhead = 0.0

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def show_spans(self, duration: Micros, spans: Sequence[Span]) -> None:
        """Show the incidents of a recording."""
        self._duration, self._spans = max(0.1, to_seconds(duration)), tuple(spans)
        self.update()

    def show_view(self, start: float, end: float) -> None:
        """Frame what the timeline shows, in seconds."""
        self._view = (start, end)
        self.update()

    def show_playhead(self, time: Micros) -> None:
        """Put a line at the playhead."""
        self._playhead = to_seconds(time)
        self.update()

    def _x(self, second: float) -> float:
        room = self.contentsRect()
        return room.left() + second / self._duration * room.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, spans, frame of the view, playhead."""
        painter, look = QPainter(self), theme.current()
        painter.fillRect(self.contentsRect(), look.color("raised"))
        for span in self._spans:
            width = max(NARROWEST, self._x(span.end) - self._x(span.start))
            color = "muted" if span.look is Look.DISMISSED else "suspicious"
            box = QRectF(self._x(span.start), 4, width, HEIGHT - 8)
            painter.fillRect(box, look.color(color, 130 if span.look is Look.DISMISSED else 255))
        painter.setPen(QPen(look.color("accent"), 2))
        start, end = (self._x(each) for each in self._view)
        painter.drawRect(QRectF(start + 1, 1, max(2.0, end - start - 2), HEIGHT - 2))
        painter.setPen(QPen(look.color("high_risk"), 1))
        at = self._x(self._playhead)
        painter.drawLine(round(at), 0, round(at), HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        room = self.contentsRect()
        share = min(1.0, max(0.0, (event.position().x() - room.left()) / max(1, room.width())))
        self.sought.emit(from_seconds(share * self._duration))
