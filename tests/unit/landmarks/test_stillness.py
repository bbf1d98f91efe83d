"""What moves is told from what only the camera, its noise and the light change."""

import pickle

import cv2
import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame, PersonBox
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.landmarks.stillness import Stillness

WIDTH, HEIGHT = 640, 480
FACE = PersonBox(0.3, 0.3, 0.2, 0.25, 0.9)
OTHER = PersonBox(0.7, 0.1, 0.1, 0.12, 0.8)


def room(shift: float = 0.0, noise: float = 0.0, gain: float = 1.0, seed: int = 0) -> np.ndarray:
    """A wall with two patterns as coarse as faces, the first of them shifted by some pixels."""
    rng = np.random.default_rng(7)
    picture = np.full((HEIGHT, WIDTH), 150.0, np.float32)
    for box, by in ((FACE, shift), (OTHER, 0.0)):
        width, height = round(box.width * WIDTH) + 40, round(box.height * HEIGHT) + 40
        pattern = cv2.GaussianBlur(rng.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 5)
        pattern = 120 + 30 * pattern / pattern.std()
        move = np.array([[1, 0, by], [0, 1, 0]], np.float32)
        pattern = cv2.warpAffine(pattern, move, (width, height), borderMode=cv2.BORDER_REFLECT)
        top, left = round(box.y * HEIGHT) - 20, round(box.x * WIDTH) - 20
        picture[top : top + height, left : left + width] = pattern
    picture = picture * gain + np.random.default_rng(seed).normal(0, noise, picture.shape)
    return np.repeat(np.clip(picture, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def looks(*pictures: np.ndarray, step: float = 0.5) -> list[list[bool] | None]:
    stillness = Stillness()
    return [
        stillness.moved(Frame(from_seconds(index * step), rgb), (FACE, OTHER))
        for index, rgb in enumerate(pictures)
    ]


def test_nothing_is_known_at_the_first_look():
    assert looks(room()) == [None]


def test_a_look_at_nobody_is_compared_with_the_next_one():
    stillness = Stillness()
    stillness.moved(Frame(from_seconds(0), room()), ())
    assert stillness.moved(Frame(from_seconds(1), room(2)), (FACE,)) == [True]


def test_a_face_that_moved_by_a_pixel_or_two_is_told_from_one_that_did_not():
    assert looks(room(0), room(2))[1] == [True, False]


@pytest.mark.parametrize(
    "later",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"noise": 4.0, "seed": 2}, id="noise"),
        pytest.param({"noise": 8.0, "seed": 2}, id="strong_noise"),
        pytest.param({"gain": 1.15}, id="brighter"),
        pytest.param({"gain": 0.85, "noise": 3.0, "seed": 2}, id="darker"),
    ],
)
def test_noise_and_light_move_nobody(later):
    before = {"noise": later.get("noise", 0.0), "seed": 1}
    assert looks(room(**before), room(**later))[1] == [False, False]


def test_movement_is_seen_through_noise():
    assert looks(room(0, noise=6, seed=1), room(4, noise=6, seed=2))[1] == [True, False]


def test_a_slow_movement_shows_against_earlier_looks():
    slow = [room(0.2 * index) for index in range(4)]
    assert [found and found[0] for found in looks(*slow)] == [None, False, False, True]


def test_a_bump_of_the_camera_moves_everything_in_three_looks_only():
    bumped = [np.roll(room(), 6, axis=1)] * 5
    assert looks(room(), room(), *bumped)[2:] == [[True, True]] * 3 + [[False, False]] * 2


def test_looks_far_apart_are_not_compared():
    assert looks(room(0), room(2), step=2.0) == [None, None]


def test_pictures_of_another_size_are_not_compared():
    assert looks(room(), np.zeros((HEIGHT, HEIGHT, 3), np.uint8)) == [None, None]


def test_who_is_given_the_memory_goes_on_alike():
    pictures = [room(0, noise=3, seed=n) for n in range(3)] + [room(3, noise=3, seed=9)]
    stillness = Stillness()
    for index, rgb in enumerate(pictures[:3]):
        stillness.moved(Frame(from_seconds(index / 2), rgb), (FACE, OTHER))
    heir = Stillness()
    heir.memory = pickle.loads(pickle.dumps(stillness.memory))
    frame = Frame(from_seconds(1.5), pictures[3])
    assert heir.moved(frame, (FACE, OTHER)) == stillness.moved(frame, (FACE, OTHER))
    assert heir.memory == stillness.memory
    assert hash(heir.memory) == hash(stillness.memory)


def test_what_is_remembered_does_not_depend_on_how_long_it_watched():
    """A segment settles for two seconds, whatever the rate of its pictures."""
    for step in (0.5, 1.0, 1.9):
        long, short = Stillness(), Stillness()
        for index in range(12):
            frame = Frame(from_seconds(index * step), room(seed=index, noise=2))
            long.moved(frame, ())
            if (12 - index) * step <= 2.0:
                short.moved(frame, ())
        assert long.memory == short.memory
        assert 1 <= len(long.memory) <= 3


def test_a_face_at_the_edge_or_too_small_to_compare_is_no_mistake():
    stillness = Stillness()
    boxes = (PersonBox(-0.1, 0.9, 0.2, 0.3, 0.9), PersonBox(0.999, 0.2, 0.05, 0.05, 0.9))
    found = [stillness.moved(Frame(from_seconds(t), room()), boxes) for t in (0.0, 0.5)]
    assert found == [None, [False, False]]
