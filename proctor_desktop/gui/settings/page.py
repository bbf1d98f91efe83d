"""Settings: generated from the declarations of the options, and what belongs to the window."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop import settings as settings_file
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.gui.kit.actions import ActionSpec, bind, specs
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import ROW_HEIGHT, Card, Page, button, label, primary_button
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.settings.changes import Change, ChangeList
from proctor_desktop.gui.settings.option_field import OptionField
from proctor_desktop.gui.settings.options import SERVER_GROUP, OptionGroup, defaults, groups
from proctor_desktop.gui.settings.own import KeysCard, PersonCard
from proctor_desktop.gui.settings.profiles import profiles_card
from proctor_desktop.gui.settings.server import ServerTest
from proctor_desktop.settings import Settings

LIST_WIDTH = 210
WIDEST = 860
ORDER = {"window": 0, SERVER_GROUP: 1, "": 2}


def group_title(name: str) -> str:
    """Heading of a group of settings."""
    titles = {
        "": translate("Settings", "General"),
        SERVER_GROUP: translate("Settings", "Centre's database"),
        "sync": translate("Settings", "Exchange with the centre"),
        "window": translate("Settings", "Language and colours"),
        "analysis.sampling": translate("Settings", "Pictures"),
        "analysis.limits": translate("Settings", "Refused files"),
        "analysis.landmarks": translate("Settings", "Networks"),
        "analysis.signals": translate("Settings", "Measuring"),
        "analysis.exam": translate("Settings", "Exam"),
        "analysis.dots": translate("Settings", "Five dots"),
        "analysis.calibration": translate("Settings", "Calibration"),
        "analysis.detection": translate("Settings", "Detection"),
        "analysis.policy": translate("Settings", "Risk policy"),
        "engine": translate("Settings", "Processes"),
        "evidence": translate("Settings", "Evidence"),
        "keep": translate("Settings", "Keeping"),
        "review": translate("Settings", "Review"),
        "serve": translate("Settings", "REST service"),
        "queue": translate("Settings", "REST queue"),
    }
    return titles.get(name, name.replace("_", " ").replace(".", ": ").capitalize())


class SettingsPage(Page):
    """Signals: ``saved`` carries the new `Settings`, ``trouble`` an exception."""

    saved = Signal(object)
    trouble = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        background: Background,
        actions: Sequence[ActionSpec],
    ) -> None:
        """``actions`` are those whose keys a person can choose."""
        super().__init__(
            translate("Settings", "Settings"),
            translate(
                "Settings",
                "Each setting says what it does and which values are possible. Changes hold for "
                "the next analysis; language and size after a restart.",
            ),
        )
        self._settings = settings
        self._preferences = preferences
        self._actions = actions
        self._defaults = defaults()
        self._fields: dict[str, OptionField] = {}
        self._groups: list[str] = []
        self.server = ServerTest(background, lambda name: self.field(name).value(), self)
        self.server.trouble.connect(self.trouble)
        self._make()
        self._lay_out()
        self._rebuild()

    # building

    def _make(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Settings", "Search a setting"))
        self.search.setAccessibleName(translate("Settings", "Search a setting"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self._list = QListWidget()
        self._list.setAccessibleName(translate("Settings", "Groups of settings"))
        self._stack = QStackedWidget()
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._changes = ChangeList()
        self._save = primary_button(translate("Settings", "Save"), "mdi6.content-save-outline")
        self._save.setObjectName("save")
        self._save.clicked.connect(self.save)
        self._discard = button(translate("Settings", "Discard changes"), "mdi6.restore")
        self._discard.setObjectName("discard")
        self._discard.clicked.connect(self._rebuild)
        self._message = label("", wrap=True)
        spec = specs(translate("Actions", "Settings"))
        find = spec(
            "search_settings",
            translate("Settings", "Search a setting"),
            "Ctrl+F",
            run=lambda page: page.search.setFocus(),
        )
        bind(self, [find], self._preferences.keys, within=[self])  # fmt: skip

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(left)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._changes)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._discard)
        buttons.addWidget(self._message, 1)
        self.body.addLayout(buttons)

    @Slot()
    def _rebuild(self) -> None:
        """Show the settings in force."""
        chosen = max(0, self._list.currentRow())
        self._clear()
        found = sorted(groups(self._settings), key=lambda group: ORDER.get(group.name, 3))
        options = {each.name: each for group in found for each in group.options}
        self.person = PersonCard(self._preferences)
        self.person.edited.connect(self._refresh)
        self.keys = KeysCard(self._preferences, self._actions)
        self.keys.edited.connect(self._refresh)
        self._add("person", translate("Settings", "You and your screen"), self.person)
        self._add("keys", translate("Settings", "Keys"), self.keys)
        self._add("profiles", translate("Settings", "Accommodations"), profiles_card(options))
        for group in found:
            self._add(group.name, group_title(group.name), self._option_group(group))
        self._list.setCurrentRow(min(chosen, self._list.count() - 1))
        self._find()
        self._refresh()

    def _clear(self) -> None:
        self._fields.clear()
        self._groups.clear()
        self._list.clear()
        while self._stack.count():
            old = self._stack.currentWidget()
            assert old is not None
            self._stack.removeWidget(old)
            old.deleteLater()

    def _add(self, name: str, title: str, content: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        content.setMaximumWidth(WIDEST)
        area.setWidget(content)
        area.setAccessibleName(title)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self._groups.append(name)
        self._list.addItem(item)
        self._stack.addWidget(area)

    def _option_group(self, group: OptionGroup) -> QWidget:
        card = Card(group_title(group.name))
        for option in group.options:
            field = OptionField(option, self._defaults.get(option.name))
            field.edited.connect(self._refresh)
            card.body.addWidget(field)
            self._fields[option.name] = field
        if group.name == SERVER_GROUP:
            self._add_test(card)
        card.body.addStretch()
        return card

    def _add_test(self, card: Card) -> None:
        test = button(translate("Settings", "Test the connection"), "mdi6.lan-check")
        test.setObjectName("test_server")
        test.clicked.connect(self.server.start)
        answer: QLabel = label("")
        answer.setObjectName("server_answer")
        self.server.told.connect(answer.setText)
        card.body.addWidget(test)
        card.body.addWidget(answer)

    # finding

    def field(self, name: str) -> OptionField:
        """The field of a setting by its dotted name."""
        return self._fields[name]

    def show_group(self, name: str) -> None:
        """Bring a group of settings to the front."""
        self._list.setCurrentRow(self._groups.index(name))

    @Slot()
    def _find(self, *_: object) -> None:
        """Show only what was searched for; groups without any are hidden."""
        words = tuple(self.search.text().casefold().split())
        hits = {name for name, field in self._fields.items() if field.matches(words)}
        for name, field in self._fields.items():
            field.setVisible(name in hits)
        rows = [row for row in range(self._list.count()) if self._has_hit(row, words)]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in rows)
        if rows and self._list.currentRow() not in rows:
            self._list.setCurrentRow(rows[0])

    def _has_hit(self, row: int, words: tuple[str, ...]) -> bool:
        area = self._stack.widget(row)
        fields = area.findChildren(OptionField) if area is not None else []
        title = self._list.item(row).text().casefold()
        is_named = all(word in title for word in words)
        return any(field.matches(words) for field in fields) or (is_named and not fields)

    # saving

    @property
    def changes(self) -> list[Change]:
        """What was changed and not saved yet."""
        edited = [field for field in self._fields.values() if field.is_changed()]
        return [
            *self.person.changes(),
            *self.keys.changes(),
            *(Change(field.change, field.take_back) for field in edited),
        ]

    @Slot()
    def _refresh(self, *_: object) -> None:
        changes = self.changes
        self._changes.show_changes(changes)
        self._save.setEnabled(bool(changes))
        self._discard.setEnabled(bool(changes))
        if changes:
            self._message.setText("")

    @Slot()
    def save(self) -> None:
        """Write what was changed and nothing else; a value that is refused changes nothing."""
        edited = {name: f.value() for name, f in self._fields.items() if f.is_changed()}
        try:
            if edited:
                settings_file.save(edited)
                self._settings = settings_file.load(folder=self._settings.folder)
        except ProctorError as error:
            self.trouble.emit(error)
            return
        self.person.save()
        self.keys.save()
        self._rebuild()
        self._message.setText(translate("Settings", "Saved."))
        self.saved.emit(self._settings)
