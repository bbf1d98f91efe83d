"""What a video source says about itself, and what was really decoded from it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import Enum
from typing import Any

LIVE = "live"
"""What a camera or stream has in the place of a container."""

Span = tuple[float, float]
"""Seconds from and to."""

COMPLETE_SHARE = 0.99
"""A recording of which less than this share could be analysed is marked incomplete."""

DAMAGED_SHARE = 0.01
"""A recording of which at least this share of the pictures is damaged is marked incomplete."""


class Flaw(str, Enum):
    """Why a file holds, or shows, less than was recorded, however well it decodes."""

    ENDS_EARLY = "ends_early"
    OTHER_TRACKS = "other_tracks"
    HIDDEN_PICTURES = "hidden_pictures"


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What is known before the first frame is decoded.

    Attributes:
        name: file name without folder, or a description of the camera.
        sha256: lower-case hex digest of the file's bytes, None for a live source.
        container, codec: as the decoder names them.
        width, height: of the upright picture in pixels before scaling.
        rotation: clockwise degrees (0, 90, 180, 270) that make the stored picture upright.
        frame_rate: frames a second as declared, None where the file does not say.
        declared_sec: duration as declared, None where the file does not say.
        has_audio: whether there is a sound track.
        is_live: whether the source cannot be read a second time.
        began: when stream time was 0, with time zone; None where nobody knows.
        tracks: how many tracks of moving pictures the file holds.
        track: which of them is read, counted from 1.
    """

    name: str
    sha256: str | None
    container: str
    codec: str
    width: int
    height: int
    rotation: int
    frame_rate: float | None
    declared_sec: float | None
    has_audio: bool
    is_live: bool
    began: datetime | None = None
    tracks: int = 1
    track: int = 1


@dataclass(frozen=True, slots=True)
class DecodeRecord:
    """What was decoded, known after the last frame.

    Attributes:
        duration_sec: length of the recording on the media clock: declared, or as decoded where
            the file declares nothing or less than it holds.
        analysed_sec: part of it for which pictures were decoded.
        decoded_frames: pictures that came out of the decoder.
        sampled_frames: pictures that were handed on for analysis.
        decode_errors: packets or pictures that the decoder refused or marked as damaged.
        dropped_frames: pictures of a live source thrown away because the analysis was late.
        unrecorded: of a live source, the times that were measured and are in no recording.
        flaws: what the file lacks or hides, in the order of `Flaw`.
    """

    duration_sec: float
    analysed_sec: float
    decoded_frames: int
    sampled_frames: int
    decode_errors: int
    dropped_frames: int = 0
    unrecorded: tuple[Span, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def share(self) -> float:
        """Analysed part of the duration, 0 to 1."""
        return min(1.0, self.analysed_sec / self.duration_sec) if self.duration_sec > 0 else 0.0

    @property
    def is_complete(self) -> bool:
        """Whether enough was analysed to call a quiet recording clean."""
        return self.share >= COMPLETE_SHARE and not self.is_damaged and not self.flaws

    @property
    def is_damaged(self) -> bool:
        """Whether so many pictures are damaged that what they showed is not known."""
        pictures = self.decoded_frames + self.decode_errors
        return self.decode_errors > 0 and self.decode_errors >= DAMAGED_SHARE * pictures


def to_plain(facts: StreamFacts, record: DecodeRecord) -> dict[str, Any]:
    """Both as JSON values; what is not known, or is nothing, is left out."""
    began = {} if facts.began is None else {"began": facts.began.isoformat()}
    tracks = {} if facts.tracks == 1 else {"tracks": facts.tracks, "track": facts.track}
    spans = {} if not record.unrecorded else {"unrecorded": record.unrecorded}
    flaws = {} if not record.flaws else {"flaws": [flaw.value for flaw in record.flaws]}
    return {
        "facts": {**_without(asdict(facts), "began", "tracks", "track"), **began, **tracks},
        "record": {**_without(asdict(record), "unrecorded", "flaws"), **spans, **flaws},
    }


def from_plain(plain: Mapping[str, Any]) -> tuple[StreamFacts, DecodeRecord]:
    """What `to_plain` made ``plain`` of, also when version 0.1.0 did; what a later version says
    besides is left out.

    Raises:
        KeyError, TypeError, ValueError: it did not.
    """
    facts, record = dict(plain["facts"]), dict(plain["record"])
    if "began" in facts:
        facts["began"] = datetime.fromisoformat(facts["began"])
    record["unrecorded"] = tuple((begin, end) for begin, end in record.get("unrecorded", ()))
    record["flaws"] = tuple(Flaw(flaw) for flaw in record.get("flaws", ()))
    return StreamFacts(**_known(StreamFacts, facts)), DecodeRecord(**_known(DecodeRecord, record))


def _known(kind: type, said: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in said.items() if name in names}


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in names}
