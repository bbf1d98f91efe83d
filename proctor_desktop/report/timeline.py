"""Geometry of the timelines in a report: lanes of gaze, head and people over the recording.

Everything is in units of a drawing `WIDTH` wide, y downwards, so that HTML (as SVG) and PDF draw
the same picture. A lane shows the deviation from the resting posture, the band within which
nothing is flagged, and the time that was not measurable.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection.gaze_deviation import unusual_gaze
from proctor_desktop.domain.calibration import AxisBaseline, Baseline
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import Report, TechnicalEvent
from proctor_desktop.domain.signals import MAX_HOLD, Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, clock, from_seconds, to_seconds
from proctor_desktop.signals.headcount import SEVERAL, looks_of
from proctor_desktop.signals.presence import absent, evidence

WIDTH = 1000.0
LEFT, RIGHT = 60.0, 12.0
TOP = 26.0
LANE_HEIGHT, STRIP_HEIGHT, LANE_GAP = 84.0, 22.0, 24.0
COLUMNS = 880
"""Columns into which samples are gathered: about one for each unit of the drawing."""

_ABSENT, _SEVERAL, _FROZEN = 100, 101, 102
_LABEL_WIDTH = 28.0
_REASONS = {reason.value: reason.sentence for reason in Missing} | {
    _FROZEN: "the picture stands still"
}
_TICK_STEPS = (5, 10, 15, 20, 30, 45, 60, 90)
_TIME_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a lane between two x positions; ``label`` says what it is."""

    left: float
    right: float
    label: str

    @property
    def width(self) -> float:
        """Width that can still be seen."""
        return max(self.right - self.left, 0.8)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its position in the drawing and its text."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One channel.

    Attributes:
        title: for people.
        top, height: place in the drawing.
        band: y of the upper and lower threshold.
        zero: y of the resting posture.
        ticks: marks on the y axis, degrees from the resting posture.
        curves: polylines of (x, y); a gap in the measurement parts them.
        missing: time that was not measurable.
    """

    title: str
    top: float
    height: float
    band: tuple[float, float]
    zero: float
    ticks: tuple[Tick, ...]
    curves: tuple[tuple[tuple[float, float], ...], ...]
    missing: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane of states without a scale: who is in the picture."""

    title: str
    top: float
    height: float
    absent: tuple[Span, ...]
    several: tuple[Span, ...]
    missing: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing.

    Attributes:
        height: of the drawing.
        lanes, strip: from top to bottom, the strip first.
        incidents: with their id as label.
        labels: incident ids that have room above the lanes.
        calibration: the calibrated window, None without one.
        outside: before and after the exam.
        times: marks on the time axis.
    """

    height: float
    lanes: tuple[Lane, ...]
    strip: Strip
    incidents: tuple[Span, ...]
    labels: tuple[Tick, ...]
    calibration: Span | None
    outside: tuple[Span, ...]
    times: tuple[Tick, ...]


def draw(report: Report, track: SignalTrack) -> Timeline:
    """The drawing of a recording; ``track`` must be the one the report was made of."""
    seconds = max(report.video_duration_sec, to_seconds(track.end), 0.1)
    columns = _Columns(track, seconds, report.analysis.coverage.technical_events)
    strip = _strip(columns, track)
    top = strip.top + strip.height + LANE_GAP
    lanes = []
    for curve in _curves_of(report, track):
        lanes.append(_lane(curve, columns, track, top))
        top += LANE_HEIGHT + LANE_GAP
    calibration = report.analysis.calibration
    window = None
    if calibration.window_start is not None and calibration.window_end is not None:
        window = Span(
            x_at(calibration.window_start, seconds),
            x_at(calibration.window_end, seconds),
            "steadiest part of calibration",
        )
    incidents = tuple(
        Span(x_at(one.start, seconds), x_at(one.end, seconds), one.id)
        for one in report.analysis.incidents
    )
    return Timeline(
        height=top + 16,
        lanes=tuple(lanes),
        strip=strip,
        incidents=incidents,
        labels=_labels(incidents),
        calibration=window,
        outside=_outside(report, seconds),
        times=_time_ticks(seconds),
    )


def _outside(report: Report, seconds: float) -> tuple[Span, ...]:
    """Before and after the exam; less than a tenth of a second is nothing."""
    exam = report.analysis.exam
    if exam is None:
        return ()
    parts = ((0.0, exam.begins, "before the exam"), (exam.ends, seconds, "after the exam"))
    return tuple(
        Span(x_at(start, seconds), x_at(end, seconds), label)
        for start, end, label in parts
        if end - start >= 0.1
    )


def x_at(time_sec: float, duration_sec: float) -> float:
    """Position of a time in a drawing of a recording of the given length."""
    share = min(1.0, max(0.0, time_sec / duration_sec))
    return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 2)


class _Columns:
    """Samples gathered into columns, each of which has one state: 0 measured, else a code."""

    def __init__(
        self, track: SignalTrack, seconds: float, technical: Sequence[TechnicalEvent] = ()
    ) -> None:
        self.seconds = seconds
        self._frozen = [
            slice(int(one.start / seconds * COLUMNS), math.ceil(one.end / seconds * COLUMNS))
            for one in technical
            if one.kind == EventKind.FEED_FROZEN.value
        ]
        share = track.times / (seconds * MICROS_PER_SECOND)
        self.of_sample = np.clip((share * COLUMNS).astype(np.int64), 0, COLUMNS - 1)
        self._hold = max(1, math.ceil(to_seconds(MAX_HOLD) / seconds * COLUMNS))

    def x(self, column: int) -> float:
        """Left edge of a column in the drawing."""
        return round(LEFT + (WIDTH - LEFT - RIGHT) * column / COLUMNS, 2)

    def states(self, codes: NDArray[np.int64]) -> NDArray[np.int64]:
        """The most frequent code of each column; between samples the one before, then lost.

        What a frozen picture shows was not measured, whatever was seen in it.
        """
        size = int(codes.max()) + 1 if len(codes) else 1
        votes = np.bincount(self.of_sample * size + codes, minlength=COLUMNS * size)
        table = votes.reshape(COLUMNS, size)
        filled = table.sum(axis=1) > 0
        latest = np.maximum.accumulate(np.where(filled, np.arange(COLUMNS), -1))
        held = (latest >= 0) & (np.arange(COLUMNS) - latest <= self._hold)
        found = table.argmax(axis=1)[np.maximum(latest, 0)]
        states = np.where(held, found, Missing.FRAME_LOST.value)
        for span in self._frozen:
            states[span] = _FROZEN
        return states

    def spans(self, states: NDArray[np.int64], codes: dict[int, str]) -> tuple[Span, ...]:
        """Runs of equal state, for the states named in ``codes`` with their labels."""
        edges = np.flatnonzero(np.diff(states)) + 1
        bounds = [0, *(int(edge) for edge in edges), COLUMNS]
        return tuple(
            Span(self.x(first), self.x(last), codes[int(states[first])])
            for first, last in pairwise(bounds)
            if int(states[first]) in codes
        )


@dataclass(frozen=True, slots=True)
class _Curve:
    """What a lane shows: deviation in degrees (n,), its channel, and the two thresholds."""

    title: str
    channel: Channel
    deviation: NDArray[np.float64]
    above: float
    below: float


def _curves_of(report: Report, track: SignalTrack) -> tuple[_Curve, ...]:
    """The five curves, each the very quantity that the detectors compare with the threshold."""
    baseline, limits = _baseline(report), report.adaptive_thresholds
    gaze, eye = unusual_gaze(track, baseline), math.degrees(limits.eye)
    sides = _scale(report, "right"), _scale(report, "left")
    heights = _scale(report, "up"), _scale(report, "down")

    def head(channel: Channel, center: float) -> NDArray[np.float64]:
        return track.column(channel).astype(np.float64) - center

    yaw, pitch = head(Channel.YAW, baseline.yaw.center), head(Channel.PITCH, baseline.pitch.center)
    roll = head(Channel.ROLL, baseline.roll.center)
    plan = (
        ("Gaze right (+) / left", Channel.GAZE_HORIZONTAL, np.degrees(gaze.horizontal), eye, sides),
        ("Gaze up (+) / down", Channel.GAZE_VERTICAL, np.degrees(gaze.vertical), eye, heights),
        ("Head right (+) / left", Channel.YAW, yaw, limits.yaw, sides),
        ("Head up (+) / down", Channel.PITCH, pitch, limits.pitch, heights),
        ("Head tilt, clockwise (+)", Channel.ROLL, roll, limits.roll, (1.0, 1.0)),
    )
    return tuple(
        _Curve(title, channel, deviation, limit * above, limit * below)
        for title, channel, deviation, limit, (above, below) in plan
    )


def _scale(report: Report, direction: str) -> float:
    """What an accommodation multiplies the threshold with in one direction."""
    value = report.analysis.provenance.settings.get(f"detection.{direction}_scale", 1.0)
    return float(value) if isinstance(value, int | float) else 1.0


def _baseline(report: Report) -> Baseline:
    metrics = report.baseline_metrics
    return Baseline(
        yaw=AxisBaseline(metrics.yaw_mean, metrics.yaw_variance),
        pitch=AxisBaseline(metrics.pitch_mean, metrics.pitch_variance),
        roll=AxisBaseline(metrics.roll_mean, metrics.roll_variance),
        eye_horizontal=AxisBaseline(metrics.eye_horizontal_mean, 0.0),
        eye_vertical=AxisBaseline(metrics.eye_vertical_mean, 0.0),
    )


def _lane(curve: _Curve, columns: _Columns, track: SignalTrack, top: float) -> Lane:
    reach = _reach(curve.deviation, max(curve.above, curve.below))
    middle, per_degree = top + LANE_HEIGHT / 2, LANE_HEIGHT / 2 / reach

    def y(degrees: float) -> float:
        return round(middle - per_degree * max(-reach, min(reach, degrees)), 2)

    step = next(size for size in _TICK_STEPS if reach / size < 3.2)
    marks = range(-int(reach // step) * step, int(reach // step) * step + 1, step)
    states = columns.states(track.reason(curve.channel).astype(np.int64))
    return Lane(
        title=curve.title,
        top=top,
        height=LANE_HEIGHT,
        band=(y(curve.above), y(-curve.below)),
        zero=middle,
        ticks=tuple(Tick(y(mark), f"{mark:+d}°" if mark else "0°") for mark in marks),
        curves=tuple(
            tuple((x, y(value)) for x, value in line)
            for line in _lines(curve.deviation, states, columns)
        ),
        missing=columns.spans(states, _REASONS),
    )


def _reach(deviation: NDArray[np.float64], threshold: float) -> float:
    """Degrees from the middle of a lane to its edge.

    The excursions set it, but a single wild sample must not flatten all the others.
    """
    finite = np.abs(deviation[np.isfinite(deviation)])
    widest = float(np.quantile(finite, 0.999)) * 1.05 if finite.size else 0.0
    return min(max(1.6 * threshold, widest), 90.0)


def _lines(
    deviation: NDArray[np.float64], states: NDArray[np.int64], columns: _Columns
) -> list[list[tuple[float, float]]]:
    """Curves through the lowest and highest value of each measured column."""
    finite = np.isfinite(deviation)
    lowest = np.full(COLUMNS, np.inf)
    highest = np.full(COLUMNS, -np.inf)
    np.minimum.at(lowest, columns.of_sample[finite], deviation[finite])
    np.maximum.at(highest, columns.of_sample[finite], deviation[finite])
    gaps = np.cumsum(states != 0)
    lines: list[list[tuple[float, float]]] = []
    latest_gap = -1
    for column in np.flatnonzero(np.isfinite(lowest) & (states == 0)):
        if int(gaps[column]) != latest_gap:
            lines.append([])
            latest_gap = int(gaps[column])
        x = columns.x(int(column))
        lines[-1].append((x, float(highest[column])))
        if lowest[column] < highest[column]:
            lines[-1].append((x, float(lowest[column])))
    return lines


def _strip(columns: _Columns, track: SignalTrack) -> Strip:
    """Who is in the picture; people are looked for only now and then, the answer holds between."""
    looked, people = looks_of(track)
    several = np.zeros(len(track), bool)
    if len(looked):
        latest = np.searchsorted(looked, np.arange(len(track)), side="right") - 1
        several = (latest >= 0) & (people[np.maximum(latest, 0)] >= SEVERAL)
    codes = track.reason(Channel.PRESENCE).astype(np.int64)
    codes[absent(evidence(track)) > 0] = _ABSENT
    codes[several] = _SEVERAL
    states = columns.states(codes)
    return Strip(
        title="People",
        top=TOP,
        height=STRIP_HEIGHT,
        absent=columns.spans(states, {_ABSENT: "no face in the picture"}),
        several=columns.spans(states, {_SEVERAL: "two or more people"}),
        missing=columns.spans(states, _REASONS),
    )


def _labels(incidents: tuple[Span, ...]) -> tuple[Tick, ...]:
    """Ids in the middle of their incident, left out where they would run into the one before."""
    labels: list[Tick] = []
    for span in incidents:
        middle = round((span.left + span.right) / 2, 2)
        if not labels or middle - labels[-1].at >= _LABEL_WIDTH:
            labels.append(Tick(middle, span.label))
    return tuple(labels)


def _time_ticks(seconds: float) -> tuple[Tick, ...]:
    step = next((size for size in _TIME_STEPS if seconds / size <= 10), _TIME_STEPS[-1])
    return tuple(
        Tick(x_at(mark, seconds), clock(from_seconds(mark))[:-2])
        for mark in range(0, math.floor(seconds) + 1, step)
    )
