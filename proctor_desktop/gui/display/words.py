"""Names of kinds, directions, severities and states for people, in the window's language."""

from proctor_desktop.domain.calibration import FrameRejection
from proctor_desktop.domain.events import Axis, EventKind
from proctor_desktop.domain.review import (
    OTHER_KIND,
    Decision,
    IncidentState,
    RecordingVerdict,
    ReviewState,
    Verdict,
)
from proctor_desktop.domain.timeline import clock
from proctor_desktop.gui.language.translation import local_sign, translate
from proctor_desktop.report.newer import spelled

VERDICT_STATES = {
    Verdict.CONFIRM: IncidentState.CONFIRMED,
    Verdict.DISMISS: IncidentState.DISMISSED,
    Verdict.REOPEN: IncidentState.OPEN,
    Verdict.ADD: IncidentState.CONFIRMED,
}


def clock_words(time: int) -> str:
    """Microseconds of a recording as the language writes ``1:02:03.4``."""
    return local_sign(clock(time))


def kind_words(kind: str) -> str:
    """A kind of event."""
    return {
        EventKind.GAZE_DEVIATION.value: translate("Words", "Gaze aside"),
        EventKind.HEAD_MOVEMENT.value: translate("Words", "Head movement"),
        EventKind.FACE_ABSENCE.value: translate("Words", "Nobody there"),
        EventKind.MULTIPLE_FACES.value: translate("Words", "Several people"),
        EventKind.FEED_DARK.value: translate("Words", "Picture dark"),
        EventKind.FEED_FROZEN.value: translate("Words", "Picture frozen"),
        EventKind.FEED_LOST.value: translate("Words", "Picture lost"),
        EventKind.FEED_BLURRED.value: translate("Words", "Picture blurred"),
        OTHER_KIND: translate("Words", "Something else"),
    }.get(kind) or spelled(kind)


def movement_words(kind: str, direction: str | None, axis: str | None) -> str:
    """Kind and direction of what was measured; a roll of the head is a tilt."""
    is_tilt = axis == Axis.ROLL.value
    what = translate("Words", "Head tilt") if is_tilt else kind_words(kind)
    return f"{what}, {direction_words(direction)}" if direction else what


def direction_words(direction: str | None) -> str:
    """A direction in the picture; empty for none."""
    if direction is None:
        return ""
    return {
        "left": translate("Words", "left"),
        "right": translate("Words", "right"),
        "up": translate("Words", "up"),
        "down": translate("Words", "down"),
    }.get(direction) or spelled(direction).lower()


def severity_words(severity: str) -> str:
    """A severity."""
    return {
        "low": translate("Words", "low"),
        "medium": translate("Words", "medium"),
        "high": translate("Words", "high"),
    }.get(severity) or spelled(severity).lower()


def state_words(state: IncidentState) -> str:
    """How an incident stands."""
    return {
        IncidentState.OPEN: translate("Words", "to decide"),
        IncidentState.CONFIRMED: translate("Words", "confirmed"),
        IncidentState.DISMISSED: translate("Words", "dismissed"),
        IncidentState.DISPUTED: translate("Words", "disputed"),
    }[state]


def review_words(state: ReviewState) -> str:
    """How far the review of a report is."""
    return {
        ReviewState.NOTHING: translate("Words", "nothing to review"),
        ReviewState.OPEN: translate("Words", "to review"),
        ReviewState.DONE: translate("Words", "reviewed"),
        ReviewState.DISPUTED: translate("Words", "disputed"),
    }[state]


def verdict_words(verdict: RecordingVerdict | None) -> str:
    """What becomes of a recording, for a person; empty where nobody said."""
    if verdict is None:
        return ""
    return {
        RecordingVerdict.NOTHING: translate("Words", "nothing"),
        RecordingVerdict.TALK: translate("Words", "talk to the candidate"),
        RecordingVerdict.PASSED_ON: translate("Words", "passed on"),
    }[verdict]


def dismissal_reasons(kind: str) -> tuple[str, ...]:
    """Reasons that are often given for a kind of incident, to choose from."""
    return (
        *_reasons_by_kind().get(kind, ()),
        translate("Words", "Accommodation or disability"),
        translate("Words", "Measured wrongly"),
    )


def _reasons_by_kind() -> dict[str, tuple[str, ...]]:
    looking = (
        translate("Words", "Thinking, looks at nothing"),
        translate("Words", "Reading or writing what is permitted"),
        translate("Words", "Short glance, no pattern"),
        translate("Words", "Distracted by a noise or person"),
    )
    return {
        EventKind.GAZE_DEVIATION.value: looking,
        EventKind.HEAD_MOVEMENT.value: looking,
        EventKind.FACE_ABSENCE.value: (
            translate("Words", "Permitted break"),
            translate("Words", "Bent or turned, still there"),
            translate("Words", "Camera or chair was moved"),
        ),
        EventKind.MULTIPLE_FACES.value: (
            translate("Words", "Staff of the exam"),
            translate("Words", "Passes by in the background"),
            translate("Words", "A picture or screen, no person"),
        ),
    }


def decision_words(decision: Decision) -> str:
    """Who decided or noted what, and why."""
    if decision.is_about_recording:
        return _recording_words(decision)
    if decision.verdict is Verdict.NOTE:
        return translate("Words", "Note by {who}: {text}").format(
            who=decision.reviewer, text=decision.reason
        )
    if decision.verdict is Verdict.ADD:
        return translate("Words", "Added by {who}: {text}").format(
            who=decision.reviewer, text=decision.reason
        )
    said = state_words(VERDICT_STATES[decision.verdict])
    words = translate("Words", "{who}: {said}").format(who=decision.reviewer, said=said)
    return f"{words} ({decision.reason})" if decision.reason else words


def _recording_words(decision: Decision) -> str:
    said = verdict_words(decision.recording_verdict) or translate("Words", "taken back")
    words = translate("Words", "Verdict by {who}: {said}").format(who=decision.reviewer, said=said)
    return f"{words} ({decision.reason})" if decision.reason else words


def rejection_sentence(rejection: FrameRejection) -> str:
    """Why a frame is not used, for people."""
    return {
        FrameRejection.NO_FACE: translate("Calibration", "no face is seen"),
        FrameRejection.NOT_MEASURABLE: translate("Calibration", "the face cannot be measured"),
        FrameRejection.HEAD_MOVING: translate("Calibration", "the head is moving"),
        FrameRejection.FACE_SHIFTED: translate("Calibration", "the face moved in the picture"),
        FrameRejection.LOOKING_AWAY: translate("Calibration", "the eyes look aside"),
        FrameRejection.FACE_UNCERTAIN: translate("Calibration", "the face is hard to make out"),
        FrameRejection.WORST_SHARE: translate("Calibration", "among the least steady ones"),
    }[rejection]
