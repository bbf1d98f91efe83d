"""Gaze deviations: directions, line of sight, blinks and what is too short."""

import math

import pytest

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.events import Axis, Direction, EventKind, Severity, Unit
from proctor_desktop.domain.signals import Channel, Missing
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import Recording

H, V = Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL


def test_a_quiet_candidate_has_no_events() -> None:
    assert events_of(Recording(60)) == ()


@pytest.mark.parametrize(
    ("channel", "angle", "direction"),
    [
        pytest.param(H, -0.6, Direction.LEFT, id="left"),
        pytest.param(H, 0.6, Direction.RIGHT, id="right"),
        pytest.param(V, 0.6, Direction.UP, id="up"),
        pytest.param(V, -0.6, Direction.DOWN, id="down"),
    ],
)
def test_a_look_aside_has_its_direction_and_numbers(
    channel: Channel, angle: float, direction: Direction
) -> None:
    (event,) = events_of(Recording(30).add(channel, 10.5, 13.5, angle))
    assert (event.kind, event.axis) == (EventKind.GAZE_DEVIATION, Axis.EYE)
    assert event.direction is direction
    assert spans((event,)) == [(10.5, 13.5)]
    assert event.peak == pytest.approx(0.6, abs=0.05)
    assert (event.threshold, event.unit) == (0.35, Unit.RADIANS)
    assert event.severity is Severity.MEDIUM


def test_a_glance_shorter_than_the_minimum_is_no_event() -> None:
    assert events_of(Recording(30).add(H, 10.5, 11.0, 0.6)) == ()
    options = DetectionOptions(gaze_min_sec=0.4)
    assert spans(events_of(Recording(30).add(H, 10.5, 11.0, 0.6), options)) == [(10.5, 11.0)]


def test_a_blink_does_not_cut_a_look_in_two() -> None:
    recording = Recording(30).add(H, 12.5, 15.5, 0.6)
    assert spans(events_of(recording)) == [(12.5, 15.5)]
    (event,) = events_of(recording)
    assert 0.9 < event.confidence < 1


def test_what_a_blink_bridges_makes_no_glance_long_enough() -> None:
    seen = Recording(30).add(H, 12.75, 13.5, 0.6)
    assert len(events_of(seen)) == 1
    around = Recording(30).add(H, 13.75, 14.5, 0.6)  # of which the blink at 14 hides 0.2 s
    assert events_of(around) == ()


def test_a_short_glance_is_not_made_longer_by_what_only_comes_near_the_threshold() -> None:
    near = Recording(30).put(H, 11.0, 12.5, 0.31).put(V, 11.0, 12.5, 0.0)
    assert events_of(near) == ()
    assert events_of(near.put(H, 11.0, 11.3, 0.5)) == ()
    assert spans(events_of(near.put(H, 11.0, 11.5, 0.5))) == [(11.0, 12.5)]


def test_closed_eyes_end_a_look_where_it_was_last_seen() -> None:
    recording = Recording(30).add(H, 10.5, 18, 0.6).hide(12.0, 17.5)
    assert spans(events_of(recording)) == [(10.5, 12.0)]


def test_closed_eyes_alone_are_no_event() -> None:
    assert events_of(Recording(30).hide(5, 25)) == ()


def test_a_turned_head_with_eyes_kept_on_the_screen_is_no_gaze_deviation() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 14, 30).add(H, 10, 14, -math.radians(28))
    assert {event.kind for event in events_of(recording)} == {EventKind.HEAD_MOVEMENT}


def test_the_sway_of_a_head_takes_nothing_from_a_look_aside() -> None:
    recording = Recording(30).add(Channel.PITCH, 10, 14, 3).add(V, 10, 14, -0.37)
    assert spans(events_of(recording)) == [(10.0, 14.0)]


def test_a_turned_head_with_resting_eyes_is_no_gaze_deviation() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 14, 30)
    assert {event.kind for event in events_of(recording)} == {EventKind.HEAD_MOVEMENT}


def test_head_and_eyes_that_turn_together_are_both() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 14, 30).add(H, 10, 14, 0.5)
    assert {event.kind for event in events_of(recording)} == {
        EventKind.HEAD_MOVEMENT,
        EventKind.GAZE_DEVIATION,
    }


def test_a_reversal_makes_two_events() -> None:
    recording = Recording(30).add(H, 10, 11.5, -0.6).add(H, 11.5, 13, 0.6)
    events = events_of(recording)
    assert [event.direction for event in events] == [Direction.LEFT, Direction.RIGHT]
    assert spans(events) == [(10.0, 11.5), (11.5, 13.0)]


def test_a_diagonal_look_is_one_event_however_its_axes_tremble() -> None:
    recording = Recording(30).vary(H, 0.05, 3.1).vary(V, 0.05, 2.3)
    recording.add(H, 10.5, 13.5, 0.5).add(V, 10.5, 13.5, 0.48)
    assert len(events_of(recording)) == 1


def test_room_to_one_side_leaves_the_other_side_as_it_was() -> None:
    recording = Recording(30).add(H, 6, 8, -0.6).add(H, 16, 18, 0.6)
    events = events_of(recording, DetectionOptions(left_scale=2.0))
    assert [event.direction for event in events] == [Direction.RIGHT]


def test_not_measurable_gaze_of_any_reason_is_never_an_event() -> None:
    for reason in Missing:
        assert events_of(Recording(20).add(H, 5, 9, 0.9).hide(5, 9, reason)) == ()
