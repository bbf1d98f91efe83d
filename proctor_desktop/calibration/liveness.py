"""A picture or a loop in front of the camera, or fed to the program instead of it."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import CalibrationFault, CalibrationFinding
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import clock, from_seconds, to_seconds

BLINK_SHARE = 0.6
"""Lids closer than this part of their usual opening are a blink."""
BLINK_SECONDS, BLINK_RATE = 6.0, 8.0
"""That nobody blinked means something only after so long, and at so many frames a second."""
LOOP_BLOCK_SEC, LOOP_IN_EXAM_SEC = 4.0, 12.0
LOOP_MAJORITY = 0.7
"""Part of the frames of a few seconds that must repeat earlier ones."""
MIN_COMPARED = 12
"""Fewer frames than this have no statistics."""


def lifeless(track: SignalTrack, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    """A picture or a loop in front of the camera, or instead of it."""
    repeated = _repeated_share(track, options)
    if repeated >= options.loop_share:
        yield CalibrationFinding(
            CalibrationFault.LOOPED_PICTURE,
            f"{repeated:.0%} of the frames of calibration repeat earlier ones, as when a short "
            "recording is played over and over.",
        )
        return
    still = _frozen_share(track, options)
    if still > 0.5:
        yield CalibrationFinding(
            CalibrationFault.STILL_PICTURE,
            f"{still:.0%} of the frames of calibration do not differ from the one before.",
        )
        return
    seconds = to_seconds(track.end - int(track.times[0]))
    seen = seconds >= BLINK_SECONDS and len(track) >= BLINK_RATE * seconds
    if seen and not _blinked(track):
        yield from _picture_held_up(track, seconds, options)


def _picture_held_up(
    track: SignalTrack, seconds: float, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    """A portrait moves as a whole: head and place change, the face itself does not."""
    drift, noise = _drift_and_noise(track.column(Channel.SHAPE))
    lids = _spread(track.column(Channel.LID_OPENING))
    eyes = (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL)
    gaze = max(_spread(track.column(channel)) for channel in eyes)
    lifeless_face = drift < options.still_shape_drift and noise > options.still_noise_share
    still_eyes = lids < options.still_lid_spread and gaze < options.still_gaze_spread_rad
    if lifeless_face and still_eyes:
        yield CalibrationFinding(
            CalibrationFault.STILL_PICTURE,
            f"In {seconds:.1f} s of calibration there was no blink, and the proportions of the "
            f"face changed from frame to frame only, as noise does ({noise:.0%} of their variance "
            "is such); those of a living face also change slowly.",
        )


def _blinked(track: SignalTrack) -> bool:
    if (track.reason(Channel.GAZE_HORIZONTAL) == Missing.EYES_CLOSED.value).any():
        return True
    lids = track.column(Channel.LID_OPENING)
    measured = lids[np.isfinite(lids)]
    return bool(len(measured)) and bool(measured.min() < BLINK_SHARE * np.median(measured))


def _spread(values: NDArray[np.float32]) -> float:
    """Standard deviation of what is measured; infinite where that is too little."""
    measured = values[np.isfinite(values)]
    return float(measured.std()) if len(measured) >= MIN_COMPARED else math.inf


def _drift_and_noise(values: NDArray[np.float32]) -> tuple[float, float]:
    """Standard deviation without what changes from frame to frame, and that part of the variance.

    Half the mean square of successive differences estimates the variance of the noise: J. von
    Neumann, "Distribution of the ratio of the mean square successive difference to the variance",
    Annals of Mathematical Statistics 12 (1941). Too few values give an infinite drift.
    """
    measured = values[np.isfinite(values)].astype(np.float64)
    if len(measured) < MIN_COMPARED:
        return math.inf, 0.0
    variance = float(measured.var())
    noise = float((np.diff(measured) ** 2).mean()) / 2
    return math.sqrt(max(0.0, variance - noise)), noise / variance if variance > 0 else 1.0


def _frozen_share(track: SignalTrack, options: CalibrationOptions) -> float:
    change = track.column(Channel.CHANGE)
    measured = change[np.isfinite(change)]
    if len(measured) < MIN_COMPARED:
        return 0.0
    return float((measured < options.still_change).mean())


def _repeated_share(track: SignalTrack, options: CalibrationOptions) -> float:
    """Share of frames far more like an old frame than like their neighbour."""
    change, repeat = track.column(Channel.CHANGE), track.column(Channel.REPEAT)
    measured = np.isfinite(change) & np.isfinite(repeat)
    moving = measured & (change >= options.still_change)
    if moving.sum() < MIN_COMPARED:
        return 0.0
    usual = float(np.median(change[moving]))
    return float((repeat[moving] < options.loop_ratio * usual).mean())


def loop_in_exam(rest: SignalTrack, options: CalibrationOptions) -> Iterator[CalibrationFinding]:
    """Stretches of the exam in which a short recording is played over and over.

    Each few seconds are judged by their own usual change, because people sit still at times.
    """
    length = max(MIN_COMPARED, round(from_seconds(LOOP_BLOCK_SEC) / rest.step))
    count = len(rest) // length
    if not count:
        return
    shape = count, length
    change = np.nan_to_num(rest.column(Channel.CHANGE)[: count * length].reshape(shape))
    repeat = rest.column(Channel.REPEAT)[: count * length].reshape(shape)
    usual = np.median(change, axis=1, keepdims=True)
    repeated = (repeat < options.loop_ratio * usual) & (usual >= options.still_change)
    looped = np.flatnonzero(repeated.mean(axis=1) >= LOOP_MAJORITY)
    seconds = to_seconds(len(looped) * length * rest.step)
    if seconds >= LOOP_IN_EXAM_SEC:
        start = clock(int(rest.times[looped[0] * length]))
        yield CalibrationFinding(
            CalibrationFault.LOOPED_PICTURE,
            f"For about {seconds:.0f} s of the exam, first at {start}, the pictures repeat those "
            "of a few seconds before, as when a short recording is played over and over.",
        )
