"""The pictures of an incident, keyed by report and incident."""

from dataclasses import dataclass

Key = tuple[str, str]
"""Ids of a report and of one of its incidents; the second is empty for none."""


@dataclass(frozen=True, slots=True)
class Still:
    """A picture of an incident: JPEG bytes, seconds of the recording, before it or within."""

    second: float
    jpeg: bytes
    is_before: bool


@dataclass(frozen=True, slots=True)
class Stills:
    """The pictures of one incident; ``are_read`` once it is known which there are."""

    key: Key = ("", "")
    pictures: tuple[Still, ...] = ()
    are_read: bool = False
