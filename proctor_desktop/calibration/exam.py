"""When the exam begins and ends within a recording; only what lies inside is charged.

Before it an identity card is held up, a helper sets the seat up, the chair is empty; after it
people stand up. The times are given, or the beginning is found: somebody first sits in a chair that
was empty at the start, and where the first seconds there cannot be calibrated with, the first ones
that can. It is found early in the recording only: who never sits still has no later beginning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le
from numpy.typing import NDArray
from typing_extensions import Doc

from proctor_desktop.calibration.collector import calibrate
from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import CalibrationFault, CalibrationStatus
from proctor_desktop.domain.exam import ExamEdge, ExamTime
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.signals.headcount import SEVERAL, looks_of

LIFELESS = frozenset({CalibrationFault.STILL_PICTURE, CalibrationFault.LOOPED_PICTURE})
"""A picture or a loop before the camera is no preparation for an exam."""

LATEST_SHARE = 0.25
"""The beginning is found in so much of the recording: a short one has no long preparation."""

_STRIDE = from_seconds(1.0)
_STEADY_SHARE = 0.6
_FRAMES_MOVE_DEG = 3.0
"""A head that turns by more from one frame to the next is not steady."""


@dataclass(frozen=True, slots=True)
class ExamOptions:
    """When the exam begins and ends within the recording."""

    begins_sec: Annotated[
        float,
        Ge(0),
        Le(86_400),
        Doc(
            "Second of the recording at which the exam and its calibration begin; 0: found where "
            "somebody first sits there steadily."
        ),
    ] = 0.0
    ends_sec: Annotated[
        float,
        Ge(0),
        Le(86_400),
        Doc("Second of the recording at which the exam ends; 0: with the recording."),
    ] = 0.0
    found_until_sec: Annotated[
        float,
        Ge(0),
        Le(3600),
        Doc(
            "A beginning that is not given is looked for up to this second of the recording; 0: "
            "the exam begins with the recording."
        ),
    ] = 120.0


def exam_of(
    track: SignalTrack, duration: Micros, options: ExamOptions, calibration: CalibrationOptions
) -> ExamTime:
    """From the beginning of the exam to its end, within a recording that lasts ``duration``."""
    last = max(Micros(1), track.end, duration)
    is_ended = options.ends_sec > options.begins_sec
    end = min(from_seconds(options.ends_sec), last) if is_ended else last
    begin, begins_by = _beginning(track, last, options, calibration)
    interval = Interval(min(begin, Micros(end - 1)), Micros(max(1, end)))
    return ExamTime(interval, begins_by, ExamEdge.GIVEN if is_ended else ExamEdge.RECORDING)


def _beginning(
    track: SignalTrack, last: Micros, options: ExamOptions, calibration: CalibrationOptions
) -> tuple[Micros, ExamEdge]:
    if options.begins_sec > 0:
        return from_seconds(options.begins_sec), ExamEdge.GIVEN
    until = from_seconds(options.found_until_sec)
    seated = _seated(track, until)
    latest = min(until, Micros(round(LATEST_SHARE * last)))
    steady = _steady(track, seated, latest, calibration) if seated < latest else None
    if steady is not None:
        return steady, ExamEdge.STEADY
    return seated, ExamEdge.SEATED if seated else ExamEdge.RECORDING


def _seated(track: SignalTrack, until: Micros) -> Micros:
    """When somebody first sits in a chair that was empty from the first picture on; 0 otherwise."""
    presence = track.column(Channel.PRESENCE)
    if not len(presence) or not presence[0] <= 0:
        return Micros(0)
    seen = np.flatnonzero(presence > 0)
    if not len(seen) or track.times[seen[0]] > until:
        return Micros(0)
    return Micros(int(track.times[seen[0]]))


@lru_cache(maxsize=1)  # a what-if asks again and again of the same track
def _steady(
    track: SignalTrack, seated: Micros, latest: Micros, options: CalibrationOptions
) -> Micros | None:
    """The first moment after ``seated`` to calibrate at; None where there is none or no need."""
    length = from_seconds(options.duration_sec)
    if not length:
        return None
    first = calibrate(_from(track, seated, length), options)
    lifeless = any(finding.fault in LIFELESS for finding in first.findings)
    if first.status is not CalibrationStatus.FAILED or lifeless:
        return None
    for begin in _promising(track, seated, latest, options):
        if calibrate(_from(track, begin, length), options).status is CalibrationStatus.SUCCESS:
            return begin
    return None


def _from(track: SignalTrack, begin: Micros, length: Micros) -> SignalTrack:
    return track.between(Interval(begin, Micros(begin + length)))


def _promising(
    track: SignalTrack, seated: Micros, latest: Micros, options: CalibrationOptions
) -> Iterator[Micros]:
    """Moments from which on most frames are steady; judging every one in full would take long."""
    length = from_seconds(options.duration_sec)
    is_steady = _is_steady(track, options)
    so_far = np.concatenate([[0], np.cumsum(is_steady)])
    for begin in range(seated + _STRIDE, min(latest, track.end - length) + 1, _STRIDE):
        first, last = np.searchsorted(track.times, [begin, begin + length])
        count = so_far[last] - so_far[first]
        if count and count >= _STEADY_SHARE * (last - first):
            yield Micros(int(track.times[first + np.argmax(is_steady[first:last])]))


def _is_steady(track: SignalTrack, options: CalibrationOptions) -> NDArray[np.bool_]:
    """(n,) whether a frame looks like one to calibrate with: alone, straight and still."""
    yaw, pitch, roll, across, up = (
        track.column(channel).astype(np.float64)
        for channel in (
            Channel.YAW,
            Channel.PITCH,
            Channel.ROLL,
            Channel.GAZE_HORIZONTAL,
            Channel.GAZE_VERTICAL,
        )
    )
    moved = np.abs(np.diff(yaw, prepend=yaw[:1]))
    aside = np.nan_to_num(np.hypot(across, up))
    straight = (np.abs(yaw) < options.limit_yaw_deg) & (np.abs(pitch) < options.limit_pitch_deg)
    straight &= (np.abs(roll) < options.limit_roll_deg) & (aside <= options.max_gaze_rad)
    return np.asarray(straight & (moved < _FRAMES_MOVE_DEG) & ~_in_company(track), np.bool_)


def _in_company(track: SignalTrack) -> NDArray[np.bool_]:
    """(n,) whether the latest look at the people saw several."""
    looked, people = looks_of(track)
    if not len(looked):
        return np.zeros(len(track), np.bool_)
    latest = np.searchsorted(looked, np.arange(len(track)), side="right") - 1
    return np.asarray((latest >= 0) & (people[np.maximum(latest, 0)] >= SEVERAL), np.bool_)
