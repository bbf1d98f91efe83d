"""Detection of a synthetic recording under default thresholds, for the tests beside this file."""

from dataclasses import replace

from proctor_desktop.calibration import CalibrationOptions, calibrate
from proctor_desktop.calibration.thresholds import CAMERA_AXIS, adapted
from proctor_desktop.detection import DetectionOptions, detect
from proctor_desktop.domain.calibration import Calibration
from proctor_desktop.domain.events import Event, EventKind
from tests.unit.synthetic import Recording

DEFAULTS = DetectionOptions()


def uncalibrated(recording: Recording) -> Calibration:
    """The smallest thresholds, resting posture straight ahead."""
    options = CalibrationOptions(duration_sec=0)
    return replace(calibrate(recording.track(), options), thresholds=adapted(CAMERA_AXIS, options))


def events_of(recording: Recording, options: DetectionOptions = DEFAULTS) -> tuple[Event, ...]:
    """All events under default thresholds."""
    return detect(recording.track(), uncalibrated(recording), options)


def spans(events: tuple[Event, ...], kind: EventKind | None = None) -> list[tuple[float, float]]:
    """Onsets and offsets in seconds, to a tenth."""
    return [
        (round(e.interval.onset / 1e6, 1), round(e.interval.offset / 1e6, 1))
        for e in events
        if kind in (None, e.kind)
    ]
