"""The same calls over a real MySQL server, also while it is away."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from proctor_desktop.domain.jobs import JobState
from proctor_desktop.services.jobs import QueueOptions
from proctor_desktop.storage.database import Database
from tests.api.serving import FIELDS, VIDEO, Bundle, bundle, served, spooled, wait_for
from tests.api.test_contract import SUMMARY
from tests.conftest import StartServer
from tests.servers import DatabaseServer

pytestmark = pytest.mark.server
PROCESS = "/api/v1/proctoring/process"


@pytest.fixture(scope="module")
def server(server_kind: str, start_server: StartServer) -> DatabaseServer:
    return start_server(server_kind)


@pytest.fixture
def central(own_folder: Path, server: DatabaseServer) -> Bundle:
    options = server.database("served")
    return bundle(own_folder, QueueOptions(lease_sec=2.0), Database.server(options))


def send(address: str, headers: dict[str, str] | None = None, **fields: str) -> httpx.Response:
    return httpx.post(
        address + PROCESS,
        data=FIELDS | fields,
        files={"video": ("exam.mp4", VIDEO)},
        headers=headers,
        timeout=60,
    )


def test_every_call_of_the_contract_works_on_a_server(central: Bundle) -> None:
    with served(central) as address, httpx.Client(base_url=address, timeout=30) as client:
        summary = send(address).json()
        assert summary.keys() == SUMMARY
        place = f"/api/v1/reports/{summary['report_id']}"
        report = client.get(place).json()
        assert {name: report[name] for name in SUMMARY} == summary
        assert (
            client.get("/api/v1/reports", params={"student_id": "STU123456"}).json()["total"] == 1
        )
        assert (
            client.get("/api/v1/reports", params={"student_id": "stu123456"}).json()["total"] == 0
        )
        assert client.get("/api/v1/health").json()["database"]["kind"] in ("mysql", "mariadb")
        assert client.get("/").status_code == 200
        assert client.delete(place).status_code == 204
        assert client.get(place).status_code == 404
        key = central.keys.add("hall")
        assert client.get("/api/v1/reports").status_code == 401
        shown = {"Authorization": f"Bearer {key}"}
        assert client.get("/api/v1/reports", headers=shown).status_code == 200


def test_racing_uploads_are_each_done_once_on_a_server(central: Bundle) -> None:
    with served(central) as address, ThreadPoolExecutor(8) as pool:
        keys = [f"seat-{number % 4}" for number in range(12)]
        answers = list(pool.map(lambda key: send(address, {"Idempotency-Key": key}), keys))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["report_id"] for answer in answers}) == 4
    assert len(central.known.seen) == 4
    assert spooled(central) == []


def test_a_server_that_dies_and_returns_costs_no_accepted_recording(
    central: Bundle, server: DatabaseServer
) -> None:
    central.known.lasts = 2.0
    with served(central) as address:
        place = send(address, {"Prefer": "respond-async"}).headers["location"]
        wait_for(lambda: central.queue.counts().get(JobState.RUNNING) == 1)
        server.kill()
        assert httpx.get(address + "/api/v1/health", timeout=30).status_code == 503
        assert send(address).status_code == 503
        server.start()
        wait_for(lambda: httpx.get(address + "/api/v1/health").status_code == 200)
        wait_for(lambda: httpx.get(address + place).json()["state"] == "done")
    assert central.reports.page().total == 1
