"""What was measured in a picture, drawn over it."""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from proctor_desktop.domain.frame import PeopleLook
from proctor_desktop.domain.signals import Missing, SignalSample
from proctor_desktop.gui.display.picture import Layers, Picture, number_of
from proctor_desktop.landmarks.topology import EYES, NOSE_TIP

AXIS_LENGTH = 0.6
GAZE_LENGTH = 1.2
IRISES = tuple(eye.iris for eye in reversed(EYES))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where in the widget the arrows begin, and how wide the face is."""

    nose: QPointF
    eyes: tuple[QPointF, ...]
    width: float


def _anchors_on(points: NDArray[np.float32]) -> Anchors:
    """On the landmarks of the face."""
    eyes = tuple(QPointF(*points[iris].tolist()) for iris in IRISES)
    width = float(points[:, 0].max() - points[:, 0].min())
    return Anchors(QPointF(*points[NOSE_TIP].tolist()), eyes, width)


def _anchors_in(target: QRectF, sample: SignalSample) -> Anchors | None:
    """In the face box, for stored measurements, which have no landmarks."""
    if isinstance(sample.face_x, Missing) or isinstance(sample.face_width, Missing):
        return None
    middle = QPointF(
        target.x() + sample.face_x * target.width(),
        target.y() + number_of(sample.face_y) * target.height(),
    )
    height = number_of(sample.face_height) * target.height()
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


@dataclass(frozen=True, slots=True)
class Overlay:
    """How measurements are drawn.

    Attributes:
        layers: which of them.
        rest: where the eyes are at rest, in radians to the right and upwards.
    """

    layers: Layers = field(default_factory=Layers)
    rest: tuple[float, float] = (0.0, 0.0)

    def draw(self, painter: QPainter, target: QRectF, picture: Picture) -> None:
        """Draw over a picture that fills ``target``."""
        if self.layers.people and picture.look is not None:
            _draw_people(painter, target, picture.look)
        anchors = self._anchors(painter, target, picture)
        if anchors is None or picture.sample is None:
            return
        if self.layers.head:
            _draw_head(painter, anchors, picture.sample)
        if self.layers.gaze:
            self._draw_gaze(painter, anchors, picture.sample)

    def _anchors(self, painter: QPainter, target: QRectF, picture: Picture) -> Anchors | None:
        """Where the arrows begin; the landmarks that say so are drawn on the way."""
        if picture.face is None:
            return None if picture.sample is None else _anchors_in(target, picture.sample)
        scale = target.width() / picture.frame.width
        points = picture.face.points[:, :2] * scale + (target.x(), target.y())
        if self.layers.landmarks:
            _draw_landmarks(painter, points)
        return _anchors_on(points)

    def _draw_gaze(self, painter: QPainter, anchors: Anchors, sample: SignalSample) -> None:
        if isinstance(sample.gaze_horizontal, Missing) or isinstance(sample.gaze_vertical, Missing):
            return
        across = sample.gaze_horizontal - self.rest[0] + math.radians(number_of(sample.yaw))
        up = sample.gaze_vertical - self.rest[1] + math.radians(number_of(sample.pitch))
        ray = QPointF(math.sin(across), -math.sin(up)) * (GAZE_LENGTH * anchors.width)
        for eye in anchors.eyes:
            _arrow(painter, eye, eye + ray, "#ff6bd6")


def _draw_landmarks(painter: QPainter, points: NDArray[np.float32]) -> None:
    painter.setPen(QPen(QColor(120, 255, 190, 200), 1.6))
    painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))


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


def _draw_head(painter: QPainter, anchors: Anchors, sample: SignalSample) -> None:
    angles = (sample.yaw, sample.pitch, sample.roll)
    if any(isinstance(angle, Missing) for angle in angles):
        return
    axes = head_directions(*(number_of(angle) for angle in angles))
    for axis, color in zip(axes, ("#ffb566", "#7cdcc2", "#6cc5fb"), strict=True):
        end = anchors.nose + axis * (AXIS_LENGTH * anchors.width)
        _arrow(painter, anchors.nose, end, color)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, color: str) -> None:
    """A line with a knob at its end, edged in black so that it shows on any picture."""
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4.5))
    painter.drawLine(start, end)
    painter.setPen(QPen(QColor(color), 2.2))
    painter.drawLine(start, end)
    painter.setBrush(QColor(color))
    painter.drawEllipse(end, 3, 3)
