"""Small films whose pictures carry their own number, so that a test knows which one it got."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

BITS = 12
"""Pictures are numbered in binary by bright and dark blocks, four in a row, first bit first."""

MILLISECONDS = Fraction(1, 1000)


def numbered_picture(number: int, width: int, height: int) -> NDArray[np.uint8]:
    """RGB picture that shows ``number``."""
    cells = np.array([number >> bit & 1 for bit in range(BITS)], np.uint8).reshape(BITS // 4, 4)
    levels = (40 + 170 * cells).repeat(height // 3, axis=0).repeat(width // 4, axis=1)
    return np.stack([levels] * 3, axis=-1).astype(np.uint8)


def number_of(rgb: NDArray[np.uint8]) -> int:
    """The number that a picture shows."""
    height, width = rgb.shape[:2]
    rows = (np.arange(BITS // 4) * 2 + 1) * height // 6
    columns = (np.arange(4) * 2 + 1) * width // 8
    bits = rgb[np.ix_(rows, columns)].mean(axis=-1).ravel() > 125
    return int(sum(1 << int(bit) for bit in np.flatnonzero(bits)))


def every(fps: float, seconds: float) -> list[int]:
    """Times in milliseconds of a steady film."""
    return [round(index * 1000 / fps) for index in range(round(fps * seconds))]


def ends_of(times: Sequence[int]) -> list[int]:
    """When each picture stops being shown; the last one lasts as long as the one before it."""
    last = times[-1] - times[-2] if len(times) > 1 else 40
    return [*times[1:], times[-1] + last]


def write_film(
    path: Path,
    times: Sequence[int],
    *,
    size: tuple[int, int] = (160, 120),
    codec: str = "libx264",
    rotation: int = 0,
    key_every: int = 250,
    b_frames: int = 0,
    options: dict[str, str] | None = None,
    sound_seconds: float = 0.0,
    made: str = "",
) -> Path:
    """Write a film whose picture number k is shown from ``times[k]`` milliseconds on.

    The container says that it was ``made`` then.
    """
    width, height = size
    ends = ends_of(times)
    with av.open(str(path), "w", options=options or {}) as container:
        if made:
            container.metadata["creation_time"] = made
        rate = Fraction(1000 * max(1, len(times) - 1), max(1, times[-1] - times[0]))
        stream = container.add_stream(codec, rate=rate.limit_denominator(1001))
        stream.width, stream.height = width, height
        stream.pix_fmt = {"gif": "rgb8", "mjpeg": "yuvj420p"}.get(codec, "yuv420p")
        if path.suffix != ".avi":  # AVI knows a picture's number only, not its time
            stream.codec_context.time_base = stream.time_base = MILLISECONDS
        stream.codec_context.gop_size = key_every
        stream.codec_context.max_b_frames = b_frames
        if rotation:
            stream.set_display_rotation(-rotation)
        sound = container.add_stream("aac", rate=16000) if sound_seconds else None
        for number, time in enumerate(times):
            frame = av.VideoFrame.from_ndarray(numbered_picture(number, width, height), "rgb24")
            frame.pts, frame.time_base = time, MILLISECONDS
            frame.duration = ends[number] - time
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if sound is not None:
            _write_silence(container, sound, sound_seconds)
    return path


def write_sound(path: Path, seconds: float = 1.0) -> Path:
    """A file with sound and without a picture."""
    with av.open(str(path), "w") as container:
        _write_silence(container, container.add_stream("aac", rate=16000), seconds)
    return path


def _write_silence(container, stream, seconds: float) -> None:
    for start in range(0, round(seconds * 16000), 1024):
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate, frame.pts = 16000, start
        container.mux(stream.encode(frame))
    container.mux(stream.encode())
