"""Accepted recordings that are analysed later: handing in, claiming, cancelling, tidying.

The queue lives in the database, so that several server processes share it and a restart loses
nothing. Whoever works on a job holds a lease and renews it; a lease that ran out belongs to a
process that died, and the job may be claimed again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Annotated, Protocol

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc

from proctor_desktop.domain.jobs import IdempotencyKey, Job, JobState


@dataclass(frozen=True, slots=True)
class QueueOptions:
    """How much work is accepted and how much of it runs at once."""

    max_waiting: Annotated[
        int, Ge(1), Le(10_000), Doc("Uploads that may wait before new ones are refused.")
    ] = 100
    running: Annotated[
        int, Ge(1), Le(256), Doc("Analyses that run at once, over all server processes.")
    ] = 2
    lease_sec: Annotated[
        float, Gt(0), Le(600), Doc("Seconds after which the work of a dead process is taken over.")
    ] = 20.0
    max_attempts: Annotated[
        int, Ge(1), Le(20), Doc("How often an interrupted analysis is begun anew.")
    ] = 3
    keep_hours: Annotated[
        float, Gt(0), Le(8760), Doc("Hours for which a finished job can still be asked about.")
    ] = 168.0
    idempotency_hours: Annotated[
        float, Gt(0), Le(720), Doc("Hours for which an idempotency key is remembered.")
    ] = 24.0


class JobStore(Protocol):
    """The queue in the database; every call is one transaction of its own."""

    def add(self, job: Job, key: IdempotencyKey | None, *, now: datetime, max_waiting: int) -> Job:
        """Keep a job and answer it, or answer the one that ``key`` stands for already.

        Raises:
            QueueFullError: ``max_waiting`` jobs are queued.
            KeyReusedError: the key stands for a job with another fingerprint.
        """

    def get(self, job_id: str) -> Job:
        """The job as it is now; `NotFoundError` when there is none."""

    def claim(
        self, owner: str, *, now: datetime, lease_until: datetime, running: int
    ) -> Job | None:
        """Take the oldest job that is queued, or running with a lease that ended before ``now``.

        No two callers get the same job. Answers None when nothing waits, or when ``running`` jobs
        with a lease beyond ``now`` exist. The answer is RUNNING, owned, with one attempt more.
        """

    def renew(
        self, job_id: str, owner: str, *, now: datetime, lease_until: datetime, progress: float
    ) -> Job | None:
        """Prolong a lease and note the progress; None when ``owner`` no longer holds the job."""

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

    def release(self, job_id: str, owner: str, *, now: datetime) -> bool:
        """Put a held job back into the queue (its worker is shutting down).

        The attempt does not count.
        """

    def request_cancel(self, job_id: str, *, now: datetime) -> Job:
        """Cancel a queued job at once, mark a running one; a final one stays as it is."""

    def counts(self) -> Mapping[JobState, int]:
        """How many jobs are in each state; states without jobs may be left out."""

    def videos(self) -> set[str]:
        """File names of all jobs that are not final."""

    def purge(self, before: datetime) -> int:
        """Forget final jobs finished before that time and keys expired by then; how many jobs."""


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(timezone.utc)


class JobQueue:
    """What a server does with its queue."""

    def __init__(
        self,
        store: JobStore,
        options: QueueOptions,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._clock = clock
        self.options = options

    def submit(self, job: Job, key: IdempotencyKey | None = None) -> Job:
        """Accept a job, or answer the earlier one that the key stands for.

        Raises:
            QueueFullError: too much is waiting.
            KeyReusedError: the key came with other content before.
        """
        return self._store.add(job, key, now=self._clock(), max_waiting=self.options.max_waiting)

    def idempotency(self, key: str, caller: str, fingerprint: str) -> IdempotencyKey:
        """The key with the time until which it is remembered."""
        expires = self._clock() + timedelta(hours=self.options.idempotency_hours)
        return IdempotencyKey(key, caller, fingerprint, expires)

    def get(self, job_id: str) -> Job:
        """The job as it is now; `NotFoundError` when there is none."""
        return self._store.get(job_id)

    def cancel(self, job_id: str) -> Job:
        """Stop a job; a running one ends within seconds."""
        return self._store.request_cancel(job_id, now=self._clock())

    def waiting(self) -> int:
        """How many jobs nobody has begun with."""
        return self._store.counts().get(JobState.QUEUED, 0)

    def counts(self) -> Mapping[JobState, int]:
        """How many jobs are in each state."""
        return self._store.counts()

    def is_full(self) -> bool:
        """Whether the next job would be refused."""
        return self.waiting() >= self.options.max_waiting

    def claim(self, owner: str) -> Job | None:
        """The next job for ``owner``, held by a lease that `renew` prolongs."""
        now = self._clock()
        return self._store.claim(
            owner, now=now, lease_until=self._lease_end(now), running=self.options.running
        )

    def renew(self, job: Job, owner: str, progress: float) -> Job | None:
        """Prolong the lease; None when the job was taken over by somebody else."""
        now = self._clock()
        return self._store.renew(
            job.id, owner, now=now, lease_until=self._lease_end(now), progress=progress
        )

    def finish(
        self,
        job: Job,
        owner: str,
        state: JobState,
        error_kind: str | None = None,
        error: str | None = None,
    ) -> bool:
        """Make a held job final; False when it was taken over meanwhile."""
        return self._store.finish(
            job.id, owner, state, now=self._clock(), error_kind=error_kind, error=error
        )

    def release(self, job: Job, owner: str) -> bool:
        """Put a held job back for another worker."""
        return self._store.release(job.id, owner, now=self._clock())

    def videos(self) -> set[str]:
        """Names of the spooled files that are still needed."""
        return self._store.videos()

    def purge(self) -> int:
        """Forget jobs that ended long ago; answers how many."""
        return self._store.purge(self._clock() - timedelta(hours=self.options.keep_hours))

    def _lease_end(self, now: datetime) -> datetime:
        return now + timedelta(seconds=self.options.lease_sec)
