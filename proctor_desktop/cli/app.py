"""The commands and their places; `main` is what the shell calls."""

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from proctor_desktop.cli import (
    analyze,
    database,
    demo,
    doctor,
    measure,
    models,
    options,
    reports,
    serve,
    synchronize,
    window,
    workstations,
)
from proctor_desktop.cli.help import Commands
from proctor_desktop.cli.terminal import stop
from proctor_desktop.cli.version import show_version

app = Commands(
    name="proctor-desktop",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("gui")(window.gui)
app.command("analyze")(analyze.analyze)
app.command("demo", short_help="Render a scripted candidate, analyse it, compare.")(demo.demo)
app.add_typer(serve.app, name="serve")
app.command("sync", short_help="Exchange reports with the centre's MySQL server.")(synchronize.sync)
app.add_typer(reports.app, name="reports")
app.add_typer(database.app, name="db")
app.add_typer(workstations.app, name="workstations")
app.command("verify", short_help="Check everything that is kept against its hashes.")(
    database.verify
)
app.command("settings", short_help="List all options of the analysis.")(options.settings)
app.command("evaluate")(measure.evaluate)
app.command("bench", short_help="Measure the speed on this computer.")(measure.bench)
app.command("models", short_help="Fetch the models of LiteRT.")(models.models)
app.command("doctor", short_help="Check libraries, models, folders, database and camera.")(
    doctor.doctor
)


@app.callback(invoke_without_command=True)
def proctor_desktop(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """Look through exam video on this computer: what is worth a person's look, and why.

    Without a command the window opens. Everything runs on this computer; no network is needed.
    Exit codes: 0 done, 1 a fault of the program, 2 wrong usage, 3 the input cannot be used,
    4 storage or server, 130 stopped by Ctrl+C or by a no.
    """
    if context.invoked_subcommand is None:
        window.gui([])


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    # OpenCV would write about each camera that is not there; errors are said in sentences
    os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(message)s"
    )
    try:
        app(args=list(arguments) if arguments is not None else None)
    except Exception as error:  # noqa: BLE001 - the last place; `stop` logs what nobody expected
        stop(error)
