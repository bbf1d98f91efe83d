"""The exam within its recording."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proctor_desktop.calibration import CalibrationOptions
from proctor_desktop.calibration.exam import ExamOptions, exam_of
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.exam import ExamEdge
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


def test_what_comes_before_is_found_without_its_times() -> None:
    found = assessed(prepared().put(Channel.PRESENCE, 280, 300, 1.0), 0, 275)

    assert found.exam.begins_by is ExamEdge.STEADY
    assert found.exam.interval.onset == pytest.approx(from_seconds(26), abs=100_000)
    assert found.events == ()
    assert found.calibration.status is CalibrationStatus.SUCCESS


def test_what_lies_outside_is_shown_with_its_number_and_costs_nothing() -> None:
    found = assessed(prepared().leave(100, 130), 30, 275)

    kinds = [incident.primary.kind for incident in found.outside]
    assert kinds == [EventKind.MULTIPLE_FACES, EventKind.FACE_ABSENCE]
    assert [incident.id for incident in found.incidents] == ["I002"]
    assert [incident.id for incident in found.outside] == ["I001", "I003"]
    assert {part.incident_id for part in found.risk.contributions} == {"I002"}


def test_nothing_is_looked_for_beyond_the_given_second() -> None:
    rules = RuleOptions(exam=ExamOptions(found_until_sec=0))
    recording = prepared()
    found = assess(recording.track(), recording.record(), rules)

    assert found.exam.interval.onset == 0
    assert found.risk.classification is RiskClass.HIGH_RISK


def test_a_short_recording_has_no_long_preparation() -> None:
    found = assessed(Recording(60).people(0, 25, 2))

    assert found.exam.begins_by is ExamEdge.RECORDING
    assert [event.kind for event in found.events] == [EventKind.MULTIPLE_FACES]


def test_a_picture_before_the_camera_is_no_preparation() -> None:
    found = assessed(Recording(300).put(Channel.CHANGE, 0, 40, 0.0))

    assert found.exam.begins_by is ExamEdge.RECORDING
    assert found.calibration.status is CalibrationStatus.FAILED


def test_who_calibrates_at_once_begins_at_once() -> None:
    found = assessed(Recording(300).people(20, 40, 2))

    assert found.exam.begins_by is ExamEdge.RECORDING
    assert [event.kind for event in found.events] == [EventKind.MULTIPLE_FACES]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 240), st.integers(1, 20)), max_size=6),
    st.floats(0, 240),
    st.floats(0, 240),
)
def test_every_incident_is_charged_or_outside_and_numbers_are_never_given_twice(
    absences: list[tuple[int, int]], begins: float, ends: float
) -> None:
    recording = Recording(240)
    for start, length in absences:
        recording.leave(start, start + length)
    found = assessed(recording, begins, ends)
    time = found.exam.interval

    assert all(time.onset <= one.interval.onset < time.offset for one in found.incidents)
    assert not any(one.interval.overlap(time) for one in found.outside)
    ids = [one.id for one in (*found.incidents, *found.outside)]
    assert sorted(ids) == [f"I{number:03d}" for number in range(1, len(ids) + 1)]


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
    exam = exam_of(
        track, from_seconds(60), ExamOptions(begins, ends), CalibrationOptions()
    ).interval

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


def test_an_exam_that_is_said_to_begin_is_calibrated_from_there() -> None:
    options = AnalysisOptions()
    extractor, phase = Extractor(options.signals), CalibrationPhase(options)
    number = 0
    while phase.covers(time := from_seconds(number / 12)):
        if number == 48:  # the helper gets up, the candidate sits down
            phase.restart(time)
        seen = face(rotation(yaw=2 * np.sin(number / 9)), lids=0.36 if number < 48 else 0.22)
        verdict = phase.push(extractor.extract(Frame(time, PICTURE), seen, None), seen, SIZE)
        number += 1
    assert verdict is not None
    assert number / 12 == pytest.approx(12, abs=0.2)
    assert verdict.accepted_frames <= 97
    assert len(phase.finish(extractor)) == number
    assert extractor.neutral.eyes.opening == pytest.approx(0.22, abs=0.01)
