"""Open the window: application, language, theme, then the window itself."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from proctor_desktop.gui.kit import garbage, memory, theme
from proctor_desktop.gui.language.translation import install_language, system_language
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.services import LateServices, Services
from proctor_desktop.gui.shell.one_window import OneWindow
from proctor_desktop.paths import APPLICATION, PRODUCT, resource
from proctor_desktop.settings import Settings


def run(
    build: Callable[[], Services], settings: Settings, arguments: list[str] | None = None
) -> int:
    """Show the window until it is closed; the exit code of the event loop comes back.

    Where the folder is open in a window already, that one gets the files and comes to the front.

    Args:
        build: called in another thread while the window is painted already.
        settings: of all sources.
        arguments: videos to queue at once.

    Raises:
        StorageError: the database cannot be used; the window has said so.
        SettingsError: the window that is open there does not answer.
    """
    preferences = Preferences(settings.folder)
    application = create_application(settings, preferences)
    only = OneWindow(settings.folder, application)
    if not only.claim():
        only.hand_over(arguments or ())
        print("This folder is open in a window already, which was brought to the front.")  # noqa: T201 - for whoever started it
        return 0
    from proctor_desktop.gui.shell.main_window import MainWindow  # after the language is known

    services = LateServices(build)
    window = MainWindow(services, settings, preferences)
    window.begun.connect(garbage.settle)  # `cli.window` looks for none until then
    only.asked.connect(window.receive)
    if arguments:
        window.begun.connect(lambda: window.queue_videos(arguments))
    window.show()
    try:
        code = application.exec()
    finally:
        services.close()
        only.release()
    if window.failure is not None:
        raise window.failure
    return code


def be_quiet() -> None:
    """Keep what Qt says of its decoders off the terminal, but for what ends the program."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.multimedia.*.critical=true")


def create_application(settings: Settings, preferences: Preferences) -> QApplication:
    """The application in the chosen size, language and theme."""
    memory.be_thrifty()  # before there are threads
    be_quiet()
    if preferences.scale_percent != 100:
        os.environ["QT_SCALE_FACTOR"] = str(preferences.scale_percent / 100)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(PRODUCT)
    application.setDesktopFileName(APPLICATION)
    application.setWindowIcon(QIcon(str(resource("icons/proctor-desktop.png"))))
    language = settings.window.language
    install_language(application, system_language() if language == "system" else language)
    theme.apply(application, theme.chosen(settings.window.theme))
    return application
