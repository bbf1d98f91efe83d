"""The pictures of an incident side by side, each with its caption, as large as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.stills import Still

CAPTION_HEIGHT = 20
LEAST, MOST = QSize(120, 90), QSize(420, 300)


def caption(still: Still) -> str:
    """When a picture was taken, and whether before the incident or within it."""
    time = clock_words(from_seconds(still.second))
    if still.is_before:
        return translate("Stills", "before, {time}").format(time=time)
    return translate("Stills", "within, {time}").format(time=time)


class StillView(QWidget):
    """One picture with its caption below.

    Signals:
        enlarged: the `Still` that was clicked.
    """

    enlarged = Signal(object)

    def __init__(self, still: Still) -> None:
        super().__init__()
        self.still = still
        self.image = QImage.fromData(still.jpeg)
        self.setAccessibleName(caption(still))
        self.setToolTip(translate("Stills", "Click to enlarge"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumSize(MOST.width(), MOST.height() + CAPTION_HEIGHT)

    def sizeHint(self) -> QSize:
        """Large enough to see a face."""
        return QSize(220, 150 + CAPTION_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Small, where there is no room."""
        return QSize(LEAST.width(), LEAST.height() + CAPTION_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in proportion, its words below it."""
        painter = QPainter(self)
        room = self.rect().adjusted(0, 0, 0, -CAPTION_HEIGHT)
        scaled = self.image.scaled(
            room.size() * self.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(self.devicePixelRatioF())
        painter.drawImage(room.topLeft(), scaled)
        height = round(scaled.height() / self.devicePixelRatioF())
        painter.setPen(theme.current().color("text"))
        words = self.rect().adjusted(0, height, 0, height + CAPTION_HEIGHT - self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         caption(self.still))  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show it large."""
        self.enlarged.emit(self.still)


class StillRow(QWidget):
    """Signals: ``enlarged`` carries the `Still` that was clicked."""

    enlarged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._views: list[StillView] = []

    @property
    def views(self) -> Sequence[StillView]:
        """The pictures that are shown."""
        return self._views

    def show_stills(self, stills: Sequence[Still]) -> None:
        """Show these and no others, at once."""
        for view in self._views:
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = [StillView(still) for still in stills]
        for view in self._views:
            view.enlarged.connect(self.enlarged)
            self._layout.addWidget(view)
