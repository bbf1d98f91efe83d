"""The calls of the contract with their exact field names."""

import hashlib
import json
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from proctor_desktop.domain.errors import EngineError, SourceOpenError
from proctor_desktop.domain.jobs import JobState
from proctor_desktop.landmarks.choice import chosen, library
from proctor_desktop.services.analyses import Request
from proctor_desktop.services.jobs import QueueOptions
from proctor_desktop.storage.repositories.exams import ExamRetention
from tests.api.serving import FIELDS, VIDEO, Bundle, bundle, served, wait_for
from tests.storage.samples import a_picture, a_report

PROCESS = "/api/v1/proctoring/process"
SUMMARY = {
    "report_id",
    "student_id",
    "exam_id",
    "video_duration_sec",
    "calibration_status",
    "risk_classification",
    "confidence_score",
    "alerts",
    "temporal_analysis",
    "created_at",
}
ALERTS = {"gaze_deviation", "head_movement", "face_absence", "multiple_faces"}
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def upload(
    client: httpx.Client, headers: dict[str, str] | None = None, **fields: str
) -> httpx.Response:
    return client.post(
        PROCESS, data=FIELDS | fields, files={"video": ("exam.mp4", VIDEO)}, headers=headers
    )


@pytest.fixture(autouse=True)
def _no_fault(services: Bundle) -> None:
    services.known.fault = None
    services.known.lasts = 0.0


def test_process_answers_with_exactly_the_promised_fields(client: httpx.Client) -> None:
    answer = upload(client)
    assert answer.status_code == 200
    found = answer.json()
    assert found.keys() == SUMMARY
    assert found["alerts"].keys() == ALERTS
    assert found["temporal_analysis"].keys() == {"high_activity_periods"}
    assert UTC.fullmatch(found["created_at"])
    assert (found["student_id"], found["exam_id"]) == ("STU123456", "EXAM001")


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on this computer")
def test_the_curl_call_of_the_specification_works(address: str, tmp_path: Path) -> None:
    video = tmp_path / "exam.mp4"
    video.write_bytes(VIDEO)
    fields = ["student_id=STU123456", "exam_id=EXAM001", "calibration_duration=8.0"]
    command = ["curl", "-sS", "-X", "POST", address + PROCESS, "-F", f"video=@{video}"]
    for one in fields:
        command += ["-F", one]
    answer = subprocess.run(command, check=True, capture_output=True, timeout=30)
    assert json.loads(answer.stdout).keys() == SUMMARY


def test_the_calibration_duration_reaches_the_analysis(
    client: httpx.Client, services: Bundle
) -> None:
    assert upload(client, calibration_duration="6.5", rotate="90").status_code == 200
    options = services.known.seen[-1].options
    assert options.calibration.duration_sec == 6.5
    assert options.sampling.rotate == 90


def test_the_exams_times_reach_the_analysis(client: httpx.Client, services: Bundle) -> None:
    assert upload(client, exam_begins="12.5", exam_ends="3600").status_code == 200
    options = services.known.seen[-1].options
    assert (options.exam.begins_sec, options.exam.ends_sec) == (12.5, 3600)


def test_the_report_calls_the_recording_by_the_senders_name(
    client: httpx.Client, services: Bundle
) -> None:
    """The spool's own name is another one each time, and the same input gives the same report."""
    upload(client)
    assert services.known.seen[-1].name == "exam.mp4"


def test_a_fault_speaks_of_the_video_by_the_senders_name(
    client: httpx.Client, services: Bundle
) -> None:
    def refuse(request: Request) -> None:
        raise SourceOpenError(f"{request.path.name} is cut off.")

    services.known.before = refuse
    try:
        assert upload(client).json()["detail"] == "exam.mp4 is cut off."
    finally:
        services.known.before = lambda request: None


def test_a_profile_reaches_the_analysis(client: httpx.Client, services: Bundle) -> None:
    assert upload(client, profile="glasses").status_code == 200
    profile = services.known.seen[-1].profile
    assert profile is not None
    assert profile.name == "glasses"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"student_id": "x" * 101}, id="long_student_id"),
        pytest.param({"student_id": ""}, id="no_student_id"),
        pytest.param({"exam_id": "a\x07b"}, id="control_character"),
        pytest.param({"calibration_duration": "nan"}, id="nan"),
        pytest.param({"calibration_duration": "-1"}, id="negative"),
        pytest.param({"calibration_duration": "soon"}, id="no_number"),
        pytest.param({"calibration_durations": "8"}, id="unknown_field"),
        pytest.param({"profile": "wizard"}, id="unknown_profile"),
        pytest.param({"rotate": "45"}, id="odd_rotation"),
    ],
)
def test_a_wrong_field_is_told_and_nothing_is_queued(
    client: httpx.Client, services: Bundle, fields: dict[str, str]
) -> None:
    seen = len(services.known.seen)
    answer = upload(client, **fields)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (name,) = fields
    assert name in answer.json()["detail"]
    assert answer.json()["detail"].endswith(".")
    assert len(services.known.seen) == seen
    assert not list((services.settings.folder / "spool").iterdir())


def test_the_stored_report_holds_the_summary_and_everything_behind_it(
    client: httpx.Client,
) -> None:
    summary = upload(client).json()
    report = client.get(f"/api/v1/reports/{summary['report_id']}").json()
    behind = {"baseline_metrics", "adaptive_thresholds", "alert_details", "analysis"}
    assert report.keys() == SUMMARY | behind
    assert {name: report[name] for name in SUMMARY} == summary
    assert report["adaptive_thresholds"].keys() == {"eye", "yaw", "pitch", "roll"}
    assert {"eye_variance", "yaw_variance", "pitch_variance", "roll_variance"} < report[
        "baseline_metrics"
    ].keys()
    assert report["alert_details"][0].keys() == {
        "id",
        "kind",
        "direction",
        "start",
        "end",
        "duration",
        "peak",
        "threshold",
        "unit",
        "severity",
        "confidence",
        "incident_id",
        "explanation",
        "evidence",
    }


def test_the_list_filters_exactly_and_pages(client: httpx.Client, services: Bundle) -> None:
    for number in range(5):
        risk = "CLEAN" if number % 2 else "HIGH_RISK"
        services.reports.keep(
            a_report(student_id="stuXYZ", exam_id=f"LIST{number}", risk=risk), actor="test"
        )
    services.reports.keep(a_report(student_id="STUxyz", exam_id="LIST9"), actor="test")

    def listed(**query: str | int) -> dict[str, object]:
        answer = client.get("/api/v1/reports", params=query)
        assert answer.status_code == 200
        return answer.json()

    mine = listed(student_id="stuXYZ", limit=2, skip=1)
    assert (mine["total"], mine["skip"], mine["limit"], len(mine["reports"])) == (5, 1, 2, 2)
    assert listed(student_id="stuXYZ", risk_classification="CLEAN")["total"] == 2
    assert listed(exam_id="LIST3")["total"] == 1
    assert listed(exam_id="LIST3", since="2026-03-05T00:00:00Z")["total"] == 0
    assert listed(exam_id="LIST3", until="2026-03-05T01:00:00+01:00")["total"] == 1
    assert listed(exam_id="no such exam")["reports"] == []


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 201},
        {"limit": 0},
        {"skip": -1},
        {"risk_classification": "GUILTY"},
        {"since": "yesterday"},
        {"since": "0001-01-01T00:00:00+14:00"},
        {"student_id": "x" * 101},
    ],
)
def test_a_wrong_filter_is_told(client: httpx.Client, query: dict[str, str]) -> None:
    answer = client.get("/api/v1/reports", params=query)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_empty_filter_is_none(client: httpx.Client) -> None:
    whole = client.get("/api/v1/reports").json()
    assert client.get("/api/v1/reports?student_id=&exam_id=&skip=0&limit=10").json() == whole


@pytest.mark.parametrize("path", ["/api/v1/health", "/api/v1/reports", "/docs", "/"])
def test_head_answers_as_get_does_without_a_body(client: httpx.Client, path: str) -> None:
    asked, got = client.head(path), client.get(path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]
    assert client.head("/api/v1/nothing").status_code == 404


def test_a_wrong_method_is_told_the_right_ones(client: httpx.Client) -> None:
    report = client.post(f"/api/v1/reports/{uuid.uuid4()}")
    assert report.status_code == 405
    assert report.headers["allow"] == "DELETE, GET"
    assert report.json()["detail"] == "POST is not possible here, only DELETE, GET."
    assert client.put(PROCESS).headers["allow"] == "POST"
    assert "/docs" in client.get("/api/v2/reports").json()["detail"]


def test_an_erased_report_stays_erased(client: httpx.Client) -> None:
    place = f"/api/v1/reports/{upload(client).json()['report_id']}"
    assert client.delete(place, params={"reason": "asked for"}).status_code == 204
    assert client.get(place).status_code == 404
    assert client.delete(place).status_code == 404


def test_a_picture_is_served_by_the_name_in_the_report_until_it_is_erased(
    client: httpx.Client, services: Bundle
) -> None:
    picture = a_picture()
    report = a_report(exam_id="PICTURES", pictures=(picture,))
    services.reports.keep(report, pictures=[picture], actor="test")
    place = f"/api/v1/reports/{report.report_id}"
    incidents = client.get(place).json()["analysis"]["incidents"]
    (named,) = incidents[0]["evidence"]
    answer = client.get(f"{place}/evidence/{named['name']}")
    assert answer.headers["content-type"] == "image/jpeg"
    assert hashlib.sha256(answer.content).hexdigest() == named["sha256"]
    assert client.get(f"{place}/evidence/..%2Freports.sqlite3").status_code == 404
    assert client.delete(place).status_code == 204
    assert client.get(f"{place}/evidence/{named['name']}").status_code == 404


def test_a_held_exam_is_not_erased(client: httpx.Client, services: Bundle) -> None:
    report_id = upload(client, exam_id="HELD").json()["report_id"]
    services.retention.set(ExamRetention("HELD", None, True, "appeal pending"), actor="test")
    answer = client.delete(f"/api/v1/reports/{report_id}")
    assert answer.status_code == 409
    assert client.get(f"/api/v1/reports/{report_id}").status_code == 200


@pytest.mark.parametrize("path", ["reports/nothing", f"reports/{'0' * 36}", "jobs/nothing"])
def test_what_is_not_there_is_not_found(client: httpx.Client, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        pytest.param(SourceOpenError("It is cut off."), 422, "source-open", id="unusable_video"),
        pytest.param(EngineError("It died twice."), 422, "engine", id="dead_worker"),
        pytest.param(ZeroDivisionError("secret"), 500, "internal", id="bug"),
    ],
)
def test_a_failed_analysis_is_told_to_who_waits(
    client: httpx.Client, services: Bundle, fault: Exception, status: int, kind: str
) -> None:
    services.known.fault = fault
    answer = upload(client)
    assert answer.status_code == status
    assert answer.json()["type"] == f"urn:proctor-desktop:{kind}"
    assert "secret" not in answer.text
    wait_for(lambda: not list((services.settings.folder / "spool").iterdir()))
    assert client.get("/api/v1/health").status_code == 200


def test_health_tells_database_version_model_and_queue(client: httpx.Client) -> None:
    answer = client.get("/api/v1/health")
    assert answer.status_code == 200
    found = answer.json()
    assert found["status"] == "ok"
    assert found["database"] == {"connected": True, "kind": "sqlite"}
    assert found["model"]["version"] == chosen().versions()[library()]
    assert found["queue"].keys() == {"waiting", "running", "capacity"}
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", found["version"])


def test_metrics_count_requests_and_jobs(client: httpx.Client) -> None:
    upload(client)
    text = client.get("/metrics").text
    assert 'proctor_requests_total{method="POST",route="/api/v1/proctoring/process"' in text
    assert 'proctor_jobs{state="done"}' in text
    assert re.search(r"proctor_upload_bytes_total [1-9]", text)


def test_the_documentation_needs_no_other_host(client: httpx.Client) -> None:
    for path in ("/docs", "/redoc"):
        page = client.get(path).text
        loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert loaded
        for place in loaded:
            assert place.startswith("/")
            assert client.get(place).status_code == 200


def test_each_documented_answer_to_an_upload_is_given(own_folder: Path) -> None:
    """R24: a code that is documented is one that can be met."""
    services = bundle(own_folder, QueueOptions(running=1, max_waiting=1), min_rate_kb=64)
    seen = {}
    with served(services) as address, httpx.Client(base_url=address, timeout=30) as one:
        documented = one.get("/openapi.json").json()["paths"][PROCESS]["post"]["responses"]
        form = {"Content-Type": "multipart/form-data; boundary=b"}
        seen[200] = upload(one)
        seen[400] = one.post(PROCESS, content=b"--b\r\nnonsense", headers=form)
        seen[403] = upload(one, {"Origin": "http://evil.example"})
        seen[408] = one.post(PROCESS, content=_trickle(), headers=form)
        seen[413] = one.post(PROCESS, content=b"x" * 9_000_000, headers=form)
        seen[415] = one.post(PROCESS, json={})
        seen[421] = upload(one, {"Host": "evil.example"})
        seen[422] = upload(one, student_id="")
        services.known.lasts = 60.0
        seen[202] = upload(one, {"Prefer": "respond-async"})
        wait_for(lambda: services.queue.counts().get(JobState.RUNNING) == 1)
        with ThreadPoolExecutor(1) as pool, httpx.Client(base_url=address, timeout=30) as other:
            waiting = pool.submit(upload, other)
            wait_for(lambda: services.queue.is_full())
            seen[503] = upload(one)
            with services.database.reading() as connection:
                ids = connection.exec_driver_sql("SELECT id FROM jobs WHERE state = 'queued'")
                services.queue.cancel(ids.scalar_one())
            seen[409] = waiting.result(10)
        services.keys.add("hall")
        seen[401] = upload(one)
    tight = bundle(own_folder / "tight")
    full = replace(tight.settings.keep, min_free_mb=10**9)
    tight.settings = tight.settings.model_copy(update={"keep": full})
    with served(tight) as address, httpx.Client(base_url=address) as one:
        seen[507] = upload(one)
    assert {int(status) for status in documented} == seen.keys()
    assert {status: answer.status_code for status, answer in seen.items()} == {
        status: status for status in seen
    }


def _trickle() -> Iterator[bytes]:
    """A body that begins well and then comes too slowly."""
    yield b'--b\r\nContent-Disposition: form-data; name="video"\r\n\r\n' + VIDEO
    for _ in range(20):
        time.sleep(0.2)
        yield b"x"


def test_the_schema_documents_the_form_and_every_error(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    process = schema["paths"][PROCESS]["post"]
    form = process["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert {"video", "student_id", "exam_id", "calibration_duration"} <= form["properties"].keys()
    assert {"200", "202", "401", "403", "413", "415", "421", "422", "503"} <= process[
        "responses"
    ].keys()
    assert "HTTPValidationError" not in json.dumps(schema)
    example = schema["components"]["schemas"]["ProcessResponse"]["examples"][0]
    assert example.keys() == SUMMARY
