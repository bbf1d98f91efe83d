"""Steady frames, the steadiest window, and the resting posture they give."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import AxisBaseline, Baseline
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Interval, Micros, from_seconds

HEAD = (Channel.YAW, Channel.PITCH, Channel.ROLL)
GAZE = (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL)
WINDOW_LENGTHS = 5
"""How many lengths between the shortest and the longest window are tried."""
USUAL_WEIGHT = 1.0
"""Weight of a window's distance from the usual posture against its variance.

Without it a still second spent looking elsewhere wins against a lively one at the usual posture.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Boolean arrays over the frames: ``kept`` ones are used, ``worst`` ones were usable but not
    steady enough."""

    kept: NDArray[np.bool_]
    worst: NDArray[np.bool_]


def select(track: SignalTrack, usable: NDArray[np.bool_], options: CalibrationOptions) -> Selection:
    """Leave out the least steady share of the usable frames."""
    rows = np.flatnonzero(usable)
    dropped = int(np.floor(len(rows) * options.worst_share))
    order = np.argsort(-_instability(track, options)[rows], kind="stable")
    worst = np.zeros(len(track), bool)
    worst[rows[order[:dropped]]] = True
    return Selection(usable & ~worst, worst)


def _instability(track: SignalTrack, options: CalibrationOptions) -> NDArray[np.float64]:
    """Head speed and face shift of each frame, each in parts of what makes it unusable.

    Where the eyes point is left out: dropping the widest looks would make the eyes seem calmer.
    """
    seconds = np.diff(track.times, prepend=track.times[:1] - track.step) / MICROS_PER_SECOND
    steps = [_step(track, channel) for channel in (*HEAD[:2], Channel.FACE_X, Channel.FACE_Y)]
    speed = np.maximum(steps[0], steps[1]) / seconds / options.max_head_speed_deg_per_sec
    shift = np.hypot(steps[2], steps[3]) / options.max_face_shift
    return np.asarray(speed + shift, np.float64)


def _step(track: SignalTrack, channel: Channel) -> NDArray[np.float64]:
    values = track.column(channel).astype(np.float64)
    return np.asarray(np.abs(np.nan_to_num(np.diff(values, prepend=values[:1]))), np.float64)


def steadiest_window(
    track: SignalTrack, selection: Selection, min_frames: int, options: CalibrationOptions
) -> Interval | None:
    """The window in which head, eyes and face box vary least; None where there is none.

    Windows of several lengths start at every kept frame. The measure is the sum of the unbiased
    variances of all axes in square degrees (a percent of the frame's size counts as a degree), for
    each second that the mean is taken over, plus the square distance from the median posture.
    """
    rows = np.flatnonzero(selection.kept)
    if not len(rows):
        return None
    times = track.times[rows]
    values = _in_degrees(track)[rows]
    usual = np.nanmedian(values, axis=0)
    last = int(times[-1]) + track.step
    best: tuple[float, Interval] | None = None
    for length in np.linspace(options.window_min_sec, options.window_max_sec, WINDOW_LENGTHS):
        span = from_seconds(float(length))
        for first, onset in enumerate(times):
            if onset + span > last:
                break
            inside = values[first : np.searchsorted(times, onset + span)]
            if len(inside) < min_frames:
                continue
            cost = _restlessness(inside, usual, float(length))
            if best is None or cost < best[0]:
                best = cost, Interval(Micros(int(onset)), Micros(int(onset) + span))
    return best[1] if best else None


def _in_degrees(track: SignalTrack) -> NDArray[np.float64]:
    """Columns of head, gaze and face box, all in degrees or what counts as much; 0 if missing."""
    head = [track.column(channel).astype(np.float64) for channel in HEAD]
    gaze = [np.degrees(track.column(channel).astype(np.float64)) for channel in GAZE]
    box = [
        100.0 * track.column(each).astype(np.float64) for each in (Channel.FACE_X, Channel.FACE_Y)
    ]
    return np.asarray(np.nan_to_num(np.column_stack([*head, *gaze, *box])), np.float64)


def _restlessness(inside: NDArray[np.float64], usual: NDArray[np.float64], seconds: float) -> float:
    """How far the mean of a window may be from the resting posture, squared.

    Heads sway slowly, so twice the time makes a mean twice as certain, however many frames it has.
    """
    spread = inside.var(axis=0, ddof=1).sum() / seconds
    distance = ((inside.mean(axis=0) - usual) ** 2).sum()
    return float(spread + USUAL_WEIGHT * distance)


def make_baseline(track: SignalTrack, selection: Selection, window: Interval | None) -> Baseline:
    """Centres as signed means over the window, population variances over all kept frames.

    Without a window the centres come from all kept frames. An axis that was never measured has
    centre and variance 0.
    """
    inside = selection.kept.copy()
    if window is not None:
        inside &= (track.times >= window.onset) & (track.times < window.offset)
    axes = [
        AxisBaseline(
            _statistic(np.mean, track.column(channel)[inside]),
            _statistic(np.var, track.column(channel)[selection.kept]),
        )
        for channel in (*HEAD, *GAZE)
    ]
    return Baseline(*axes)


def _statistic(
    function: Callable[[NDArray[np.float64]], np.floating[Any]], values: NDArray[np.float32]
) -> float:
    measured = values[np.isfinite(values)].astype(np.float64)
    return float(function(measured)) if len(measured) else 0.0
