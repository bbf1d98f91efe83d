"""``db`` and ``verify``: the tables, and whether everything is what was saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.help import Commands
from proctor_desktop.cli.kept import kept, person
from proctor_desktop.cli.terminal import STORAGE, answer_json, ask, counted, say

if TYPE_CHECKING:
    from proctor_desktop.services.recomputing import Recomputation
    from proctor_desktop.storage.database import Database

app = Commands(no_args_is_help=True, help="Make, upgrade and check the tables.")

_Server = Annotated[
    bool,
    typer.Option(
        "--server",
        help="The centre's MySQL server (MYSQL_HOST ...) in place of this computer's file.",
    ),
]


@contextmanager
def _database(server: bool) -> "Iterator[Database]":
    from proctor_desktop import bootstrap
    from proctor_desktop.domain.errors import SettingsError
    from proctor_desktop.settings import load

    settings = load()
    if server and not settings.mysql_host:
        raise SettingsError("No server is named. Set MYSQL_HOST, or leave out --server.")
    database = bootstrap.open_database(settings, is_service=server)
    try:
        yield database
    finally:
        database.close()


@app.command()
def init(server: _Server = False) -> None:
    """Make the tables; what is there already is left as it is."""
    upgrade(server)


@app.command(short_help="Bring the tables to this program's version.")
def upgrade(server: _Server = False) -> None:
    """Bring the tables to this program's version; a file is backed up first."""
    from proctor_desktop.storage import migration

    with _database(server) as database:
        found = migration.upgrade(database)
        if not database.is_local:
            migration.add_signing(database)
    typer.echo(found.sentence)


@app.command(short_help="Say whether file and tables are sound.")
def check(server: _Server = False) -> None:
    """Say whether the file is sound and the tables fit this program; exit code 4 where not."""
    from proctor_desktop.storage import migration
    from proctor_desktop.storage.check import check_file

    with _database(server) as database:
        # a damaged file may not even tell its version, so the file comes first
        faults = check_file(database.path) if database.path and database.path.exists() else []
        for fault in faults:
            say(fault)
        if faults:
            say("Put the newest sound backup back with: proctor-desktop db restore")
            raise typer.Exit(STORAGE)
        found = migration.check(database)
    typer.echo(found.sentence)
    if found.state is not migration.SchemaState.CURRENT:
        raise typer.Exit(STORAGE)


@app.command(short_help="Go back to the newest sound backup.")
def restore(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put the newest sound backup in the place of this computer's damaged file.

    The damaged file is kept beside it, and whatever can still be read in it is taken from it. What
    the centre has comes back with the next sync. Every other program must be closed.
    """
    from proctor_desktop.settings import load
    from proctor_desktop.storage.database import FILE_NAME
    from proctor_desktop.storage.restoring import restore_newest_backup
    from proctor_desktop.storage.unit_of_work import Store

    path = load().folder / FILE_NAME
    if not yes:
        ask(f"Replace {path} by its newest sound backup?")
    backup = restore_newest_backup(path).name
    with _database(server=False) as database:
        Store(database).note_restored(backup)
    typer.echo(f"{backup} is in its place now.")


@app.command("new-identity", short_help="Give a copied database an id of its own.")
def new_identity() -> None:
    """Give this computer's database an id of its own, after its disk was copied.

    Two copies that exchange under one id give the same numbers to different decisions; the centre
    refuses the second ones and says so.
    """
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load

    with _database(server=False) as database:
        store = bootstrap.open_store(load(), database)
        typer.echo(f"This computer's database is {store.renew_origin()} from now on.")


def verify(
    deep: Annotated[
        bool,
        typer.Option(
            "--deep", help="Also compute every report again from its signals, and compare."
        ),
    ] = False,
    centre: Annotated[
        bool,
        typer.Option("--centre", help="Also compare with what the centre's server was given."),
    ] = False,
    settle: Annotated[
        str,
        typer.Option(
            "--settle",
            metavar="REASON",
            help="Settle the alarms about the audit log, for this reason, and check.",
        ),
    ] = "",
    as_json: arguments.AsJson = False,
) -> None:
    """Check every report, picture and decision against its hash, and all against the audit log.

    Exit code 4 where something is not what was saved.
    """
    with kept() as services:
        witness = services.synchronizer.witness() if centre else None
        if settle:
            count = services.verification.settle(reason=settle, actor=person(), centre=witness)
            say(f"Settled: {count}.")
        found = services.verification.verify(witness)
        again = services.recomputing.check_all() if deep else None
    faults = [*found.faults, *(again.faults if again else ())]
    if as_json:
        answer_json(
            {
                "reports": found.reports,
                "pictures": found.pictures,
                "audit_entries": found.audit_entries,
                "audit_head": found.audit_head,
                "recomputed": again.checked if again else None,
                "without_signals": again.without_signals if again else None,
                "notes": list(again.notes) if again else [],
                "faults": faults,
            }
        )
    else:
        typer.echo(
            f"{counted(found.reports, 'report')}, {counted(found.pictures, 'picture')} and"
            f" {counted(found.audit_entries, 'entry', 'entries')} of the audit log were checked."
        )
        if again:
            typer.echo(_recomputed(again))
        typer.echo(
            "These are not as they should be:" if faults else "Everything is what was saved."
        )
    for sentence in (*faults, *(again.notes if again and not as_json else ())):
        say(sentence)
    if faults:
        raise typer.Exit(STORAGE)


def _recomputed(again: "Recomputation") -> str:
    done = f"{counted(again.checked, 'report')} computed again from the signals."
    if not again.without_signals:
        return done
    return f"{done} The signals of {again.without_signals} are on another computer, or were erased."
