"""The side bar: the pages above, checks and help below."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.kit import theme

ICON = QSize(26, 26)
WIDTH = 118
NARROW = 48
TALL_BUTTON = 74


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: page name, title, qtawesome icon and the key that leads there."""

    name: str
    title: str
    icon: str
    key: str


class SideBar(QFrame):
    """Tells which page a person wants."""

    chosen = Signal(str)

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setFixedWidth(WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 10, 2, 10)
        self._layout.setSpacing(6)
        self._is_narrow = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        for place in places:
            self._buttons[place.name] = self._page_button(place)
        self._layout.addStretch()

    def _page_button(self, place: Place) -> QToolButton:
        made = self._button(place.title, place.icon)
        made.setCheckable(True)
        made.setObjectName(place.name)
        made.setToolTip(f"{place.title} ({place.key})")
        made.clicked.connect(self._choose)
        self._group.addButton(made)
        self._layout.addWidget(made)
        return made

    def _button(self, title: str, icon: str) -> QToolButton:
        made = QToolButton()
        made.setText(title)
        made.setAccessibleName(title)
        theme.set_icon(made, icon)
        made.setIconSize(ICON)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def add_action(self, action: QAction, title: str, icon: str) -> None:
        """A button at the bottom for an action of the window."""
        made = self._button(title, icon)
        made.setToolTip(action.toolTip())
        made.clicked.connect(action.trigger)
        self._layout.addWidget(made)

    def fit(self, *, is_narrow: bool) -> None:
        """Icons alone in a narrow or low window; tool tips still say the words."""
        self._is_narrow = is_narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the words still have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        buttons = self.findChildren(QToolButton)
        has_words = not self._is_narrow and self.height() >= TALL_BUTTON * len(buttons)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly
        if has_words:
            style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for each in buttons:
            each.setToolButtonStyle(style)
        self.setFixedWidth(WIDTH if has_words else NARROW)

    def mark(self, name: str) -> None:
        """Show which page is open."""
        self._buttons[name].setChecked(True)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())
