"""A sentence that floats over a page for a while, with one thing that can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from proctor_desktop.gui.kit.elements import GAP, MARGIN, button, label

SECONDS = 8.0
WIDEST = 640


class Toast(QFrame):
    """Lies over the lower edge of its parent, moves no layout and never takes the focus.

    It stays while the pointer rests on it. Signals: ``closed`` when it went, whatever for.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, above: QWidget | None = None) -> None:
        """``above`` is a row at the lower edge of the parent that must not be covered."""
        super().__init__(parent)
        self._above = above
        self.setObjectName("toast")
        self._run: Callable[[], object] | None = None
        self._words = label("")
        self._button = button("")
        self._button.setObjectName("toastButton")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, GAP, GAP)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def say(
        self,
        sentence: str,
        title: str = "",
        run: Callable[[], object] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Show a sentence in place of the one before, and tell it to screen readers.

        Args:
            sentence: what happened.
            title: of the button; without one there is none.
            run: called when the button is pressed, after the toast has gone.
            seconds: until it goes by itself.
        """
        self._run = run
        self._words.setText(sentence)
        self._button.setText(title)
        can_press = Qt.FocusPolicy.TabFocus if title else Qt.FocusPolicy.NoFocus
        self._button.setFocusPolicy(can_press)
        self._button.setVisible(bool(title))
        policy = Qt.FocusPolicy.TabFocus if title else Qt.FocusPolicy.NoFocus
        self._button.setFocusPolicy(policy)
        self._timer.start(round(seconds * 1000))
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @Slot()
    def _act(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        width = min(WIDEST, room.width() - 2 * MARGIN)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (room.width() - width) // 2
        lift = MARGIN if self._above is None else 2 * MARGIN + self._above.height()
        self.setGeometry(left, room.height() - height - lift, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge of the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait for whoever is about to press the button."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on with the time."""
        if self.isVisible():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """A toast of a page that is left is over."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
        self.closed.emit()
