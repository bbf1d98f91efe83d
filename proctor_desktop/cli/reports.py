"""``reports``: what is kept on this computer."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import answer_json, ask, screen

if TYPE_CHECKING:
    from proctor_desktop.bootstrap import Services
    from proctor_desktop.domain.report import RiskClass
    from proctor_desktop.storage.repositories.listing import ReportSummary

SESSION = "session"

app = typer.Typer(no_args_is_help=True, help="List, show, export and erase reports kept here.")

_ReportId = Annotated[str, typer.Argument(metavar="ID", help="Id of the report, or its beginning.")]


def person() -> str:
    """Who is at the keyboard, for the audit log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


@contextmanager
def kept() -> "Iterator[Services]":
    """The services of this workstation, for the length of one command."""
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load

    services = bootstrap.build(load(), is_service=False)
    try:
        yield services
    finally:
        services.close()


@app.command("list")
def list_reports(
    student_id: Annotated[str | None, typer.Option(help="Only this candidate.")] = None,
    exam_id: Annotated[str | None, typer.Option(help="Only this exam.")] = None,
    risk: Annotated[
        str | None,
        typer.Option(metavar="CLASS", help="Only CLEAN, BORDERLINE, SUSPICIOUS or HIGH_RISK."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Analysed at this time or later, in UTC.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(help="Analysed before this time, in UTC.")
    ] = None,
    search: Annotated[
        str | None, typer.Option(help="Text in candidate, exam or name of the recording.")
    ] = None,
    skip: Annotated[int, typer.Option(min=0, help="Leave out so many from the top.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=200, help="Show so many at most.")] = 20,
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
    )
    with kept() as services:
        page = services.reports.page(wanted, skip=skip, limit=limit)
    if as_json:
        rows = [_plain(row) for row in page.rows]
        answer_json({"total": page.total, "skip": skip, "limit": limit, "reports": rows})
        return
    _show_list(page.rows, page.total, skip)


@app.command()
def show(report_id: _ReportId, as_json: arguments.AsJson = False) -> None:
    """Show one report, and what people decided about it."""
    with kept() as services:
        found = services.reports.find(report_id)
        report, review = services.reports.get(found), services.reviews.begun(found)
    if as_json:
        from proctor_desktop.report.document import to_plain

        answer_json(to_plain(report))
        return
    from proctor_desktop.cli.display import show_report

    show_report(screen(), report, review)


@app.command()
def decide(
    report_id: _ReportId,
    incident_id: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Its number, such as I003.")
    ],
    verdict: Annotated[
        str, typer.Argument(metavar="VERDICT", help="confirm, dismiss, reopen or note.")
    ],
    reason: Annotated[
        str, typer.Option(help="Why; needed to dismiss, to note and to end a dispute.")
    ] = "",
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; your name on this computer if not given.")
    ] = None,
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
            found, incident_id, known[verdict], reason=reason, reviewer=reviewer or person()
        )
        typer.echo(review_sentence(services.reviews.review(found)))


@app.command()
def export(
    report_id: _ReportId,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")] = Path(),
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="LIST",
            help="json, csv, html, pdf; session is one file with everything for another computer.",
        ),
    ] = "json,csv,html,pdf",
) -> None:
    """Write the files of one report, with its timelines and pictures."""
    from proctor_desktop.cli.display import show_files
    from proctor_desktop.cli.output import chosen_formats, write
    from proctor_desktop.services.session_file import SUFFIX

    names = [name.strip() for name in formats.split(",")]
    others = ",".join(name for name in names if name != SESSION)
    chosen = chosen_formats(others) if others or SESSION not in names else ()
    with kept() as services:
        found = services.reports.find(report_id)
        material = services.reports.material(found, services.reviews.begun(found))
        stem = Path(material.report.analysis.recording.name).stem or found
        files = list(write(output, stem, material, chosen))
        if SESSION in names:
            path = output / f"{stem}{SUFFIX}"
            services.reports.export_session(found, path, actor=person())
            files.append(path)
    show_files(screen(), files)


@app.command("import")
def import_session(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Session from another computer.")],
) -> None:
    """Take over a session that another computer exported."""
    with kept() as services:
        typer.echo(services.reports.import_session(path, actor=person()))


@app.command()
def delete(
    report_id: _ReportId,
    reason: Annotated[str, typer.Option(help="Why; kept in the audit log.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a report with its signals and pictures, here and on the centre's server."""
    with kept() as services:
        found = services.reports.find(report_id)
        summary = services.reports.summary(found)
        if not yes:
            ask(f"Erase the report of {summary.student_id}, {summary.exam_id} for good?")
        services.reports.delete(found, reason=reason, actor=person())
    typer.echo(f"Deleted {found}.")


def _risk(name: str | None) -> "RiskClass | None":
    from proctor_desktop.domain.report import RiskClass

    known = {one.value: one for one in RiskClass}
    if name is not None and name.upper() not in known:
        raise typer.BadParameter(f"{name} is none of {', '.join(known)}.", param_hint="--risk")
    return known[name.upper()] if name else None


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
        "confidence_score": row.confidence_score,
        "incidents": row.incidents,
        "unjudged": row.unjudged,
        "review": row.review.value,
        "sync": row.sync.value,
        "created_at": utc_text(row.created_at),
    }


def _to_review(row: "ReportSummary") -> str:
    """How many incidents are left to judge, and whether people disagree about one."""
    from proctor_desktop.domain.review import ReviewState

    left = f"{row.unjudged} of {row.incidents}"
    return f"{left}, disputed" if row.review is ReviewState.DISPUTED else left


def _show_list(rows: "tuple[ReportSummary, ...]", total: int, skip: int) -> None:
    from rich.table import Table
    from rich.text import Text

    from proctor_desktop.report import overview, wording

    console = screen()
    if not rows:
        console.print("There are no such reports.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Id", "Analysed", "Candidate", "Exam", "Class", "Length", "To review", "Sync"):
        table.add_column(name, no_wrap=name in ("Id", "Analysed"))
    for row in rows:
        table.add_row(
            row.report_id[:8],
            row.created_at.strftime("%Y-%m-%d %H:%M"),
            Text(row.student_id, overflow="fold"),
            Text(row.exam_id, overflow="fold"),
            wording.CLASS_TITLES[row.risk_classification],
            overview.lasting(row.video_duration_sec),
            _to_review(row),
            row.sync.value,
        )
    console.print(table)
    console.print(Text(f"{skip + 1} to {skip + len(rows)} of {total}.", "dim"))
