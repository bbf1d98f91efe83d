"""A recorder's clock that starts again or is set back within a file, and goes on here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.stream import VideoStream

_REORDERED_SEC = 1
"""Packets that say no time of decoding are stored at most so far from their order in time."""


class RunningClock:
    """Timestamps of a stream's packets, made to go on where the recorder's clock went back.

    Attributes:
        went_back: whether it did.
    """

    def __init__(self) -> None:
        self.went_back = False
        self._latest: int | None = None
        self._step = 1
        self._shift = 0

    def follow(self, packet: "Packet[VideoStream]") -> None:
        """Move the packet behind all that came before the clock was set back.

        Times of decoding always go on, while a picture behind a gap is stored before those ahead of
        it that are decoded with its help.
        """
        stamp = packet.pts if packet.dts is None else packet.dts
        if stamp is None or packet.time_base is None:
            return
        time, latest = stamp + self._shift, self._latest
        if latest is not None and time < latest - _REORDERED_SEC / packet.time_base:
            self.went_back = True
            self._shift += latest + self._step - time
            time = latest + self._step
        if latest is not None and time > latest:
            self._step = min(time - latest, round(_REORDERED_SEC / packet.time_base))
        self._latest = time if latest is None else max(latest, time)
        if self._shift:
            packet.pts = None if packet.pts is None else packet.pts + self._shift
            packet.dts = None if packet.dts is None else packet.dts + self._shift
