"""How much of a recording was really decoded: the difference between "quiet" and "missing"."""

from collections.abc import Sequence

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import MAX_HOLD
from proctor_desktop.domain.timeline import Interval, Micros, covered, merged, to_seconds

_MERGE_AT = 512


class Coverage:
    """Collects the times during which a decoded picture was on display.

    A picture is on display until the next one, but never for longer than 1.5 times its own declared
    duration or half a second: a longer gap means that pictures are missing in between.
    """

    def __init__(self, within: Interval | None) -> None:
        self._within = within
        self._pieces: list[Interval] = []
        self._whole: Micros = Micros(0)
        self.end: Micros = Micros(0)

    def add(self, start: int, end: int, declared: int) -> None:
        """Count a picture shown from ``start`` to ``end`` whose file says it lasts ``declared``."""
        last = min(end, start + max(MAX_HOLD, declared * 3 // 2))
        self.end = Micros(max(self.end, last))
        if self._within is not None:
            start, last = max(start, self._within.onset), min(last, self._within.offset)
        if last > start:
            self._pieces.append(Interval(Micros(start), Micros(last)))
        if len(self._pieces) >= _MERGE_AT:
            self._pieces = merged(self._pieces)

    @property
    def seconds(self) -> float:
        """Covered time in seconds."""
        return to_seconds(covered(self._pieces))


def joined_record(records: Sequence[DecodeRecord]) -> DecodeRecord:
    """One record of several spans of the same recording that do not overlap."""
    return DecodeRecord(
        duration_sec=max(record.duration_sec for record in records),
        analysed_sec=round(sum(record.analysed_sec for record in records), 6),
        decoded_frames=sum(record.decoded_frames for record in records),
        sampled_frames=sum(record.sampled_frames for record in records),
        decode_errors=sum(record.decode_errors for record in records),
        dropped_frames=sum(record.dropped_frames for record in records),
        flaws=records[0].flaws,  # of the file, whatever part of it
    )
