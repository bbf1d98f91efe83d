"""A camera beside the screen, and a head that is held turned or tilted, are said."""

import math

import pytest

from proctor_desktop.calibration.placement import placement
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.profile import built_in
from proctor_desktop.domain.signals import Channel
from proctor_desktop.pipeline import AnalysisOptions, with_profile
from proctor_desktop.scoring.assessment import Assessment, assess
from tests.unit.synthetic import GAZE, Recording

YAW, PITCH, ROLL, ACROSS = Channel.YAW, Channel.PITCH, Channel.ROLL, Channel.GAZE_HORIZONTAL


def said(recording: Recording) -> list[str]:
    return [finding.fault.value for finding in placement(recording.track())]


@pytest.mark.parametrize(("turn", "side"), [(38.0, "right"), (-25.0, "left")])
def test_a_camera_beside_the_screen_is_said_within_the_first_minute(turn: float, side: str) -> None:
    (finding,) = placement(Recording(20).add(YAW, 0, 20, turn).track())
    assert f"{abs(turn):.0f} degrees to the picture's {side}" in finding.sentence
    assert "camera seems to stand beside the screen" in finding.sentence


def test_eyes_alone_tell_it_too() -> None:
    aside = Recording(30).add(YAW, 0, 30, 12).add(ACROSS, 0, 30, math.radians(14))
    assert said(aside) == ["camera_beside"]


@pytest.mark.parametrize("seconds", [4, 10])
def test_a_few_seconds_say_nothing(seconds: int) -> None:
    assert said(Recording(seconds).add(YAW, 0, seconds, 38)) == []


def test_who_works_before_the_camera_is_told_nothing() -> None:
    assert said(Recording(120)) == []
    assert said(Recording(120).vary(YAW, 15, 0.05).vary(ACROSS, 0.3, 0.1)) == []


def test_looking_aside_for_a_third_of_the_time_places_no_camera() -> None:
    assert said(Recording(60).add(YAW, 20, 40, 38)) == []


def test_eyes_that_cannot_be_measured_say_nothing_of_the_screen() -> None:
    assert said(Recording(60).add(YAW, 0, 60, 38).hide(0, 60, channels=GAZE)) == []


@pytest.mark.parametrize(
    "recording",
    [
        pytest.param(Recording(60).add(ROLL, 0, 60, 22), id="tilted"),
        pytest.param(
            Recording(60).add(YAW, 0, 60, 25).add(ACROSS, 0, 60, -math.radians(22)), id="turned"
        ),
    ],
)
def test_a_head_that_is_held_so_is_said_with_its_accommodation(recording: Recording) -> None:
    (finding,) = placement(recording.track())
    assert finding.fault.value == "head_held"
    assert "Fixed posture" in finding.sentence


def assessed(recording: Recording, profile: str | None = None) -> Assessment:
    options = with_profile(AnalysisOptions(), built_in(profile) if profile else None)
    return assess(recording.track(), recording.record(), options.rules)


@pytest.mark.parametrize(
    "recording",
    [
        pytest.param(Recording(300).add(ROLL, 0, 300, 22), id="tilted"),
        pytest.param(
            Recording(300).add(YAW, 0, 300, 30).add(ACROSS, 0, 300, -math.radians(28)), id="turned"
        ),
        pytest.param(Recording(300).add(PITCH, 0, 300, 25), id="raised"),
    ],
)
def test_the_profile_of_a_fixed_posture_calibrates_it(recording: Recording) -> None:
    assert assessed(recording).calibration.status is CalibrationStatus.FAILED
    found = assessed(recording, "fixed_posture")
    assert found.calibration.status is CalibrationStatus.SUCCESS
    assert found.events == ()


def test_a_turn_from_a_fixed_posture_is_still_found() -> None:
    recording = Recording(300).add(ROLL, 0, 300, 22).add(YAW, 100, 104, 40)
    found = assessed(recording, "fixed_posture")
    assert [event.kind for event in found.events] == [EventKind.HEAD_MOVEMENT]
    assert found.events[0].interval.seconds == pytest.approx(4, abs=0.5)
