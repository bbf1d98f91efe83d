"""The figures at the head of a report, and times for people; shared by HTML and PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from proctor_desktop.domain.events import BEHAVIOUR_KINDS
from proctor_desktop.domain.recording import LIVE
from proctor_desktop.domain.report import (
    Evidence,
    IncidentRecord,
    OutsideRecord,
    RecordingRecord,
    Report,
    RiskClass,
)
from proctor_desktop.domain.timeline import clock, from_seconds
from proctor_desktop.report.coverage import coverage_words
from proctor_desktop.report.wording import (
    CLASS_MEANINGS,
    CLASS_TITLES,
    KIND_TITLES,
    MOSTLY_MISSING_MEANING,
    TOO_SHORT_MEANING,
    class_title,
    kind_with_direction,
    range_sentence,
)
from proctor_desktop.scoring.extent import Extent, extent_of, report_range
from proctor_desktop.scoring.policy import class_limits

LIMITS_OF_THE_REPORT = (
    "It measures what the camera shows: where the head and the eyes point, whether a face is in "
    "the picture, and how many people there are. It does not know why.",
    "People are counted by their faces: who is seen from behind, cut off at the eyes or far away "
    "is not counted. Objects and speech were not looked for.",
    "Looking away has many ordinary reasons: thinking, reading, resting the eyes, a noise, a "
    "disability. Nothing in this report is a finding of misconduct.",
    "A person decides, with the recording at hand. The class only says how urgently it is worth "
    "looking.",
    "The candidate can ask to see this report and answer it, before anything is decided and after; "
    "what they say is kept with it as a note.",
)
"""What a reader must not take the report for."""

SEVERITY_MEANING = (
    "Severity (low, medium, high) says how far beyond the threshold and for how long; points say "
    "how much of the risk an incident makes. Where the gaze is the matter, the eyes stand enlarged "
    "below the picture."
)

OUTSIDE_TITLE = "Before and after the exam"
OUTSIDE_MEANING = (
    "This would be incidents, had it not happened outside of the exam. It is shown and costs "
    "nothing."
)


@dataclass(frozen=True, slots=True)
class KindTotal:
    """All alerts of one kind: how many, how many seconds in all, the longest, points of risk."""

    title: str
    alerts: int
    seconds: float
    longest: float
    points: float


@dataclass(frozen=True, slots=True)
class Overview:
    """What a reader sees first.

    Attributes:
        headline: number of incidents in how much recording, as a sentence.
        is_little: whether too little was measured to say a class.
        class_title, class_meaning: the class in words, and what it asks of the reader.
        risk, range: in two digits each; no range where it is a point.
        least, most: the range.
        range_sentence: what the range means, empty where there is none.
        scale: each class in lower case, and where it ends under the report's own policy.
        scale_sentence: the same in words.
        totals: one entry per kind that counts, in fixed order.
        coverage: the measurable share, with what was never measured.
        created: time of creation for people.
        began: when the recording began, as a sentence; empty where nobody knows.
    """

    headline: str
    is_little: bool
    class_title: str
    class_meaning: str
    risk: str
    range: str
    least: float
    most: float
    range_sentence: str
    scale: tuple[tuple[str, float], ...]
    scale_sentence: str
    totals: tuple[KindTotal, ...]
    coverage: str
    created: str
    began: str


def summarise(report: Report) -> Overview:
    """The head of a report."""
    ends = class_limits(report.analysis.provenance.settings).ends()
    name, extent = report.risk_classification, extent_of(report)
    is_little = extent.is_little
    risks = report_range(report)
    return Overview(
        headline=_headline(report),
        is_little=is_little,
        class_title=class_title(name, is_little=is_little),
        class_meaning=_meaning(name, extent),
        risk=f"{report.analysis.risk_score:.2f}",
        range="" if risks.is_point else f"{risks.least:.2f} to {risks.most:.2f}",
        least=risks.least,
        most=risks.most,
        range_sentence=range_sentence(risks),
        scale=tuple((name.value.lower(), end) for name, end in ends),
        scale_sentence=_scale(ends),
        totals=tuple(_total(report, kind.value) for kind in BEHAVIOUR_KINDS),
        coverage=coverage_words(report.analysis.coverage),
        created=moment(report.created_at),
        began=_began(report.analysis.recording),
    )


def _meaning(name: str, extent: Extent) -> str:
    """What the class asks of a reader, or why there is none."""
    if not extent.is_little:
        return CLASS_MEANINGS[name]
    return MOSTLY_MISSING_MEANING if extent.is_mostly_missing else TOO_SHORT_MEANING


def clock_seconds(seconds: float) -> str:
    """Media time for people: ``1:02.3``."""
    return clock(from_seconds(seconds))


def lasting(seconds: float) -> str:
    """A duration for people: ``4.2 s``, ``3 min 05 s``, ``1 h 02 min``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def moment(time: datetime) -> str:
    """A point in time for people, in UTC and saying so."""
    return time.astimezone(timezone.utc).strftime("%d %B %Y, %H:%M UTC")


def local_moment(time: datetime) -> str:
    """A point in time on the clock of this computer, which is said: ``(UTC+01:00)``."""
    local = time.astimezone()
    offset = f"{local:%z}"
    return f"{local:%d %B %Y, %H:%M:%S} (UTC{offset[:3]}:{offset[3:5]})"


def _began(recording: RecordingRecord) -> str:
    if recording.began is None:
        return ""
    source = "" if recording.container == LIVE else ", as the file says"
    return f"The recording began on {local_moment(recording.began)}{source}."


def picture_caption(picture: Evidence, incident: IncidentRecord) -> str:
    """What a picture shows, for a caption and for those who cannot see it."""
    at = clock_seconds(picture.time)
    if picture.time < incident.start:
        return f"{at}, {incident.start - picture.time:.1f} s before, to compare"
    return f"{at}, in the incident"


def outside_sentence(outside: OutsideRecord) -> str:
    """What happened before or after the exam, and when."""
    return (
        f"{outside.id}: {kind_with_direction(outside.kind, outside.direction, outside.axis)}, "
        f"{clock_seconds(outside.start)} to {clock_seconds(outside.end)} "
        f"({lasting(outside.duration)}). {outside.explanation}"
    )


def heaviest(incidents: Sequence[IncidentRecord]) -> list[IncidentRecord]:
    """Incidents with the most points first."""
    return sorted(incidents, key=lambda one: (-one.points, one.start))


def _scale(ends: Sequence[tuple[RiskClass, float]]) -> str:
    """The classes by their limits: ``clean up to 0.20, ..., high risk above``."""
    titles = [(CLASS_TITLES[name.value].lower(), end) for name, end in ends]
    named = [f"{title} up to {end:.2f}" for title, end in titles[:-1]]
    return f"{', '.join(named)}, {titles[-1][0]} above"


def _headline(report: Report) -> str:
    incidents = len(report.analysis.incidents)
    length, extent = lasting(report.video_duration_sec), extent_of(report)
    if extent.is_mostly_missing:
        length = f"the {lasting(extent.measured_sec)} that could be measured of {length}"
    if not incidents:
        return f"Nothing was flagged in {length} of recording."
    noun = "incident was" if incidents == 1 else "incidents were"
    return f"{incidents} {noun} flagged in {length} of recording."


def _total(report: Report, kind: str) -> KindTotal:
    lengths = [alert.duration for alert in report.alert_details if alert.kind == kind]
    parts = report.analysis.contributions
    return KindTotal(
        title=KIND_TITLES[kind],
        alerts=len(lengths),
        seconds=sum(lengths),
        longest=max(lengths, default=0.0),
        points=sum(part.points for part in parts if part.kind == kind),
    )
