"""Where the camera stands, and how a head is held, told by the first minute of an exam.

Who works looks at the screen: where head and eyes together point far beside the camera nearly all
the time, the camera stands beside the screen. Where they point at the camera while the head is
turned or tilted, the head is held so. Neither is a fault; both explain a calibration that failed.
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.calibration import CalibrationFault, CalibrationFinding
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds

WATCHED = from_seconds(60.0)
"""The placement is told by so much of the exam."""

LEAST_SEC = 12.0
"""With less than this measured nothing is said."""

BESIDE_DEG = 18.0
"""Line of sight from which on the camera stands beside the screen: more than half a wide screen
seen from where people sit."""

TURNED_DEG, TILTED_DEG = 15.0, 15.0
_AROUND_DEG = 10.0
_MOST = 0.7
"""So much of the time the head or the line of sight must keep to within `_AROUND_DEG`."""


def placement(track: SignalTrack) -> Iterator[CalibrationFinding]:
    """What the first minute of ``track`` tells; nothing where the camera stands as it should."""
    first = _first_minute(track)
    yaw, roll = (first.column(axis).astype(np.float64) for axis in (Channel.YAW, Channel.ROLL))
    sight = yaw + np.degrees(first.column(Channel.GAZE_HORIZONTAL).astype(np.float64))
    aside, turned, tilted = (_held(each, first) for each in (sight, yaw, roll))
    if aside is None:
        return
    if abs(aside) >= BESIDE_DEG:
        yield _camera_beside(aside)
    elif abs(turned or 0.0) >= TURNED_DEG or abs(tilted or 0.0) >= TILTED_DEG:
        yield _held_head(turned or 0.0, tilted or 0.0)


def _first_minute(track: SignalTrack) -> SignalTrack:
    if not len(track):
        return track
    onset = int(track.times[0])
    return track.between(Interval(Micros(onset), Micros(onset + WATCHED)))


def _held(angles: NDArray[np.float64], track: SignalTrack) -> float | None:
    """The angle that is kept nearly all the time; None where none is, or too little is known."""
    known = angles[np.isfinite(angles)]
    if len(known) * to_seconds(track.step) < LEAST_SEC:
        return None
    usual = float(np.median(known))
    return usual if np.mean(np.abs(known - usual) <= _AROUND_DEG) >= _MOST else None


def _camera_beside(aside: float) -> CalibrationFinding:
    side = "right" if aside > 0 else "left"
    return CalibrationFinding(
        CalibrationFault.CAMERA_BESIDE,
        f"The candidate looks {abs(aside):.0f} degrees to the picture's {side} nearly all the "
        "time: the camera seems to stand beside the screen. Angles count from there; a camera "
        "above the middle of the screen sees the eyes better.",
    )


def _held_head(turned: float, tilted: float) -> CalibrationFinding:
    degrees = math.hypot(turned, tilted)
    return CalibrationFinding(
        CalibrationFault.HEAD_HELD,
        f"The head is held {degrees:.0f} degrees turned or tilted nearly all the time while the "
        "eyes look at the screen. Angles count from there; for a head that cannot be held "
        "otherwise there is the accommodation Fixed posture.",
    )
