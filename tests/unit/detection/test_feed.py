"""Technical events, and what a frozen picture shows."""

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import Channel, Missing
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import FACE, Recording


def kinds(recording: Recording) -> list[tuple[EventKind, float, float]]:
    events = events_of(recording)
    return [(e.kind, *span) for e, span in zip(events, spans(events), strict=True)]


def test_a_dark_picture_is_reported_with_its_brightness() -> None:
    recording = Recording(30).put(Channel.LUMA, 10, 14, 4.0)
    assert kinds(recording) == [(EventKind.FEED_DARK, 10.0, 14.0)]
    (event,) = events_of(recording)
    assert round(event.peak, 3) == 4.0
    assert event.threshold == 16.0


def test_a_picture_that_stands_still_is_frozen() -> None:
    recording = Recording(30).put(Channel.CHANGE, 10, 15, 0.0)
    assert kinds(recording) == [(EventKind.FEED_FROZEN, 10.0, 15.0)]
    assert kinds(Recording(30).put(Channel.CHANGE, 10, 11.5, 0.0)) == []


def test_a_dark_picture_is_not_called_frozen_as_well() -> None:
    recording = Recording(30).put(Channel.LUMA, 10, 15, 0.0).put(Channel.CHANGE, 10, 15, 0.0)
    assert kinds(recording) == [(EventKind.FEED_DARK, 10.0, 15.0)]


def test_pictures_that_do_not_come_are_lost() -> None:
    assert kinds(Recording(30).cut(10, 15)) == [(EventKind.FEED_LOST, 10.0, 15.0)]
    lost = Recording(30).hide(10, 15, Missing.FRAME_LOST, FACE)
    assert kinds(lost) == [(EventKind.FEED_LOST, 10.0, 15.0)]


def test_a_blur_is_reported() -> None:
    recording = Recording(30).hide(10, 15, Missing.BLURRED, FACE)
    assert kinds(recording) == [(EventKind.FEED_BLURRED, 10.0, 15.0)]


def test_what_a_frozen_picture_shows_is_no_behaviour() -> None:
    recording = Recording(60).add(Channel.YAW, 10, 30, 30).put(Channel.CHANGE, 12, 30, 0.0)
    assert kinds(recording) == [
        (EventKind.HEAD_MOVEMENT, 10.0, 12.0),
        (EventKind.FEED_FROZEN, 12.0, 30.0),
    ]
    leaving = Recording(60).leave(10, 30).put(Channel.CHANGE, 10, 30, 0.0)
    assert kinds(leaving) == [(EventKind.FEED_FROZEN, 10.0, 30.0)]
