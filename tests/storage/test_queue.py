"""Jobs and keys of the REST service, the same on every database."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from proctor_desktop.domain.errors import (
    KeyReusedError,
    NotFoundError,
    QueueFullError,
    SettingsError,
)
from proctor_desktop.domain.jobs import ApiKey, IdempotencyKey, Job, JobState
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.jobs import StoredJobs
from proctor_desktop.storage.repositories.keys import StoredApiKeys
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.samples import NOW

LATER = NOW + timedelta(seconds=20)


@pytest.fixture
def jobs(any_database: Database) -> StoredJobs:
    return StoredJobs(any_database)


def a_job(number: int = 1) -> Job:
    name = f"{number:08d}-0000-0000-0000-000000000000"
    return Job(
        name, name, "STU1", "EXAM1", f"{number}.mp4", "seat 12.mp4", "ab" * 32, 1000, NOW, NOW,
        options={"calibration.duration_sec": 8.0},
    )  # fmt: skip


def add(jobs: StoredJobs, job: Job, key: IdempotencyKey | None = None) -> Job:
    return jobs.add(job, key, now=NOW, max_waiting=5)


def claim(jobs: StoredJobs, owner: str, running: int = 9) -> Job | None:
    return jobs.claim(owner, now=NOW, lease_until=LATER, running=running)


def test_a_job_comes_back_as_it_was(jobs: StoredJobs) -> None:
    job = a_job()
    assert add(jobs, job) == job
    assert jobs.get(job.id) == job
    with pytest.raises(NotFoundError):
        jobs.get(a_job(2).id)


def test_the_oldest_job_is_claimed_first_and_by_one_worker_only(jobs: StoredJobs) -> None:
    add(jobs, a_job(2))
    add(jobs, a_job(1))
    first, second, third = claim(jobs, "a"), claim(jobs, "b"), claim(jobs, "c")
    assert first is not None
    assert second is not None
    assert (first.id, second.id, third) == (a_job(2).id, a_job(1).id, None)
    assert (first.state, first.owner, first.attempts) == (JobState.RUNNING, "a", 1)


def test_workers_that_claim_at_once_never_get_the_same_job(jobs: StoredJobs) -> None:
    for number in range(5):
        add(jobs, a_job(number))
    got: list[Job | None] = []
    threads = [
        threading.Thread(target=lambda name=str(number): got.append(claim(jobs, name)))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = [job.id for job in got if job is not None]
    assert len(got) == 8
    assert sorted(ids) == sorted(set(ids))
    assert len(ids) == 5


def test_no_more_jobs_run_than_are_allowed(jobs: StoredJobs) -> None:
    add(jobs, a_job(1))
    add(jobs, a_job(2))
    assert claim(jobs, "a", running=1) is not None
    assert claim(jobs, "b", running=1) is None


def test_a_dead_workers_job_is_taken_over_and_the_dead_one_may_not_finish_it(
    jobs: StoredJobs,
) -> None:
    add(jobs, a_job())
    first = claim(jobs, "a")
    assert first is not None
    after = LATER + timedelta(seconds=1)
    again = jobs.claim("b", now=after, lease_until=after + timedelta(seconds=20), running=1)
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 2)
    assert not jobs.finish(first.id, "a", JobState.DONE, now=after)
    assert jobs.renew(first.id, "a", now=after, lease_until=after, progress=0.5) is None
    assert jobs.finish(first.id, "b", JobState.DONE, now=after)
    done = jobs.get(first.id)
    assert (done.state, done.progress, done.owner) == (JobState.DONE, 1.0, None)


def test_a_lease_of_a_clock_that_ran_a_year_ahead_holds_nothing_up(jobs: StoredJobs) -> None:
    add(jobs, a_job())
    ahead = NOW + timedelta(days=365)
    stuck = jobs.claim("a", now=ahead, lease_until=ahead + timedelta(seconds=20), running=1)
    assert stuck is not None
    again = claim(jobs, "b", running=1)
    assert again is not None
    assert (again.id, again.owner) == (stuck.id, "b")
    assert claim(jobs, "c", running=9) is None, "now it is held"


def test_a_lease_is_renewed_with_the_progress(jobs: StoredJobs) -> None:
    add(jobs, a_job())
    claim(jobs, "a")
    later = LATER + timedelta(seconds=20)
    renewed = jobs.renew(a_job().id, "a", now=LATER, lease_until=later, progress=0.25)
    assert renewed is not None
    assert (renewed.progress, renewed.lease_until) == (0.25, later)
    assert jobs.release(a_job().id, "a", now=LATER)
    assert jobs.get(a_job().id).state is JobState.QUEUED


def test_a_full_queue_refuses(jobs: StoredJobs) -> None:
    for number in range(5):
        add(jobs, a_job(number))
    with pytest.raises(QueueFullError):
        add(jobs, a_job(9))


def test_the_same_key_with_the_same_content_is_the_same_job(jobs: StoredJobs) -> None:
    key = IdempotencyKey("retry-1", "caller", "aa" * 32, NOW + timedelta(hours=24))
    first = add(jobs, a_job(1), key)
    assert add(jobs, a_job(2), key).id == first.id
    assert add(jobs, a_job(3), replace(key, caller="other")).id == a_job(3).id
    with pytest.raises(KeyReusedError):
        add(jobs, a_job(4), replace(key, fingerprint="bb" * 32))
    tomorrow = NOW + timedelta(hours=25)
    fresh = replace(key, expires_at=tomorrow + timedelta(hours=24))
    assert jobs.add(a_job(5), fresh, now=tomorrow, max_waiting=5).id == a_job(5).id


def test_cancelling_ends_a_waiting_job_and_marks_a_running_one(jobs: StoredJobs) -> None:
    add(jobs, a_job(1))
    add(jobs, a_job(2))
    claim(jobs, "a")
    assert jobs.request_cancel(a_job(1).id, now=NOW).cancel_requested
    assert jobs.get(a_job(1).id).state is JobState.RUNNING
    assert jobs.request_cancel(a_job(2).id, now=NOW).state is JobState.CANCELLED
    assert jobs.counts() == {JobState.RUNNING: 1, JobState.CANCELLED: 1}
    assert jobs.videos() == {"1.mp4"}


def test_old_jobs_are_forgotten(jobs: StoredJobs) -> None:
    add(jobs, a_job(1))
    add(jobs, a_job(2))
    jobs.request_cancel(a_job(1).id, now=NOW)
    assert jobs.purge(NOW) == 0
    assert jobs.purge(NOW + timedelta(days=1)) == 1
    with pytest.raises(NotFoundError):
        jobs.get(a_job(1).id)


def test_keys_are_listed_oldest_first_and_revoked_by_name(any_database: Database) -> None:
    store = Store(any_database)
    keys = StoredApiKeys(store)
    first = ApiKey("hall", "0" * 12, "$argon2id$...", NOW)
    second = ApiKey("desk", "1" * 12, "$argon2id$...", NOW + timedelta(seconds=1))
    keys.add(second)
    keys.add(first)
    assert keys.list() == [first, second]
    with pytest.raises(SettingsError, match="hall"):
        keys.add(replace(first, key_id="2" * 12))
    keys.revoke("hall", now=LATER)
    assert keys.list()[0].revoked_at == LATER
    with pytest.raises(NotFoundError):
        keys.revoke("hall", now=LATER)
    keys.add(replace(first, key_id="2" * 12))
    with store.reading() as unit:
        told = [(entry.action, entry.subject) for entry in unit.audit.entries()]
    assert told == [
        ("key_made", "desk"),
        ("key_made", "hall"),
        ("key_revoked", "hall"),
        ("key_made", "hall"),
    ]
