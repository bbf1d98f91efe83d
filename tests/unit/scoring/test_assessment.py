"""The whole chain from signals to an explained risk."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proctor_desktop.calibration import CalibrationOptions
from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import Axis, EventKind, Unit
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.scoring.assessment import Assessment, RuleOptions, assess
from tests.unit.synthetic import FACE, Recording

RULES = RuleOptions()
CLASSES = list(RiskClass)


def assessed(
    recording: Recording, rules: RuleOptions = RULES, analysed: float | None = None
) -> Assessment:
    return assess(recording.track(), recording.record(analysed), rules)


def busy() -> Recording:
    """Two minutes with a look, a turn, an absence and a second person."""
    recording = Recording(120)
    recording.add(Channel.GAZE_HORIZONTAL, 20.5, 23, 0.6)
    recording.add(Channel.YAW, 40, 44, -30)
    return recording.leave(60, 66).people(90, 95, 2)


def test_a_quiet_recording_is_clean_and_says_why() -> None:
    assessment = assessed(Recording(60))
    assert assessment.calibration.status is CalibrationStatus.SUCCESS
    assert (assessment.events, assessment.incidents) == ((), ())
    assert assessment.risk.classification is RiskClass.CLEAN
    assert assessment.class_reason.startswith("Risk 0.00 from 0 incidents in 60.0 s measurable")
    assert assessment.measurable_sec == pytest.approx(60, abs=0.1)


def test_each_kind_is_found_charged_and_explained() -> None:
    assessment = assessed(busy())
    assert [incident.primary.kind for incident in assessment.incidents] == [
        EventKind.GAZE_DEVIATION,
        EventKind.HEAD_MOVEMENT,
        EventKind.FACE_ABSENCE,
        EventKind.MULTIPLE_FACES,
    ]
    assert set(assessment.counterfactuals) == {incident.id for incident in assessment.incidents}
    assert {part.incident_id for part in assessment.risk.contributions} == set(
        assessment.counterfactuals
    )
    assert len(assessment.minutes) == 2
    assert assessment.policy == "1"


def test_the_same_signals_give_the_same_assessment() -> None:
    assert assessed(busy()) == assessed(busy())


def test_the_threshold_of_a_counterfactual_is_the_smallest_that_would_do() -> None:
    recording = Recording(60).add(Channel.YAW, 20, 20.6, 35).add(Channel.YAW, 20.6, 24, 22)
    assessment = assessed(recording)
    (counterfactual,) = assessment.counterfactuals.values()
    threshold = counterfactual.threshold
    assert threshold is not None
    assert assessment.incidents[0].primary.axis is Axis.YAW

    def incidents(yaw: float) -> int:
        rules = replace(
            RULES, calibration=CalibrationOptions(yaw_base=yaw, yaw_floor=yaw, yaw_k=0, yaw_cap=90)
        )
        return len(assessed(recording, rules).incidents)

    assert incidents(threshold - 0.05) == 1
    assert incidents(threshold + 0.05) == 0


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.floats(10, 45)), min_size=1, max_size=6),
    st.integers(0, 3),
)
def test_beyond_the_counterfactual_threshold_the_event_is_gone(
    steps: list[tuple[int, float]], blink: int
) -> None:
    recording = Recording(60)
    start = 20.0
    for length, angle in steps:
        recording.put(Channel.YAW, start, start + length / 5, angle)
        start += length / 5
    recording.hide(21, 21 + blink / 10, Missing.NOT_SEEN, (Channel.YAW,))
    rules = replace(RULES, calibration=CalibrationOptions(duration_sec=0))
    assessment = assessed(recording, rules)
    for incident in assessment.incidents:
        threshold = assessment.counterfactuals[incident.id].threshold
        assert threshold is not None
        higher = threshold + 1e-3
        raised = CalibrationOptions(
            duration_sec=0, yaw_base=higher, yaw_floor=higher, yaw_k=0, yaw_cap=90
        )
        primary = incident.primary
        left = assessed(recording, replace(RULES, calibration=raised)).events
        assert not any(e.interval.overlap(primary.interval) for e in left if e.axis is Axis.YAW)


def test_a_longer_minimum_than_the_counterfactuals_hides_the_event() -> None:
    recording = Recording(60).add(Channel.GAZE_HORIZONTAL, 20.5, 23, 0.6)
    (counterfactual,) = assessed(recording).counterfactuals.values()
    longer = DetectionOptions(gaze_min_sec=counterfactual.min_duration + 0.01)
    as_long = DetectionOptions(gaze_min_sec=counterfactual.min_duration - 0.01)
    assert assessed(recording, replace(RULES, detection=longer)).incidents == ()
    assert len(assessed(recording, replace(RULES, detection=as_long)).incidents) == 1


def test_a_counterfactual_speaks_in_physical_units() -> None:
    assessment = assessed(busy())
    sentences = [each.sentence for each in assessment.counterfactuals.values()]
    assert re.search(r"threshold above \d\d\.\d degrees \(in force: 20\.1\)", sentences[0])
    assert re.search(r"threshold above \d\d\.\d degrees \(in force: 15\.0\)", sentences[1])
    assert "threshold" not in sentences[2]
    assert "absences had to last longer than 6.0 s" in sentences[2]
    units = [incident.primary.unit for incident in assessment.incidents]
    assert units == [Unit.RADIANS, Unit.DEGREES, Unit.SECONDS, Unit.PEOPLE]


def test_the_class_without_an_incident_is_that_of_the_rest() -> None:
    full = assessed(Recording(120).people(60, 95, 2).add(Channel.YAW, 20, 22, 25))
    assert full.risk.classification is RiskClass.HIGH_RISK
    without = {
        incident.primary.kind: full.counterfactuals[incident.id].class_without
        for incident in full.incidents
    }
    assert without == {
        EventKind.HEAD_MOVEMENT: "HIGH_RISK",
        EventKind.MULTIPLE_FACES: "CLEAN",
    }


def test_an_incomplete_recording_is_never_clean_and_the_reason_is_not_behaviour() -> None:
    assert assessed(Recording(60), analysed=59.5).risk.classification is RiskClass.CLEAN
    assessment = assessed(Recording(60), analysed=59.0)
    assert assessment.risk.classification is RiskClass.BORDERLINE
    assert assessment.risk.score == 0
    assert "because of missing video, not because of behaviour" in assessment.class_reason
    turned = assessed(Recording(60).add(Channel.YAW, 20, 22, 25), analysed=50.0)
    assert {each.class_without for each in turned.counterfactuals.values()} == {"BORDERLINE"}


def test_a_risk_beyond_clean_is_not_changed_by_missing_video() -> None:
    recording = Recording(120).people(60, 95, 2)
    complete, incomplete = assessed(recording), assessed(recording, analysed=60.0)
    assert incomplete.risk == complete.risk
    assert "missing video" not in incomplete.class_reason


def test_what_cannot_be_measured_costs_nothing_and_is_not_measurable_time() -> None:
    for reason in (Missing.TOO_DARK, Missing.FACE_TOO_SMALL, Missing.BLURRED, Missing.NOT_SEEN):
        recording = Recording(60).add(Channel.YAW, 20, 45, 40).hide(20, 45, reason, FACE)
        assessment = assessed(recording)
        assert assessment.incidents == ()
        assert assessment.measurable_sec == pytest.approx(35, abs=0.2)


def test_time_away_is_measurable_and_frozen_time_is_not() -> None:
    assert assessed(Recording(60).leave(20, 40)).measurable_sec == pytest.approx(60, abs=0.2)
    frozen = Recording(60).put(Channel.CHANGE, 20, 40, 0.0)
    assert assessed(frozen).measurable_sec == pytest.approx(40, abs=0.3)


def test_nothing_lasts_longer_than_the_recording() -> None:
    recording = Recording(60).leave(50, 60)
    shorter = replace(recording.record(), duration_sec=59.97)
    assessment = assess(recording.track(), shorter, RULES)
    assert assessment.events[-1].interval.offset == from_seconds(59.97)
    assert assessment.measurable_sec == pytest.approx(59.97, abs=1e-6)


def test_little_measurable_time_is_said() -> None:
    recording = Recording(60).hide(10, 60, Missing.TOO_DARK, FACE)
    assert "of the recording could be measured" in assessed(recording).class_reason


def test_a_posture_that_differs_from_calibration_is_in_the_assessment() -> None:
    assessment = assessed(Recording(60).add(Channel.YAW, 8, 60, 12))
    assert assessment.calibration.status is CalibrationStatus.SUCCESS
    assert [finding.fault.value for finding in assessment.calibration.findings] == [
        "posture_mismatch"
    ]


def test_an_empty_track_is_assessed_without_a_traceback() -> None:
    empty = Recording(0)
    assessment = assess(empty.track(), empty.record(), RULES)
    assert assessment.incidents == ()
    assert assessment.risk.classification is RiskClass.BORDERLINE


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([Channel.YAW, Channel.GAZE_HORIZONTAL]),
            st.integers(10, 110),
            st.integers(1, 8),
            st.sampled_from([-1.0, 1.0]),
        ),
        max_size=10,
    )
)
def test_parts_and_whole_agree_whatever_happens(
    acts: list[tuple[Channel, int, int, float]],
) -> None:
    recording = Recording(120)
    for channel, start, length, sign in acts:
        recording.put(
            channel, start, start + length, sign * (30 if channel is Channel.YAW else 0.7)
        )
    assessment = assessed(recording)
    points = [part.points for part in assessment.risk.contributions]
    assert round(sum(points), 6) == assessment.risk.score
    assert np.isfinite(points).all()
    for incident in assessment.incidents:
        without = RiskClass(assessment.counterfactuals[incident.id].class_without)
        assert CLASSES.index(without) <= CLASSES.index(assessment.risk.classification)


@pytest.mark.parametrize("reason", [Missing.TOO_DARK, Missing.LOW_CONTRAST, Missing.NOT_SEEN])
def test_a_recording_of_which_nothing_was_measured_is_never_clean(reason: Missing) -> None:
    covered = Recording(120).hide(0, 120, reason, FACE)
    found = assessed(covered)
    assert found.risk.classification is RiskClass.BORDERLINE
    assert found.risk.score == 0
    assert "Too little to say" in found.class_reason
    assert "behaviour" not in found.class_reason
