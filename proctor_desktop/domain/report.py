"""The report: a value that says everything about one analysed recording.

Field names are those of the REST contract and of the stored JSON; times are in seconds of media
time unless a name says otherwise. The same signals and settings give an equal report but for
``report_id`` and ``created_at``.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.naming import is_printable, one_form

MAX_IDENTIFIER_LENGTH = 100


class RiskClass(Enum):
    """How urgently a person should look; never a verdict."""

    CLEAN = "CLEAN"
    BORDERLINE = "BORDERLINE"
    SUSPICIOUS = "SUSPICIOUS"
    HIGH_RISK = "HIGH_RISK"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what the recording shows, as the exam centre names them, in `one_form`.

    Raises:
        SettingsError: an identifier that the centre's database would refuse.
    """

    student_id: str
    exam_id: str

    def __post_init__(self) -> None:
        for name in ("student_id", "exam_id"):
            text = one_form(getattr(self, name))
            object.__setattr__(self, name, text)
            if not 1 <= len(text) <= MAX_IDENTIFIER_LENGTH:
                raise SettingsError(
                    f"{name} has {len(text)} characters; 1 to {MAX_IDENTIFIER_LENGTH} are possible."
                )
            if not is_printable(text) or text != text.strip():
                raise SettingsError(
                    f"{name} {text!r} has characters that cannot be printed, or spaces around it."
                )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A picture that belongs to an incident: ``time`` in seconds, file name, hash of its bytes."""

    time: float
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Alert:
    """One event of the four kinds that count, in physical units."""

    id: str
    kind: str
    direction: str | None
    start: float
    end: float
    duration: float
    peak: float
    threshold: float
    unit: str
    severity: str
    confidence: float
    incident_id: str
    explanation: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertCounts:
    """How many alerts there are of each kind that counts."""

    gaze_deviation: int
    head_movement: int
    face_absence: int
    multiple_faces: int


@dataclass(frozen=True, slots=True)
class ActivityPeriod:
    """A span in which alerts stand closer than in the rest; density in alerts per second."""

    start: float
    end: float
    alert_density: float


@dataclass(frozen=True, slots=True)
class TemporalAnalysis:
    """Where in the recording the alerts stand."""

    high_activity_periods: tuple[ActivityPeriod, ...]


@dataclass(frozen=True, slots=True)
class BaselineMetrics:
    """Resting posture: degrees for the head, radians for the eyes, their squares for variances."""

    eye_variance: float
    yaw_variance: float
    pitch_variance: float
    roll_variance: float
    eye_horizontal_mean: float
    eye_vertical_mean: float
    yaw_mean: float
    pitch_mean: float
    roll_mean: float


@dataclass(frozen=True, slots=True)
class AdaptiveThresholds:
    """Thresholds in force: eye in radians, head in degrees from the resting posture."""

    eye: float
    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, slots=True)
class ThresholdDerivation:
    """How one threshold arose: the numbers, and the sentence that spells the sum out."""

    axis: str
    value: float
    base: float
    k: float
    variance: float
    floor: float
    cap: float
    unit: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should know: a stable code and a sentence."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CalibrationRecord:
    """How calibration went."""

    status: str
    requested_seconds: float
    is_short: bool
    window_start: float | None
    window_end: float | None
    frames: int
    accepted: int
    rejected: dict[str, int]
    findings: tuple[Finding, ...]
    derivations: tuple[ThresholdDerivation, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """Part of the risk that one incident accounts for; the parts add up to the risk exactly."""

    incident_id: str
    kind: str
    points: float
    load: float


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """What would not have been flagged.

    Attributes:
        threshold: smallest threshold at which the incident would not have arisen, in the unit of
            its primary alert; None where no threshold applies.
        min_duration: smallest minimum duration in seconds with the same effect.
        class_without: risk class of the recording without this incident.
        sentence: all of it in words.
    """

    threshold: float | None
    min_duration: float
    class_without: str
    sentence: str


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """One incident as a person judges it.

    ``axis`` is that of its primary alert, of gaze and head (`domain.events.Axis`); None of the
    rest, and in reports of version 0.1.0, which did not say it.
    """

    id: str
    kind: str
    direction: str | None
    start: float
    end: float
    duration: float
    severity: str
    alert_ids: tuple[str, ...]
    points: float
    explanation: str
    counterfactual: Counterfactual
    evidence: tuple[Evidence, ...] = ()
    axis: str | None = None


@dataclass(frozen=True, slots=True)
class ExamRecord:
    """The exam within the recording; only what lies inside is charged.

    ``begins_by`` and ``ends_by`` are values of `domain.exam.ExamEdge`.
    """

    begins: float
    ends: float
    begins_by: str
    ends_by: str


@dataclass(frozen=True, slots=True)
class OutsideRecord:
    """What would be an incident, had it not happened before or after the exam; it costs nothing.

    Its number is one of the row of all incidents of the recording; ``axis`` is that of its
    strongest movement.
    """

    id: str
    kind: str
    direction: str | None
    start: float
    end: float
    duration: float
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    axis: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelCoverage:
    """Share of the recording in which one channel was measured, and why not in the rest.

    ``missing`` gives seconds by reason.
    """

    channel: str
    measured_share: float
    missing: dict[str, float]


@dataclass(frozen=True, slots=True)
class TechnicalEvent:
    """A fault of the feed: no suspicion, only missing coverage."""

    kind: str
    start: float
    end: float
    duration: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What could be measured at all."""

    duration_sec: float
    analysed_sec: float
    measurable_sec: float
    measurable_share: float
    is_complete: bool
    decode_errors: int
    dropped_frames: int
    sentence: str
    channels: tuple[ChannelCoverage, ...]
    technical_events: tuple[TechnicalEvent, ...]


@dataclass(frozen=True, slots=True)
class MinuteProfile:
    """One minute of the recording: seconds under alert, measurable seconds and incidents begun."""

    start: float
    end: float
    alert_seconds: float
    measurable_seconds: float
    incidents: int


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """The accommodation in force, what it changed, and the score with and without it."""

    name: str
    title: str
    reason: str
    changes: dict[str, float | bool]
    risk_score: float
    risk_classification: str
    risk_score_without: float
    risk_classification_without: str


@dataclass(frozen=True, slots=True)
class RecordingRecord:
    """The analysed recording; ``began`` is in UTC, None where nobody knows when that was."""

    name: str
    sha256: str | None
    container: str
    codec: str
    width: int
    height: int
    rotation: int
    frame_rate: float | None
    declared_sec: float | None
    has_audio: bool
    decoded_frames: int
    sampled_frames: int
    began: datetime | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Versions and hashes of everything that made the report.

    ``signals_sha256`` covers the per-frame signals, ``settings_sha256`` the settings, so that the
    report can be computed anew and compared.
    """

    versions: dict[str, str]
    policy: str
    settings: dict[str, object]
    settings_sha256: str
    signals_sha256: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything behind the summary; ``axes`` of alerts by their id, as in `IncidentRecord`.

    ``exam`` is None in reports of versions that knew no exam time: there it is the recording.
    """

    risk_score: float
    class_reason: str
    contributions: tuple[Contribution, ...]
    coverage: Coverage
    incidents: tuple[IncidentRecord, ...]
    minutes: tuple[MinuteProfile, ...]
    calibration: CalibrationRecord
    profile: ProfileRecord | None
    recording: RecordingRecord
    provenance: Provenance
    warnings: tuple[Finding, ...]
    axes: dict[str, str] = field(default_factory=dict)
    exam: ExamRecord | None = None
    outside: tuple[OutsideRecord, ...] = ()

    @property
    def exam_sec(self) -> float:
        """Length of the exam in seconds."""
        exam = self.exam
        return self.coverage.duration_sec if exam is None else exam.ends - exam.begins

    @property
    def shown(self) -> "tuple[IncidentRecord | OutsideRecord, ...]":
        """What happened in the recording, within the exam and outside of it."""
        return (*self.incidents, *self.outside)

    @property
    def outside_sec(self) -> float:
        """Seconds of the recording before and after the exam."""
        return max(0.0, self.coverage.duration_sec - self.exam_sec)


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one recording. ``created_at`` is in UTC."""

    report_id: str
    student_id: str
    exam_id: str
    video_duration_sec: float
    calibration_status: str
    risk_classification: str
    confidence_score: float
    alerts: AlertCounts
    temporal_analysis: TemporalAnalysis
    created_at: datetime
    baseline_metrics: BaselineMetrics
    adaptive_thresholds: AdaptiveThresholds
    alert_details: tuple[Alert, ...]
    analysis: Analysis
