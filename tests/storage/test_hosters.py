"""A centre on a server as hosters set it: every setting that was met, on real servers."""

from pathlib import Path

import pytest

from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from tests.conftest import StartServer
from tests.servers import MARIADB
from tests.storage.samples import a_report
from tests.storage.workstations import workstation

NAMES = ("陳大文", "Zoë Ångström", "محمد", "😀")

SETTINGS = {
    "other quotes": ("--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT",),
    "another database's ways": ("--sql-mode=ANSI,TRADITIONAL,HIGH_NOT_PRECEDENCE",),
    "no mode": ("--sql-mode=",),
    "latin1": ("--character-set-server=latin1", "--collation-server=latin1_german1_ci"),
    "another time zone": ("--default-time-zone=-11:00",),
    "small packets": ("--max-allowed-packet=1M",),
    "impatient": ("--wait-timeout=5", "--interactive-timeout=5", "--max-connections=8"),
    "needs primary keys": ("--sql-require-primary-key=ON",),
    "serializable": ("--transaction-isolation=SERIALIZABLE", "--autocommit=0"),
}
ON_MARIADB = {"--sql-require-primary-key=ON": "--innodb-force-primary-key=ON"}


@pytest.mark.parametrize("flags", SETTINGS.values(), ids=SETTINGS.keys())
def test_a_centre_keeps_every_name_whatever_the_hoster_set(
    flags: tuple[str, ...],
    tmp_path: Path,
    empty_file: Path,
    start_server: StartServer,
    server_kind: str,
) -> None:
    named = [ON_MARIADB.get(flag, flag) if server_kind == MARIADB else flag for flag in flags]
    server = start_server(server_kind, *named)
    try:
        options = server.database("Hosted")
        _make_tables(options)
        east = workstation(tmp_path / "east", empty_file, options)
        west = workstation(tmp_path / "west", empty_file, options)
        for name in NAMES:
            east.reports.keep(a_report(student_id=name), actor="test")
        assert east.sync.run_once().sent == len(NAMES)
        west.sync.run_once()
        assert west.held() == east.held()
        east.close()
        west.close()
    finally:
        server.kill()


def test_tables_that_take_latin_letters_only_are_widened_when_prepared_again(
    tmp_path: Path, empty_file: Path, start_server: StartServer, server_kind: str
) -> None:
    server = start_server(server_kind)
    try:
        options = server.database("narrow")
        _make_tables(options)
        server.execute("ALTER TABLE narrow.proctoring_reports CONVERT TO CHARACTER SET latin1")
        _make_tables(options)
        east = workstation(tmp_path / "east", empty_file, options)
        east.reports.keep(a_report(student_id=NAMES[0]), actor="test")
        assert east.sync.run_once().sent == 1
        east.close()
    finally:
        server.kill()


def _make_tables(options: ServerOptions) -> None:
    central = Database.server(options)
    migration.upgrade(central)
    central.close()
