"""The table of kept reports, as wide as the terminal is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console

    from proctor_desktop.storage.repositories.listing import ReportSummary


class _Column(NamedTuple):
    """One column: from how many letters a line on it is shown, and what stands in it."""

    title: str
    least: int
    cell: "Callable[[ReportSummary], str]"
    wraps: bool = True
    width: int = 0


def show_list(
    console: "Console",
    rows: "Sequence[ReportSummary]",
    total: int,
    skip: int,
    *,
    has_centre: bool = True,
) -> None:
    """One row for each report, and how to see the rest; narrow terminals get fewer columns.

    ``has_centre`` tells whether there is a server that reports wait for.
    """
    from rich.table import Table
    from rich.text import Text

    columns = [one for one in _columns(has_centre=has_centre) if one.least <= console.width]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for one in columns:
        table.add_column(one.title, no_wrap=not one.wraps, min_width=max(one.width, len(one.title)))
    for row in rows:
        table.add_row(*(Text(one.cell(row), overflow="fold") for one in columns))
    console.print(table)
    last = skip + len(rows)
    rest = f" --skip {last} shows the next ones." if last < total else ""
    console.print(Text(f"{skip + 1} to {last} of {total}.{rest}", "dim"))


def _columns(*, has_centre: bool) -> list[_Column]:
    from proctor_desktop.report import overview, wording

    def class_of(row: "ReportSummary") -> str:
        return wording.class_title(row.risk_classification, is_little=row.is_little)

    columns = [
        _Column("Id", 0, lambda row: row.report_id[:8], wraps=False),
        _Column("Analysed", 80, lambda row: f"{row.created_at:%Y-%m-%d %H:%M}", width=10),
        _Column("Candidate", 0, lambda row: row.student_id),
        _Column("Exam", 0, lambda row: row.exam_id),
        _Column("Class", 0, class_of, wraps=False),
        _Column("Risk", 0, lambda row: f"{1 - row.confidence_score:.2f}", wraps=False),
        _Column("Length", 110, lambda row: overview.lasting(row.video_duration_sec)),
        _Column("Review", 70, _result),
    ]
    sync = _Column("Sync", 120, lambda row: row.sync.value)
    return [*columns, sync] if has_centre else columns


def _result(row: "ReportSummary") -> str:
    """The verdict or what people made of the incidents, and what is open or in dispute."""
    from proctor_desktop.domain.review import ReviewState
    from proctor_desktop.report.reviewing import VERDICT_TITLES

    judged = {"confirmed": row.confirmed, "dismissed": row.dismissed}
    if row.verdict:
        parts = [VERDICT_TITLES[row.verdict]]
    else:
        parts = [f"{count} {name}" for name, count in judged.items() if count]
    if row.unjudged:
        parts.append(f"{row.unjudged} open")
    if row.review is ReviewState.DISPUTED:
        parts.append("disputed")
    return ", ".join(parts) or "-"
