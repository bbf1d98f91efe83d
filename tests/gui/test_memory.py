"""Memory that is not used any more does not stay with the window."""

import sys

import psutil
import pytest

from proctor_desktop.gui.kit.memory import give_back

MB = 2**20
BLOCK = 100_000  # small enough for the heap


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc can be told")
def test_holes_in_the_heap_are_given_back() -> None:
    blocks = [bytearray(b"x" * BLOCK) for _ in range(1500)]
    last = blocks.pop()  # what lies behind them keeps the heap from shrinking by itself
    full = psutil.Process().memory_info().rss
    blocks.clear()
    give_back()
    assert psutil.Process().memory_info().rss < full - 60 * MB
    assert len(last) == BLOCK
