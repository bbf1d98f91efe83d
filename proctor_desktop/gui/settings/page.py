"""Settings: generated from the declarations of the options, and what belongs to the window."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from proctor_desktop import settings as settings_file
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.gui.kit.actions import ActionSpec
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import ROW_HEIGHT, Card, Page, button, label, primary_button
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import SCALES, Preferences
from proctor_desktop.gui.settings.option_field import OptionField
from proctor_desktop.gui.settings.options import SERVER_GROUP, OptionGroup, groups
from proctor_desktop.settings import Settings
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions

LIST_WIDTH = 210
WIDEST = 860


def group_title(name: str) -> str:
    """Heading of a group of settings."""
    titles = {
        "": translate("Settings", "General"),
        SERVER_GROUP: translate("Settings", "Centre's database"),
        "sync": translate("Settings", "Exchange with the centre"),
        "window": translate("Settings", "Language and colours"),
        "analysis.sampling": translate("Settings", "Pictures"),
        "analysis.limits": translate("Settings", "Refused files"),
        "analysis.signals": translate("Settings", "Measuring"),
        "analysis.exam": translate("Settings", "Exam"),
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
    """Signals: ``saved`` carries the new `Settings`."""

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
        self._preferences = preferences
        self._background = background
        self._actions = actions
        self._fields: list[OptionField] = []
        self._list = QListWidget()
        self._list.setAccessibleName(translate("Settings", "Groups of settings"))
        self._list.setFixedWidth(LIST_WIDTH)
        self._stack = QStackedWidget()
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._save = primary_button(translate("Settings", "Save"), "mdi6.content-save-outline")
        self._save.clicked.connect(self.save)
        self._discard = button(translate("Settings", "Discard changes"), "mdi6.restore")
        self._discard.clicked.connect(self._rebuild)
        self._message = label("", wrap=True)
        self._lay_out()
        self._settings = settings
        self._rebuild()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._discard)
        buttons.addWidget(self._message, 1)
        self.body.addLayout(buttons)

    @Slot()
    def _rebuild(self) -> None:
        """Show the settings in force."""
        chosen = max(0, self._list.currentRow())
        self._fields.clear()
        self._list.clear()
        while self._stack.count():
            old = self._stack.currentWidget()
            assert old is not None
            self._stack.removeWidget(old)
            old.deleteLater()
        self._add(translate("Settings", "You and your screen"), self._window_group())
        self._add(translate("Settings", "Keys"), self._keys_group())
        self._add(translate("Settings", "Accommodations"), self._profiles_group())
        order = {"window": 0, SERVER_GROUP: 1, "": 2}
        found = sorted(groups(self._settings), key=lambda group: order.get(group.name, 3))
        for group in found:
            self._add(group_title(group.name), self._option_group(group))
        self._list.setCurrentRow(min(chosen, self._list.count() - 1))
        self._refresh()

    def _add(self, title: str, content: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        content.setMaximumWidth(WIDEST)
        area.setWidget(content)
        area.setAccessibleName(title)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self._list.addItem(item)
        self._stack.addWidget(area)

    # groups

    def _option_group(self, group: OptionGroup) -> QWidget:
        card = Card(group_title(group.name))
        for option in group.options:
            field = OptionField(option)
            field.edited.connect(self._refresh)
            card.body.addWidget(field)
            self._fields.append(field)
        if group.name == SERVER_GROUP:
            test = button(translate("Settings", "Test the connection"), "mdi6.lan-check")
            test.clicked.connect(self.test_connection)
            self._test_answer = label("")
            card.body.addWidget(test)
            card.body.addWidget(self._test_answer)
        card.body.addStretch()
        return card

    def _window_group(self) -> QWidget:
        card = Card(translate("Settings", "You and your screen"))
        self._reviewer = QLineEdit(self._preferences.reviewer)
        self._reviewer.setAccessibleName(translate("Settings", "Your name"))
        self._reviewer.textEdited.connect(self._refresh)
        self._scale = QComboBox()
        self._scale.setAccessibleName(translate("Settings", "Size of everything"))
        for percent in SCALES:
            self._scale.addItem(f"{percent} %", percent)
        self._scale.setCurrentIndex(max(0, self._scale.findData(self._preferences.scale_percent)))
        self._scale.currentIndexChanged.connect(self._refresh)
        for title, sentence, editor in (
            (
                translate("Settings", "Your name"),
                translate("Settings", "Stands beside every decision that you make."),
                self._reviewer,
            ),
            (
                translate("Settings", "Size of everything"),
                translate("Settings", "After a restart."),
                self._scale,
            ),
        ):
            card.body.addWidget(label(title))
            card.body.addWidget(editor)
            card.body.addWidget(label(sentence, "muted"))
        card.body.addStretch()
        return card

    def _keys_group(self) -> QWidget:
        card = Card(translate("Settings", "Keys"))
        hint = translate("Settings", "Click a field and press the keys. After a restart.")
        card.body.addWidget(label(hint, "muted"))
        self._keys: dict[str, QKeySequenceEdit] = {}
        own = self._preferences.keys
        for spec in self._actions:
            edit = QKeySequenceEdit(QKeySequence(own.get(spec.id, spec.keys[0])))
            edit.setAccessibleName(spec.title)
            edit.setFixedWidth(150)
            edit.keySequenceChanged.connect(self._refresh)
            row = QHBoxLayout()
            row.addWidget(label(spec.title), 1)
            row.addWidget(edit)
            card.body.addLayout(row)
            self._keys[spec.id] = edit
        return card

    @staticmethod
    def _profiles_group() -> QWidget:
        card = Card(translate("Settings", "Accommodations"))
        hint = translate(
            "Settings",
            "Chosen for a recording on the Analysis page. The report names the profile and gives "
            "the risk with and without it.",
        )
        card.body.addWidget(label(hint, "muted"))
        for profile in PROFILES.values():
            card.body.addWidget(label(said(profile.title), "heading"))
            card.body.addWidget(label(said(profile.reason)))
            changes = ", ".join(f"{name} = {value}" for name, value in profile.changes.items())
            card.body.addWidget(label(changes, "muted"))
        card.body.addStretch()
        return card

    # saving

    @Slot()
    def _refresh(self, *_: object) -> None:
        changed = self._is_changed()
        self._save.setEnabled(changed)
        self._discard.setEnabled(changed)
        if changed:
            self._message.setText("")

    def _is_changed(self) -> bool:
        return (
            any(field.is_changed() for field in self._fields)
            or self._reviewer.text() != self._preferences.reviewer
            or self._scale.currentData() != self._preferences.scale_percent
            or self._own_keys() != self._preferences.keys
        )

    def _own_keys(self) -> dict[str, str]:
        portable = QKeySequence.SequenceFormat.PortableText
        own = {}
        for spec in self._actions:
            keys = self._keys[spec.id].keySequence().toString(portable)
            if keys and keys != QKeySequence(spec.keys[0]).toString(portable):
                own[spec.id] = keys
        return own

    @Slot()
    def save(self) -> None:
        """Write what was changed; a value that is refused changes nothing."""
        changes = {field.option.name: field.value() for field in self._fields if field.is_changed()}
        try:
            if changes:
                settings_file.save(changes)
                self._settings = settings_file.load(folder=self._settings.folder)
        except ProctorError as error:
            self.trouble.emit(error)
            return
        self._preferences.reviewer = self._reviewer.text().strip()
        self._preferences.scale_percent = int(self._scale.currentData())
        self._preferences.keys = self._own_keys()
        self._rebuild()
        self._message.setText(translate("Settings", "Saved."))
        self.saved.emit(self._settings)

    # the centre's database

    def field(self, name: str) -> OptionField:
        """The field of a setting by its dotted name."""
        return next(field for field in self._fields if field.option.name == name)

    def _server_options(self) -> ServerOptions:
        return ServerOptions(
            host=self.field("mysql_host").value(),
            port=self.field("mysql_port").value(),
            user=self.field("mysql_user").value(),
            password=self.field("mysql_password").value(),
            database=self.field("mysql_database").value(),
            ssl_ca=self.field("mysql_ssl_ca").value(),
            verify_host_name=self.field("mysql_verify_identity").value(),
        )

    @Slot()
    def test_connection(self) -> None:
        """Connect with what is written here, saved or not, and say what came of it."""
        if not self.field("mysql_host").value():
            self._test_answer.setText(
                translate("Settings", "No server is named: reports stay on this workstation.")
            )
            return
        self._test_answer.setText(translate("Settings", "Connecting ..."))
        self._background.run(
            partial(_try_connection, self._server_options()), self._connected, self._not_connected
        )

    def _connected(self, sentence: str) -> None:
        self._test_answer.setText(
            translate("Settings", "The server answers. {sentence}").format(sentence=said(sentence))
        )

    def _not_connected(self, error: BaseException) -> None:
        if isinstance(error, ProctorError):
            self._test_answer.setText(said(str(error)))
        else:
            self.trouble.emit(error)


def _try_connection(options: ServerOptions) -> str:
    database = Database.server(options)
    try:
        return migration.check(database).sentence
    finally:
        database.close()
