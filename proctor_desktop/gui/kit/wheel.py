"""The mouse wheel scrolls pages; a value changes by it only where the value has the focus."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

VALUES = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar)


class CalmWheel(QObject):
    """Watches every window of the application from when it first comes to the front.

    Windows, not widgets, are watched: they get few events, and no editor can be forgotten.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self.watch)

    @Slot(QWindow)
    def watch(self, window: QWindow | None) -> None:
        """Keep the values in a window from a wheel that only passes over them."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a wheel over a value without focus to what scrolls around it."""
        if not isinstance(event, QWheelEvent) or not isinstance(watched, QWindow):
            return False
        value = _value_at(watched, event)
        if value is None or _has_focus(value):
            return False
        area = _around(value)
        if area is not None:
            QCoreApplication.sendEvent(area.viewport(), event)
        return True


def _value_at(window: QWindow, event: QWheelEvent) -> QWidget | None:
    """What would be changed by the wheel: the innermost editor under the pointer."""
    root = QWidget.find(window.winId())
    widget = None if root is None else root.childAt(event.position().toPoint())
    while widget is not None and not isinstance(widget, QAbstractScrollArea):
        if isinstance(widget, VALUES) and not isinstance(widget, QScrollBar):
            return widget
        widget = widget.parentWidget()
    return None


def _has_focus(value: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is value or value.isAncestorOf(focused))


def _around(value: QWidget) -> QAbstractScrollArea | None:
    widget = value.parentWidget()
    while widget is not None and not isinstance(widget, QAbstractScrollArea):
        widget = widget.parentWidget()
    return widget
