"""The resting posture where calibration gave none."""

import math

import pytest

from proctor_desktop.calibration.options import CalibrationOptions
from proctor_desktop.calibration.resting import resting_baseline
from proctor_desktop.domain.events import Direction
from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import SignalSample, SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.scoring.assessment import RuleOptions, assess

STEP = Micros(83_333)
SKIPPED = CalibrationOptions(duration_sec=0)


def track_of(pitches: list[float]) -> SignalTrack:
    return posed([(pitch, 0.0) for pitch in pitches])


def looking(degrees: list[float]) -> SignalTrack:
    return posed([(0.0, angle) for angle in degrees])


def posed(postures: list[tuple[float, float]]) -> SignalTrack:
    return SignalTrack.from_samples(
        (
            SignalSample(
                Micros(i * STEP),
                presence=1.0,
                yaw=0.0,
                pitch=pitch,
                roll=0.0,
                gaze_horizontal=math.radians(across),
                gaze_vertical=0.0,
                luma=120.0,
                detail=50.0,
                change=1.0,
                repeat=1.0,
            )
            for i, (pitch, across) in enumerate(postures)
        ),
        STEP,
    )


def whole(track: SignalTrack) -> DecodeRecord:
    seconds = track.end / 1e6
    return DecodeRecord(seconds, seconds, len(track), len(track), 0)


def test_a_camera_below_the_face_is_no_alert_that_lasts_the_whole_exam() -> None:
    track = track_of([14.0] * 240)
    assert assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events == ()


def test_two_seconds_of_a_bent_head_are_its_rest_and_no_event() -> None:
    track = track_of([-17.0] * 23)
    assert assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events == ()


def test_a_turn_from_that_posture_is_still_found() -> None:
    track = track_of([14.0] * 120 + [-10.0] * 24 + [14.0] * 120)
    (event,) = assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events
    assert event.peak == pytest.approx(24.0, abs=0.1)


def test_looking_away_for_most_of_the_exam_does_not_make_itself_the_rule() -> None:
    track = track_of([-40.0] * 200 + [0.0] * 40)
    assert resting_baseline(track, SKIPPED).pitch.center == pytest.approx(0, abs=1)
    (event,) = assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events
    assert event.interval.seconds == pytest.approx(200 / 12, abs=0.2)


def test_looking_back_at_the_camera_is_never_what_is_reported() -> None:
    track = looking([40.0] * 160 + [-3.0] * 80)
    assert math.degrees(resting_baseline(track, SKIPPED).eye_horizontal.center) < 3
    (event,) = assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events
    assert event.direction is Direction.RIGHT


def test_a_head_that_is_held_one_way_throughout_rests_that_way() -> None:
    track = track_of([-38.0] * 240)
    assert resting_baseline(track, SKIPPED).pitch.center == pytest.approx(-38, abs=1)
    assert assess(track, whole(track), RuleOptions(calibration=SKIPPED)).events == ()


def test_with_next_to_nothing_measured_the_camera_is_the_reference() -> None:
    assert resting_baseline(track_of([14.0] * 10), SKIPPED).pitch.center == 0.0
