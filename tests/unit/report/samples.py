"""An exam of three minutes with known events, and the report of it, without any video."""

import math
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import numpy as np

from proctor_desktop.domain.calibration import (
    AxisBaseline,
    Baseline,
    Calibration,
    CalibrationStatus,
    FrameRejection,
    Threshold,
    Thresholds,
)
from proctor_desktop.domain.events import (
    Axis,
    Direction,
    Event,
    EventKind,
    Incident,
    Severity,
    Unit,
)
from proctor_desktop.domain.exam import ExamEdge, ExamTime
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.report import (
    ActivityPeriod,
    Contribution,
    Counterfactual,
    MinuteProfile,
    Report,
    RiskClass,
    Subject,
)
from proctor_desktop.domain.signals import Missing, SignalSample, SignalTrack
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.report import evidence
from proctor_desktop.report.builder import build_report
from proctor_desktop.scoring.assessment import Assessment
from proctor_desktop.scoring.risk import Risk

FPS = 12
REPORT_ID = "00000000-0000-4000-8000-000000000005"
CREATED = datetime(2026, 3, 4, 9, 30, tzinfo=timezone.utc)
FACTS = StreamFacts(
    "room_4_seat_12.mp4", "ab" * 32, "mp4", "h264", 1280, 720, 0, 29.97, 180.0, True, False
)
RECORD = DecodeRecord(180.0, 180.0, 5394, 2160, 0)
SETTINGS: dict[str, object] = {
    "sampling.target_fps": 12.0,
    "sampling.rotate": 0,
    "detection.up_scale": 1.0,
    "policy.version": "1",
}
BEGAN = datetime(2026, 3, 4, 9, 0, tzinfo=timezone.utc)
VERSIONS = {"proctor_desktop": "0.1.0", "mediapipe": "0.10.21"}


def span(start: float, end: float) -> Interval:
    return Interval(from_seconds(start), from_seconds(end))


def _threshold(axis: Axis, base: float, k: float, variance: float, floor: float, cap: float) -> Any:
    value = min(cap, max(floor, base + k * variance))
    return Threshold(axis, value, base, k, variance, floor, cap)


CALIBRATION = Calibration(
    status=CalibrationStatus.SUCCESS,
    baseline=Baseline(
        yaw=AxisBaseline(2.0, 8.5),
        pitch=AxisBaseline(-3.0, 0.6),
        roll=AxisBaseline(0.0, 25.0),
        eye_horizontal=AxisBaseline(0.02, 0.01),
        eye_vertical=AxisBaseline(-0.05, 0.02),
    ),
    thresholds=Thresholds(
        eye=_threshold(Axis.EYE, 0.30, 2.0, 0.03, 0.35, 1.4),
        yaw=_threshold(Axis.YAW, 8.0, 1.6, 8.5, 15.0, 35.0),
        pitch=_threshold(Axis.PITCH, 6.0, 1.4, 0.6, 11.0, 30.0),
        roll=_threshold(Axis.ROLL, 5.0, 1.2, 25.0, 9.0, 25.0),
    ),
    window=span(2, 5),
    frames=96,
    accepted=78,
    rejected={FrameRejection.HEAD_MOVING: 12, FrameRejection.WORST_SHARE: 6},
    findings=(),
    requested_seconds=8.0,
    is_short=False,
)

STILL = Thresholds(
    eye=_threshold(Axis.EYE, 0.30, 2.0, 0.0, 0.35, 1.4),
    yaw=_threshold(Axis.YAW, 8.0, 1.6, 0.5, 15.0, 35.0),
    pitch=_threshold(Axis.PITCH, 6.0, 1.4, 0.6, 11.0, 30.0),
    roll=_threshold(Axis.ROLL, 5.0, 1.2, 0.5, 9.0, 25.0),
)
"""Of a candidate who sat so still that each is the floor."""

TURN = Event(
    EventKind.HEAD_MOVEMENT,
    span(30, 34.2),
    31.234567,
    21.6,
    Unit.DEGREES,
    Severity.MEDIUM,
    0.97,
    Axis.YAW,
    Direction.RIGHT,
)
GLANCE = Event(
    EventKind.GAZE_DEVIATION,
    span(60, 62.5),
    0.6172,
    0.36,
    Unit.RADIANS,
    Severity.LOW,
    0.9,
    Axis.EYE,
    Direction.LEFT,
)
NOD = Event(
    EventKind.HEAD_MOVEMENT,
    span(62, 64),
    18.2,
    11.0,
    Unit.DEGREES,
    Severity.LOW,
    1.0,
    Axis.PITCH,
    Direction.UP,
)
ABSENCE = Event(EventKind.FACE_ABSENCE, span(90, 98), 8.0, 1.0, Unit.SECONDS, Severity.MEDIUM, 1.0)
VISITOR = Event(
    EventKind.MULTIPLE_FACES, span(120, 126), 2.0, 2.0, Unit.PEOPLE, Severity.HIGH, 0.92
)
DARKNESS = Event(
    EventKind.FEED_DARK, span(150, 156), 20.0, 40.0, Unit.GREY_LEVELS, Severity.MEDIUM, 1.0
)
POINTS = {"I001": 0.041, "I002": 0.012345, "I003": 0.11, "I004": 0.2345}


def assessment(**changes: Any) -> Assessment:
    """The rules' answer to the sample exam."""
    incidents = (
        Incident("I001", TURN.interval, TURN, (TURN,)),
        Incident("I002", span(60, 64), GLANCE, (GLANCE, NOD)),
        Incident("I003", ABSENCE.interval, ABSENCE, (ABSENCE,)),
        Incident("I004", VISITOR.interval, VISITOR, (VISITOR,)),
    )
    whole = Assessment(
        calibration=CALIBRATION,
        events=(TURN, GLANCE, NOD, ABSENCE, VISITOR, DARKNESS),
        incidents=incidents,
        risk=Risk(
            score=round(sum(POINTS.values()), 6),
            classification=RiskClass.BORDERLINE,
            contributions=tuple(
                Contribution(one.id, one.primary.kind.value, POINTS[one.id], 2 * POINTS[one.id])
                for one in incidents
            ),
        ),
        class_reason="A second person for 6.0 s accounts for 0.23 of the risk.",
        counterfactuals={
            one.id: Counterfactual(
                32.0, 4.2, "CLEAN", f"Without {one.id} the class would be CLEAN."
            )
            for one in incidents
        },
        periods=(ActivityPeriod(60.0, 98.0, 0.0789474),),
        minutes=tuple(MinuteProfile(60.0 * n, 60.0 * n + 60, 4.0, 60.0, 1) for n in range(3)),
        measurable_sec=174.0,
        policy="1",
        exam=ExamTime(span(0, 180)),
    )
    return replace(whole, **changes)


def tilted() -> Assessment:
    """The sample exam, whose first incident is a tilt of the head and not a turn."""
    whole, tilt = assessment(), replace(TURN, axis=Axis.ROLL)
    first = Incident("I001", tilt.interval, tilt, (tilt,))
    return replace(whole, incidents=(first, *whole.incidents[1:]))


def quiet() -> Assessment:
    """An assessment in which nothing was flagged."""
    return assessment(
        events=(),
        incidents=(),
        counterfactuals={},
        periods=(),
        risk=Risk(score=0.0, classification=RiskClass.CLEAN, contributions=()),
        class_reason="Nothing was flagged.",
    )


def track(seconds: float = 180.0) -> SignalTrack:
    """The signals of the sample exam; the curves reach what the events say."""
    return SignalTrack.from_samples(
        (_sample(index) for index in range(int(seconds * FPS))), from_seconds(1 / FPS)
    )


def _sample(index: int) -> SignalSample:
    time = index / FPS
    people = 2.0 if 120 <= time < 126 else 1.0
    seen: dict[str, Any] = {"people": people if index % 6 == 0 else Missing.NOT_LOOKED}
    angles = ("yaw", "pitch", "roll", "gaze_horizontal", "gaze_vertical")
    if 90 <= time < 98:
        seen |= {"presence": 0.0, **dict.fromkeys(angles, Missing.NO_FACE)}
    elif 150 <= time < 156:
        seen |= dict.fromkeys(("presence", *angles), Missing.TOO_DARK)
    else:
        seen |= {"presence": 1.0, "yaw": 2.0, "pitch": -3.0, "roll": 0.0}
        seen |= {"gaze_horizontal": 0.02, "gaze_vertical": -0.05}
        if 30 <= time < 34.2:
            seen["yaw"] = 2.0 + 31.2 * math.sin((time - 30) / 4.2 * math.pi)
        if 60 <= time < 62.5:
            seen["gaze_horizontal"] = -0.6
        if 62 <= time < 64:
            seen["pitch"] = 15.2
    return SignalSample(from_seconds(time), **seen)


def report(**changes: Any) -> Report:
    """The report of the sample exam."""
    arguments: dict[str, Any] = {
        "report_id": REPORT_ID,
        "created_at": CREATED,
        "subject": Subject("S-1042", "MATH-2 Prüfung"),
        "facts": FACTS,
        "record": RECORD,
        "track": track(),
        "assessment": assessment(),
        "settings": SETTINGS,
        "versions": VERSIONS,
    }
    return build_report(**(arguments | changes))


def frame(time: float, grey: int = 128) -> Frame:
    return Frame(from_seconds(time), np.full((72, 128, 3), grey, np.uint8))


def pictures() -> tuple[evidence.Picture, ...]:
    """A grey picture before each incident and one within."""
    options = evidence.EvidenceOptions()
    wanted = evidence.moments(
        assessment().incidents,
        assessment().risk.contributions,
        track(),
        CALIBRATION.baseline,
        options,
    )
    return tuple(_picture(one, options) for one in wanted)


def _picture(wanted: evidence.Moment, options: evidence.EvidenceOptions) -> evidence.Picture:
    shown = frame(wanted.time / 1_000_000, wanted.time // 1_000_000)
    return evidence.picture_of(wanted.incident_id, wanted.time, evidence.encode(shown, options))


def outside() -> Report:
    """The report of an exam from 0:20 to 2:40, before which somebody set the seat up."""
    helper = replace(VISITOR, interval=span(2, 8))
    return report(
        assessment=assessment(
            exam=ExamTime(span(20, 160), ExamEdge.STEADY, ExamEdge.GIVEN),
            outside=(Incident("I001", helper.interval, helper, (helper,)),),
        )
    )
