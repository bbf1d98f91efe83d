"""When Python looks for garbage, which holds every thread of the window.

A search through all that the window and MediaPipe have loaded takes a tenth of a second, and finds
nothing: modules, classes and models stay for good.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def settle() -> None:
    """Look for garbage from now on, but never among what was loaded until now."""
    gc.freeze()
    gc.enable()


@contextmanager
def held_back() -> Iterator[None]:
    """Look for none while something large is loaded, nor among it afterwards."""
    gc.disable()
    try:
        yield
    finally:
        settle()
