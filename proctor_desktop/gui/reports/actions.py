"""What keys do on the page of reports."""

from typing import TYPE_CHECKING

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate

if TYPE_CHECKING:
    from proctor_desktop.gui.reports.page import ReportsPage


def _search(page: "ReportsPage") -> None:
    page.filters.search.setFocus()
    page.filters.search.selectAll()


def page_actions() -> tuple[ActionSpec, ...]:
    """What works anywhere on the page."""
    spec = specs(translate("Actions", "Reports"))
    return (
        spec("search_reports", translate("Actions", "Search the reports"), "Ctrl+F", run=_search),
    )


def table_actions() -> tuple[ActionSpec, ...]:
    """What works while the list has the focus."""
    spec = specs(translate("Actions", "Reports"))
    return (
        spec("type_search", translate("Actions", "Search, from the list"), "/", run=_search),
        spec("delete_reports", translate("Actions", "Put the chosen reports into the bin"), "Del",
             run=lambda page: page.delete_chosen()),
    )  # fmt: skip
