"""``POST /api/v1/proctoring/process``: a recording in, a report out."""

import asyncio
import hashlib
import json
import re
import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from proctor_desktop.api.dependencies import CallerDep, Context, ContextDep
from proctor_desktop.api.metrics import METRICS
from proctor_desktop.api.problems import Problem, problem_of_kind
from proctor_desktop.api.schemas import JobResponse, ProcessResponse, problems
from proctor_desktop.api.uploads import Upload, receive_upload
from proctor_desktop.domain.errors import QueueFullError, SettingsError
from proctor_desktop.domain.jobs import Job, JobState
from proctor_desktop.domain.profile import PROFILES, built_in
from proctor_desktop.domain.report import Subject
from proctor_desktop.media.limits import ACCEPTED
from proctor_desktop.services.jobs import JobQueue, utc_now
from proctor_desktop.settings import with_pairs

router = APIRouter(prefix="/api/v1/proctoring", tags=["proctoring"])

_OPTION_OF_FIELD = {
    "calibration_duration": "calibration.duration_sec",
    "rotate": "sampling.rotate",
    "exam_begins": "exam.begins_sec",
    "exam_ends": "exam.ends_sec",
}
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_POLL_SEC = (0.05, 0.5)
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["video", "student_id", "exam_id"],
                    "properties": {
                        "video": {
                            "type": "string",
                            "format": "binary",
                            "description": ACCEPTED,
                        },
                        "student_id": {
                            "type": "string",
                            "minLength": 1,
                            "maxLength": 100,
                            "examples": ["STU123456"],
                        },
                        "exam_id": {
                            "type": "string",
                            "minLength": 1,
                            "maxLength": 100,
                            "examples": ["EXAM001"],
                        },
                        "calibration_duration": {
                            "type": "number",
                            "minimum": 0,
                            "maximum": 60,
                            "default": 8.0,
                            "description": "Seconds of calibration at the start; 0 skips it",
                        },
                        "exam_begins": {
                            "type": "number",
                            "minimum": 0,
                            "maximum": 86400,
                            "default": 0,
                            "description": "Second of the recording at which the exam begins; "
                            "nothing before is charged. 0 lets it be found",
                        },
                        "exam_ends": {
                            "type": "number",
                            "minimum": 0,
                            "maximum": 86400,
                            "default": 0,
                            "description": "Second at which the exam ends; nothing after is "
                            "charged. 0: with the recording",
                        },
                        "profile": {
                            "type": "string",
                            "enum": list(PROFILES),
                            "description": "Accommodation profile of the candidate",
                        },
                        "rotate": {
                            "type": "integer",
                            "enum": [0, 90, 180, 270],
                            "default": 0,
                            "description": "Clockwise degrees that make the picture upright",
                        },
                    },
                },
                "encoding": {"video": {"contentType": "video/mp4, video/x-matroska, video/*"}},
            }
        },
    }
}

_DESCRIPTION = """Analyses one recording and answers with the summary of its report.

The upload is accepted as a job in a durable queue. The answer waits for its end; with
`Prefer: respond-async` it comes at once with 202 and the job's address in `Location`. For long
recordings prefer the latter: a lost connection never stops the job.

With an `Idempotency-Key` the same upload can be sent again safely: within a day the same key and
content lead to the same job and report. The same key with other content is refused with 422.
"""


@router.post(
    "/process",
    summary="Analyse a recording",
    description=_DESCRIPTION,
    response_model=ProcessResponse,
    responses={
        202: {
            "model": JobResponse,
            "description": "Accepted; the job is at Location",
            "headers": {
                "Location": {
                    "description": "Address of the job",
                    "schema": {"type": "string"},
                }
            },
        },
        **problems(400, 408, 409, 413, 415, 422, 503, 507),
    },
    openapi_extra=_FORM,
)
async def process(
    request: Request,
    context: ContextDep,
    caller: CallerDep,
    prefer: Annotated[str, Header(description="respond-async for an answer at once")] = "",
    idempotency_key: Annotated[
        str | None, Header(description="Up to 200 printable characters of the sender's choice")
    ] = None,
) -> Response:
    """Accept a recording as a job, and wait for its report unless asked not to."""
    key = _checked_key(idempotency_key)
    queue = context.services.queue
    if await run_in_threadpool(queue.is_full):
        raise QueueFullError("Too many recordings are waiting. Send this one again in a while.")
    await run_in_threadpool(context.spool.check_room)
    content_type = request.headers.get("content-type", "")
    upload = await receive_upload(request.stream(), content_type, context.spool)
    job = await _submit(context, upload, key, caller or "")
    if any(wish.strip().lower() == "respond-async" for wish in prefer.split(",")):
        return _accepted(job)
    return await _report_of(context, await _finished(queue, job))


def _checked_key(key: str | None) -> str | None:
    if key is not None and not _KEY.fullmatch(key):
        raise Problem(422, "Idempotency-Key must have 1 to 200 printable characters, no spaces.")
    return key


async def _submit(context: Context, upload: Upload, key: str | None, caller: str) -> Job:
    """The job of an upload, or the earlier one of the same idempotency key."""
    queue, kept = context.services.queue, False
    try:
        job = _new_job(context, upload)
        promise = queue.idempotency(key, caller, _fingerprint(upload)) if key else None
        accepted = await run_in_threadpool(queue.submit, job, promise)
        kept = accepted.id == job.id
    finally:
        if not kept:
            await run_in_threadpool(context.spool.remove, upload.path.name)
    if kept:
        METRICS.upload_bytes.inc(upload.size)
        context.runner.wake()
    return accepted


def _new_job(context: Context, upload: Upload) -> Job:
    """A job whose fields were checked, so that it cannot fail for them later."""
    fields = {name: text for name, text in upload.fields.items() if text != ""}
    missing = [name for name in ("student_id", "exam_id") if name not in fields]
    if missing:
        raise Problem(422, f"The field {missing[0]!r} is missing or empty.")
    subject = Subject(fields.pop("student_id"), fields.pop("exam_id"))
    profile = fields.pop("profile", None)
    if profile is not None:
        built_in(profile)
    unknown = sorted(fields.keys() - _OPTION_OF_FIELD.keys())
    if unknown:
        raise Problem(422, f"There is no field {unknown[0]!r}. Check its spelling.")
    options = _options(context, fields)
    now = utc_now()
    return Job(
        id=str(uuid.uuid4()),
        report_id=str(uuid.uuid4()),
        student_id=subject.student_id,
        exam_id=subject.exam_id,
        video=upload.path.name,
        video_name=upload.name,
        video_sha256=upload.sha256,
        video_bytes=upload.size,
        created_at=now,
        updated_at=now,
        options=options,
        profile=profile,
    )


def _options(context: Context, fields: dict[str, str]) -> dict[str, str]:
    """The analysis options that the fields change, each within its bounds."""
    options = {}
    for name, text in fields.items():
        option = _OPTION_OF_FIELD[name]
        try:
            with_pairs(context.services.settings.analysis, {option: text})
        except SettingsError as error:  # it names our option; the sender knows the field
            raise SettingsError(str(error).replace(option, name)) from error
        options[option] = text
    return options


def _fingerprint(upload: Upload) -> str:
    content = json.dumps([sorted(upload.fields.items()), upload.sha256])
    return hashlib.sha256(content.encode()).hexdigest()


def _accepted(job: Job) -> Response:
    return JSONResponse(
        JobResponse.of(job).model_dump(mode="json"),
        202,
        {"Location": f"/api/v1/jobs/{job.id}", "Preference-Applied": "respond-async"},
    )


async def _finished(queue: JobQueue, job: Job) -> Job:
    """The job once it is final, whichever process works on it."""
    pause, longest = _POLL_SEC
    while not job.state.is_final:
        await asyncio.sleep(pause)
        pause = min(longest, pause * 1.5)
        job = await run_in_threadpool(queue.get, job.id)
    return job


async def _report_of(context: Context, job: Job) -> Response:
    if job.state is JobState.CANCELLED:
        raise Problem(409, "The analysis was cancelled.", "cancelled")
    if job.state is JobState.FAILED:
        raise problem_of_kind(job.error_kind, job.error or "The analysis failed.")
    report = await run_in_threadpool(context.services.reports.get, job.report_id)
    return JSONResponse(ProcessResponse.of(report).model_dump(mode="json"))
