"""One setting to edit: the fitting widget, its bounds, and the sentence that explains it."""

import math
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.settings.options import Option

EDITOR_WIDTH = 220
LARGEST_INT = 2**31 - 1
LARGEST = 1e9


class OptionField(QWidget):
    """Title and editor in a row, the sentence below."""

    edited = Signal()

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.editor = self._make_editor()
        self.editor.setAccessibleName(said(option.title))
        self.editor.setAccessibleDescription(said(option.sentence))
        self.editor.setToolTip(f"{option.name}{self._bounds()}")
        self.editor.setFixedWidth(EDITOR_WIDTH)
        row = QHBoxLayout()
        row.addWidget(label(said(option.title)), 1)
        row.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(label(f"{said(option.sentence)}{self._bounds()}", "muted"))

    def _bounds(self) -> str:
        low, high = self.option.low, self.option.high
        if low is None and high is None:
            return ""
        if low is not None and high is not None:
            words = translate("OptionField", "{low:g} to {high:g}").format(low=low, high=high)
        elif low is not None:
            words = translate("OptionField", "at least {low:g}").format(low=low)
        else:
            words = translate("OptionField", "at most {high:g}").format(high=high)
        return f" ({words})"

    def _make_editor(self) -> QWidget:
        option = self.option
        if option.choices:
            return self._choice()
        if option.kind is bool:
            box = QCheckBox(translate("OptionField", "on"))
            box.setChecked(bool(option.value))
            box.toggled.connect(self._edit)
            return box
        if option.kind is int:
            return self._whole_number()
        if option.kind is float:
            return self._number()
        return self._text()

    def _choice(self) -> QComboBox:
        box = QComboBox()
        for choice in self.option.choices:
            box.addItem(said(choice), choice)
        box.setCurrentIndex(box.findData(self.option.value))
        box.currentIndexChanged.connect(self._edit)
        return box

    def _whole_number(self) -> QSpinBox:
        option = self.option
        spin = QSpinBox()
        low = -LARGEST_INT if option.low is None else int(option.low) + option.is_open_low
        spin.setRange(low, LARGEST_INT if option.high is None else int(option.high))
        spin.setSingleStep(int(option.step or 1))
        spin.setValue(int(option.value))
        spin.valueChanged.connect(self._edit)
        return spin

    def _number(self) -> QDoubleSpinBox:
        option = self.option
        spin = QDoubleSpinBox()
        value = float(option.value)
        small = min((abs(each) for each in (value, option.high or 0.0) if each), default=1.0)
        digits = max(2, min(6, 2 - math.floor(math.log10(small)))) if small < 10 else 2
        spin.setDecimals(digits)
        low = -LARGEST if option.low is None else option.low
        spin.setRange(low + (10**-digits if option.is_open_low else 0), option.high or LARGEST)
        spin.setSingleStep(max(10**-digits, abs(value) / 20))
        spin.setValue(value)
        spin.valueChanged.connect(self._edit)
        return spin

    def _text(self) -> QLineEdit:
        line = QLineEdit()
        value = self.option.value
        if isinstance(value, SecretStr):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            value = value.get_secret_value()
        line.setText(str(value))
        line.textEdited.connect(self._edit)
        return line

    @Slot()
    def _edit(self, *_: object) -> None:
        self.edited.emit()

    def value(self) -> Any:
        """What stands in the editor, as the settings file takes it."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, (QSpinBox, QDoubleSpinBox)):
            return editor.value()
        assert isinstance(editor, QLineEdit)
        return editor.text()

    def set_value(self, value: Any) -> None:
        """Write something into the editor, as a person would."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, (QSpinBox, QDoubleSpinBox)):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))
            self._edit()

    def is_changed(self) -> bool:
        """Whether it differs from what is in force."""
        current = self.option.value
        if isinstance(current, SecretStr):
            current = current.get_secret_value()
        if isinstance(current, Path):
            current = str(current)
        if isinstance(self.editor, QDoubleSpinBox):
            coarse = 0.6 * 10 ** -self.editor.decimals()
            return bool(abs(self.editor.value() - float(current)) > coarse)
        return bool(self.value() != current)
