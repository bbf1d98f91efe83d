"""A live source up to its report: how it ends, and pictures of its incidents."""

import threading
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import TracebackType

from proctor_desktop.domain.errors import SourceLostError
from proctor_desktop.domain.events import Incident
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.signals import SignalTrack, TrackBuilder
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.media.source import VideoSource
from proctor_desktop.pipeline import Outcome, Update
from proctor_desktop.report.evidence import (
    EvidenceOptions,
    Moment,
    Picture,
    encode,
    moments,
    picture_of,
)
from proctor_desktop.scoring.assessment import Assessment

REMEMBERED_SEC = 20.0
"""Pictures are remembered for so long: an incident is known some seconds after its peak."""

NEAREST_SEC = 0.5
"""A picture may be so far from the moment that it stands for."""


class UntilStopped:
    """A source that ends in an orderly way: when asked to, after some time, or when it is lost.

    Args:
        source: the live source.
        stop: ends it after the next picture.
        seconds: ends it after so much stream time, None for never.
    """

    def __init__(
        self, source: VideoSource, stop: threading.Event, seconds: float | None = None
    ) -> None:
        self._source = source
        self._stop = stop
        self._end = None if seconds is None else from_seconds(seconds)
        self._record: DecodeRecord | None = None
        self.lost: SourceLostError | None = None

    @property
    def facts(self) -> StreamFacts:
        """Facts of the source."""
        return self._source.facts

    def frames(self) -> Iterator[Frame]:
        """Pictures until the end; what was measured before a source is lost is not lost with it.

        Raises:
            SourceError: it was lost before the first picture.
        """
        seen = False
        try:
            for frame in self._source.frames():
                if self._stop.is_set() or (self._end is not None and frame.time >= self._end):
                    self._record = self._whole_until(frame.time)
                    return
                yield frame
                seen = True
        except SourceLostError as error:
            if not seen:
                raise
            self.lost = error

    def record(self) -> DecodeRecord:
        """The source's record, up to where it was ended: what was not wanted is not missing."""
        return self._record or self._source.record()

    def _whole_until(self, time: Micros) -> DecodeRecord:
        """The record of an end on purpose, taken before the source is closed behind it."""
        record, end = self._source.record(), to_seconds(time)
        return replace(
            record,
            duration_sec=min(record.duration_sec, end),
            analysed_sec=min(record.analysed_sec, end),
        )

    def close(self) -> None:
        """Close the source."""
        self._source.close()

    def __enter__(self) -> "UntilStopped":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class LiveEvidence:
    """Pictures of incidents of a source that cannot be read a second time.

    The latest pictures are remembered as JPEG; those that an incident wants are kept. Incidents may
    still be renumbered or joined while the exam goes on, so pictures are kept by their time, and
    handed out by the incidents of the end.
    """

    def __init__(self, options: EvidenceOptions, step: Micros) -> None:
        self._options = options
        self._track = TrackBuilder(step)
        self._recent: deque[tuple[Micros, bytes]] = deque()
        self._kept: dict[Micros, bytes] = {}

    def push(self, update: Update) -> None:
        """Take the next update of the pipeline."""
        frame = update.measured.frame
        if update.outcome is None:
            self._track.append(update.sample)
            self._recent.append((frame.time, encode(frame, self._options)))
            while self._recent[0][0] < frame.time - from_seconds(REMEMBERED_SEC):
                self._recent.popleft()
        if update.assessment is not None:
            self._keep(update.assessment)

    def pictures(self, outcome: Outcome) -> tuple[Picture, ...]:
        """Pictures of the incidents of the end; a moment that was not remembered has none."""
        times = sorted(self._kept)
        assessed = outcome.assessment
        found = []
        for moment in self._moments(assessed, assessed.incidents, outcome.track):
            time = _nearest(times, moment.time)
            if time is not None:
                found.append(picture_of(moment.incident_id, time, self._kept[time]))
        return tuple(found)

    def _keep(self, assessment: Assessment) -> None:
        """Keep the pictures of incidents that are still remembered."""
        recent = dict(self._recent)
        times = [time for time, _ in self._recent]
        fresh = [one for one in assessment.incidents if one.interval.offset >= times[0]]
        for moment in self._moments(assessment, fresh, self._track.track()):
            time = _nearest(times, moment.time)
            if time is not None:
                self._kept[time] = recent[time]

    def _moments(
        self, assessment: Assessment, incidents: Sequence[Incident], track: SignalTrack
    ) -> tuple[Moment, ...]:
        return moments(
            incidents,
            assessment.risk.contributions,
            track,
            assessment.calibration.baseline,
            self._options,
        )


def _nearest(times: Sequence[Micros], wanted: Micros) -> Micros | None:
    """The time nearest to ``wanted`` among ordered ones; None where none is near."""
    place = bisect_left(times, wanted)
    around = times[max(0, place - 1) : place + 1]
    best = min(around, key=lambda time: abs(time - wanted), default=None)
    return best if best is not None and abs(best - wanted) <= from_seconds(NEAREST_SEC) else None
