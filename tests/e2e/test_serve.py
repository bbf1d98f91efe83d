"""The specification's own call, by curl, on a service in a process of its own."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from proctor_desktop.paths import resource
from tests.conftest import StartServer

CURL = shutil.which("curl")
pytestmark = pytest.mark.skipif(CURL is None, reason="there is no curl here")

FIELDS = {
    "report_id": str,
    "student_id": str,
    "exam_id": str,
    "video_duration_sec": float,
    "calibration_status": str,
    "risk_classification": str,
    "confidence_score": float,
    "alerts": dict,
    "temporal_analysis": dict,
    "created_at": str,
}
COUNTED = {"gaze_deviation", "head_movement", "face_absence", "multiple_faces"}


def curl(*arguments: str) -> tuple[int, dict]:
    """Status and JSON of one call."""
    said = subprocess.run(
        [str(CURL), "-sS", "--max-time", "120", "-w", "\n%{http_code}", *arguments],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    body, _, status = said.rpartition("\n")
    return int(status), json.loads(body)


@pytest.fixture(params=["sqlite", pytest.param("mysql", marks=pytest.mark.server)])
def service(
    request: pytest.FixtureRequest, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """Address of a service, and the kind of database that it keeps its reports in."""
    if request.param == "mysql":
        kind = request.getfixturevalue("server_kind")
        start_server: StartServer = request.getfixturevalue("start_server")
        options = start_server(kind).database("served")
        for name in ("host", "port", "user", "password", "database"):
            monkeypatch.setenv(f"MYSQL_{name.upper()}", str(getattr(options, name)))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = surroundings.with_suffix(".log")
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "proctor_desktop", "serve", "--port", str(port)],
            stdout=written,
            stderr=written,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_it_answers(address, process)
        yield address, "sqlite" if request.param == "sqlite" else "mysql"
    finally:
        process.terminate()
        process.wait(30)


def _wait_until_it_answers(address: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 60
    while True:
        try:
            if curl(f"{address}/api/v1/health")[0] == 200:
                return
        except subprocess.CalledProcessError:
            assert process.poll() is None, "the service ended"
            assert time.monotonic() < end, "the service never answered"
            time.sleep(0.1)


def test_the_call_of_the_specification_answers_with_the_promised_fields(
    service: tuple[str, str], recording: Path
) -> None:
    address, kind = service
    status, summary = curl(
        f"{address}/api/v1/proctoring/process",
        *("-F", f"video=@{recording}"),
        *("-F", "student_id=STU123456"),
        *("-F", "exam_id=EXAM001"),
        *("-F", "calibration_duration=7.0"),
    )
    assert status == 200, summary
    assert list(summary) == list(FIELDS)
    assert {name: type(summary[name]) for name in FIELDS} == FIELDS
    assert (summary["student_id"], summary["exam_id"]) == ("STU123456", "EXAM001")
    assert uuid.UUID(summary["report_id"]).version == 4
    assert summary["video_duration_sec"] == pytest.approx(11, abs=0.2)
    assert summary["calibration_status"] == "SUCCESS"
    assert summary["alerts"].keys() == COUNTED
    assert summary["alerts"]["head_movement"] == 1
    for period in summary["temporal_analysis"]["high_activity_periods"]:
        assert period.keys() == {"start", "end", "alert_density"}
    assert summary["created_at"].endswith("Z")
    made = datetime.fromisoformat(summary["created_at"].removesuffix("Z") + "+00:00")
    assert abs(made.timestamp() - time.time()) < 600
    _check_the_other_calls(address, kind, summary)


def _check_the_other_calls(address: str, kind: str, summary: dict) -> None:
    status, report = curl(f"{address}/api/v1/reports/{summary['report_id']}")
    assert status == 200
    assert {name: report[name] for name in FIELDS} == summary
    assert {"eye_variance", "yaw_variance", "pitch_variance", "roll_variance"} <= report[
        "baseline_metrics"
    ].keys()
    assert report["adaptive_thresholds"].keys() == {"eye", "yaw", "pitch", "roll"}
    (turn,) = [one for one in report["alert_details"] if one["kind"] == "head_movement"]
    assert (turn["direction"], turn["unit"]) == ("right", "deg")
    assert turn["end"] - turn["start"] == pytest.approx(turn["duration"], abs=0.01)
    assert report["analysis"]["risk_score"] == pytest.approx(
        1 - summary["confidence_score"], abs=1e-4
    )

    status, listed = curl(
        f"{address}/api/v1/reports?student_id=STU123456&exam_id=EXAM001&skip=0&limit=10"
    )
    assert (status, listed["total"]) == (200, 1)
    shown = {name: summary[name] for name in listed["reports"][0]}
    assert listed["reports"][0] == shown

    status, health = curl(f"{address}/api/v1/health")
    assert (status, health["database"]["connected"]) == (200, True)
    assert health["database"]["kind"] in ({"sqlite"} if kind == "sqlite" else {"mysql", "mariadb"})


@pytest.mark.parametrize("service", ["sqlite"], indirect=True)
def test_the_guides_program_sends_waits_and_reads(
    service: tuple[str, str], recording: Path, tmp_path: Path
) -> None:
    address, _ = service
    guide = resource("guide/integrator.md").read_text("utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    assert "http://127.0.0.1:8000" in program
    shutil.copy(recording, tmp_path / "exam.mp4")
    answer = subprocess.run(
        [sys.executable, "-c", program.replace("http://127.0.0.1:8000", address)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    (line,) = answer.stdout.splitlines()
    assert " head_movement The head was turned by up to " in line
