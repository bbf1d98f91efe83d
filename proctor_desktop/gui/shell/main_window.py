"""The main window: side bar, pages, and what works on every page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QWidget,
)

from proctor_desktop import settings as settings_file
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.actions import bind
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import Page
from proctor_desktop.gui.kit.screens import OnScreen, fit
from proctor_desktop.gui.kit.side_bar import Place, SideBar
from proctor_desktop.gui.kit.wheel import CalmWheel
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell import actions
from proctor_desktop.gui.shell.closing import ClosingDialog
from proctor_desktop.gui.shell.dialogs import Dialogs
from proctor_desktop.gui.shell.errors import show_error
from proctor_desktop.gui.shell.exchanging import Exchanging
from proctor_desktop.gui.shell.incoming import Incoming
from proctor_desktop.gui.shell.page_makers import PageMakers
from proctor_desktop.gui.shell.page_stack import PageStack
from proctor_desktop.gui.shell.status_line import StatusLine
from proctor_desktop.paths import PRODUCT
from proctor_desktop.settings import Settings

if TYPE_CHECKING:  # they load plots and database, which the first window does not wait for
    from proctor_desktop.gui.analysis.page import AnalysisPage
    from proctor_desktop.sync.synchronizer import SyncStatus

FIRST_SIZE = QSize(1280, 720)
NARROW = 1100
"""Pixels of the window's width below which the side bar has no words."""
SMALLEST = QSize(860, 430)
"""What a frame leaves of 880 x 480; pages scroll where they must."""


def places() -> tuple[Place, ...]:
    """Entries of the side bar."""
    return (
        Place(
            "analysis", translate("MainWindow", "Analysis"), "mdi6.motion-play-outline", "Ctrl+1"
        ),
        Place("reports", translate("MainWindow", "Reports"), "mdi6.format-list-checks", "Ctrl+2"),
        Place("review", translate("MainWindow", "Review"), "mdi6.eye-check-outline", "Ctrl+3"),
        Place("settings", translate("MainWindow", "Settings"), "mdi6.cog-outline", "Ctrl+4"),
    )


class MainWindow(QMainWindow):
    """Holds the pages and the threads behind them.

    It is painted first; then the reports are opened in another thread, then the last page is made.

    Signals:
        begun: everything is open, the last page is in front.
    """

    begun = Signal()

    def __init__(
        self, services: LateServices, settings: Settings, preferences: Preferences
    ) -> None:
        super().__init__()
        self._services = services
        self._settings = settings
        self._preferences = preferences
        self._progress = 0.0
        self.setWindowTitle(PRODUCT)
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self._database = Background("database", self)
        self._database.failed.connect(self.show_error)
        self._compute = Background("compute", self)
        self._compute.failed.connect(self.show_error)
        self._wheel = CalmWheel(self)
        self._on_screen = OnScreen(self)
        self.exchanging = Exchanging(services, self._database, self)
        self.exchanging.changed.connect(self._show_exchange)
        self.exchanging.failed.connect(self.show_error)
        threads = self._database, self._compute
        self.dialogs = Dialogs(self, services, lambda: self._settings, self.exchanging, threads)
        self._is_painted = self._is_leaving = False
        self.failure: BaseException | None = None
        makers = PageMakers(self, services, preferences, self._database, self._compute)
        self._stack = PageStack(makers.by_name(lambda: self._settings), _opening())
        self._side_bar = SideBar(places())
        self._side_bar.chosen.connect(self.show_page)
        self._lay_out()
        self._add_side_actions()
        self._restore()

    # opening

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with everything else as soon as there is something to look at."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._open_reports)

    @Slot()
    def _open_reports(self) -> None:
        self._database.run(self._services.open, self._begin, self._give_up)

    def _begin(self, _: object) -> None:
        self.exchanging.begun()
        self._take_over_recordings()
        if not self._stack.made:
            page = self._preferences.page
            self.show_page(page if self._stack.knows(page) else "analysis")
        if not self._preferences.check_seen:
            self._preferences.check_seen = True
            self.dialogs.show_check()
        self.begun.emit()

    def _take_over_recordings(self) -> None:
        """Keep with the reports where version 0.1.0 remembered their recordings."""
        remembered, recordings = self._preferences.remembered_recordings, self._services.recordings
        if remembered:
            self._compute.run(
                lambda: recordings.take_over(remembered),
                lambda _: self._preferences.forget_recordings(),
            )

    def _give_up(self, error: BaseException) -> None:
        """Without its reports the program can do nothing: say why, then close."""
        self.failure = error
        show_error(self, error).finished.connect(self.close)

    def _add_side_actions(self) -> None:
        keys = self._preferences.keys
        own = (*actions.page_actions(), *actions.leaving_actions())
        bind(self, actions.incoming_actions(), keys, target=self.incoming)
        bound = bind(self, own, keys)
        bound |= bind(self, actions.dialog_actions(), keys, target=self.dialogs)
        shown = (
            ("switch_theme", translate("MainWindow", "Theme"), "mdi6.theme-light-dark"),
            ("check", translate("MainWindow", "Check"), "mdi6.clipboard-check-outline"),
            ("help", translate("MainWindow", "Help"), "mdi6.help-circle-outline"),
            ("about", translate("MainWindow", "About"), "mdi6.information-outline"),
        )
        for name, title, icon in shown:
            self._side_bar.add_action(bound[name], title, icon)

    def _lay_out(self) -> None:
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side_bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(content)
        self.incoming = Incoming(self, content, self._preferences, self.queue_videos)
        self.dialogs.videos_wanted.connect(self.incoming.choose)
        self._status = StatusLine()
        self._status.centre_wanted.connect(self.dialogs.show_centre)
        self.setStatusBar(self._status)

    def _restore(self) -> None:
        geometry = self._preferences.geometry
        if not self.restoreGeometry(geometry):
            fit(self, FIRST_SIZE)

    # pages

    def page(self, name: str) -> Page:
        """One of the pages, made when it is first asked for."""
        return self._stack.page(name)

    @property
    def open_page(self) -> str:
        """Name of the page in front, empty while there is none."""
        return self._stack.in_front

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        page = self._stack.bring(name)
        self._side_bar.mark(name)
        self._preferences.page = name
        self._status.forget()
        self._show_title()
        page.shown()

    @Slot()
    def show_analysis(self) -> None:
        """Go to Analysis."""
        self.show_page("analysis")

    @Slot()
    def show_reports(self) -> None:
        """Go to Reports."""
        self.show_page("reports")

    @Slot()
    def show_review(self) -> None:
        """Go to Review."""
        self.show_page("review")

    @Slot()
    def show_settings(self) -> None:
        """Go to Settings."""
        self.show_page("settings")

    # videos

    @property
    def _analysis(self) -> "AnalysisPage":
        from proctor_desktop.gui.analysis.page import AnalysisPage

        page = self.page("analysis")
        assert isinstance(page, AnalysisPage)
        return page

    @Slot(str)
    def review(self, report_id: str) -> None:
        """Open a report in Review."""
        self.show_page("review")
        page = self.page("review")
        page.open_report(report_id)  # type: ignore[attr-defined]  # imported only when it is made

    def queue_videos(self, names: Sequence[str]) -> None:
        """Queue files for analysis and show them."""
        self.show_page("analysis")
        self._analysis.add([Path(name) for name in names])

    @Slot(list)
    def receive(self, names: Sequence[str]) -> None:
        """Come to the front with files that another start of the program was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if names and self._stack.made:
            self.queue_videos(names)
        elif names:  # the reports are not open yet
            self.begun.connect(partial(self.queue_videos, names))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        self.incoming.entered(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on."""
        self.incoming.left()

    def dropEvent(self, event: QDropEvent) -> None:
        """Queue what was dropped, anywhere in the window."""
        self.incoming.dropped(event)

    @Slot(float)
    def show_progress(self, share: float) -> None:
        """In the title, which the task bar shows as well; 0 or 1 for nothing."""
        self._progress = share
        self._show_title()

    def _show_title(self) -> None:
        titles = {place.name: place.title for place in places()}
        share = f"{self._progress:.0%}" if 0 < self._progress < 1 else ""
        words = (share, titles.get(self.open_page, ""), PRODUCT)
        self.setWindowTitle(" - ".join(word for word in words if word))

    # everywhere

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Put a sentence in the status line."""
        self._status.tell(sentence)

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """Tell a person of a fault."""
        show_error(self, error)

    @Slot()
    def switch_theme(self) -> None:
        """From dark to light and back; kept for the next start."""
        name = "light" if theme.current().name == "dark" else "dark"
        settings_file.save({"window.theme": name})
        self._show_theme(name)

    @Slot(object)
    def use_settings(self, settings: Settings) -> None:
        """Go on with other settings, the exchange with another server too."""
        before, self._settings = self._settings, settings
        self._analysis.use_settings(settings)
        self._services.bin.keep_for(settings.keep.bin_days)
        self.exchanging.use(settings, before)
        self._show_theme(theme.chosen(settings.window.theme))

    def _show_theme(self, name: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if name == theme.current().name:
            return
        theme.apply(application, name)
        for page in self._stack.made.values():
            page.apply_theme()
        theme.refresh_icons(self)

    @Slot(object)
    def _show_exchange(self, status: "SyncStatus") -> None:
        from proctor_desktop.gui.exchange.centre import short_words

        self._status.show_centre(short_words(status))
        if self.open_page == "reports":
            self.page("reports").refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the focused button, as people expect; in Review Space plays."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QAbstractButton
        ):
            focused.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page what the side bar can spare."""
        super().resizeEvent(event)
        self._side_bar.fit(is_narrow=self.width() < NARROW)

    def _question_before_closing(self) -> str:
        questions = (page.question_before_closing() for page in self._stack.made.values())
        return " ".join(filter(None, questions))

    def _leave(self) -> None:
        """Close without asking again."""
        self._is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End every thread, keep the layout; where an exam is captured, ask first."""
        question = "" if self._is_leaving else self._question_before_closing()
        if question:
            event.ignore()
            self.dialogs.open(ClosingDialog(question, self._leave, self))
            return
        self._preferences.geometry = self.saveGeometry()
        self._status.forget()
        for page in self._stack.made.values():
            page.close_page()
        self.exchanging.close()
        self._database.close()
        self._compute.close()
        event.accept()


def _opening() -> QLabel:
    words = QLabel(translate("MainWindow", "Opening the reports of this workstation ..."))
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
