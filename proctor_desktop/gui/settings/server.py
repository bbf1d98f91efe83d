"""The centre's server: its settings, and whether it answers to what is written there."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions


class ServerTest(QObject):
    """Signals: ``told`` carries a sentence, ``trouble`` an exception that nobody expects."""

    told = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        background: Background,
        written: Callable[[str], Any],
        parent: QObject | None = None,
    ) -> None:
        """``written`` gives what stands in the field of a setting."""
        super().__init__(parent)
        self._background = background
        self._written = written

    def _options(self) -> ServerOptions:
        return ServerOptions(
            host=self._written("mysql_host"),
            port=self._written("mysql_port"),
            user=self._written("mysql_user"),
            password=self._written("mysql_password"),
            database=self._written("mysql_database"),
            ssl_ca=self._written("mysql_ssl_ca"),
            verify_host_name=self._written("mysql_verify_identity"),
        )

    @Slot()
    def start(self) -> None:
        """Connect with what is written, saved or not, and say what came of it."""
        options = self._options()
        if not options.host:
            none = translate("Settings", "No server is named: reports stay on this workstation.")
            self.told.emit(none)
            return
        self.told.emit(translate("Settings", "Connecting ..."))
        self._background.run(partial(_connect, options), self.connected, self.failed)

    def connected(self, sentence: str) -> None:
        """The server answers; in which state it is."""
        words = translate("Settings", "The server answers. {sentence}")
        self.told.emit(words.format(sentence=said(sentence)))

    def failed(self, error: BaseException) -> None:
        """It does not."""
        if isinstance(error, ProctorError):
            self.told.emit(said(str(error)))
        else:
            self.trouble.emit(error)


def _connect(options: ServerOptions) -> str:
    database = Database.server(options)
    try:
        return migration.check(database).sentence
    finally:
        database.close()
