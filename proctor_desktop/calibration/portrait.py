"""A picture of a face in the candidate's place: a print, a telephone, a screen.

It moves as a whole: head and place change, the face itself does not. Nobody blinks, and what
changes in its proportions and lids is noise from frame to frame; those of a living face also change
slowly. Of a face that the edge of the picture cuts off this cannot be told.
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import CalibrationFault, CalibrationFinding
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import (
    Interval,
    Micros,
    clock,
    from_seconds,
    merged,
    to_seconds,
)

LOOKED_AT, EVERY = from_seconds(8.0), from_seconds(2.0)
"""So long a stretch is judged, beginning so often."""
BLINK_SHARE = 0.6
"""Lids closer than this part of their usual opening are a blink."""
BLINK_SECONDS, BLINK_RATE = 6.0, 8.0
"""That nobody blinked means something only after so long, and at so many frames a second."""
MIN_COMPARED = 12
"""Fewer frames than this have no statistics."""
SEEN_SHARE, INSIDE_SHARE = 0.8, 0.9
"""Part of the frames in which the face must be measured, and part of the face in the picture."""
LID_NOISE = 0.55
"""Part of the variance of a picture's lids that is noise: 0.6 and more; of living ones to 0.5."""


def held_up(track: SignalTrack, options: CalibrationOptions) -> float | None:
    """The share of noise in the face's changes where it is a picture's, None where it is not."""
    seconds = to_seconds(track.end - int(track.times[0]))
    too_short = seconds < BLINK_SECONDS or len(track) < BLINK_RATE * seconds
    if too_short or _blinked(track) or not _is_whole(track):
        return None
    drift, noise = drift_and_noise(track.column(Channel.SHAPE))
    if drift >= options.still_shape_drift or noise <= options.still_noise_share:
        return None
    lids = track.column(Channel.LID_OPENING)
    turned = drift_and_noise(track.column(Channel.GAZE_HORIZONTAL))[0]
    still_lids = _spread(lids) < options.still_lid_spread and drift_and_noise(lids)[1] > LID_NOISE
    return noise if still_lids and turned < options.still_gaze_spread_rad else None


def picture_in_exam(
    track: SignalTrack, options: CalibrationOptions
) -> Iterator[CalibrationFinding]:
    """A finding where a picture was followed for a while."""
    held = merged(
        stretch for stretch in _quiet_stretches(track) if _shows_picture(track, stretch, options)
    )
    if held:
        seconds = sum(each.seconds for each in held)
        yield CalibrationFinding(
            CalibrationFault.STILL_PICTURE,
            f"For {seconds:.0f} s of the exam, first at {clock(held[0].onset)}, there was no blink "
            "and the face changed from frame to frame only, as that of a picture in the "
            "candidate's place does.",
        )


def _shows_picture(track: SignalTrack, stretch: Interval, options: CalibrationOptions) -> bool:
    return held_up(track.between(stretch), options) is not None


def _quiet_stretches(track: SignalTrack) -> Iterator[Interval]:
    """Stretches without closed eyes in which the face was measured; few of living people are."""
    onsets = np.arange(int(track.times[0]), track.end - LOOKED_AT + 1, EVERY)
    first = np.searchsorted(track.times, onsets)
    last = np.searchsorted(track.times, onsets + LOOKED_AT)
    closed = _before(track.reason(Channel.GAZE_HORIZONTAL) == Missing.EYES_CLOSED.value)
    seen = _before(np.isfinite(track.column(Channel.YAW)))
    quiet = closed[last] == closed[first]
    quiet &= seen[last] - seen[first] >= SEEN_SHARE * np.maximum(1, last - first)
    for onset in onsets[quiet].tolist():
        yield Interval(Micros(onset), Micros(onset + LOOKED_AT))


def _before(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many flags are set before each row, and in all."""
    return np.concatenate([[0], np.cumsum(flags)])


def _blinked(track: SignalTrack) -> bool:
    if (track.reason(Channel.GAZE_HORIZONTAL) == Missing.EYES_CLOSED.value).any():
        return True
    lids = track.column(Channel.LID_OPENING)
    measured = lids[np.isfinite(lids)]
    return bool(len(measured)) and bool(measured.min() < BLINK_SHARE * np.median(measured))


def _is_whole(track: SignalTrack) -> bool:
    """Whether the edge of the picture leaves the face as it is."""
    axes = (Channel.FACE_X, Channel.FACE_WIDTH), (Channel.FACE_Y, Channel.FACE_HEIGHT)
    return math.prod(_part_inside(track, *axis) for axis in axes) > INSIDE_SHARE


def _part_inside(track: SignalTrack, middle: Channel, size: Channel) -> float:
    """Part of the face's usual width or height that lies in the picture; 0 where it is unknown."""
    places, sizes = track.column(middle), track.column(size)
    known = np.isfinite(places) & np.isfinite(sizes)
    if not known.any():
        return 0.0
    at, half = float(np.median(places[known])), float(np.median(sizes[known])) / 2
    return (min(at + half, 1.0) - max(at - half, 0.0)) / max(2 * half, 1e-6)


def _spread(values: NDArray[np.float32]) -> float:
    """Standard deviation of what is measured; infinite where that is too little."""
    measured = values[np.isfinite(values)]
    return float(measured.std()) if len(measured) >= MIN_COMPARED else math.inf


def drift_and_noise(values: NDArray[np.float32]) -> tuple[float, float]:
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
