"""What people decide about incidents, and what follows from several decisions.

A decision names its parents: those it knew of and replaces. Decisions that no other one names are
the heads. Nothing is ordered by a clock: heads that disagree are a dispute, and it ends when a
later decision names all of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from proctor_desktop.domain.events import BEHAVIOUR_KINDS
from proctor_desktop.domain.timeline import Micros

OTHER_KIND = "other"
ADDED_KINDS = (*(kind.value for kind in BEHAVIOUR_KINDS), OTHER_KIND)
"""What a person may call an incident of their own."""


class Verdict(Enum):
    """What a person says about an incident."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    REOPEN = "reopen"
    NOTE = "note"
    ADD = "add"
    """An incident that the program did not report, and that a person saw."""

    @property
    def judges(self) -> bool:
        """Whether it changes the state of the incident; a note does not."""
        return self is not Verdict.NOTE


class IncidentState(Enum):
    """How an incident stands after all decisions."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    DISPUTED = "disputed"


_STATES = {
    Verdict.CONFIRM: IncidentState.CONFIRMED,
    Verdict.DISMISS: IncidentState.DISMISSED,
    Verdict.REOPEN: IncidentState.OPEN,
    Verdict.ADD: IncidentState.CONFIRMED,
}


class ReviewState(Enum):
    """How far the review of a whole report is."""

    NOTHING = "nothing"
    OPEN = "open"
    DONE = "done"
    DISPUTED = "disputed"


_ABOUT_RECORDING = "verdict:"


class RecordingVerdict(Enum):
    """What becomes of a whole recording, in the order of gravity."""

    NOTHING = "nothing"
    TALK = "talk"
    """Somebody is to talk to the candidate."""
    PASSED_ON = "passed_on"
    """Somebody else is to look into it."""


def about_recording(verdict: RecordingVerdict | None) -> str:
    """What stands in place of an incident id in a verdict for the recording; None takes it back.

    Such a decision is a `Verdict.NOTE`, so that version 0.1.0 keeps it, sends it and shows it as a
    note.
    """
    return _ABOUT_RECORDING + ("open" if verdict is None else verdict.value)


def is_about_recording(incident_id: str) -> bool:
    """Whether this is what `about_recording` says of some verdict, known here or not."""
    return incident_id.startswith(_ABOUT_RECORDING)


@dataclass(frozen=True, slots=True)
class AddedIncident:
    """What a person saw, and when; never part of the measured risk.

    Attributes:
        kind: one of `ADDED_KINDS`.
        start, end: of the recording; ``start`` is before ``end``.
    """

    kind: str
    start: Micros
    end: Micros


@dataclass(frozen=True, slots=True)
class Decision:
    """One event of the review, never changed after it was made.

    Attributes:
        id: lower-case UUID.
        report_id: of the report.
        incident_id: of the incident; empty for a note about the whole report, as
            `about_recording` says for a verdict.
        reviewer: who decided.
        verdict: what.
        reason: why; never empty for a dismissal, a note or the end of a dispute.
        parents: ids of the heads that this decision knew of.
        origin: id of the workstation where it was made.
        origin_seq: counts the decisions of that workstation, from 1.
        prev_hash: hash of that workstation's decision before this one.
        hash: SHA-256 of all of the above and ``decided_at``.
        decided_at: by that workstation's clock; shown, never used for ordering.
        added: of an incident that this decision adds, None of every other decision.
    """

    id: str
    report_id: str
    incident_id: str
    reviewer: str
    verdict: Verdict
    reason: str
    parents: tuple[str, ...]
    origin: str
    origin_seq: int
    prev_hash: str
    hash: str
    decided_at: datetime
    added: AddedIncident | None = None

    @property
    def is_about_recording(self) -> bool:
        """Whether this gives or takes back a verdict for the whole recording."""
        return is_about_recording(self.incident_id)

    @property
    def recording_verdict(self) -> RecordingVerdict | None:
        """The verdict that it gives, None where it gives none that this version knows."""
        value = self.incident_id.removeprefix(_ABOUT_RECORDING)
        known = {one.value for one in RecordingVerdict}
        return RecordingVerdict(value) if self.is_about_recording and value in known else None


def recording_heads(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Verdicts for the recording that no other one names as parent, ordered by id."""
    given = [one for one in decisions if one.is_about_recording]
    replaced = {parent for one in given for parent in one.parents}
    return tuple(sorted((one for one in given if one.id not in replaced), key=lambda one: one.id))


def recording_verdict(decisions: Iterable[Decision]) -> RecordingVerdict | None:
    """The verdict that stands; of several that did not know of each other, the gravest."""
    found = {one.recording_verdict for one in recording_heads(decisions)}
    return next((one for one in reversed(RecordingVerdict) if one in found), None)


def own_incidents(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decisions that added an incident, by its id, in the order of their beginnings."""
    added = [one for one in decisions if one.added is not None]
    added.sort(key=lambda one: (one.added.start if one.added else 0, one.id))
    return {one.incident_id: one for one in added}


def is_disputed(decisions: Iterable[Decision]) -> bool:
    """Whether the heads of one incident contradict each other."""
    return len({_STATES[one.verdict] for one in heads(decisions)}) > 1


def heads(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Judging decisions that no other judging decision names as parent, ordered by id."""
    judging = [decision for decision in decisions if decision.verdict.judges]
    replaced = {parent for decision in judging for parent in decision.parents}
    return tuple(sorted((one for one in judging if one.id not in replaced), key=lambda one: one.id))


def incident_state(decisions: Iterable[Decision]) -> IncidentState:
    """State of one incident after the decisions about it, whatever their order."""
    states = {_STATES[decision.verdict] for decision in heads(decisions)}
    if not states:
        return IncidentState.OPEN
    return states.pop() if len(states) == 1 else IncidentState.DISPUTED


def incident_states(
    incident_ids: Iterable[str], decisions: Iterable[Decision]
) -> dict[str, IncidentState]:
    """State of each incident of a report."""
    by_incident: dict[str, list[Decision]] = {incident: [] for incident in incident_ids}
    for decision in decisions:
        if decision.incident_id in by_incident:
            by_incident[decision.incident_id].append(decision)
    return {incident: incident_state(made) for incident, made in by_incident.items()}


def review_state(states: Mapping[str, IncidentState]) -> ReviewState:
    """State of a report's review; a dispute stands out until somebody ends it."""
    if not states:
        return ReviewState.NOTHING
    found = set(states.values())
    if IncidentState.DISPUTED in found:
        return ReviewState.DISPUTED
    return ReviewState.OPEN if IncidentState.OPEN in found else ReviewState.DONE
