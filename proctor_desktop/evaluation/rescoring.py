"""How long a what-if takes: from stored signals to an assessment."""

import time
from dataclasses import dataclass

import numpy as np

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.scoring.assessment import RuleOptions, assess

REACH_SEC = 0.5
"""A what-if over three hours is to answer within this."""


@dataclass(frozen=True, slots=True)
class Rescoring:
    """Time of one assessment.

    Attributes:
        samples, incidents: how much there was to do.
        seconds: processor time of the quickest run.
        ratio: of that to the `REACH_SEC` that three hours may take, scaled to the samples.
    """

    samples: int
    incidents: int
    seconds: float
    ratio: float


def lengthened(track: SignalTrack, seconds: float) -> SignalTrack:
    """The track played again and again until it is so long; for measuring, never for a report."""
    length = int(track.end)
    if not length:
        return track
    times = -(-from_seconds(seconds) // length)
    shifts = np.repeat(np.arange(times) * length, len(track))
    whole = SignalTrack(
        np.tile(track.times, times) + shifts,
        np.tile(track.values, (times, 1)),
        np.tile(track.reasons, (times, 1)),
        track.step,
    )
    end = int(np.searchsorted(whole.times, from_seconds(seconds)))
    return SignalTrack(whole.times[:end], whole.values[:end], whole.reasons[:end], whole.step)


def time_rescoring(track: SignalTrack, rules: RuleOptions, runs: int = 3) -> Rescoring:
    """Processor time of assessing a track; the quickest of some runs."""
    seconds = to_seconds(track.end)
    record = DecodeRecord(seconds, seconds, len(track), len(track), 0)
    quickest, incidents = float("inf"), 0
    for _ in range(runs):
        start = time.process_time()
        incidents = len(assess(track, record, rules).incidents)
        quickest = min(quickest, time.process_time() - start)
    three_hours = from_seconds(3 * 3600) / max(Micros(1), track.step)
    reach = REACH_SEC * max(1, len(track)) / three_hours
    return Rescoring(len(track), incidents, quickest, quickest / reach)
