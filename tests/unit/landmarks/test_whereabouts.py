"""Whose face it is, by place and size alone."""

import pytest

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.landmarks.whereabouts import Place, Whereabouts
from tests.unit.signals.faces import face


def place(seconds: float, x: float = 300, side: float = 150) -> Place:
    return Place(from_seconds(seconds), x, 200, side)


def test_the_first_face_is_the_candidate():
    assert Whereabouts().judge(place(0))


def test_a_face_that_moves_as_heads_move_stays_the_candidate():
    followed = Whereabouts()

    assert all(followed.judge(place(i / 12, x=300 + 40 * i)) for i in range(10))


def test_a_face_that_leaps_in_one_frame_is_another():
    followed = Whereabouts()
    followed.judge(place(0))

    assert not followed.judge(place(1 / 12, x=300 + 130))


def test_a_face_that_grows_in_one_frame_is_another():
    followed = Whereabouts()
    followed.judge(place(0))

    assert not followed.judge(place(1 / 12, side=230))


def test_the_other_stays_another_while_it_is_followed():
    followed = Whereabouts()
    followed.judge(place(0))
    followed.judge(place(0.1, side=240))

    assert not any(followed.judge(place(0.1 + i / 12, side=240 + i)) for i in range(1, 8))


def test_the_candidate_is_known_again_at_their_place():
    followed = Whereabouts()
    followed.judge(place(0))
    followed.judge(place(0.1, side=240))

    assert followed.judge(place(0.2, x=310))


def test_after_an_absence_a_candidate_may_sit_down_beside_their_old_place():
    followed = Whereabouts()
    followed.judge(place(0))

    assert followed.judge(place(10, x=500, side=170))


def test_after_an_absence_a_face_of_half_the_size_is_somebody_behind():
    followed = Whereabouts()
    followed.judge(place(0))

    assert not followed.judge(place(10, x=500, side=60))


def test_the_place_of_a_detected_box_is_in_thousandths_of_the_width():
    from proctor_desktop.domain.frame import PersonBox

    found = Place.of_box(from_seconds(0), PersonBox(0.4, 0.3, 0.2, 0.2, 0.9), 640, 480)

    assert (found.x, found.y) == pytest.approx((500, 300))
    assert found.side == pytest.approx(200 / 0.85)


def test_a_picture_of_another_size_does_not_move_the_seat():
    small, large = face(middle=(320, 180), eye_px=60), face(middle=(480, 270), eye_px=90)
    followed = Whereabouts()
    followed.judge(Place.of(from_seconds(0), small, 640))

    assert followed.judge(Place.of(from_seconds(1 / 12), large, 960))


def test_the_only_face_that_stays_in_the_seat_is_the_candidates_however_small():
    """The camera was put farther away."""
    followed = Whereabouts()
    followed.judge(place(0, side=240))
    later = [followed.judge(place(1 + i / 12, side=90), is_alone=True) for i in range(72)]

    assert not later[0]
    assert all(later[50:])


def test_a_face_that_stays_beside_the_empty_seat_is_not():
    followed = Whereabouts()
    followed.judge(place(0))
    assert not any(followed.judge(place(1 + i / 12, x=900), is_alone=True) for i in range(40))


def test_a_face_in_front_that_is_not_the_only_one_is_not():
    followed = Whereabouts()
    followed.judge(place(0))
    assert not any(followed.judge(place(0.1 + i / 12, side=400)) for i in range(72))
