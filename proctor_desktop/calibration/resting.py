"""The resting posture of a recording that has no calibration: its own median, within limits.

A face shape that was never calibrated, a camera on the desk or above the screen, and a seat beside
the axis each offset every angle by up to some ten degrees. Measured from the camera's axis, such an
offset would be an alert that lasts the whole exam. The median cannot be moved by a few turns; and
it is held within what a calibration would accept, so that looking away for most of the exam does
not make itself the rule.
"""

import numpy as np

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import AxisBaseline, Baseline
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND

LEAST_SECONDS = 2.0
"""With less than this measured, the camera's axis is the better guess."""


def resting_baseline(track: SignalTrack, options: CalibrationOptions) -> Baseline:
    """Median posture of the recording, without any spread: the default thresholds stay."""
    return Baseline(
        yaw=_center(track, Channel.YAW, options.limit_yaw_deg),
        pitch=_center(track, Channel.PITCH, options.limit_pitch_deg),
        roll=_center(track, Channel.ROLL, options.limit_roll_deg),
        eye_horizontal=_center(track, Channel.GAZE_HORIZONTAL, options.max_gaze_rad),
        eye_vertical=_center(track, Channel.GAZE_VERTICAL, options.max_gaze_rad),
    )


def _center(track: SignalTrack, channel: Channel, limit: float) -> AxisBaseline:
    column = track.column(channel)
    measured = column[np.isfinite(column)]
    if len(measured) * track.step < LEAST_SECONDS * MICROS_PER_SECOND:
        return AxisBaseline(0.0, 0.0)
    return AxisBaseline(float(np.clip(np.median(measured), -limit, limit)), 0.0)
