"""How much of a recording could be measured, channel by channel, and why not in the rest."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.events import Event
from proctor_desktop.domain.exam import ExamTime
from proctor_desktop.domain.recording import COMPLETE_SHARE, DecodeRecord
from proctor_desktop.domain.report import ChannelCoverage, Coverage, TechnicalEvent
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, to_seconds
from proctor_desktop.report.newer import spelled
from proctor_desktop.report.wording import percent, technical_sentence

REPORTED_CHANNELS = (
    Channel.PRESENCE,
    Channel.YAW,
    Channel.PITCH,
    Channel.ROLL,
    Channel.GAZE_HORIZONTAL,
    Channel.GAZE_VERTICAL,
    Channel.PEOPLE,
)
"""The channels that events are made of."""

SUBJECTS = {
    "gaze": (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL),
    "head": (Channel.YAW, Channel.PITCH, Channel.ROLL),
    "people": (Channel.PEOPLE,),
}
"""What a report speaks of, by the channels that tell it."""

_PIECE = 1 << 13


def cover(
    track: SignalTrack,
    record: DecodeRecord,
    measurable_sec: float,
    technical: list[Event],
    exam: ExamTime | None = None,
) -> Coverage:
    """Coverage of one recording; shares are of the exam within it.

    Args:
        track: the signals.
        record: what was decoded.
        measurable_sec: time against which the risk was measured.
        technical: the events that speak of the picture and not of the candidate.
        exam: when it begins and ends, None where it is the recording.
    """
    length = min(exam.interval.seconds, record.duration_sec) if exam else record.duration_sec
    inside = track.between(exam.interval) if exam else track
    channels = tuple(_channel(inside, channel, length) for channel in REPORTED_CHANNELS)
    share = min(1.0, measurable_sec / length) if length > 0 else 0.0
    return Coverage(
        duration_sec=round(record.duration_sec, 3),
        analysed_sec=round(record.analysed_sec, 3),
        measurable_sec=round(measurable_sec, 3),
        measurable_share=round(share, 4),
        is_complete=record.is_complete,
        decode_errors=record.decode_errors,
        dropped_frames=record.dropped_frames,
        sentence=_sentence(record, length, measurable_sec, share, channels),
        channels=channels,
        technical_events=tuple(_technical(event) for event in technical),
    )


def unmeasured(coverage: Coverage) -> list[str]:
    """Names of the `SUBJECTS` that were never measured."""
    seen = {each.channel for each in coverage.channels if each.measured_share > 0}
    return [
        name
        for name, channels in SUBJECTS.items()
        if not any(channel.value in seen for channel in channels)
    ]


def coverage_words(coverage: Coverage) -> str:
    """The measurable share, with what was never measured: ``100 %, gaze 0 %``."""
    share = percent(coverage.measurable_share)
    return ", ".join([share, *(f"{name} 0 %" for name in unmeasured(coverage))])


def signals_sha256(track: SignalTrack) -> str:
    """Hex digest of a track, as `columns_sha256` says."""
    names = [channel.value for channel in CHANNELS]
    return columns_sha256(names, track.step, track.times, track.reasons, track.values)


def columns_sha256(
    names: Sequence[str],
    step: int,
    times: NDArray[np.int64],
    reasons: NDArray[np.uint8],
    values: NDArray[np.float32],
) -> str:
    """Hex digest of channel names, step, times, reasons and values in a fixed byte order.

    A missing value has many bit patterns as a float, so it enters as zero beside its reason.
    """
    digest = hashlib.sha256()
    digest.update(",".join(names).encode())
    digest.update(int(step).to_bytes(8, "little"))
    # In pieces, so that no copy is as long as the recording.
    pieces = [slice(first, first + _PIECE) for first in range(0, len(times), _PIECE)]
    for piece in pieces:
        digest.update(times[piece].astype("<i8").tobytes())
    for piece in pieces:
        digest.update(reasons[piece].astype("u1").tobytes())
    for piece in pieces:
        digest.update(np.nan_to_num(values[piece], nan=0.0).astype("<f4").tobytes())
    return digest.hexdigest()


def missing_sentence(code: str) -> str:
    """Words for a reason as the report stores it."""
    known = Missing.__members__.get(code.upper())
    return spelled(code).lower() if known is None else known.sentence


def _channel(track: SignalTrack, channel: Channel, duration_sec: float) -> ChannelCoverage:
    lasts = track.durations()
    reasons = _without_pauses(track.reason(channel))
    seconds = np.bincount(reasons, weights=lasts, minlength=1) / MICROS_PER_SECOND
    covered = float(seconds.sum())
    uncovered = duration_sec - covered
    missing = {
        Missing(code).name.lower(): float(seconds[code])
        for code in range(1, len(seconds))
        if seconds[code] > 0
    }
    # a declared duration is seldom exact; less than a tenth of a second is no lost picture
    is_whole = uncovered < 0.1
    if not is_whole:
        lost = Missing.FRAME_LOST.name.lower()
        missing[lost] = missing.get(lost, 0.0) + uncovered
    length = covered if is_whole else duration_sec
    share = min(1.0, float(seconds[0]) / length) if length > 0 else 0.0
    return ChannelCoverage(
        channel=channel.value,
        measured_share=round(share, 4),
        missing={code: round(lost, 2) for code, lost in sorted(missing.items()) if lost >= 0.005},
    )


def _without_pauses(reasons: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Reasons in which a pause between two looks at the people takes over what the look found."""
    found = np.where(reasons != Missing.NOT_LOOKED.value, np.arange(len(reasons)), -1)
    latest = np.maximum.accumulate(found) if len(found) else found
    known = np.where(latest >= 0, reasons[np.maximum(latest, 0)], Missing.NOT_LOOKED.value)
    return known.astype(np.int64)


def _technical(event: Event) -> TechnicalEvent:
    start, end = to_seconds(event.interval.onset), to_seconds(event.interval.offset)
    return TechnicalEvent(
        kind=event.kind.value,
        start=round(start, 3),
        end=round(end, 3),
        duration=round(end - start, 3),
        sentence=technical_sentence(event),
    )


def _sentence(
    record: DecodeRecord,
    exam_sec: float,
    measurable_sec: float,
    share: float,
    channels: tuple[ChannelCoverage, ...],
) -> str:
    measured = {channel.channel: channel.measured_share for channel in channels}
    gaze = measured[Channel.GAZE_HORIZONTAL.value]
    head = measured[Channel.YAW.value]
    of = "recording" if record.duration_sec - exam_sec < 0.1 else "exam"
    parts = [
        f"{measurable_sec:.1f} s of {exam_sec:.1f} s ({percent(share)}) could be "
        f"assessed; the head could be measured in {percent(head)} and the gaze in {percent(gaze)} "
        f"of the {of}.",
        "What was not measurable is left out of the risk, so it neither raises nor lowers it.",
    ]
    if record.share < COMPLETE_SHARE:
        parts.append(
            f"The video is incomplete: pictures were decoded for {record.analysed_sec:.1f} s of "
            f"{record.duration_sec:.1f} s."
        )
    elif not record.is_complete:
        parts.append("The video is incomplete: the file lacks, hides or damages some of it.")
    return " ".join(parts)
