"""Which way up a recording is, as a call for a worker: where a hostile file can do no harm."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from proctor_desktop.domain.errors import SourceError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.engine.sending import found
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.landmarks.choice import chosen
from proctor_desktop.landmarks.orientation import upright_turn
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions

_LOOKS = 12


def upright_rotation(path: Path, options: AnalysisOptions, rotation: int, end: Micros) -> int:
    """The value of ``rotate`` that makes the faces of a recording stand upright.

    Args:
        path: of the recording.
        options: that it was analysed with.
        rotation: clockwise degrees by which its pictures were turned then.
        end: of what was analysed.

    Returns:
        0 where they stand upright as they are, or where that cannot be told.
    """
    turned = replace(options.sampling, rotate=rotation or 360)
    networks = chosen(options.landmarks)
    turn = upright_turn(_spread(found(path), replace(options, sampling=turned), end), networks)
    return (rotation + turn) % 360 or 360 if turn else 0


def _spread(path: Path, options: AnalysisOptions, end: Micros) -> Iterator[Frame]:
    """Pictures spread evenly over a recording; those that cannot be decoded are left out."""
    for look in range(_LOOKS):
        time = Micros((2 * look + 1) * end // (2 * _LOOKS))
        Pulse.tell(time)
        span = Interval(time, Micros(time + from_seconds(1.0)))
        try:
            with VideoFile(path, options.sampling, options.limits, span, sha256="") as file:
                frame = next(iter(file.frames()), None)
        except SourceError:
            continue
        if frame is not None:
            yield frame
