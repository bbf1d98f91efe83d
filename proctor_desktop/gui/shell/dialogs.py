"""The dialogs that the side bar and the status line open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.gui.shell.exchanging import Exchanging
from proctor_desktop.settings import Settings


class Dialogs(QObject):
    """Opens them over the window; each is loaded only then.

    Signals:
        videos_wanted: a person wants to choose recordings.
    """

    videos_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        services: LateServices,
        settings: Callable[[], Settings],
        exchanging: Exchanging,
        threads: tuple[Background, Background],
    ) -> None:
        """``threads`` are those of the database and of what computes."""
        super().__init__(window)
        self._window = window
        self._services = services
        self._settings = settings
        self._exchanging = exchanging
        self._database, self._compute = threads

    def open(self, dialog: QDialog) -> None:
        """Show a dialog until it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def show_help(self) -> None:
        """Open the help."""
        from proctor_desktop.gui.shell.help import HelpDialog

        self.open(HelpDialog(all_actions(), self._window))

    @Slot()
    def show_about(self) -> None:
        """Open the page with the versions."""
        from proctor_desktop.gui.shell.about import AboutDialog

        self.open(AboutDialog(self._window))

    @Slot()
    def show_check(self) -> None:
        """Check this workstation."""
        from proctor_desktop.gui.shell.check import CheckDialog
        from proctor_desktop.gui.shell.checks import checks

        wanted = checks(self._services, self._settings())
        dialog = CheckDialog(wanted, self._compute, self._window)
        dialog.videos_wanted.connect(self.videos_wanted)
        self.open(dialog)
        dialog.start()

    @Slot()
    def show_centre(self) -> None:
        """Say how the exchange with the centre stands."""
        from proctor_desktop.gui.exchange.centre import CentreDialog

        exchange = self._exchanging.begun()
        dialog = CentreDialog(self._services.synchronizer, self._database, self._window)
        dialog.exchange_wanted.connect(exchange.wake)
        exchange.tried.connect(dialog.show_trying)
        exchange.changed.connect(dialog.show_status)
        exchange.moved.connect(dialog.read)
        self.open(dialog)
