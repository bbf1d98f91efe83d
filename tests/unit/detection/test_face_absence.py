"""Absences, and faces lost because the head had turned."""

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.events import Direction, EventKind, Severity
from proctor_desktop.domain.signals import Channel, Missing
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import FACE, Recording


def test_an_empty_chair_is_an_absence_of_its_length() -> None:
    (event,) = events_of(Recording(60).leave(20, 27))
    assert event.kind is EventKind.FACE_ABSENCE
    assert spans((event,)) == [(20.0, 27.0)]
    assert (round(event.peak, 3), event.threshold) == (7.0, 1.0)
    assert event.severity is Severity.MEDIUM


def test_a_moment_without_face_is_no_absence() -> None:
    assert events_of(Recording(30).leave(10, 10.9)) == ()


def test_an_absence_lasts_until_the_recording_ends() -> None:
    assert spans(events_of(Recording(30).leave(25, 30))) == [(25.0, 30.0)]


def test_darkness_and_lost_frames_are_no_absence() -> None:
    for reason in (Missing.TOO_DARK, Missing.FRAME_LOST, Missing.BLURRED, Missing.FACE_TOO_SMALL):
        events = events_of(Recording(30).hide(10, 20, reason, FACE))
        assert all(event.kind.is_technical for event in events)


def test_a_face_lost_after_a_turn_extends_the_turn() -> None:
    recording = Recording(60).add(Channel.YAW, 20, 21, -40).leave(21, 25)
    recording.add(Channel.YAW, 25, 26, -40)
    (event,) = events_of(recording)
    assert (event.kind, event.direction) == (EventKind.HEAD_MOVEMENT, Direction.LEFT)
    assert spans((event,)) == [(20.0, 26.0)]
    assert event.severity is Severity.HIGH
    assert event.confidence < 0.5


def test_a_turn_too_short_for_an_event_of_its_own_explains_a_lost_face_too() -> None:
    recording = Recording(60).add(Channel.YAW, 20.6, 21, -40).leave(21, 25)
    (event,) = events_of(recording)
    assert event.kind is EventKind.HEAD_MOVEMENT
    assert spans((event,)) == [(20.7, 25.0)]


def test_a_turn_longer_ago_does_not_explain_it() -> None:
    recording = Recording(60).add(Channel.YAW, 16, 18, -40).leave(21, 25)
    assert [event.kind for event in events_of(recording)] == [
        EventKind.HEAD_MOVEMENT,
        EventKind.FACE_ABSENCE,
    ]


def test_who_turns_away_and_stays_away_is_absent() -> None:
    recording = Recording(90).add(Channel.YAW, 20, 21, -40).leave(21, 60)
    kinds = [event.kind for event in events_of(recording)]
    assert EventKind.FACE_ABSENCE in kinds
    longer = DetectionOptions(turned_max_sec=60)
    assert [event.kind for event in events_of(recording, longer)] == [EventKind.HEAD_MOVEMENT]
