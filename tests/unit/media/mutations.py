"""Films of every container, and the ways in which copies of them are damaged."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.unit.media.films import every, write_film

CODECS = {
    "mp4": "libx264",
    "mov": "libx264",
    "mkv": "libx264",
    "webm": "libvpx",
    "avi": "mpeg4",
    "gif": "gif",
    "ts": "libx264",
    "flv": "libx264",
    "wmv": "wmv2",
}
"""Containers and the codec that their films have."""

Mutation = Callable[[bytes, random.Random], bytes]


def _cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: int(len(whole) * chance.uniform(0.2, 0.95))]


def _without_middle(whole: bytes, chance: random.Random) -> bytes:
    start = int(len(whole) * chance.uniform(0.2, 0.6))
    return whole[:start] + whole[start + int(len(whole) * chance.uniform(0.1, 0.3)) :]


def _zeroed(whole: bytes, chance: random.Random) -> bytes:
    start, length = _stretch(whole, chance)
    return whole[:start] + bytes(length) + whole[start + length :]


def _noise(whole: bytes, chance: random.Random) -> bytes:
    start, length = _stretch(whole, chance)
    return whole[:start] + chance.randbytes(length) + whole[start + length :]


def _swapped(whole: bytes, chance: random.Random) -> bytes:
    start, length = _stretch(whole, chance)
    middle = start + length // 2
    return (
        whole[:start]
        + whole[middle : start + length]
        + whole[start:middle]
        + whole[start + length :]
    )


def _specks(whole: bytes, chance: random.Random) -> bytes:
    found = bytearray(whole)
    for _ in range(max(20, len(whole) // 500)):
        found[chance.randrange(len(whole) // 10, len(whole))] = chance.randrange(256)
    return bytes(found)


def _stretch(whole: bytes, chance: random.Random) -> tuple[int, int]:
    """Beginning and length of a tenth to three tenths of a file, behind its head."""
    length = int(len(whole) * chance.uniform(0.1, 0.3))
    return int(len(whole) * chance.uniform(0.1, 0.65)), length


MUTATIONS: dict[str, Mutation] = {
    "cut": _cut,
    "without middle": _without_middle,
    "zeroed": _zeroed,
    "noise": _noise,
    "swapped": _swapped,
    "specks": _specks,
}


def sound_film(folder: Path, container: str) -> Path:
    """A film of four seconds that is whole."""
    path = folder / f"whole.{container}"
    return write_film(path, every(25, 4), codec=CODECS[container], key_every=25)
