"""The report as a PDF for the file: the content of the HTML page, condensed."""

import io
import threading
from collections.abc import Mapping
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from proctor_desktop.domain.report import IncidentRecord, Report
from proctor_desktop.domain.signals import SignalTrack
from proctor_desktop.report import overview, timeline, wording
from proctor_desktop.report.coverage import missing_sentence
from proctor_desktop.report.newer import warnings_of
from proctor_desktop.report.pdf_glance import Glance
from proctor_desktop.report.pdf_letters import forget_shapes
from proctor_desktop.report.pdf_page import LINE, SOFT, numbered_canvas
from proctor_desktop.report.pdf_parts import (
    CONTENT_WIDTH,
    FIGURE,
    HEADING,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    bullets,
    grid,
    text,
)
from proctor_desktop.report.pdf_tags import TaggedImage
from proctor_desktop.report.reviewing import (
    ADDED_BY_PEOPLE,
    Reviewed,
    decision_sentences,
    own_sentences,
    review_sentence,
    standing_sentence,
)

PICTURE_WIDTH, PICTURE_HEIGHT = 40 * mm, 52 * mm
_WRITING = threading.Lock()

_CLASS_COLOURS = {
    "CLEAN": "#1c6b3a",
    "BORDERLINE": "#7a5a00",
    "SUSPICIOUS": "#a34c00",
    "HIGH_RISK": "#a1261d",
}


_BOXES = TableStyle(
    [
        ("BOX", (0, 0), (-1, -1), 0.6, LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.6, LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
)


def render(
    report: Report,
    track: SignalTrack | None = None,
    pictures: Mapping[str, bytes] | None = None,
    review: Reviewed | None = None,
) -> bytes:
    """The report as the bytes of a PDF file, A4; the same input gives the same bytes.

    Args:
        report: what is shown.
        track: the signals that the report was made of; without them there are no timelines.
        pictures: JPEG bytes by the name that the report's evidence carries.
        review: what people decided, None where nobody did.
    """
    with _WRITING:  # fonts are shared by all documents of a process
        forget_shapes()
        return _written(report, track, pictures, review)


def _written(
    report: Report,
    track: SignalTrack | None,
    pictures: Mapping[str, bytes] | None,
    review: Reviewed | None,
) -> bytes:
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=20 * mm,
        bottomMargin=18 * mm,
        title=f"Proctoring report {report.student_id} {report.exam_id}",
        author="proctor_desktop",
        lang="en",
        invariant=1,
    )
    head = overview.summarise(report)
    parts: list[Flowable] = [
        *_head(report, head, standing_sentence(report, review)),
        *_review(review, head),
        *_limits(report),
        *_totals(report, head),
        *_timelines(report, track),
        *_incidents(report, pictures or {}, review),
        *_outside(report),
        *_periods(report),
        *_calibration(report),
        *_profile(report),
        *_coverage(report),
        *_provenance(report),
        *_decision(),
    ]
    document.build(
        parts,
        canvasmaker=numbered_canvas(
            left=text(
                f"{report.student_id or 'candidate not named'}, "
                f"{report.exam_id or 'exam not named'}",
                SMALL,
            ),
            right=head.created,
            foot=f"Report {report.report_id}. A person decides; this is no finding of misconduct.",
        ),
    )
    return written.getvalue()


def _head(report: Report, head: overview.Overview, standing: str) -> list[Flowable]:
    facts = (
        f"Candidate {report.student_id or 'not named'}, exam {report.exam_id or 'not named'}, "
        f"recording {report.analysis.recording.name}, "
        f"{overview.lasting(report.video_duration_sec)} long. Report {report.report_id}. "
        f"Made {head.created}. {head.began}"
    ).rstrip()
    return [
        text("Proctoring report", TITLE),
        text(f"{head.headline} {standing}".rstrip(), STRONG),
        text(facts),
        Spacer(1, 8),
        _summary(report, head),
    ]


def _summary(report: Report, head: overview.Overview) -> Table:
    """Class, risk and coverage side by side."""
    colour = colors.HexColor(_CLASS_COLOURS[report.risk_classification])
    tint = ParagraphStyle("class", FIGURE, textColor=SOFT if head.is_little else colour)
    coverage = report.analysis.coverage
    urgency = [
        text("Class: how urgently to look", SMALL),
        text(head.class_title, tint),
        text(head.class_meaning, SMALL),
        Spacer(1, 3),
        text(report.analysis.class_reason, SMALL),
    ]
    risk = [
        text("Risk, from 0 to 1", SMALL),
        text(head.risk, FIGURE),
        *([text(head.range, STRONG), text(head.range_sentence, SMALL)] if head.range else []),
        text(f"{head.scale_sentence}.", SMALL),
    ]
    measurable = [
        text("Coverage: how much was measurable", SMALL),
        text(head.coverage, FIGURE),
        text(coverage.sentence, SMALL),
    ]
    table = Table([[urgency, risk, measurable]], colWidths=[CONTENT_WIDTH / 3] * 3)
    table.setStyle(_BOXES)
    return table


def _limits(report: Report) -> list[Flowable]:
    parts: list[Flowable] = []
    if warnings := warnings_of(report):
        parts += [
            text("Know this before you read on", HEADING),
            bullets(warnings),
        ]
    return [
        *parts,
        text("What this report says, and what it does not", HEADING),
        bullets(list(overview.LIMITS_OF_THE_REPORT)),
    ]


def _totals(report: Report, head: overview.Overview) -> list[Flowable]:
    rows: list[list[Any]] = [["Kind", "Alerts", "Together", "Longest", "Points of risk"]]
    rows += [
        [
            total.title,
            total.alerts,
            overview.lasting(total.seconds) if total.alerts else "-",
            overview.lasting(total.longest) if total.alerts else "-",
            wording.two_digits(total.points),
        ]
        for total in head.totals
    ]
    rows.append(
        [
            text("Risk", STRONG),
            "",
            "",
            "",
            text(wording.two_digits(report.analysis.risk_score), STRONG),
        ]
    )
    widths = [CONTENT_WIDTH * share for share in (0.32, 0.14, 0.18, 0.18, 0.18)]
    return [KeepTogether([text("What was flagged", HEADING), grid(rows, widths)])]


def _timelines(report: Report, track: SignalTrack | None) -> list[Flowable]:
    if track is None or not len(track):
        return []
    outside = "Grey with falling lines: before and after the exam, not charged. "
    legend = (
        f"Curves: degrees away from {wording.resting_place(report.calibration_status)}. Green: "
        "within the thresholds, nothing is flagged. Hatched: not measurable, left out of the "
        f"risk. {outside if report.analysis.outside_sec else ''}Orange: incidents. Blue: steadiest "
        "part of calibration. Violet: nobody in the picture. Red: several people. Left and right "
        "are those of the picture; the picture's right is the candidate's left."
    )
    heading = text("The recording at a glance", HEADING)
    return [Glance(heading, timeline.draw(report, track), text(legend, SMALL))]


def _review(review: Reviewed | None, head: overview.Overview) -> list[Flowable]:
    if review is None:
        return []
    notes = decision_sentences(review, "")
    own = own_sentences(review)
    return [
        text("What people decided", HEADING),
        text(review_sentence(review, is_little=head.is_little)),
        *([bullets(notes)] if notes else []),
        *([text(ADDED_BY_PEOPLE, STRONG), bullets(own)] if own else []),
    ]


def _outside(report: Report) -> list[Flowable]:
    """What happened before and after the exam."""
    if not report.analysis.outside:
        return []
    return [
        text(overview.OUTSIDE_TITLE, HEADING),
        text(overview.OUTSIDE_MEANING),
        bullets([overview.outside_sentence(one) for one in report.analysis.outside]),
    ]


def _incidents(
    report: Report, pictures: Mapping[str, bytes], review: Reviewed | None
) -> list[Flowable]:
    heading = text("Incidents", HEADING)
    if not report.analysis.incidents:
        return [
            heading,
            text(
                "There are none: nothing that could be measured went beyond the thresholds for "
                "long enough."
            ),
        ]
    first, *others = (_incident(report, one, pictures, review) for one in report.analysis.incidents)
    meaning = text(overview.SEVERITY_MEANING, SMALL)
    return [KeepTogether([heading, meaning, *first]), *(KeepTogether(block) for block in others)]


def _incident(
    report: Report,
    incident: IncidentRecord,
    pictures: Mapping[str, bytes],
    review: Reviewed | None,
) -> list[Flowable]:
    what = wording.kind_with_direction(incident.kind, incident.direction, incident.axis)
    title = (
        f"{incident.id}: {what}, "
        f"{overview.clock_seconds(incident.start)} to {overview.clock_seconds(incident.end)} "
        f"({overview.lasting(incident.duration)})"
    )
    share = incident.points / report.analysis.risk_score if report.analysis.risk_score else 0.0
    words = [
        text(title, STRONG),
        text(
            f"Severity {incident.severity}, {wording.two_digits(incident.points)} points, "
            f"{wording.percent(share)} of the risk.",
            SMALL,
        ),
        text(incident.explanation),
        Spacer(1, 3),
        text(incident.counterfactual.sentence),
        *(text(one, STRONG) for one in _decided(review, incident.id)),
    ]
    shown = [
        [_picture(pictures[one.name], caption), text(caption, SMALL)]
        for one in incident.evidence
        if one.name in pictures
        for caption in [overview.picture_caption(one, incident)]
    ]
    abreast = min(2, len(shown))
    left = abreast * (PICTURE_WIDTH + 8)
    pairs = [shown[place : place + 2] for place in range(0, len(shown), 2)]
    cells = [_pictures(pairs)] if pairs else []
    widths = [left, CONTENT_WIDTH - left] if pairs else [CONTENT_WIDTH]
    return [grid([[*cells, words]], widths, has_header=False), Spacer(1, 4)]


def _pictures(pairs: list[list[list[Flowable]]]) -> Table:
    """Pictures of an incident with their captions, two abreast."""
    abreast = len(pairs[0])
    rows: list[list[Any]] = [[*pair, *[""] * (abreast - len(pair))] for pair in pairs]
    table = Table(rows, colWidths=[PICTURE_WIDTH + 8] * abreast)
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return table


def _decided(review: Reviewed | None, incident_id: str) -> list[str]:
    return decision_sentences(review, incident_id) if review is not None else []


def _picture(jpeg: bytes, caption: str) -> TaggedImage:
    image = TaggedImage(io.BytesIO(jpeg))
    image.alternative = f"Picture from the recording at {caption}"
    scale = min(PICTURE_WIDTH / image.imageWidth, PICTURE_HEIGHT / image.imageHeight)
    image.drawWidth, image.drawHeight = image.imageWidth * scale, image.imageHeight * scale
    image.hAlign = "LEFT"
    return image


def _periods(report: Report) -> list[Flowable]:
    periods = report.temporal_analysis.high_activity_periods
    if not periods:
        return []
    sentences = [
        f"{overview.clock_seconds(one.start)} to {overview.clock_seconds(one.end)}: "
        f"{one.alert_density * 60:.1f} alerts a minute"
        for one in periods
    ]
    return [
        text("Where alerts stand closer together than elsewhere", HEADING),
        bullets(sentences),
    ]


def _calibration(report: Report) -> list[Flowable]:
    calibration = report.analysis.calibration
    said = wording.calibration_sentence(calibration)
    rows: list[list[Any]] = [["Axis", "Threshold", "How it came about"]]
    rows += [
        [
            wording.axis_title(one.axis),
            wording.number(one.value, one.unit),
            one.sentence,
        ]
        for one in calibration.derivations
    ]
    widths = [CONTENT_WIDTH * share for share in (0.28, 0.16, 0.56)]
    return [
        text("Calibration and thresholds", HEADING),
        text(" ".join((said, wording.floor_sentence(calibration))).rstrip()),
        *([bullets([f.sentence for f in calibration.findings])] if calibration.findings else []),
        Spacer(1, 4),
        grid(rows, widths),
    ]


def _profile(report: Report) -> list[Flowable]:
    profile = report.analysis.profile
    if profile is None:
        return []
    is_little = overview.summarise(report).is_little
    with_it = wording.class_title(profile.risk_classification, is_little=is_little)
    without = wording.class_title(profile.risk_classification_without, is_little=is_little)
    changes = ", ".join(f"{name} = {value}" for name, value in profile.changes.items())
    return [
        text("Accommodation", HEADING),
        text(f"{profile.title}: {profile.reason}"),
        text(
            f"Risk with it {wording.two_digits(profile.risk_score)} ({with_it}), without it "
            f"{wording.two_digits(profile.risk_score_without)} ({without})."
        ),
        text(f"In the settings: {changes}.", SMALL),
    ]


def _coverage(report: Report) -> list[Flowable]:
    rows: list[list[Any]] = [["Channel", "Measured", "Not measurable"]]
    rows += [
        [
            wording.channel_title(channel.channel),
            wording.percent(channel.measured_share),
            "; ".join(
                f"{overview.lasting(seconds)}: {missing_sentence(reason)}"
                for reason, seconds in sorted(channel.missing.items(), key=lambda each: -each[1])
            )
            or "-",
        ]
        for channel in report.analysis.coverage.channels
    ]
    widths = [CONTENT_WIDTH * share for share in (0.28, 0.14, 0.58)]
    events = [
        f"{overview.clock_seconds(event.start)}: {event.sentence}"
        for event in report.analysis.coverage.technical_events
    ]
    return [
        text("What could be measured", HEADING),
        grid(rows, widths),
        *([Spacer(1, 4), bullets(events)] if events else []),
    ]


def _provenance(report: Report) -> list[Flowable]:
    made, recording = report.analysis.provenance, report.analysis.recording
    versions = ", ".join(f"{name} {number}" for name, number in made.versions.items())
    rows: list[list[Any]] = [
        ["Report", report.report_id],
        ["Recording", f"{recording.name}, {recording.width} x {recording.height}"],
        ["Recording, SHA-256", recording.sha256 or "live source, no file"],
        ["Signals, SHA-256", made.signals_sha256],
        ["Settings, SHA-256", made.settings_sha256],
        ["Scoring policy", f"version {made.policy}"],
        ["Versions", versions],
    ]
    widths = [CONTENT_WIDTH * 0.24, CONTENT_WIDTH * 0.76]
    return [
        KeepTogether(
            [
                text("How this report was made", HEADING),
                text("The same recording, settings and versions give the same report."),
                grid(rows, widths, has_header=False),
            ]
        )
    ]


def _decision() -> list[Flowable]:
    """Room for what a person decides, by hand."""
    rows: list[list[Any]] = [
        [text("Decision", SMALL), ""],
        [text("Reason", SMALL), ""],
        [text("Name and function", SMALL), ""],
        [text("Place and date", SMALL), ""],
        [text("Signature", SMALL), ""],
    ]
    widths = [CONTENT_WIDTH * 0.24, CONTENT_WIDTH * 0.76]
    table = Table(rows, colWidths=widths, rowHeights=[12 * mm, 22 * mm, 10 * mm, 10 * mm, 14 * mm])
    table.setStyle(_BOXES)
    return [
        KeepTogether(
            [
                text("Decision of the responsible person", HEADING),
                text(
                    "The report decides nothing. What follows from it is written here by whoever"
                    " answers for it; the candidate may see this report and answer it first."
                ),
                Spacer(1, 4),
                table,
            ]
        )
    ]
