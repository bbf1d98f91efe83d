"""Hours of signals are assessed with little more memory than minutes."""

import tracemalloc

import numpy as np

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.signals import CHANNELS, Channel, SignalTrack
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.report.coverage import signals_sha256
from proctor_desktop.scoring.assessment import RuleOptions, assess

STEP = from_seconds(1 / 12)


def turning(hours: float) -> SignalTrack:
    """Somebody who turns the head for a second in every minute, or looks aside."""
    count = round(hours * 3600 * 12)
    values = np.zeros((count, len(CHANNELS)), np.float32)
    minute, second = np.divmod(np.arange(count) // 12, 60)
    is_aside = second == 30
    values[:, CHANNELS.index(Channel.PRESENCE)] = 1
    values[:, CHANNELS.index(Channel.YAW)] = np.where(is_aside & (minute % 2 == 0), 30, 0)
    values[:, CHANNELS.index(Channel.GAZE_HORIZONTAL)] = np.where(
        is_aside & (minute % 2 == 1), 0.6, 0
    )
    values[:, CHANNELS.index(Channel.LUMA)] = 100
    values[:, CHANNELS.index(Channel.CHANGE)] = 1
    times = np.arange(count, dtype=np.int64) * STEP
    return SignalTrack(times, values, np.zeros((count, len(CHANNELS)), np.uint8), STEP)


def megabytes_of_assessing(track: SignalTrack) -> float:
    seconds = track.end / 1e6
    record = DecodeRecord(seconds, seconds, len(track), len(track), 0)
    tracemalloc.start()
    try:
        assessment = assess(track, record, RuleOptions())
        signals_sha256(track)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(assessment.incidents) >= seconds // 60 - 1
    return peak / 1e6


def test_three_hours_take_half_a_track_more_than_ten_minutes() -> None:
    short, long = turning(1 / 6), turning(3)
    megabytes_of_assessing(short)  # what is imported at first use is no part of it
    more = megabytes_of_assessing(long) - megabytes_of_assessing(short)
    assert more < 0.5 * long.values.nbytes / 1e6
