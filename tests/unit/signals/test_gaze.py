"""Gaze of eyes whose irises and lids were put in known places."""

import numpy as np
import pytest

from proctor_desktop.landmarks.topology import RestingEyes, neutral_shape
from proctor_desktop.signals.gaze import LARGEST_TURN, EyeReading, gaze, read_eyes
from proctor_desktop.signals.head_pose import head_pose
from proctor_desktop.signals.options import SignalOptions
from tests.unit.signals.faces import SIZE, face, rotation

OPTIONS = SignalOptions()
LIDS = RestingEyes(0.30, 0.20, 0.05, apart=0.0)


def eyes(**known):
    turn = known.pop("turn", None)
    seen = face(turn, **known)
    return read_eyes(seen, head_pose(seen, SIZE, neutral_shape(), OPTIONS).alignment, OPTIONS)


@pytest.mark.parametrize("angle", [-25, -10, 0, 15, 25])
def test_the_horizontal_angle_follows_the_eyeball_model(angle):
    travel = OPTIONS.iris_travel * np.sin(np.radians(angle))

    found = gaze(eyes(iris=(travel, 0.05)), LIDS, OPTIONS)

    assert np.degrees(found.horizontal) == pytest.approx(angle, abs=1.0)


def test_irises_towards_the_pictures_right_are_positive():
    assert gaze(eyes(iris=(0.1, 0.05)), LIDS, OPTIONS).horizontal > 0.2
    assert gaze(eyes(iris=(-0.1, 0.05)), LIDS, OPTIONS).horizontal < -0.2


def test_a_turned_head_does_not_change_what_the_irises_say():
    ahead = gaze(eyes(iris=(0.08, 0.05)), LIDS, OPTIONS).horizontal
    turned = gaze(eyes(iris=(0.08, 0.05), turn=rotation(yaw=20, roll=10)), LIDS, OPTIONS).horizontal

    assert turned == pytest.approx(ahead, abs=0.06)


def test_lids_that_sink_and_irises_that_fall_are_a_look_down():
    level = gaze(eyes(iris=(0.0, 0.05), lids=0.30), LIDS, OPTIONS).vertical
    down = gaze(eyes(iris=(0.0, 0.0), lids=0.20), LIDS, OPTIONS).vertical
    up = gaze(eyes(iris=(0.0, 0.09), lids=0.36), LIDS, OPTIONS).vertical

    assert down < level - 0.3
    assert up > level + 0.2


@pytest.mark.parametrize("lids", [0.26, 0.22, 0.18, 0.15])
def test_lids_that_sink_while_the_iris_stays_are_no_look_down(lids):
    """A smile, a squint, laughter."""
    level = gaze(eyes(lids=0.30), LIDS, OPTIONS).vertical

    assert gaze(eyes(lids=lids), LIDS, OPTIONS).vertical > level - np.radians(8)


def test_lids_that_rise_alone_are_no_look_up_beyond_the_screen():
    level = gaze(eyes(lids=0.30), LIDS, OPTIONS).vertical

    assert gaze(eyes(lids=0.36), LIDS, OPTIONS).vertical < level + np.radians(14)


def test_small_looks_up_and_down_are_measured_without_a_dead_zone():
    depths = np.linspace(-0.03, 0.03, 25)
    measured = [gaze(eyes(iris=(0, 0.05 + d), lids=0.3 + 2 * d), LIDS, OPTIONS) for d in depths]

    steps = np.diff([each.vertical for each in measured])
    assert (steps > 0.5 * np.mean(steps)).all()


def test_the_first_of_what_lids_sink_counts_most():
    """Open eyes are seen more alike than they are."""

    def down(lids: float) -> float:
        seen = EyeReading(0.0, 0.05 - 0.3 * lids, 0.3 - lids, 0.2, 1.0)
        return -gaze((seen, seen), LIDS, OPTIONS).vertical

    assert down(0.03) > 0.4 * down(0.10)
    assert down(0.06) > 1.1 * down(0.03)


def test_lids_count_from_where_they_rest():
    narrow = gaze(eyes(lids=0.22), RestingEyes(0.22, 0.15, 0.05), OPTIONS).vertical

    assert narrow == pytest.approx(gaze(eyes(lids=0.30), LIDS, OPTIONS).vertical, abs=0.01)


def lowered(upper: float, opening: float = 0.14, iris: float = 0.03) -> EyeReading:
    return EyeReading(0.0, iris, opening, upper, 1.0)


def shut(reading: EyeReading) -> bool:
    return gaze((reading, reading), LIDS, OPTIONS).is_shut


def test_an_upper_lid_that_is_down_is_that_of_a_shut_eye_whatever_gap_is_left():
    """On dark skin and in dim light the landmarks leave a third of an open eye's gap."""
    assert shut(lowered(upper=0.05))
    assert not shut(lowered(upper=0.12, opening=0.20))


def test_an_iris_that_falls_further_than_any_look_is_that_of_a_shut_eye():
    assert shut(lowered(upper=0.12, opening=0.22, iris=-0.04))
    assert not shut(lowered(upper=0.12, opening=0.22, iris=0.0))


def test_a_look_at_the_limit_of_what_eyes_can_do_is_not_a_look():
    assert shut(lowered(upper=0.165, opening=0.13, iris=-0.03))


def test_a_sideways_look_lifts_the_irises_without_being_a_look_up():
    aside = gaze(eyes(iris=(0.12, 0.05 + 0.05 * 0.12), lids=0.30), LIDS, OPTIONS).vertical
    ahead = gaze(eyes(iris=(0.0, 0.05), lids=0.30), LIDS, OPTIONS).vertical

    assert aside == pytest.approx(ahead, abs=0.05)


def test_the_lid_opening_is_in_eye_widths():
    for reading in eyes(lids=0.25):
        assert reading.opening == pytest.approx(0.25, abs=0.01)


def reading(horizontal: float, visibility: float) -> EyeReading:
    return EyeReading(horizontal, 0.05, 0.3, 0.2, visibility)


def test_the_eye_that_is_seen_better_counts_more():
    found = gaze((reading(0.1, 1.0), reading(0.0, 0.5)), LIDS, OPTIONS)

    assert OPTIONS.iris_travel * np.sin(found.horizontal) == pytest.approx(0.1 * 1 / 1.25)


def test_a_turned_head_hides_the_far_eye():
    left, right = eyes(turn=rotation(yaw=35))

    assert left.visibility > right.visibility


def test_no_eye_turns_further_than_eyes_can():
    assert gaze((reading(0.6, 1.0),) * 2, LIDS, OPTIONS).horizontal == LARGEST_TURN
