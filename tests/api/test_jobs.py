"""Accepted uploads: durable, cancellable, bounded, and done once."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from proctor_desktop.api.runner import JobRunner
from proctor_desktop.api.spool import Spool
from proctor_desktop.api.work import work_of
from proctor_desktop.domain.errors import DatabaseLockedError, EngineError, StorageError
from proctor_desktop.domain.jobs import Job, JobState
from proctor_desktop.services.jobs import JobQueue, QueueOptions, utc_now
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.storage import migration
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.repositories.jobs import StoredJobs
from proctor_desktop.storage.unit_of_work import Store
from tests.api.serving import FIELDS, VIDEO, Bundle, bundle, served, spooled, wait_for
from tests.storage.samples import a_report

PROCESS = "/api/v1/proctoring/process"
ASYNC = {"Prefer": "respond-async"}


def send(
    address: str, headers: dict[str, str] | None = None, video: bytes = VIDEO, **fields: str
) -> httpx.Response:
    return httpx.post(
        address + PROCESS,
        data=FIELDS | fields,
        files={"video": ("exam.mp4", video)},
        headers=headers,
        timeout=30,
    )


def job_at(address: str, answer: httpx.Response) -> dict[str, object]:
    found: dict[str, object] = httpx.get(address + answer.headers["location"]).json()
    return found


def a_job(services: Bundle, **changes: object) -> Job:
    """A job with its video in the spool, as an earlier process left it."""
    folder = services.settings.folder / "spool"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.monotonic_ns():032x}"
    (folder / f"{name}.video").write_bytes(VIDEO)
    now = utc_now()
    ids = [f"{name[:8]}-{name[8:12]}-{name[12:16]}-{end}-{name[20:]}" for end in ("aaaa", "bbbb")]
    job = Job(ids[0], ids[1], "S", "E", f"{name}.video", "a.mp4", "0" * 64, 9, now, now)
    return replace(job, **changes)  # type: ignore[arg-type]  # fields of a job


def test_an_asynchronous_upload_is_accepted_followed_and_done(own_folder: Path) -> None:
    services = bundle(own_folder)
    services.known.lasts = 2.0
    with served(services) as address:
        answer = send(address, ASYNC)
        assert answer.status_code == 202
        assert answer.headers["location"] == f"/api/v1/jobs/{answer.json()['job_id']}"
        with httpx.stream("GET", address + answer.headers["location"] + "/events") as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            lines = [line for line in stream.iter_lines() if line.startswith("data: ")]
        seen = [json.loads(line.removeprefix("data: ")) for line in lines]
        shares = [one["progress"] for one in seen]
        assert shares == sorted(shares)
        assert any(0 < share < 1 for share in shares)
        assert seen[-1]["state"] == "done"
        report = httpx.get(f"{address}/api/v1/reports/{seen[-1]['report_id']}")
        assert report.json()["student_id"] == "STU123456"
        wait_for(lambda: spooled(services) == [])


def test_cancelling_ends_a_waiting_job_at_once_and_a_running_one_soon(own_folder: Path) -> None:
    services = bundle(own_folder, QueueOptions(running=1))
    services.known.lasts = 60.0
    with served(services) as address:
        running, waiting = send(address, ASYNC), send(address, ASYNC)
        wait_for(lambda: job_at(address, running)["state"] == "running")
        cancelled = httpx.delete(address + waiting.headers["location"]).json()
        assert cancelled["state"] == "cancelled"
        assert httpx.delete(address + running.headers["location"]).json()["cancel_requested"]
        wait_for(lambda: job_at(address, running)["state"] == "cancelled")
        assert httpx.delete(address + running.headers["location"]).json()["state"] == "cancelled"
        assert services.reports.page().total == 0


def test_who_waits_for_a_cancelled_job_is_told(own_folder: Path) -> None:
    services = bundle(own_folder)
    services.known.lasts = 60.0
    with served(services) as address, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(send, address)
        wait_for(lambda: services.queue.counts().get(JobState.RUNNING) == 1)
        job_id = _only_job(services)
        httpx.delete(f"{address}/api/v1/jobs/{job_id}")
        assert waiting.result(10).status_code == 409


def _only_job(services: Bundle) -> str:
    with services.database.reading() as connection:
        found: str = connection.exec_driver_sql("SELECT id FROM jobs").scalar_one()
    return found


def test_a_full_queue_sends_away_with_a_time_to_come_back(own_folder: Path) -> None:
    services = bundle(own_folder, QueueOptions(running=1, max_waiting=2))
    services.known.lasts = 60.0
    with served(services) as address:
        first = send(address, ASYNC)
        wait_for(lambda: job_at(address, first)["state"] == "running")
        accepted = [send(address, ASYNC).status_code for _ in range(2)]
        refused = send(address, ASYNC)
        assert accepted == [202, 202]
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) > 0
        assert len(spooled(services)) == 3


def test_the_same_key_and_content_is_one_job(own_folder: Path) -> None:
    services = bundle(own_folder)
    key = {"Idempotency-Key": "exam-hall-3/17"}
    with served(services) as address:
        first, again = send(address, key), send(address, key)
        other = send(address, key, video=VIDEO + b"!")
        other_field = send(address, key, exam_id="EXAM002")
        without = send(address)
    assert first.json() == again.json()
    assert (other.status_code, other_field.status_code) == (422, 422)
    assert other.json()["type"] == "urn:proctor-desktop:key-reused"
    assert without.json()["report_id"] != first.json()["report_id"]
    assert len(services.known.seen) == 2
    assert spooled(services) == []


def test_twenty_racing_repeats_of_one_upload_are_one_job(own_folder: Path) -> None:
    services = bundle(own_folder)
    services.known.lasts = 0.5
    with served(services) as address, ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: send(address, {"Idempotency-Key": "one"}), range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["report_id"] for answer in answers}) == 1
    assert len(services.known.seen) == 1
    assert spooled(services) == []


@pytest.mark.parametrize("key", ["", "x" * 201, "two words"])
def test_an_unusable_idempotency_key_is_told(address: str, key: str) -> None:
    assert send(address, {"Idempotency-Key": key}).status_code == 422


def test_a_job_of_a_dead_process_is_taken_over(own_folder: Path) -> None:
    services = bundle(own_folder)
    job = services.queue.submit(a_job(services))
    long_ago = utc_now() - timedelta(minutes=5)
    dead = JobQueue(StoredJobs(services.database), QueueOptions(), clock=lambda: long_ago)
    assert dead.claim("dead worker") is not None
    with served(services):
        wait_for(lambda: services.queue.get(job.id).state is JobState.DONE)
    assert services.queue.get(job.id).attempts == 2
    assert services.reports.get(job.report_id).student_id == "S"


def test_a_death_between_report_and_done_makes_no_second_report(own_folder: Path) -> None:
    services = bundle(own_folder)
    job = services.queue.submit(a_job(services))
    spool = Spool(own_folder / "spool", min_free_mb=1)
    work_of(services, spool)(job, lambda share: None, threading.Event())
    with served(services):
        wait_for(lambda: services.queue.get(job.id).state is JobState.DONE)
    assert len(services.known.seen) == 1
    assert services.reports.page().total == 1


def test_a_job_that_kills_its_worker_each_time_fails_with_a_sentence(own_folder: Path) -> None:
    services = bundle(own_folder)
    job = services.queue.submit(a_job(services, attempts=QueueOptions().max_attempts))
    with served(services):
        wait_for(lambda: services.queue.get(job.id).state is JobState.FAILED)
    assert "interrupted 3 times" in (services.queue.get(job.id).error or "")
    assert services.known.seen == []


def test_a_stopped_server_puts_its_work_back(own_folder: Path) -> None:
    services = bundle(own_folder)
    services.known.lasts = 60.0
    with served(services) as address:
        job_id = send(address, ASYNC).json()["job_id"]
        wait_for(lambda: services.queue.get(job_id).state is JobState.RUNNING)
    after = bundle(own_folder)
    assert after.queue.get(job_id).state is JobState.QUEUED
    assert after.queue.get(job_id).attempts == 0
    with served(after):
        wait_for(lambda: after.queue.get(job_id).state is JobState.DONE)


def test_a_video_that_vanished_fails_its_job_alone(own_folder: Path) -> None:
    services = bundle(own_folder)
    lost, good = (services.queue.submit(a_job(services)) for _ in range(2))
    (own_folder / "spool" / lost.video).unlink()
    with served(services):
        wait_for(lambda: services.queue.get(good.id).state is JobState.DONE)
        wait_for(lambda: services.queue.get(lost.id).state is JobState.FAILED)
    assert "Send it again" in (services.queue.get(lost.id).error or "")


def test_twenty_dead_decoders_are_twenty_failed_jobs(own_folder: Path) -> None:
    """R21, with an engine that says what it says when its child was killed."""
    services = bundle(own_folder)
    services.known.fault = EngineError("The worker process died twice. Try the video again.")
    with served(services) as address:
        answers = [send(address) for _ in range(20)]
        assert [answer.status_code for answer in answers] == [422] * 20
        assert httpx.get(address + "/api/v1/health").status_code == 200
        wait_for(lambda: spooled(services) == [])
    assert services.queue.counts() == {JobState.FAILED: 20}


def test_a_database_that_is_away_for_a_moment_costs_an_attempt_not_the_job(
    own_folder: Path,
) -> None:
    services = bundle(own_folder, QueueOptions(lease_sec=0.5))
    faults: list[StorageError] = [DatabaseLockedError("Another program holds the database.")]

    def fail_once(_: object) -> None:
        if faults:
            raise faults.pop()

    services.known.before = fail_once
    with served(services) as address:
        assert send(address).status_code == 200
    assert len(services.known.seen) == 2


def test_a_lost_lease_keeps_its_hands_off_the_job(own_folder: Path) -> None:
    """A process that slept past its lease must not end a job that another one holds."""
    services = bundle(own_folder)
    job = services.queue.submit(a_job(services))
    began, go_on = threading.Event(), threading.Event()

    def work(_job: Job, _progress: object, _cancelled: object) -> None:
        began.set()
        go_on.wait(10)

    runner = JobRunner(services.queue, work, Spool(own_folder / "spool", min_free_mb=1))
    runner.start()
    assert began.wait(5)
    later = utc_now() + timedelta(seconds=QueueOptions().lease_sec + 1)
    thief = JobQueue(StoredJobs(services.database), QueueOptions(), clock=lambda: later)
    assert thief.claim("another process") is not None
    go_on.set()
    runner.stop()
    now = services.queue.get(job.id)
    assert (now.state, now.owner) == (JobState.RUNNING, "another process")
    assert (own_folder / "spool" / job.video).exists()


def test_a_starting_server_erases_what_is_due_and_backs_up(own_folder: Path) -> None:
    services = bundle(own_folder)
    services.upkeep = UpkeepService(Store(services.database), services.retention)
    services.reports.keep(a_report(exam_id="OLD"), actor="test")
    services.retention.set(ExamRetention("OLD", 1, False, "the exam is over"), actor="test")
    with served(services):
        wait_for(lambda: services.reports.page().total == 0)
        wait_for(lambda: bool(migration.backups(own_folder / "reports.sqlite3")))


def test_one_process_at_a_time_does_the_upkeep(own_folder: Path) -> None:
    first, second = (Spool(own_folder / "spool", min_free_mb=1) for _ in range(2))
    with first.alone() as is_alone, second.alone() as is_also:
        assert (is_alone, is_also) == (True, False)
    with second.alone() as is_alone:
        assert is_alone


def test_health_is_unavailable_while_the_database_is_away(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = bundle(own_folder)

    def away() -> str:
        raise StorageError("The database does not answer. Start it again.")

    with served(services) as address:
        monkeypatch.setattr(Bundle, "database_kind", lambda self: away())
        answer = httpx.get(address + "/api/v1/health")
        assert answer.status_code == 503
        assert answer.json()["database"]["connected"] is False
        monkeypatch.undo()
        assert httpx.get(address + "/api/v1/health").status_code == 200
