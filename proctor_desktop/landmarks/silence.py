"""Keeps what C++ libraries write straight to standard error away from whoever watches it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2
_STDERR_LOCK = threading.Lock()


@contextmanager
def quiet() -> Iterator[None]:
    """Silence what C++ writes straight to the process's standard error.

    MediaPipe greets with a dozen lines before any logging can be set up, LiteRT with one. Only
    making a model is wrapped, so that nothing which happens later is hidden.
    """
    with _STDERR_LOCK:
        try:
            kept = os.dup(_STDERR)
        except OSError:  # a windowed program may have no standard error at all
            yield
            return
        try:
            with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
                os.dup2(nowhere.fileno(), _STDERR)
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
