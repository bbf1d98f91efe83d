"""The first seconds of a recording become this candidate's baseline and thresholds."""

from proctor_desktop.calibration.anti_cheat import after_exam
from proctor_desktop.calibration.collector import (
    CalibrationCollector,
    CalibrationOptions,
    FrameVerdict,
    calibrate,
)

__all__ = ["CalibrationCollector", "CalibrationOptions", "FrameVerdict", "after_exam", "calibrate"]
