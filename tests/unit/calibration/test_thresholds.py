"""Thresholds: the worked example, floors, caps, and more room for a livelier candidate."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.thresholds import CAMERA_AXIS, adapted
from proctor_desktop.domain.calibration import AxisBaseline, Baseline, Threshold
from proctor_desktop.domain.events import Axis

OPTIONS = CalibrationOptions()


def baseline(eye: float, yaw: float, pitch: float, roll: float) -> Baseline:
    return Baseline(
        yaw=AxisBaseline(0, yaw),
        pitch=AxisBaseline(0, pitch),
        roll=AxisBaseline(0, roll),
        eye_horizontal=AxisBaseline(0, eye),
        eye_vertical=AxisBaseline(0, 0),
    )


def values(found: Baseline, options: CalibrationOptions = OPTIONS) -> tuple[float, ...]:
    thresholds = adapted(found, options)
    return tuple(thresholds.of(axis).value for axis in Axis)


def test_the_worked_example_holds_to_the_digit() -> None:
    found = values(baseline(eye=0.25, yaw=8.5, pitch=6.2, roll=4.1))
    assert [f"{value:.10f}" for value in found] == [
        "0.8000000000",
        "21.6000000000",
        "14.6800000000",
        "9.9200000000",
    ]


def test_a_motionless_candidate_gets_the_floors() -> None:
    assert values(CAMERA_AXIS) == (0.35, 15.0, 11.0, 9.0)


def test_a_restless_candidate_gets_the_caps() -> None:
    assert values(baseline(10, 100, 100, 100)) == (1.4, 35.0, 30.0, 25.0)


def test_both_gaze_axes_make_the_threshold_of_the_eye() -> None:
    split = replace(
        CAMERA_AXIS, eye_horizontal=AxisBaseline(0, 0.15), eye_vertical=AxisBaseline(0, 0.1)
    )
    assert values(split)[0] == pytest.approx(0.8)


def test_a_threshold_carries_everything_it_was_made_of() -> None:
    threshold = adapted(baseline(0, 8.5, 0, 0), OPTIONS).yaw
    assert threshold == Threshold(Axis.YAW, 21.6, 8.0, 1.6, 8.5, 15.0, 35.0)


def test_options_change_base_slope_floor_and_cap() -> None:
    options = replace(OPTIONS, yaw_base=10.0, yaw_k=2.0, yaw_floor=12.0, yaw_cap=20.0)
    assert values(baseline(0, 0, 0, 0), options)[1] == 12
    assert values(baseline(0, 2, 0, 0), options)[1] == 14
    assert values(baseline(0, 9, 0, 0), options)[1] == 20


@given(st.floats(0, 50), st.floats(0, 50))
def test_more_variance_never_lowers_a_threshold(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert values(baseline(less, less, less, less)) <= values(baseline(more, more, more, more))
