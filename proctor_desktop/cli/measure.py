"""``evaluate`` and ``bench``: how right and how fast the program is on this computer."""

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli.terminal import answer_json, say, screen

if TYPE_CHECKING:
    from proctor_desktop.evaluation.metrics import Row


def evaluate(
    datasets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATASET]...",
            help="'simulation', or folders with labelled clips or photos; all at hand if none is "
            "named.",
            show_default=False,
        ),
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change one analysis option."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document and nothing else.")
    ] = False,
) -> None:
    """Measure the accuracy on recordings whose truth is known."""
    from proctor_desktop.cli.analyze import option_pairs
    from proctor_desktop.evaluation.accuracy import evaluate as measured
    from proctor_desktop.settings import load, with_pairs

    options = with_pairs(load().analysis, option_pairs(changes or []))
    console = screen(stderr=True)
    heard = say if console.is_terminal else lambda _: None
    rows = measured(datasets or (), options, heard)
    if as_json:
        answer_json({"rows": [_plain(row) for row in rows]})
    else:
        _show(rows)


def _plain(row: "Row") -> dict[str, object]:
    """A row for JSON, which has no NaN: nothing to measure is null."""
    return asdict(row) | {"value": None if math.isnan(row.value) else row.value}


def _show(rows: "list[Row]") -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Dataset", "Person", "Metric", "Axis", "Value", "Unit", "n"):
        table.add_column(name, justify="right" if name in ("Value", "n") else "left")
    for row in rows:
        words = (row.dataset, row.person, row.metric, row.axis)
        table.add_row(
            *(Text(word, overflow="fold") for word in words),
            "-" if math.isnan(row.value) else f"{row.value:.4g}",
            row.unit,
            str(row.n),
        )
    screen().print(table)
