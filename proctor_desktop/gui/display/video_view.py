"""The picture, with whose it is and what was measured in it; each layer can be switched off."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from proctor_desktop.domain.signals import Missing
from proctor_desktop.gui.display.overlay import Overlay
from proctor_desktop.gui.display.picture import Layers, Picture, number_of
from proctor_desktop.gui.display.signs import Signs
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate


class VideoView(QWidget):
    """Shows pictures as large as they fit, upright, in proportion and never mirrored.

    Signals:
        clicked: a person clicked on it.
    """

    clicked = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """``sentence`` is shown while there is no picture."""
        super().__init__(parent)
        self.setAccessibleName(translate("VideoView", "Video"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 150)
        self._sentence = sentence
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._overlay = Overlay()
        self._signs = Signs()

    def sizeHint(self) -> QSize:
        """A picture that shows enough."""
        return QSize(560, 330)

    # what is shown

    @property
    def picture(self) -> Picture | None:
        """The picture itself."""
        return self._picture

    @property
    def layers(self) -> Layers:
        """Which measurements are drawn."""
        return self._overlay.layers

    @property
    def signs(self) -> Signs:
        """What is written on it."""
        return replace(self._signs, words=self.describe())

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        if picture is None:
            self._image = None
        else:
            rgb = np.ascontiguousarray(picture.frame.rgb)
            height, width = rgb.shape[:2]
            self._image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._changed()

    def set_name(self, name: str) -> None:
        """Write on it whose picture it is; empty where nobody's name is known."""
        self._sign(name=name)

    def set_lamp(self, words: str) -> None:
        """Write beside a red lamp that it is recorded; empty for no lamp."""
        self._sign(lamp=words)

    def set_alarm(self, sentence: str) -> None:
        """Write on red across it why it stands still; empty while it does not."""
        self._sign(alarm=sentence)

    def set_sentence(self, sentence: str) -> None:
        """Text for the time without a picture."""
        self._sentence = sentence
        self._changed()

    def set_rest(self, horizontal: float, vertical: float) -> None:
        """Where the eyes are at rest, in radians; the gaze is drawn from there."""
        self._overlay = replace(self._overlay, rest=(horizontal, vertical))
        self.update()

    @Slot(bool)
    def set_landmarks(self, shown: bool) -> None:
        """Draw the points of the face."""
        self._set(landmarks=shown)

    @Slot(bool)
    def set_head(self, shown: bool) -> None:
        """Draw the axes of the head."""
        self._set(head=shown)

    @Slot(bool)
    def set_gaze(self, shown: bool) -> None:
        """Draw the direction of the gaze."""
        self._set(gaze=shown)

    @Slot(bool)
    def set_people(self, shown: bool) -> None:
        """Draw a box around each face that was counted."""
        self._set(people=shown)

    def _set(self, **layers: bool) -> None:
        self._overlay = replace(self._overlay, layers=replace(self.layers, **layers))
        self.update()

    def _sign(self, **words: str) -> None:
        signs = replace(self._signs, **words)
        if signs != self._signs:
            self._signs = signs
            self._changed()

    def _changed(self) -> None:
        self.setAccessibleDescription(self.signs.sentence)
        self.update()

    def describe(self) -> str:
        """What is measured in the picture, in words."""
        if self._picture is None:
            return self._sentence
        time = clock_words(self._picture.frame.time)
        sample = self._picture.sample
        if sample is None:
            return time
        if isinstance(sample.yaw, Missing):
            return translate("VideoView", "{time}: not measurable, {reason}").format(
                time=time, reason=said(sample.yaw.sentence)
            )
        return translate(
            "VideoView", "{time}: head yaw {yaw:.0f}°, pitch {pitch:.0f}°, roll {roll:.0f}°"
        ).format(
            time=time,
            yaw=round(sample.yaw),  # a whole number, for which there is no -0
            pitch=round(number_of(sample.pitch)),
            roll=round(number_of(sample.roll)),
        )

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, overlay, and the words on it."""
        painter = QPainter(self)
        if self._picture is None or self._image is None:
            self._draw_sentence(painter)
            replace(self._signs, words="").draw(painter, QRectF(self.rect()))
            return
        painter.fillRect(self.rect(), QColor("#000000"))
        target = self._target(self._image.size())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._overlay.draw(painter, target, self._picture)
        self.signs.draw(painter, QRectF(self.rect()))

    def _draw_sentence(self, painter: QPainter) -> None:
        look = theme.current()
        painter.fillRect(self.rect(), look.color("raised"))
        painter.setPen(look.color("text"))
        inner = self.rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, flags, self._sentence)

    def _target(self, size: QSize) -> QRectF:
        scale = min(self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is told."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
