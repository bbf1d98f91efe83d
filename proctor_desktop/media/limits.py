"""What is refused before anything is decoded, and the sentence that says so.

A video file is input from strangers. Its kind is told by its first bytes and never by its name, so
that a playlist or ``ffconcat`` text called ``exam.mp4``, which would make the decoder read other
files, never reaches it.
"""

import os
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, BinaryIO

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc

from proctor_desktop.domain.errors import SourceOpenError, SourceRefusedError


class ContainerKind(Enum):
    """The containers that are opened; values are the decoder's names of their demuxers."""

    MP4 = "mov"
    MATROSKA = "matroska"
    AVI = "avi"
    GIF = "gif"
    MPEG_TS = "mpegts"
    MPEG_PS = "mpeg"
    FLV = "flv"
    ASF = "asf"
    OGG = "ogg"


ACCEPTED = "mp4, mov, mkv, webm, avi, gif, ts, mpg, flv, wmv or ogv"

_FIRST_MP4_BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp")
_FIRST_BYTES = (
    (b"\x1a\x45\xdf\xa3", ContainerKind.MATROSKA),
    (b"GIF87a", ContainerKind.GIF),
    (b"GIF89a", ContainerKind.GIF),
    (b"\x00\x00\x01\xba", ContainerKind.MPEG_PS),
    (b"FLV\x01", ContainerKind.FLV),
    (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), ContainerKind.ASF),
    (b"OggS\x00", ContainerKind.OGG),
)
_TS_PACKETS = ((0, 188), (4, 192))
"""Where the first packet of a transport stream begins, and the second after it."""

_TEXT_KINDS = (
    (b"#EXTM3U", "a playlist"),
    (b"ffconcat", "a list of other files"),
    (b"[playlist]", "a playlist"),
    (b"<?xml", "an XML text"),
    (b"<MPD", "a playlist"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
    (b"v=0", "a description of a stream"),
)
HEAD_BYTES = 256
"""So many bytes tell the kind of a file."""


@dataclass(frozen=True, slots=True)
class MediaLimits:
    """Beyond these figures a video is refused before it is decoded."""

    max_side: Annotated[int, Ge(64), Le(16384), Doc("Width and height of a picture in pixels.")] = (
        4096
    )
    max_megapixels: Annotated[
        float, Gt(0), Le(256), Doc("Size of a picture in units of 1,048,576 pixels.")
    ] = 16.0
    max_hours: Annotated[float, Gt(0), Le(48), Doc("Length of a recording in hours.")] = 12.0
    max_fps: Annotated[float, Gt(0), Le(1000), Doc("Pictures in a second.")] = 240.0

    def check_picture(self, name: str, width: int, height: int) -> None:
        """Raise `SourceRefusedError` for a picture that is too large."""
        pixels = width * height
        if max(width, height) > self.max_side or pixels > self.max_megapixels * 2**20:
            raise SourceRefusedError(
                f"{name} has pictures of {width} x {height} pixels; up to {self.max_side} x "
                f"{self.max_side} are accepted. Make a smaller copy of it first."
            )

    def check_duration(self, name: str, seconds: float) -> None:
        """Raise `SourceRefusedError` for a recording that is too long."""
        if seconds > self.max_hours * 3600:
            raise SourceRefusedError(
                f"{name} lasts {seconds / 3600:.1f} hours; up to {self.max_hours:g} are accepted. "
                "Cut it into parts."
            )

    def check_rate(self, name: str, frames: int, seconds: float) -> None:
        """Raise `SourceRefusedError` for too many pictures in this time, give or take a second."""
        if frames > self.max_fps * (seconds + 1):
            raise SourceRefusedError(
                f"{name} has more than {self.max_fps:g} pictures a second. Make a copy of it with "
                "fewer."
            )


def check_container(path: Path) -> ContainerKind:
    """Kind of the video file at ``path``, told by its first bytes.

    Raises:
        SourceOpenError: it is not there, may not be read, is empty, or is cut off before its index.
        SourceRefusedError: it is not one of the accepted containers.
    """
    with _open_regular(path) as stream:
        head = stream.read(HEAD_BYTES)
        if not head:
            raise SourceOpenError(
                f"{path.name} is empty. Copy it again from where it was recorded."
            )
        kind = check_head(head, path.name)
        if kind is ContainerKind.MP4:
            _check_mp4_index(stream, path.name)
    return kind


def check_head(head: bytes, name: str) -> ContainerKind:
    """Kind of the video file that begins with ``head``, of `HEAD_BYTES` bytes.

    Raises:
        SourceRefusedError: it is not one of the accepted containers.
    """
    kind = _kind_of(head)
    if kind is None:
        raise SourceRefusedError(
            f"{name} is {_what_else(head)}, not a video. Choose a file that was recorded "
            f"as {ACCEPTED}."
        )
    return kind


def _open_regular(path: Path) -> BinaryIO:
    """The file opened for reading, if it is one: a pipe or device would block or never end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceOpenError(f"{path.name} is a folder. Choose the video files in it.")
        if not stat.S_ISREG(mode):
            raise SourceOpenError(f"{path.name} is not a file. Choose a video file.")
        return path.open("rb")
    except PermissionError:
        raise SourceOpenError(
            f"{path.name} may not be read. Ask its owner for permission to read it."
        ) from None
    except FileNotFoundError:
        raise SourceOpenError(f"{path.name} is not there. Check its name and folder.") from None
    except (OSError, ValueError) as error:
        raise SourceOpenError(f"{path.name} cannot be opened: {error}.") from None


def _kind_of(head: bytes) -> ContainerKind | None:
    if head[4:8] in _FIRST_MP4_BOXES:
        return ContainerKind.MP4
    if head.startswith(b"RIFF") and head[8:11] == b"AVI":
        return ContainerKind.AVI
    for start, kind in _FIRST_BYTES:
        if head.startswith(start):
            return kind
    is_ts = any(
        head[first : first + 1] == b"G" == head[first + step : first + step + 1]
        for first, step in _TS_PACKETS
    )
    return ContainerKind.MPEG_TS if is_ts else None


def _what_else(head: bytes) -> str:
    """What a person would call a file of another kind."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for start, name in _TEXT_KINDS:
        if text[: len(start)].lower() == start.lower():
            return name
    printable = sum(32 <= byte < 127 or byte in b"\t\r\n" for byte in head)
    return "a text" if printable == len(head) else "a file of another kind"


def _check_mp4_index(stream: BinaryIO, name: str) -> None:
    """Raise `SourceOpenError` for an MP4 whose index (``moov``) is missing or not all there.

    Recorders that do not write fragments put the index at the end, so a recording that was
    interrupted has none, and no program can play it as it is.
    """
    size = os.fstat(stream.fileno()).st_size
    position = 0
    while position + 8 <= size:
        stream.seek(position)
        header = stream.read(16)
        length, kind = int.from_bytes(header[:4], "big"), header[4:8]
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        elif length == 0:
            length = size - position
        if kind == b"moov" and position + length <= size:
            return
        if length < 8 or kind == b"moov":
            break
        position += length
    raise SourceOpenError(
        f"{name} was cut off before its index (moov) was written, so its pictures cannot be found. "
        "Copy it again, or restore the index with the recorder's repair function."
    )
