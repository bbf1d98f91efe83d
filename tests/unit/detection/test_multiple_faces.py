"""A second person must persist, and be seen in most looks."""

import numpy as np
import pytest

from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.events import EventKind, Severity, Unit
from proctor_desktop.domain.signals import Missing
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import FACE, Recording


def test_a_second_person_is_found_within_half_a_look() -> None:
    (event,) = events_of(Recording(60).people(20, 26, 2))
    assert event.kind is EventKind.MULTIPLE_FACES
    (span,) = spans((event,))
    assert span == pytest.approx((20.0, 26.0), abs=0.3)
    assert (event.peak, event.threshold, event.unit) == (2, 2, Unit.PEOPLE)
    assert event.severity is Severity.MEDIUM


def test_the_largest_number_of_people_is_the_peak() -> None:
    (event,) = events_of(Recording(60).people(20, 26, 2).people(22, 23, 4))
    assert event.peak == 4


def test_a_single_wrong_look_is_nobody() -> None:
    assert events_of(Recording(60).people(20, 20.6, 2)) == ()


def test_looks_that_miss_the_second_person_do_not_cut_the_event() -> None:
    (event,) = events_of(Recording(60).people(20, 28, 2).people(23.9, 24.4, 1))
    assert 0.9 < event.confidence < 1


def test_a_person_seen_in_few_looks_is_no_event() -> None:
    recording = Recording(60)
    for start in range(20, 40, 2):
        recording.people(start - 0.1, start + 0.1, 2)
    assert events_of(recording) == ()
    every_other = Recording(60)
    for start in range(20, 40):
        every_other.people(start - 0.1, start + 0.1, 2)
    assert events_of(every_other) == ()


def test_somebody_in_front_of_the_candidate_makes_two() -> None:
    passing = Recording(60).people(19, 20, 2).hide(20, 24, Missing.OTHER_FACE, FACE)
    (event,) = events_of(passing)
    assert event.kind is EventKind.MULTIPLE_FACES
    assert event.peak == 2


def test_a_slow_recording_needs_as_many_looks() -> None:
    assert len(events_of(Recording(60, rate=4).people(20, 24, 2))) == 1
    assert events_of(Recording(60).people(20, 24, 2), DetectionOptions(people_min_looks=20)) == ()


def test_a_portrait_on_the_wall_is_nobody() -> None:
    assert events_of(Recording(60).people(0, 60, 2, still=1)) == ()


def test_a_bump_of_the_camera_makes_nobody_of_a_portrait() -> None:
    assert events_of(Recording(60).people(0, 60, 2, still=1).people(30, 31.5, 2, still=0)) == ()


def test_a_visitor_beside_a_portrait_is_found_while_there() -> None:
    recording = Recording(60).people(0, 60, 2, still=1).people(20, 26, 3, still=1)
    recording.people(22, 23, 3, still=2)
    (event,) = events_of(recording)
    assert spans((event,))[0] == pytest.approx((20.0, 26.0), abs=0.3)
    assert event.peak == 2


def test_a_visitor_who_keeps_still_for_a_while_is_found_throughout() -> None:
    recording = Recording(60).people(10, 50, 2, still=1)
    for start in np.arange(10, 50, 1.5):
        recording.people(start, start + 0.5, 2, still=0)
    (event,) = events_of(recording)
    assert spans((event,))[0] == pytest.approx((10.0, 50.0), abs=0.3)


def test_somebody_in_front_of_the_candidate_makes_two_beside_a_portrait() -> None:
    recording = Recording(60).people(0, 60, 2, still=1).people(19, 20, 3, still=1)
    recording.hide(20, 24, Missing.OTHER_FACE, FACE)
    (event,) = events_of(recording)
    assert spans((event,))[0] == pytest.approx((19.0, 24.0), abs=0.3)


def test_one_face_is_never_two() -> None:
    """A camera that was moved makes the candidate look like somebody else in their place."""
    assert events_of(Recording(60).hide(20, 40, Missing.OTHER_FACE, FACE)) == ()
