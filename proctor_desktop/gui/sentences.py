"""Sentences that other rooms write in English, in the language of the window.

Reports keep the words they were written with. The window shows them in its own language: a sentence
is looked up whole, or found by a pattern whose fields are again looked up. What is not known stays
as it is. ``QT_TRANSLATE_NOOP`` marks the patterns for Qt Linguist.
"""

import re
from functools import cache
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Sentences"

PATTERNS: tuple[Any, ...] = (
    # what an incident is
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No face was in the picture for {seconds} s; absences shorter than {limit} s "
        "are not counted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Up to {count} faces were counted within {seconds} s; one person is expected.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{movement} for {seconds} s; this candidate's threshold is {angle}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{movement} for {seconds} s; the default threshold, used because calibration "
        "gave none, is {angle}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{who} by up to {angle} from the resting posture {side}"),
    QT_TRANSLATE_NOOP("Sentences", "{who} by up to {angle} from the resting posture"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{who} by up to {angle} from the median posture of the recording {side}",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{who} by up to {angle} from the median posture of the recording",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{radians} rad ({angle} degrees)"),
    QT_TRANSLATE_NOOP("Sentences", "{angle} degrees"),
    QT_TRANSLATE_NOOP("Sentences", "In the same incident: {parts}."),
    QT_TRANSLATE_NOOP("Sentences", "{events} ({names}), charged with it"),
    QT_TRANSLATE_NOOP("Sentences", "{events} ({names}), not charged again"),
    QT_TRANSLATE_NOOP("Sentences", "{count} gaze deviations"),
    QT_TRANSLATE_NOOP("Sentences", "{count} gaze deviation"),
    QT_TRANSLATE_NOOP("Sentences", "{count} head movements"),
    QT_TRANSLATE_NOOP("Sentences", "{count} head movement"),
    QT_TRANSLATE_NOOP("Sentences", "{count} face absences"),
    QT_TRANSLATE_NOOP("Sentences", "{count} face absence"),
    QT_TRANSLATE_NOOP("Sentences", "{count} sights of several faces"),
    QT_TRANSLATE_NOOP("Sentences", "{count} sight of several faces"),
    # what would not have been flagged
    QT_TRANSLATE_NOOP("Sentences", "It would not have been flagged {one} or {other}."),
    QT_TRANSLATE_NOOP("Sentences", "It would not have been flagged {one}."),
    QT_TRANSLATE_NOOP("Sentences", "with a threshold above {limit} rad (in force: {now})"),
    QT_TRANSLATE_NOOP("Sentences", "with a threshold above {limit} degrees (in force: {now})"),
    QT_TRANSLATE_NOOP("Sentences", "if {kinds} had to last longer than {seconds} s"),
    QT_TRANSLATE_NOOP("Sentences", "Without it the class would be {name}."),
    # why a risk
    QT_TRANSLATE_NOOP("Sentences", "Risk {risk} from 1 incident in {length} measurable."),
    QT_TRANSLATE_NOOP("Sentences", "Risk {risk} from {count} incidents in {length} measurable."),
    QT_TRANSLATE_NOOP("Sentences", "The largest part, {points}, is incident {name} ({kind})."),
    QT_TRANSLATE_NOOP("Sentences", "Only {share} of the recording could be measured."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {share} of the video could be analysed ({length} missing; {needed} are "
        "needed), so the class is BORDERLINE and not CLEAN: because of missing "
        "video, not because of behaviour.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{minutes} minutes"),
    # coverage
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{measured} s of {whole} s ({share}) could be assessed; the head could be "
        "measured in {head} and the gaze in {gaze} of the recording.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{fault} for {seconds} s."),
    # calibration
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Calibration succeeded: in the first {seconds} s {accepted} of {frames} pictures were "
        "steady enough.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Calibration failed in the first {seconds} s."),
    # thresholds
    QT_TRANSLATE_NOOP("Sentences", "base + k x variance = {sum}, raised to the floor of {limit}."),
    QT_TRANSLATE_NOOP("Sentences", "base + k x variance = {sum}, limited to the cap of {limit}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "base + k x variance = {sum}, between the floor of {low} and the cap of {high}.",
    ),
)

PIECES: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Sentences", "Calibration was skipped."),
    QT_TRANSLATE_NOOP("Sentences", "Angles count from this candidate's own resting posture."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The default thresholds are in force, and angles count from the median posture of the "
        "recording, as far as a calibration would accept it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The gaze was turned"),
    QT_TRANSLATE_NOOP("Sentences", "The head was turned"),
    QT_TRANSLATE_NOOP("Sentences", "The head was tilted"),
    QT_TRANSLATE_NOOP("Sentences", "The head was raised"),
    QT_TRANSLATE_NOOP("Sentences", "The head was lowered"),
    QT_TRANSLATE_NOOP("Sentences", "The head was moved"),
    QT_TRANSLATE_NOOP("Sentences", "to the picture's left (the candidate's right)"),
    QT_TRANSLATE_NOOP("Sentences", "to the picture's right (the candidate's left)"),
    QT_TRANSLATE_NOOP("Sentences", "upwards"),
    QT_TRANSLATE_NOOP("Sentences", "downwards"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "counter-clockwise in the picture (towards the candidate's right shoulder)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "clockwise in the picture (towards the candidate's left shoulder)",
    ),
    QT_TRANSLATE_NOOP("Sentences", "gaze deviations"),
    QT_TRANSLATE_NOOP("Sentences", "head movements"),
    QT_TRANSLATE_NOOP("Sentences", "absences"),
    QT_TRANSLATE_NOOP("Sentences", "sights of several people"),
    QT_TRANSLATE_NOOP("Sentences", "gaze deviation"),
    QT_TRANSLATE_NOOP("Sentences", "head movement"),
    QT_TRANSLATE_NOOP("Sentences", "face absence"),
    QT_TRANSLATE_NOOP("Sentences", "multiple faces"),
    QT_TRANSLATE_NOOP("Sentences", "CLEAN"),
    QT_TRANSLATE_NOOP("Sentences", "BORDERLINE"),
    QT_TRANSLATE_NOOP("Sentences", "SUSPICIOUS"),
    QT_TRANSLATE_NOOP("Sentences", "HIGH_RISK"),
    QT_TRANSLATE_NOOP("Sentences", "under 1 %"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "What was not measurable is left out of the risk, so it neither raises nor lowers it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This time is not measurable; it counts in the coverage and not in the risk.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The picture was too dark to measure"),
    QT_TRANSLATE_NOOP("Sentences", "The picture did not change at all"),
    QT_TRANSLATE_NOOP("Sentences", "No picture arrived"),
    QT_TRANSLATE_NOOP("Sentences", "The picture was too blurred to measure"),
)

_FIELD = re.compile(r"\\\{(\w+)\\\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z])")


@cache
def _patterns() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Each pattern with the expression that its sentences match; fields are as short as may be.

    Only ``parts`` may hold the semicolons between the parts of a list.
    """
    return tuple((source, re.compile(_expression(source))) for source in PATTERNS)


def _expression(source: str) -> str:
    fields = _FIELD.sub(r"(?P<\1>[^;]+?)", re.escape(source))
    return fields.replace("(?P<parts>[^;]+?)", "(?P<parts>.+)")


def said(text: str) -> str:
    """One or more sentences in the language of the window."""
    whole = QCoreApplication.translate(CONTEXT, text)
    if whole != text:
        return whole
    return " ".join(_sentence(each) for each in _BETWEEN_SENTENCES.split(text))


def _sentence(text: str) -> str:
    """One sentence, or a list of parts separated by semicolons."""
    found = _piece(text)
    if found is not None:
        return found
    parts = text.split("; ")
    return "; ".join(_piece(part) or part for part in parts) if len(parts) > 1 else text


def _piece(text: str) -> str | None:
    """What is known whole, or by a pattern; None of anything else."""
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text:
        return translated
    for source, expression in _patterns():
        match = expression.fullmatch(text)
        if match is not None:
            fields = {name: _sentence(value) for name, value in match.groupdict().items()}
            return QCoreApplication.translate(CONTEXT, source).format(**fields)
    return None
