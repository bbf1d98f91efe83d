"""A posture that changes for good is renewed: a lid that was moved, somebody who slouched.

The head's new place is a resting posture when it stays for a minute and a half and is not further
from the calibrated one than a lid or a slouch moves it, while the eyes say that nothing else is
looked at: they stay at rest in the head, as behind a lid that was moved, or they turn back by as
much as the head turned, as those of somebody who slouches before the same screen. From the moment
it was taken, angles are told as if the posture were the calibrated one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.calibration import Baseline, CalibrationFault, CalibrationFinding
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Micros, clock, from_seconds

AXES = (Channel.YAW, Channel.PITCH, Channel.ROLL)
_NAMES = ("head turn (yaw)", "head raising (pitch)", "head tilt (roll)")
LARGEST_DEG = np.array([10.0, 16.0, 30.0])
"""Furthest that a posture on each of `AXES` is renewed from the calibrated one; a tilt looks at
nothing else, however large."""

LARGEST_TURNED_BACK_DEG = np.array([18.0, 18.0, 30.0])
"""The same while the eyes turn back to where they looked."""

SMALLEST_DEG = 5.0
"""Less than this is sway."""

BLOCK = from_seconds(15.0)
BLOCKS = 6
"""So many blocks in a row make a posture."""

_STEADY_DEG = 6.0
_EYES_AT_REST_DEG = 10.0
_SAME_SIGHT_DEG = 6.0
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Renewal:
    """A resting posture that was taken at ``time``: yaw, pitch, roll (3,) from the calibrated."""

    time: Micros
    offset: NDArray[np.float64]


def renewals(track: SignalTrack, baseline: Baseline) -> tuple[Renewal, ...]:
    """When the head took a new resting posture, in time order."""
    blocks = list(_blocks(track, baseline)) if len(track) else []
    found: list[Renewal] = []
    present = np.zeros(len(AXES))
    for first in range(len(blocks) - BLOCKS + 1):
        posture = _posture(blocks[first : first + BLOCKS])
        if posture is None or np.abs(posture - present).max() < SMALLEST_DEG:
            continue
        found.append(Renewal(_taken(track, baseline, blocks[first].start, posture), posture))
        present = posture
    return tuple(found)


def rested(track: SignalTrack, changes: tuple[Renewal, ...]) -> SignalTrack:
    """The track as if every renewed posture were the calibrated one."""
    if not changes:
        return track
    values = track.values.copy()
    shown = SignalTrack(track.times, values, track.reasons, track.step)
    ends = [*(change.time for change in changes[1:]), track.end]
    for change, end in zip(changes, ends, strict=True):
        rows = slice(*np.searchsorted(track.times, [change.time, end]))
        for channel, offset in zip(AXES, change.offset, strict=True):
            shown.column(channel)[rows] -= np.float32(offset)
    return shown


def noted(changes: tuple[Renewal, ...]) -> Iterator[CalibrationFinding]:
    """A sentence for each axis of each renewed posture that is far from the calibrated one."""
    for change in changes:
        for name, offset in zip(_NAMES, change.offset, strict=True):
            if abs(offset) >= SMALLEST_DEG:
                yield CalibrationFinding(
                    CalibrationFault.POSTURE_RENEWED,
                    f"From {clock(change.time)} on the {name} rested {offset:+.1f} degrees from "
                    "its earlier place; angles are counted from there.",
                )


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Some seconds: the head's posture from the calibrated one, None where it does not rest.

    ``turns_back`` tells that the eyes look where they looked in the calibrated posture.
    """

    start: Micros
    posture: NDArray[np.float64] | None
    turns_back: bool


def _blocks(track: SignalTrack, baseline: Baseline) -> Iterator[_Block]:
    centers = np.array([baseline.yaw.center, baseline.pitch.center, baseline.roll.center])
    edges = np.arange(int(track.times[0]), int(track.end) - BLOCK + 1, BLOCK)
    for start in edges:
        rows = slice(*np.searchsorted(track.times, [start, start + BLOCK]))
        eyes = _eyes(track, rows, baseline)
        if eyes is None:
            yield _Block(Micros(int(start)), None, turns_back=False)
            continue
        head = _median(np.column_stack([track.column(channel)[rows] for channel in AXES])) - centers
        turns_back = bool(np.hypot(*(eyes + head[:2])) < _SAME_SIGHT_DEG)
        rests = bool(np.hypot(*eyes) < _EYES_AT_REST_DEG)
        yield _Block(Micros(int(start)), head if rests or turns_back else None, turns_back)


def _median(head: NDArray[np.float32]) -> NDArray[np.float64]:
    """Of each column, without what was not measured; `nanmedian` is ten times as slow."""
    ordered = np.sort(head.astype(np.float64), axis=0)  # what was not measured comes last
    known = np.isfinite(ordered).sum(axis=0)
    columns = np.arange(ordered.shape[1])
    middle = ordered[np.maximum(known - 1, 0) // 2, columns] + ordered[known // 2, columns]
    return np.asarray(middle / 2, np.float64)


def _eyes(track: SignalTrack, rows: slice, baseline: Baseline) -> NDArray[np.float64] | None:
    """Where the eyes look from their rest in the head, across and up in degrees.

    None where they were not measured for most of the time.
    """
    across = track.column(Channel.GAZE_HORIZONTAL)[rows] - baseline.eye_horizontal.center
    up = track.column(Channel.GAZE_VERTICAL)[rows] - baseline.eye_vertical.center
    looks = np.degrees(np.column_stack([across, up]).astype(np.float64))
    known = looks[np.isfinite(looks).all(axis=1)]
    if len(known) <= _LEAST_SHARE * BLOCK / track.step:
        return None
    return np.asarray(np.median(known, axis=0), np.float64)


def _posture(blocks: list[_Block]) -> NDArray[np.float64] | None:
    """What blocks in a row agree upon, None where they do not."""
    postures = [block.posture for block in blocks if block.posture is not None]
    if len(postures) < len(blocks):
        return None
    whole = np.array(postures)
    middle = np.asarray(np.median(whole, axis=0), np.float64)
    steady = np.ptp(whole, axis=0).max() <= _STEADY_DEG
    turns_back = all(block.turns_back for block in blocks)
    largest = LARGEST_TURNED_BACK_DEG if turns_back else LARGEST_DEG
    return middle if steady and bool((np.abs(middle) <= largest).all()) else None


def _taken(
    track: SignalTrack, baseline: Baseline, start: Micros, posture: NDArray[np.float64]
) -> Micros:
    """The moment before ``start`` from which on the head was nearer to the new posture."""
    centers = np.array([baseline.yaw.center, baseline.pitch.center, baseline.roll.center])
    rows = slice(*np.searchsorted(track.times, [start - BLOCK, start]))
    head = np.column_stack([track.column(channel)[rows] for channel in AXES]) - centers
    near = np.abs(head - posture).max(axis=1) < np.abs(posture).max() / 2
    elsewhere = np.flatnonzero(np.isfinite(head).all(axis=1) & ~near)
    times = track.times[rows]
    if not len(times) or not len(elsewhere):
        return start if not len(times) else Micros(int(times[0]))
    last = int(elsewhere[-1]) + 1
    return Micros(int(times[last])) if last < len(times) else start
