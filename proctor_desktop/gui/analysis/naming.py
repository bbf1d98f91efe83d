"""Editing in the rows of the queue: names as text, the accommodation from a list."""

from PySide6.QtCore import QAbstractItemModel, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.gui.analysis.entries import LONGEST_NAME
from proctor_desktop.gui.analysis.queue import ACCOMMODATION, CANDIDATE, RESULT, profile_words
from proctor_desktop.gui.kit.elements import RowDelegate
from proctor_desktop.gui.kit.table import AnyIndex
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate


class NameEditor(RowDelegate):
    """Makes the editor of a cell, and frames the cell that F2 would edit."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The cell in the colours of its row, the one with the cursor with a frame."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus and index.column() != RESULT:
            painter.setPen(option.palette.highlightedText().color())
            painter.drawRect(option.rect.adjusted(2, 3, -3, -4))

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Names are shortened in their middle, for they often differ at their ends."""
        super().initStyleOption(option, index)
        if index.column() == RESULT:
            option.textElideMode = Qt.TextElideMode.ElideRight

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line for candidate and exam, a list for the accommodation."""
        if index.column() != ACCOMMODATION:
            return _line(parent, index)
        box = profile_box(parent)
        box.activated.connect(self._choose)
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show what is kept, but never over what a person has written already."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            return
        if isinstance(editor, QComboBox):
            name = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(max(0, editor.findData(name)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Hand on what was written or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @Slot()
    def _choose(self) -> None:
        """What is chosen from a list counts at once."""
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _line(parent: QWidget, index: AnyIndex) -> QLineEdit:
    line = QLineEdit(parent)
    line.setMaxLength(LONGEST_NAME)
    line.setAccessibleName(
        translate("Queue", "Candidate")
        if index.column() == CANDIDATE
        else translate("Queue", "Exam")
    )
    return line


def profile_box(parent: QWidget | None = None) -> QComboBox:
    """A list of all accommodations; the data of each is its name, empty for none."""
    box = QComboBox(parent)
    box.setAccessibleName(translate("Queue", "Accommodation"))
    box.addItem(profile_words(""), "")
    for place, profile in enumerate(PROFILES.values(), start=1):
        box.addItem(profile_words(profile.name), profile.name)
        box.setItemData(place, said(profile.reason), Qt.ItemDataRole.ToolTipRole)
    return box
