"""An incident beside how it stands, measured or added by a person."""

from dataclasses import dataclass

from proctor_desktop.domain.report import Counterfactual, IncidentRecord
from proctor_desktop.domain.review import Decision, IncidentState
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.gui.display.words import kind_words, movement_words
from proctor_desktop.gui.language.translation import translate


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident and how it stands."""

    incident: IncidentRecord
    state: IncidentState
    is_own: bool = False
    """Whether a person added it; then nothing was measured."""
    is_noted: bool = False
    """Whether somebody wrote a note about it."""

    @property
    def what(self) -> str:
        """Kind and direction in words."""
        if self.is_own:
            kind = kind_words(self.incident.kind)
            return translate("Incidents", "{kind}, added by a person").format(kind=kind)
        incident = self.incident
        return movement_words(incident.kind, incident.direction, incident.axis)


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
