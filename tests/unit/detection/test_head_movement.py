"""Head movements: axes, directions, one event per movement."""

import pytest

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.events import Axis, Direction, EventKind, Severity, Unit
from proctor_desktop.domain.signals import Channel, Missing
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import GAZE, HEAD, Recording


@pytest.mark.parametrize(
    ("channel", "angle", "axis", "direction", "threshold"),
    [
        pytest.param(Channel.YAW, 25, Axis.YAW, Direction.RIGHT, 15, id="turned_right"),
        pytest.param(Channel.YAW, -25, Axis.YAW, Direction.LEFT, 15, id="turned_left"),
        pytest.param(Channel.PITCH, 25, Axis.PITCH, Direction.UP, 11, id="raised"),
        pytest.param(Channel.PITCH, -25, Axis.PITCH, Direction.DOWN, 11, id="lowered"),
        pytest.param(Channel.ROLL, 25, Axis.ROLL, Direction.RIGHT, 9, id="tilted_clockwise"),
        pytest.param(Channel.ROLL, -25, Axis.ROLL, Direction.LEFT, 9, id="tilted_back"),
    ],
)
def test_each_axis_has_its_directions_and_threshold(
    channel: Channel, angle: float, axis: Axis, direction: Direction, threshold: float
) -> None:
    (event,) = events_of(Recording(30).add(channel, 10, 12.5, angle))
    assert (event.kind, event.axis, event.direction) == (
        EventKind.HEAD_MOVEMENT,
        axis,
        direction,
    )
    assert (event.threshold, event.unit) == (threshold, Unit.DEGREES)
    assert event.peak == pytest.approx(25, abs=0.7)
    assert spans((event,)) == [(10.0, 12.5)]


def test_axes_that_move_together_are_one_event_named_after_the_furthest() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 14, 40).add(Channel.ROLL, 10.3, 13.5, -14)
    (event,) = events_of(recording)
    assert (event.axis, event.direction) == (Axis.YAW, Direction.RIGHT)
    assert spans((event,)) == [(10.0, 14.0)]


def test_movements_that_hardly_overlap_stay_two_events() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 13, 30).add(Channel.PITCH, 12.7, 16, -20)
    assert [event.axis for event in events_of(recording)] == [Axis.YAW, Axis.PITCH]


def test_shorter_and_smaller_movements_are_no_events() -> None:
    assert events_of(Recording(30).add(Channel.YAW, 10, 10.5, 30)) == ()
    assert events_of(Recording(30).add(Channel.YAW, 10, 15, 13)) == ()


def test_hysteresis_holds_a_turn_that_comes_back_a_little() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 11, 20).add(Channel.YAW, 11, 13, 13.5)
    assert spans(events_of(recording)) == [(10.0, 13.0)]


def test_a_turn_too_far_to_be_measured_ends_where_it_was_last_seen() -> None:
    recording = Recording(30).add(Channel.YAW, 10, 15, 30)
    recording.hide(11.5, 14.5, Missing.NOT_SEEN, (*HEAD, *GAZE))
    assert spans(events_of(recording))[0] == (10.0, 11.5)


def test_severity_grows_with_angle_and_with_time() -> None:
    def severity(angle: float, seconds: float) -> Severity:
        (event,) = events_of(Recording(60).add(Channel.YAW, 20, 20 + seconds, angle))
        return event.severity

    assert severity(18, 1.5) is Severity.LOW
    assert severity(18, 6) is Severity.MEDIUM
    assert severity(30, 3) is Severity.MEDIUM
    assert severity(30, 6) is Severity.HIGH
    assert severity(45, 1.5) is Severity.MEDIUM


def test_room_upwards_does_not_change_tilting() -> None:
    options = DetectionOptions(left_scale=3, right_scale=3, up_scale=3, down_scale=3)
    (event,) = events_of(Recording(30).add(Channel.ROLL, 10, 12, 15), options)
    assert event.threshold == 9
