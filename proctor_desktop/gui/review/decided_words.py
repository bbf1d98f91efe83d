"""What was decided, about which incident of whom, in one sentence."""

from proctor_desktop.gui.display.words import VERDICT_STATES, state_words
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.judged import Step
from proctor_desktop.gui.review.judging import words_of


def decided_words(desk: Desk, step: Step) -> str:
    """A decision, the incident that it is about, and the candidate."""
    incident_id, verdict, _ = step.after[0]
    state = state_words(VERDICT_STATES[verdict])
    row = desk.judged.row(incident_id) if desk.judged is not None else None
    student = desk.judged.report.student_id if desk.judged is not None else ""
    if row is None:
        return ""
    if len(step.after) > 1:
        return translate(
            "Decided", "{student}: {count} incidents {state}, {what} among them"
        ).format(student=student, count=len(step.after), state=state, what=words_of(row))
    return translate("Decided", "{student}: {what} {state}").format(
        student=student, what=words_of(row), state=state
    )
