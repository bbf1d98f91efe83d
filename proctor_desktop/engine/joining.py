"""Segments in time order become one analysis, the same as if it had been measured in one go."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.errors import SourceEmptyError
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.signals import Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.measurement import Row, Segment
from proctor_desktop.landmarks.choice import neutral as generic
from proctor_desktop.landmarks.topology import NeutralShape
from proctor_desktop.media.coverage import joined_record
from proctor_desktop.pipeline import (
    AnalysisOptions,
    Assembly,
    CalibrationPhase,
    Outcome,
    StageMemory,
)
from proctor_desktop.scoring.assessment import Assessment
from proctor_desktop.signals.extractor import Extractor
from proctor_desktop.signals.feed import FEED_MEMORY, FeedWatch


class Join:
    """Takes segment after segment, in time order."""

    def __init__(self, options: AnalysisOptions) -> None:
        self._extractor = Extractor(options.signals, generic(options.landmarks))
        self._phase: CalibrationPhase | None = CalibrationPhase(options)
        self._assembly = Assembly(options)
        self._options = options
        self._memory: StageMemory | None = None
        self._recent: dict[Micros, NDArray[np.uint8]] = {}
        self._records: list[DecodeRecord] = []
        self._count = 0
        self._end = 0

    @property
    def neutral(self) -> NeutralShape | None:
        """The shape to measure against; None until calibration has been joined."""
        return None if self._phase is not None else self._extractor.neutral

    @property
    def memory(self) -> StageMemory | None:
        """What the stages remember after the last joined segment; None before the first."""
        return self._memory

    @property
    def end(self) -> int:
        """Time of the last joined frame in microseconds."""
        return self._end

    @property
    def track(self) -> SignalTrack | None:
        """Everything that is joined; None until calibration is."""
        return None if self._phase is not None else self._assembly.track()

    def assess(self) -> Assessment:
        """Assessment of everything that is joined."""
        return self._assembly.assess(joined_record(self._records))

    def continues(self, segment: Segment) -> bool:
        """Whether a segment began with what the stages remember after the one before."""
        if self._memory is None or not segment.memories:
            return True
        return segment.memories[min(segment.memories)] == self._memory

    def push(self, segment: Segment, anew: Segment | None = None) -> None:
        """Join the next segment.

        Args:
            segment: as it was measured first.
            anew: where it does not continue the one before, its beginning, measured again with the
                right memory up to the point from which both agree.
        """
        pictures = segment.pictures
        for row in self._with_feed(_rows(segment, anew), pictures):
            self._take(row)
        if anew is not None and anew.stopped_at is None:
            self._memory = anew.memory
        elif len(segment.times) or self._memory is None:
            self._memory = segment.memory
        self._records.append(segment.record)
        if len(segment.times):
            self._end = int(segment.times[-1])
            since = segment.times[-1] - FEED_MEMORY
            kept = {**self._recent, **pictures}
            self._recent = {time: kept[time] for time in kept if time >= since}

    def outcome(self, facts: StreamFacts) -> Outcome:
        """The end result.

        Raises:
            SourceEmptyError: there was not a single picture.
        """
        if self._phase is not None:
            self._end_calibration(self._phase)
        if self._count == 0:
            raise SourceEmptyError(
                f"{facts.name} holds no picture that can be decoded. Copy it again from where it "
                "was recorded."
            )
        return self._assembly.outcome(facts, joined_record(self._records))

    def _with_feed(
        self, rows: Iterator[Row], pictures: dict[Micros, NDArray[np.uint8]]
    ) -> Iterator[Row]:
        """Rows of which the first compare their pictures with those of the segment before."""
        if not self._recent:
            yield from rows
            return
        watch = FeedWatch()
        for time, picture in self._recent.items():
            watch.push(time, picture)
        until = max(self._recent) + FEED_MEMORY
        for row in rows:
            time = row.sample.time
            if time > until or time not in pictures:
                yield row
                continue
            change, repeat = watch.push(time, pictures[time])
            sample = replace(
                row.sample,
                change=Missing.NOT_LOOKED if change is None else change,
                repeat=Missing.NOT_LOOKED if repeat is None else repeat,
            )
            yield Row(sample, row.face, row.size)

    def _take(self, row: Row) -> None:
        """One frame more, on its way to the track or, at the start, through calibration."""
        self._count += 1
        if self._phase is not None:
            if self._phase.covers(row.sample.time):
                self._phase.push(row.sample, row.face, row.size)
                return
            self._end_calibration(self._phase)
        sample = row.sample
        if row.face is not None:  # it was measured before the candidate's shape was known
            sample = self._extractor.remeasured(sample, row.face, row.size)
        self._assembly.push(sample)

    def _end_calibration(self, phase: CalibrationPhase) -> None:
        for sample in phase.finish(self._extractor):
            self._assembly.push(sample)
        self._phase = None


def _rows(segment: Segment, anew: Segment | None) -> Iterator[Row]:
    """Frames of a segment, of which the first may have been measured again."""
    if anew is None:
        yield from segment.rows()
        return
    yield from anew.rows()
    if anew.stopped_at is not None:
        yield from (row for row in segment.rows() if row.sample.time >= anew.stopped_at)
