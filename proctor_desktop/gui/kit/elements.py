"""Labels, cards and headings in one look."""

from html import escape

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.kit import theme

MARGIN = 16
GAP = 10
ROW_HEIGHT = 28
UNBOUNDED = 16_777_215
"""Qt's own largest size of a widget, its QWIDGETSIZE_MAX."""


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A text; ``role`` is one of the roles in the style sheet (title, heading, muted, number).

    What looks like markup is shown as it was typed: names come from strangers, and Qt would load
    the pictures that they name.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def plain_hint(text: str) -> str:
    """A text as a tool tip that shows it as it is; tool tips have no format of their own."""
    return f"<qt>{escape(text)}</qt>" if RichText.mightBeRichText(text) else text


def primary_button(text: str, icon: str = "") -> QPushButton:
    """The button of a page that leads on."""
    made = QPushButton(text)
    if icon:
        theme.set_icon(made, icon, "on_accent")
    made.setProperty("role", "primary")
    return made


def button(text: str, icon: str = "", hint: str = "") -> QPushButton:
    """An ordinary button; ``hint`` is its tool tip."""
    made = QPushButton(text)
    if icon:
        theme.set_icon(made, icon)
    if hint:
        made.setToolTip(hint)
    return made


class RowDelegate(QStyledItemDelegate):
    """Draws the cell with the cursor like the rest of its row: whole rows are chosen."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave the mark of the cursor out."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


def read_only_table(name: str, model: QAbstractItemModel) -> QTableView:
    """A table of whole rows, whose Tab key leads out of it; ``name`` is for screen readers."""
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setItemDelegate(RowDelegate(made))
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setShowGrid(False)
    made.setWordWrap(False)  # else an address ends at its first slash
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return made


class Card(QFrame):
    """A framed group with a heading."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(heading)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(label(heading, "heading", wrap=False))


class Page(QWidget):
    """A place of the side bar: a title, one sentence of what to do here, and the content."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, MARGIN - 6, MARGIN, MARGIN - 4)
        self.body.setSpacing(GAP)
        self.heading = label(title, "title", wrap=False)
        self.sentence = label(sentence, "muted")
        self.body.addWidget(self.heading)
        self.body.addWidget(self.sentence)

    def beside_heading(self, *widgets: QWidget) -> None:
        """Put something at the right end of the heading's line."""
        self.body.removeWidget(self.heading)
        line = QHBoxLayout()
        line.addWidget(self.heading)
        line.addStretch()
        for widget in widgets:
            line.addWidget(widget)
        self.body.insertLayout(0, line)

    def shown(self) -> None:
        """Called whenever the page comes to the front."""

    def refresh(self) -> None:
        """Show what changed elsewhere; the focus stays where it is."""

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""

    def question_before_closing(self) -> str:
        """What would end if the window were closed now; empty where nothing would."""
        return ""

    def close_page(self) -> None:
        """Called once, before the window goes away: end threads and timers."""


class Empty(QWidget):
    """What stands where there is nothing yet: an icon, what to do about it, and a button for it."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        deed: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(theme.icon(icon, "muted").pixmap(56, 56))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = label(sentence, "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(picture)
        layout.addWidget(text)
        if deed is not None:
            layout.addWidget(deed, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
