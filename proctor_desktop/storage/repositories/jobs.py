"""The queue of accepted recordings; each call is one transaction of its own."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.errors import KeyReusedError, NotFoundError, QueueFullError
from proctor_desktop.domain.jobs import IdempotencyKey, Job, JobState
from proctor_desktop.report.document import canonical
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.sql import add_missing, upsert

_LOCK = "job_queue"
_FINAL = [state.value for state in JobState if state.is_final]
_JOBS = schema.jobs
_KEYS = schema.idempotency_keys


class StoredJobs:
    """Jobs and the idempotency keys that stand for them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job: Job, key: IdempotencyKey | None, *, now: datetime, max_waiting: int) -> Job:
        """Keep a job and answer it, or answer the one that ``key`` stands for already.

        Raises:
            QueueFullError: ``max_waiting`` jobs are queued.
            KeyReusedError: the key stands for a job with another fingerprint.
        """
        with self._queue_locked() as connection:
            earlier = None if key is None else _promised(connection, key, now)
            if earlier is not None:
                return earlier
            waiting = connection.execute(
                sa.select(sa.func.count())
                .select_from(_JOBS)
                .where(_JOBS.c.state == JobState.QUEUED.value)
            ).scalar_one()
            if waiting >= max_waiting:
                raise QueueFullError(
                    f"{waiting} recordings are waiting already. Send this one again in a minute."
                )
            connection.execute(sa.insert(_JOBS).values(_row(job)))
            if key is not None:
                upsert(connection, _KEYS, [_key_row(key, job.id)])
            return job

    def get(self, job_id: str) -> Job:
        """The job as it is now.

        Raises:
            NotFoundError: there is none.
        """
        with self._database.reading() as connection:
            return _get(connection, job_id)

    def claim(
        self, owner: str, *, now: datetime, lease_until: datetime, running: int
    ) -> Job | None:
        """Take the oldest job that is queued, or running with a lease that ended before ``now``.

        A lease that lies further ahead than one can be was given by a clock that ran ahead, and
        counts as ended; three lengths are let pass, for services on several computers.

        No two callers get the same job. Answers None when nothing waits, or when ``running`` jobs
        with a lease beyond ``now`` exist. The answer is RUNNING, owned, with one attempt more.
        """
        is_running = _JOBS.c.state == JobState.RUNNING.value
        is_held = _JOBS.c.lease_until.between(now, lease_until + 2 * (lease_until - now))
        free = sa.or_(_JOBS.c.state == JobState.QUEUED.value, sa.and_(is_running, sa.not_(is_held)))
        with self._queue_locked() as connection:
            held = connection.execute(
                sa.select(sa.func.count()).select_from(_JOBS).where(is_running, is_held)
            ).scalar_one()
            if held >= running:
                return None
            job_id = connection.execute(
                sa.select(_JOBS.c.id).where(free).order_by(_JOBS.c.number).limit(1)
            ).scalar_one_or_none()
            if job_id is None:
                return None
            connection.execute(
                sa.update(_JOBS)
                .where(_JOBS.c.id == job_id)
                .values(
                    state=JobState.RUNNING.value,
                    owner=owner,
                    lease_until=lease_until,
                    attempts=_JOBS.c.attempts + 1,
                    updated_at=now,
                )
            )
            return _get(connection, job_id)

    def renew(
        self, job_id: str, owner: str, *, now: datetime, lease_until: datetime, progress: float
    ) -> Job | None:
        """Prolong a lease and note the progress; None when ``owner`` no longer holds the job."""
        with self._database.writing() as connection:
            if not _holds(connection, job_id, owner):
                return None
            _change(connection, job_id, lease_until=lease_until, progress=progress, updated_at=now)
            return _get(connection, job_id)

    def finish(
        self,
        job_id: str,
        owner: str,
        state: JobState,
        *,
        now: datetime,
        error_kind: str | None = None,
        error: str | None = None,
    ) -> bool:
        """Make a job final; False when ``owner`` no longer holds it and nothing was changed."""
        with self._database.writing() as connection:
            if not _holds(connection, job_id, owner):
                return False
            changes: dict[str, object] = {"progress": 1.0} if state is JobState.DONE else {}
            _change(
                connection,
                job_id,
                state=state.value,
                owner=None,
                lease_until=None,
                error_kind=error_kind,
                error=error,
                updated_at=now,
                finished_at=now,
                **changes,
            )
            return True

    def release(self, job_id: str, owner: str, *, now: datetime) -> bool:
        """Put a held job back into the queue (its worker is shutting down).

        The attempt does not count: nothing went wrong.
        """
        with self._database.writing() as connection:
            if not _holds(connection, job_id, owner):
                return False
            _change(
                connection,
                job_id,
                state=JobState.QUEUED.value,
                owner=None,
                lease_until=None,
                progress=0.0,
                attempts=_JOBS.c.attempts - 1,
                updated_at=now,
            )
            return True

    def request_cancel(self, job_id: str, *, now: datetime) -> Job:
        """Cancel a queued job at once, mark a running one; a final one stays as it is.

        Raises:
            NotFoundError: there is no such job.
        """
        with self._queue_locked() as connection:
            job = _get(connection, job_id)
            if job.state is JobState.QUEUED:
                _change(
                    connection,
                    job_id,
                    state=JobState.CANCELLED.value,
                    cancel_requested=True,
                    updated_at=now,
                    finished_at=now,
                )
            elif not job.state.is_final:
                _change(connection, job_id, cancel_requested=True, updated_at=now)
            return _get(connection, job_id)

    def counts(self) -> Mapping[JobState, int]:
        """How many jobs are in each state."""
        with self._database.reading() as connection:
            rows = connection.execute(
                sa.select(_JOBS.c.state, sa.func.count()).group_by(_JOBS.c.state)
            )
            return {JobState(state): count for state, count in rows}

    def videos(self) -> set[str]:
        """File names of all jobs that are not final."""
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(_JOBS.c.video).where(_JOBS.c.state.not_in(_FINAL)))
            return set(rows.scalars())

    def purge(self, before: datetime) -> int:
        """Forget final jobs finished before that time and keys expired by then; how many jobs."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(_KEYS).where(_KEYS.c.expires_at < before))
            gone = connection.execute(
                sa.delete(_JOBS).where(_JOBS.c.state.in_(_FINAL), _JOBS.c.finished_at < before)
            )
            return gone.rowcount

    @contextmanager
    def _queue_locked(self) -> Iterator[sa.Connection]:
        """A writing transaction that is alone with the queue; SQLite has one writer anyway."""
        with self._database.writing() as connection:
            if not self._database.is_local:
                _lock_queue(connection)
            yield connection


def forget_jobs(connection: sa.Connection, report_ids: Sequence[str]) -> None:
    """Remove who and what the jobs of erased reports were about; the jobs stay."""
    connection.execute(
        sa.update(_JOBS)
        .where(_JOBS.c.report_id.in_(report_ids))
        .values(student_id="", exam_id="", video_name="", options="{}", error=None)
    )


def _lock_queue(connection: sa.Connection) -> None:
    """Hold the queue's row until the transaction ends.

    The row is made only where it is missing: an insert that finds it takes a shared lock, and two
    of those wait for each other's end for ever.
    """
    facts = schema.store_facts
    lock = sa.select(facts.c.name).where(facts.c.name == _LOCK).with_for_update()
    if connection.execute(lock).first() is None:
        add_missing(connection, facts, [{"name": _LOCK, "value": ""}])
        connection.execute(lock)


def _promised(connection: sa.Connection, key: IdempotencyKey, now: datetime) -> Job | None:
    row = connection.execute(
        sa.select(_KEYS.c.fingerprint, _KEYS.c.job_id).where(
            _KEYS.c.caller == key.caller,
            _KEYS.c.idempotency_key == key.key,
            _KEYS.c.expires_at > now,
        )
    ).one_or_none()
    if row is None:
        return None
    if row.fingerprint != key.fingerprint:
        raise KeyReusedError(
            "This idempotency key came with other content before. Use a new key for a new request."
        )
    return _get(connection, row.job_id)


def _get(connection: sa.Connection, job_id: str) -> Job:
    row = connection.execute(sa.select(_JOBS).where(_JOBS.c.id == job_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no job {job_id}.")
    values = {entry.name: row._mapping[entry.name] for entry in fields(Job)}
    return Job(**values | {"options": json.loads(row.options), "state": JobState(row.state)})


def _holds(connection: sa.Connection, job_id: str, owner: str) -> bool:
    """Whether ``owner`` runs the job; the row is locked until the transaction ends."""
    found = connection.execute(
        sa.select(_JOBS.c.id)
        .where(
            _JOBS.c.id == job_id,
            _JOBS.c.owner == owner,
            _JOBS.c.state == JobState.RUNNING.value,
        )
        .with_for_update()
    )
    return found.first() is not None


def _change(connection: sa.Connection, job_id: str, **changes: object) -> None:
    connection.execute(sa.update(_JOBS).where(_JOBS.c.id == job_id).values(**changes))


def _row(job: Job) -> dict[str, Any]:
    values = {entry.name: getattr(job, entry.name) for entry in fields(Job)}
    return values | {"options": canonical(dict(job.options)), "state": job.state.value}


def _key_row(key: IdempotencyKey, job_id: str) -> dict[str, Any]:
    return {
        "caller": key.caller,
        "idempotency_key": key.key,
        "fingerprint": key.fingerprint,
        "job_id": job_id,
        "expires_at": key.expires_at,
    }
