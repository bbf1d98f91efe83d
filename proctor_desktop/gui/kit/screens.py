"""Windows that fit the screen they are on, frame and all."""

from PySide6.QtCore import QMargins, QObject, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

FRAME = QMargins(4, 36, 4, 4)
"""What a frame takes at most, as long as nobody knows: a window has none before it is shown."""


def inside(frame: QRect, room: QRect) -> QRect:
    """``frame`` moved into ``room``, and made smaller only where it has to be."""
    size = frame.size().boundedTo(room.size())
    left = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def fit(widget: QWidget, wanted: QSize) -> None:
    """Give a window the size that is wanted, or what the screen has left of it."""
    screen = widget.screen()
    room = screen.availableGeometry().marginsRemoved(FRAME)
    widget.resize(wanted.boundedTo(room.size()).expandedTo(widget.minimumSize()))


class OnScreen(QObject):
    """Brings every window of the application that hangs off its screen back onto it.

    A window knows its frame when it has come to the front, not before.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self.watch)

    @Slot(QWindow)
    def watch(self, window: QWindow | None) -> None:
        """Look at a window as soon as the screen has settled."""
        if window is not None and window.type() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
            self._window = window
            QTimer.singleShot(0, self._bring_back)

    @Slot()
    def _bring_back(self) -> None:
        window, self._window = self._window, None
        if window is None or not window.isVisible():
            return
        if window.windowStates() & ~Qt.WindowState.WindowActive:
            return
        bring_back(window)


def bring_back(window: QWindow) -> None:
    """Move and shrink a window so that no edge of its frame is off its screen."""
    frame, room = window.frameGeometry(), window.screen().availableGeometry()
    wanted = inside(frame, room).marginsRemoved(window.frameMargins())
    wanted.setSize(wanted.size().expandedTo(window.minimumSize()))
    if wanted != window.geometry():
        window.setGeometry(wanted)
