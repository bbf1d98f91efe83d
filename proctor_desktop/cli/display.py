"""A report on the terminal: what matters, readable without the files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, JustifyMethod
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.timeline import clock, to_seconds
from proctor_desktop.report import overview, wording
from proctor_desktop.report.coverage import coverage_words
from proctor_desktop.report.newer import warnings_of
from proctor_desktop.report.reviewing import (
    STATE_TITLES,
    Reviewed,
    decision_sentences,
    review_sentence,
    standing_sentence,
)
from proctor_desktop.scoring.extent import extent_of

if TYPE_CHECKING:
    from proctor_desktop.cli.demo import Pair
    from proctor_desktop.domain.events import Event
    from proctor_desktop.simulation.truth import TrueEvent

MANY_FILES = 8

_CLASS_STYLES = {
    "CLEAN": "bold green",
    "BORDERLINE": "bold yellow",
    "SUSPICIOUS": "bold dark_orange",
    "HIGH_RISK": "bold red",
}


def show_report(console: Console, report: Report, review: Reviewed | None = None) -> None:
    """The whole report: class, risk and coverage in one line, then reasons and incidents."""
    analysis = report.analysis
    head = overview.summarise(report)
    console.print(Text.assemble((f"{analysis.recording.name}: ", "bold"), head.headline))
    console.print(Padding(Text(_whose(report), "dim"), (0, 2), expand=False))
    console.print(_verdict_line(report, head))
    console.print(Padding(Text(head.class_meaning), (0, 2), expand=False))
    if head.began:
        console.print(Padding(Text(head.began, "dim"), (0, 2), expand=False))
    for sentence in (f"Classes by risk: {head.scale_sentence}.", analysis.class_reason):
        console.print(Padding(Text(sentence, "dim"), (0, 2), expand=False))
    if (standing := standing_sentence(report, review)) and review is None:
        console.print(Padding(Text(standing), (0, 2), expand=False))
    if review is not None:
        said = review_sentence(review, is_little=head.is_little)
        console.print(Padding(Text(said), (0, 2), expand=False))
    for warning in warnings_of(report):
        console.print(Padding(Text(f"Note: {warning}", "yellow"), (0, 2), expand=False))
    if analysis.incidents:
        console.print(_incidents(report, review))
    if analysis.outside:
        console.print(Padding(Text(overview.OUTSIDE_TITLE, "bold"), (0, 2), expand=False))
    for one in analysis.outside:
        console.print(Padding(Text(overview.outside_sentence(one), "dim"), (0, 4), expand=False))
    console.print()


def _whose(report: Report) -> str:
    candidate, exam = report.student_id or "not named", report.exam_id or "not named"
    return f"Candidate {candidate}, exam {exam}, report {report.report_id}"


def show_batch(console: Console, videos: Sequence[Path], reports: Sequence[Report]) -> None:
    """One row for each recording; those that share a name are told apart by their folder."""
    names = [video.name for video in videos]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in (
        "Recording",
        "Class",
        "Risk",
        "Coverage",
        "Gaze aside",
        "Head",
        "Nobody",
        "People",
        "Report",
    ):
        justify: JustifyMethod = "left" if name in ("Recording", "Class") else "right"
        table.add_column(name, justify=justify, no_wrap=name == "Report")
    for video, report in zip(videos, reports, strict=True):
        counts = report.alerts
        table.add_row(
            Text(video.name if names.count(video.name) == 1 else str(video), overflow="fold"),
            said_class(report.risk_classification, is_little=extent_of(report).is_little),
            f"{report.analysis.risk_score:.2f}",
            coverage_words(report.analysis.coverage),
            *(
                str(count)
                for count in (
                    counts.gaze_deviation,
                    counts.head_movement,
                    counts.face_absence,
                    counts.multiple_faces,
                )
            ),
            report.report_id[:8],
        )
    console.print(table)


def show_files(console: Console, files: Sequence[Path]) -> None:
    """Where the report files are: each by name, or the folder where they are many."""
    if len(files) > MANY_FILES:
        folders = dict.fromkeys(path.parent for path in files)
        for folder in folders:
            count = sum(path.parent == folder for path in files)
            console.print(Text(f"Written: {count} files in {folder}"), soft_wrap=True)
        return
    for path in files:
        console.print(Text(f"Written: {path}"), soft_wrap=True)


def show_comparison(console: Console, pairs: "Sequence[Pair]") -> None:
    """Event by event, the script beside what was found."""
    table = Table(
        title="The script beside what was found",
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
    )
    for name in ("What happens", "by the script", "found", "begins", "ends", ""):
        table.add_column(name, justify="right" if name in ("begins", "ends") else "left")
    for one in pairs:
        table.add_row(*_comparison(one))
    console.print(table)
    wanted = [one for one in pairs if one.true is not None and one.true.is_reportable]
    hit = sum(one.found is not None for one in wanted)
    extra = sum(one.found is not None and not _is_wanted(one) for one in pairs)
    console.print(
        f"{hit} of {len(wanted)} scripted events were found, {extra} were found that the script "
        "does not ask for. Differences are in seconds, + is later.\n"
    )


def _is_wanted(one: "Pair") -> bool:
    return one.true is not None and one.true.is_reportable


def _comparison(one: "Pair") -> tuple[Text, ...]:
    event = one.true or one.found
    if event is None:
        raise ValueError("a pair of nothing")
    direction = event.direction.value if event.direction else None
    title = Text(wording.kind_with_direction(event.kind.value, direction))
    return (title, _times(one.true), _times(one.found), *_differences(one), _judged(one))


def _times(event: "TrueEvent | Event | None") -> Text:
    if event is None:
        return Text("-", "dim")
    return Text(f"{clock(event.interval.onset)} to {clock(event.interval.offset)}")


def _differences(one: "Pair") -> tuple[Text, Text]:
    if one.true is None or one.found is None:
        return Text(""), Text("")
    true, found = one.true.interval, one.found.interval
    return (
        Text(f"{to_seconds(found.onset - true.onset):+.2f}"),
        Text(f"{to_seconds(found.offset - true.offset):+.2f}"),
    )


def _judged(one: "Pair") -> Text:
    if _is_wanted(one):
        return Text("found", "green") if one.found else Text("missed", "red")
    if one.true is None:
        return Text("not in the script", "red")
    if one.found is None:
        return Text("too short to count, rightly not reported", "green")
    return Text("too short to count, yet reported", "red")


def said_class(name: str, *, is_little: bool) -> Text:
    """The class in its colour; where too little was measured, that."""
    title = wording.class_title(name, is_little=is_little)
    return Text(title, "bold" if is_little else _CLASS_STYLES[name])


def _verdict_line(report: Report, head: overview.Overview) -> Text:
    line = Text("  ")
    line.append_text(said_class(report.risk_classification, is_little=head.is_little))
    line.append(
        f"   risk {head.risk}{f' ({head.range})' if head.range else ''}   coverage "
        f"{head.coverage}   "
        f"calibration {report.calibration_status.lower()}"
    )
    return line


def _incidents(report: Report, review: Reviewed | None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("  Incident")
    table.add_column("From", justify="right")
    table.add_column("To", justify="right")
    table.add_column("What was measured", ratio=1)
    table.add_column("Points", justify="right")
    for incident in report.analysis.incidents:
        what = Text(
            wording.kind_with_direction(incident.kind, incident.direction, incident.axis), "bold"
        )
        if review is not None:
            what.append(f" ({STATE_TITLES[review.incidents[incident.id]]})", "not bold")
        what.append(f"\n{incident.explanation}", "not bold dim")
        for decided in decision_sentences(review, incident.id) if review else ():
            what.append(f"\n{decided}", "not bold")
        table.add_row(
            f"  {incident.id}",
            overview.clock_seconds(incident.start),
            overview.clock_seconds(incident.end),
            what,
            wording.two_digits(incident.points),
        )
    return table
