"""Reports, tracks and pictures with known content."""

import hashlib
import random
import uuid
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np

from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.report import (
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
    IncidentRecord,
    Provenance,
    RecordingRecord,
    Report,
    TemporalAnalysis,
)
from proctor_desktop.domain.signals import CHANNELS, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report.evidence import Picture
from proctor_desktop.storage.signal_store import StoredSignals

NOW = datetime(2026, 3, 4, 23, 59, 59, 712345, tzinfo=timezone.utc)
JPEG = b"\xff\xd8 a picture \xff\xd9"


def a_report(
    *,
    report_id: str | None = None,
    student_id: str = "STU123456",
    exam_id: str = "EXAM001",
    risk: str = "SUSPICIOUS",
    created_at: datetime = NOW,
    incidents: int = 2,
    source_sha256: str | None = "ab" * 32,
    settings_sha256: str = "cd" * 32,
    pictures: tuple[Picture, ...] = (),
) -> Report:
    """A report with as many incidents of one alert each."""
    records = tuple(_incident(number, pictures) for number in range(1, incidents + 1))
    return Report(
        report_id=report_id or str(uuid.uuid4()),
        student_id=student_id,
        exam_id=exam_id,
        video_duration_sec=3600.033333,
        calibration_status="SUCCESS",
        risk_classification=risk,
        confidence_score=0.4765,
        alerts=AlertCounts(0, incidents, 0, 0),
        temporal_analysis=TemporalAnalysis(()),
        created_at=created_at,
        baseline_metrics=BaselineMetrics(0.25, 8.5, 6.2, 4.1, 0.01, -0.02, 1.5, -2.25, 0.5),
        adaptive_thresholds=AdaptiveThresholds(0.8, 21.6, 14.68, 9.92),
        alert_details=tuple(_alert(number) for number in range(1, incidents + 1)),
        analysis=_analysis(records, source_sha256, settings_sha256),
    )


def measured(report: Report, seconds: float) -> Report:
    """The report, had so much been measured."""
    coverage = replace(report.analysis.coverage, measurable_sec=seconds)
    return replace(report, analysis=replace(report.analysis, coverage=coverage))


def _alert(number: int) -> Alert:
    start = 60.0 * number
    return Alert(
        id=f"A{number:03d}",
        kind="head_movement",
        direction="right",
        start=start,
        end=start + 4.2,
        duration=4.2,
        peak=31.0,
        threshold=21.6,
        unit="deg",
        severity="medium",
        confidence=0.97,
        incident_id=f"I{number:03d}",
        explanation="Head turned 31.0 degrees to the picture's right for 4.2 s.",
    )


def _incident(number: int, pictures: tuple[Picture, ...]) -> IncidentRecord:
    start = 60.0 * number
    name = f"I{number:03d}"
    return IncidentRecord(
        id=name,
        kind="head_movement",
        direction="right",
        start=start,
        end=start + 4.2,
        duration=4.2,
        severity="medium",
        alert_ids=(f"A{number:03d}",),
        points=0.25,
        explanation="One turn of the head.",
        counterfactual=Counterfactual(31.0, 4.2, "CLEAN", "Not flagged beyond 31.0 degrees."),
        evidence=tuple(one.evidence for one in pictures if one.incident_id == name),
    )


def _analysis(
    incidents: tuple[IncidentRecord, ...], source_sha256: str | None, settings_sha256: str
) -> Analysis:
    return Analysis(
        risk_score=0.5235,
        class_reason="Two turns of the head.",
        contributions=tuple(Contribution(one.id, one.kind, one.points, 0.5) for one in incidents),
        coverage=Coverage(3600.0, 3600.0, 3500.0, 0.97, True, 0, 0, "97 % measurable.", (), ()),
        incidents=incidents,
        minutes=(),
        calibration=CalibrationRecord(
            "SUCCESS", 8.0, False, 1.0, 3.0, 96, 90, {"no_face": 6}, (), ()
        ),
        profile=None,
        recording=RecordingRecord(
            "hall 3, seat 12.mp4",
            source_sha256,
            "mp4",
            "h264",
            1280,
            720,
            0,
            30.0,
            3600.03,
            True,
            108000,
            43200,
        ),
        provenance=Provenance({"proctor_desktop": "0.1.0"}, "1", {}, settings_sha256, "ef" * 32),
        warnings=(),
    )


def a_picture(incident_id: str = "I001", content: bytes = JPEG) -> Picture:
    """A picture of an incident."""
    evidence = Evidence(61.5, f"{incident_id}-61.500s.jpg", hashlib.sha256(content).hexdigest())
    return Picture(incident_id, evidence, content)


def a_track(seconds: float = 150.0, seed: int = 7) -> SignalTrack:
    """A track at 12 samples a second in which every fifth value or so is missing."""
    source = np.random.default_rng(seed)
    count = int(seconds * 12)
    values = source.normal(0, 20, (count, len(CHANNELS))).astype(np.float32)
    reasons = np.where(
        source.random(values.shape) < 0.2,
        source.integers(1, len(Missing) + 1, values.shape),
        0,
    ).astype(np.uint8)
    values[reasons > 0] = np.nan
    times = np.cumsum(source.integers(80_000, 86_000, count)).astype(np.int64)
    return SignalTrack(times, values, reasons, Micros(83_333))


BEGAN = datetime(2026, 3, 4, 9, 30, 0, 250, tzinfo=timezone(timedelta(hours=2)))


def some_signals(seconds: float = 150.0) -> StoredSignals:
    """Signals with odd facts that must come back as they are."""
    return StoredSignals(
        a_track(seconds),
        StreamFacts(
            "s.mp4", "ab" * 32, "mp4", "h264", 1280, 720, 90, None, 3.0001, True, False, BEGAN
        ),
        DecodeRecord(3600.0333333333, 3599.99999, 108000, 43200, 1, 2, ((30.5, 40.25),)),
    )


def other_content(report: Report) -> Report:
    """The same report with one number changed."""
    return replace(report, confidence_score=round(random.Random(1).random(), 4))
