"""Works off the shared queue in the background of a server process.

One thread is the heart: it claims jobs, renews the leases of those that run here and hears of
wishes to cancel. Each job runs in a thread of its own, which mostly waits for the engine's
processes. A process that dies takes nothing along: its leases run out and others claim the jobs.
"""

import logging
import os
import socket
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from proctor_desktop.api.logs import REQUEST_ID
from proctor_desktop.api.metrics import METRICS
from proctor_desktop.api.spool import Spool
from proctor_desktop.domain.errors import (
    AnalysisCancelled,
    ProctorError,
    ServerUnreachableError,
    StorageError,
)
from proctor_desktop.domain.jobs import Job, JobState
from proctor_desktop.services.jobs import JobQueue

logger = logging.getLogger(__name__)

Work = Callable[[Job, Callable[[float], None], threading.Event], None]
"""Analyses a job's video and keeps the report under the job's report id, once and for all.

It may be called again for a job whose report is kept already, and then does nothing.
"""

_AWAY = (StorageError, ServerUnreachableError)
"""The database did not take it, the file or the server: worth another try."""

_BEAT_SEC = 1.0
_TIDY_SEC = 300.0
_UPKEEP_SEC = 24 * 3600.0
_STOP_SEC = 20.0


@dataclass(eq=False)
class _Running:
    """A job that runs in this process."""

    job: Job
    progress: float = 0.0
    cancelled: threading.Event = field(default_factory=threading.Event)
    is_lost: bool = False
    thread: threading.Thread | None = None

    def note(self, share: float) -> None:
        """Remember how far it is, for the next beat."""
        self.progress = max(self.progress, min(1.0, share))


class JobRunner:
    """The background of one server process."""

    def __init__(
        self,
        queue: JobQueue,
        work: Work,
        spool: Spool,
        upkeep: Callable[[], None] = lambda: None,
    ) -> None:
        self._queue = queue
        self._work = work
        self._spool = spool
        self._upkeep = upkeep
        self._owner = f"{socket.gethostname()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"
        self._running: dict[str, _Running] = {}
        self._wake = threading.Event()
        self._stopping = False
        self._tidied_at = self._kept_up_at = float("-inf")
        self._heart = threading.Thread(target=self._beat, name="job-heart", daemon=True)

    def start(self) -> None:
        """Begin to claim jobs."""
        self._heart.start()

    def wake(self) -> None:
        """Look for a job now and not at the next beat."""
        self._wake.set()

    def stop(self) -> None:
        """Stop the running jobs and put them back, so that they begin anew after a restart."""
        self._stopping = True
        self._wake.set()
        self._heart.join(_STOP_SEC)
        deadline = time.monotonic() + _STOP_SEC
        for entry in list(self._running.values()):
            entry.cancelled.set()
        for entry in list(self._running.values()):
            if entry.thread is not None:
                entry.thread.join(max(0.0, deadline - time.monotonic()))

    def _beat(self) -> None:
        while not self._stopping:
            try:
                self._renew_all()
                while not self._stopping and self._claim_one():
                    pass
                self._tidy()
            except _AWAY as error:
                logger.warning("the queue cannot be read: %s", error)
            except Exception:
                logger.exception("a beat of the job runner failed")
            self._wake.wait(_BEAT_SEC)
            self._wake.clear()

    def _renew_all(self) -> None:
        for entry in list(self._running.values()):
            job = self._queue.renew(entry.job, self._owner, entry.progress)
            if job is None:
                entry.is_lost = True
            if job is None or job.cancel_requested:
                entry.cancelled.set()

    def _claim_one(self) -> bool:
        """Begin with one job; False when there is none or this process has enough."""
        if len(self._running) >= self._queue.options.running:
            return False
        job = self._queue.claim(self._owner)
        if job is None:
            return False
        if job.id in self._running:
            return True  # its lease ran out while the database was away; it goes on
        entry = _Running(job)
        self._running[job.id] = entry
        entry.thread = threading.Thread(
            target=self._run, args=(entry,), name=f"job-{job.id[:8]}", daemon=True
        )
        entry.thread.start()
        return True

    def _tidy(self) -> None:
        if time.monotonic() - self._tidied_at > _TIDY_SEC:
            self._tidied_at = time.monotonic()
            self._queue.purge()
            self._spool.sweep(self._queue.videos())
        if time.monotonic() - self._kept_up_at > _UPKEEP_SEC:
            self._kept_up_at = time.monotonic()
            threading.Thread(target=self._upkeep, name="upkeep", daemon=True).start()

    def _run(self, entry: _Running) -> None:
        REQUEST_ID.set(f"job-{entry.job.id}")
        started_at = time.monotonic()
        try:
            state, error = self._outcome(entry)
            self._conclude(entry, state, error)
            METRICS.analysis_seconds.observe(time.monotonic() - started_at)
        except _AWAY as fault:
            # Whoever claims the job when its lease has run out finds its report kept or not.
            logger.warning("a job could not be concluded: %s", fault)
        except Exception:
            logger.exception("a job could not be concluded")
        finally:
            self._running.pop(entry.job.id, None)
            self._wake.set()

    def _outcome(self, entry: _Running) -> tuple[JobState | None, Exception | None]:
        """How the job ended; no state when it is put back.

        Raises:
            StorageError, ServerUnreachableError: what was found could not be kept; the lease runs
                out, and then the job is begun anew.
        """
        job = entry.job
        if job.cancel_requested:
            return JobState.CANCELLED, None
        if job.attempts > self._queue.options.max_attempts:
            return JobState.FAILED, _InterruptedError(job.attempts - 1)
        try:
            self._work(job, entry.note, entry.cancelled)
        except AnalysisCancelled:
            return (None if self._stopping else JobState.CANCELLED), None
        except _AWAY as error:
            if job.attempts < self._queue.options.max_attempts:
                raise
            return JobState.FAILED, error
        except ProctorError as error:
            return JobState.FAILED, error
        except Exception as error:
            logger.exception("job %s ended by a bug", job.id)
            return JobState.FAILED, error
        return JobState.DONE, None

    def _conclude(self, entry: _Running, state: JobState | None, error: Exception | None) -> None:
        if entry.is_lost:
            logger.warning("job %s was taken over by another process", entry.job.id)
            return
        if state is None:
            self._queue.release(entry.job, self._owner)
            return
        kind, sentence = _told(error)
        if sentence is not None:
            sentence = sentence.replace(entry.job.video, entry.job.video_name)
        if self._queue.finish(entry.job, self._owner, state, kind, sentence):
            self._spool.remove(entry.job.video)
            METRICS.analyses.labels(state.value).inc()
            logger.info("job ended", extra={"job": entry.job.id, "state": state.value})


class _InterruptedError(ProctorError):
    """The process that worked on the job died each time."""

    def __init__(self, attempts: int) -> None:
        super().__init__(
            f"The analysis was interrupted {attempts} times and is not begun again. "
            "Check the server's log, then send the video again."
        )


def _told(error: Exception | None) -> tuple[str | None, str | None]:
    """Kind and sentence of an error as the job keeps them; a bug's text stays in the log."""
    if error is None:
        return None, None
    if isinstance(error, _InterruptedError):
        return "EngineError", str(error)
    if isinstance(error, ProctorError):
        return type(error).__name__, str(error)
    return "InternalError", "The analysis failed for a reason that only the server's log tells."
