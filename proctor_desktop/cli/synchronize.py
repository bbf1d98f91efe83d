"""``sync``: exchange reports with the centre's MySQL server."""

import signal
import threading
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import answer_json, exit_code, say
from proctor_desktop.domain.errors import SyncError

if TYPE_CHECKING:
    from proctor_desktop.sync.synchronizer import Synchronizer, SyncResult, SyncStatus


def sync(
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on until Ctrl+C, again and again.")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Only say how it stands; ask this computer alone.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry", help="Send once more what the centre refused before.")
    ] = False,
    as_json: arguments.AsJson = False,
) -> None:
    """Send what waits to the centre's MySQL server (MYSQL_HOST ...), and take what is new.

    Reports, decisions and the head of the audit log are exchanged, never video. What cannot be
    sent now waits here; exit code 4 says so.
    """
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load

    services = bootstrap.build(load(), is_service=False)
    synchronizer = services.synchronizer
    try:
        if retry:
            synchronizer.retry_parked()
        if watch:
            _need_server(synchronizer)
            _watch(synchronizer)
            return
        result, failed = None, None
        try:
            result = None if status else synchronizer.run_once()
        except SyncError as error:
            failed = error
        _answer(result, failed, synchronizer.status(), as_json=as_json)
        for refused in synchronizer.refused() if not as_json else ():
            say(f"Refused: {refused.entity_id}: {refused.reason}")
        if failed is not None:
            raise typer.Exit(exit_code(failed))
    finally:
        services.close()


def _need_server(synchronizer: "Synchronizer") -> None:
    """Refuse to wait for what can never happen.

    Raises:
        SyncError: no server is set.
    """
    if not synchronizer.is_configured:
        raise SyncError(
            "No server is set (MYSQL_HOST), so there is nothing to watch; everything stays on this "
            "computer."
        )


def _watch(synchronizer: "Synchronizer") -> None:
    """Exchange until somebody asks to end, even where a server owes an answer then."""
    stop = threading.Event()

    def end(*_: object) -> None:
        stop.set()
        synchronizer.interrupt()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    synchronizer.watch(stop, lambda now: say(now.sentence))


def _answer(
    result: "SyncResult | None", failed: SyncError | None, status: "SyncStatus", *, as_json: bool
) -> None:
    if as_json:
        from proctor_desktop.report.document import utc_text

        times = {
            name: utc_text(value) if value is not None else None
            for name, value in (
                ("last_success", status.last_success),
                ("last_try", status.last_try),
            )
        }
        exchanged = asdict(result) if result else None
        answer_json({"exchanged": exchanged, "status": asdict(status) | times})
        return
    if failed is not None:
        say(status.sentence if status.is_configured else str(failed))
        return
    if result is not None:
        typer.echo(f"Sent {result.sent}, received {result.received}.")
    typer.echo(status.sentence)
    for warning in (*status.alarms, *status.warnings):
        say(warning)
