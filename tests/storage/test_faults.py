"""Crashes in the middle: nothing acknowledged is lost, nothing arrives twice.

Each test names the figure of the design that it holds, and a mutant of our own code that it
catches; `python -m tests.storage.mutants` applies every one of them and expects the test to fail.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pymysql
import pytest

from proctor_desktop.domain.errors import ServerUnreachableError, SyncError
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.sync.remote import Centre
from tests.conftest import StartServer
from tests.servers import MYSQL, DatabaseServer
from tests.storage.chaos import (
    Centred,
    assert_converged,
    fill_the_server,
    kill_while_pulling,
    kill_while_pushing,
    kill_while_saving,
    saved,
    writers_against_a_reader,
)
from tests.storage.conftest import empty, prepared
from tests.storage.faults import PULL_POINTS, PUSH_POINTS, Proxy, arm
from tests.storage.workstations import Workstation

pytestmark = pytest.mark.server


@pytest.fixture
def centred(tmp_path: Path, empty_file: Path, central_options: ServerOptions) -> Centred:
    """A centre, and folders for workstations."""
    return Centred(tmp_path, empty_file, central_options)


@pytest.mark.parametrize("point", PUSH_POINTS)
def test_kill_9_at_any_point_of_a_push_loses_and_doubles_nothing(
    centred: Centred, point: str
) -> None:
    """R1, I1, I2, I3, I5, I10. Mutants: `ack_first` (outbox marked before the centre's commit)
    loses reports at `before_commit`; `no_dedupe` (every push is taken) doubles them at
    `after_commit`."""
    kill_while_pushing(centred, point)


@pytest.mark.parametrize("point", PULL_POINTS)
def test_kill_9_at_any_point_of_a_pull_loses_and_doubles_nothing(
    centred: Centred, point: str
) -> None:
    """R1, I6. Mutant: `cursor_first` (cursor moved in a transaction of its own before the content)
    leaves reports out at `applied`."""
    kill_while_pulling(centred, point)


def test_kill_9_of_a_saving_workstation_loses_nothing_it_acknowledged(
    tmp_path: Path, empty_file: Path
) -> None:
    """R5. Mutant: `late_commit` (keep returns before the transaction ends) loses reports."""
    kill_while_saving(tmp_path, empty_file, kills=8)


def test_no_change_is_skipped_while_several_write(centred: Centred) -> None:
    """I5. Four writers against a reader that pages by number.

    Mutant: `unlocked_clock` (no FOR UPDATE on the clock row) gives a number twice or skips one.
    """
    writers_against_a_reader(centred, writers=4, reports=6)


@pytest.fixture(scope="module")
def own_server(start_server: StartServer, server_kind: str) -> Iterator[DatabaseServer]:
    """A server that may be killed; without TLS, so that a proxy can read what passes."""
    server = start_server(server_kind, *(["--tls-version="] if server_kind == MYSQL else []))
    yield server
    server.kill()


@pytest.fixture(scope="module")
def own_options(own_server: DatabaseServer) -> ServerOptions:
    """Its database."""
    return prepared(own_server)


@pytest.fixture
def own(
    tmp_path: Path, empty_file: Path, own_server: DatabaseServer, own_options: ServerOptions
) -> Centred:
    """An empty centre on the server that may be killed."""
    empty(own_server)
    return Centred(tmp_path, empty_file, own_options)


@pytest.mark.parametrize("point", ["clock_locked", "before_commit"])
def test_kill_9_of_the_server_in_the_middle_of_a_push(
    own: Centred, own_server: DatabaseServer, point: str
) -> None:
    """R2. Mutant: `ack_first` loses the report."""
    east = own.workstation("east")
    acknowledged = saved(east, 3)
    arm(east, point, own_server.kill)
    with pytest.raises(ServerUnreachableError, match="Nothing is lost"):
        east.sync.run_once()
    own_server.start()
    assert east.sync.run_once().sent == 3
    assert_converged(own, [east], acknowledged)


def test_a_commit_whose_answer_is_lost_is_not_sent_twice(
    own: Centred, own_server: DatabaseServer
) -> None:
    """R3, I2. Mutant: `no_dedupe` numbers the change again."""
    proxy = Proxy(own_server.port)
    east = own.workstation("east", port=proxy.port)
    acknowledged: set[str] = set()
    for number in range(4):
        acknowledged |= saved(east, 2)
        proxy.swallow_commit_reply = True
        with pytest.raises(ServerUnreachableError):
            east.sync.run_once()
        assert proxy.fired == number + 1, "the answer was not swallowed"
        assert len(own.changes()) == len(acknowledged), "the commit did not happen"
        assert east.sync.status().pending == 2
        assert east.sync.run_once().sent == 0
    assert_converged(own, [east], acknowledged)
    proxy.close()


def test_a_connection_cut_in_the_middle_of_a_packet(
    own: Centred, own_server: DatabaseServer
) -> None:
    """R1."""
    proxy = Proxy(own_server.port)
    east = own.workstation("east", port=proxy.port)
    acknowledged = saved(east, 2)
    proxy.cut_next_reply = True
    with pytest.raises(SyncError):
        east.sync.run_once()
    assert proxy.fired == 1
    assert east.sync.run_once().sent == 2
    assert_converged(own, [east], acknowledged)
    proxy.close()


def test_a_server_that_swallows_everything_is_noticed_and_blocks_nobody_else(
    own: Centred, own_server: DatabaseServer
) -> None:
    """R12. While the exchange hangs, the workstation goes on saving and listing."""
    proxy = Proxy(own_server.port)
    east = own.workstation("east", port=proxy.port, answer_timeout_sec=2)
    saved(east, 1)
    proxy.is_silent = True
    failed: list[SyncError] = []

    def exchange() -> None:
        try:
            east.sync.run_once()
        except SyncError as error:
            failed.append(error)

    thread = threading.Thread(target=exchange)
    thread.start()
    listed = 0
    while thread.is_alive():
        east.sync.status()
        east.reports.page()
        listed += 1
        time.sleep(0.01)
    thread.join()
    assert proxy.fired > 0
    assert len(failed) == 1
    assert listed > 10, "listing waited for the exchange, which hung for two seconds"
    proxy.close()


def test_a_lock_held_by_another_workstation_is_waited_for_and_then_explained(
    centred: Centred,
) -> None:
    east = centred.workstation("east", lock_timeout_sec=1)
    acknowledged = saved(east, 1)
    holder = Centre(centred.options)
    with holder.database.writing() as connection:
        connection.exec_driver_sql("SELECT seq FROM sync_clock WHERE id = 1 FOR UPDATE")
        with pytest.raises(ServerUnreachableError, match="another workstation holds the lock"):
            east.sync.run_once()
    holder.close()
    assert east.sync.run_once().sent == 1
    assert_converged(centred, [east], acknowledged)


def test_a_server_without_free_connections_is_tried_again_later(
    own: Centred, own_server: DatabaseServer
) -> None:
    own_server.execute("CREATE USER IF NOT EXISTS plain@'%' IDENTIFIED BY ''")
    own_server.execute(f"GRANT ALL ON {own.options.database}.* TO plain@'%'")
    east = own.workstation("east", user="plain")
    acknowledged = saved(east, 1)
    admin, crowd = own_server.connect(), []
    with admin.cursor() as cursor:
        cursor.execute("SET GLOBAL max_connections = 10")
        with suppress(pymysql.err.OperationalError):
            while True:
                crowd.append(pymysql.connect(host="127.0.0.1", port=own_server.port, user="plain"))
        with pytest.raises(ServerUnreachableError, match="too many connections"):
            east.sync.run_once()
        for one in crowd:
            one.close()
        cursor.execute("SET GLOBAL max_connections = 151")
    admin.close()
    assert east.sync.run_once().sent == 1
    assert_converged(own, [east], acknowledged)


def test_a_read_only_server_keeps_everything_queued(
    own: Centred, own_server: DatabaseServer
) -> None:
    own_server.execute("CREATE USER IF NOT EXISTS plain@'%' IDENTIFIED BY ''")
    own_server.execute(f"GRANT ALL ON {own.options.database}.* TO plain@'%'")
    east = own.workstation("east", user="plain")
    acknowledged = saved(east, 1)
    own_server.execute("SET GLOBAL read_only = 1")
    with pytest.raises(ServerUnreachableError, match="read-only"):
        east.sync.run_once()
    assert east.reports.page().rows[0].sync is SyncState.PENDING
    assert "1 change waits" in east.sync.status().sentence
    own_server.execute("SET GLOBAL read_only = 0")
    assert east.sync.run_once().sent == 1
    assert_converged(own, [east], acknowledged)


def test_a_server_that_is_read_only_even_for_its_administrator(
    own: Centred, own_server: DatabaseServer
) -> None:
    """A replica of MySQL, as after a fail-over."""
    if own_server.kind != MYSQL:
        pytest.skip("super_read_only is MySQL's alone")
    east = own.workstation("east")
    acknowledged = saved(east, 2)
    own_server.execute("SET GLOBAL super_read_only = ON")
    try:
        with pytest.raises(ServerUnreachableError, match="read-only"):
            east.sync.run_once()
    finally:
        own_server.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF")
    assert east.sync.status().pending == 2
    assert east.sync.run_once().sent == 2
    assert_converged(own, [east], acknowledged)


def test_a_server_without_room_is_told_in_words_and_takes_up_again(
    server_kind: str, start_server: StartServer, tmp_path: Path, empty_file: Path
) -> None:
    """Error 1114 from a real server whose one file may not grow: `soak disk` fills a real one."""
    room = "--innodb-data-file-path=ibdata1:12M:autoextend:max:"
    server = start_server(server_kind, "--innodb-file-per-table=OFF", f"{room}32M")
    centred = Centred(tmp_path, empty_file, prepared(server))
    server.execute("CREATE TABLE proctoring.box (content LONGBLOB)")
    with pytest.raises(pymysql.err.OperationalError) as full:
        server.execute(*["INSERT INTO proctoring.box VALUES (REPEAT('x', 900000))"] * 100)
    if full.value.args[0] == 2013:
        pytest.skip("this release of MariaDB ends itself when its one file is full")
    assert full.value.args[0] == 1114
    east = centred.workstation("east")
    acknowledged, reason = fill_the_server(east)
    assert "is full; tell its administrator" in reason
    waiting = east.sync.status().pending
    assert waiting > 0
    assert f"{waiting} changes wait" in east.sync.status().sentence
    server.stop()
    server.start(f"{room}64M")
    _until(lambda: _is_exchanged(east))
    assert_converged(centred, [east], acknowledged)
    server.kill()


def _is_exchanged(at: Workstation) -> bool:
    with suppress(ServerUnreachableError):
        at.sync.run_once()
    return at.sync.status().pending == 0


def test_an_outage_is_bridged_by_watching(own: Centred, own_server: DatabaseServer) -> None:
    """Done-condition 4: through an outage, with everything explained in words."""
    east, west = own.workstation("east"), own.workstation("west")
    acknowledged = saved(east, 1)
    own_server.kill()
    said: list[str] = []
    stop = threading.Event()

    def watch(one: Workstation) -> None:
        one.sync.watch(stop, lambda status: said.append(status.sentence))

    threads = [threading.Thread(target=watch, args=[one]) for one in (east, west)]
    for thread in threads:
        thread.start()
    _until(lambda: any("does not answer" in one for one in said))
    acknowledged |= saved(west, 1)
    own_server.start()
    for one in (east, west):
        one.sync.wake()
    _until(lambda: east.held() == west.held() and len(east.held()) == 2, (east, west))
    stop.set()
    for thread in threads:
        thread.join()
    assert_converged(own, [east, west], acknowledged)
    assert "Everything is exchanged" in east.sync.status().sentence


def _until(condition: object, wake: tuple[Workstation, ...] = ()) -> None:
    end = time.monotonic() + 60
    while not condition():  # type: ignore[operator]  # a function without arguments
        assert time.monotonic() < end, "it did not happen within a minute"
        for one in wake:
            one.sync.wake()
        time.sleep(0.05)


def test_an_exchange_that_is_interrupted_waits_for_nobody(
    own: Centred, own_server: DatabaseServer
) -> None:
    """Mutant: without cutting the way the thread waits for the whole time limit."""
    proxy = Proxy(own_server.port)
    east = own.workstation("east", port=proxy.port, answer_timeout_sec=60)
    acknowledged = saved(east, 1)
    proxy.is_silent = True
    stop = threading.Event()
    thread = threading.Thread(target=east.sync.watch, args=[stop])
    thread.start()
    _until(lambda: proxy.fired > 0)
    begin = time.monotonic()
    stop.set()
    east.sync.interrupt()
    thread.join(30)
    assert not thread.is_alive()
    assert time.monotonic() - begin < 20
    assert east.sync.status().trouble is None
    proxy.close()
    east.close()
    again = own.workstation("east")
    assert again.sync.run_once().sent == 1
    assert_converged(own, [again], acknowledged)
