"""Open the window: application, language, theme, then the window itself."""

import os
import sys

from PySide6.QtWidgets import QApplication

from proctor_desktop.gui import theme
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import Services
from proctor_desktop.gui.translation import install_language, system_language
from proctor_desktop.settings import Settings

TITLE = "proctor_desktop"


def run(services: Services, settings: Settings, arguments: list[str] | None = None) -> int:
    """Show the window until it is closed; the exit code of the event loop comes back.

    ``arguments`` are videos to queue at once.
    """
    preferences = Preferences(settings.folder)
    application = create_application(settings, preferences)
    from proctor_desktop.gui.main_window import MainWindow  # after the language is known

    window = MainWindow(services, settings, preferences)
    window.show()
    if arguments:
        window.queue_videos(arguments)
    return application.exec()


def create_application(settings: Settings, preferences: Preferences) -> QApplication:
    """The application in the chosen size, language and theme."""
    if preferences.scale_percent != 100:
        os.environ["QT_SCALE_FACTOR"] = str(preferences.scale_percent / 100)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(TITLE)
    application.setApplicationDisplayName(TITLE)
    language = settings.window.language
    install_language(application, system_language() if language == "system" else language)
    theme.apply(application, theme.chosen(settings.window.theme))
    return application
