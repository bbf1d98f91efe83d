"""Turns of the mouse wheel as they come from the screen: to the window, not to a widget."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NOTCH = 120


def turn(widget: QWidget, notches: int = 1) -> None:
    """Turn the wheel away from the person, notch by notch, over the middle of a widget."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, NOTCH * notches))
