"""Several recordings in one command, which share the workers."""

import json
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest

CHANGES_EACH_TIME = ("report_id", "created_at")


@pytest.fixture
def films(recording, tmp_path):
    """Three recordings of the same candidate under names of their own."""
    folder = tmp_path / "films"
    folder.mkdir()
    return [shutil.copy(recording, folder / f"seat {number}.mp4") for number in range(3)]


def test_a_batch_gives_what_each_recording_gives_alone(run, films, monkeypatch):
    def same_part(report: dict) -> dict:
        return {key: report[key] for key in report if key not in CHANGES_EACH_TIME}

    alone = same_part(json.loads(run("analyze", films[1], "--json", "--no-store").out))
    monkeypatch.setenv("PROCTOR_ENGINE__JOBS", "2")
    batch = json.loads(run("analyze", *films, "--json", "--no-store").out)["reports"]
    assert [one["analysis"]["recording"]["name"] for one in batch] == [
        "seat 0.mp4",
        "seat 1.mp4",
        "seat 2.mp4",
    ]
    assert same_part(batch[1]) == alone


@pytest.mark.skipif(sys.platform == "win32", reason="no request to end can be sent there")
def test_a_stopped_batch_ends_at_once_with_its_workers_and_can_go_on(surroundings, films, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "proctor_desktop", "analyze", *films, "--exam-id", "M"]
    batch = subprocess.Popen([*command, "--output", out, "--format", "json"])
    deadline = time.monotonic() + 200
    while not (out / "seat 0.json").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = psutil.Process(batch.pid).children(recursive=True)
    batch.send_signal(signal.SIGTERM)
    assert batch.wait(20) not in (0, 1)
    assert workers
    assert not psutil.wait_procs(workers, timeout=10)[1]
    resumed = subprocess.run([*command, "--json"], capture_output=True, check=True)
    reports = json.loads(resumed.stdout)["reports"]
    assert len(reports) == 3
    first = json.loads((out / "seat 0.json").read_text("utf-8"))
    assert reports[0]["report_id"] == first["report_id"]
