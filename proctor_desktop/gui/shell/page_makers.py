"""How each page is made, and what of it the window answers to."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import Page
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.settings import Settings

if TYPE_CHECKING:  # the window imports this module
    from proctor_desktop.gui.shell.main_window import MainWindow


class PageMakers:
    """Makes the pages of one window; each loads its plots and tables only then."""

    def __init__(
        self,
        window: "MainWindow",
        services: LateServices,
        preferences: Preferences,
        database: Background,
        compute: Background,
    ) -> None:
        self._window = window
        self._services = services
        self._preferences = preferences
        self._database = database
        self._compute = compute

    def by_name(self, settings: Callable[[], Settings]) -> dict[str, Callable[[], Page]]:
        """A maker for each page; ``settings`` says which are in force when it is made."""
        return {
            "analysis": partial(self._analysis, settings),
            "reports": self._reports,
            "review": self._review,
            "settings": partial(self._settings, settings),
        }

    def _analysis(self, settings: Callable[[], Settings]) -> Page:
        from proctor_desktop.gui.analysis.page import AnalysisPage

        page = AnalysisPage(self._services, settings(), self._preferences)
        page.trouble.connect(self._window.show_error)
        page.told.connect(self._window.tell)
        page.review_wanted.connect(self._window.review)
        page.report_kept.connect(self._window.exchanging.wake)
        page.progressed.connect(self._window.show_progress)
        page.videos_wanted.connect(self._window.incoming.choose)
        return page

    def _reports(self) -> Page:
        from proctor_desktop.gui.reports.page import ReportsPage

        page = ReportsPage(
            self._services,
            self._preferences,
            self._database,
            self._compute,
        )
        page.review_wanted.connect(self._window.review)
        page.told.connect(self._window.tell)
        page.videos_wanted.connect(self._window.incoming.choose)
        page.changed.connect(self._window.exchanging.wake)
        return page

    def _review(self) -> Page:
        from proctor_desktop.gui.review.page import ReviewPage

        page = ReviewPage(self._services, self._preferences, self._database, self._compute)
        page.trouble.connect(self._window.show_error)
        page.told.connect(self._window.tell)
        page.decided.connect(self._window.exchanging.wake)
        return page

    def _settings(self, settings: Callable[[], Settings]) -> Page:
        from proctor_desktop.gui.settings.page import SettingsPage

        page = SettingsPage(settings(), self._preferences, self._database, all_actions())
        page.trouble.connect(self._window.show_error)
        page.saved.connect(self._window.use_settings)
        return page
