"""Signs that a calibration was turned away, faked or made by somebody else.

Each rule has a code of its own and a sentence in physical units. Those of `findings` make a
calibration fail; those of `after_exam` compare it with the rest of the exam and are reported.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.liveness import lifeless, loop_in_exam
from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.portrait import picture_in_exam
from proctor_desktop.domain.calibration import (
    Baseline,
    Calibration,
    CalibrationFault,
    CalibrationFinding,
    CalibrationStatus,
)
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import from_seconds, to_seconds
from proctor_desktop.signals.headcount import SEVERAL, looks_of

FRONTAL_DEG = 4.0
"""A face is compared with another one only while both look within this of the resting posture. One
that bends down by six degrees differs from itself by 0.010 to 0.017 eye distances."""
MIN_FRONTAL = 20
"""Fewer frames than this say nothing about proportions."""
MIN_COMPARED_SEC = 10.0
"""Less of the exam than this says nothing about calibration."""


def findings(
    track: SignalTrack,
    usable: NDArray[np.bool_],
    baseline: Baseline,
    has_window: bool,
    options: CalibrationOptions,
) -> tuple[CalibrationFinding, ...]:
    """What is wrong with the frames of a calibration.

    Args:
        track: all frames of calibration.
        usable: which of them were accepted.
        baseline: what they amount to; judged only where ``has_window``.
        has_window: whether a steady window was found.
        options: limits.
    """
    found: list[CalibrationFinding] = []
    if has_window:
        found += _turned_away(baseline, options)
        found += _spread_out(baseline, options)
        found += lifeless(track, options)
    found += _looking_aside(track, options)
    found += _second_person(track, options)
    found += _somebody_else(track, options)
    return tuple(found)


def _turned_away(baseline: Baseline, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    words = (
        (
            baseline.yaw,
            options.limit_yaw_deg,
            CalibrationFault.TURNED_YAW,
            "turned {} degrees to the picture's {}",
            ("right", "left"),
        ),
        (
            baseline.pitch,
            options.limit_pitch_deg,
            CalibrationFault.TURNED_PITCH,
            "turned {} degrees {}",
            ("up", "down"),
        ),
        (
            baseline.roll,
            options.limit_roll_deg,
            CalibrationFault.TURNED_ROLL,
            "tilted {} degrees {}",
            ("clockwise", "counter-clockwise"),
        ),
    )
    for axis, limit, fault, phrase, (positive, negative) in words:
        if abs(axis.center) > limit:
            where = phrase.format(
                f"{abs(axis.center):.1f}", positive if axis.center > 0 else negative
            )
            yield CalibrationFinding(
                fault,
                f"During calibration the head was {where}; up to {limit:g} are accepted.",
            )


def _looking_aside(track: SignalTrack, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    """Mean over all frames with measured eyes: those that look far aside are not accepted ones."""
    horizontal = track.column(Channel.GAZE_HORIZONTAL)
    vertical = track.column(Channel.GAZE_VERTICAL)
    measured = np.isfinite(horizontal) & np.isfinite(vertical)
    if not measured.any():
        return
    mean = math.hypot(float(horizontal[measured].mean()), float(vertical[measured].mean()))
    if mean > options.limit_gaze_rad:
        yield CalibrationFinding(
            CalibrationFault.LOOKING_ASIDE,
            f"During calibration the eyes looked {mean:.2f} rad aside on average; up to "
            f"{options.limit_gaze_rad:g} are accepted.",
        )


def _spread_out(baseline: Baseline, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    spreads = (
        (
            "head turn (yaw)",
            math.sqrt(baseline.yaw.variance),
            options.max_head_spread_deg,
            "degrees",
        ),
        (
            "head raising (pitch)",
            math.sqrt(baseline.pitch.variance),
            options.max_head_spread_deg,
            "degrees",
        ),
        (
            "head tilt (roll)",
            math.sqrt(baseline.roll.variance),
            options.max_head_spread_deg,
            "degrees",
        ),
        ("gaze", math.sqrt(baseline.eye_variance), options.max_gaze_spread_rad, "rad"),
    )
    for name, spread, limit, unit in spreads:
        if spread > limit:
            yield CalibrationFinding(
                CalibrationFault.SPREAD_TOO_LARGE,
                f"During calibration the {name} varied by {spread:.2g} {unit} (standard "
                f"deviation); up to {limit:g} are accepted.",
            )


def _second_person(track: SignalTrack, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    rows, people = looks_of(track)
    seconds = _longest_majority(track.times[rows], people >= SEVERAL)
    if seconds >= options.second_person_sec:
        yield CalibrationFinding(
            CalibrationFault.SECOND_PERSON,
            f"{people.max():.0f} people were seen during calibration for {seconds:.1f} s.",
        )


def _longest_majority(times: NDArray[np.int64], flags: NDArray[np.bool_]) -> float:
    """Seconds from the first to the last flagged look of the longest span with a majority."""
    seen = np.flatnonzero(flags)
    best = 0.0
    for first in seen:
        counts = np.cumsum(flags[first:])
        spans = np.arange(1, len(counts) + 1)
        majority = np.flatnonzero(flags[first:] & (counts * 2 > spans))
        best = max(best, to_seconds(int(times[first + majority[-1]] - times[first])))
    return best


def _somebody_else(track: SignalTrack, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    """Another person in the candidate's place for a while."""
    frames = int((track.reason(Channel.YAW) == Missing.OTHER_FACE.value).sum())
    seconds = to_seconds(frames * track.step)
    if seconds >= options.second_person_sec:
        yield CalibrationFinding(
            CalibrationFault.OTHER_FACE,
            f"For {seconds:.1f} s of calibration another person was in the candidate's place.",
        )


def after_exam(
    calibration: Calibration, track: SignalTrack, options: CalibrationOptions
) -> Calibration:
    """The calibration with what the rest of the exam says about it.

    Only a successful one is compared; its status, baseline and thresholds stay. Pictures that
    repeat earlier ones, and a picture of a face, are looked for in any case.
    """
    if not len(track):
        return calibration
    found = (*_picture_in_exam(calibration, track, options), *_beside(calibration, track, options))
    if not found:
        return calibration
    return replace(calibration, findings=(*calibration.findings, *found))


def _picture_in_exam(
    calibration: Calibration, track: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    """A picture of a face, unless calibration found it already."""
    known = {finding.fault for finding in calibration.findings}
    if CalibrationFault.STILL_PICTURE not in known:
        yield from picture_in_exam(track, options)


def _beside(
    calibration: Calibration, track: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    """What shows when the exam is laid beside its calibration; nothing of a very short exam."""
    start = int(track.times[0])
    split = int(np.searchsorted(track.times, start + from_seconds(options.duration_sec)))
    first, rest = _rows(track, 0, split), _rows(track, split, len(track))
    if len(rest) * track.step < from_seconds(MIN_COMPARED_SEC):
        return
    yield from loop_in_exam(rest, options)
    if calibration.status is CalibrationStatus.SUCCESS:
        yield from _posture_mismatch(calibration, rest, options)
        yield from _darker(first, rest, options)
        yield from _other_than_exam(calibration, first, rest, options)


def _rows(track: SignalTrack, first: int, last: int) -> SignalTrack:
    return SignalTrack(
        track.times[first:last], track.values[first:last], track.reasons[first:last], track.step
    )


def _median(values: NDArray[np.float32]) -> float:
    measured = values[np.isfinite(values)]
    return float(np.median(measured)) if len(measured) else math.nan


def _posture_mismatch(
    calibration: Calibration, rest: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    baseline, thresholds = calibration.baseline, calibration.thresholds
    head = (
        ("head turn (yaw)", Channel.YAW, baseline.yaw.center, thresholds.yaw.value),
        ("head raising (pitch)", Channel.PITCH, baseline.pitch.center, thresholds.pitch.value),
        ("head tilt (roll)", Channel.ROLL, baseline.roll.center, thresholds.roll.value),
    )
    for name, channel, center, threshold in head:
        usual = _median(rest.column(channel))
        if abs(usual - center) > options.posture_share * threshold:
            yield CalibrationFinding(
                CalibrationFault.POSTURE_MISMATCH,
                f"The usual {name} in the exam was {usual:+.1f} degrees, in calibration "
                f"{center:+.1f}; the two should lie within "
                f"{options.posture_share * threshold:.1f} of each other.",
            )
    horizontal = _median(rest.column(Channel.GAZE_HORIZONTAL)) - baseline.eye_horizontal.center
    vertical = _median(rest.column(Channel.GAZE_VERTICAL)) - baseline.eye_vertical.center
    distance = math.hypot(horizontal, vertical)
    if distance > options.posture_share * thresholds.eye.value:
        yield CalibrationFinding(
            CalibrationFault.POSTURE_MISMATCH,
            f"The usual gaze in the exam was {distance:.2f} rad from that in calibration; the two "
            f"should lie within {options.posture_share * thresholds.eye.value:.2f} of each other.",
        )


def _darker(
    first: SignalTrack, rest: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    before, after = (_median(each.column(Channel.BRIGHTNESS)) for each in (first, rest))
    if before < options.darker_share * after:
        yield CalibrationFinding(
            CalibrationFault.DARKER_THAN_EXAM,
            f"The face had a brightness of {before:.0f} grey levels in calibration and {after:.0f} "
            "in the rest of the exam.",
        )


def _other_than_exam(
    calibration: Calibration, first: SignalTrack, rest: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    """A face whose proportions differ throughout from those of calibration.

    Expressions change them as much as another person does, but not throughout; so nearly all of the
    second half of the exam must differ from nearly all of calibration.
    """
    before = _frontal_shapes(first, calibration.baseline)
    after = _frontal_shapes(_rows(rest, len(rest) // 2, len(rest)), calibration.baseline)
    if min(len(before), len(after)) < MIN_FRONTAL:
        return
    distance = float(np.median(after) - np.median(before))
    apart = np.percentile(after, 10) > np.percentile(before, 90)
    if apart and distance > options.other_face_shape:
        yield CalibrationFinding(
            CalibrationFault.OTHER_FACE,
            "The proportions of the face in the second half of the exam differ throughout from "
            f"those in calibration, by {distance:.3f} eye distances; up to "
            f"{options.other_face_shape:g} are usual. It may be another person, or glasses put on "
            "or off.",
        )


def _frontal_shapes(track: SignalTrack, baseline: Baseline) -> NDArray[np.float32]:
    """`shape` of the frames near the resting posture: it is only comparable there."""
    shapes = track.column(Channel.SHAPE)[_frontal(track, baseline)]
    return np.asarray(shapes[np.isfinite(shapes)], np.float32)


def _frontal(track: SignalTrack, baseline: Baseline) -> NDArray[np.bool_]:
    near = np.abs(track.column(Channel.YAW) - baseline.yaw.center) < FRONTAL_DEG
    near &= np.abs(track.column(Channel.PITCH) - baseline.pitch.center) < FRONTAL_DEG
    return np.asarray(near, np.bool_)
