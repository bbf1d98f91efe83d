"""How the window's process asks for memory and gives it back, where the C library can be told.

Threads that decode pictures of some megabytes leave the library's heaps full of holes, which stay
with the process for good: 490 MB after the first recording, of which 120 were holes.
"""

import ctypes
import sys
from functools import cache
from typing import Any

LARGE_BYTES = 1 << 18
HEAPS = 1
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8


@cache
def _library() -> Any:
    """The GNU C library; None on other systems."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


def be_thrifty() -> None:
    """Share one heap among all threads; take pictures and the like from outside of it."""
    library = _library()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, HEAPS)
        library.mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)


def give_back() -> None:
    """Give the holes in the heaps back to the system; takes some milliseconds."""
    library = _library()
    if library is not None:
        library.malloc_trim(0)
