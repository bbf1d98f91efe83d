"""The map of looks: seconds, moments and places looked at again and again."""

import pytest

from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.scoring.assessment import RuleOptions, assess
from proctor_desktop.scoring.gaze_map import gaze_map, moments, places
from tests.unit.synthetic import Recording

RULES = RuleOptions()


def test_the_map_holds_all_measured_seconds_and_knows_the_screen() -> None:
    recording = Recording(60).leave(20, 30).add(Channel.YAW, 40, 45, 30)
    assessment = assess(recording.track(), recording.record(), RULES)
    drawn = gaze_map(recording.track(), assessment.calibration)
    assert drawn.seconds.shape == (len(drawn.vertical) - 1, len(drawn.horizontal) - 1)
    assert drawn.seconds.sum() == pytest.approx(50, abs=0.2)
    assert drawn.seconds[drawn.off_screen].sum() == pytest.approx(5, abs=0.2)


def test_moments_are_the_times_of_looking_one_way() -> None:
    recording = Recording(60).add(Channel.YAW, 20, 22, 30).add(Channel.YAW, 40, 43, 30)
    recording.add(Channel.YAW, 50, 52, -30)
    calibration = assess(recording.track(), recording.record(), RULES).calibration
    found = moments(recording.track(), calibration, 30, 0)
    assert [(round(i.onset / 1e6), round(i.offset / 1e6)) for i in found] == [(20, 22), (40, 43)]


def test_a_head_turned_too_far_for_the_eyes_still_has_a_direction() -> None:
    recording = Recording(60).add(Channel.YAW, 20, 22, 45).hide(20, 22, Missing.HEAD_TURNED)
    calibration = assess(recording.track(), recording.record(), RULES).calibration
    assert len(moments(recording.track(), calibration, 45, 0)) == 1


def test_a_place_is_where_several_looks_went() -> None:
    recording = Recording(120)
    for start in (20.5, 40.5, 60.5, 80.5):
        recording.add(Channel.GAZE_HORIZONTAL, start, start + 1.25, 0.55)
    recording.add(Channel.GAZE_HORIZONTAL, 100.5, 103, -0.55)
    assessment = assess(recording.track(), recording.record(), RULES)
    (place,) = places(recording.track(), assessment.calibration, assessment.events)
    assert len(place.visits) == 4
    assert place.horizontal == pytest.approx(31.5, abs=2)
    assert place.vertical == pytest.approx(0, abs=2)
    assert place.seconds == pytest.approx(5.0, abs=0.01)


def test_looks_in_different_directions_are_no_place() -> None:
    recording = Recording(120)
    for start, angle in ((20, 30), (40, -30), (60, 50), (80, -50)):
        recording.add(Channel.YAW, start, start + 2, angle)
    assessment = assess(recording.track(), recording.record(), RULES)
    assert places(recording.track(), assessment.calibration, assessment.events) == ()
