"""The exchange with the centre as the window has it: begun once, woken, moved to another server."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.services import LateServices
from proctor_desktop.settings import Settings

if TYPE_CHECKING:  # loads the database, which the first window does not wait for
    from proctor_desktop.gui.exchange.worker import Exchange


class Exchanging(QObject):
    """Begins the exchange when somebody first needs it.

    Signals:
        changed: a `SyncStatus`.
        failed: an exception to be shown.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, services: LateServices, database: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._database = database
        self._exchange: Exchange | None = None

    def begun(self) -> "Exchange":
        """The exchange, which runs from here on."""
        if self._exchange is None:
            from proctor_desktop.gui.exchange.worker import Exchange

            self._exchange = Exchange(self._services.synchronizer, self)
            self._exchange.changed.connect(self.changed)
            self._exchange.moved.connect(self._read)
            self._exchange.failed.connect(self.failed)
            self._exchange.start()
            self._read()
        return self._exchange

    @Slot()
    def wake(self, *_: object) -> None:
        """Something is to be sent: exchange now."""
        self.begun().wake()

    def use(self, settings: Settings, before: Settings) -> None:
        """Go on with the server of other settings, where it is another one."""
        if _server(settings) != _server(before):
            self.begun().move(partial(self._services.use_server, settings))

    @Slot()
    def _read(self) -> None:
        self._database.run(self._services.synchronizer.status, self.changed.emit)

    def close(self) -> None:
        """End it."""
        if self._exchange is not None:
            self._exchange.close()


def _server(settings: Settings) -> tuple[object, ...]:
    """All that says which server reports are exchanged with, and how."""
    names = [name for name in Settings.model_fields if name.startswith("mysql_")]
    return (*(getattr(settings, name) for name in names), settings.sync)
