"""The collector: which frames are used, how many are needed, and what comes of them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from proctor_desktop.calibration import CalibrationCollector, CalibrationOptions, calibrate
from proctor_desktop.domain.calibration import (
    Calibration,
    CalibrationFault,
    CalibrationStatus,
    FrameRejection,
)
from proctor_desktop.domain.signals import Channel, Missing
from tests.unit.synthetic import FACE, Recording

OPTIONS = CalibrationOptions()


def faults(calibration: Calibration) -> list[CalibrationFault]:
    return [finding.fault for finding in calibration.findings]


def test_a_quiet_candidate_is_calibrated() -> None:
    recording = Recording(20).add(Channel.YAW, 0, 20, 6).add(Channel.PITCH, 0, 20, -8)
    calibration = calibrate(recording.track(), OPTIONS)
    assert (calibration.status, calibration.findings) == (CalibrationStatus.SUCCESS, ())
    assert calibration.baseline.yaw.center == pytest.approx(6, abs=0.7)
    assert calibration.baseline.pitch.center == pytest.approx(-8, abs=0.7)
    assert calibration.frames == 96
    assert calibration.accepted + sum(calibration.rejected.values()) == 96
    assert calibration.window is not None
    assert 1 <= calibration.window.seconds <= 3
    assert not calibration.is_short


def test_variance_is_over_all_used_frames_and_not_only_the_window() -> None:
    recording = Recording(20).vary(Channel.YAW, 2.0, 0.12)
    calibration = calibrate(recording.track(), OPTIONS)
    track = recording.track()
    window = calibration.window
    assert window is not None
    inside = track.between(window).column(Channel.YAW)
    assert calibration.baseline.yaw.variance > 2 * float(inside.var())
    whole = float(track.column(Channel.YAW)[:96].var())
    assert calibration.baseline.yaw.variance == pytest.approx(whole, rel=0.25)


def test_only_the_first_seconds_count() -> None:
    recording = Recording(20).add(Channel.YAW, 8, 20, 25)
    assert calibrate(recording.track(), OPTIONS).baseline.yaw.center == pytest.approx(0, abs=0.7)


def test_collector_and_function_agree() -> None:
    track = Recording(12).track()
    collector = CalibrationCollector(OPTIONS)
    for index in range(len(track)):
        collector.push(track.sample(index))
    assert collector.finish() == calibrate(track, OPTIONS)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(
            lambda r: r.add(Channel.YAW, 3.0, 3.5, 3.0),
            FrameRejection.HEAD_MOVING,
            id="head_turns_by_3_degrees_in_a_frame",
        ),
        pytest.param(
            lambda r: r.add(Channel.PITCH, 3.0, 3.5, 3.0),
            FrameRejection.HEAD_MOVING,
            id="head_nods_by_3_degrees_in_a_frame",
        ),
        pytest.param(
            lambda r: r.add(Channel.FACE_X, 3.0, 3.5, 0.08),
            FrameRejection.FACE_SHIFTED,
            id="face_jumps",
        ),
        pytest.param(
            lambda r: r.add(Channel.GAZE_HORIZONTAL, 3.0, 3.5, 0.5),
            FrameRejection.LOOKING_AWAY,
            id="eyes_aside",
        ),
        pytest.param(
            lambda r: r.put(Channel.PRESENCE, 3.0, 3.5, 0.7),
            FrameRejection.FACE_UNCERTAIN,
            id="uncertain_face",
        ),
        pytest.param(
            lambda r: r.hide(3.0, 3.5, Missing.NOT_SEEN, FACE[1:]),
            FrameRejection.FACE_UNCERTAIN,
            id="features_not_followed",
        ),
        pytest.param(
            lambda r: r.hide(3.0, 3.5, Missing.TOO_DARK, FACE),
            FrameRejection.NOT_MEASURABLE,
            id="dark",
        ),
        pytest.param(lambda r: r.leave(3.0, 3.5), FrameRejection.NO_FACE, id="nobody"),
    ],
)
def test_unsteady_frames_are_rejected_with_their_reason(
    change: Callable[[Recording], Recording], reason: FrameRejection
) -> None:
    quiet = calibrate(Recording(20).track(), OPTIONS)
    calibration = calibrate(change(Recording(20)).track(), OPTIONS)
    more = calibration.rejected.get(reason, 0) - quiet.rejected.get(reason, 0)
    assert 1 <= more <= 6
    assert calibration.status is CalibrationStatus.SUCCESS


def test_slow_movement_and_small_shifts_are_accepted() -> None:
    recording = Recording(20).vary(Channel.YAW, 1.5, 1.0)  # 9.4 degrees a second at most
    assert FrameRejection.HEAD_MOVING not in calibrate(recording.track(), OPTIONS).rejected
    faster = Recording(20).vary(Channel.YAW, 1.9, 1.0)
    assert FrameRejection.HEAD_MOVING in calibrate(faster.track(), OPTIONS).rejected


def test_the_worst_share_is_left_out() -> None:
    calibration = calibrate(Recording(20).track(), OPTIONS)
    usable = calibration.accepted + calibration.rejected[FrameRejection.WORST_SHARE]
    assert calibration.rejected[FrameRejection.WORST_SHARE] == int(0.15 * usable)


def test_speed_is_taken_over_time_and_not_over_frames() -> None:
    for rate in (6, 12, 30, 60):
        calm = Recording(20, rate).vary(Channel.YAW, 1.4, 1.0)
        assert FrameRejection.HEAD_MOVING not in calibrate(calm.track(), OPTIONS).rejected
        hasty = Recording(20, rate).vary(Channel.YAW, 2.5, 1.0)
        assert FrameRejection.HEAD_MOVING in calibrate(hasty.track(), OPTIONS).rejected


def test_jitter_of_a_fast_recording_is_not_taken_for_speed() -> None:
    recording = Recording(20, 60)
    recording.values[::2, 1] += 0.35  # 21 degrees a second from one frame to the next
    assert calibrate(recording.track(), OPTIONS).status is CalibrationStatus.SUCCESS


@pytest.mark.parametrize("rate", [2, 3, 4, 8, 12, 24, 30, 60])
def test_a_recording_is_asked_for_no_more_frames_than_it_can_have(rate: float) -> None:
    calibration = calibrate(Recording(20, rate).track(), OPTIONS)
    assert (calibration.status, calibration.findings) == (CalibrationStatus.SUCCESS, ())


@pytest.mark.parametrize("seconds", [2.0, 3.0, 5.0, 6.0, 10.0])
def test_frames_are_asked_for_in_proportion_to_the_duration(seconds: float) -> None:
    options = replace(OPTIONS, duration_sec=seconds)
    calibration = calibrate(Recording(20).track(), options)
    assert calibration.status is CalibrationStatus.SUCCESS
    assert calibration.is_short == (seconds < 6)
    assert calibration.requested_seconds == seconds


def test_zero_seconds_skip_calibration() -> None:
    calibration = calibrate(Recording(20).track(), replace(OPTIONS, duration_sec=0.0))
    assert calibration.status is CalibrationStatus.SKIPPED
    assert calibration.thresholds.yaw.value == 15
    assert calibration.baseline.yaw.center == 0
    assert not calibration.is_short


@pytest.mark.parametrize(
    ("gone", "status"),
    [
        pytest.param(1.3, CalibrationStatus.SUCCESS, id="80_frames"),
        pytest.param(1.4, CalibrationStatus.FAILED, id="79_frames"),
    ],
)
def test_eighty_frames_with_a_face_are_needed_of_eight_seconds(
    gone: float, status: CalibrationStatus
) -> None:
    calibration = calibrate(Recording(20).leave(0, gone).track(), OPTIONS)
    assert calibration.status is status
    if status is CalibrationStatus.FAILED:
        assert faults(calibration) == [CalibrationFault.TOO_FEW_FRAMES]
        assert "79 frames" in calibration.findings[0].sentence


def test_fewer_than_thirty_steady_frames_fail() -> None:
    recording = Recording(20)
    rows = recording.times < 8_000_000
    steady = np.flatnonzero(rows)[:30]
    recording.values[rows, 1] += np.where(np.arange(rows.sum()) % 2, 8.0, 0.0)
    recording.values[steady, 1] = 0.0
    calibration = calibrate(recording.track(), OPTIONS)
    assert calibration.status is CalibrationStatus.FAILED
    assert faults(calibration) == [CalibrationFault.TOO_FEW_STABLE_FRAMES]
    assert "the head moved" in calibration.findings[0].sentence


def test_a_failure_falls_back_to_defaults_and_keeps_its_counts() -> None:
    calibration = calibrate(Recording(20).leave(0, 4).track(), OPTIONS)
    assert calibration.status is CalibrationStatus.FAILED
    assert calibration.baseline.yaw.center == 0
    assert calibration.thresholds.yaw.value == 15
    assert calibration.frames == 96
    assert calibration.rejected[FrameRejection.NO_FACE] == 48


def test_a_recording_shorter_than_its_calibration_says_so() -> None:
    calibration = calibrate(Recording(2.4).track(), OPTIONS)
    assert faults(calibration) == [CalibrationFault.TOO_FEW_FRAMES]
    assert "2.4 s of pictures" in calibration.findings[0].sentence


def test_an_empty_recording_fails_without_a_traceback() -> None:
    calibration = calibrate(Recording(0).track(), OPTIONS)
    assert faults(calibration) == [CalibrationFault.TOO_FEW_FRAMES]


def test_eyes_that_are_never_seen_need_an_option() -> None:
    recording = Recording(20).hide(0, 20, Missing.TOO_DARK)
    assert calibrate(recording.track(), OPTIONS).status is CalibrationStatus.FAILED
    calibration = calibrate(recording.track(), replace(OPTIONS, needs_gaze=False))
    assert calibration.status is CalibrationStatus.SUCCESS
    assert calibration.baseline.eye_horizontal.center == 0


def test_the_ring_counts_frames_and_seconds() -> None:
    track = Recording(12).leave(1, 2).track()
    collector = CalibrationCollector(OPTIONS)
    verdicts = [collector.push(track.sample(index)) for index in range(len(track))]
    assert verdicts[0].accepted
    assert verdicts[0].seconds_left == 8
    assert verdicts[13].rejection is FrameRejection.NO_FACE
    assert [v.seconds_left for v in verdicts] == sorted(v.seconds_left for v in verdicts)[::-1]
    assert verdicts[-1].seconds_left == 0
    assert not verdicts[-1].accepted
    assert verdicts[-1].accepted_frames == verdicts[100].accepted_frames
    assert 30 <= verdicts[50].needed_frames <= 40


def test_a_still_second_spent_elsewhere_does_not_become_the_centre() -> None:
    recording = Recording(20).vary(Channel.YAW, 1.2, 0.6)
    rows = (recording.times >= 3_000_000) & (recording.times < 4_600_000)
    ramp = np.clip(np.minimum(np.arange(rows.sum()), np.arange(rows.sum())[::-1]) * 0.7, 0, 5)
    recording.values[rows, 1] = ramp
    calibration = calibrate(recording.track(), OPTIONS)
    assert abs(calibration.baseline.yaw.center) < 2.5
