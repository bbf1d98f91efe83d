"""Who is a person shows over some seconds: a picture does not move in any of them."""

import numpy as np
import pytest

from proctor_desktop.signals.headcount import looks_of, pictured_seconds, pictures
from tests.unit.synthetic import Recording

TIMES = np.arange(0, 60_000_000, 500_000)
"""Two looks a second for a minute."""


def found(people, still) -> np.ndarray:
    people = np.broadcast_to(people, TIMES.shape).astype(np.float32)
    return pictures(TIMES, people, np.broadcast_to(still, TIMES.shape).astype(np.float32))


def inside(start: float, end: float) -> np.ndarray:
    return (start * 1e6 <= TIMES) & (end * 1e6 > TIMES)


def test_a_face_that_never_moves_is_a_picture_from_beginning_to_end():
    assert (found(2, 1) == 1).all()
    assert (found(4, 3) == 3).all()


def test_a_person_who_moves_in_one_look_of_four_is_a_person_throughout():
    still = np.ones(len(TIMES))
    still[::4] = 0
    assert (found(2, still) == 0).all()


@pytest.mark.parametrize("at", [0, 3, 25, 57])
def test_a_bump_of_the_camera_makes_no_person_of_a_picture(at):
    assert (found(2, np.where(inside(at, at + 1.5), 0, 1)) == 1).all()


def test_a_visitor_is_counted_beside_a_picture_and_only_while_there():
    visit = inside(20, 23)
    people, still = np.where(visit, 3, 2), np.ones(len(TIMES))
    still[visit & (np.arange(len(TIMES)) % 2 == 0)] = 2
    counted = people - found(people, still)
    assert (counted == np.where(visit, 2, 1)).all()


def test_a_picture_that_is_found_now_and_then_is_one():
    people = np.where(np.arange(len(TIMES)) % 3 == 0, 2, 1)
    assert (found(people, np.where(people == 2, 1, np.nan)) == (people == 2)).all()


def test_one_of_two_pictures_that_is_found_now_and_then_is_nobody_either():
    people = np.where(np.arange(len(TIMES)) % 2 == 0, 3, 2)
    assert (people - found(people, people - 1) == 1).all()


def test_too_few_looks_and_unknown_ones_accuse_no_picture_of_being_one():
    few = inside(20, 22)
    assert not found(np.where(few, 2, 1), np.where(few, 1, np.nan)).any()
    assert not found(2, np.nan).any()


def test_the_candidate_is_never_a_picture():
    assert found(2, 2).max() == 1


def test_a_recording_without_looks_shows_nobody():
    empty = np.empty(0)
    assert not len(pictures(np.empty(0, np.int64), empty, empty))
    track = Recording(0).track()
    assert not len(looks_of(track)[0])
    assert pictured_seconds(track) == 0


def test_the_time_of_a_picture_is_that_of_its_looks():
    assert pictured_seconds(Recording(60).people(20, 40, 2, still=1).track()) == pytest.approx(
        20, abs=1
    )
    assert pictured_seconds(Recording(60).people(20, 40, 2).track()) == 0
