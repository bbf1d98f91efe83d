"""From stored signals to everything that the report says: a pure function."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.anti_cheat import after_exam
from proctor_desktop.calibration.collector import CalibrationOptions, calibrate
from proctor_desktop.calibration.dots import DotsOptions, dots_of
from proctor_desktop.calibration.exam import ExamOptions, exam_of
from proctor_desktop.calibration.placement import placement
from proctor_desktop.calibration.renewal import noted, renewals, rested
from proctor_desktop.calibration.resting import resting_baseline
from proctor_desktop.calibration.screen import centred_on_work
from proctor_desktop.detection.detector import DetectionOptions, detect
from proctor_desktop.detection.incidents import group, numbered
from proctor_desktop.domain.calibration import Calibration, CalibrationStatus
from proctor_desktop.domain.events import Event, EventKind, Incident
from proctor_desktop.domain.exam import ExamTime
from proctor_desktop.domain.recording import COMPLETE_SHARE, DecodeRecord
from proctor_desktop.domain.report import (
    ActivityPeriod,
    Counterfactual,
    MinuteProfile,
    RiskClass,
)
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import (
    MICROS_PER_SECOND,
    Interval,
    Micros,
    clock,
    from_seconds,
    merged,
    to_seconds,
)
from proctor_desktop.scoring.counterfactual import classes_without, explain
from proctor_desktop.scoring.extent import Extent
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.risk import Risk, counted_seconds, event_load, score
from proctor_desktop.scoring.temporal import minutes, periods
from proctor_desktop.signals.presence import absent, evidence

SHORTEST_OUTSIDE = from_seconds(1.0)
"""Less than this before or after the exam is nothing."""


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """Everything that the way from signals to risk depends on."""

    calibration: CalibrationOptions = field(default_factory=CalibrationOptions)
    detection: DetectionOptions = field(default_factory=DetectionOptions)
    policy: Policy = field(default_factory=Policy)
    exam: ExamOptions = field(default_factory=ExamOptions)
    dots: DotsOptions = field(default_factory=DotsOptions)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the signals of a recording amount to.

    Attributes:
        calibration: with what the rest of the exam says about it.
        events: of all kinds, in time order.
        incidents: of the kinds that count, in time order.
        risk: score, contributions, and the class, which is raised where video is missing.
        class_reason: why this class.
        counterfactuals: by the id of the incident.
        periods: in which alerts stand close.
        minutes: profile by the minute.
        measurable_sec: time for which something could be measured.
        policy: version of the policy.
        exam: what of the recording is charged.
        outside: what would be incidents, had they not happened before or after the exam; numbered
            in one row with the incidents.
    """

    calibration: Calibration
    events: tuple[Event, ...]
    incidents: tuple[Incident, ...]
    risk: Risk
    class_reason: str
    counterfactuals: dict[str, Counterfactual]
    periods: tuple[ActivityPeriod, ...]
    minutes: tuple[MinuteProfile, ...]
    measurable_sec: float
    policy: str
    exam: ExamTime
    outside: tuple[Incident, ...] = ()


def assess(track: SignalTrack, record: DecodeRecord, rules: RuleOptions) -> Assessment:
    """Calibrate, detect, group, score and explain what happened between beginning and end."""
    options, policy = rules.detection, rules.policy
    dots = dots_of(track, rules.dots)
    track = whole = dots.corrected(track) if dots is not None else track
    time = exam_of(track, from_seconds(record.duration_sec), rules.exam, rules.calibration)
    exam = time.interval
    track = track.between(exam)
    calibration = _calibration(track, rules.calibration)
    if dots is not None:
        baseline = dots.centred(calibration.baseline, rules.dots)
        findings = (*calibration.findings, dots.finding())
        calibration = replace(calibration, baseline=baseline, findings=findings)
    changes = renewals(track, calibration.baseline)
    notes = *calibration.findings, *placement(track), *noted(changes)
    calibration = replace(calibration, findings=notes)
    track = rested(track, changes)
    end = max(Micros(exam.onset + 1), min(exam.offset, from_seconds(record.duration_sec)))
    events = tuple(_until(end, event) for event in detect(track, calibration, options, end))
    before, after = _outside(whole, exam, calibration, options)
    measurable = measurable_samples(track, events)
    seconds = to_seconds(Micros(min(int(track.durations()[measurable].sum()), end)))
    counted = counted_seconds(seconds, policy)
    incidents = group(events, options, lambda event: _weight(event, counted, policy))
    incidents = numbered(incidents, len(before))
    scored = score(incidents, seconds, policy)
    is_part = exam.onset > 0 or exam.offset < whole.end
    extent = Extent(to_seconds(Micros(end - exam.onset)), seconds)
    risk, reason = _final_class(scored, record, extent, of="exam" if is_part else "recording")
    if is_part:
        reason += (
            f" Only the exam counts, from {clock(exam.onset)} to {clock(end)} of the recording."
        )
    without = classes_without(incidents, seconds, policy)
    if not record.is_complete or extent.is_mostly_missing:
        without = {id_: _not_clean(each) for id_, each in without.items()}
    return Assessment(
        calibration=calibration,
        events=events,
        incidents=incidents,
        risk=risk,
        class_reason=reason,
        counterfactuals=explain(
            incidents, track, calibration, options, without, risk.classification
        ),
        periods=periods(events, track.end / MICROS_PER_SECOND),
        minutes=minutes(events, incidents, track, measurable),
        measurable_sec=seconds,
        policy=policy.name,
        exam=replace(time, interval=Interval(exam.onset, end)),
        outside=(*before, *numbered(after, len(before) + len(incidents))),
    )


def _outside(
    whole: SignalTrack, exam: Interval, calibration: Calibration, options: DetectionOptions
) -> tuple[tuple[Incident, ...], tuple[Incident, ...]]:
    """What happened before and after the exam, as the exam's own thresholds see it."""

    def happened(onset: Micros, offset: Micros) -> tuple[Incident, ...]:
        if offset - onset < SHORTEST_OUTSIDE:
            return ()
        part = whole.between(Interval(onset, offset))
        found = detect(part, calibration, options)
        return group([_until(offset, event) for event in found], options)

    return happened(Micros(0), exam.onset), happened(exam.offset, whole.end)


def _until(end: Micros, event: Event) -> Event:
    """The event as far as the recording goes: the last sample speaks for a little more."""
    interval = event.interval
    if end <= interval.onset or interval.offset <= end:
        return event
    return replace(event, interval=Interval(interval.onset, end))


def _calibration(track: SignalTrack, options: CalibrationOptions) -> Calibration:
    """Calibration as the exam confirms it; without success the recording's own resting posture."""
    calibration = after_exam(calibrate(track, options), track, options)
    if calibration.status is CalibrationStatus.SUCCESS:
        until = Micros(int(track.times[0]) + from_seconds(options.duration_sec))
        centred = centred_on_work(calibration.baseline, track, until)
        return replace(calibration, baseline=centred)
    resting = resting_baseline(track, options)
    return replace(calibration, baseline=centred_on_work(resting, track, Micros(0)))


def _weight(event: Event, counted_sec: float, policy: Policy) -> float:
    """Weight of an event within its incident: its load times what its kind can reach."""
    return event_load(event, counted_sec, policy) * policy.of(event.kind).ceiling


def measurable_samples(track: SignalTrack, events: Sequence[Event]) -> NDArray[np.bool_]:
    """(n,) whether a sample says anything about behaviour.

    Either nobody is there, or the head could be measured; and the picture is not frozen.
    """
    nobody = absent(evidence(track)) > 0
    usable = nobody | np.isfinite(track.column(Channel.YAW))
    frozen = merged(e.interval for e in events if e.kind is EventKind.FEED_FROZEN)
    for interval in frozen:
        first, last = np.searchsorted(track.times, [interval.onset, interval.offset])
        usable[first:last] = False
    return np.asarray(usable, np.bool_)


def _final_class(
    scored: Risk, record: DecodeRecord, extent: Extent, *, of: str
) -> tuple[Risk, str]:
    """The risk with the class in force, and the reason for that class; ``of`` names the whole."""
    number = len(scored.contributions)
    incidents = "1 incident" if number == 1 else f"{number} incidents"
    reason = (
        f"Risk {scored.score:.2f} from {incidents} in {_length(extent.measured_sec)} measurable."
    )
    if number:
        top = max(scored.contributions, key=lambda each: each.points)
        reason += (
            f" The largest part, {top.points:.2f}, is incident {top.incident_id} "
            f"({top.kind.replace('_', ' ')})."
        )
    if extent.is_mostly_missing:
        reason += (
            f" Too little to say: only {extent.share:.0%} of the {of} could be measured, so it is "
            "not called CLEAN."
        )
    is_whole = record.is_complete and not extent.is_mostly_missing
    if scored.classification is not RiskClass.CLEAN or is_whole:
        return scored, reason
    scored = Risk(scored.score, RiskClass.BORDERLINE, scored.contributions)
    if record.is_complete:
        return scored, reason
    if record.share >= COMPLETE_SHARE:
        reason += (
            " The file lacks, hides or damages some of the video, so the class is BORDERLINE and "
            "not CLEAN: because of missing video, not because of behaviour."
        )
        return scored, reason
    missing = max(0.0, record.duration_sec - record.analysed_sec)
    reason += (
        f" Only {record.share:.1%} of the video could be analysed ({_length(missing)} missing; "
        f"{COMPLETE_SHARE:.0%} are needed), so the class is BORDERLINE and not CLEAN: because of "
        "missing video, not because of behaviour."
    )
    return scored, reason


def _not_clean(classification: RiskClass) -> RiskClass:
    return RiskClass.BORDERLINE if classification is RiskClass.CLEAN else classification


def _length(seconds: float) -> str:
    return f"{seconds / 60:.1f} minutes" if seconds >= 120 else f"{seconds:.1f} s"
