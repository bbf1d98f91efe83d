"""Several server processes over one store and one queue."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import httpx
import psutil
import pytest

from tests.api.serving import FIELDS, VIDEO, bundle, health_status, wait_for
from tests.api.test_serve import _answers, free_port

pytest.importorskip("gunicorn", reason="gunicorn runs on POSIX systems only")

WORKERS = 4
UPLOADS = 20
PROCESS = "/api/v1/proctoring/process"


@pytest.fixture
def four_workers(tmp_path: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Address and main process of a gunicorn with four workers."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "tests.api.known_app:create()"),
        *("-k", "proctor_desktop.api.worker.Worker", "-w", str(WORKERS)),
        *("-b", f"127.0.0.1:{port}", "--graceful-timeout", "5", "--log-level", "error"),
        "--no-control-socket",
    ]
    figures = tmp_path / "figures"
    figures.mkdir()
    environment = os.environ | {
        "PROCTOR_FOLDER": str(tmp_path),
        "PROMETHEUS_MULTIPROC_DIR": str(figures),
    }
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(command, env=environment, cwd=root)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: _answers(address))
        yield address, psutil.Process(process.pid)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Watch:
    """Asks for health all the time and keeps how long each answer took."""

    def __init__(self, address: str) -> None:
        self.seconds: list[float] = []
        self.bad: list[int] = []
        self._address = address
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(0.1):
            began = time.monotonic()
            try:
                status = health_status(self._address)
            except OSError:
                continue  # the connection went to the worker that is being killed
            self.seconds.append(time.monotonic() - began)
            if status != 200:
                self.bad.append(status)


def test_twenty_uploads_at_once_survive_the_death_of_a_worker(
    four_workers: tuple[str, psutil.Process], tmp_path: Path
) -> None:
    address, main = four_workers

    def send(number: int) -> httpx.Response:
        fields = FIELDS | {"student_id": f"STU{number:03d}"}
        return httpx.post(
            address + PROCESS,
            data=fields,
            files={"video": ("a.mp4", VIDEO)},
            headers={"Prefer": "respond-async", "Idempotency-Key": f"seat-{number}"},
            timeout=30,
        )

    with Watch(address) as watch, ThreadPoolExecutor(UPLOADS) as pool:
        accepted = list(pool.map(send, range(UPLOADS)))
        assert [answer.status_code for answer in accepted] == [202] * UPLOADS
        wait_for(lambda: (tmp_path / "analyses.txt").exists())
        victim = int((tmp_path / "analyses.txt").read_text().split()[0])
        assert victim in {child.pid for child in main.children()}
        os.kill(victim, signal.SIGKILL)
        assert {answer.status_code for answer in pool.map(send, range(UPLOADS))} == {202}
        wait_for(lambda: _states(address, accepted) == {"done"})
    listed = httpx.get(address + "/api/v1/reports", params={"limit": 200}).json()
    students = [row["student_id"] for row in listed["reports"]]
    assert sorted(students) == [f"STU{number:03d}" for number in range(UPLOADS)]
    assert not list((tmp_path / "spool").iterdir())
    lines = (tmp_path / "analyses.txt").read_text().splitlines()
    assert len({line.split()[0] for line in lines}) > 1
    assert watch.bad == []
    assert median(watch.seconds) < 0.5  # a single one may meet a busy computer
    figures = httpx.get(address + "/metrics").text
    assert 'proctor_jobs{state="done"} 20.0' in figures
    asked = 'proctor_requests_total{method="POST",route="/api/v1/proctoring/process",status="202"}'
    (line,) = [line for line in figures.splitlines() if line.startswith(asked)]
    assert float(line.rpartition(" ")[2]) == 2 * UPLOADS, "the figures of a worker are missing"


def _states(address: str, accepted: list[httpx.Response]) -> set[str]:
    found = set()
    for answer in accepted:
        try:
            found.add(httpx.get(address + answer.headers["location"]).json()["state"])
        except httpx.TransportError:
            found.add("unknown")
    return found


def test_four_workers_start_on_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    """Each process migrates at its start; the first one does it and the others find it done."""
    code = (
        "import sys; from pathlib import Path; from tests.api.serving import bundle\n"
        "bundle(Path(sys.argv[1]))"
    )
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", code, str(tmp_path)]
    started = [subprocess.Popen(command, cwd=root) for _ in range(WORKERS)]
    assert [process.wait(60) for process in started] == [0] * WORKERS
    assert bundle(tmp_path).reports.page().total == 0
