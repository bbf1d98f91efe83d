"""Accepted uploads: where they are, their progress as it happens, and cancelling."""

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from proctor_desktop.api.dependencies import ContextDep
from proctor_desktop.api.reports import checked_id
from proctor_desktop.api.schemas import JobResponse, problems
from proctor_desktop.services.jobs import JobQueue

router = APIRouter(prefix="/api/v1/jobs", tags=["jobs"])

_LOOK_SEC = 0.5
_SIGN_OF_LIFE_SEC = 15.0
_EXAMPLE = 'event: progress\ndata: {"state": "running", "progress": 0.42, ...}\n\n'


@router.get("/{job_id}", summary="Where a job is", responses=problems(404, 503))
def read_job(job_id: str, context: ContextDep) -> JobResponse:
    """State and progress; a done job names its report, a failed one the reason."""
    return JobResponse.of(context.services.queue.get(checked_id(job_id, "job")))


@router.delete("/{job_id}", summary="Cancel a job", responses=problems(404, 503))
def cancel_job(job_id: str, context: ContextDep) -> JobResponse:
    """Stop a job: a waiting one at once, a running one within seconds, an ended one never."""
    return JobResponse.of(context.services.queue.cancel(checked_id(job_id, "job")))


@router.get(
    "/{job_id}/events",
    summary="Progress as server-sent events",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "`progress` events, and one event named like the final state",
            "content": {"text/event-stream": {"example": _EXAMPLE}},
        },
        **problems(404, 503),
    },
)
async def follow_job(job_id: str, context: ContextDep) -> Response:
    """One event for each change until the job has ended, the job as JSON in each."""
    queue = context.services.queue
    first = await run_in_threadpool(queue.get, checked_id(job_id, "job"))
    return StreamingResponse(
        _events(queue, first.id),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def _events(queue: JobQueue, job_id: str) -> AsyncIterator[str]:
    shown, quiet_sec = "", 0.0
    while True:
        job = await run_in_threadpool(queue.get, job_id)
        text = json.dumps(JobResponse.of(job).model_dump(mode="json"))
        if job.state.is_final:
            yield f"event: {job.state.value}\ndata: {text}\n\n"
            return
        if text != shown:
            yield f"event: progress\ndata: {text}\n\n"
            shown, quiet_sec = text, 0.0
        elif quiet_sec >= _SIGN_OF_LIFE_SEC:
            yield ": still here\n\n"
            quiet_sec = 0.0
        await asyncio.sleep(_LOOK_SEC)
        quiet_sec += _LOOK_SEC
