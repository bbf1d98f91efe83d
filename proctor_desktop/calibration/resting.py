"""The resting posture of a recording that has no calibration: its usual one near the camera.

A face shape that was never calibrated, a camera on the desk, above or beside the screen, and a seat
beside the axis each offset every angle. Measured from the camera's axis, such an offset would be an
alert that lasts the whole exam. The median would do while somebody works; but who looks away for
most of the time would be flagged for looking back. So it is the posture in which most time was
spent, where time counts the less the further it looks from the camera. Where only one posture was
ever taken it is that one, however far it is turned: a camera beside the screen, a head that cannot
be held otherwise.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import AxisBaseline, Baseline
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND

LEAST_SECONDS = 1.0
"""With less than this measured, the camera's axis is the better guess."""

NEAR_DEG = 12.0
"""Eyes are looked at while the head is this near to its resting posture."""

_BINS_PER_DEG = 2
_WIDEST_DEG = 90.0


@dataclass(frozen=True, slots=True)
class _Habit:
    """How postures spread on one axis, standard deviations in degrees.

    Attributes:
        channel: the axis.
        usual: of people's resting postures around the camera.
        sway: of one person around a posture.
        unit: degrees for one unit of the channel.
    """

    channel: Channel
    usual: float
    sway: float
    unit: float = 1.0


_RADIAN = float(np.degrees(1.0))
_YAW = _Habit(Channel.YAW, 14.0, 5.0)
_PITCH = _Habit(Channel.PITCH, 14.0, 5.0)
_ROLL = _Habit(Channel.ROLL, 10.0, 5.0)
_ACROSS = _Habit(Channel.GAZE_HORIZONTAL, 14.0, 5.0, _RADIAN)
_UP = _Habit(Channel.GAZE_VERTICAL, 18.0, 7.0, _RADIAN)


def resting_baseline(track: SignalTrack, options: CalibrationOptions) -> Baseline:
    """The recording's own resting posture, without any spread: the default thresholds stay."""
    everywhere = np.ones(len(track), np.bool_)
    yaw, pitch = (_center(track, each, everywhere) for each in (_YAW, _PITCH))
    ahead = _near(track, Channel.YAW, yaw) & _near(track, Channel.PITCH, pitch)
    roll, across, up = (_center(track, each, ahead) for each in (_ROLL, _ACROSS, _UP))
    return Baseline(yaw, pitch, roll, across, up)


def _near(track: SignalTrack, channel: Channel, axis: AxisBaseline) -> NDArray[np.bool_]:
    return np.asarray(np.abs(track.column(channel) - axis.center) < NEAR_DEG, np.bool_)


def _center(track: SignalTrack, habit: _Habit, rows: NDArray[np.bool_]) -> AxisBaseline:
    column = track.column(habit.channel)
    measured = column[rows & np.isfinite(column)].astype(np.float64) * habit.unit
    if len(measured) * track.step < LEAST_SECONDS * MICROS_PER_SECOND:
        return AxisBaseline(0.0, 0.0)
    usual = _likeliest(measured, habit)
    around = measured[np.abs(measured - usual) <= 2 * habit.sway]
    return AxisBaseline(float((around.mean() if len(around) else usual) / habit.unit), 0.0)


def _likeliest(angles: NDArray[np.float64], habit: _Habit) -> float:
    """The angle at which most time was spent, weighted by how usual a rest it would be."""
    count = int(2 * _WIDEST_DEG * _BINS_PER_DEG)
    spent, edges = np.histogram(angles, count, (-_WIDEST_DEG, _WIDEST_DEG))
    middles = (edges[:-1] + edges[1:]) / 2
    kernel = np.exp(-((middles / habit.sway) ** 2) / 2)
    density = np.convolve(spent, kernel, "same")
    return float(middles[np.argmax(density * np.exp(-((middles / habit.usual) ** 2) / 2))])
