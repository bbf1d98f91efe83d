"""A film of a portrait that wanders through the picture, and workers that run calls at once."""

from collections.abc import Callable
from concurrent.futures import Future
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from skimage.data import astronaut

SIZE = (256, 192)


def write_portrait(path: Path, seconds: float, *, fps: int = 24, key_every: int = 24) -> Path:
    """The head wanders, comes nearer, and is gone for the middle fifth of the time."""
    portrait = astronaut()
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.gop_size = key_every
        count = round(seconds * fps)
        for number in range(count):
            share = number / count
            left = round(90 + 30 * np.sin(9 * share * seconds / 6))
            view = portrait[10 : 10 + SIZE[1], left : left + SIZE[0]]
            is_gone = 0.4 < share < 0.6
            picture = np.full_like(view, 120) if is_gone else view
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), "rgb24")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


class InlineWorkers:
    """Runs each call at once, in this process; counts them by name."""

    lost: tuple[type[BaseException], ...] = (ConnectionError,)

    def __init__(self, size: int) -> None:
        self.size = size
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":
        self.calls.append((fn.__name__, args))
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args))
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)
        return future

    def leave_idle(self, calls: int) -> bool:
        return True

    def reached(self, path: Path) -> Path:
        return path

    def forget(self, path: Path) -> None:
        """Nothing was sent."""

    def shutdown(self) -> None:
        """Nothing to give back."""
