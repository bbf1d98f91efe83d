"""What a person can do with keys on every page, and the list of everything for the help."""

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate


def all_actions() -> tuple[ActionSpec, ...]:
    """Every action, in the order of the help page."""
    from proctor_desktop.gui.reports.actions import page_actions, table_actions
    from proctor_desktop.gui.review.actions import review_actions  # loads plots

    reports = (*page_actions(), *table_actions())
    return (*window_actions(), *reports, *review_actions())


def window_actions() -> tuple[ActionSpec, ...]:
    """What works on every page."""
    section = translate("Actions", "Everywhere")
    from proctor_desktop.gui.shell.main_window import MainWindow

    spec = specs(section)
    return (
        spec("open", translate("Actions", "Choose videos to analyse"), "Ctrl+O",
             run=MainWindow.choose_videos, icon="mdi6.folder-open-outline"),
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
        spec("check", translate("Actions", "Check this workstation"), "Ctrl+K",
             run=MainWindow.show_check, icon="mdi6.clipboard-check-outline"),
        spec("help", translate("Actions", "Help and all keys"), "F1", run=MainWindow.show_help,
             icon="mdi6.help-circle-outline"),
        spec("about", translate("Actions", "About this program"), "Shift+F1",
             run=MainWindow.show_about, icon="mdi6.information-outline"),
        spec("quit", translate("Actions", "Quit"), "Ctrl+Q", run=MainWindow.close),
    )  # fmt: skip
