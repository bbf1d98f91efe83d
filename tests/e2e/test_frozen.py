"""The built folder does its work on a computer that knows nothing of Python."""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import httpx
import pytest

from proctor_desktop.report.document import from_json
from tests.e2e.conftest import SCRIPT
from tests.e2e.frozen import (
    BUILD_SEC,
    PROGRAM,
    PlainComputer,
    Screen,
    build,
    commit,
    megabytes,
    state,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(BUILD_SEC + 300),
    pytest.mark.skipif(sys.platform != "linux", reason="the build was tried on Linux only"),
]

MOST_MEGABYTES = 500
"""As `du -sm` counts them; 495 when it was written, 9 of them fonts for names in other scripts."""


@pytest.fixture(scope="module")
def built_from() -> str:
    """The commit at the time of the build."""
    return commit()


@pytest.fixture(scope="module")
def folder(built_from: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built program, which nobody may write to."""
    # all worker processes of a test run share one build; the first one that comes makes it
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "frozen"
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        built = place / "dist" / PROGRAM
        if not (place / "built").exists():
            build(place)
            for path in built.rglob("*"):
                if not path.is_symlink():
                    path.chmod(path.stat().st_mode & ~0o222)
            (place / "built").touch()
    return built


@pytest.fixture
def computer(folder: Path, tmp_path: Path) -> Iterator[PlainComputer]:
    """A home folder and the program; afterwards the program's folder is as it was."""
    before = state(folder)
    yield PlainComputer(folder, tmp_path / "home")
    assert state(folder) == before


def test_the_folder_is_no_larger_than_promised(folder):
    assert megabytes(folder) <= MOST_MEGABYTES


def test_it_says_version_and_commit(computer, built_from):
    answer = computer.run("--version")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == f"proctor-desktop {version('proctor-desktop')} ({built_from})\n"


def test_the_demonstration_runs_in_worker_processes(computer):
    script = computer.home / "turn.txt"
    script.write_text(SCRIPT)
    computer.environment["PROCTOR_ENGINE__JOBS"] = "2"
    answer = computer.run("demo", "--scenario", script, "--output", "demo", "--json")
    assert answer.returncode == 0, answer.stderr
    found = [one["found"] for one in json.loads(answer.stdout)["comparison"] if one["reportable"]]
    assert [(one["kind"], one["direction"]) for one in found] == [("head_movement", "right")]
    written = {path.suffix for path in (computer.home / "demo").iterdir()}
    assert {".mp4", ".json", ".csv", ".html", ".pdf"} <= written
    # letters beyond Western Europe, which need the font that is in the folder
    assert b"DejaVuSans" in (computer.home / "demo" / "turn.pdf").read_bytes()


def test_doctor_finds_nothing_missing(computer):
    answer = computer.run("doctor", "--no-camera", "--json")
    checks = {one["name"]: one for one in json.loads(answer.stdout)["checks"]}
    assert [name for name, one in checks.items() if one["state"] == "bad"] == []
    assert "portrait" in checks["models"]["detail"]


def test_a_recording_sent_to_the_service_is_answered_with_a_report(computer, recording):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        computer.running("serve", "--port", port) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=240) as client,
    ):
        _wait_until_healthy(client, process, computer)
        with recording.open("rb") as video:
            answer = client.post(
                "/api/v1/proctoring/process",
                files={"video": ("exam.mp4", video, "video/mp4")},
                data={"student_id": "S-1", "exam_id": "M-1"},
            )
        assert answer.status_code == 200, answer.text
        assert answer.json()["alerts"]["head_movement"] == 1
        kept = client.get(f"/api/v1/reports/{answer.json()['report_id']}")
        assert from_json(kept.text).calibration_status == "SUCCESS"
        assert "swagger" in client.get("/docs").text.lower()


def _wait_until_healthy(
    client: httpx.Client, process: subprocess.Popen[bytes], computer: PlainComputer
) -> None:
    for _ in range(600):
        assert process.poll() is None, computer.said
        try:
            if client.get("/api/v1/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    pytest.fail(computer.said)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_the_window_is_shown(computer, tmp_path):
    screen = Screen(tmp_path)
    try:
        assert screen.colours() == 1
        with computer.running(DISPLAY=screen.display) as process:
            assert screen.wait_for_window(process, 60) is not None, computer.said
        assert computer.said == ""
    finally:
        screen.close()
