"""``workstations``: whose key is whose."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.help import Commands
from proctor_desktop.cli.kept import kept, person
from proctor_desktop.cli.terminal import answer_json, ask, screen

if TYPE_CHECKING:
    from proctor_desktop.services.enrolment import EnrolmentService, Workstation

app = Commands(
    no_args_is_help=True, help="Enrol the keys with which workstations sign, and show one's own."
)

_Origin = Annotated[
    str, typer.Argument(metavar="WORKSTATION", help="Its id, or the beginning of it.")
]
_Server = Annotated[
    bool, typer.Option("--server", help="At the centre's server, which MYSQL_HOST names.")
]


@app.command(short_help="Show id and key of this workstation.")
def show(as_json: arguments.AsJson = False) -> None:
    """Show the id of this workstation, and the fingerprint of its key for the administrator."""
    with kept() as services:
        identity = services.signatures.identity()
    if as_json:
        answer_json(
            {
                "origin": identity.origin,
                "fingerprint": identity.fingerprint,
                "enrolled": identity.is_enrolled,
            }
        )
        return
    typer.echo(f"Workstation {identity.origin}")
    typer.echo(f"Fingerprint {identity.fingerprint}")
    typer.echo(
        "Its key is enrolled at the centre."
        if identity.is_enrolled
        else "Its key is not enrolled: what it makes is shown as unsigned elsewhere."
    )


@app.command("list", short_help="List the keys that workstations offered.")
def list_workstations(server: _Server = False, as_json: arguments.AsJson = False) -> None:
    """List the keys that workstations offered at the centre; needs the administrator's account."""
    with _enrolment(server) as enrolment:
        found = enrolment.all()
    if as_json:
        answer_json([_plain(one) for one in found])
    elif found:
        _table(found)
    else:
        typer.echo("No workstation has offered a key yet; each does at its next exchange.")


@app.command(short_help="Trust the key of a workstation.")
def enrol(
    origin: _Origin,
    server: _Server = False,
    fingerprint: Annotated[
        str,
        typer.Option(
            metavar="DIGITS", help="What it shows there, or the beginning; asked for if not given."
        ),
    ] = "",
) -> None:
    """Trust the key of a workstation; needs the administrator's account of the centre.

    What is said in its name is then believed with its signature only, everywhere.
    """
    with _enrolment(server) as enrolment:
        found = [one for one in enrolment.all() if one.origin.startswith(origin)]
        if not fingerprint and len(found) == 1:
            (one,) = found
            typer.echo(f"{one.name} offered the key {one.fingerprint}.")
            ask("Does `proctor-desktop workstations show` say the same there?")
        made = enrolment.enrol(
            origin, expected=fingerprint, by=person(), now=datetime.now(timezone.utc)
        )
    typer.echo(f"The key of {made.name} is enrolled. Others know it after their next exchange.")


@app.command(short_help="Believe nothing that it says from now on.")
def revoke(origin: _Origin, server: _Server = False) -> None:
    """Believe nothing that a workstation says from now on; what it said before stands."""
    with _enrolment(server) as enrolment:
        gone = enrolment.revoke(origin, now=datetime.now(timezone.utc))
    typer.echo(f"The key of {gone.name} is revoked.")


@contextmanager
def _enrolment(server: bool) -> "Iterator[EnrolmentService]":
    from proctor_desktop import bootstrap
    from proctor_desktop.domain.errors import SettingsError
    from proctor_desktop.settings import load

    settings = load()
    if not server or not settings.mysql_host:
        raise SettingsError(
            "Keys are enrolled at the centre's server. Set MYSQL_HOST and the administrator's"
            " account, and add --server."
        )
    database = bootstrap.open_database(settings, is_service=True)
    try:
        yield bootstrap.build_enrolment(database)
    finally:
        database.close()


def _table(found: "list[Workstation]") -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Workstation", "Id", "Fingerprint", "Key"):
        table.add_column(name, overflow="fold")
    for one in found:
        table.add_row(*map(Text, (one.name, one.origin, one.fingerprint, _standing(one))))
    screen().print(table)


def _standing(one: "Workstation") -> str:
    if one.revoked_at is not None:
        return f"revoked {one.revoked_at:%Y-%m-%d}"
    return "offered" if one.enrolled_at is None else f"enrolled {one.enrolled_at:%Y-%m-%d}"


def _plain(one: "Workstation") -> dict[str, object]:
    from proctor_desktop.report.document import utc_text

    times = ("offered_at", "enrolled_at", "revoked_at")
    moments = {name: getattr(one, name) for name in times}
    return {
        "origin": one.origin,
        "name": one.name,
        "fingerprint": one.fingerprint,
        **{name: None if value is None else utc_text(value) for name, value in moments.items()},
    }
