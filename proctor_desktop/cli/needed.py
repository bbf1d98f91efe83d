"""The services that a command needs, and nothing more of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from proctor_desktop.engine.segmented import SegmentedEngine
    from proctor_desktop.services.analyses import AnalysisService
    from proctor_desktop.services.reports import ReportService
    from proctor_desktop.settings import Settings


class Needed(NamedTuple):
    """The services that a command needs; ``kept`` is None where no report is to be kept."""

    settings: "Settings"
    engine: "SegmentedEngine"
    analyses: "AnalysisService"
    kept: "ReportService | None"


@contextmanager
def services_for(
    engine: Mapping[str, object], *, keep: bool, prepares: bool = False
) -> Iterator[Needed]:
    """The services that are needed; without keeping no database is opened.

    With ``prepares`` the workers load their models while everything else is made ready.
    """
    from functools import partial

    from proctor_desktop.engine.executors import is_elsewhere, open_workers
    from proctor_desktop.engine.segmented import SegmentedEngine
    from proctor_desktop.settings import load

    settings = load(engine=dict(engine)) if engine else load()
    with SegmentedEngine(partial(open_workers, settings.engine)) as workers:
        if prepares and not is_elsewhere(settings.engine):
            workers.prepare()
        from proctor_desktop import bootstrap

        if not keep:
            needless = replace(settings.keep, min_free_mb=0)  # nothing is written there
            roomy = settings.model_copy(update={"keep": needless})
            yield Needed(settings, workers, bootstrap.build_analyses(roomy, workers), None)
            return
        services = bootstrap.build(settings, is_service=False, engine=workers)
        try:
            yield Needed(settings, workers, services.analyses, services.reports)
        finally:
            services.close()
