"""``reports``: what is kept on this computer."""

from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments, report_bin
from proctor_desktop.cli.help import Commands
from proctor_desktop.cli.kept import ReportId, Reviewer, incident_named, kept, person
from proctor_desktop.cli.report_list import show_list
from proctor_desktop.cli.terminal import answer_json, say, screen

if TYPE_CHECKING:
    from proctor_desktop.domain.report import RiskClass
    from proctor_desktop.domain.review import RecordingVerdict
    from proctor_desktop.storage.repositories.listing import ReportSummary

PACKAGE = "package"
_ALIASES = {"session": PACKAGE}
"""What version 0.1.0 called it."""

_OPEN = "open"
"""A recording that has no verdict."""

app = Commands(no_args_is_help=True, help="List, show, export and erase reports kept here.")


@app.command("list")
def list_reports(
    student_id: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this candidate.")
    ] = None,
    exam_id: Annotated[str | None, typer.Option(metavar="NAME", help="Only this exam.")] = None,
    risk: Annotated[
        str | None,
        typer.Option(metavar="CLASS", help="Only CLEAN, BORDERLINE, SUSPICIOUS or HIGH_RISK."),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="TIME", help="Analysed at this time or later, in UTC."),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="TIME", help="Analysed before this time, in UTC.")
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(
            metavar="VERDICT",
            help="Only this verdict: nothing, talk, passed_on, or open for none yet.",
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Text in candidate, exam or name of the recording."),
    ] = None,
    skip: Annotated[
        int, typer.Option(metavar="N", min=0, help="Leave out so many from the top.")
    ] = 0,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=200, help="Show so many at most.")
    ] = 20,
    as_json: arguments.AsJson = False,
) -> None:
    """List reports, newest first."""
    from proctor_desktop.storage.repositories.listing import ReportFilter

    wanted = ReportFilter(
        student_id=student_id,
        exam_id=exam_id,
        risk=_risk(risk),
        since=_in_utc(since),
        until=_in_utc(until),
        search=search,
        verdict=None if verdict in (None, _OPEN) else _verdict(verdict, "--verdict"),
        has_verdict=False if verdict == _OPEN else None,
    )
    with kept() as services:
        page = services.reports.page(wanted, skip=skip, limit=limit)
        has_centre = services.synchronizer.is_configured
    if as_json:
        rows = [_plain(row) for row in page.rows]
        answer_json({"total": page.total, "skip": skip, "limit": limit, "reports": rows})
        return
    if not page.rows:
        typer.echo("There are no such reports.")
        return
    show_list(screen(), page.rows, page.total, skip, has_centre=has_centre)


@app.command()
def show(report_id: ReportId, as_json: arguments.AsJson = False) -> None:
    """Show one report, and what people decided about it."""
    with kept() as services:
        found = services.reports.find(report_id)
        report, review = services.reports.get(found), services.reviews.begun(found)
        signed = services.signatures.sentences(found)
    if as_json:
        from proctor_desktop.report.document import to_plain

        answer_json(to_plain(report))
        return
    from proctor_desktop.cli.display import show_report

    show_report(screen(), report, review)
    for sentence in signed:
        typer.echo(sentence)


@app.command()
def decide(
    report_id: ReportId,
    incident_id: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Its number, such as I003.")
    ],
    verdict: Annotated[
        str, typer.Argument(metavar="VERDICT", help="confirm, dismiss, reopen or note.")
    ],
    reason: Annotated[
        str,
        typer.Option(metavar="TEXT", help="Why; needed to dismiss, to note and to end a dispute."),
    ] = "",
    reviewer: Reviewer = None,
) -> None:
    """Confirm or dismiss an incident. Nothing that was decided before is overwritten."""
    from proctor_desktop.domain.review import Verdict
    from proctor_desktop.report.reviewing import review_sentence

    known = {one.value: one for one in Verdict if one is not Verdict.ADD}
    if verdict not in known:
        raise typer.BadParameter(f"{verdict} is none of {', '.join(known)}.")
    with kept() as services:
        found = services.reports.find(report_id)
        services.reviews.decide(
            found,
            incident_named(incident_id),
            known[verdict],
            reason=reason,
            reviewer=reviewer or person(),
        )
        review = services.reviews.review(found)
        typer.echo(review_sentence(review, is_little=review.is_little))


@app.command(short_help="Say what becomes of the whole recording.")
def verdict(
    report_id: ReportId,
    value: Annotated[
        str, typer.Argument(metavar="VERDICT", help="nothing, talk, passed_on; open takes it back.")
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    reviewer: Reviewer = None,
) -> None:
    """Say what becomes of the whole recording: nothing, talk to the candidate, or passed on."""
    from proctor_desktop.report.reviewing import review_sentence

    given = None if value == _OPEN else _verdict(value, "VERDICT")
    with kept() as services:
        found = services.reports.find(report_id)
        services.reviews.give_verdict(found, given, reviewer=reviewer or person(), reason=reason)
        review = services.reviews.review(found)
        typer.echo(review_sentence(review, is_little=review.is_little))


@app.command()
def export(
    report_id: ReportId,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")] = Path(),
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="LIST",
            help="json, csv, html, pdf; package is one file with everything for another computer.",
        ),
    ] = "json,csv,html,pdf",
) -> None:
    """Write the files of one report, with its timelines and pictures."""
    from proctor_desktop.cli.display import show_files
    from proctor_desktop.cli.output import (
        check_folder,
        chosen_formats,
        free_stem,
        stem_of,
        write,
    )
    from proctor_desktop.services.package_file import SUFFIX

    names = [_ALIASES.get(name.strip(), name.strip()) for name in formats.split(",")]
    others = ",".join(name for name in names if name != PACKAGE)
    chosen = chosen_formats(others) if others or PACKAGE not in names else ()
    check_folder(output)
    with kept() as services:
        found = services.reports.find(report_id)
        material = services.reports.material(found, services.reviews.begun(found))
        stem = stem_of(material.report.analysis.recording.name) or found
        files = list(write(output, stem, material, chosen))
        if chosen:
            services.reports.note_export(found, chosen, actor=person())
        if PACKAGE in names:
            path = output / f"{free_stem(output, stem, {SUFFIX[1:]: None})}{SUFFIX}"
            services.packages.export(found, path, actor=person())
            files.append(path)
    show_files(screen(), files)


@app.command(short_help="Write one incident as a video with its sound.")
def clip(
    report_id: ReportId,
    incident_id: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Its number, such as I003.")
    ],
    output: Annotated[Path, typer.Option(metavar="FILE", help="New MP4 file.")],
    recording: Annotated[
        Path | None,
        typer.Option(metavar="VIDEO", help="The recording, where it is not known here."),
    ] = None,
) -> None:
    """Write one incident, from a second before to a second after, as a video with its sound."""
    from proctor_desktop.cli.display import show_files

    with kept() as services:
        services.clips.of_incident(
            services.reports.find(report_id),
            incident_named(incident_id),
            output,
            recording=recording,
        )
    show_files(screen(), [output])


@app.command("import")
def import_package(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Package from another computer.")],
) -> None:
    """Take over a package that another computer exported."""
    with kept() as services:
        taken = services.packages.take(path, actor=person())
        signed = services.signatures.sentences(taken)
    typer.echo(taken)
    for sentence in signed:
        say(sentence)


@app.command(short_help="Give a report to another candidate or exam.")
def reassign(
    report_id: ReportId,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; kept in the audit log and with the report.")
    ],
    student_id: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The candidate it belongs to; as before if not given."),
    ] = None,
    exam_id: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The exam it belongs to; as before if not given."),
    ] = None,
) -> None:
    """Give a report to another candidate or exam; who it was before stays with it."""
    from proctor_desktop.domain.report import Subject

    with kept() as services:
        found = services.reports.find(report_id)
        now = services.reports.summary(found)
        subject = Subject(student_id or now.student_id, exam_id or now.exam_id)
        services.reports.reassign(found, subject, reason=reason, actor=person())
    typer.echo(f"{found} belongs to candidate {subject.student_id}, exam {subject.exam_id}.")


@app.command("exam-time", short_help="Say when the exam of a report begins and ends.")
def exam_time(
    report_id: ReportId,
    begins: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", help="Second of the recording at which the exam begins."),
    ] = None,
    ends: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", help="Second at which it ends; 0: with the recording."),
    ] = None,
    found: Annotated[
        bool, typer.Option("--found", help="Let the program find the beginning again.")
    ] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept with the report.")] = "",
) -> None:
    """Say when the exam of a report begins and ends; only what lies inside is charged."""
    from dataclasses import replace

    from proctor_desktop.cli.display import show_report
    from proctor_desktop.domain.exam import FIRST_SEC
    from proctor_desktop.services.exam_times import given_in

    if begins is None and ends is None and not found:
        raise typer.BadParameter("Give --begins, --ends or --found.")
    with kept() as services:
        full = services.reports.find(report_id)
        times = given_in(services.reports.get(full))
        if begins is not None or found:
            times = replace(times, begins_sec=0.0 if found else max(FIRST_SEC, begins or 0.0))
        if ends is not None:
            times = replace(times, ends_sec=ends)
        report = services.exam_times.give(full, times, actor=person(), reason=reason)
        show_report(screen(), report, services.reviews.begun(full))


app.command(short_help="Put a report into the bin, or erase it.")(report_bin.delete)
app.command("bin")(report_bin.show_bin)
app.command()(report_bin.restore)


def _risk(name: str | None) -> "RiskClass | None":
    from proctor_desktop.domain.report import RiskClass

    known = {one.value: one for one in RiskClass}
    if name is not None and name.upper() not in known:
        raise typer.BadParameter(f"{name} is none of {', '.join(known)}.", param_hint="--risk")
    return known[name.upper()] if name else None


def _verdict(name: str | None, hint: str) -> "RecordingVerdict":
    from proctor_desktop.domain.review import RecordingVerdict

    known = {one.value: one for one in RecordingVerdict}
    if name not in known:
        raise typer.BadParameter(
            f"{name} is none of {', '.join([*known, _OPEN])}.", param_hint=hint
        )
    return known[name]


def _in_utc(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=timezone.utc) if moment else None


def _plain(row: "ReportSummary") -> dict[str, object]:
    from proctor_desktop.report.document import utc_text

    return {
        "report_id": row.report_id,
        "student_id": row.student_id,
        "exam_id": row.exam_id,
        "recording": row.source_name,
        "video_duration_sec": row.video_duration_sec,
        "calibration_status": row.calibration_status,
        "risk_classification": row.risk_classification,
        "too_little_measured": row.is_little,
        "confidence_score": row.confidence_score,
        "incidents": row.incidents,
        "unjudged": row.unjudged,
        "confirmed": row.confirmed,
        "dismissed": row.dismissed,
        "reviewed_risk": row.reviewed_risk,
        "reviewed_classification": row.reviewed_class,
        "verdict": row.verdict.value if row.verdict else None,
        "review": row.review.value,
        "sync": row.sync.value,
        "created_at": utc_text(row.created_at),
    }
