"""The frames of calibration one by one: used, or not and why."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from proctor_desktop.domain.calibration import FrameRejection
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.gui.display.words import clock_words, rejection_sentence
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.translation import translate

Judged = tuple[Micros, FrameRejection | None]


class CalibrationStrip(QWidget):
    """Full bars for used frames, low hatched ones for the rest.

    Signals:
        sought: the time of a chosen frame.
    """

    sought = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("CalibrationStrip", "Frames of the calibration"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(46)
        self._frames: Sequence[Judged] = ()
        self._chosen = 0

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, 46)

    def load(self, frames: Sequence[Judged]) -> None:
        """Show frames in time order: their time, and why they were not used."""
        self._frames = tuple(frames)
        self._chosen = 0
        self.setAccessibleDescription(self.words)
        self.update()

    def set_playhead(self, time: int) -> None:
        """Choose the frame on display at ``time``."""
        earlier = [place for place, (at, _) in enumerate(self._frames) if at <= time]
        if earlier and earlier[-1] != self._chosen:
            self._chosen = earlier[-1]
            self.setAccessibleDescription(self.words)
            self.update()

    @property
    def words(self) -> str:
        """The chosen frame in words."""
        if not self._frames:
            return translate("CalibrationStrip", "No frames are kept.")
        time, rejection = self._frames[self._chosen]
        if rejection is None:
            return translate("CalibrationStrip", "{time}: used").format(time=clock_words(time))
        return translate("CalibrationStrip", "{time}: not used, {reason}").format(
            time=clock_words(time), reason=rejection_sentence(rejection)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """One bar a frame, the chosen one framed, its words below."""
        painter = QPainter(self)
        look = theme.current()
        painter.setPen(look.color("text"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 26, self.width(), 20), left, self.words)
        if not self._frames:
            return
        width = self.width() / len(self._frames)
        for place, (_, rejection) in enumerate(self._frames):
            used = rejection is None
            top, height = (0, 24) if used else (10, 14)
            box = QRectF(place * width, top, max(1.0, width - 1), height)
            hatched = QBrush(look.color("suspicious"), Qt.BrushStyle.DiagCrossPattern)
            painter.fillRect(box, look.color("clean") if used else hatched)
        painter.setPen(QPen(look.color("accent"), 2))
        painter.drawRect(QRectF(self._chosen * width, 0, width, 24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the frame under the mouse."""
        self._choose(int(event.position().x() / self.width() * len(self._frames)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from frame to frame, since Left and Right belong to the player."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._chosen + step)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._frames):
            self._chosen = place
            self.setAccessibleDescription(self.words)
            self.update()
            self.sought.emit(self._frames[place][0])
