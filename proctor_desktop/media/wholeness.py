"""Whether a file ends where its container says that it does.

A recording that was cut off, or whose structure is broken, may decode without one error, and lasts
as long as what is left of it. So its own figures are held against the bytes that are there.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from proctor_desktop.media.limits import ContainerKind

_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_ASF_HEAD = 1 << 16
_OGG_PAGE = 1 << 17
_LAST_PAGE = 0x04
_GIF_EXTENSIONS = (b"\x01", b"\xf9", b"\xfe", b"\xff")
_UNKNOWN_SIZES = {(1 << 7 * length) - 1 for length in range(1, 9)}


def ends_early(path: Path, kind: ContainerKind) -> bool:
    """Whether the file is shorter than it says, or its parts do not lead to its end."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        match kind:
            case ContainerKind.MP4:
                return any(end > size for end in _mp4_ends(stream, size))
            case ContainerKind.MATROSKA:
                return _matroska_end(stream.read(4096)) > size
            case ContainerKind.AVI:
                return any(end > size for end in _riff_ends(stream, size))
            case ContainerKind.GIF:
                return not _leads_to_trailer(stream)
            case ContainerKind.MPEG_TS:
                return bool(size % 188 and size % 192)
            case ContainerKind.FLV:
                return not _ends_with_tag(stream, size)
            case ContainerKind.ASF:
                return _asf_end(stream.read(_ASF_HEAD)) > size
            case ContainerKind.OGG:
                return not _ends_with_page(stream, size)
            case ContainerKind.MPEG_PS:
                return False  # says nothing of its length, and needs no end


def _mp4_ends(stream: BinaryIO, size: int) -> Iterator[int]:
    """Where each box ends by its own head; a head that is none ends nowhere in the file."""
    position = 0
    while position < size:
        stream.seek(position)
        head = stream.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        elif length == 0:
            length = size - position
        position = position + length if length >= 8 else size + 1
        yield position


def _matroska_end(head: bytes) -> int:
    """Where the segment ends, 0 where it does not say, as while recording."""
    segment = head.find(b"\x18\x53\x80\x67")
    if segment < 0 or segment + 5 > len(head):
        return 0
    width = 9 - head[segment + 4].bit_length()
    start = segment + 4 + width
    length = int.from_bytes(head[segment + 4 : start], "big") & ((1 << 7 * width) - 1)
    return 0 if length in _UNKNOWN_SIZES else start + length


def _riff_ends(stream: BinaryIO, size: int) -> Iterator[int]:
    """Where each RIFF chunk ends: one, or several in a file of more than a gigabyte."""
    position = 0
    while position + 8 <= size:
        stream.seek(position)
        name, length = stream.read(4), int.from_bytes(stream.read(4), "little")
        if name != b"RIFF" and position:
            return
        position += 8 + length + length % 2
        yield position if length else size + 1


def _leads_to_trailer(stream: BinaryIO) -> bool:
    """Whether the blocks of a GIF lead to its trailer."""
    _skip_colours(stream, stream.read(13)[10:11])
    while True:
        match stream.read(1):
            case b"\x3b":
                return True
            case b"\x21":
                if stream.read(1) not in _GIF_EXTENSIONS:
                    return False
            case b"\x2c":
                _skip_colours(stream, stream.read(9)[8:9])
                if not 2 <= int.from_bytes(stream.read(1), "big") <= 8:  # bits of a code
                    return False
            case _:
                return False
        if not _has_even_blocks(stream):
            return False


def _has_even_blocks(stream: BinaryIO) -> bool:
    """Pass over blocks up to the empty one; whether all but the last are as long as the first.

    Every writer fills its blocks; where bytes are missing, their lengths become chance.
    """
    lengths: list[int] = []
    while length := stream.read(1)[:1]:
        if length == b"\0":
            return len(set(lengths[:-1])) <= 1 and lengths[:1] >= lengths[-1:]
        lengths.append(length[0])
        stream.seek(length[0], os.SEEK_CUR)
    return False


def _skip_colours(stream: BinaryIO, packed: bytes) -> None:
    if packed and packed[0] & 0x80:
        stream.seek(3 << (packed[0] & 7) + 1, os.SEEK_CUR)


def _ends_with_tag(stream: BinaryIO, size: int) -> bool:
    """Whether an FLV ends with a tag and the length of this tag."""
    stream.seek(max(0, size - 4))
    length = int.from_bytes(stream.read(4), "big")
    if not 11 <= length <= size - 4:
        return False
    stream.seek(size - 4 - length)
    return int.from_bytes(stream.read(4)[1:], "big") == length - 11


def _asf_end(head: bytes) -> int:
    """Length of the whole file by its own properties, 0 where they are not there."""
    place = head.find(_ASF_PROPERTIES)
    return int.from_bytes(head[place + 40 : place + 48], "little") if place >= 0 else 0


def _ends_with_page(stream: BinaryIO, size: int) -> bool:
    """Whether an Ogg file ends with a page that is all there and calls itself the last."""
    stream.seek(max(0, size - _OGG_PAGE))
    tail = stream.read()
    page = tail.rfind(b"OggS")
    if page < 0 or page + 27 > len(tail):
        return False
    table = tail[page + 27 : page + 27 + tail[page + 26]]
    whole = page + 27 + tail[page + 26] + sum(table) <= len(tail)
    return whole and bool(tail[page + 5] & _LAST_PAGE)
