"""``reports delete``, ``bin`` and ``restore``: out of sight first, for good later."""

from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.kept import ReportId, kept, person
from proctor_desktop.cli.terminal import answer_json, ask, screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from proctor_desktop.services.bin import BinEntry


def delete(
    report_id: ReportId,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept in the audit log.")],
    now: Annotated[
        bool, typer.Option("--now", help="Erase it for good, as when a candidate may ask for it.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a report into the bin, or erase it with signals and pictures, here and at the centre."""
    with kept() as services:
        days = services.settings.keep.bin_days
        is_final = now or days == 0
        found = services.bin.find(report_id) if now else None
        found = found or services.reports.find(report_id)
        if is_final and not yes:
            ask(f"Erase the report {found} for good, here and at the centre?")
        if now:
            services.reports.erase(found, reason=reason, actor=person())
        else:
            services.reports.delete(found, reason=reason, actor=person())
    if is_final:
        typer.echo(f"Erased {found}.")
    else:
        typer.echo(f"Put {found} into the bin for {days} days.")


def show_bin(as_json: arguments.AsJson = False) -> None:
    """List what is in the bin, why, and when it will be erased."""
    with kept() as services:
        entries = services.bin.entries()
    if as_json:
        answer_json({"reports": [_plain(entry) for entry in entries]})
    elif entries:
        _show(entries)
    else:
        screen().print("The bin is empty.")


def restore(report_id: ReportId) -> None:
    """Take a report out of the bin, as it was."""
    with kept() as services:
        found = services.bin.find(report_id)
        services.bin.restore(found or report_id, actor=person())
    typer.echo(f"Restored {found}.")


def _plain(entry: "BinEntry") -> dict[str, object]:
    from proctor_desktop.report.document import utc_text

    binned = entry.binned
    return {
        "report_id": binned.report_id,
        "student_id": binned.student_id,
        "exam_id": binned.exam_id,
        "recording": binned.source_name,
        "reason": binned.reason,
        "deleted_by": binned.actor,
        "deleted_at": utc_text(binned.binned_at),
        "erased_at": utc_text(entry.erased_at),
    }


def _show(entries: "Sequence[BinEntry]") -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Id", "Candidate", "Exam", "Deleted by", "Reason", "Erased on"):
        table.add_column(name, no_wrap=name in ("Id", "Erased on"))
    for entry in entries:
        binned = entry.binned
        texts = (binned.student_id, binned.exam_id, binned.actor, binned.reason)
        table.add_row(
            binned.report_id[:8],
            *(Text(text, overflow="fold") for text in texts),
            entry.erased_at.strftime("%Y-%m-%d"),
        )
    screen().print(table)
