"""Judges the frames of calibration one by one and makes a calibration of the steady ones.

The rules are those of the specification: unsteady frames are rejected, the worst share of the rest
is left out, the centre comes from the steadiest window and the spread from all that remain.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.anti_cheat import findings
from proctor_desktop.calibration.baseline import Selection, make_baseline, select, steadiest_window
from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.thresholds import CAMERA_AXIS, adapted, unadapted
from proctor_desktop.domain.calibration import (
    Calibration,
    CalibrationFault,
    CalibrationFinding,
    CalibrationStatus,
    FrameRejection,
)
from proctor_desktop.domain.signals import Channel, Missing, SignalSample, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds

__all__ = ["CalibrationCollector", "CalibrationOptions", "FrameVerdict", "calibrate"]

DESIGN_RATE = 12.0
"""Frames a second for which the frame counts of the options are meant."""
DESIGN_SECONDS = 8.0
RECOMMENDED_SECONDS = 6.0
SPEED_BASE = from_seconds(0.075)
"""Speeds are taken over at least nearly one frame at 12 a second: over less, jitter looks fast."""
SPEED_REACH = from_seconds(1.0)
"""Two frames further apart than this say nothing about speed."""
REJECTION_WORDS = {
    FrameRejection.NO_FACE: "no face was in the picture",
    FrameRejection.NOT_MEASURABLE: "head or eyes could not be measured",
    FrameRejection.HEAD_MOVING: "the head moved",
    FrameRejection.FACE_SHIFTED: "the face shifted in the picture",
    FrameRejection.LOOKING_AWAY: "the eyes looked aside",
    FrameRejection.FACE_UNCERTAIN: "the face could not be followed",
}


@dataclass(frozen=True, slots=True)
class FrameVerdict:
    """Judgement of one frame, for the ring that a candidate watches.

    Attributes:
        accepted: whether the frame is steady enough to be used.
        rejection: why it is not.
        accepted_frames: how many were accepted so far.
        needed_frames: how many are enough.
        seconds_left: until calibration ends.
    """

    accepted: bool
    rejection: FrameRejection | None
    accepted_frames: int
    needed_frames: int
    seconds_left: float


class CalibrationCollector:
    """Takes the samples of the first seconds, in time order."""

    def __init__(self, options: CalibrationOptions) -> None:
        self._options = options
        self._samples: list[SignalSample] = []
        self._verdicts: list[FrameRejection | None] = []
        self._accepted = 0

    def push(self, sample: SignalSample) -> FrameVerdict:
        """Judge one frame; frames after the end of calibration are not looked at."""
        left = self._end(sample) - sample.time
        if left > 0:
            rejection = self._judge(sample)
            self._samples.append(sample)
            self._verdicts.append(rejection)
            self._accepted += rejection is None
        else:
            rejection = None
        needed = _needed(self._options, self._rate()).before_cut
        accepted = left > 0 and rejection is None
        seconds_left = max(0.0, to_seconds(left))
        return FrameVerdict(accepted, rejection, self._accepted, needed, seconds_left)

    def finish(self) -> Calibration:
        """The calibration that the frames so far amount to."""
        options = self._options
        if options.duration_sec <= 0:
            return _skipped(options)
        track = SignalTrack.from_samples(self._samples, self._step())
        usable = np.array([verdict is None for verdict in self._verdicts], bool)
        return _conclude(track, usable, self._verdicts, _needed(options, self._rate()), options)

    def _end(self, sample: SignalSample) -> int:
        first = self._samples[0].time if self._samples else sample.time
        return first + from_seconds(self._options.duration_sec)

    def _judge(self, sample: SignalSample) -> FrameRejection | None:
        """Why a frame cannot be used; the first reason that holds."""
        options = self._options
        unseen = _unseen(sample, options)
        if unseen is not None:
            return unseen
        earlier = self._comparable(sample.time)
        if earlier is not None:
            if _head_speed(earlier, sample) > options.max_head_speed_deg_per_sec:
                return FrameRejection.HEAD_MOVING
            if _face_shift(earlier, sample) > options.max_face_shift:
                return FrameRejection.FACE_SHIFTED
        gaze = _number(sample.gaze_horizontal), _number(sample.gaze_vertical)
        if any(math.isnan(angle) for angle in gaze):
            return FrameRejection.NOT_MEASURABLE if options.needs_gaze else None
        if math.hypot(*gaze) > options.max_gaze_rad:
            return FrameRejection.LOOKING_AWAY
        return None

    def _comparable(self, time: Micros) -> SignalSample | None:
        """The latest earlier sample with a head in it that is far enough away to tell a speed."""
        for sample in reversed(self._samples):
            if time - sample.time > SPEED_REACH:
                return None
            if time - sample.time >= SPEED_BASE and not isinstance(sample.yaw, Missing):
                return sample
        return None

    def _step(self) -> Micros:
        times = [sample.time for sample in self._samples]
        if len(times) < 2:
            return from_seconds(1 / DESIGN_RATE)
        return Micros(int(np.median(np.diff(times))))

    def _rate(self) -> float:
        """Frames a second of the recording itself."""
        return 1 / to_seconds(self._step())


def calibrate(track: SignalTrack, options: CalibrationOptions) -> Calibration:
    """The calibration of a recording: its first seconds through the collector."""
    collector = CalibrationCollector(options)
    if len(track) and options.duration_sec > 0:
        onset = int(track.times[0])
        offset = onset + from_seconds(options.duration_sec)
        first = track.between(Interval(Micros(onset), Micros(offset)))
        for index in range(len(first)):
            collector.push(first.sample(index))
    return collector.finish()


@dataclass(frozen=True, slots=True)
class Needed:
    """Frame counts in force for one recording.

    Attributes:
        faces: frames with a face.
        stable: steady frames after the worst were left out.
        before_cut: steady frames before.
        window: frames in the steadiest window.
    """

    faces: int
    stable: int
    before_cut: int
    window: int


def _needed(options: CalibrationOptions, rate: float) -> Needed:
    """Counts in proportion to duration and to the recording's own rate, never more than at 12/s.

    A recording with 4 frames a second has 32 in 8 seconds, so it cannot be asked for 80. A faster
    one has no more information than one at 12 frames a second, so it is asked for no more.
    """
    pace = min(1.0, rate / DESIGN_RATE)
    share = pace * min(1.0, options.duration_sec / DESIGN_SECONDS)
    faces = max(1, math.floor(options.min_frames * share))
    length = min(1.0, options.duration_sec / RECOMMENDED_SECONDS)
    stable = max(2, math.floor(options.min_stable_frames * pace * length))
    window = min(options.window_min_frames, max(2, math.floor(rate * options.window_max_sec * 0.8)))
    return Needed(faces, stable, math.ceil(stable / (1 - options.worst_share)), window)


def _unseen(sample: SignalSample, options: CalibrationOptions) -> FrameRejection | None:
    if isinstance(sample.presence, Missing):
        if sample.presence is Missing.NO_FACE:
            return FrameRejection.NO_FACE
        return FrameRejection.NOT_MEASURABLE
    if sample.presence <= 0:
        return FrameRejection.NO_FACE
    if sample.presence < options.min_presence:
        return FrameRejection.FACE_UNCERTAIN
    for angle in (sample.yaw, sample.pitch, sample.roll):
        if isinstance(angle, Missing):
            unsure = angle in (Missing.NOT_SEEN, Missing.OTHER_FACE)
            return FrameRejection.FACE_UNCERTAIN if unsure else FrameRejection.NOT_MEASURABLE
    return None


def _head_speed(earlier: SignalSample, later: SignalSample) -> float:
    """Degrees a second on yaw or pitch, whichever is faster."""
    seconds = to_seconds(later.time - earlier.time)
    yaw = abs(_number(later.yaw) - _number(earlier.yaw))
    pitch = abs(_number(later.pitch) - _number(earlier.pitch))
    return max(yaw, pitch) / seconds


def _face_shift(earlier: SignalSample, later: SignalSample) -> float:
    """How far the middle of the face moved, in parts of the frame; 0 where it is not known."""
    shift = math.hypot(
        _number(later.face_x) - _number(earlier.face_x),
        _number(later.face_y) - _number(earlier.face_y),
    )
    return 0.0 if math.isnan(shift) else shift


def _number(measured: "float | Missing") -> float:
    return math.nan if isinstance(measured, Missing) else measured


def _conclude(
    track: SignalTrack,
    usable: NDArray[np.bool_],
    verdicts: list[FrameRejection | None],
    needed: Needed,
    options: CalibrationOptions,
) -> Calibration:
    selection = select(track, usable, options)
    window = steadiest_window(track, selection, needed.window, options)
    rejected = _rejected(verdicts, selection)
    found = _shortages(track, window, needed, selection, rejected, options)
    baseline = make_baseline(track, selection, window)
    found += findings(track, usable, baseline, window is not None, options)
    status = CalibrationStatus.FAILED if found else CalibrationStatus.SUCCESS
    trusted = baseline if not found else CAMERA_AXIS
    return Calibration(
        status=status,
        baseline=trusted,
        thresholds=unadapted(options) if found else adapted(trusted, options),
        window=window if not found else None,
        frames=len(track),
        accepted=int(selection.kept.sum()),
        rejected=rejected,
        findings=found,
        requested_seconds=options.duration_sec,
        is_short=options.duration_sec < RECOMMENDED_SECONDS,
    )


def _rejected(
    verdicts: list[FrameRejection | None], selection: Selection
) -> dict[FrameRejection, int]:
    counts = {reason: verdicts.count(reason) for reason in FrameRejection}
    counts[FrameRejection.WORST_SHARE] = int(selection.worst.sum())
    return {reason: count for reason, count in counts.items() if count}


def _shortages(
    track: SignalTrack,
    window: Interval | None,
    needed: Needed,
    selection: Selection,
    rejected: dict[FrameRejection, int],
    options: CalibrationOptions,
) -> tuple[CalibrationFinding, ...]:
    """Why there is too little to calibrate with; at most one reason, the earliest."""
    faces = int(np.isfinite(track.column(Channel.YAW)).sum())
    kept = int(selection.kept.sum())
    if faces < needed.faces:
        return (
            CalibrationFinding(
                CalibrationFault.TOO_FEW_FRAMES,
                f"Only {faces} frames of the first {options.duration_sec:g} s show a face that can "
                f"be measured, {needed.faces} are needed"
                f"{_length_remark(track, options)}{_main_reason(rejected)}.",
            ),
        )
    if kept < needed.stable:
        return (
            CalibrationFinding(
                CalibrationFault.TOO_FEW_STABLE_FRAMES,
                f"Only {kept} of {len(track)} frames were steady, {needed.stable} are needed"
                f"{_main_reason(rejected)}.",
            ),
        )
    if window is None:
        return (
            CalibrationFinding(
                CalibrationFault.NO_STABLE_WINDOW,
                f"No window of {options.window_min_sec:g} to {options.window_max_sec:g} s holds "
                f"{needed.window} steady frames.",
            ),
        )
    return ()


def _length_remark(track: SignalTrack, options: CalibrationOptions) -> str:
    length = to_seconds(track.end - int(track.times[0])) if len(track) else 0.0
    if length < 0.9 * options.duration_sec:
        return f" (the recording gave {length:.1f} s of pictures for it)"
    return ""


def _main_reason(rejected: dict[FrameRejection, int]) -> str:
    reasons = {reason: n for reason, n in rejected.items() if reason in REJECTION_WORDS}
    if not reasons:
        return ""
    reason = max(reasons, key=lambda each: reasons[each])
    return f"; in {reasons[reason]} frames {REJECTION_WORDS[reason]}"


def _skipped(options: CalibrationOptions) -> Calibration:
    return Calibration(
        status=CalibrationStatus.SKIPPED,
        baseline=CAMERA_AXIS,
        thresholds=unadapted(options),
        window=None,
        frames=0,
        accepted=0,
        rejected={},
        findings=(),
        requested_seconds=options.duration_sec,
        is_short=False,
    )
