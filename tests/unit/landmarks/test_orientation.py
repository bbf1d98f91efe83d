"""Which way up a picture is, told by the face in it."""

import numpy as np
import pytest
from skimage.data import astronaut

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.landmarks.orientation import upright_turn

PORTRAIT = np.ascontiguousarray(astronaut()[0:256, 90:346])
EMPTY = np.full_like(PORTRAIT, 120)


def frames(*pictures: np.ndarray) -> list[Frame]:
    return [Frame(Micros(index), picture) for index, picture in enumerate(pictures)]


@pytest.mark.parametrize("lies", [0, 90, 180, 270])
def test_a_portrait_is_turned_until_it_stands_upright(lies: int) -> None:
    stored = np.ascontiguousarray(np.rot90(PORTRAIT, lies // 90))

    assert upright_turn(frames(stored, stored)) == lies


def test_an_empty_room_is_left_as_it_is() -> None:
    assert upright_turn(frames(EMPTY, EMPTY, EMPTY)) == 0
    assert upright_turn([]) == 0


def test_a_face_in_a_few_pictures_of_an_empty_room_turns_nothing() -> None:
    lying = np.ascontiguousarray(np.rot90(PORTRAIT))

    assert upright_turn(frames(lying, EMPTY, EMPTY, EMPTY)) == 0


def test_pictures_that_disagree_turn_nothing() -> None:
    one, other = (np.ascontiguousarray(np.rot90(PORTRAIT, quarter)) for quarter in (1, 3))

    assert upright_turn(frames(one, other)) == 0
