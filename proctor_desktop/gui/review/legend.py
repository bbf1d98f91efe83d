"""What colours and patterns of picture and timeline mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from proctor_desktop.gui.display.curves import kind_rows, lane_specs, own_row
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate

HEAD_AXES = ("#ffb566", "#7cdcc2", "#6cc5fb")
GAZE = "#ff6bd6"


class Swatch(QWidget):
    """A small sample of a colour, as it is drawn."""

    def __init__(self, colour: str, style: str = "filled") -> None:
        """``colour`` is the name of a theme colour or ``#rrggbb``."""
        super().__init__()
        self._colour, self._style = colour, style
        self.setFixedSize(QSize(40, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled, framed, hollow, hatched one way or the other, dashed or a line."""
        painter, look = QPainter(self), theme.current()
        is_named = not self._colour.startswith("#")
        colour = look.color(self._colour) if is_named else QColor(self._colour)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._style in ("filled", "framed"):
            painter.fillRect(box, colour)
        if self._style == "hatched":
            painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        if self._style == "falling":
            painter.fillRect(box, QBrush(colour, Qt.BrushStyle.FDiagPattern))
        if self._style == "line":
            painter.fillRect(QRectF(box.left(), box.center().y() - 1, box.width(), 3), colour)
        if self._style == "dashed":
            painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
            painter.drawRect(box)
        if self._style in ("framed", "hollow"):
            painter.setPen(QPen(look.color("text") if self._style == "framed" else colour, 2))
            painter.drawRect(box)


def entries() -> list[tuple[Swatch, str]]:
    """Every sample with its meaning."""
    kinds = [(Swatch(colour), title) for title, colour in (*kind_rows(), own_row())]
    curves = [
        (Swatch(spec.color, "line"), translate("Legend", "curve: {title}").format(title=spec.title))
        for spec in lane_specs()
    ]
    return [
        *kinds,
        (Swatch("gaze", "framed"), translate("Legend", "with a frame: confirmed")),
        (Swatch("gaze", "hollow"), translate("Legend", "hollow: dismissed")),
        *curves,
        (Swatch("clean", "dashed"), translate("Legend", "within the threshold")),
        (
            Swatch("technical", "hatched"),
            translate("Legend", "could not be measured; never counts against anybody"),
        ),
        (
            Swatch("muted", "falling"),
            translate("Legend", "before and after the exam: shown, not charged"),
        ),
        (Swatch("high_risk", "line"), translate("Legend", "where the picture is")),
        *_overlay(),
    ]


def _overlay() -> list[tuple[Swatch, str]]:
    right, up, forward = HEAD_AXES
    return [
        (Swatch(right, "line"), translate("Legend", "in the picture: the head's right")),
        (Swatch(up, "line"), translate("Legend", "in the picture: the head's top")),
        (Swatch(forward, "line"), translate("Legend", "in the picture: where the face points")),
        (Swatch(GAZE, "line"), translate("Legend", "in the picture: where the eyes point")),
    ]


class LegendDialog(QDialog):
    """Opened beside the page; it can stay open while one works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Legend", "Legend"))
        grid = QGridLayout()
        for row, (swatch, words) in enumerate(entries()):
            grid.addWidget(swatch, row, 0)
            grid.addWidget(label(words, wrap=False), row, 1)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(buttons)
