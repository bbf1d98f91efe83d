"""From signals to the curves and spans that timelines show, always from the candidate's rest."""

import math
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection.gaze_deviation import unusual_gaze
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, Thresholds
from proctor_desktop.domain.events import BEHAVIOUR_KINDS, EventKind, Incident
from proctor_desktop.domain.report import Contribution, Report
from proctor_desktop.domain.review import IncidentState
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, to_seconds
from proctor_desktop.gui.display import looks
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.display.lane import LaneSpec
from proctor_desktop.gui.display.spans import Look, Span
from proctor_desktop.gui.language.translation import translate

NO_REST = AxisBaseline(0.0, 0.0)
CAMERA_AXIS = Baseline(NO_REST, NO_REST, NO_REST, NO_REST, NO_REST)
"""What curves are drawn from until calibration has found the candidate's own rest."""

LOOKS = {
    IncidentState.OPEN: Look.OPEN,
    IncidentState.CONFIRMED: Look.CONFIRMED,
    IncidentState.DISMISSED: Look.DISMISSED,
    IncidentState.DISPUTED: Look.OPEN,
}

Curve = tuple[NDArray[np.float64], NDArray[np.float32]]


def lane_specs() -> tuple[LaneSpec, ...]:
    """The lanes of every timeline."""
    return (
        LaneSpec("gaze", translate("Lanes", "Gaze aside"), "°", "gaze", 0, 70),
        LaneSpec("yaw", translate("Lanes", "Head turn"), "°", "yaw", -50, 50),
        LaneSpec("pitch", translate("Lanes", "Head up/down"), "°", "pitch", -40, 40),
        LaneSpec("roll", translate("Lanes", "Head tilt"), "°", "roll", -40, 40),
        LaneSpec("risk", translate("Lanes", "Risk"), "", "absence", 0, 1, 2),
    )


def kind_rows() -> tuple[tuple[str, str], ...]:
    """Rows of the incident lane: title and colour of each kind that counts."""
    titles = {
        EventKind.GAZE_DEVIATION: translate("Lanes", "Gaze"),
        EventKind.HEAD_MOVEMENT: translate("Lanes", "Head"),
        EventKind.FACE_ABSENCE: translate("Lanes", "Nobody there"),
        EventKind.MULTIPLE_FACES: translate("Lanes", "Several people"),
    }
    return tuple((titles[kind], looks.KIND_COLORS[kind]) for kind in BEHAVIOUR_KINDS)


def signal_curves(track: SignalTrack, baseline: Baseline) -> dict[str, Curve]:
    """Gaze and head in degrees from ``baseline`` by lane name; times in seconds."""
    seconds = track.times / MICROS_PER_SECOND
    curves = {"gaze": (seconds, np.degrees(unusual_gaze(track, baseline).size).astype(np.float32))}
    for channel, axis in (
        (Channel.YAW, baseline.yaw),
        (Channel.PITCH, baseline.pitch),
        (Channel.ROLL, baseline.roll),
    ):
        curves[channel.value] = (seconds, track.column(channel) - np.float32(axis.center))
    return curves


def threshold_degrees(thresholds: Thresholds) -> dict[str, float]:
    """Thresholds by lane name, all in degrees."""
    return {
        "gaze": float(np.degrees(thresholds.eye.value)),
        "yaw": thresholds.yaw.value,
        "pitch": thresholds.pitch.value,
        "roll": thresholds.roll.value,
    }


def limits_of(report: Report) -> dict[str, float]:
    """Thresholds of a report by lane name, all in degrees."""
    thresholds = report.adaptive_thresholds
    return {
        "gaze": math.degrees(thresholds.eye),
        "yaw": thresholds.yaw,
        "pitch": thresholds.pitch,
        "roll": thresholds.roll,
    }


def risk_curve(
    contributions: Iterable[Contribution], ends: Mapping[str, float], duration: float
) -> Curve:
    """Risk as it adds up: a step where each incident ends, in seconds by incident id."""
    steps = sorted((ends[each.incident_id], each.points) for each in contributions)
    times, values, total = [0.0], [0.0], 0.0
    for end, points in steps:
        times += [end, end]
        values += [total, total + points]
        total += points
    times.append(max(duration, times[-1]))
    values.append(total)
    return np.array(times), np.array(values, np.float32)


def own_row() -> tuple[str, str]:
    """Title and colour of the row of incidents that people added."""
    return translate("Lanes", "Added"), "accent"


OWN_ROW = len(BEHAVIOUR_KINDS)
ROWS = {kind.value: place for place, kind in enumerate(BEHAVIOUR_KINDS)}
"""Row of each kind; what a newer version found stands with what people added."""


def row_span(row: IncidentRow) -> Span:
    """An incident of the review as a span: of its kind's row, or of the row of added ones."""
    incident = row.incident
    place = OWN_ROW if row.is_own else ROWS.get(incident.kind, OWN_ROW)
    return Span(incident.start, incident.end, place, LOOKS[row.state])


def outside_of(report: Report) -> list[tuple[float, float]]:
    """Seconds before and after the exam of a report."""
    exam = report.analysis.exam
    if exam is None:
        return []
    return outside_parts(exam.begins, exam.ends, report.analysis.coverage.duration_sec)


def outside_parts(begins: float, ends: float, duration: float) -> list[tuple[float, float]]:
    """Seconds before and after an exam; what is shorter than a tenth of one is nothing."""
    parts = ((0.0, begins), (ends, duration))
    return [(start, end) for start, end in parts if end - start >= 0.1]


def open_spans(incidents: Iterable[Incident]) -> list[Span]:
    """Incidents that nobody has judged, each as a span in the row of its kind."""
    return [
        Span(
            to_seconds(each.interval.onset),
            to_seconds(each.interval.offset),
            BEHAVIOUR_KINDS.index(each.primary.kind),
            LOOKS[IncidentState.OPEN],
        )
        for each in incidents
    ]
