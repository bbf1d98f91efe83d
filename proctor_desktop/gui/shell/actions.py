"""What a person can do with keys on every page, and the list of everything for the help."""

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate


def all_actions() -> tuple[ActionSpec, ...]:
    """Every action, in the order of the help page."""
    from proctor_desktop.gui.analysis.actions import live_actions
    from proctor_desktop.gui.reports import actions as reports_actions
    from proctor_desktop.gui.review.actions import review_actions  # loads plots

    reports = (*reports_actions.page_actions(), *reports_actions.table_actions())
    return (*window_actions(), *live_actions(), *reports, *review_actions())


def window_actions() -> tuple[ActionSpec, ...]:
    """What works on every page."""
    return (*incoming_actions(), *page_actions(), *dialog_actions(), *leaving_actions())


def incoming_actions() -> tuple[ActionSpec, ...]:
    """What `Incoming` does."""
    from proctor_desktop.gui.shell.incoming import Incoming

    spec = specs(_section())
    return (
        spec("open", translate("Actions", "Choose videos to analyse"), "Ctrl+O",
             run=Incoming.choose, icon="mdi6.folder-open-outline"),
    )  # fmt: skip


def page_actions() -> tuple[ActionSpec, ...]:
    """Where the window goes."""
    from proctor_desktop.gui.shell.main_window import MainWindow

    spec = specs(_section())
    return (
        spec("page_analysis", translate("Actions", "Go to Analysis"), "Ctrl+1",
             run=MainWindow.show_analysis),
        spec("page_reports", translate("Actions", "Go to Reports"), "Ctrl+2",
             run=MainWindow.show_reports),
        spec("page_review", translate("Actions", "Go to Review"), "Ctrl+3",
             run=MainWindow.show_review),
        spec("page_settings", translate("Actions", "Go to Settings"), "Ctrl+4",
             run=MainWindow.show_settings),
        spec("switch_theme", translate("Actions", "Switch between dark and light"), "Ctrl+T",
             run=MainWindow.switch_theme, icon="mdi6.theme-light-dark"),
    )  # fmt: skip


def dialog_actions() -> tuple[ActionSpec, ...]:
    """What `Dialogs` opens."""
    from proctor_desktop.gui.shell.dialogs import Dialogs

    spec = specs(_section())
    return (
        spec("check", translate("Actions", "Check this workstation"), "Ctrl+K",
             run=Dialogs.show_check, icon="mdi6.clipboard-check-outline"),
        spec("help", translate("Actions", "Help and all keys"), "F1", run=Dialogs.show_help,
             icon="mdi6.help-circle-outline"),
        spec("about", translate("Actions", "About this program"), "Shift+F1",
             run=Dialogs.show_about, icon="mdi6.information-outline"),
    )  # fmt: skip


def leaving_actions() -> tuple[ActionSpec, ...]:
    """How the window is left."""
    from proctor_desktop.gui.shell.main_window import MainWindow

    return (
        specs(_section())("quit", translate("Actions", "Quit"), "Ctrl+Q", run=MainWindow.close),
    )


def _section() -> str:
    return translate("Actions", "Everywhere")
