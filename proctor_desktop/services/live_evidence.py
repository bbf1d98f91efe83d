"""Pictures of the incidents of a live source that is not recorded."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from proctor_desktop.domain.events import Incident
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.signals import SignalTrack, TrackBuilder
from proctor_desktop.domain.timeline import Micros, from_seconds
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


class LiveEvidence:
    """Pictures of incidents in what cannot be read a second time.

    The latest pictures are remembered as JPEG; those that an incident wants are kept. Incidents may
    still be renumbered or joined while the exam goes on, so pictures are kept by their time, and
    handed out by the incidents of the end.
    """

    def __init__(self, options: EvidenceOptions, step: Micros) -> None:
        self._options = options
        self._track = TrackBuilder(step)
        self._recent: deque[tuple[Micros, bytes]] = deque()
        self._kept: dict[Micros, bytes] = {}

    def push(self, update: Update, *, is_recorded: bool) -> None:
        """Take the next update of the pipeline; what is recorded need not be remembered."""
        if update.outcome is None:
            self._track.append(update.sample)
            self._remember(update.measured.frame, is_recorded=is_recorded)
        if update.assessment is not None and self._recent:
            self._keep(update.assessment)

    def _remember(self, frame: Frame, *, is_recorded: bool) -> None:
        if not is_recorded:
            self._recent.append((frame.time, encode(frame, self._options)))
        while self._recent and self._recent[0][0] < frame.time - from_seconds(REMEMBERED_SEC):
            self._recent.popleft()

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
