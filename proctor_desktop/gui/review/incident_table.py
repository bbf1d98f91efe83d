"""The incidents of a report as a table; their order is the desk's, not the table's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.review import IncidentState
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.display.words import clock_words, severity_words, state_words
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import decimal, translate
from proctor_desktop.gui.review import listing

STATE_ICONS = {
    IncidentState.OPEN: ("mdi6.circle-outline", "muted"),
    IncidentState.CONFIRMED: ("mdi6.check-circle", "suspicious"),
    IncidentState.DISMISSED: ("mdi6.close-circle-outline", "clean"),
    IncidentState.DISPUTED: ("mdi6.alert-circle-outline", "high_risk"),
}

KNOWN_KINDS = {kind.value for kind in looks.KIND_ICONS}


def _kind_icon(row: IncidentRow) -> object:
    if row.is_own:
        return theme.icon("mdi6.account-plus-outline", "accent")
    if row.incident.kind not in KNOWN_KINDS:
        return theme.icon("mdi6.help-circle-outline", "muted")
    kind = EventKind(row.incident.kind)
    return theme.icon(looks.KIND_ICONS[kind], looks.KIND_COLORS[kind])


def incident_columns() -> tuple[Column[IncidentRow], ...]:
    """Columns of the list in Review, in the order of `listing.Column`."""
    keys = [listing.KEYS[each] for each in listing.Column]
    return (
        Column(
            translate("Incidents", "Decision"),
            lambda row: state_words(row.state),
            keys[0],
            icon=lambda row: theme.icon(*STATE_ICONS[row.state]),
        ),
        Column(
            translate("Incidents", "Time"),
            lambda row: clock_words(from_seconds(row.incident.start)),
            keys[1],
            is_number=True,
        ),
        Column(
            translate("Incidents", "What"),
            lambda row: f"{row.what} \N{MEMO}" if row.is_noted else row.what,
            keys[2],
            hint=lambda row: f"{row.what}. {said(row.incident.explanation)}",
            icon=_kind_icon,
        ),
        Column(
            translate("Incidents", "Lasts"),
            lambda row: f"{decimal(row.incident.duration, 1)} s",
            keys[3],
            is_number=True,
        ),
        Column(
            translate("Incidents", "Severity"),
            lambda row: severity_words(row.incident.severity) if row.incident.severity else "",
            keys[4],
        ),
        Column(
            translate("Incidents", "Points"),
            lambda row: "" if row.is_own else decimal(row.incident.points, 3),
            keys[5],
            hint=lambda row: translate("Incidents", "Part of the risk, which is 0 to 1"),
            is_number=True,
        ),
    )


class IncidentModel(TableModel[IncidentRow]):
    """Rows in the order that they are given in.

    Signals:
        sort_asked: a `listing.Column`, and whether from the largest down.
    """

    sort_asked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(incident_columns())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the rows come back in it."""
        if 0 <= column < len(listing.Column):
            self.sort_asked.emit(listing.Column(column), order == Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: Sequence[IncidentRow]) -> None:
        """Show other rows."""
        self.set_rows(rows)
