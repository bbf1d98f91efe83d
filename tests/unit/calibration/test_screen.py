"""Where the candidate looks while at work."""

import math

import numpy as np
import pytest

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.screen import REACH, centred_on_work
from proctor_desktop.calibration.thresholds import CAMERA_AXIS, unadapted
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import Channel
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.scoring.assessment import RuleOptions, assess
from tests.unit.synthetic import Recording

H, V = Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL
CALIBRATED = from_seconds(8)


def degrees(recording: Recording) -> float:
    found = centred_on_work(CAMERA_AXIS, recording.track(), CALIBRATED)
    return math.degrees(found.eye_horizontal.center)


def test_the_middle_of_the_screen_is_the_centre_and_not_a_stare_into_the_camera() -> None:
    stare_then_work = Recording(60).add(H, 5, 8, math.radians(20)).add(H, 30, 60, math.radians(20))
    assert degrees(stare_then_work) == pytest.approx(9, abs=1.5)


def test_the_far_edge_of_the_screen_is_no_look_aside() -> None:
    work = Recording(60).add(H, 5, 8, 0.36).add(V, 5, 8, -0.25)
    work.add(H, 20, 30, 0.35).add(V, 20, 30, -0.22)
    assessment = assess(work.track(), work.record(), RuleOptions())
    assert assessment.calibration.status is CalibrationStatus.SUCCESS
    assert not [e for e in assessment.events if e.kind is EventKind.GAZE_DEVIATION]


def test_looking_aside_for_three_tenths_of_the_time_moves_nothing() -> None:
    aside = Recording(60)
    for start in range(10, 60, 10):
        aside.add(H, start, start + 3.5, 0.6)
    assert abs(degrees(aside)) < 2


def test_the_screen_reaches_no_further_than_half_of_one() -> None:
    wide = Recording(60).add(H, 2, 8, 0.9)
    found = centred_on_work(CAMERA_AXIS, wide.track(), CALIBRATED)
    assert found.eye_horizontal.center + found.eye_horizontal.reach <= REACH[H] + 1e-6


def test_looks_with_the_head_turned_away_say_nothing_about_the_screen() -> None:
    turned = Recording(60).add(H, 3, 8, 0.4).add(Channel.YAW, 3, 8, 30)
    assert abs(degrees(turned)) < 2


def test_where_nothing_was_calibrated_the_eyes_have_more_room() -> None:
    options = CalibrationOptions()
    assert unadapted(options).eye.value > options.eye_floor
    assert np.isclose(unadapted(options).yaw.value, options.yaw_floor)
