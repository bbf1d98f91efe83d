"""What belongs to one person and screen and is kept with the window: name, size, keys."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QKeySequenceEdit, QLineEdit, QWidget

from proctor_desktop.gui.kit.actions import ActionSpec, key_text
from proctor_desktop.gui.kit.elements import Card, label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import SCALES, Preferences
from proctor_desktop.gui.settings.changes import Change

KEY_WIDTH = 150
PORTABLE = QKeySequence.SequenceFormat.PortableText


def _sentence(title: str, old: str, new: str) -> str:
    empty = translate("OptionField", "empty")
    sentence = translate("OptionField", "{title}: {old} becomes {new}")
    return sentence.format(title=title, old=old or empty, new=new or empty)


class PersonCard(Card):
    """Your name, and the size of everything. Signals: ``edited``."""

    edited = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(translate("Settings", "You and your screen"), parent)
        self._preferences = preferences
        self.reviewer = QLineEdit(preferences.reviewer)
        self.reviewer.setAccessibleName(translate("Settings", "Your name"))
        self.reviewer.textEdited.connect(self.edited)
        self.scale = QComboBox()
        self.scale.setAccessibleName(translate("Settings", "Size of everything"))
        for percent in SCALES:
            self.scale.addItem(f"{percent} %", percent)
        self.scale.setCurrentIndex(max(0, self.scale.findData(preferences.scale_percent)))
        self.scale.currentIndexChanged.connect(self.edited)
        self._add(
            self.reviewer,
            translate(
                "Settings",
                "Stands beside every decision that you make; earlier decisions keep their name.",
            ),
        )
        self._add(self.scale, translate("Settings", "After a restart."))
        self.body.addStretch()

    def _add(self, editor: QWidget, sentence: str) -> None:
        self.body.addWidget(label(editor.accessibleName()))
        self.body.addWidget(editor)
        self.body.addWidget(label(sentence, "muted"))

    @property
    def _name(self) -> str:
        return self.reviewer.text().strip()

    def changes(self) -> Iterator[Change]:
        """What a person wrote here."""
        name, scale = self._preferences.reviewer, self._preferences.scale_percent
        if self._name != name:
            sentence = _sentence(self.reviewer.accessibleName(), name, self._name)
            yield Change(sentence, self._take_back_name)
        percent = int(self.scale.currentData())
        if percent != scale:
            sentence = _sentence(self.scale.accessibleName(), f"{scale} %", f"{percent} %")
            yield Change(sentence, self._take_back_scale)

    def _take_back_name(self) -> None:
        self.reviewer.setText(self._preferences.reviewer)
        self.edited.emit()

    def _take_back_scale(self) -> None:
        self.scale.setCurrentIndex(self.scale.findData(self._preferences.scale_percent))

    def save(self) -> None:
        """Keep what was changed, nothing else."""
        if self._name != self._preferences.reviewer:
            self._preferences.reviewer = self._name
        if self.scale.currentData() != self._preferences.scale_percent:
            self._preferences.scale_percent = int(self.scale.currentData())


class KeysCard(Card):
    """A person's own keys. Signals: ``edited``."""

    edited = Signal()

    def __init__(
        self,
        preferences: Preferences,
        actions: Sequence[ActionSpec],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("Settings", "Keys"), parent)
        self._preferences = preferences
        self._actions = actions
        self._edits: dict[str, QKeySequenceEdit] = {}
        hint = translate("Settings", "Click a field and press the keys. After a restart.")
        self.body.addWidget(label(hint, "muted"))
        for spec in actions:
            self._add(spec)

    def _add(self, spec: ActionSpec) -> None:
        edit = QKeySequenceEdit(QKeySequence(self._in_force(spec)))
        edit.setAccessibleName(spec.title)
        edit.setFixedWidth(KEY_WIDTH)
        edit.keySequenceChanged.connect(self.edited)
        row = QHBoxLayout()
        row.addWidget(label(spec.title), 1)
        row.addWidget(edit)
        self.body.addLayout(row)
        self._edits[spec.id] = edit

    def _in_force(self, spec: ActionSpec) -> str:
        return self._preferences.keys.get(spec.id, spec.keys[0])

    def editor(self, action: str) -> QKeySequenceEdit:
        """Where the keys of an action are chosen."""
        return self._edits[action]

    def changes(self) -> Iterator[Change]:
        """What a person chose here."""
        for spec in self._actions:
            old = QKeySequence(self._in_force(spec)).toString(PORTABLE)
            new = self._edits[spec.id].keySequence().toString(PORTABLE)
            if new != old:
                sentence = _sentence(spec.title, key_text(old), key_text(new))
                yield Change(sentence, self._back_to(spec.id, old))

    def _back_to(self, action: str, keys: str) -> Callable[[], None]:
        def take_back() -> None:
            self._edits[action].setKeySequence(QKeySequence(keys))

        return take_back

    def _own(self) -> dict[str, str]:
        own = {}
        for spec in self._actions:
            keys = self._edits[spec.id].keySequence().toString(PORTABLE)
            if keys and keys != QKeySequence(spec.keys[0]).toString(PORTABLE):
                own[spec.id] = keys
        return own

    @Slot()
    def save(self) -> None:
        """Keep the keys that differ from those of the program."""
        if any(self.changes()):
            self._preferences.keys = self._own()
