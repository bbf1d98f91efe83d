"""The exam within its recording."""

import numpy as np
import pytest

from proctor_desktop.calibration.exam import ExamOptions, exam_of
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Channel
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.pipeline import AnalysisOptions, CalibrationPhase
from proctor_desktop.scoring.assessment import Assessment, RuleOptions, assess
from proctor_desktop.signals.extractor import Extractor
from tests.unit.signals.faces import SIZE, face, rotation
from tests.unit.synthetic import Recording

PICTURE = np.random.default_rng(8).integers(60, 200, (SIZE[1], SIZE[0], 3)).astype(np.uint8)


def assessed(recording: Recording, begins: float = 0.0, ends: float = 0.0) -> Assessment:
    rules = RuleOptions(exam=ExamOptions(begins, ends))
    return assess(recording.track(), recording.record(), rules)


def prepared() -> Recording:
    """Somebody shows a card, is helped by a second person, sits an exam, and leaves at its end."""
    recording = Recording(300).add(Channel.YAW, 2, 9, 40).people(8, 20, 2)
    return recording.leave(20, 26).leave(280, 300)


def test_what_comes_before_and_after_the_exam_is_not_charged() -> None:
    found = assessed(prepared(), 30, 275)

    assert found.events == ()
    assert found.risk.classification is RiskClass.CLEAN
    assert found.calibration.status is CalibrationStatus.SUCCESS
    assert "Only the exam counts, from 0:30.0 to 4:35.0" in found.class_reason


def test_without_its_times_everything_is_charged() -> None:
    assert assessed(prepared()).risk.classification is RiskClass.HIGH_RISK


def test_what_happens_in_the_exam_is_charged_as_ever() -> None:
    found = assessed(prepared().leave(100, 130), 30, 275)

    assert [event.kind for event in found.events] == [EventKind.FACE_ABSENCE]


def test_a_recording_that_starts_before_the_candidate_sits_begins_with_them() -> None:
    found = assessed(Recording(300).leave(0, 40))

    assert found.events == ()
    assert found.calibration.status is CalibrationStatus.SUCCESS
    assert "from 0:40" in found.class_reason


def test_who_comes_much_later_was_absent() -> None:
    found = assessed(Recording(400).leave(0, 200))

    assert [event.kind for event in found.events] == [EventKind.FACE_ABSENCE]


@pytest.mark.parametrize(("begins", "ends"), [(500, 0), (0, 500), (20, 10)])
def test_times_outside_of_the_recording_leave_an_exam(begins: float, ends: float) -> None:
    track = Recording(60).track()
    exam = exam_of(track, from_seconds(60), ExamOptions(begins, ends))

    assert exam.onset < exam.offset <= track.end
    assessed(Recording(60), begins, ends)


@pytest.mark.parametrize("begins", [0.0, 5.0])
def test_the_candidates_own_face_is_learned_when_the_exam_begins(begins: float) -> None:
    options = AnalysisOptions(exam=ExamOptions(begins))
    extractor, phase = Extractor(options.signals), CalibrationPhase(options)
    number = 0
    while phase.covers(time := from_seconds(number / 12)):
        is_there = number >= 60
        seen = face(rotation(yaw=2 * np.sin(number / 9)), lids=0.22) if is_there else None
        phase.push(extractor.extract(Frame(time, PICTURE), seen, None), seen, SIZE)
        number += 1
    phase.finish(extractor)

    assert number / 12 == pytest.approx(13, abs=0.2)
    assert extractor.neutral.eyes.opening == pytest.approx(0.22, abs=0.01)
