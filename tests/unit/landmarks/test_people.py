"""When people are counted, and which boxes are people."""

import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame, PersonBox
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.landmarks.people import PeopleCounter, coloured, overlap, plausible


@pytest.fixture(scope="module")
def counter():
    made = PeopleCounter()
    yield made
    made.close()


def black(seconds: float) -> Frame:
    return Frame(from_seconds(seconds), np.zeros((48, 64, 3), np.uint8))


def looked_at(counter: PeopleCounter, times: list[float]) -> list[float]:
    counter._cell = -1
    return [time for time in times if counter.look(black(time)) is not None]


def test_it_looks_twice_a_second_on_the_grid_of_the_clock(counter):
    times = [round(i / 12, 4) for i in range(24)]

    assert looked_at(counter, times) == [0.0, 0.5, 1.0, 1.5]


def test_a_recording_cut_at_the_grid_is_looked_at_in_the_same_frames(counter):
    times = [i / 7.3 for i in range(60)]
    whole = looked_at(counter, times)
    cut = [t for t in times if t < 4], [t for t in times if t >= 4]

    assert looked_at(counter, cut[0]) + looked_at(counter, cut[1]) == whole


def test_slow_streams_are_looked_at_in_every_frame(counter):
    assert looked_at(counter, [0.0, 1.1, 2.3]) == [0.0, 1.1, 2.3]


def test_only_a_picture_without_colours_is_warmed():
    noise = np.random.default_rng(0).integers(0, 256, (120, 160, 1), np.uint8)
    grey = np.repeat(noise, 3, axis=2)
    one_coloured_thing = grey.copy()
    one_coloured_thing[:40, :40] = 200, 40, 40
    coded = (grey // 2 + np.random.default_rng(1).integers(0, 4, grey.shape)).astype(np.uint8)
    assert coloured(one_coloured_thing) is one_coloured_thing
    for picture in (grey, coded):
        red, green, blue = (coloured(picture)[..., channel].mean() for channel in range(3))
        assert red > green > blue
        assert np.mean((red, green, blue)) == pytest.approx(picture.mean(), rel=0.02)


def box(x: float, size: float = 0.2, score: float = 0.9) -> PersonBox:
    return PersonBox(x, 0.3, size, size, score)


def test_two_boxes_of_one_face_are_one_person():
    assert plausible((box(0.30, score=0.7), box(0.32, score=0.9))) == (box(0.32, score=0.9),)


def test_people_side_by_side_are_two():
    assert len(plausible((box(0.1), box(0.35)))) == 2


def test_specks_are_nobody():
    assert plausible((box(0.1, size=0.015),)) == ()


def test_overlap_is_intersection_over_union():
    assert overlap(box(0.0), box(0.1)) == pytest.approx(1 / 3)
    assert overlap(box(0.0), box(0.5)) == 0
    assert overlap(box(0.0), box(0.0)) == pytest.approx(1)


def test_a_picture_of_nothing_shows_nobody(counter):
    assert counter.look_now(Frame(Micros(0), np.full((240, 320, 3), 127, np.uint8))).people == ()
