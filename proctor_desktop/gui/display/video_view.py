"""The picture, with what was measured drawn over it; each layer can be switched off."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook
from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.domain.timeline import clock
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate

AXIS_LENGTH = 0.6
GAZE_LENGTH = 1.2
LEFT_IRIS, RIGHT_IRIS, NOSE_TIP = 473, 468, 1


@dataclass(frozen=True, slots=True)
class Layers:
    """Which parts of the overlay are drawn."""

    landmarks: bool = False
    head: bool = True
    gaze: bool = True
    people: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One frame and, where known, what was seen in it."""

    frame: Frame
    face: FaceLandmarks | None = None
    look: PeopleLook | None = None
    sample: SignalSample | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where in the widget the arrows begin, and how wide the face is."""

    nose: QPointF
    eyes: tuple[QPointF, ...]
    width: float


def _anchors_on(points: NDArray[np.float32]) -> Anchors:
    """On the landmarks of the face."""
    eyes = tuple(QPointF(*points[iris].tolist()) for iris in (LEFT_IRIS, RIGHT_IRIS))
    width = float(points[:, 0].max() - points[:, 0].min())
    return Anchors(QPointF(*points[NOSE_TIP].tolist()), eyes, width)


def _anchors_in(target: QRectF, sample: SignalSample) -> Anchors | None:
    """In the face box, for stored measurements, which have no landmarks."""
    if isinstance(sample.face_x, Missing) or isinstance(sample.face_width, Missing):
        return None
    middle = QPointF(
        target.x() + sample.face_x * target.width(),
        target.y() + _number(sample.face_y) * target.height(),
    )
    height = _number(sample.face_height) * target.height()
    return Anchors(
        middle, (middle - QPointF(0, height * 0.15),), sample.face_width * target.width()
    )


def head_directions(yaw: float, pitch: float, roll: float) -> tuple[QPointF, QPointF, QPointF]:
    """Where the head's own right-of-picture, up and forward axes point in the picture (x, y down).

    Angles in degrees with the signs of `domain.signals`; roll turns first, then pitch, then yaw.
    """
    y, p, r = (math.radians(angle) for angle in (yaw, pitch, roll))
    roll_turn = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    pitch_turn = np.array(
        [[1, 0, 0], [0, math.cos(p), -math.sin(p)], [0, math.sin(p), math.cos(p)]]
    )
    yaw_turn = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    turn = yaw_turn @ pitch_turn @ roll_turn
    right, down, forward = turn[:, 0], turn[:, 1], turn[:, 2]
    return (
        QPointF(right[0], right[1]),
        QPointF(-down[0], -down[1]),
        QPointF(forward[0], forward[1]),
    )


class VideoView(QWidget):
    """Shows pictures as large as they fit, upright and in proportion."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """``sentence`` is shown while there is no picture."""
        super().__init__(parent)
        self.setAccessibleName(translate("VideoView", "Video"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 150)
        self._sentence = sentence
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._mirrored = False
        self._rest = (0.0, 0.0)
        self.layers = Layers()

    def sizeHint(self) -> QSize:
        """A picture that shows enough."""
        return QSize(560, 330)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        if picture is None:
            self._image = None
        else:
            rgb = np.ascontiguousarray(picture.frame.rgb)
            height, width = rgb.shape[:2]
            self._image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            self.setAccessibleDescription(self.describe())
        self.update()

    def set_sentence(self, sentence: str) -> None:
        """Text for the time without a picture."""
        self._sentence = sentence
        self.update()

    def set_rest(self, horizontal: float, vertical: float) -> None:
        """Where the eyes are at rest, in radians; the gaze is drawn from there."""
        self._rest = (horizontal, vertical)
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show a live picture as a mirror would; numbers never change."""
        self._mirrored = mirrored
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
        self.layers = replace(self.layers, **layers)
        self.update()

    def describe(self) -> str:
        """What is measured in the picture, in words."""
        if self._picture is None:
            return self._sentence
        time = clock(self._picture.frame.time)
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
            pitch=round(_number(sample.pitch)),
            roll=round(_number(sample.roll)),
        )

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, overlay, and a line of words below it."""
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(self.rect(), QColor("#000000"))
        if self._picture is None or self._image is None:
            painter.fillRect(self.rect(), look.color("raised"))
            painter.setPen(look.color("text"))
            inner = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._sentence
            )
            return
        target = self._target(self._image.size())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.save()
        if self._mirrored:
            painter.translate(2 * target.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_overlay(painter, target, self._picture)
        painter.restore()
        self._draw_words(painter, self.describe())

    def _target(self, size: QSize) -> QRectF:
        scale = min(self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _draw_overlay(self, painter: QPainter, target: QRectF, picture: Picture) -> None:
        scale = target.width() / picture.frame.width
        if self.layers.people and picture.look is not None:
            self._draw_people(painter, target, picture.look)
        if picture.face is not None:
            points = picture.face.points[:, :2] * scale + (target.x(), target.y())
            if self.layers.landmarks:
                self._draw_landmarks(painter, points)
            if picture.sample is not None:
                self._draw_directions(painter, _anchors_on(points), picture.sample)
        elif picture.sample is not None:
            anchors = _anchors_in(target, picture.sample)
            if anchors is not None:
                self._draw_directions(painter, anchors, picture.sample)

    @staticmethod
    def _draw_landmarks(painter: QPainter, points: NDArray[np.float32]) -> None:
        painter.setPen(QPen(QColor(120, 255, 190, 200), 1.6))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))

    @staticmethod
    def _draw_people(painter: QPainter, target: QRectF, look: PeopleLook) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, person in enumerate(look.people, start=1):
            box = QRectF(
                target.x() + person.x * target.width(),
                target.y() + person.y * target.height(),
                person.width * target.width(),
                person.height * target.height(),
            )
            painter.setPen(QPen(QColor("#000000"), 4))
            painter.drawRect(box)
            painter.setPen(QPen(QColor("#f3d36b"), 2))
            painter.drawRect(box)
            painter.drawText(box.topLeft() + QPointF(4, -5), str(number))

    def _draw_directions(self, painter: QPainter, anchors: "Anchors", sample: SignalSample) -> None:
        width = anchors.width
        angles = (sample.yaw, sample.pitch, sample.roll)
        if self.layers.head and not any(isinstance(angle, Missing) for angle in angles):
            nose = anchors.nose
            axes = head_directions(*(_number(angle) for angle in angles))
            for axis, color in zip(axes, ("#ffb566", "#7cdcc2", "#6cc5fb"), strict=True):
                _arrow(painter, nose, nose + axis * (AXIS_LENGTH * width), color)
        gaze = (sample.gaze_horizontal, sample.gaze_vertical)
        if self.layers.gaze and not any(isinstance(angle, Missing) for angle in gaze):
            rest_horizontal, rest_vertical = self._rest
            horizontal = _number(gaze[0]) - rest_horizontal + math.radians(_number(sample.yaw))
            vertical = _number(gaze[1]) - rest_vertical + math.radians(_number(sample.pitch))
            ray = QPointF(math.sin(horizontal), -math.sin(vertical)) * (GAZE_LENGTH * width)
            for eye in anchors.eyes:
                _arrow(painter, eye, eye + ray, "#ff6bd6")

    def _draw_words(self, painter: QPainter, words: str) -> None:
        font = QFont(self.font())
        painter.setFont(font)
        box = painter.fontMetrics().boundingRect(words).adjusted(-8, -4, 8, 4)
        box.moveBottomLeft(self.rect().bottomLeft())
        painter.fillRect(box, QColor(0, 0, 0, 190))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _number(measured: float | Missing) -> float:
    return 0.0 if isinstance(measured, Missing) else measured


def _arrow(painter: QPainter, start: QPointF, end: QPointF, color: str) -> None:
    """A line with a knob at its end, edged in black so that it shows on any picture."""
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4.5))
    painter.drawLine(start, end)
    painter.setPen(QPen(QColor(color), 2.2))
    painter.drawLine(start, end)
    painter.setBrush(QColor(color))
    painter.drawEllipse(end, 3, 3)
