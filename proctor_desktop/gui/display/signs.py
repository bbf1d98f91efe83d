"""What is written on a picture: whose it is, that it is recorded, that it stands still."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter

SHADE = QColor(0, 0, 0, 190)
ALARM = QColor("#b3161b")
LAMP = QColor("#ff3b3b")
PADDING = 8.0
WIDE = 320
"""Pixels from which on a picture has room for large letters."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Words on a picture; an empty one is not written.

    Attributes:
        name: of whoever is in the picture, large at its upper left.
        lamp: beside a red dot at its upper right: that it is recorded, and for how long.
        alarm: across its middle, on red: why it stands still.
        words: what was measured in it, small at its lower left.
    """

    name: str = ""
    lamp: str = ""
    alarm: str = ""
    words: str = ""

    @property
    def sentence(self) -> str:
        """All of them, for screen readers."""
        return ". ".join(each for each in (self.name, self.alarm, self.lamp, self.words) if each)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Write them within ``area``; a name that is too long is cut at its end."""
        font = painter.font()
        lamp_width = self._draw_lamp(painter, area, font) if self.lamp else 0.0
        if self.name:
            self._draw_name(painter, area.adjusted(0, 0, -lamp_width, 0), font)
        if self.words:
            self._draw_words(painter, area, font)
        if self.alarm:
            self._draw_alarm(painter, area, font)

    def _draw_name(self, painter: QPainter, area: QRectF, font: QFont) -> None:
        _use_font(painter, font, 1.6 if area.width() > WIDE else 1.1)
        room = area.width() - 2 * PADDING
        text = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, int(room))
        size = _size(painter, text)
        _write(painter, QRectF(area.x(), area.y(), *size), text, SHADE)

    def _draw_lamp(self, painter: QPainter, area: QRectF, font: QFont) -> float:
        """Returns the width that it takes."""
        _use_font(painter, font, 1.15 if area.width() > WIDE else 0.9)
        width, height = _size(painter, self.lamp)
        dot = 0.4 * height
        box = QRectF(area.right() - width - 2 * dot, area.y(), width + 2 * dot, height)
        painter.fillRect(box, SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LAMP)
        painter.drawEllipse(QRectF(box.x() + dot, box.center().y() - dot / 2, dot, dot))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box.adjusted(2 * dot, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self.lamp)
        return box.width() + PADDING

    def _draw_words(self, painter: QPainter, area: QRectF, font: QFont) -> None:
        _use_font(painter, font, 1.0)
        width, height = _size(painter, self.words)
        _write(painter, QRectF(area.x(), area.bottom() - height, width, height), self.words, SHADE)

    def _draw_alarm(self, painter: QPainter, area: QRectF, font: QFont) -> None:
        _use_font(painter, font, 1.6 if area.width() > WIDE else 1.1)
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        height = painter.boundingRect(inner, flags, self.alarm).height() + 2 * PADDING
        box = QRectF(area.x(), area.center().y() - height / 2, area.width(), height)
        painter.fillRect(box, ALARM)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box.adjusted(PADDING, 0, -PADDING, 0), flags, self.alarm)


def _use_font(painter: QPainter, base: QFont, scale: float) -> None:
    """The widget's own font, larger; anything beyond ordinary size is bold."""
    font = QFont(base)
    font.setPixelSize(round(QFontInfo(base).pixelSize() * scale))
    font.setBold(scale > 1)
    painter.setFont(font)


def _size(painter: QPainter, text: str) -> tuple[float, float]:
    metrics = painter.fontMetrics()
    return metrics.horizontalAdvance(text) + 2 * PADDING, metrics.height() + PADDING


def _write(painter: QPainter, box: QRectF, text: str, ground: QColor) -> None:
    painter.fillRect(box, ground)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
