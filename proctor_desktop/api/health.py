"""Whether the service can do its work, for people, balancers and Prometheus."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

import proctor_desktop
from proctor_desktop.api.dependencies import CallerDep, Context, ContextDep
from proctor_desktop.api.metrics import MEDIA_TYPE, METRICS
from proctor_desktop.api.schemas import HealthResponse, QueueHealth, problems
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.domain.jobs import JobState
from proctor_desktop.landmarks.choice import chosen

router = APIRouter(tags=["health"])


@router.get(
    "/api/v1/health",
    summary="Whether the service can work",
    response_model=HealthResponse,
    responses={
        503: {"model": HealthResponse, "description": "Without its database"},
        **{status: one for status, one in problems().items() if status != 401},
    },
)
def health(context: ContextDep, caller: CallerDep) -> Response:
    """200 when the database answers, else 503; details for callers that may see them."""
    found = _look(context)
    status = 200 if found.status == "ok" else 503
    if caller is None:
        found = HealthResponse(status=found.status)
    headers = {} if status == 200 else {"Retry-After": "15"}
    return JSONResponse(found.model_dump(mode="json", exclude_none=True), status, headers)


def _look(context: Context) -> HealthResponse:
    services = context.services
    networks = chosen(services.settings.analysis.landmarks)
    found = HealthResponse(
        status="ok",
        version=proctor_desktop.__version__,
        model={"name": networks.title, "version": next(iter(networks.versions().values()))},
    )
    try:
        found.database = {"connected": True, "kind": services.database_kind()}
        counts = services.queue.counts()
    except ProctorError as error:
        found.status = "unavailable"
        found.database = {"connected": False, "reason": str(error)}
        return found
    found.queue = QueueHealth(
        waiting=counts.get(JobState.QUEUED, 0),
        running=counts.get(JobState.RUNNING, 0),
        capacity=services.queue.options.max_waiting,
    )
    return found


@router.get("/metrics", summary="Figures for Prometheus", response_class=Response)
def metrics(context: ContextDep) -> Response:
    """Requests, uploads and analyses of this process, and the shared queue."""
    return Response(METRICS.text(context.services.queue.counts()), media_type=MEDIA_TYPE)
