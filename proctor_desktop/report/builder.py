"""The report as a pure function of signals, assessment and settings.

Dicts are in the order of their keys, which is how they come back from a database. Numbers are
rounded here, once, so that they survive a database that keeps floats in single
precision, and so that two computers that differ in the last bit write the same report.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone

from proctor_desktop.domain.calibration import Baseline, Calibration, Thresholds
from proctor_desktop.domain.events import BEHAVIOUR_KINDS, Event, Incident, Unit
from proctor_desktop.domain.exam import ExamTime
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.report import (
    ActivityPeriod,
    AdaptiveThresholds,
    Alert,
    AlertCounts,
    Analysis,
    BaselineMetrics,
    CalibrationRecord,
    Contribution,
    Counterfactual,
    Coverage,
    Evidence,
    ExamRecord,
    Finding,
    IncidentRecord,
    MinuteProfile,
    OutsideRecord,
    ProfileRecord,
    Provenance,
    RecordingRecord,
    Report,
    RiskClass,
    Subject,
    TemporalAnalysis,
    ThresholdDerivation,
)
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.report.changed_settings import changed_settings
from proctor_desktop.report.coverage import cover, signals_sha256
from proctor_desktop.report.document import canonical
from proctor_desktop.report.notices import reader_warnings
from proctor_desktop.report.wording import (
    alert_sentence,
    counted,
    derivation_sentence,
)
from proctor_desktop.scoring.assessment import Assessment
from proctor_desktop.scoring.extent import Extent
from proctor_desktop.scoring.policy import class_limits
from proctor_desktop.signals.headcount import pictured_seconds

_PEAK_DIGITS = {Unit.DEGREES: 2, Unit.RADIANS: 4, Unit.SECONDS: 2, Unit.PEOPLE: 0}


def build_report(
    *,
    report_id: str,
    created_at: datetime,
    subject: Subject,
    facts: StreamFacts,
    record: DecodeRecord,
    track: SignalTrack,
    assessment: Assessment,
    settings: Mapping[str, object],
    versions: Mapping[str, str],
    profile: Profile | None = None,
    assessment_without_profile: Assessment | None = None,
    evidence: Mapping[str, Sequence[Evidence]] | None = None,
    delivered: Mapping[str, object] | None = None,
) -> Report:
    """The report of one recording.

    Args:
        report_id, created_at: lower-case UUID; with time zone.
        subject, facts, record: whom the recording shows, what it says of itself, what was decoded.
        track, assessment: the signals, and everything the rules made of them.
        settings: every option in force, as plain JSON values by dotted name.
        versions: of everything that can change a number, by name.
        profile, assessment_without_profile: the accommodation in force, and the same without it.
        evidence: pictures by incident id.
        delivered: the settings as this version was delivered, None where nobody compares.
    """
    pictures = evidence or {}
    alerts = _alerts(assessment, pictures)
    changed = _profile(profile, assessment, assessment_without_profile)
    technical = [event for event in assessment.events if event.kind.is_technical]
    exam = assessment.exam
    coverage = cover(track, record, assessment.measurable_sec, technical, exam)
    contributions = _contributions(assessment.risk.contributions)
    known = assessment.calibration, coverage, record, changed
    differing = changed_settings(settings, delivered or {}, profile.changes if profile else ())
    seen = pictured_seconds(track), exam, assessment.incidents
    near = _near(assessment, coverage, settings)
    warnings = reader_warnings(
        *known, _rotate(settings), (facts.track, facts.tracks), *seen, differing, near
    )
    analysis = Analysis(
        risk_score=assessment.risk.score,
        class_reason=assessment.class_reason,
        contributions=contributions,
        coverage=coverage,
        incidents=_incidents(assessment, alerts, contributions, pictures),
        minutes=_minutes(assessment.minutes),
        calibration=_calibration(assessment.calibration),
        profile=changed,
        recording=_recording(facts, record),
        provenance=_provenance(track, assessment.policy, settings, versions),
        warnings=warnings,
        axes=_axes(assessment),
        exam=_exam(exam),
        outside=_outside(assessment, pictures),
    )
    return _report(report_id, created_at, subject, record, assessment, alerts, analysis)


def _near(
    assessment: Assessment, coverage: Coverage, settings: Mapping[str, object]
) -> tuple[RiskClass, RiskClass, float] | None:
    """The limit of a class that the risk is near to, where enough was measured to say a class."""
    extent = Extent(assessment.exam.interval.seconds, coverage.measurable_sec)
    return None if extent.is_little else class_limits(settings).near(assessment.risk.score)


def _rotate(settings: Mapping[str, object]) -> int:
    rotate = settings.get("sampling.rotate", 0)
    return rotate if isinstance(rotate, int) else 0


def _report(
    report_id: str,
    created_at: datetime,
    subject: Subject,
    record: DecodeRecord,
    assessment: Assessment,
    alerts: Sequence[Alert],
    analysis: Analysis,
) -> Report:
    """The summary above the analysis."""
    return Report(
        report_id=report_id,
        student_id=subject.student_id,
        exam_id=subject.exam_id,
        video_duration_sec=round(record.duration_sec, 1),
        calibration_status=assessment.calibration.status.value,
        risk_classification=assessment.risk.classification.value,
        confidence_score=round(1 - assessment.risk.score, 4),
        alerts=_counts(alerts),
        temporal_analysis=TemporalAnalysis(_periods(assessment.periods)),
        created_at=created_at,
        baseline_metrics=_baseline(assessment.calibration.baseline),
        adaptive_thresholds=_thresholds(assessment.calibration.thresholds),
        alert_details=tuple(alerts),
        analysis=analysis,
    )


def settings_sha256(settings: Mapping[str, object]) -> str:
    """Hex digest of settings as a report carries them."""
    return hashlib.sha256(canonical(dict(settings)).encode()).hexdigest()


def _seconds(time: int) -> float:
    return round(to_seconds(time), 3)


def _length(event: Event | Incident) -> float:
    """Duration that agrees with the rounded start and end."""
    return round(_seconds(event.interval.offset) - _seconds(event.interval.onset), 3)


def _owners(assessment: Assessment) -> list[tuple[str, Event, Incident]]:
    """Ids of the alerts, in time order, with event and incident."""
    owners = [(event, incident) for incident in assessment.incidents for event in incident.events]
    owners.sort(key=lambda pair: (pair[0].interval, pair[0].kind.value, str(pair[0].direction)))
    return [(f"A{number:03d}", *pair) for number, pair in enumerate(owners, start=1)]


def _axes(assessment: Assessment) -> dict[str, str]:
    """Of the alerts that have one."""
    return {name: event.axis.value for name, event, _ in _owners(assessment) if event.axis}


def _alerts(assessment: Assessment, evidence: Mapping[str, Sequence[Evidence]]) -> list[Alert]:
    """Alerts in time order, numbered; each belongs to exactly one incident."""
    status, limits = assessment.calibration.status, assessment.calibration.thresholds
    return [
        Alert(
            id=name,
            kind=event.kind.value,
            direction=event.direction.value if event.direction else None,
            start=_seconds(event.interval.onset),
            end=_seconds(event.interval.offset),
            duration=_length(event),
            peak=round(event.peak, _PEAK_DIGITS[event.unit]),
            threshold=round(event.threshold, _PEAK_DIGITS[event.unit]),
            unit=event.unit.value,
            severity=event.severity.value,
            confidence=round(event.confidence, 2),
            incident_id=incident.id,
            explanation=alert_sentence(event, status, limits),
            evidence=_within(evidence.get(incident.id, ()), event),
        )
        for name, event, incident in _owners(assessment)
    ]


def _within(pictures: Sequence[Evidence], event: Event) -> tuple[Evidence, ...]:
    start, end = to_seconds(event.interval.onset), to_seconds(event.interval.offset)
    return tuple(picture for picture in pictures if start <= picture.time <= end)


def _counts(alerts: Sequence[Alert]) -> AlertCounts:
    return AlertCounts(
        **{
            kind.value: sum(alert.kind == kind.value for alert in alerts)
            for kind in BEHAVIOUR_KINDS
        }
    )


def _incidents(
    assessment: Assessment,
    alerts: Sequence[Alert],
    contributions: Sequence[Contribution],
    evidence: Mapping[str, Sequence[Evidence]],
) -> tuple[IncidentRecord, ...]:
    points = {part.incident_id: part.points for part in contributions}
    records = []
    for incident in assessment.incidents:
        own = [alert for alert in alerts if alert.incident_id == incident.id]
        primary = incident.primary
        records.append(
            IncidentRecord(
                id=incident.id,
                kind=primary.kind.value,
                direction=primary.direction.value if primary.direction else None,
                start=_seconds(incident.interval.onset),
                end=_seconds(incident.interval.offset),
                duration=_length(incident),
                severity=primary.severity.value,
                alert_ids=tuple(alert.id for alert in own),
                points=points.get(incident.id, 0.0),
                explanation=_incident_sentence(incident, own),
                counterfactual=_counterfactual(assessment.counterfactuals[incident.id]),
                evidence=tuple(evidence.get(incident.id, ())),
                axis=primary.axis.value if primary.axis else None,
            )
        )
    return tuple(records)


def _incident_sentence(incident: Incident, alerts: Sequence[Alert]) -> str:
    primary = next(
        alert
        for alert in alerts
        if alert.kind == incident.primary.kind.value
        and alert.start == _seconds(incident.primary.interval.onset)
        and alert.end == _seconds(incident.primary.interval.offset)
    )
    others: dict[str, list[str]] = {}
    for alert in alerts:
        if alert is not primary:
            others.setdefault(alert.kind, []).append(alert.id)
    if not others:
        return primary.explanation
    parts = [
        f"{counted(kind, len(ids))} ({', '.join(ids)}), "
        f"{'charged with it' if kind == primary.kind else 'not charged again'}"
        for kind, ids in others.items()
    ]
    return f"{primary.explanation} In the same incident: {'; '.join(parts)}."


def _exam(exam: ExamTime) -> ExamRecord:
    begins, ends = _seconds(exam.interval.onset), _seconds(exam.interval.offset)
    return ExamRecord(begins, ends, exam.begins_by.value, exam.ends_by.value)


def _outside(
    assessment: Assessment, evidence: Mapping[str, Sequence[Evidence]]
) -> tuple[OutsideRecord, ...]:
    status, limits = assessment.calibration.status, assessment.calibration.thresholds
    return tuple(
        OutsideRecord(
            id=incident.id,
            kind=incident.primary.kind.value,
            direction=incident.primary.direction.value if incident.primary.direction else None,
            start=_seconds(incident.interval.onset),
            end=_seconds(incident.interval.offset),
            duration=_length(incident),
            explanation=alert_sentence(incident.primary, status, limits),
            evidence=tuple(evidence.get(incident.id, ())),
            axis=incident.primary.axis.value if incident.primary.axis else None,
        )
        for incident in assessment.outside
    )


def _counterfactual(found: Counterfactual) -> Counterfactual:
    return Counterfactual(
        threshold=None if found.threshold is None else round(found.threshold, 4),
        min_duration=round(found.min_duration, 3),
        class_without=found.class_without,
        sentence=found.sentence,
    )


def _contributions(parts: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """The parts as scored: millionths that add up to the score exactly."""
    return tuple(
        Contribution(part.incident_id, part.kind, part.points, round(part.load, 6))
        for part in parts
    )


def _periods(periods: Sequence[ActivityPeriod]) -> tuple[ActivityPeriod, ...]:
    return tuple(
        ActivityPeriod(round(p.start, 3), round(p.end, 3), round(p.alert_density, 4))
        for p in periods
    )


def _minutes(minutes: Sequence[MinuteProfile]) -> tuple[MinuteProfile, ...]:
    return tuple(
        MinuteProfile(
            round(m.start, 3),
            round(m.end, 3),
            round(m.alert_seconds, 3),
            round(m.measurable_seconds, 3),
            m.incidents,
        )
        for m in minutes
    )


def _baseline(baseline: Baseline) -> BaselineMetrics:
    return BaselineMetrics(
        eye_variance=round(baseline.eye_variance, 6),
        yaw_variance=round(baseline.yaw.variance, 4),
        pitch_variance=round(baseline.pitch.variance, 4),
        roll_variance=round(baseline.roll.variance, 4),
        eye_horizontal_mean=round(baseline.eye_horizontal.center, 4),
        eye_vertical_mean=round(baseline.eye_vertical.center, 4),
        yaw_mean=round(baseline.yaw.center, 2),
        pitch_mean=round(baseline.pitch.center, 2),
        roll_mean=round(baseline.roll.center, 2),
    )


def _thresholds(thresholds: Thresholds) -> AdaptiveThresholds:
    return AdaptiveThresholds(
        eye=round(thresholds.eye.value, 4),
        yaw=round(thresholds.yaw.value, 2),
        pitch=round(thresholds.pitch.value, 2),
        roll=round(thresholds.roll.value, 2),
    )


def _calibration(calibration: Calibration) -> CalibrationRecord:
    window = calibration.window
    thresholds = calibration.thresholds
    return CalibrationRecord(
        status=calibration.status.value,
        requested_seconds=calibration.requested_seconds,
        is_short=calibration.is_short,
        window_start=_seconds(window.onset) if window else None,
        window_end=_seconds(window.offset) if window else None,
        frames=calibration.frames,
        accepted=calibration.accepted,
        rejected=dict(sorted((reason.value, n) for reason, n in calibration.rejected.items())),
        findings=tuple(Finding(f.fault.value, f.sentence) for f in calibration.findings),
        derivations=tuple(
            ThresholdDerivation(
                axis=threshold.axis.value,
                value=round(threshold.value, 4),
                base=threshold.base,
                k=threshold.k,
                variance=round(threshold.variance, 6),
                floor=threshold.floor,
                cap=threshold.cap,
                unit="rad" if threshold is thresholds.eye else "deg",
                sentence=derivation_sentence(threshold, calibration.status),
            )
            for threshold in (thresholds.eye, thresholds.yaw, thresholds.pitch, thresholds.roll)
        ),
    )


def _profile(
    profile: Profile | None, assessment: Assessment, without: Assessment | None
) -> ProfileRecord | None:
    if profile is None:
        return None
    if without is None:
        raise ValueError("a report under a profile needs the assessment without it")
    return ProfileRecord(
        name=profile.name,
        title=profile.title,
        reason=profile.reason,
        changes=dict(sorted(profile.changes.items())),
        risk_score=assessment.risk.score,
        risk_classification=assessment.risk.classification.value,
        risk_score_without=without.risk.score,
        risk_classification_without=without.risk.classification.value,
    )


def _recording(facts: StreamFacts, record: DecodeRecord) -> RecordingRecord:
    return RecordingRecord(
        name=facts.name,
        sha256=facts.sha256,
        container=facts.container,
        codec=facts.codec,
        width=facts.width,
        height=facts.height,
        rotation=facts.rotation,
        frame_rate=None if facts.frame_rate is None else round(facts.frame_rate, 3),
        declared_sec=None if facts.declared_sec is None else round(facts.declared_sec, 3),
        has_audio=facts.has_audio,
        decoded_frames=record.decoded_frames,
        sampled_frames=record.sampled_frames,
        began=None if facts.began is None else facts.began.astimezone(timezone.utc),
    )


def _provenance(
    track: SignalTrack, policy: str, settings: Mapping[str, object], versions: Mapping[str, str]
) -> Provenance:
    return Provenance(
        versions=dict(sorted(versions.items())),
        policy=policy,
        settings=dict(sorted(settings.items())),
        settings_sha256=settings_sha256(settings),
        signals_sha256=signals_sha256(track),
    )
