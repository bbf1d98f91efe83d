"""A back in the candidate's clothes is somebody; an empty chair is nobody."""

import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame, PersonBox
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.signals.seat import Seat

WIDTH, HEIGHT = 320, 240
FACE = PersonBox(0.4, 0.2, 0.2, 0.3, 0.9)
ORANGE, GREEN, WALL = (190, 100, 60), (60, 130, 80), (170, 168, 160)


def room(clothes=None, shift: int = 0, light: float = 1.0, seed: int = 0) -> np.ndarray:
    """A wall, and before it a body in these clothes with a darker head, moved by some pixels."""
    picture = np.full((HEIGHT, WIDTH, 3), WALL, np.float32)
    if clothes is not None:
        folds = np.linspace(0.7, 1.2, 150)[:, None] * np.linspace(0.9, 1.1, 115)[:, None, None]
        picture[125:, 85 + shift : 235 + shift] = folds * np.array(clothes)
        picture[50:120, 130 + shift : 190 + shift] = (90, 60, 40)
    picture = picture * light + np.random.default_rng(seed).normal(0, 1, picture.shape)
    return np.clip(picture, 0, 255).astype(np.uint8)


def looked(*pictures: np.ndarray, first: np.ndarray | None = None, step: float = 0.5) -> Seat:
    """The seat after looks at these, the candidate having been followed in the first picture."""
    seat = Seat()
    if first is not None:
        seat.remember(Frame(from_seconds(0), first), FACE)
    for number, picture in enumerate(pictures, start=1):
        seat.look(Frame(from_seconds(number * step), picture), FACE)
    return seat


def moving(clothes, count: int = 8, **changes) -> list[np.ndarray]:
    return [room(clothes, shift=number % 3, seed=number, **changes) for number in range(count)]


def test_somebody_in_the_candidates_clothes_who_moves_sits_there():
    assert looked(*moving(ORANGE), first=room(ORANGE)).is_taken


@pytest.mark.parametrize("light", [0.85, 1.15])
def test_a_little_more_or_less_light_changes_nothing(light):
    assert looked(*moving(ORANGE, light=light), first=room(ORANGE)).is_taken


def test_an_empty_chair_is_empty_at_the_first_look():
    assert not looked(room(), first=room(ORANGE)).is_taken


def test_somebody_in_other_clothes_is_not_taken_for_the_candidate():
    assert not looked(*moving(GREEN), first=room(ORANGE)).is_taken


def test_what_looks_like_the_clothes_and_keeps_still_is_a_chair():
    still = [room(ORANGE, seed=number) for number in range(12)]
    assert not looked(*still, first=room(ORANGE)).is_taken


def test_nobody_sits_where_nobody_was_ever_seen():
    seat = looked(*moving(ORANGE))
    assert not seat.is_taken
    assert not seat.is_known


def test_a_close_up_shows_no_clothes_to_remember():
    seat = Seat()
    seat.remember(Frame(from_seconds(0), room(ORANGE)), PersonBox(0.1, 0.1, 0.8, 0.85, 0.9))
    assert not seat.is_known


def test_a_seat_goes_on_from_the_memory_of_another():
    before = looked(*moving(ORANGE, 3), first=room(ORANGE))
    after = Seat()
    after.memory = before.memory
    for seat in (before, after):
        seat.look(Frame(from_seconds(2.0), room(ORANGE, shift=2)), FACE)
    assert after.is_taken
    assert after.memory == before.memory


def test_a_seat_without_memory_begins_anew():
    seat = looked(*moving(ORANGE), first=room(ORANGE))
    seat.memory = None
    assert seat.memory == Seat().memory
