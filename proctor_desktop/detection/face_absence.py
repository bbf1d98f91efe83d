"""Nobody in a picture that would have shown a face."""

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.detection import severity
from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.detection.segmentation import Segment, Segmenter, SegmentRule
from proctor_desktop.domain.events import Event, EventKind, Unit
from proctor_desktop.domain.signals import MAX_HOLD, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.signals.presence import absent, evidence


class FaceAbsence:
    """Finds absences; darkness and lost pictures are missing measurements, not absences.

    Who is there shows before and after a moment too, so that events come with the end.
    """

    kind = EventKind.FACE_ABSENCE

    def __init__(self, options: DetectionOptions) -> None:
        self._threshold = options.absence_min_sec
        self._machine = Segmenter(
            SegmentRule(
                leave=options.leave_share,
                max_gap=from_seconds(options.max_gap_sec),
                min_duration=from_seconds(options.absence_min_sec),
                max_missing=from_seconds(options.max_missing_sec),
                min_samples=options.min_samples,
            )
        )
        self._hold = int(MAX_HOLD)
        self._seen: list[NDArray[np.float64]] = []

    def push(self, chunk: SignalTrack) -> list[Event]:
        """No events before the end."""
        self._hold = max(int(MAX_HOLD), int(chunk.step))
        self._seen.append(evidence(chunk))
        return []

    def flush(self, end: Micros) -> list[Event]:
        """The events of a recording that ends at ``end``."""
        seen = np.concatenate([np.empty((4, 0)), *self._seen], axis=1)
        self._seen = []
        found = self._machine.push(seen[0].astype(np.int64), absent(seen), self._hold)
        return self._events(found + self._machine.flush(end, self._hold))

    def _events(self, segments: list[Segment]) -> list[Event]:
        return [absence(each.interval, each.share, self._threshold) for each in segments]


def absence(interval: Interval, confidence: float, threshold_sec: float) -> Event:
    """An absence event; its peak is its duration in seconds."""
    return Event(
        kind=EventKind.FACE_ABSENCE,
        interval=interval,
        peak=interval.seconds,
        threshold=threshold_sec,
        unit=Unit.SECONDS,
        severity=severity.of_duration(EventKind.FACE_ABSENCE, interval.seconds),
        confidence=confidence,
    )
