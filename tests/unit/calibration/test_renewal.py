"""A resting posture that changes for good, and what is none."""

import math

import pytest

from proctor_desktop.domain.calibration import CalibrationFault
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import Channel
from proctor_desktop.scoring.assessment import Assessment, RuleOptions, assess
from tests.unit.synthetic import Recording

PITCH, YAW, ROLL, UP = Channel.PITCH, Channel.YAW, Channel.ROLL, Channel.GAZE_VERTICAL


def assessed(recording: Recording) -> Assessment:
    return assess(recording.track(), recording.record(), RuleOptions())


def head_seconds(recording: Recording) -> float:
    events = assessed(recording).events
    return sum(e.interval.seconds for e in events if e.kind is EventKind.HEAD_MOVEMENT)


@pytest.mark.parametrize(
    ("axis", "degrees"),
    [
        pytest.param(PITCH, -14.0, id="lid_moved"),
        pytest.param(PITCH, -11.5, id="slouched"),
        pytest.param(PITCH, 13.0, id="sat_up"),
        pytest.param(ROLL, 12.0, id="head_on_hand"),
    ],
)
def test_a_posture_that_stays_is_this_persons_posture(axis: Channel, degrees: float) -> None:
    assert head_seconds(Recording(600).add(axis, 20, 600, degrees)) < 20


def test_the_report_says_when_the_posture_was_renewed() -> None:
    findings = assessed(Recording(300).add(PITCH, 100, 300, -14)).calibration.findings

    said = [f.sentence for f in findings if f.fault is CalibrationFault.POSTURE_RENEWED]
    assert len(said) == 1
    assert "From 1:40" in said[0]
    assert "-14" in said[0]


def test_a_turn_from_the_renewed_posture_is_still_found() -> None:
    recording = Recording(400).add(PITCH, 20, 400, -14).add(YAW, 300, 304, 30)
    assert 3 < head_seconds(recording) < 25


@pytest.mark.parametrize("seconds", [10, 60])
def test_a_minute_is_no_posture(seconds: int) -> None:
    recording = Recording(600).add(PITCH, 100, 100 + seconds, -14)
    assert head_seconds(recording) == pytest.approx(seconds, abs=1)


def test_a_head_turned_away_for_ten_minutes_is_away() -> None:
    assert head_seconds(Recording(1200).add(YAW, 300, 900, 20)) == pytest.approx(600, abs=2)


def test_a_head_that_bends_over_something_with_the_eyes_down_is_no_posture() -> None:
    reading = Recording(600).add(PITCH, 100, 400, -14).add(UP, 100, 400, -math.radians(14))
    assert head_seconds(reading) == pytest.approx(300, abs=2)


def test_going_back_is_renewed_too() -> None:
    recording = Recording(900).add(PITCH, 100, 500, -14)
    assert head_seconds(recording) < 20


@pytest.mark.parametrize(
    ("axis", "degrees", "eyes"),
    [
        pytest.param(PITCH, -14.0, (UP, 14.0), id="slouched_before_the_same_screen"),
        pytest.param(YAW, 16.0, (Channel.GAZE_HORIZONTAL, -16.0), id="sits_askew"),
        pytest.param(ROLL, 24.0, (UP, 0.0), id="head_on_hand"),
    ],
)
def test_a_head_that_moves_while_the_eyes_stay_on_the_screen_is_a_posture(
    axis: Channel, degrees: float, eyes: tuple[Channel, float]
) -> None:
    recording = Recording(900).add(axis, 60, 900, degrees)
    recording.add(eyes[0], 60, 900, math.radians(eyes[1]))
    assert head_seconds(recording) < 20


def test_a_head_that_turns_while_the_eyes_go_along_is_away() -> None:
    recording = Recording(900).add(YAW, 60, 900, 16).add(Channel.GAZE_HORIZONTAL, 60, 900, 0.2)
    assert head_seconds(recording) > 800
