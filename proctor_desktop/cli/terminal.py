"""What every command shares: exit codes, words on stderr, one JSON document on stdout."""

import json
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

import typer

from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    DecisionRefusedError,
    NotFoundError,
    ProctorError,
    SettingsError,
    StorageError,
    SyncError,
)

if TYPE_CHECKING:
    from rich.console import Console

logger = logging.getLogger(__name__)

DONE, BUG, USAGE, INPUT, STORAGE, INTERRUPTED = 0, 1, 2, 3, 4, 130
PIPED_WIDTH = 100


def exit_code(error: Exception) -> int:
    """What the shell is told about an error."""
    if isinstance(error, AnalysisCancelled):
        return INTERRUPTED
    if isinstance(error, SettingsError | DecisionRefusedError):
        return USAGE
    if isinstance(error, StorageError | SyncError) and not isinstance(error, NotFoundError):
        return STORAGE
    return INPUT if isinstance(error, ProctorError) else BUG


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, as people say it."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def say(sentence: str) -> None:
    """A sentence for the person, on stderr, so that it never mixes with results."""
    typer.echo(sentence, err=True)


def answer_json(value: object) -> None:
    """The one JSON document of a command on stdout."""
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    # bytes, because a console's own encoding may lack letters of a name
    typer.echo(text.encode("utf-8", "replace"))


def ask(question: str) -> None:
    """Ask before something that cannot be undone; anything but yes ends the program.

    Without anybody at the keyboard that is a no: ``--yes`` is there for scripts.
    """
    try:
        agreed = typer.confirm(question, err=True)
    except typer.Abort:
        agreed = False
    if not agreed:
        say("Nothing was changed.")
        raise typer.Exit(INTERRUPTED)


def screen(*, stderr: bool = False) -> "Console":
    """A rich console; wide enough for tables where the output goes into a file or pipe."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            _leave_broken_pipe()

    console = Screen(stderr=stderr, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Screen(stderr=stderr, highlight=False, width=PIPED_WIDTH)
    return console


def stop_on_request() -> None:
    """End as Ctrl+C does when asked to end, so that worker processes are ended too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _leave_broken_pipe() -> NoReturn:
    """Whoever read the output has seen enough; Python must not complain when it closes stdout."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(DONE)


def stop(error: Exception) -> NoReturn:
    """End the program as an error asks for: one sentence, or a traceback where it is a bug."""
    if isinstance(error, ProctorError):
        say(f"proctor-desktop: {error}")
    elif isinstance(error, BrokenPipeError):
        _leave_broken_pipe()
    else:
        logger.error("this is a fault of the program", exc_info=error)
        say(
            "proctor-desktop: This is a fault of the program, not of your input. Please report it "
            "with the lines above."
        )
    raise SystemExit(exit_code(error))
