"""What the routes need, by type: the services of the composition root, the caller of the guard."""

from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Request

from proctor_desktop.api.access import Access
from proctor_desktop.api.runner import JobRunner
from proctor_desktop.api.spool import Spool
from proctor_desktop.services.analyses import AnalysisService
from proctor_desktop.services.api_keys import ApiKeys
from proctor_desktop.services.jobs import JobQueue
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import RetentionService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.settings import Settings


class Services(Protocol):
    """What the composition root hands to the REST service."""

    @property
    def settings(self) -> Settings:
        """All options."""

    @property
    def analyses(self) -> AnalysisService:
        """From a recording to a report."""

    @property
    def reports(self) -> ReportService:
        """What is kept."""

    @property
    def reviews(self) -> ReviewService:
        """What people decided."""

    @property
    def retention(self) -> RetentionService:
        """How long it is kept."""

    @property
    def upkeep(self) -> UpkeepService:
        """What is done to a store once a day."""

    @property
    def queue(self) -> JobQueue:
        """What waits."""

    @property
    def keys(self) -> ApiKeys:
        """Who may call."""

    def database_kind(self) -> str:
        """``sqlite`` or ``mysql`` after a round trip to it; `StorageError` when it is away."""

    def close(self) -> None:
        """Give back connections and worker processes."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a route may use."""

    services: Services
    access: Access
    spool: Spool
    runner: JobRunner


# Asynchronous, though they wait for nothing: others are each run in a thread of their own.
async def _context(request: Request) -> Context:
    context: Context = request.app.state.context
    return context


async def _caller(request: Request) -> str | None:
    caller: str | None = request.scope["state"]["caller"]
    return caller


ContextDep = Annotated[Context, Depends(_context)]
CallerDep = Annotated["str | None", Depends(_caller)]
"""Name of the key that was shown, empty where none is needed, None for a stranger."""
