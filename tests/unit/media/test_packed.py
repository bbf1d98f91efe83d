"""Frames that wait for their turn take half the memory and look the same."""

import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.media.packed import Packed


@pytest.mark.parametrize("size", [(48, 64), (47, 63), (2, 3)])
def test_a_packed_frame_comes_back_in_its_size_with_its_colours(size: tuple[int, int]) -> None:
    height, width = size
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[:] = (200, 90, 40)
    packed = Packed.of(Frame(from_seconds(3), rgb))
    back = packed.frame()
    assert back.time == from_seconds(3)
    assert back.rgb.shape == rgb.shape
    assert np.abs(back.rgb.astype(int) - rgb).max() <= 4


def test_it_takes_half_the_memory() -> None:
    frame = Frame(from_seconds(0), np.zeros((480, 854, 3), np.uint8))
    assert Packed.of(frame).planes.nbytes == frame.rgb.nbytes // 2
