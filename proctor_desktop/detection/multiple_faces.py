"""Two or more people, seen in most looks for long enough.

People are counted only now and then, and a single look can be wrong (a face printed on a shirt), so
a second person must persist. Somebody in front of the candidate hides them, so there are two even
where one is seen. Each look speaks for the time around it: from halfway to the look before until
halfway to the one after.
"""

import numpy as np

from proctor_desktop.detection import severity
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.events import Event, EventKind, Unit
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds

SEVERAL = 2
MAX_LOOK_GAP = from_seconds(2.0)
"""A look speaks for half of this after it and before it, at most."""


class MultipleFaces:
    """Finds spans with more than one person."""

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
        self._latest: int | None = None

    def push(self, chunk: SignalTrack) -> list[Event]:
        """Events that became certain."""
        hidden = chunk.reason(Channel.PRESENCE) == Missing.OTHER_FACE.value
        people = chunk.column(Channel.PEOPLE)
        people = np.where(hidden, np.maximum(people, SEVERAL), people)
        looked = ~np.isnan(people)
        looks = chunk.times[looked]
        if not len(looks):
            return []
        first = looks[0] if self._latest is None else self._latest
        before = np.concatenate([[first], looks[:-1]])
        self._latest = int(looks[-1])
        middles = looks - np.minimum(looks - before, MAX_LOOK_GAP) // 2
        return self._events(self._machine.push(middles, people[looked] / SEVERAL, MAX_LOOK_GAP))

    def flush(self, end: Micros) -> list[Event]:
        """The remaining events of a recording that ends at ``end``."""
        self._latest = None
        return self._events(self._machine.flush(end, MAX_LOOK_GAP))

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
