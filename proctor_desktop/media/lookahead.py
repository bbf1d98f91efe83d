"""Which stored pictures need not be decoded, told from the packets' times alone."""

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

    PicturePacket: TypeAlias = Packet[VideoStream]

REORDERING = 20
"""Pictures are stored at most 16 places away from their order in time (H.264 and HEVC)."""

_KEPT = 64


def with_need(
    packets: "Iterator[PicturePacket | None]", is_looked_at: Callable[[int, int], bool]
) -> "Iterator[tuple[PicturePacket | None, bool]]":
    """Packets in stored order, each with whether its own picture is needed.

    It is not when the picture is off again before the next looking time. Its decoder may then pass
    over it, provided that no other picture is built upon it.

    Args:
        packets: as the container gives them; None for a damaged place.
        is_looked_at: whether a looking time falls between two timestamps of the container.
    """
    ahead: deque[PicturePacket | None] = deque()
    stamps: list[int] = []

    def judged() -> "tuple[PicturePacket | None, bool]":
        packet = ahead.popleft()
        if packet is None or packet.pts is None:
            return packet, True
        following = bisect_right(stamps, packet.pts)
        if following == len(stamps):
            return packet, True
        return packet, is_looked_at(packet.pts, stamps[following])

    for packet in packets:
        ahead.append(packet)
        if packet is not None and packet.pts is not None:
            insort(stamps, packet.pts)
            del stamps[:-_KEPT]
        if len(ahead) > REORDERING:
            yield judged()
    while ahead:
        yield judged()
