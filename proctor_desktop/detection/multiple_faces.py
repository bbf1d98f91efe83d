"""Two or more people, seen in most looks for long enough.

People are counted only now and then, and a single look can be wrong (a face printed on a shirt), so
a second person must persist. They must also move now and then: a face on a poster persists too.
Somebody in front of the candidate hides them, so there are two even where one is seen; but only
near a look that showed two: a camera that was moved makes one face look like another. Each look
speaks for the time around it: from halfway to the look before until halfway to the one after.
"""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.events import Event, EventKind, Unit
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.signals.headcount import AROUND, MAX_LOOK_GAP, SEVERAL, pictures


class MultipleFaces:
    """Finds spans with more than one person.

    Who is a person shows before and after a look, so that events come with the end. Looks are few.
    """

    kind = EventKind.MULTIPLE_FACES

    def __init__(self, options: DetectionOptions) -> None:
        self._options = options
        self._machine = Segmenter(
            SegmentRule(
                leave=1.0,
                max_gap=from_seconds(options.people_max_gap_sec),
                min_duration=from_seconds(options.people_min_sec),
                max_missing=Micros(MAX_LOOK_GAP),
            )
        )
        self._looks: list[NDArray[np.float64]] = []

    def push(self, chunk: SignalTrack) -> list[Event]:
        """No events before the end: the looks are kept."""
        hidden = chunk.reason(Channel.PRESENCE) == Missing.OTHER_FACE.value
        people, still = chunk.column(Channel.PEOPLE), chunk.column(Channel.PEOPLE_STILL)
        columns = np.stack([chunk.times, people, still, hidden]).astype(np.float64)
        self._looks.append(columns[:, ~np.isnan(people)])
        return []

    def flush(self, end: Micros) -> list[Event]:
        """The events of a recording that ends at ``end``."""
        times, people, still, hidden = np.concatenate([np.empty((4, 0)), *self._looks], axis=1)
        self._looks = []
        looks = times.astype(np.int64)
        counted = people - pictures(looks, people, still)
        behind = (hidden > 0) & _near_any(looks, counted >= SEVERAL)
        counted = np.where(behind, np.maximum(counted, SEVERAL), counted)
        before = np.concatenate([looks[:1], looks[:-1]])
        middles = looks - np.minimum(looks - before, MAX_LOOK_GAP) // 2
        found = self._machine.push(middles, counted / SEVERAL, MAX_LOOK_GAP)
        return self._events(found + self._machine.flush(end, MAX_LOOK_GAP))

    def _events(self, segments: list[Segment]) -> list[Event]:
        options = self._options
        return [
            Event(
                kind=self.kind,
                interval=segment.interval,
                peak=segment.peak * SEVERAL,
                threshold=float(SEVERAL),
                unit=Unit.PEOPLE,
                severity=severity.of_duration(self.kind, segment.interval.seconds),
                confidence=segment.share,
            )
            for segment in segments
            if segment.samples >= options.people_min_looks
            and segment.share >= options.people_min_share
        ]


def _near_any(times: NDArray[np.int64], flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(n,) whether a flagged look lies within `AROUND` of each."""
    sums = np.concatenate([[0], np.cumsum(flags)])
    first = np.searchsorted(times, times - AROUND)
    last = np.searchsorted(times, times + AROUND, side="right")
    return np.asarray(sums[last] > sums[first], np.bool_)
