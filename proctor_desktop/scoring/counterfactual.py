"""What would not have been flagged: the limits at which an incident would not have arisen."""

import math
from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import gaze_deviation, head_movement
from proctor_desktop.detection.detector import DetectionOptions
from proctor_desktop.detection.gaze_deviation import unusual_gaze
from proctor_desktop.detection.head_movement import lanes
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Incident, Unit
from proctor_desktop.domain.report import Counterfactual, RiskClass
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.risk import charges, classify, kind_loads, kind_logs, risk_of

PLURALS = {
    EventKind.GAZE_DEVIATION: "gaze deviations",
    EventKind.HEAD_MOVEMENT: "head movements",
    EventKind.FACE_ABSENCE: "absences",
    EventKind.MULTIPLE_FACES: "sights of several people",
}


def explain(
    incidents: Sequence[Incident],
    track: SignalTrack,
    calibration: Calibration,
    options: DetectionOptions,
    without: Mapping[str, RiskClass],
    whole: RiskClass,
) -> dict[str, Counterfactual]:
    """A counterfactual for each incident, by its id.

    Incidents whose primary event has no angle have no threshold, only a duration.

    Args:
        incidents: of the recording.
        track, calibration, options: what they were found with.
        without: class of the recording without each incident (`classes_without`).
        whole: class of the recording as it is.
    """
    angles = _Angles(track, calibration, options)
    return {
        incident.id: _counterfactual(incident, angles, options, without[incident.id], whole)
        for incident in incidents
    }


def classes_without(
    incidents: Sequence[Incident], measurable_sec: float, policy: Policy
) -> dict[str, RiskClass]:
    """Class of the recording without each incident, by its id."""
    charged = charges(incidents, measurable_sec, policy)
    loads = kind_loads(charged)
    logs = kind_logs(loads, policy)
    classes: dict[str, RiskClass] = {}
    for charge in charged:
        left = max(0.0, loads[charge.kind] - charge.load)
        changed = {**logs, **kind_logs({charge.kind: left}, policy)}
        classes[charge.incident_id] = classify(risk_of(changed), policy)
    return classes


class _Angles:
    """Deviations of a whole recording, each measure computed once and only where it is needed."""

    def __init__(
        self, track: SignalTrack, calibration: Calibration, options: DetectionOptions
    ) -> None:
        self._track = track
        self._calibration = calibration
        self._lanes = lanes(calibration, options)
        self._known: dict[tuple[Axis | None, Direction | None], NDArray[np.float64]] = {}
        self._lasts = track.durations()

    def during(self, event: Event) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Durations in microseconds and deviations in the unit of the event, measured ones only."""
        onset, offset = event.interval.onset, event.interval.offset
        first, last = self._track.times.searchsorted([onset, offset])
        deviation = self._deviation(event)[first:last]
        lengths = self._lasts[first:last]
        measured = np.isfinite(deviation)
        return lengths[measured], deviation[measured]

    def _deviation(self, event: Event) -> NDArray[np.float64]:
        gaze = event.kind is EventKind.GAZE_DEVIATION
        key = event.axis, None if gaze else event.direction
        if key not in self._known:
            measure = self._gaze if gaze else partial(self._head, event)
            self._known[key] = np.concatenate([measure(each) for each in self._track.chunks()])
        return self._known[key]

    def _gaze(self, chunk: SignalTrack) -> NDArray[np.float64]:
        return unusual_gaze(chunk, self._calibration.baseline).size

    def _head(self, event: Event, chunk: SignalTrack) -> NDArray[np.float64]:
        key = event.axis, event.direction
        lane = next(each for each in self._lanes if (each.axis, each.direction) == key)
        return lane.exceedance(chunk) * lane.threshold


def _counterfactual(
    incident: Incident,
    angles: _Angles,
    options: DetectionOptions,
    without: RiskClass,
    whole: RiskClass,
) -> Counterfactual:
    event = incident.primary
    threshold = None
    if event.unit in (Unit.DEGREES, Unit.RADIANS):
        threshold = _smallest_threshold(event, *angles.during(event), options)
    duration = event.interval.seconds
    if event.kind is EventKind.GAZE_DEVIATION:
        duration *= event.confidence  # only what was measured counts
    return Counterfactual(
        threshold=threshold,
        min_duration=duration,
        class_without=without.value,
        sentence=sentence(event, threshold, duration, without, whole),
    )


def _smallest_threshold(
    event: Event,
    lengths: NDArray[np.int64],
    deviations: NDArray[np.float64],
    options: DetectionOptions,
) -> float:
    """The threshold above which no span of the event is long enough to be one.

    What is high at a threshold changes only where a sample lies at it or at the leaving level, so
    these are the candidates. A higher threshold makes every span shorter, so they can be bisected.
    """
    candidates = np.unique(np.concatenate([deviations, deviations / options.leave_share]))
    candidates = candidates[(candidates >= event.threshold) & (candidates <= event.peak)]
    spans = _Spans(lengths, deviations, event.kind, options)
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if spans.any_is_long_enough(float(candidates[middle])):
            low = middle + 1
        else:
            high = middle
    return float(candidates[low - 1]) if low else float(event.threshold)


class _Spans:
    """How long the deviations of one event stay high at any threshold."""

    def __init__(
        self,
        lengths: NDArray[np.int64],
        deviations: NDArray[np.float64],
        kind: EventKind,
        options: DetectionOptions,
    ) -> None:
        self._deviations = deviations
        module = gaze_deviation if kind is EventKind.GAZE_DEVIATION else head_movement
        self._rule = module.rule(options)
        self._columns = np.arange(len(deviations))
        self._lengths = lengths
        self._ends = lengths.cumsum()
        self._starts = self._ends - lengths

    def any_is_long_enough(self, threshold: float) -> bool:
        """Whether a high span would be an event, short gaps closed."""
        rule = self._rule
        enters = self._deviations >= threshold
        decides = enters | (self._deviations < rule.leave * threshold)
        latest = np.maximum.accumulate(np.where(decides, self._columns, -1))
        on = (enters[latest] & (latest >= 0)).nonzero()[0]
        if not len(on):
            return False
        breaks = (self._starts[on[1:]] - self._ends[on[:-1]] > rule.max_gap).nonzero()[0] + 1
        spans = np.split(on, breaks) if len(breaks) else [on]
        return any(self._is_long_enough(span, enters) for span in spans)

    def _is_long_enough(self, span: NDArray[np.int64], enters: NDArray[np.bool_]) -> bool:
        rule, lengths = self._rule, self._lengths
        return bool(
            self._ends[span[-1]] - self._starts[span[0]] >= rule.min_duration
            and (not rule.min_active or lengths[span].sum() >= rule.min_active)
            and (not rule.min_beyond or lengths[span][enters[span]].sum() >= rule.min_beyond)
        )


def _degrees(angle: float, unit: Unit) -> float:
    return math.degrees(angle) if unit is Unit.RADIANS else angle


def sentence(
    event: Event, threshold: float | None, duration: float, without: RiskClass, whole: RiskClass
) -> str:
    """What would not have been flagged, in words: at which threshold, from which duration.

    ``without`` and ``whole`` are the class of the recording without the incident and as it is.
    """
    limits, why = [], ""
    if threshold is not None:
        in_force = _degrees(event.threshold, event.unit)
        limit = _degrees(threshold, event.unit)
        limits.append(f"with a threshold above {limit:.1f} degrees (in force: {in_force:.1f})")
        if f"{limit:.1f}" != f"{_degrees(event.peak, event.unit):.1f}":
            why = f"Above {limit:.1f} degrees it did not stay long enough to count. "
    if f"{duration:.1f}" != f"{event.interval.seconds:.1f}":
        why += f"Of its {event.interval.seconds:.1f} s, {duration:.1f} s could be measured. "
    limits.append(f"if {PLURALS[event.kind]} had to last longer than {duration:.1f} s")
    would = "would still be" if without is whole else "would be"
    return (
        f"It would not have been flagged {' or '.join(limits)}. {why}"
        f"Without it the class {would} {without.value.replace('_', ' ').lower()}."
    )
