"""Long runs of the fault tests: `python -m tests.storage.soak CASE [--times N] [--kind KIND]`.

Every case asserts that its faults fired and that nothing acknowledged was lost or doubled; a line
says what was done. The checks run the same cases with smaller numbers.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from proctor_desktop.domain.errors import ServerUnreachableError, SyncError
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from tests.servers import MARIADB, MYSQL, DatabaseServer, from_template, make_template
from tests.storage.chaos import (
    Centred,
    assert_converged,
    evidence_kills,
    fill_the_server,
    kill_while_pulling,
    kill_while_pushing,
    kill_while_saving,
    saved,
    writers_against_a_reader,
)
from tests.storage.conftest import empty, prepared
from tests.storage.damage import Damage, damage_trials
from tests.storage.faults import PULL_POINTS, PUSH_POINTS, Proxy, arm, in_child
from tests.storage.going_back import random_history
from tests.storage.power import power_loss_trials
from tests.storage.workstations import Workstation
from tests.unit.domain.test_review import assert_history_holds


@dataclass
class Ground:
    """Where a case runs."""

    folder: Path
    empty_file: Path
    kind: str
    server: DatabaseServer | None = None

    def centre(self, *flags: str) -> Centred:
        """An emptied centre on a server that is started with the first call."""
        if self.server is None:
            template = self.folder / "template"
            make_template(self.kind, template)
            self.server = from_template(self.kind, template, self.folder / "server", *flags)
            self.server.start()
            self._options = prepared(self.server)
        empty(self.server)
        return Centred(self.fresh(), self.empty_file, self._options)

    def fresh(self) -> Path:
        """A new folder for workstations."""
        return Path(tempfile.mkdtemp(dir=self.folder))


def points(ground: Ground, times: int) -> str:
    """R1: kill -9 of a workstation at each point of its exchange."""
    for _ in range(times):
        for point in PUSH_POINTS:
            kill_while_pushing(ground.centre(), point)
        for point in PULL_POINTS:
            kill_while_pulling(ground.centre(), point)
    return f"{times * (len(PUSH_POINTS) + len(PULL_POINTS))} kills at named points"


def chaos(ground: Ground, times: int) -> str:
    """R1: two workstations killed at random, through a flaky network, the server now and then."""
    centred = ground.centre(*(["--tls-version="] if ground.kind == MYSQL else []))
    assert ground.server is not None
    acknowledged: set[str] = set()
    server_kills = cuts = 0
    for number in range(times):
        proxy = Proxy(ground.server.port)
        proxy.swallow_commit_reply = random.random() < 0.2
        proxy.cut_next_reply = random.random() < 0.2
        name = random.choice(("east", "west"))
        _, said = in_child(_restless(centred, name, proxy.port))
        acknowledged |= set(said)
        cuts += proxy.fired
        proxy.close()
        if number % 25 == 24:
            ground.server.kill()
            server_kills += 1
            ground.server.start()
    ends = [centred.workstation("east"), centred.workstation("west")]
    assert_converged(centred, ends, acknowledged)
    return (
        f"{times} kills of workstations at random, {server_kills} of the server, {cuts} connections"
        f" cut: {len(acknowledged)} acknowledged reports, none lost, none twice, all converge"
    )


def _restless(centred: Centred, name: str, port: int) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, random.uniform(0.05, 0.5))
        at = centred.workstation(name, port=port)
        while True:
            for report_id in saved(at, 1):
                say(report_id)
            with suppress(SyncError):
                at.sync.run_once()

    return work


def server(ground: Ground, times: int) -> str:
    """R2: kill -9 of the server with the clock locked, or just before it commits."""
    for number in range(times):
        centred = ground.centre()
        assert ground.server is not None
        east = centred.workstation("east")
        acknowledged = saved(east, 2)
        arm(east, ("clock_locked", "before_commit")[number % 2], ground.server.kill)
        try:
            east.sync.run_once()
        except ServerUnreachableError:
            ground.server.start()
        else:
            raise AssertionError("the kill did not fire")
        assert_converged(centred, [east], acknowledged)
        east.close()
    return f"{times} kills of the server in the middle of a push"


def replies(ground: Ground, times: int) -> str:
    """R3: the answer to a commit is lost."""
    centred = ground.centre(*(["--tls-version="] if ground.kind == MYSQL else []))
    assert ground.server is not None
    proxy = Proxy(ground.server.port)
    east = centred.workstation("east", port=proxy.port)
    acknowledged: set[str] = set()
    for _ in range(times):
        acknowledged |= saved(east, 2)
        proxy.swallow_commit_reply = True
        with suppress(ServerUnreachableError):
            east.sync.run_once()
    assert proxy.fired == times, "an answer was not swallowed"
    assert_converged(centred, [east], acknowledged)
    return f"{times} commit answers lost, {len(acknowledged)} reports, each there once"


def saving(ground: Ground, times: int) -> str:
    """R5: kill -9 of a workstation that saves."""
    count, slowest = kill_while_saving(ground.fresh(), ground.empty_file, times)
    return (
        f"{times} kills, {count} acknowledged reports with signals and picture, 0 lost;"
        f" slowest reopening {1000 * slowest:.0f} ms"
    )


def power(ground: Ground, times: int) -> str:
    """R6: power loss, and the control without syncs."""
    good = power_loss_trials(ground.fresh(), ground.empty_file, trials=times, seed=11)
    control = power_loss_trials(
        ground.fresh(), ground.empty_file, trials=times, seed=11, ignore_syncs=True
    )
    assert (good.lost, good.corrupt) == (0, 0), good
    assert control.lost + control.corrupt > 0, "the control saw nothing"
    return (
        f"{times} power losses, {good.acknowledged} acknowledged, {good.lost} lost,"
        f" {good.corrupt} damaged; without syncs {control.lost} lost, {control.corrupt} damaged"
    )


def damage(ground: Ground, times: int) -> str:
    """R8: a bit, a sector, a page."""
    said = []
    for kind in Damage:
        found = damage_trials(ground.fresh(), ground.empty_file, kind, trials=times, seed=times)
        said.append(f"{kind.value}: {found.noticed} of {found.hit} noticed")
    return "; ".join(said)


def writers(ground: Ground, times: int) -> str:
    """I5: writers against a reader."""
    for _ in range(times):
        writers_against_a_reader(ground.centre(), writers=4, reports=25)
    return f"{times} times 4 writers x 25 reports against a reader, none skipped"


def evidence(ground: Ground, times: int) -> str:
    """R26: kill -9 while pictures are written."""
    found = evidence_kills(ground.fresh(), ground.empty_file, times)
    return (
        f"{times} kills, {found.rows} rows, each with its file; {found.unfinished} unfinished and"
        f" {found.files_without_row} files without a row were tidied"
    )


def histories(ground: Ground, times: int) -> str:
    """R29: random histories of three workstations, the centre put back in the middle."""
    restores = 0
    for number in range(times):
        centred = ground.centre()
        opened: list[Workstation] = []

        def make(
            name: str, centred: Centred = centred, opened: list[Workstation] = opened
        ) -> Workstation:
            opened.append(centred.workstation(name))
            return opened[-1]

        with centred.database() as central:
            restores += random_history(make, central, seed=number)
        for one in opened:
            one.close()
        shutil.rmtree(centred.folder)
    return f"{times} histories with {restores} restores of the centre, nothing acknowledged lost"


def decisions(_ground: Ground, times: int) -> str:
    """R9: random histories of decisions on three workstations whose clocks disagree."""
    disputed = sum(
        assert_history_holds(random.randrange(10**9), random.randint(1, 25)) for _ in range(times)
    )
    return (
        f"{times} histories, no decision vanished, the order changed nothing; {disputed} came to a"
        " dispute, shown as one until a decision named all of its heads"
    )


def disk(ground: Ground, times: int) -> str:
    """The server's disk is full: a file system of 400 MB of its own, so this needs root.

    What a server does then differs: it says so, waits for a minute, or ends. In each case the
    reports wait, and go once there is room and the server runs.
    """
    make_template(ground.kind, ground.folder / "template")
    small = ground.fresh()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", str(small)], check=True)
    said = []
    try:
        for _ in range(times):
            server = from_template(ground.kind, ground.folder / "template", small / "server")
            server.start()
            said.append(_on_a_full_disk(ground, server, small / "film"))
            server.kill()
            shutil.rmtree(small / "server")
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)
    return "; ".join(said)


def _on_a_full_disk(ground: Ground, server: DatabaseServer, film: Path) -> str:
    centred = Centred(ground.fresh(), ground.empty_file, prepared(server))
    east = centred.workstation("east")
    with film.open("wb", buffering=0) as file:
        while shutil.disk_usage(film.parent).free > 300_000:
            file.write(bytes(100_000))
    acknowledged, reason = fill_the_server(east)
    assert east.sync.status().pending > 0
    film.unlink()
    if has_ended := server.has_ended():
        server.start()
    end = time.monotonic() + 120
    while east.sync.status().pending:
        assert time.monotonic() < end, "it never took up again"
        with suppress(ServerUnreachableError):
            east.sync.run_once()
    assert_converged(centred, [east], acknowledged)
    east.close()
    how = "the server ended" if has_ended else "the server went on"
    return f"{how}, told as {reason!r}; {len(acknowledged)} reports, each there once"


CASES = {
    one.__name__: one
    for one in (
        points,
        histories,
        chaos,
        server,
        replies,
        saving,
        power,
        damage,
        writers,
        evidence,
        decisions,
        disk,
    )
}


def main() -> None:
    """Run one case and print what was done and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=CASES)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--kind", choices=(MYSQL, MARIADB), default=MYSQL)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="proctor-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        made = Database.local(folder / "empty.sqlite3")
        migration.upgrade(made)
        made.close()
        ground = Ground(folder, folder / "empty.sqlite3", wanted.kind)
        begin = time.monotonic()
        try:
            said = CASES[wanted.case](ground, wanted.times)
        finally:
            if ground.server is not None:
                ground.server.kill()
        needs_server = ground.server is not None or wanted.case == "disk"
        where = wanted.kind if needs_server else "sqlite"
        sys.stdout.write(f"{wanted.case} ({where}): {said}. {time.monotonic() - begin:.0f} s\n")


if __name__ == "__main__":
    main()
