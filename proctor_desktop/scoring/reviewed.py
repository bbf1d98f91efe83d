"""The risk as it stands after what people decided; the measured one never changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.domain.review import (
    Decision,
    IncidentState,
    RecordingVerdict,
    ReviewState,
    incident_states,
    recording_verdict,
    review_state,
)
from proctor_desktop.scoring.extent import extent_of
from proctor_desktop.scoring.policy import policy_of
from proctor_desktop.scoring.risk import Charge, classify, kind_loads, kind_logs, risk_of


@dataclass(frozen=True, slots=True)
class Review:
    """How the review of one report stands.

    Attributes:
        state: of the whole.
        incidents: state of each incident by its id.
        decisions: everything that was decided and noted, as it became known here.
        measured_risk, measured_class: as the report says.
        reviewed_risk, reviewed_class: without the incidents that were dismissed.
        verdict: for the whole recording, None where nobody gave one.
        is_little: whether too little was measured to say a class.
        is_final: whether every incident is judged and nothing is disputed; only then may an
            export be called final.
    """

    state: ReviewState
    incidents: dict[str, IncidentState]
    decisions: tuple[Decision, ...]
    measured_risk: float
    measured_class: RiskClass
    reviewed_risk: float
    reviewed_class: RiskClass
    verdict: RecordingVerdict | None
    is_final: bool
    is_little: bool = False


def reviewed(report: Report, decisions: Sequence[Decision]) -> Review:
    """What follows from decisions for a report; pure, so that a window can ask it at any time."""
    ids = [incident.id for incident in report.analysis.incidents]
    states = incident_states(ids, decisions)
    state = review_state(states)
    policy = policy_of(report.analysis.provenance.settings)
    charged = [
        Charge(part.incident_id, EventKind(part.kind), part.load)
        for part in report.analysis.contributions
        if states.get(part.incident_id) is not IncidentState.DISMISSED
    ]
    risk = risk_of(kind_logs(kind_loads(charged), policy))
    classification = classify(risk, policy)
    extent = extent_of(report)
    is_whole = report.analysis.coverage.is_complete and not extent.is_mostly_missing
    if classification is RiskClass.CLEAN and not is_whole:
        # Nobody can clear what the recording does not show.
        classification = RiskClass.BORDERLINE
    return Review(
        state=state,
        incidents=states,
        decisions=tuple(decisions),
        measured_risk=report.analysis.risk_score,
        measured_class=RiskClass(report.risk_classification),
        reviewed_risk=risk,
        reviewed_class=classification,
        verdict=recording_verdict(decisions),
        is_final=state in (ReviewState.DONE, ReviewState.NOTHING),
        is_little=extent.is_little,
    )
