"""Where the candidate looked, and for how long: a map in which every place can be asked."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from proctor_desktop.domain.timeline import Micros
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import filled, translate

CELLS = 21
REACH_RAD = 1.05


class GazeMap(QWidget):
    """Seconds of looking by direction, left and right as in the picture.

    Signals:
        place_chosen: start times (microseconds) of every look at the chosen place.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("GazeMap", "Map of gaze directions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)
        self._seconds: NDArray[np.float64] = np.zeros((CELLS, CELLS))
        self._cells: NDArray[np.intp] = np.empty(0, np.intp)
        self._times: NDArray[np.int64] = np.empty(0, np.int64)
        self._threshold = 0.0
        self._cursor = (CELLS // 2, CELLS // 2)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(280, 280)

    def clear(self) -> None:
        """Show nothing."""
        nothing = np.empty(0)
        self.load(np.empty(0, np.int64), nothing, nothing, nothing, 0.0)

    def load(
        self,
        times: NDArray[np.int64],
        horizontal: NDArray[np.float64],
        vertical: NDArray[np.float64],
        seconds: NDArray[np.float64],
        threshold: float,
    ) -> None:
        """Show directions from the candidate's rest in radians; NaN where not measurable.

        ``seconds`` is how long each sample lasts, ``threshold`` the radius of rest in radians.
        """
        measured = np.isfinite(horizontal) & np.isfinite(vertical)
        scale = CELLS / (2 * REACH_RAD)
        columns = np.clip((horizontal[measured] + REACH_RAD) * scale, 0, CELLS - 1).astype(np.intp)
        rows = np.clip((REACH_RAD - vertical[measured]) * scale, 0, CELLS - 1).astype(np.intp)
        self._cells = rows * CELLS + columns
        self._times = times[measured]
        summed = np.bincount(self._cells, seconds[measured], CELLS * CELLS).astype(np.float64)
        self._seconds = summed.reshape(CELLS, CELLS)
        self._threshold = threshold
        self.setAccessibleDescription(self.summary())
        self.update()

    def looks_at(self, row: int, column: int) -> list[Micros]:
        """Start of every look at one place; looks less than a second apart are one."""
        times = self._times[self._cells == row * CELLS + column]
        if not len(times):
            return []
        first = np.concatenate([[True], np.diff(times) > 1_000_000])
        return [Micros(int(time)) for time in times[first]]

    def summary(self) -> str:
        """How long the gaze was outside of rest, in words."""
        outside = float(self._seconds[~self._inside()].sum())
        total = float(self._seconds.sum())
        words = translate(
            "GazeMap", "Outside the range of rest: {outside:.1f} of {total:.1f} measurable seconds."
        )
        return filled(words, outside=outside, total=total)

    def _inside(self) -> NDArray[np.bool_]:
        centers = (np.arange(CELLS) + 0.5) / CELLS * 2 * REACH_RAD - REACH_RAD
        return np.hypot(*np.meshgrid(centers, centers)) <= self._threshold

    # painting and choosing

    @property
    def square(self) -> QRectF:
        """The part of the widget that the map fills."""
        side = min(self.width(), self.height()) - 4
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darker is nothing; the fuller a cell, the longer the candidate looked there."""
        painter = QPainter(self)
        look = theme.current()
        square = self.square
        painter.fillRect(square, look.color("window"))
        cell = square.width() / CELLS
        strongest = float(np.log1p(self._seconds).max()) or 1.0
        inside = self._inside()
        for row, column in np.argwhere(self._seconds > 0).tolist():
            share = float(np.log1p(self._seconds[row, column])) / strongest
            color = look.color("clean" if inside[row, column] else "gaze", 60 + round(195 * share))
            painter.fillRect(self._cell(square, cell, row, column), color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("text"), 1.5, Qt.PenStyle.DashLine))
        radius = self._threshold / REACH_RAD * square.width() / 2
        painter.drawEllipse(square.center(), radius, radius)
        painter.setPen(QPen(look.color("accent"), 2.5))
        painter.drawRect(self._cell(square, cell, *self._cursor))
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawRect(square)
        self._draw_words(painter, look.color("text"), square)

    @staticmethod
    def _cell(square: QRectF, side: float, row: int, column: int) -> QRectF:
        return QRectF(square.x() + column * side, square.y() + row * side, side, side)

    @staticmethod
    def _draw_words(painter: QPainter, color: QColor, square: QRectF) -> None:
        painter.setPen(color)
        inner = square.adjusted(6, 4, -6, -4)
        middle = Qt.AlignmentFlag.AlignVCenter
        center = Qt.AlignmentFlag.AlignHCenter
        for flags, words in (
            (Qt.AlignmentFlag.AlignTop | center, translate("GazeMap", "up")),
            (Qt.AlignmentFlag.AlignBottom | center, translate("GazeMap", "down")),
            (Qt.AlignmentFlag.AlignLeft | middle, translate("GazeMap", "left")),
            (Qt.AlignmentFlag.AlignRight | middle, translate("GazeMap", "right")),
        ):
            painter.drawText(inner, flags, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the place under the mouse."""
        square = self.square
        place: QPointF = event.position() - square.topLeft()
        row, column = (int(each / square.width() * CELLS) for each in (place.y(), place.x()))
        if 0 <= row < CELLS and 0 <= column < CELLS:
            self._choose(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Return asks for the looks at a place."""
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            row, column = (
                min(CELLS - 1, max(0, at + by)) for at, by in zip(self._cursor, step, strict=True)
            )
            self._cursor = (row, column)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(*self._cursor)
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int, column: int) -> None:
        self._cursor = (row, column)
        self.update()
        self.place_chosen.emit(self.looks_at(row, column))
