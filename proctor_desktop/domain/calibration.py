"""What calibration finds out about one candidate: baseline, thresholds and how they arose."""

from dataclasses import dataclass
from enum import Enum

from proctor_desktop.domain.events import Axis
from proctor_desktop.domain.timeline import Interval


class CalibrationStatus(Enum):
    """How calibration ended."""

    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"


class FrameRejection(Enum):
    """Why a frame is not used for calibration."""

    NO_FACE = "no_face"
    NOT_MEASURABLE = "not_measurable"
    HEAD_MOVING = "head_moving"
    FACE_SHIFTED = "face_shifted"
    LOOKING_AWAY = "looking_away"
    FACE_UNCERTAIN = "face_uncertain"
    WORST_SHARE = "worst_share"


class CalibrationFault(Enum):
    """Why a calibration failed, or what is to be known about one that did not."""

    TOO_FEW_FRAMES = "too_few_frames"
    TOO_FEW_STABLE_FRAMES = "too_few_stable_frames"
    NO_STABLE_WINDOW = "no_stable_window"
    TURNED_YAW = "turned_yaw"
    TURNED_PITCH = "turned_pitch"
    TURNED_ROLL = "turned_roll"
    LOOKING_ASIDE = "looking_aside"
    SPREAD_TOO_LARGE = "spread_too_large"
    STILL_PICTURE = "still_picture"
    LOOPED_PICTURE = "looped_picture"
    SECOND_PERSON = "second_person"
    OTHER_FACE = "other_face"
    DARKER_THAN_EXAM = "darker_than_exam"
    POSTURE_MISMATCH = "posture_mismatch"
    POSTURE_RENEWED = "posture_renewed"
    CAMERA_BESIDE = "camera_beside"
    HEAD_HELD = "head_held"
    DOTS_USED = "dots_used"
    DOTS_NOT_FOUND = "dots_not_found"


@dataclass(frozen=True, slots=True)
class CalibrationFinding:
    """One fault with its sentence in physical units."""

    fault: CalibrationFault
    sentence: str


@dataclass(frozen=True, slots=True)
class AxisBaseline:
    """Centre and spread of one axis.

    Attributes:
        center: where this person rests, in degrees (head) or radians (gaze).
        variance: population variance over all accepted frames, in the square of that unit.
        reach: how far to both sides of the centre this person looks while at work, in that unit; 0
            where it is not known. Gaze only.
    """

    center: float
    variance: float
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Baseline:
    """The candidate's resting posture.

    ``eye_horizontal`` and ``eye_vertical`` are in radians; the variance that the eye's threshold is
    made of is ``eye_variance``.
    """

    yaw: AxisBaseline
    pitch: AxisBaseline
    roll: AxisBaseline
    eye_horizontal: AxisBaseline
    eye_vertical: AxisBaseline

    @property
    def eye_variance(self) -> float:
        """Variance of the gaze direction, both axes together, in square radians."""
        return self.eye_horizontal.variance + self.eye_vertical.variance


@dataclass(frozen=True, slots=True)
class Threshold:
    """``value = min(cap, max(floor, base + k * variance))`` with everything it was made of."""

    axis: Axis
    value: float
    base: float
    k: float
    variance: float
    floor: float
    cap: float

    @property
    def is_floor(self) -> bool:
        """Whether it is only what holds for everybody."""
        return self.value <= self.floor


@dataclass(frozen=True, slots=True)
class Thresholds:
    """One threshold per axis: eye in radians, head in degrees from the baseline's centre."""

    eye: Threshold
    yaw: Threshold
    pitch: Threshold
    roll: Threshold

    def of(self, axis: Axis) -> Threshold:
        """The threshold of one axis."""
        return {
            Axis.EYE: self.eye,
            Axis.YAW: self.yaw,
            Axis.PITCH: self.pitch,
            Axis.ROLL: self.roll,
        }[axis]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Result of calibration; without success the baseline is the camera's axis.

    Attributes:
        status: how it ended.
        baseline: centre and spread per axis.
        thresholds: in force for the whole recording.
        window: the steadiest window, None without success.
        frames: how many frames were looked at.
        accepted: how many of them were used.
        rejected: how many were not, by reason.
        findings: reasons of a failure, and warnings of a success.
        requested_seconds: how long calibration was to last.
        is_short: whether it was shorter than the six seconds that are recommended.
    """

    status: CalibrationStatus
    baseline: Baseline
    thresholds: Thresholds
    window: Interval | None
    frames: int
    accepted: int
    rejected: dict[FrameRejection, int]
    findings: tuple[CalibrationFinding, ...]
    requested_seconds: float
    is_short: bool
