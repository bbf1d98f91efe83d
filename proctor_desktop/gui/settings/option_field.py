"""One setting to edit: the fitting widget, its bounds, and the sentence that explains it."""

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

from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.settings.options import Option
from proctor_desktop.gui.settings.values import bounds_words, digits_of, plain, value_words

EDITOR_WIDTH = 220
LARGEST_INT = 2**31 - 1
LARGEST = 1e9


class OptionField(QWidget):
    """Title and editor in a row, the sentence below, and whether it is as it was delivered.

    Signals: ``edited`` when something else stands in the editor.
    """

    edited = Signal()

    def __init__(
        self, option: Option, default: object = None, parent: QWidget | None = None
    ) -> None:
        """``default`` is the value of a setting that nobody set; None where there is none."""
        super().__init__(parent)
        self.option = option
        self._default = plain(default)
        self.title = said(option.title)
        self.editor = self._make_editor()
        self._shown = self.value()
        self.editor.setAccessibleName(self.title)
        self.editor.setAccessibleDescription(said(option.sentence))
        self.editor.setToolTip(option.name)
        self.editor.setFixedWidth(EDITOR_WIDTH)
        self._mark = label("", "changed")
        self._reset = button(translate("OptionField", "Reset"), "mdi6.restore")
        self._reset.setAccessibleName(
            translate("OptionField", "Reset {title}").format(title=self.title)
        )
        self._reset.clicked.connect(self.reset)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(label(self.title), 1)
        row.addWidget(self.editor)
        below = QHBoxLayout()
        below.addWidget(self._mark, 1)
        below.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(2)
        layout.addLayout(row)
        sentence = f"{said(self.option.sentence)}{bounds_words(self.option)}"
        layout.addWidget(label(sentence, "muted"))
        layout.addLayout(below)

    # editors

    def _make_editor(self) -> QWidget:
        option = self.option
        if option.choices:
            return self._choice()
        if option.kind is bool:
            return self._switch()
        if option.kind is int:
            return self._whole_number()
        if option.kind is float:
            return self._number()
        return self._text()

    def _switch(self) -> QCheckBox:
        box = QCheckBox()
        box.setChecked(bool(self.option.value))
        box.setText(value_words(self.option, box.isChecked()))
        box.toggled.connect(self._edit)
        return box

    def _choice(self) -> QComboBox:
        box = QComboBox()
        for choice in self.option.choices:
            box.addItem(value_words(self.option, choice), choice)
        box.setCurrentIndex(box.findData(self.option.value))
        box.currentIndexChanged.connect(self._edit)
        return box

    def _whole_number(self) -> QSpinBox:
        option = self.option
        spin = QSpinBox()
        low = -LARGEST_INT if option.low is None else int(option.low) + option.is_open_low
        spin.setRange(low, LARGEST_INT if option.high is None else int(option.high))
        spin.setSuffix(option.unit.sentence(""))
        spin.setSingleStep(int(option.step or 1))
        spin.setValue(int(option.value))
        spin.valueChanged.connect(self._edit)
        return spin

    def _number(self) -> QDoubleSpinBox:
        option, unit = self.option, self.option.unit
        spin = QDoubleSpinBox()
        value, high = unit.shown(float(option.value)), unit.shown(option.high or 0.0)
        digits = digits_of(min((abs(each) for each in (value, high) if each), default=1.0))
        spin.setDecimals(digits)
        spin.setSuffix(unit.sentence(""))
        low = -LARGEST if option.low is None else unit.shown(option.low)
        spin.setRange(low + (10**-digits if option.is_open_low else 0), high or LARGEST)
        spin.setSingleStep(max(10**-digits, abs(value) / 20))
        spin.setValue(value)
        spin.valueChanged.connect(self._edit)
        return spin

    def _text(self) -> QLineEdit:
        line = QLineEdit()
        if isinstance(self.option.value, SecretStr):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setText(str(plain(self.option.value)))
        line.textEdited.connect(self._edit)
        return line

    # values

    def value(self) -> Any:
        """What stands in the editor, as the settings file takes it."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QDoubleSpinBox):
            return self._kept(editor)
        if isinstance(editor, QSpinBox):
            return editor.value()
        assert isinstance(editor, QLineEdit)
        return editor.text()

    def _kept(self, editor: QDoubleSpinBox) -> float:
        """What stands there in the unit of the settings; what the editor rounded is not changed."""
        known = (self.option.value, self._default)
        exact = (float(each) for each in known if isinstance(each, (int, float)))
        written = self.option.unit.kept(editor.value())
        return next((each for each in exact if self._is_near(each)), written)

    def set_value(self, value: Any) -> None:
        """Write something into the editor, as a person would."""
        editor = self.editor
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QDoubleSpinBox):
            editor.setValue(self.option.unit.shown(value))
        elif isinstance(editor, QSpinBox):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))
        self._edit()

    def is_changed(self) -> bool:
        """Whether a person wrote something else than what is in force."""
        return bool(self.value() != self._shown)

    @property
    def is_default(self) -> bool:
        """Whether what stands there is what a setting is that nobody set."""
        if self._default is None:
            return True
        if self.is_changed():
            return self._is_near(self._default)
        return bool(plain(self.option.value) == self._default)

    def _is_near(self, value: object) -> bool:
        if isinstance(self.editor, QDoubleSpinBox) and isinstance(value, (int, float)):
            shown = self.option.unit.shown(value)
            return abs(self.editor.value() - shown) < 0.6 * 10 ** -self.editor.decimals()
        return bool(self.value() == value)

    @property
    def change(self) -> str:
        """Title, value in force and value to be, for a person."""
        old, new = value_words(self.option, self._shown), value_words(self.option, self.value())
        sentence = translate("OptionField", "{title}: {old} becomes {new}")
        return sentence.format(title=self.title, old=old, new=new)

    @Slot()
    def reset(self) -> None:
        """Write what the setting is where nobody sets it."""
        self.set_value(self._default)

    @Slot()
    def take_back(self) -> None:
        """Write what is in force."""
        self.set_value(self._shown)

    @Slot()
    def _edit(self, *_: object) -> None:
        if isinstance(self.editor, QCheckBox):
            self.editor.setText(value_words(self.option, self.editor.isChecked()))
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        self._reset.setVisible(not self.is_default)
        self._mark.setVisible(not self.is_default)
        sentence = translate("OptionField", "Changed; the program comes with: {value}.")
        self._mark.setText(sentence.format(value=value_words(self.option, self._default)))

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether all words stand in title, sentence or name."""
        option = self.option
        text = f"{self.title} {said(option.sentence)} {option.name}".casefold()
        return all(word in text for word in words)
