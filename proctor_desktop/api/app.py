"""The ASGI application: guard, routes, documentation and the small web page."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib import import_module
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp

import proctor_desktop
from proctor_desktop.api import documentation, health, jobs, pages, proctoring, reports
from proctor_desktop.api.access import LOOPBACK_HOSTS, Access, host_name
from proctor_desktop.api.dependencies import Context, Services
from proctor_desktop.api.guard import Guard, Limits
from proctor_desktop.api.logs import log_to_stderr
from proctor_desktop.api.problems import Problem, problem_of
from proctor_desktop.api.runner import JobRunner
from proctor_desktop.api.spool import Spool
from proctor_desktop.api.work import upkeep_of, work_of
from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.settings import ServeOptions, load

logger = logging.getLogger(__name__)

_MEGABYTE = 1_000_000
_ROOMS = (proctoring, jobs, reports, health, pages)
"""Where calls are answered; the pages add themselves."""
_EVERY_INTERFACE = {"0.0.0.0", "::"}


def create_app(services: Services | None = None) -> ASGIApp:
    """The application, with the services given or those of the settings.

    The background work starts and stops with the server that runs the application.
    """
    is_own = services is None
    services = services or _own_services()
    options = services.settings.serve
    spool = Spool(
        services.settings.folder / "spool", min_free_mb=services.settings.keep.min_free_mb
    )
    access = Access(
        services.keys,
        allowed_hosts(options),
        is_behind_proxy=options.behind_proxy,
        are_docs_private=services.settings.app_env == "production",
    )
    background = work_of(services, spool), spool, upkeep_of(services, spool)
    runner = JobRunner(services.queue, *background)
    app = _routes(Context(services, access, spool, runner), services.close if is_own else None)
    limits = Limits(
        max_upload=options.max_upload_mb * _MEGABYTE,
        idle_sec=options.idle_timeout_sec,
        min_rate=options.min_rate_kb * 1000,
    )
    return Guard(app, access, limits)


def allowed_hosts(options: ServeOptions) -> frozenset[str]:
    """Names under which the service answers: loopback, the bound address, and the named ones."""
    named = {host.strip().lower() for host in options.allowed_hosts.split(",") if host.strip()}
    bound = {host_name(options.host) or options.host.lower()} - _EVERY_INTERFACE
    return LOOPBACK_HOSTS | named | bound


def _own_services() -> Services:
    # The composition root stands above this room, so it is named and not imported: a server
    # that is told no more than "this factory" has nobody else to ask.
    build = cast("Callable[..., Services]", import_module("proctor_desktop.bootstrap").build)
    settings = load()
    log_to_stderr(settings.log_level)
    return build(settings)


def _routes(context: Context, close: Callable[[], None] | None) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        context.runner.start()
        yield
        await run_in_threadpool(context.runner.stop)
        if close is not None:
            close()

    app = FastAPI(
        title="proctor-desktop",
        summary="A recording in, an explained report out. A person decides.",
        version=proctor_desktop.__version__,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.state.context = context
    for room in _ROOMS[:-1]:
        app.include_router(room.router)
    pages.install(app)
    documentation.install(app)
    pages.mount_static(app)
    app.add_exception_handler(Problem, _answer_problem)
    app.add_exception_handler(ProctorError, _answer_fault)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(ClientDisconnect, _answer_nobody)
    app.add_exception_handler(Exception, _answer_bug)
    return app


async def _answer_problem(_: Request, error: Exception) -> Response:
    return cast(Problem, error).response()


async def _answer_fault(_: Request, error: Exception) -> Response:
    return problem_of(cast(ProctorError, error)).response()


async def _answer_invalid(_: Request, error: Exception) -> Response:
    """One sentence about the first wrong parameter; all of them as members of the document."""
    faults = [
        {"where": ".".join(str(step) for step in fault["loc"]), "what": fault["msg"]}
        for fault in cast(RequestValidationError, error).errors()
    ]
    sentence = f"{faults[0]['where']}: {faults[0]['what']}."
    return Problem(422, sentence, extra={"errors": faults}).response()


async def _answer_http(request: Request, error: Exception) -> Response:
    cause = cast(HTTPException, error)
    headers = dict(cause.headers or {})
    sentence = f"{cause.detail}."
    if cause.status_code == HTTPStatus.NOT_FOUND:
        sentence = "There is nothing at this address. The calls are described at /docs."
    if cause.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        # The router names the methods of the first route of that path only.
        headers["Allow"] = ", ".join(sorted(_methods(request)))
        sentence = f"{request.method} is not possible here, only {headers['Allow']}."
    return Problem(cause.status_code, sentence, headers=headers).response()


def _methods(request: Request) -> set[str]:
    """The methods that the address of a request takes."""
    known = [*request.app.routes, *(route for room in _ROOMS for route in room.router.routes)]
    matching = (route for route in known if route.matches(request.scope)[0] is not Match.NONE)
    return {method for route in matching for method in getattr(route, "methods", None) or ()}


async def _answer_nobody(_: Request, error: Exception) -> Response:
    """The sender has gone, so nobody reads this; the guard's record tells it from a bug."""
    return Problem(408, "The connection was closed before the body was complete.").response()


async def _answer_bug(_: Request, error: Exception) -> Response:
    logger.error("a request ended by a bug", exc_info=error)
    return Problem(500, "This failed for a reason that only the server's log tells.").response()
