"""What people decided, as a report shows it beside what was measured."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.domain.review import (
    OTHER_KIND,
    Decision,
    IncidentState,
    RecordingVerdict,
    ReviewState,
    Verdict,
    incident_state,
    own_incidents,
)
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.report.overview import clock_seconds, lasting, moment
from proctor_desktop.report.wording import KIND_TITLES, class_title

STATE_TITLES = {
    IncidentState.OPEN: "not judged yet",
    IncidentState.CONFIRMED: "confirmed",
    IncidentState.DISMISSED: "dismissed",
    IncidentState.DISPUTED: "disputed",
}

_DEEDS = {
    Verdict.CONFIRM: "Confirmed",
    Verdict.DISMISS: "Dismissed",
    Verdict.REOPEN: "Reopened",
    Verdict.NOTE: "Note",
    Verdict.ADD: "Added",
}

VERDICT_TITLES = {
    RecordingVerdict.NOTHING: "nothing",
    RecordingVerdict.TALK: "talk to the candidate",
    RecordingVerdict.PASSED_ON: "passed on",
}

ADDED_TITLES = {**KIND_TITLES, OTHER_KIND: "Something else"}
"""Kinds that a person may add, as headings."""

ADDED_BY_PEOPLE = "These incidents were added by people. They are no part of the measured risk."


class Reviewed(Protocol):
    """How the review of a report stands."""

    @property
    def state(self) -> ReviewState:
        """Of the whole."""

    @property
    def incidents(self) -> Mapping[str, IncidentState]:
        """State of each incident by its id."""

    @property
    def decisions(self) -> Sequence[Decision]:
        """Everything that was decided and noted."""

    @property
    def reviewed_risk(self) -> float:
        """Risk without the incidents that were dismissed."""

    @property
    def reviewed_class(self) -> RiskClass:
        """Its class."""

    @property
    def verdict(self) -> RecordingVerdict | None:
        """For the whole recording, None where nobody gave one."""

    @property
    def is_final(self) -> bool:
        """Whether every incident is judged and nothing is disputed."""


def review_sentence(review: Reviewed, *, is_little: bool = False) -> str:
    """How far the review is, and the risk as it stands after it; the measured one stays.

    ``is_little`` tells that too little was measured to say a class.
    """
    title = class_title(review.reviewed_class.value, is_little=is_little)
    judged = sum(
        state in (IncidentState.CONFIRMED, IncidentState.DISMISSED)
        for state in review.incidents.values()
    )
    disputed = sum(state is IncidentState.DISPUTED for state in review.incidents.values())
    total = len(review.incidents)
    parts = [f"People judged {judged} of {total} {'incident' if total == 1 else 'incidents'}."]
    if disputed:
        parts.append(f"{disputed} {'is' if disputed == 1 else 'are'} disputed.")
    if IncidentState.DISMISSED in review.incidents.values():
        parts.append(
            f"Without what was dismissed the risk is {review.reviewed_risk:.2f} "
            f"({title.lower()}); the measured one stays as it is."
        )
    if review.verdict is not None:
        parts.append(f"Verdict for the recording: {VERDICT_TITLES[review.verdict]}.")
    parts.append("The review is final." if review.is_final else "The review is not final.")
    return " ".join(parts)


def standing_sentence(report: Report, review: Reviewed | None) -> str:
    """How many incidents nobody has judged, or that all are; empty where there is none."""
    states = [
        (review.incidents if review else {}).get(one.id, IncidentState.OPEN)
        for one in report.analysis.incidents
    ]
    judged = [states.count(each) for each in (IncidentState.CONFIRMED, IncidentState.DISMISSED)]
    left = len(states) - sum(judged)
    if not states:
        return ""
    if not left:
        return f"People judged every incident: {judged[0]} confirmed, {judged[1]} dismissed."
    return f"Not judged by anybody yet: {left} of {len(states)} incidents."


def decision_sentences(review: Reviewed, incident_id: str) -> list[str]:
    """Every decision about an incident in the order in which it became known; "" for the whole."""
    return [
        f"{_deed(one)} by {one.reviewer}, {moment(one.decided_at)}"
        f"{f': {one.reason}' if one.reason else ''}"
        for one in review.decisions
        if one.incident_id == incident_id or (not incident_id and one.is_about_recording)
    ]


def _deed(decision: Decision) -> str:
    """What was done, to stand before "by"."""
    if not decision.is_about_recording:
        return _DEEDS[decision.verdict]
    verdict = decision.recording_verdict
    title = "taken back" if verdict is None else VERDICT_TITLES[verdict]
    return f"Verdict for the recording ({title})"


def own_sentences(review: Reviewed) -> list[str]:
    """Each incident that a person added: what, when, how it stands, and what was said about it."""
    return [_own_sentence(review, one) for one in own_incidents(review.decisions).values()]


def _own_sentence(review: Reviewed, decision: Decision) -> str:
    added = decision.added
    assert added is not None, "own_incidents gives nothing else"
    kind = ADDED_TITLES[added.kind]
    start, end = to_seconds(added.start), to_seconds(added.end)
    about = [one for one in review.decisions if one.incident_id == decision.incident_id]
    said = "; ".join(decision_sentences(review, decision.incident_id))
    return (
        f"{decision.incident_id}: {kind}, {clock_seconds(start)} to {clock_seconds(end)} "
        f"({lasting(end - start)}), {STATE_TITLES[incident_state(about)]}. {said}"
    )
