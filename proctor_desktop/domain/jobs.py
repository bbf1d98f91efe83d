"""Work that was accepted and is done later: the job, and the keys that allow to hand it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class JobState(Enum):
    """Where a job is; the last three never change again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen to the job."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Job:
    """One uploaded recording that waits for its report; all times are in UTC.

    Attributes:
        id: lower-case UUID.
        report_id: lower-case UUID of the report, chosen when the job is accepted, so that a second
            attempt after a crash cannot make a second report.
        student_id, exam_id: whom and what the recording shows.
        video: name of the file in the spool folder, made by the server.
        video_name: name that the sender gave the file, for display only.
        video_sha256: lower-case hex digest of the file.
        video_bytes: its size.
        options: dotted names of analysis options and the values that differ from the settings.
        profile: name of the accommodation profile, None for none.
        state: where the job is.
        progress: analysed share of the recording, 0 to 1.
        attempts: how often a worker began with it.
        cancel_requested: whether somebody asked to stop it.
        owner: the worker that holds it, None while nobody does.
        lease_until: when another worker may take it over, None while nobody holds it.
        error_kind: class name of the `ProctorError` that ended it, or ``InternalError``.
        error: the sentence for people.
        created_at, updated_at: in UTC.
        finished_at: when it became final.
    """

    id: str
    report_id: str
    student_id: str
    exam_id: str
    video: str
    video_name: str
    video_sha256: str
    video_bytes: int
    created_at: datetime
    updated_at: datetime
    options: Mapping[str, float | str | bool] = field(default_factory=dict)
    profile: str | None = None
    state: JobState = JobState.QUEUED
    progress: float = 0.0
    attempts: int = 0
    cancel_requested: bool = False
    owner: str | None = None
    lease_until: datetime | None = None
    error_kind: str | None = None
    error: str | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """A sender's promise that two requests are one.

    Attributes:
        key: as sent, at most 200 characters.
        caller: name of the API key that sent it, empty where none is needed; the same key of
            another caller is another key.
        fingerprint: lower-case hex digest over the fields and the bytes of the video.
        expires_at: from when on the key may be used anew, in UTC.
    """

    key: str
    caller: str
    fingerprint: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key that allows to call the REST service; the key itself is never stored.

    Attributes:
        name: given by the person who made it, unique among all keys.
        key_id: the public part of the key, by which it is found.
        key_hash: argon2 hash of the secret part.
        created_at: in UTC.
        revoked_at: from when on it is refused, None while it is good.
    """

    name: str
    key_id: str
    key_hash: str
    created_at: datetime
    revoked_at: datetime | None = None
