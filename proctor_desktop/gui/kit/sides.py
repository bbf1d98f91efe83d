"""Two parts beside each other, or one at a time where there is no room for both."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget


class Sides(QWidget):
    """Holds a splitter of two parts; narrower than ``room`` pixels, tabs choose one of them."""

    def __init__(
        self, splitter: QSplitter, titles: tuple[str, str], room: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._room = room
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        for title in titles:
            self.tabs.addTab(title)
        self.tabs.hide()
        self.tabs.currentChanged.connect(self._arrange)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.tabs)
        layout.addWidget(splitter, 1)

    @property
    def are_both_seen(self) -> bool:
        """Whether there is room for both."""
        return self.width() >= self._room

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part, as high as what is seen."""
        hints = [each.minimumSizeHint() for each in self._parts]
        seen = hints if self.are_both_seen else [hints[self.tabs.currentIndex()]]
        height = max(hint.height() for hint in seen) + self.tabs.sizeHint().height()
        return QSize(max(hint.width() for hint in hints), height)

    @property
    def _parts(self) -> list[QWidget]:
        found = [self._splitter.widget(place) for place in range(self._splitter.count())]
        return [each for each in found if each is not None]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether both have room."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self, *_: object) -> None:
        both, front = self.are_both_seen, self.tabs.currentIndex()
        self.tabs.setVisible(not both)
        for place, part in enumerate(self._parts):
            part.setVisible(both or place == front)
        self.updateGeometry()
