"""The incidents of a report as a table."""

from dataclasses import dataclass

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import Counterfactual, IncidentRecord
from proctor_desktop.domain.review import Decision, IncidentState
from proctor_desktop.domain.timeline import clock, from_seconds, to_seconds
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.words import (
    direction_words,
    kind_words,
    state_words,
)
from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.table import Column, TableModel
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate

STATE_ICONS = {
    IncidentState.OPEN: ("mdi6.circle-outline", "muted"),
    IncidentState.CONFIRMED: ("mdi6.check-circle", "suspicious"),
    IncidentState.DISMISSED: ("mdi6.close-circle-outline", "clean"),
    IncidentState.DISPUTED: ("mdi6.alert-circle-outline", "high_risk"),
}


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident and how it stands."""

    incident: IncidentRecord
    state: IncidentState
    is_own: bool = False
    """Whether a person added it; then nothing was measured."""

    @property
    def what(self) -> str:
        """Kind and direction in words."""
        if self.is_own:
            kind = kind_words(self.incident.kind)
            return translate("Incidents", "{kind}, added by a person").format(kind=kind)
        direction = direction_words(self.incident.direction)
        kind = kind_words(self.incident.kind)
        return f"{kind}, {direction}" if direction else kind


def own_record(decision: Decision) -> IncidentRecord:
    """An incident that a person added, in the form of those that were measured."""
    added = decision.added
    assert added is not None, "only decisions that add an incident are asked for"
    start, end = to_seconds(added.start), to_seconds(added.end)
    return IncidentRecord(
        id=decision.incident_id,
        kind=added.kind,
        direction=None,
        start=start,
        end=end,
        duration=end - start,
        severity="",
        alert_ids=(),
        points=0.0,
        explanation=translate(
            "Incidents",
            "Nothing was measured here beyond a threshold. A person saw this and added it; it is "
            "no part of the measured risk.",
        ),
        counterfactual=Counterfactual(None, 0.0, "", ""),
    )


def _kind_icon(row: IncidentRow) -> object:
    if row.is_own:
        return theme.icon("mdi6.account-plus-outline", "accent")
    kind = EventKind(row.incident.kind)
    return theme.icon(looks.KIND_ICONS[kind], looks.KIND_COLORS[kind])


def incident_columns() -> tuple[Column[IncidentRow], ...]:
    """Columns of the list in Review."""
    return (
        Column(
            translate("Incidents", "Decision"),
            lambda row: state_words(row.state),
            lambda row: row.state.value,
            icon=lambda row: theme.icon(*STATE_ICONS[row.state]),
        ),
        Column(
            translate("Incidents", "Time"),
            lambda row: clock(from_seconds(row.incident.start)),
            lambda row: row.incident.start,
            is_number=True,
        ),
        Column(
            translate("Incidents", "What"),
            lambda row: row.what,
            lambda row: (row.incident.kind, row.incident.direction or ""),
            hint=lambda row: f"{row.what}. {said(row.incident.explanation)}",
            icon=_kind_icon,
        ),
        Column(
            translate("Incidents", "Lasts"),
            lambda row: f"{row.incident.duration:.1f} s",
            lambda row: row.incident.duration,
            is_number=True,
        ),
    )


class IncidentModel(TableModel[IncidentRow]):
    """Incidents with their state."""

    def __init__(self) -> None:
        super().__init__(incident_columns())

    def place_of(self, incident_id: str) -> int | None:
        """Row of an incident."""
        return self.position(lambda row: row.incident.id == incident_id)
