"""How a recording must be read to show a face, as a call for a worker: where a hostile file can do
no harm."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from proctor_desktop.domain.errors import SourceError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import StreamFacts
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.engine.sending import found
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.landmarks.choice import chosen
from proctor_desktop.landmarks.orientation import faces_seen, upright_turn
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions

_LOOKS = 12
_LEAST_SEEN = 0.5
_MOST_TRACKS = 8


def better_sampling(
    path: Path, options: AnalysisOptions, facts: StreamFacts, end: Micros
) -> SamplingOptions | None:
    """How a recording in which hardly a face was seen is read instead.

    Another track of pictures, where one shows a face and the one that was read does not; else
    turned as the faces stand. What a person chose is left as it is.

    Args:
        path: of the recording.
        options: that it was analysed with.
        facts: of what was read then.
        end: of what was analysed.

    Returns:
        None where nothing better is there, or where that cannot be told.
    """
    sampling = options.sampling
    track = _track_with_a_face(path, options, facts, end) if not sampling.track else 0
    if track:
        return replace(sampling, track=track)
    turned = _upright(path, options, facts.rotation, end) if not sampling.rotate else 0
    return replace(sampling, rotate=turned) if turned else None


def as_read(sampling: SamplingOptions) -> Iterator[SamplingOptions]:
    """Every way in which a recording may be read that was asked for so: as asked first."""
    yield sampling
    if not sampling.rotate:
        yield from (replace(sampling, rotate=turn) for turn in (90, 180, 270, 360))
    if not sampling.track:
        yield from (replace(sampling, track=1 + number) for number in range(_MOST_TRACKS))


def _track_with_a_face(
    path: Path, options: AnalysisOptions, facts: StreamFacts, end: Micros
) -> int:
    """The picture track with most faces, counted from 1; 0 where the one that was read is as good,
    or where no other shows a face in half of the looks."""
    if facts.tracks == 1:
        return 0
    networks = chosen(options.landmarks)
    share = {
        track: faces_seen(_spread(path, options, end, track=track), networks) / _LOOKS
        for track in range(1, min(facts.tracks, _MOST_TRACKS) + 1)
    }
    best = max(share, key=lambda track: (share[track], track == facts.track))
    return best if best != facts.track and share[best] >= _LEAST_SEEN else 0


def _upright(path: Path, options: AnalysisOptions, rotation: int, end: Micros) -> int:
    """The value of ``rotate`` that makes the faces of a recording stand upright, 0 where they do,
    or where that cannot be told; its pictures were turned by ``rotation`` until now."""
    networks = chosen(options.landmarks)
    turn = upright_turn(_spread(path, options, end, rotate=rotation or 360), networks)
    return (rotation + turn) % 360 or 360 if turn else 0


def _spread(path: Path, options: AnalysisOptions, end: Micros, **read: int) -> Iterator[Frame]:
    """Pictures spread evenly over a recording; those that cannot be decoded are left out."""
    sampling = replace(options.sampling, **read)
    for look in range(_LOOKS):
        time = Micros((2 * look + 1) * end // (2 * _LOOKS))
        Pulse.tell(time)
        span = Interval(time, Micros(time + from_seconds(1.0)))
        try:
            with VideoFile(found(path), sampling, options.limits, span, sha256="") as file:
                frame = next(iter(file.frames()), None)
        except SourceError:
            continue
        if frame is not None:
            yield frame
