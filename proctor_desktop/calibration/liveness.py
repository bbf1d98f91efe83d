"""A picture or a loop in front of the camera, or fed to the program instead of it."""

from collections.abc import Iterator

import numpy as np

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.portrait import MIN_COMPARED, held_up
from proctor_desktop.domain.calibration import CalibrationFault, CalibrationFinding
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import clock, from_seconds, to_seconds

LOOP_BLOCK_SEC, LOOP_IN_EXAM_SEC = 4.0, 12.0
LOOP_MAJORITY = 0.7
"""Part of the frames of a few seconds that must repeat earlier ones."""


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
    noise = held_up(track, options)
    if noise is not None:
        seconds = to_seconds(track.end - int(track.times[0]))
        yield CalibrationFinding(
            CalibrationFault.STILL_PICTURE,
            f"In {seconds:.1f} s of calibration there was no blink, and the proportions of the "
            f"face changed from frame to frame only, as noise does ({noise:.0%} of their variance "
            "is such); those of a living face also change slowly.",
        )


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
