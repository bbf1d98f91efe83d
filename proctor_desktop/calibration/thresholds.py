"""Thresholds that give a candidate who naturally moves more, more room."""

from dataclasses import replace

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, Threshold, Thresholds
from proctor_desktop.domain.events import Axis

STILL = AxisBaseline(0.0, 0.0)
CAMERA_AXIS = Baseline(STILL, STILL, STILL, STILL, STILL)
"""Baseline without a successful calibration: facing the camera, with no room for movement."""


def adapted(baseline: Baseline, options: CalibrationOptions) -> Thresholds:
    """``min(cap, max(floor, base + k * variance))`` per axis, with everything it was made of.

    Head variances are in square degrees, the eye's in square radians.
    """
    return Thresholds(
        eye=_threshold(
            Axis.EYE,
            baseline.eye_variance,
            options.eye_base,
            options.eye_k,
            options.eye_floor,
            options.eye_cap,
        ),
        yaw=_threshold(
            Axis.YAW,
            baseline.yaw.variance,
            options.yaw_base,
            options.yaw_k,
            options.yaw_floor,
            options.yaw_cap,
        ),
        pitch=_threshold(
            Axis.PITCH,
            baseline.pitch.variance,
            options.pitch_base,
            options.pitch_k,
            options.pitch_floor,
            options.pitch_cap,
        ),
        roll=_threshold(
            Axis.ROLL,
            baseline.roll.variance,
            options.roll_base,
            options.roll_k,
            options.roll_floor,
            options.roll_cap,
        ),
    )


def unadapted(options: CalibrationOptions) -> Thresholds:
    """The thresholds of somebody who is not known: for the eyes a wider one than at the least."""
    floor = max(options.eye_floor, options.eye_floor_uncalibrated)
    return adapted(CAMERA_AXIS, replace(options, eye_floor=floor))


def _threshold(
    axis: Axis, variance: float, base: float, k: float, floor: float, cap: float
) -> Threshold:
    value = min(cap, max(floor, base + k * variance))
    return Threshold(axis, value, base, k, variance, floor, cap)
