"""Eyes that are narrower than the generic face's are not eyes that look down."""

import numpy as np
import pytest

from proctor_desktop.calibration.collector import calibrate
from proctor_desktop.domain.calibration import FrameRejection
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.pipeline import AnalysisOptions, CalibrationPhase
from proctor_desktop.signals.extractor import Extractor
from tests.unit.signals.faces import SIZE, face, rotation

OPTIONS = AnalysisOptions()
PICTURE = np.random.default_rng(8).integers(60, 200, (SIZE[1], SIZE[0], 3)).astype(np.uint8)


@pytest.mark.parametrize("lids", [0.34, 0.28, 0.22, 0.17])
def test_frames_are_accepted_however_wide_the_eyes_are_open(lids: float) -> None:
    extractor, phase = Extractor(OPTIONS.signals), CalibrationPhase(OPTIONS)
    for number in range(96):
        frame = Frame(from_seconds(number / 12), PICTURE)
        seen = face(rotation(yaw=2 * np.sin(number / 9)), iris=(0, 0.02), lids=lids)
        phase.push(extractor.extract(frame, seen, None), seen, SIZE)

    track = SignalTrack.from_samples(phase.finish(extractor), OPTIONS.step)
    found = calibrate(track, OPTIONS.calibration)

    assert not found.rejected.get(FrameRejection.LOOKING_AWAY)
    assert found.accepted >= 0.8 * 96
    assert extractor.neutral.eyes.opening == pytest.approx(lids, abs=0.01)
    assert abs(found.baseline.eye_vertical.center) < 0.25
