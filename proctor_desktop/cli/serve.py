"""``serve``: the REST service, and the keys of those who may call it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.help import Commands
from proctor_desktop.cli.terminal import answer_json, say

if TYPE_CHECKING:
    from proctor_desktop.bootstrap import Services

app = Commands(invoke_without_command=True, help="Answer requests over REST, without a window.")
keys = Commands(no_args_is_help=True, help="Keys of those who may call the service.")
app.add_typer(keys, name="keys")

FIRST_KEY = "first"
KEEP_IT = "Keep it now: it cannot be shown again. Callers send it as 'Authorization: Bearer KEY'."


@contextmanager
def _services(options: dict[str, object]) -> "Iterator[Services]":
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load

    services = bootstrap.build(load(**options))
    try:
        yield services
    finally:
        services.close()


@app.callback()
def serve(
    context: typer.Context,
    host: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Address to listen on; only loopback without key and TLS."
        ),
    ] = None,
    port: Annotated[int | None, typer.Option(metavar="NUMBER", help="Port to listen on.")] = None,
    tls_certificate: Annotated[
        str | None, typer.Option(metavar="FILE", help="Certificate file (PEM).")
    ] = None,
    tls_key: Annotated[
        str | None, typer.Option(metavar="FILE", help="Private key file (PEM).")
    ] = None,
    behind_proxy: Annotated[
        bool | None,
        typer.Option("--behind-proxy", help="A reverse proxy in front ends TLS."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="tls://HOST:PORT", help="Analyse on the machines of a Dask cluster."),
    ] = None,
) -> None:
    """Answer requests over REST, without a window, until Ctrl+C.

    Documentation is at /docs. On loopback no key is needed until one was made.
    """
    if context.invoked_subcommand is not None:
        return
    from proctor_desktop.api.serve import serve as run

    given = {
        "host": host,
        "port": port,
        "tls_certificate": tls_certificate,
        "tls_key": tls_key,
        "behind_proxy": behind_proxy,
    }
    options = {"serve": _known(given), "engine": _known({"scheduler": scheduler})}
    with _services(_known(options)) as services:
        if services.settings.serve.behind_proxy:
            _first_key(services, FIRST_KEY)
        run(services, _say_where)


def _first_key(services: "Services", name: str) -> None:
    """Make and print a key where none was ever made: behind a proxy nobody is let in without."""
    if services.keys.are_needed():
        return
    typer.echo(services.keys.add(name))
    say(f"This is the first key, {name}. {KEEP_IT}")


def _say_where(address: str) -> None:
    """Where to look, for whoever started it at a terminal."""
    typer.echo(
        f"Reports and uploads are at {address}/, the documentation at {address}/docs; Ctrl+C ends "
        "the service."
    )


def _known(options: Mapping[str, object]) -> dict[str, object]:
    """Without what was not given, which the other sources of the settings then decide."""
    return {name: value for name, value in options.items() if value not in (None, {})}


@keys.command("add")
def add_key(
    name: Annotated[str, typer.Argument(help="Whose key it is.")],
    first: Annotated[
        bool, typer.Option("--first", help="Only where no key was ever made; else do nothing.")
    ] = False,
) -> None:
    """Make a key and print it; it cannot be shown a second time."""
    with _services({}) as services:
        if first:
            _first_key(services, name)
            return
        key = services.keys.add(name)
    typer.echo(key)
    say(KEEP_IT)


@keys.command("list")
def list_keys(
    as_json: arguments.AsJson = False,
) -> None:
    """List the names of all keys, revoked ones too."""
    with _services({}) as services:
        known = services.keys.list()
    if as_json:
        answer_json(
            [
                {
                    "name": key.name,
                    "created_at": key.created_at.isoformat(),
                    "revoked_at": key.revoked_at.isoformat() if key.revoked_at else None,
                }
                for key in known
            ]
        )
        return
    if not known:
        typer.echo("There are no keys. `proctor-desktop serve keys add NAME` makes one.")
    for key in known:
        state = f"revoked {key.revoked_at:%Y-%m-%d %H:%M} UTC" if key.revoked_at else "good"
        typer.echo(f"{key.name}\tmade {key.created_at:%Y-%m-%d %H:%M} UTC\t{state}")


@keys.command("revoke")
def revoke_key(
    name: Annotated[str, typer.Argument(help="Whose key is refused from now on.")],
) -> None:
    """Refuse a key; running services follow within two seconds."""
    with _services({}) as services:
        services.keys.revoke(name)
    typer.echo(f"The key {name} is refused from now on.")
