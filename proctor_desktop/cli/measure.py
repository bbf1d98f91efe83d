"""``evaluate`` and ``bench``: how right and how fast the program is on this computer."""

import math
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import answer_json, counted, say, screen

if TYPE_CHECKING:
    from proctor_desktop.evaluation.metrics import Row
    from proctor_desktop.evaluation.speed import BenchResult

_RATIOS = {
    "plain_loop": "against the plain loop, all cores",
    "bound": "against decoding and inference alone",
    "single_worker": "against the plain loop, one worker",
}


def evaluate(
    datasets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATASET]...",
            help="'simulation', 'glances' (of the eyes alone), 'hour' (of honest work), or folders "
            "with labelled clips or photos; all at hand but the hour if none is named.",
            show_default=False,
        ),
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change one analysis option."),
    ] = None,
    as_json: arguments.AsJson = False,
) -> None:
    """Measure the accuracy on recordings whose truth is known."""
    from proctor_desktop.cli.errands import option_pairs
    from proctor_desktop.evaluation.accuracy import evaluate as measured
    from proctor_desktop.settings import load, with_pairs

    options = with_pairs(load().analysis, option_pairs(changes or []))
    rows = measured(datasets or (), options, _hearing())
    if as_json:
        answer_json({"rows": [_plain(row) for row in rows]})
    else:
        _show(rows)


def bench(
    video: Annotated[
        Path | None,
        typer.Argument(
            metavar="[VIDEO]",
            help="Recording to measure with; a minute is rendered if none is named.",
            show_default=False,
        ),
    ] = None,
    rounds: Annotated[
        int,
        typer.Option(
            metavar="N", min=1, max=50, help="How often each thing is measured; medians are told."
        ),
    ] = 3,
    height: Annotated[
        int,
        typer.Option(
            metavar="PIXELS",
            min=240,
            max=2160,
            help="Height in pixels of the recording that is rendered.",
        ),
    ] = 720,
    live: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            max=64,
            help="Live streams at once, besides a single one; 0 for none.",
        ),
    ] = 8,
    plot: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Picture (.png, .svg) that is drawn of it.", show_default=False
        ),
    ] = None,
    as_json: arguments.AsJson = False,
) -> None:
    """Measure the speed: against a plain loop, against the bound, stage by stage, and memory."""
    from proctor_desktop.evaluation.speed import run_bench
    from proctor_desktop.evaluation.speed_plot import write_plot
    from proctor_desktop.settings import load

    found = run_bench(
        video,
        rounds,
        options=load().analysis,
        height=height,
        live_streams=live,
        say=_hearing(),
    )
    if plot is not None:
        write_plot(found, plot)
    if as_json:
        answer_json(found.to_dict())
    else:
        _show_bench(found)


def _hearing() -> Callable[[str], None]:
    """Says what is being measured, where somebody sits at a terminal."""
    return say if screen(stderr=True).is_terminal else lambda _: None


def _show_bench(found: "BenchResult") -> None:
    from rich.table import Table

    console = screen()
    console.print(
        f"{found.facts.width} x {found.facts.height} {found.facts.codec}, {found.seconds:.0f} s, "
        f"{found.cores} cores, medians of {counted(found.rounds, 'round')}."
    )
    console.print("Ratios, more is better (by processor time alone in brackets):")
    for name, value in found.ratios.items():
        console.print(f"  {_RATIOS[name]:<42}{value:.2f}  ({found.cpu_ratios[name]:.2f})")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Stage alone", "ms each", "calls", "processor s"):
        table.add_column(name, justify="left" if name.startswith("Stage") else "right")
    for stage in found.stages:
        milliseconds, seconds = f"{stage.milliseconds:.2f}", f"{stage.seconds:.2f}"
        table.add_row(stage.name, milliseconds, str(stage.calls), seconds)
    console.print(table)
    for whole in found.wholes:
        console.print(
            f"{counted(whole.jobs, 'worker')}: {whole.seconds:.1f} s, {whole.speed:.1f} times as "
            f"fast as it plays; largest worker {whole.worker_mb:.0f} MB, this process "
            f"{whole.parent_mb:.0f} MB."
        )
    for stream in found.live:
        console.print(
            f"{stream.streams} live: {stream.p50_ms:.0f} ms from picture to result in the middle, "
            f"{stream.p95_ms:.0f} ms at the 95th percentile, {stream.dropped_share:.1%} dropped."
        )
    console.print(f"Three hours of stored signals assessed anew in {found.rescoring_sec:.2f} s.")


def _plain(row: "Row") -> dict[str, object]:
    """A row for JSON, which has no NaN: nothing to measure is null."""
    return asdict(row) | {"value": None if math.isnan(row.value) else row.value}


def _show(rows: "list[Row]") -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Dataset", "Person", "Metric", "Axis", "Value", "Unit", "n", ""):
        table.add_column(name, justify="right" if name in ("Value", "n") else "left")
    for row in rows:
        words = (row.dataset, row.person or "all", row.metric, row.axis)
        table.add_row(
            *(Text(word, overflow="fold") for word in words),
            "-" if math.isnan(row.value) else f"{row.value:.4g}",
            row.unit,
            str(row.n),
            row.note,
        )
    screen().print(table)
