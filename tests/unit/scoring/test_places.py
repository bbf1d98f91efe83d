"""Places looked at again and again."""

import pytest

from proctor_desktop.calibration import CalibrationOptions, calibrate
from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.scoring.places import Place, places
from tests.unit.synthetic import Recording


def found(recording: Recording) -> tuple[Place, ...]:
    track = recording.track()
    calibration = calibrate(track, CalibrationOptions())
    return places(track, calibration.baseline, calibration.thresholds.eye.value)


def test_a_place_is_where_several_looks_went() -> None:
    recording = Recording(120)
    for start in (20.5, 40.5, 60.5, 80.5):
        recording.add(Channel.GAZE_HORIZONTAL, start, start + 1.25, 0.55)
    recording.add(Channel.GAZE_HORIZONTAL, 100.5, 103, -0.55)
    (place,) = found(recording)
    assert len(place.visits) == 4
    assert place.horizontal == pytest.approx(31.5, abs=2)
    assert place.vertical == pytest.approx(0, abs=2)
    assert place.seconds == pytest.approx(5.0, abs=0.01)


def test_head_and_eyes_make_the_direction_together() -> None:
    recording = Recording(120)
    for start in (20.5, 40.5, 60.5):
        recording.add(Channel.YAW, start, start + 2, 20)
        recording.add(Channel.GAZE_HORIZONTAL, start, start + 2, 0.35)
    (place,) = found(recording)
    assert place.horizontal == pytest.approx(40, abs=3)


def test_a_head_turned_too_far_for_the_eyes_still_has_a_direction() -> None:
    recording = Recording(120)
    for start in (20.5, 40.5, 60.5):
        recording.add(Channel.YAW, start, start + 2, -50)
        recording.hide(start, start + 2, Missing.HEAD_TURNED)
    (place,) = found(recording)
    assert place.horizontal == pytest.approx(-50, abs=2)


def test_the_longest_looked_at_place_comes_first() -> None:
    recording = Recording(240)
    for start in (20, 60, 100):
        recording.add(Channel.YAW, start, start + 2, 30).add(
            Channel.YAW, start + 10, start + 15, -30
        )
    assert [round(place.horizontal, -1) for place in found(recording)] == [-30, 30]


def test_looks_in_different_directions_are_no_place() -> None:
    recording = Recording(120)
    for start, angle in ((20, 30), (40, -30), (60, 50), (80, -50)):
        recording.add(Channel.YAW, start, start + 2, angle)
    assert found(recording) == ()


def test_a_quiet_recording_has_no_places() -> None:
    assert found(Recording(60)) == ()
