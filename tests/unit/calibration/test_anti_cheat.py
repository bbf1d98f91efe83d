"""Each rule against a faked calibration: what trips it, and what just does not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from proctor_desktop.calibration import CalibrationOptions, after_exam, calibrate
from proctor_desktop.domain.calibration import Calibration, CalibrationFault, CalibrationStatus
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing
from tests.unit.synthetic import FACE, GAZE, HEAD, Recording

OPTIONS = CalibrationOptions()
Change = Callable[[Recording], Recording]


def faults(calibration: Calibration) -> list[CalibrationFault]:
    return [finding.fault for finding in calibration.findings]


def unblinking(recording: Recording) -> Recording:
    """Eyes that stay open."""
    for channel in GAZE:
        column = recording.values[:, CHANNELS.index(channel)]
        column[:] = np.nan_to_num(column)
        recording.reasons[:, CHANNELS.index(channel)] = 0
    return recording


def held(recording: Recording, channels: tuple[Channel, ...], value: float) -> Recording:
    """Channels that do not move at all."""
    for channel in channels:
        recording.put(channel, 0, 60, value)
    return recording


def noisy(recording: Recording, spread: float) -> Recording:
    """Proportions and lids of the face that change from frame to frame only."""
    for channel, usual, width in ((Channel.SHAPE, 0.02, spread), (Channel.LID_OPENING, 0.3, 0.008)):
        held(recording, (channel,), usual)
        column = recording.values[:, CHANNELS.index(channel)]
        column += np.random.default_rng(3).normal(0, width, len(column)).astype(np.float32)
    return recording


def photograph(recording: Recording) -> Recording:
    """A picture of a face that a hand holds."""
    return noisy(unblinking(recording), 0.0010).vary(Channel.SHAPE, 0.0006, 0.3)


def looped(share: float) -> Change:
    """Repeated frames for a share of calibration."""
    return lambda recording: recording.put(Channel.REPEAT, 8 * (1 - share), 8, 0.3)


@pytest.mark.parametrize(
    ("fault", "trips", "passes"),
    [
        pytest.param(
            CalibrationFault.TURNED_YAW,
            lambda r: r.add(Channel.YAW, 0, 60, -21.5),
            lambda r: r.add(Channel.YAW, 0, 60, -18.5),
            id="turned",
        ),
        pytest.param(
            CalibrationFault.TURNED_PITCH,
            lambda r: r.add(Channel.PITCH, 0, 60, -16.5),
            lambda r: r.add(Channel.PITCH, 0, 60, -13.5),
            id="lowered",
        ),
        pytest.param(
            CalibrationFault.TURNED_ROLL,
            lambda r: r.add(Channel.ROLL, 0, 60, 13.5),
            lambda r: r.add(Channel.ROLL, 0, 60, 10.5),
            id="tilted",
        ),
        pytest.param(
            CalibrationFault.LOOKING_ASIDE,
            lambda r: r.add(Channel.GAZE_HORIZONTAL, 0, 60, 0.85),
            lambda r: r.add(Channel.GAZE_HORIZONTAL, 0, 60, 0.3),
            id="eyes_aside",
        ),
        pytest.param(
            CalibrationFault.SPREAD_TOO_LARGE,
            lambda r: r.vary(Channel.YAW, 7.0, 0.2),
            lambda r: r.vary(Channel.YAW, 4.5, 0.2),
            id="moving_about",
        ),
        pytest.param(
            CalibrationFault.SPREAD_TOO_LARGE,
            lambda r: r.vary(Channel.GAZE_HORIZONTAL, 0.37, 0.5),
            lambda r: r.vary(Channel.GAZE_HORIZONTAL, 0.2, 0.5),
            id="eyes_wandering",
        ),
        pytest.param(
            CalibrationFault.STILL_PICTURE,
            photograph,
            lambda r: noisy(unblinking(r), 0.0010).vary(Channel.SHAPE, 0.0020, 0.3),
            id="photograph",
        ),
        pytest.param(
            CalibrationFault.STILL_PICTURE,
            lambda r: r.put(Channel.CHANGE, 3, 60, 0.0),
            lambda r: unblinking(r).put(Channel.CHANGE, 5, 60, 0.0),
            id="frozen",
        ),
        pytest.param(
            CalibrationFault.LOOPED_PICTURE, looped(0.4), looped(0.2), id="recording_in_a_loop"
        ),
        pytest.param(
            CalibrationFault.SECOND_PERSON,
            lambda r: r.people(2, 4, 2),
            lambda r: r.people(2, 2.6, 2),
            id="second_person",
        ),
        pytest.param(
            CalibrationFault.OTHER_FACE,
            lambda r: r.hide(3, 4.1, Missing.OTHER_FACE, FACE),
            lambda r: r.hide(3, 3.9, Missing.OTHER_FACE, FACE),
            id="somebody_else",
        ),
    ],
)
def test_a_rule_trips_where_it_should_and_only_there(
    fault: CalibrationFault, trips: Change, passes: Change
) -> None:
    tripped = calibrate(trips(Recording(20)).track(), OPTIONS)
    assert tripped.status is CalibrationStatus.FAILED
    assert fault in faults(tripped)
    passed = calibrate(passes(Recording(20)).track(), OPTIONS)
    assert (passed.status, passed.findings) == (CalibrationStatus.SUCCESS, ())


def test_a_sentence_gives_the_measured_value_and_its_limit() -> None:
    calibration = calibrate(Recording(20).add(Channel.YAW, 0, 20, -27).track(), OPTIONS)
    sentence = calibration.findings[0].sentence
    assert "to the picture's left" in sentence
    assert "27" in sentence or "26" in sentence
    assert "up to 20" in sentence


def test_eyes_far_aside_are_reported_though_their_frames_were_rejected() -> None:
    calibration = calibrate(Recording(20).add(Channel.GAZE_VERTICAL, 0, 20, -0.9).track(), OPTIONS)
    assert faults(calibration) == [
        CalibrationFault.TOO_FEW_STABLE_FRAMES,
        CalibrationFault.LOOKING_ASIDE,
    ]


@pytest.mark.parametrize(
    ("fault", "trips", "passes"),
    [
        pytest.param(
            CalibrationFault.POSTURE_MISMATCH,
            lambda r: r.add(Channel.YAW, 8, 60, 10),
            lambda r: r.add(Channel.YAW, 8, 60, 8),
            id="head",
        ),
        pytest.param(
            CalibrationFault.POSTURE_MISMATCH,
            lambda r: r.add(Channel.GAZE_VERTICAL, 8, 60, -0.25),
            lambda r: r.add(Channel.GAZE_VERTICAL, 8, 60, -0.17),
            id="eyes",
        ),
        pytest.param(
            CalibrationFault.DARKER_THAN_EXAM,
            lambda r: r.put(Channel.BRIGHTNESS, 0, 8, 60),
            lambda r: r.put(Channel.BRIGHTNESS, 0, 8, 80),
            id="darker",
        ),
        pytest.param(
            CalibrationFault.OTHER_FACE,
            lambda r: r.put(Channel.SHAPE, 8, 60, 0.037),
            lambda r: r.put(Channel.SHAPE, 8, 60, 0.033),
            id="other_face",
        ),
    ],
)
def test_the_rest_of_the_exam_tells_of_a_calibration(
    fault: CalibrationFault, trips: Change, passes: Change
) -> None:
    def findings(change: Change) -> list[CalibrationFault]:
        track = change(Recording(60)).track()
        calibration = calibrate(track, OPTIONS)
        after = after_exam(calibration, track, OPTIONS)
        assert replace(after, findings=()) == replace(calibration, findings=())
        return faults(after)

    assert findings(trips) == [fault]
    assert findings(passes) == []


@pytest.mark.parametrize(
    ("seconds", "rate"), [pytest.param(4, 12, id="too_short"), pytest.param(8, 4, id="too_slow")]
)
def test_a_blink_that_could_not_have_been_seen_proves_nothing(seconds: float, rate: float) -> None:
    recording = held(unblinking(Recording(20, rate)), (Channel.SHAPE,), 0.02)
    options = replace(OPTIONS, duration_sec=float(seconds))
    assert calibrate(recording.track(), options).status is CalibrationStatus.SUCCESS


def test_a_face_that_changes_a_little_but_steadily_is_alive() -> None:
    recording = noisy(unblinking(Recording(20)), 0.0001).vary(Channel.SHAPE, 0.0006, 0.3)
    assert calibrate(recording.track(), OPTIONS).status is CalibrationStatus.SUCCESS


def test_looking_away_for_a_while_is_no_other_posture() -> None:
    track = Recording(60).add(Channel.YAW, 20, 40, 40).track()
    calibration = calibrate(track, OPTIONS)
    assert after_exam(calibration, track, OPTIONS) == calibration


def test_an_expression_that_comes_and_goes_is_no_other_face() -> None:
    recording = Recording(60)
    for start in range(8, 60, 4):
        recording.put(Channel.SHAPE, start, start + 3, 0.06)
    track = recording.track()
    calibration = calibrate(track, OPTIONS)
    assert after_exam(calibration, track, OPTIONS) == calibration


def test_a_failed_or_skipped_calibration_is_not_compared() -> None:
    track = Recording(60).leave(0, 8).add(Channel.YAW, 8, 60, 30).track()
    for options in (OPTIONS, replace(OPTIONS, duration_sec=0.0)):
        calibration = calibrate(track, options)
        assert after_exam(calibration, track, options) is calibration


def test_a_loop_in_the_exam_is_reported_with_its_time() -> None:
    def findings(recording: Recording) -> list[str]:
        track = recording.track()
        after = after_exam(calibrate(track, OPTIONS), track, OPTIONS)
        return [finding.sentence for finding in after.findings]

    (sentence,) = findings(Recording(120).put(Channel.REPEAT, 40, 80, 0.3))
    assert "first at 0:40.0" in sentence
    assert "For about 40 s" in sentence
    still = Recording(120).put(Channel.REPEAT, 40, 80, 0.3).put(Channel.CHANGE, 40, 80, 0.3)
    assert findings(still) == []
    assert findings(Recording(120).put(Channel.REPEAT, 40, 46, 0.3)) == []


@pytest.mark.parametrize("seconds", [0.0, 8.0], ids=["skipped", "calibrated"])
def test_a_picture_in_the_candidates_place_is_found_at_any_time(seconds: float) -> None:
    options = CalibrationOptions(duration_sec=seconds)
    living, picture = Recording(40).track(), photograph(Recording(40)).track()
    swapped = living.times >= 25_000_000
    track = replace(living, values=np.where(swapped[:, None], picture.values, living.values))
    track = replace(track, reasons=np.where(swapped[:, None], picture.reasons, living.reasons))

    (found,) = after_exam(calibrate(track, options), track, options).findings

    assert found.fault is CalibrationFault.STILL_PICTURE
    assert "first at 0:24" in found.sentence


def test_a_picture_is_found_within_ten_seconds() -> None:
    track = photograph(Recording(10)).track()
    skipped = CalibrationOptions(duration_sec=0.0)
    (found,) = after_exam(calibrate(track, skipped), track, skipped).findings
    assert found.fault is CalibrationFault.STILL_PICTURE


@pytest.mark.parametrize(
    "alive",
    [
        lambda r: noisy(r, 0.0010),
        lambda r: photograph(r).vary(Channel.LID_OPENING, 0.02, 0.2),
        lambda r: photograph(r).vary(Channel.GAZE_HORIZONTAL, 0.08, 0.2),
        lambda r: photograph(r).put(Channel.FACE_Y, 0, 60, 0.9),
    ],
    ids=["blinks", "lids_drift", "eyes_move", "cut_off"],
)
def test_whoever_keeps_still_for_long_is_no_picture(alive: Change) -> None:
    track = alive(Recording(60)).track()
    skipped = CalibrationOptions(duration_sec=0.0)
    assert after_exam(calibrate(track, skipped), track, skipped).findings == ()


def test_an_exam_that_has_hardly_begun_says_nothing() -> None:
    track = Recording(10).add(Channel.YAW, 8, 10, 30).track()
    calibration = calibrate(track, OPTIONS)
    assert after_exam(calibration, track, OPTIONS) is calibration


def test_a_profile_with_more_room_accepts_a_restless_candidate() -> None:
    recording = Recording(20).vary(Channel.YAW, 7.0, 0.2)
    for channel in HEAD:
        recording.add(channel, 0, 1, 0.0)
    wide = replace(OPTIONS, max_head_spread_deg=10.0)
    assert calibrate(recording.track(), wide).status is CalibrationStatus.SUCCESS


def test_a_portrait_on_the_wall_does_not_spoil_calibration() -> None:
    portrait = calibrate(Recording(20).people(0, 20, 2, still=1).track(), OPTIONS)
    assert (portrait.status, portrait.findings) == (CalibrationStatus.SUCCESS, ())
    both = Recording(20).people(0, 20, 2, still=1).people(2, 5, 3, still=1)
    assert CalibrationFault.SECOND_PERSON in faults(calibrate(both.track(), OPTIONS))


def test_a_face_that_works_bent_down_is_not_taken_for_another_one() -> None:
    """Whoever looked up at the camera in calibration has other proportions at work."""

    def found(bent_by: float) -> list[CalibrationFault]:
        recording = Recording(60).put(Channel.SHAPE, 8, 60, 0.037)
        track = recording.add(Channel.PITCH, 8, 60, -bent_by).track()
        return faults(after_exam(calibrate(track, OPTIONS), track, OPTIONS))

    assert CalibrationFault.OTHER_FACE in found(bent_by=0)
    assert CalibrationFault.OTHER_FACE not in found(bent_by=6)
