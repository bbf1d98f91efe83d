"""What commands about kept reports share."""

import getpass
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from proctor_desktop.bootstrap import Services

ReportId: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="Id of the report, or its beginning.")
]
Reviewer: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who decides; your name on this computer if not given."),
]


def incident_named(typed: str) -> str:
    """The incident that was typed: ``i003`` is ``I003``; what a person added keeps its letters."""
    return typed.upper() if re.fullmatch(r"i\d+", typed) else typed


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
