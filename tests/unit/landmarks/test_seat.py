"""Somebody who leaves is seen last at the edge of the picture, and comes back to the seat."""

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.landmarks.whereabouts import Place, Whereabouts

RATE = 12


def place(seconds: float, x: float) -> Place:
    return Place(from_seconds(seconds), x, 240.0, 100.0)


def seated_until(whereabouts: Whereabouts, seconds: float) -> None:
    for index in range(round(seconds * RATE)):
        assert whereabouts.judge(place(index / RATE, 320.0))


def test_who_leaves_at_the_edge_and_reappears_in_the_seat_is_the_candidate():
    whereabouts = Whereabouts()
    seated_until(whereabouts, 5)
    for index, x in enumerate((280, 230, 180, 130, 80, 30)):
        whereabouts.judge(place(5 + index / RATE, x))
    assert whereabouts.judge(place(8, 320))


def test_a_glimpse_at_the_edge_does_not_move_the_seat():
    whereabouts = Whereabouts()
    seated_until(whereabouts, 5)
    whereabouts.judge(place(9, 60))
    assert whereabouts.judge(place(9.8, 320))


def test_a_face_far_from_the_seat_right_after_the_candidate_left_is_somebody_else():
    whereabouts = Whereabouts()
    seated_until(whereabouts, 5)
    assert not whereabouts.judge(place(6, 600))
