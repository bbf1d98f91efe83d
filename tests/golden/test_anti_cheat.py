"""Each rule against cheating in calibration has a scenario that trips it and one that does not."""

import os

import pytest

from tests.golden.recordings import analysed, leave_to_mediapipe

RULES = {
    "calibration_yaw": "turned_yaw",
    "calibration_pitch": "turned_pitch",
    "calibration_roll": "turned_roll",
    "calibration_gaze": "looking_aside",
    "calibration_spread": "spread_too_large",
    "still_picture": "still_picture",
    "frozen": "still_picture",
    "loop": "looped_picture",
    "second_person": "second_person",
    "other_face": "other_face",
    "darkness": "darker_than_exam",
    "posture": "posture_mismatch",
}

LITERT_CANNOT = {
    "calibration_spread": "the exam of this restless candidate begins later, in a calm part",
    "still_picture": "a print's measurements drift slowly, like those of a living face",
}

OFTEN = {"calibration_gaze", "still_picture", "other_face", "darkness"}
"""Honest counterparts that run every day; each takes seconds."""

further = pytest.mark.skipif(
    "PROCTOR_ALL_SCENARIOS" not in os.environ,
    reason="a further scenario; set PROCTOR_ALL_SCENARIOS=1 to run it too",
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("rule", RULES)
def test_a_cheated_calibration_trips_its_rule(rule, tmp_path):
    leave_to_mediapipe(rule, LITERT_CANNOT)
    assert RULES[rule] in analysed(f"anti_cheat/{rule}_trips", tmp_path).faults


@pytest.mark.parametrize(
    "rule",
    [rule if rule in OFTEN else pytest.param(rule, marks=further) for rule in RULES],
)
def test_an_honest_one_just_does_not(rule, tmp_path):
    found = analysed(f"anti_cheat/{rule}_passes", tmp_path)
    assert found.outcome.assessment.calibration.status.value == "SUCCESS"
    assert not found.faults
