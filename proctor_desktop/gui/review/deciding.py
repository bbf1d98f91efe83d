"""Decisions: what may be decided about what is on the screen, written, and taken back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.domain.review import AddedIncident, Decision, RecordingVerdict, Verdict
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.judged import Step, Steps
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.review.stills import Key
from proctor_desktop.gui.services import Reviews

SETTLED_SEC = 1.0
"""Nothing is decided about what has been on the screen for less."""

Judgements = tuple[tuple[str, Verdict, str], ...]


class Refusal(Enum):
    """Why nothing was decided."""

    NOTHING_SHOWN = "nothing shown"
    OTHER_SHOWN = "other shown"
    TRIAL = "trial"
    BEING_WRITTEN = "being written"
    TOO_SOON = "too soon"
    NOBODY = "nobody"


def refusal_words(refusal: Refusal) -> str:
    """Why nothing was decided, and what to do."""
    return {
        Refusal.NOTHING_SHOWN: translate(
            "Deciding", "Nothing was decided: no incident is chosen. N goes to the next one."
        ),
        Refusal.OTHER_SHOWN: translate(
            "Deciding", "Nothing was decided: the page was changing. Look, then press again."
        ),
        Refusal.TRIAL: translate(
            "Deciding",
            "Nothing was decided: other settings are on trial. Go back to those of the report.",
        ),
        Refusal.BEING_WRITTEN: translate(
            "Deciding", "Nothing more was decided: the last decision is still being saved."
        ),
        Refusal.TOO_SOON: translate(
            "Deciding", "Nothing was decided: this has only just come up. Look, then press again."
        ),
        Refusal.NOBODY: translate("Deciding", "Nothing was decided: say first who reviews."),
    }[refusal]


def refusal(desk: Desk, shown: Key, now: float, reviewer: str) -> Refusal | None:
    """Why nothing can be decided about what widgets show; None where it can."""
    if desk.row is None:
        return Refusal.NOTHING_SHOWN
    if shown != desk.key:
        return Refusal.OTHER_SHOWN
    if desk.trial is not None:
        return Refusal.TRIAL
    if desk.chosen in desk.writing:
        return Refusal.BEING_WRITTEN
    if now - desk.since < SETTLED_SEC:
        return Refusal.TOO_SOON
    return None if reviewer else Refusal.NOBODY


class Deciding(QObject):
    """Writes decisions about the incident on the desk; each is in the database before it shows.

    Signals:
        decided: the `Step` that was written and can be taken back.
        refused: a `Refusal`; nothing was written.
        added: id of an incident that a person added.
        written: id of the report about which something was written.
        failed: the exception; nothing was changed.
    """

    decided = Signal(object)
    refused = Signal(object)
    added = Signal(str)
    written = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        reviewing: Reviewing,
        reviews: Reviews,
        preferences: Preferences,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._reviews = reviews
        self._preferences = preferences
        self._background = background

    @property
    def _desk(self) -> Desk:
        return self._reviewing.desk

    def refusal(self, shown: Key) -> Refusal | None:
        """Why nothing can be decided about what widgets show; None where it can."""
        return refusal(self._desk, shown, self._reviewing.clock(), self._preferences.reviewer)

    # judging

    def decide(
        self, shown: Key, verdict: Verdict, reason: str = "", also: Sequence[str] = ()
    ) -> bool:
        """Judge the incident on the screen, then look at the next one to decide.

        Args:
            shown: the incident that the widgets show; another one than the desk's is refused.
            verdict: what.
            reason: why.
            also: incidents that are judged alike, in the same breath.
        """
        judged, why_not = self._desk.judged, self.refusal(shown)
        if why_not is not None or judged is None:
            self.refused.emit(why_not or Refusal.NOTHING_SHOWN)
            return False
        incidents = list(dict.fromkeys((shown[1], *also)))
        before = tuple((each, *judged.standing(each)) for each in incidents)
        step = Step(before, tuple((each, verdict, reason) for each in incidents))
        self._write(step.after, lambda steps: steps.made(step), step)
        following = self._desk.listing.next_open(shown[1], without=incidents)
        if following is None:
            self._reviewing.look_at_none()
        else:
            self._reviewing.choose(following.incident.id)
        return True

    @Slot()
    def undo(self) -> None:
        """Look at what was judged last, and take it back."""
        if self._desk.steps.done:
            step = self._desk.steps.done[-1]
            self._reviewing.choose(step.before[0][0])
            self._write(step.before, Steps.taken_back, None)

    @Slot()
    def redo(self) -> None:
        """Look at what was taken back last, and judge it again."""
        if self._desk.steps.undone:
            step = self._desk.steps.undone[-1]
            self._reviewing.choose(step.after[0][0])
            self._write(step.after, Steps.made_again, step)

    def _write(
        self, judgements: Judgements, then: Callable[[Steps], Steps], step: Step | None
    ) -> None:
        report_id, incidents = self._desk.asked, frozenset(each for each, _, _ in judgements)
        if incidents & self._desk.writing:
            self.refused.emit(Refusal.BEING_WRITTEN)
            return
        self._reviewing.become(replace(self._desk, writing=self._desk.writing | incidents))
        self._background.run(
            partial(_decide_all, self._reviews, report_id, judgements, self._preferences.reviewer),
            partial(self._keep, report_id, incidents, then, step),
            partial(self._give_up, report_id, incidents),
        )

    def _keep(
        self,
        report_id: str,
        incidents: frozenset[str],
        then: Callable[[Steps], Steps],
        step: Step | None,
        decisions: Sequence[Decision],
    ) -> None:
        desk = self._desk
        if desk.asked == report_id and desk.judged is not None:
            judged = desk.judged.with_decisions(decisions)
            desk = desk.judging(judged, then(desk.steps))
            self._reviewing.become(replace(desk, writing=desk.writing - incidents))
        if step is not None:
            self.decided.emit(step)
        self.written.emit(report_id)

    def _give_up(self, report_id: str, incidents: frozenset[str], error: BaseException) -> None:
        if self._desk.asked == report_id:
            self._reviewing.become(replace(self._desk, writing=self._desk.writing - incidents))
        self.failed.emit(error)

    def give_verdict(self, report_id: str, verdict: RecordingVerdict) -> None:
        """Say what follows for the recording whose end is on the screen."""
        desk, reviewer = self._desk, self._preferences.reviewer
        if report_id != desk.asked or not desk.is_finished:
            self.refused.emit(Refusal.OTHER_SHOWN)
        elif self._reviewing.clock() - desk.since < SETTLED_SEC:
            self.refused.emit(Refusal.TOO_SOON)
        elif not reviewer:
            self.refused.emit(Refusal.NOBODY)
        else:
            work = partial(self._reviews.give_verdict, report_id, verdict, reviewer=reviewer)
            self._background.run(work, self._take_one, self.failed.emit)

    def _take_one(self, decision: Decision) -> None:
        self._noted(decision.report_id, [decision])

    # notes and incidents of one's own

    def note(self, about: Key, text: str) -> None:
        """Write a note about an incident, or with an empty second id about the recording."""
        if not self._may_write(about[0]):
            return
        judgement = (about[1], Verdict.NOTE, text)
        work = partial(
            _decide_all, self._reviews, about[0], (judgement,), self._preferences.reviewer
        )
        self._background.run(work, partial(self._noted, about[0]), self.failed.emit)

    def _may_write(self, report_id: str) -> bool:
        """Whether a report is the one on the desk, and somebody has said who writes."""
        if report_id != self._desk.asked:
            self.refused.emit(Refusal.OTHER_SHOWN)
        elif not self._preferences.reviewer:
            self.refused.emit(Refusal.NOBODY)
        else:
            return True
        return False

    def _noted(self, report_id: str, decisions: Sequence[Decision]) -> None:
        desk = self._desk
        if desk.asked == report_id and desk.judged is not None:
            judged = desk.judged.with_decisions(decisions)
            self._reviewing.become(desk.judging(judged, desk.steps))
        self.written.emit(report_id)

    def add(self, report_id: str, added: AddedIncident, reason: str) -> None:
        """Add an incident that the program did not report, and look at it."""
        if not self._may_write(report_id):
            return
        work = partial(
            self._reviews.add_incident, report_id, added, reason=reason,
            reviewer=self._preferences.reviewer,
        )  # fmt: skip
        self._background.run(work, self._added, self.failed.emit)

    def _added(self, decision: Decision) -> None:
        desk, incident = self._desk, decision.incident_id
        if desk.asked == decision.report_id and desk.judged is not None:
            taken_back = translate("ReviewLog", "taken back")
            step = Step(
                ((incident, Verdict.DISMISS, taken_back),),
                ((incident, Verdict.CONFIRM, decision.reason),),
            )
            judged = desk.judged.with_decisions([decision])
            self._reviewing.become(
                replace(desk.judging(judged, desk.steps.made(step)), span=(None, None))
            )
            self._reviewing.set_stops()
            self._reviewing.choose(incident)
            self.decided.emit(step)
        self.added.emit(incident)
        self.written.emit(decision.report_id)


def _decide_all(
    reviews: Reviews, report_id: str, judgements: Judgements, reviewer: str
) -> Sequence[Decision]:
    """Write judgements in one transaction where they are alike, else one by one."""
    kinds = {(verdict, reason) for _, verdict, reason in judgements}
    if len(kinds) == 1:
        ((verdict, reason),) = kinds
        incidents = [each for each, _, _ in judgements]
        return reviews.decide_all(report_id, incidents, verdict, reason=reason, reviewer=reviewer)
    return [
        reviews.decide(report_id, each, verdict, reason=reason, reviewer=reviewer)
        for each, verdict, reason in judgements
    ]
