"""New, frozen and repeated pictures."""

import numpy as np
import pytest

from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.signals.feed import FeedWatch

RNG = np.random.default_rng(3)
PICTURES = [RNG.integers(0, 255, (48, 64)).astype(np.uint8) for _ in range(200)]


def watch(pictures, rate: float = 12.0):
    feed = FeedWatch()
    return [feed.push(from_seconds(i / rate), picture) for i, picture in enumerate(pictures)]


def test_the_first_picture_has_nothing_to_be_compared_with():
    assert watch(PICTURES[:1]) == [(None, None)]


def test_change_is_the_mean_difference_of_evenly_lit_pictures():
    shifted = np.tile(np.array([100, 156], np.uint8), (48, 32))

    assert watch([shifted, shifted[:, ::-1]])[1][0] == pytest.approx(56)
    assert watch([shifted, shifted])[1][0] == 0


def flickering(depth: float, hertz: float, bands: float = 0.0):
    """A scene that changes slowly under mains light, twelve times a second for twenty seconds."""
    rng = np.random.default_rng(5)
    base = rng.integers(40, 180, (48, 64)).astype(float)
    slow = rng.normal(0, 12, (48, 64))
    rows = np.arange(48)[:, None] * bands
    for i in range(240):
        t = i / 12
        light = 1 + depth * np.sin(2 * np.pi * (hertz * t + rows))
        scene = (base + slow * np.sin(0.3 * t)) * light + rng.normal(0, 1.0, (48, 64))
        yield np.clip(scene, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("depth", [0.005, 0.02, 0.05, 0.10])
@pytest.mark.parametrize(("hertz", "bands"), [(3.0, 0.0), (4.0, 0.0), (1.5, 0.04), (5.0, 0.1)])
def test_flickering_light_is_no_loop(depth, hertz, bands):
    seen = watch(list(flickering(depth, hertz, bands)))[60:]

    usual = np.median([change for change, _ in seen])
    assert np.mean([repeat < 0.6 * usual for _, repeat in seen]) < 0.25


def test_a_loop_repeats_exactly():
    repeats = [repeat for _, repeat in watch(PICTURES[:20] * 3)]

    assert all(repeat == 0 for repeat in repeats[20:])


def test_new_pictures_repeat_nothing():
    repeats = [repeat for _, repeat in watch(PICTURES[:60]) if repeat is not None]

    assert len(repeats) > 40
    assert min(repeats) > 50


def test_the_last_moments_do_not_count_as_a_repetition():
    still = [PICTURES[0]] * 9

    assert all(repeat is None for _, repeat in watch(still))


def test_what_is_long_gone_is_forgotten():
    pictures = [PICTURES[0], *PICTURES[1:190], PICTURES[0]]

    assert watch(pictures)[-1][1] > 50


def test_a_noisy_repetition_is_nearly_none():
    again = [
        np.clip(p.astype(int) + RNG.integers(-2, 3, p.shape), 0, 255).astype(np.uint8)
        for p in PICTURES[:20]
    ]

    assert max(repeat for _, repeat in watch([*PICTURES[:20], *again])[20:]) < 2
