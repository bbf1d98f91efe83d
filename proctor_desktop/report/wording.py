"""Sentences about what was measured, in physical units.

They name what could be seen and how it compares with the threshold. They name no feeling, no
intention and no verdict.
"""

import math

from proctor_desktop.domain.calibration import CalibrationStatus, Threshold, Thresholds
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Unit
from proctor_desktop.domain.report import CalibrationRecord, RiskClass
from proctor_desktop.domain.signals import Channel
from proctor_desktop.report.newer import spelled
from proctor_desktop.scoring.extent import RiskRange

KIND_TITLES = {
    EventKind.GAZE_DEVIATION.value: "Gaze aside",
    EventKind.HEAD_MOVEMENT.value: "Head movement",
    EventKind.FACE_ABSENCE.value: "Nobody there",
    EventKind.MULTIPLE_FACES.value: "Several people",
    EventKind.FEED_DARK.value: "Picture dark",
    EventKind.FEED_FROZEN.value: "Picture frozen",
    EventKind.FEED_LOST.value: "Picture lost",
    EventKind.FEED_BLURRED.value: "Picture blurred",
}
"""Kinds of event by the name that the report stores, as headings."""

TILT_TITLE = "Head tilt"
"""Of a head movement towards a shoulder."""

_COUNTED = {
    EventKind.GAZE_DEVIATION.value: ("gaze deviation", "gaze deviations"),
    EventKind.HEAD_MOVEMENT.value: ("head movement", "head movements"),
    EventKind.FACE_ABSENCE.value: ("face absence", "face absences"),
    EventKind.MULTIPLE_FACES.value: ("sight of several faces", "sights of several faces"),
}

CLASS_TITLES = {
    RiskClass.CLEAN.value: "Clean",
    RiskClass.BORDERLINE.value: "Borderline",
    RiskClass.SUSPICIOUS.value: "Suspicious",
    RiskClass.HIGH_RISK.value: "High risk",
}

TOO_LITTLE_TITLE = "Too little to say"
"""What stands in place of the class where too little was measured to say one."""

MOSTLY_MISSING_MEANING = (
    "Less than half of the exam could be measured, so that no class can be said. Look at the "
    "recording itself, and at what hid the candidate from view."
)
TOO_SHORT_MEANING = (
    "Less than half a minute of the exam could be measured, so that no class can be said. Look at "
    "the recording itself, and whether it is all there is of the exam."
)

CLASS_MEANINGS = {
    RiskClass.CLEAN.value: "Little or nothing was flagged. Looking is optional; a random check of "
    "such recordings tells how much is missed.",
    RiskClass.BORDERLINE.value: "Something was flagged, but not much. Look at the incidents when "
    "time allows.",
    RiskClass.SUSPICIOUS.value: "So much was flagged that a person should look at the incidents.",
    RiskClass.HIGH_RISK.value: "So much was flagged that a person should look at the incidents "
    "first.",
}
"""What each class asks of a reader; none of them says what the candidate did."""

UNIT_TITLES = {
    Unit.DEGREES.value: "degrees",
    Unit.RADIANS.value: "rad",
    Unit.SECONDS.value: "s",
    Unit.PEOPLE.value: "people",
    Unit.GREY_LEVELS.value: "grey levels",
}

AXIS_TITLES = {
    Axis.EYE.value: "Gaze",
    Axis.YAW.value: "Head turned left or right (yaw)",
    Axis.PITCH.value: "Head raised or lowered (pitch)",
    Axis.ROLL.value: "Head tilted (roll)",
}

CHANNEL_TITLES = {
    Channel.PRESENCE.value: "Whether a face is there",
    Channel.YAW.value: "Head left or right (yaw)",
    Channel.PITCH.value: "Head up or down (pitch)",
    Channel.ROLL.value: "Head tilt (roll)",
    Channel.GAZE_HORIZONTAL.value: "Gaze left or right",
    Channel.GAZE_VERTICAL.value: "Gaze up or down",
    Channel.PEOPLE.value: "Number of people",
}

_SIDES = {
    Direction.LEFT: "to the picture's left (the candidate's right)",
    Direction.RIGHT: "to the picture's right (the candidate's left)",
    Direction.UP: "upwards",
    Direction.DOWN: "downwards",
}
_TILTS = {
    Direction.LEFT: "counter-clockwise in the picture (towards the candidate's right shoulder)",
    Direction.RIGHT: "clockwise in the picture (towards the candidate's left shoulder)",
}
_PITCHES = {Direction.UP: "raised", Direction.DOWN: "lowered"}

_FEED = {
    EventKind.FEED_DARK: "The picture was too dark to measure",
    EventKind.FEED_FROZEN: "The picture did not change at all",
    EventKind.FEED_LOST: "No picture arrived",
    EventKind.FEED_BLURRED: "The picture was too blurred to measure",
}


def class_title(name: str, *, is_little: bool) -> str:
    """The class for people; where too little was measured, that."""
    return TOO_LITTLE_TITLE if is_little else CLASS_TITLES[name]


def two_digits(points: float) -> str:
    """Risk or a part of it as people read it: ``0.37``; ``< 0.01`` where it would read as none."""
    return "< 0.01" if 0 < points < 0.005 else f"{points:.2f}"


def range_sentence(risks: RiskRange) -> str:
    """Between which risks the exam lies; empty where everything was measured."""
    if risks.is_point:
        return ""
    return (
        f"Between {risks.least:.2f} and {risks.most:.2f}, had everything been measured: with "
        "nothing more in the time that was not, or with as much as the measured time leaves open "
        "at 95 %."
    )


def alert_sentence(
    event: Event, calibration: CalibrationStatus, thresholds: Thresholds | None = None
) -> str:
    """One sentence about an event that counts: what was measured, for how long, against what.

    Args:
        event: of one of the four kinds that count.
        calibration: tells whether the threshold is the candidate's own or the default one.
        thresholds: tell whether it is only the common floor; None where that is not asked.
    """
    seconds = f"{event.interval.seconds:.1f} s"
    if event.kind is EventKind.FACE_ABSENCE:
        return (
            f"No face was in the picture for {seconds}; "
            f"absences shorter than {event.threshold:.1f} s are not counted."
        )
    if event.kind is EventKind.MULTIPLE_FACES:
        return (
            f"Up to {event.peak:.0f} faces were counted within {seconds}; one person is expected."
        )
    center = f"from {resting_place(calibration.value)}"
    is_floor = bool(thresholds and event.axis and thresholds.of(event.axis).is_floor)
    owner = _owner(calibration, is_floor=is_floor)
    return (
        f"{_movement(event, center)} for {seconds}; {owner} {angle(event.threshold, event.unit)}."
    )


def _owner(calibration: CalibrationStatus, *, is_floor: bool) -> str:
    if calibration is not CalibrationStatus.SUCCESS:
        return "the default threshold, used because calibration gave none, is"
    return "the threshold, the common floor, is" if is_floor else "this candidate's threshold is"


def technical_sentence(event: Event) -> str:
    """One sentence about a fault of the feed."""
    return (
        f"{_FEED[event.kind]} for {event.interval.seconds:.1f} s. "
        "This time is not measurable; it counts in the coverage and not in the risk."
    )


def derivation_sentence(threshold: Threshold, calibration: CalibrationStatus) -> str:
    """The sum behind a threshold, ready to be checked by hand; none without calibration."""
    unit = "rad" if threshold.axis is Axis.EYE else "degrees"
    if calibration is not CalibrationStatus.SUCCESS:
        return f"The default of all candidates, {threshold.value:g} {unit}: calibration gave none."
    linear = threshold.base + threshold.k * threshold.variance
    spread = f"{threshold.base:g} + {threshold.k:g} x {threshold.variance:.4g}"
    start = f"base + k x variance = {spread} = {linear:.4g} {unit}"
    if linear < threshold.floor:
        return f"{start}, raised to the common floor of {threshold.floor:g} {unit}."
    if linear > threshold.cap:
        return f"{start}, limited to the cap of {threshold.cap:g} {unit}."
    return f"{start}, between the floor of {threshold.floor:g} and the cap of {threshold.cap:g}."


def floor_sentence(calibration: CalibrationRecord) -> str:
    """How many thresholds are only the common floor; empty where none is, and uncalibrated."""
    whole = calibration.derivations
    count = sum(one.value <= round(one.floor, 4) for one in whole)
    if calibration.status != CalibrationStatus.SUCCESS.value or not count:
        return ""
    of = f"{count} of {len(whole)} thresholds"
    return f"{of} are only the common floor, the same for all candidates."


def calibration_sentence(calibration: CalibrationRecord) -> str:
    """How calibration ended, and what follows from it."""
    if calibration.status == CalibrationStatus.SUCCESS.value:
        return (
            f"Calibration succeeded: in the first {calibration.requested_seconds:g} s "
            f"{calibration.accepted} of {calibration.frames} pictures were steady enough. Angles "
            "count from this candidate's own resting posture."
        )
    what = (
        "Calibration was skipped."
        if calibration.status == CalibrationStatus.SKIPPED.value
        else f"Calibration failed in the first {calibration.requested_seconds:g} s."
    )
    return (
        f"{what} The default thresholds are in force, and angles count from the median posture of "
        "the recording, as far as a calibration would accept it."
    )


def angle(value: float, unit: Unit) -> str:
    """An angle for people, in degrees whatever it was measured in."""
    return f"{math.degrees(value) if unit is Unit.RADIANS else value:.1f} degrees"


def number(value: float, unit: str) -> str:
    """A stored peak or threshold with its unit, for tables; angles are in degrees."""
    if unit == Unit.RADIANS.value:
        value, unit = math.degrees(value), Unit.DEGREES.value
    digits = {Unit.DEGREES.value: 1, Unit.SECONDS.value: 1}.get(unit, 0)
    return f"{value:.{digits}f} {UNIT_TITLES.get(unit, unit)}"


def percent(share: float) -> str:
    """A share for people; only a whole is called 100 %, and only nothing 0 %."""
    if 0.995 <= share < 1:
        return f"{math.floor(share * 1000) / 10:.1f} %"
    if 0 < share < 0.005:
        return "under 1 %"
    return f"{share * 100:.0f} %"


def channel_title(channel: str) -> str:
    """What a channel measures."""
    return CHANNEL_TITLES.get(channel) or spelled(channel)


def axis_title(axis: str) -> str:
    """What a threshold is about."""
    return AXIS_TITLES.get(axis) or spelled(axis)


def kind_title(kind: str) -> str:
    """A kind of incident in a heading."""
    return KIND_TITLES.get(kind) or spelled(kind)


def counted(kind: str, number: int) -> str:
    """``1 head movement``, ``3 head movements``; for the kinds that count."""
    return f"{number} {_COUNTED[kind][number != 1]}"


def resting_place(calibration_status: str) -> str:
    """What angles are counted from."""
    if calibration_status == CalibrationStatus.SUCCESS.value:
        return "the resting posture"
    return "the median posture of the recording"


def kind_with_direction(kind: str, direction: str | None, axis: str | None = None) -> str:
    """``Head movement, right`` for headings and tables; a roll is called ``Head tilt``."""
    title = TILT_TITLE if axis == Axis.ROLL.value else kind_title(kind)
    return f"{title}, {direction}" if direction else title


def _movement(event: Event, center: str) -> str:
    amount = f"by up to {angle(event.peak, event.unit)} {center}"
    if event.kind is EventKind.GAZE_DEVIATION:
        side = f" {_SIDES[event.direction]}" if event.direction else ""
        return f"The gaze was turned {amount}{side}"
    if event.axis is Axis.ROLL:
        side = f" {_TILTS[event.direction]}" if event.direction in _TILTS else ""
        return f"The head was tilted {amount}{side}"
    if event.axis is Axis.PITCH:
        verb = _PITCHES.get(event.direction, "moved") if event.direction else "moved"
        return f"The head was {verb} {amount}"
    side = f" {_SIDES[event.direction]}" if event.direction else ""
    return f"The head was turned {amount}{side}"
