"""What a reader must know before believing the numbers of a report."""

from collections.abc import Sequence

from proctor_desktop.domain.calibration import Calibration, CalibrationStatus
from proctor_desktop.domain.events import EventKind, Incident
from proctor_desktop.domain.exam import ExamEdge, ExamTime
from proctor_desktop.domain.recording import COMPLETE_SHARE, DecodeRecord, Flaw
from proctor_desktop.domain.report import Coverage, Finding, ProfileRecord, RiskClass
from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.report.coverage import unmeasured
from proctor_desktop.report.wording import CLASS_TITLES, percent, two_digits

LOW_COVERAGE = 0.80
"""Below this measurable share a reader is warned that a quiet report says little."""

LOW_GAZE_COVERAGE = 0.50
"""Below this share of measured gaze a reader is warned that glances may be missing."""

LONG_PICTURED_SEC = 5.0
"""A face that was taken for a picture for less than this is not worth a sentence."""

SETTING_UP = from_seconds(120.0)
"""Who helps with seat and camera does so within the first two minutes."""

LONG_AWAY_SEC = 5.0
"""Who turns round for less than this is not worth a sentence."""

LONG_ABSENCE_SEC = 5.0
"""Somebody who was away for less at the very end has not left for good."""

LEFT_BEFORE_END = from_seconds(1.0)
"""How much sooner than the recording an absence may end and still be its end."""


def reader_warnings(
    calibration: Calibration,
    coverage: Coverage,
    record: DecodeRecord,
    profile: ProfileRecord | None,
    rotate: int = 0,
    tracks: tuple[int, int] = (1, 1),
    pictured_sec: float = 0.0,
    exam: ExamTime | None = None,
    incidents: Sequence[Incident] = (),
    changed: Sequence[str] = (),
    near: tuple[RiskClass, RiskClass, float] | None = None,
) -> tuple[Finding, ...]:
    """Warnings in the order of their weight: what is missing, settings, calibration, the rest.

    Args:
        calibration, coverage, record, profile: of the report.
        rotate: the rotation that was set, 0 where the file's own was followed.
        tracks: which picture track was read, counted from 1, and how many there are.
        pictured_sec: for how long a face was seen that never moved.
        exam: when it begins and ends, None where it is the recording.
        incidents: that are charged.
        changed: each setting that is not as it was delivered, in words.
        near: the classes on both sides of a limit that the risk is near to, and the limit.
    """
    found = [
        *_about_unmeasured(coverage),
        *_about_settings(changed),
        *_about_limit(near),
        *_about_exam(exam),
        *_about_helping(exam, incidents),
        *_about_leaving(exam, incidents),
        *_about_calibration(calibration),
        *_about_decoding(record, tracks),
        *_about_recording(record),
        *_about_coverage(coverage),
    ]
    if rotate:
        found.append(
            Finding(
                "picture_turned",
                f"The stored picture was turned {rotate % 360} degrees clockwise before it was "
                "measured, whatever the file says; directions count in the turned picture.",
            )
        )
    if pictured_sec >= LONG_PICTURED_SEC:
        found.append(
            Finding(
                "still_face",
                f"For {pictured_sec:.0f} s of {record.duration_sec:.0f} s a face was seen that did "
                "not move, as a picture on the wall or on a screen does not; it was not counted "
                "as a person.",
            )
        )
    if profile is not None:
        found.append(
            Finding(
                "profile_in_force",
                f"The accommodation profile '{profile.title}' changed some settings; the risk is "
                f"{two_digits(profile.risk_score)} with it and "
                f"{two_digits(profile.risk_score_without)} without it.",
            )
        )
    return tuple(found)


_WHAT = {"gaze": "The gaze", "head": "The head", "people": "The number of people"}


def _about_unmeasured(coverage: Coverage) -> list[Finding]:
    return [
        Finding(
            f"{name}_unmeasured",
            f"{_WHAT[name]} was not measured at all; this report says nothing about it.",
        )
        for name in unmeasured(coverage)
    ]


def _about_settings(changed: Sequence[str]) -> list[Finding]:
    if not changed:
        return []
    sentence = f"Settings differ from those delivered: {'; '.join(changed)}."
    return [Finding("settings_changed", sentence)]


def _about_limit(near: tuple[RiskClass, RiskClass, float] | None) -> list[Finding]:
    if near is None:
        return []
    below, above, limit = near
    return [
        Finding(
            "near_limit",
            f"The risk is near the limit between {CLASS_TITLES[below.value].lower()} and "
            f"{CLASS_TITLES[above.value].lower()}, {limit:.2f}: another compression of the same "
            "pictures could lead to the other class. Read the incidents, not the class.",
        )
    ]


def _about_exam(exam: ExamTime | None) -> list[Finding]:
    """What of the recording is not charged, and why; nothing where all of it is."""
    found = []
    if exam is not None and exam.begins_by is not ExamEdge.RECORDING:
        found.append(Finding("exam_begins", _beginning_sentence(exam)))
    if exam is not None and exam.ends_by is not ExamEdge.RECORDING:
        end = clock(exam.interval.offset)
        found.append(
            Finding(
                "exam_ends",
                f"The exam ends at {end}: a person said so. What came after is shown and not "
                "charged.",
            )
        )
    return found


def _about_helping(exam: ExamTime | None, incidents: Sequence[Incident]) -> list[Finding]:
    """Whether somebody may still have set the seat up: only a person knows."""
    if exam is None or exam.begins_by is ExamEdge.GIVEN:
        return []
    first = exam.interval.onset
    helped = [
        event.interval
        for one in incidents
        for event in one.events
        if event.kind is EventKind.MULTIPLE_FACES and event.interval.onset - first < SETTING_UP
    ]
    if not helped:
        return []
    begin, end = clock(helped[0].onset), clock(helped[-1].offset)
    return [
        Finding(
            "helped_at_beginning",
            f"Several people were seen between {begin} and {end}, at the beginning. If somebody "
            "was still setting up the seat, say where the exam began: what comes before it is not "
            "charged.",
        )
    ]


def _about_leaving(exam: ExamTime | None, incidents: Sequence[Incident]) -> list[Finding]:
    """Whether the candidate may have left because the exam was over: only a person knows."""
    if exam is None or exam.ends_by is ExamEdge.GIVEN:
        return []
    latest = exam.interval.offset - LEFT_BEFORE_END
    left = [
        one.interval
        for one in incidents
        if one.primary.kind is EventKind.FACE_ABSENCE and one.interval.offset >= latest
    ]
    if not left or left[-1].seconds < LONG_ABSENCE_SEC:
        return []
    begin = clock(left[-1].onset)
    return [
        Finding(
            "left_until_end",
            f"Nobody was there from {begin} until the recording ends. If the exam was over by "
            "then, say where it ended: what comes after it is not charged.",
        )
    ]


def _beginning_sentence(exam: ExamTime) -> str:
    begin = clock(exam.interval.onset)
    if exam.begins_by is ExamEdge.STEADY:
        return (
            f"The exam was taken to begin at {begin}, where the candidate first sat steadily "
            "enough for a calibration. What came before is shown and not charged."
        )
    if exam.begins_by is ExamEdge.SEATED:
        return (
            f"The exam was taken to begin at {begin}, when somebody first sat in the empty chair. "
            "What came before is shown and not charged."
        )
    return (
        f"The exam begins at {begin}: a person said so. What came before is shown and not charged."
    )


def _about_calibration(calibration: Calibration) -> list[Finding]:
    found = []
    if calibration.status is CalibrationStatus.FAILED:
        found.append(
            Finding(
                "calibration_failed",
                "Calibration failed, so the default thresholds were used and angles count from "
                "the median posture of the recording.",
            )
        )
    if calibration.status is CalibrationStatus.SKIPPED:
        found.append(
            Finding(
                "calibration_skipped",
                "Calibration was skipped, so the default thresholds were used and angles count "
                "from the median posture of the recording.",
            )
        )
    elif calibration.is_short:
        found.append(
            Finding(
                "calibration_short",
                f"Calibration lasted {calibration.requested_seconds:g} s, less than the 6 s that "
                "are recommended; the resting posture is less certain.",
            )
        )
    found += [Finding(finding.fault.value, finding.sentence) for finding in calibration.findings]
    return found


_FLAWS = {
    Flaw.ENDS_EARLY: "The file is cut off or damaged: it does not end where it says that it does, "
    "and what is missing cannot be told. Copy it again from where it was recorded.",
    Flaw.OTHER_TRACKS: "The file holds more than one track of pictures; one of them was analysed. "
    "Look at the others in a player that can choose the track.",
    Flaw.HIDDEN_PICTURES: "The file tells every player to leave out some of its pictures, and they "
    "were not analysed. Ask for the recording as it was made.",
}


def _flaw_sentence(flaw: Flaw, tracks: tuple[int, int]) -> str:
    if flaw is not Flaw.OTHER_TRACKS or tracks[1] == 1:  # unknown in reports of older versions
        return _FLAWS[flaw]
    return (
        f"The file holds {tracks[1]} tracks of pictures; number {tracks[0]} was analysed. The "
        "setting sampling.track chooses another."
    )


def _about_decoding(record: DecodeRecord, tracks: tuple[int, int]) -> list[Finding]:
    found = [Finding(flaw.value, _flaw_sentence(flaw, tracks)) for flaw in record.flaws]
    if record.share < COMPLETE_SHARE:
        found.append(
            Finding(
                "incomplete_video",
                f"The video is incomplete: {record.analysed_sec:.1f} s of "
                f"{record.duration_sec:.1f} s ({percent(record.share)}) could be decoded. "
                "A quiet recording with a gap is never called clean.",
            )
        )
    if record.decode_errors:
        found.append(
            Finding(
                "decode_errors",
                f"The decoder met {record.decode_errors} damaged "
                f"{'part' if record.decode_errors == 1 else 'parts'} of the video.",
            )
        )
    if record.dropped_frames:
        found.append(
            Finding(
                "dropped_frames",
                f"{record.dropped_frames} pictures of the live source were dropped because the "
                "computer was too slow.",
            )
        )
    return found


def _about_recording(record: DecodeRecord) -> list[Finding]:
    if not record.unrecorded:
        return []
    spans = ", ".join(f"{_clock(begin)} - {_clock(end)}" for begin, end in record.unrecorded)
    return [
        Finding(
            "not_recorded",
            f"The recording lacks {spans}: the disk was full. That time was measured all the same "
            "and cannot be watched again; what was recorded after it is in a file of its own.",
        )
    ]


def _clock(seconds: float) -> str:
    return clock(from_seconds(seconds))


def _about_faces_away(coverage: Coverage) -> list[Finding]:
    presence = next(c for c in coverage.channels if c.channel == Channel.PRESENCE.value)
    seconds = presence.missing.get(Missing.FACE_AWAY.name.lower(), 0.0)
    if seconds < LONG_AWAY_SEC:
        return []
    return [
        Finding(
            "face_away",
            f"For {seconds:.0f} s somebody sat there with the face turned away or covered. Whether "
            "it was the candidate cannot be told; look at the recording.",
        )
    ]


def _about_coverage(coverage: Coverage) -> list[Finding]:
    found = _about_faces_away(coverage)
    if coverage.measurable_share < LOW_COVERAGE:
        found.append(
            Finding(
                "low_coverage",
                f"Only {percent(coverage.measurable_share)} of the recording could be assessed. "
                "A low risk says little about the rest.",
            )
        )
    gaze = next(c for c in coverage.channels if c.channel == Channel.GAZE_HORIZONTAL.value)
    if 0 < gaze.measured_share < LOW_GAZE_COVERAGE:
        found.append(
            Finding(
                "low_gaze_coverage",
                f"The gaze could be measured in only {percent(gaze.measured_share)} of the "
                "recording; glances in the rest are not in this report.",
            )
        )
    return found
