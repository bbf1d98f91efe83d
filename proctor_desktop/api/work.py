"""What the background does, in terms of the services: analyse and keep; tidy up once a day."""

import threading
from collections.abc import Callable

from proctor_desktop.api.dependencies import Services
from proctor_desktop.api.runner import Work
from proctor_desktop.api.spool import Spool
from proctor_desktop.domain.errors import NotFoundError, SourceOpenError
from proctor_desktop.domain.jobs import Job
from proctor_desktop.domain.profile import built_in
from proctor_desktop.domain.report import Subject
from proctor_desktop.services.analyses import Request
from proctor_desktop.settings import with_pairs


def work_of(services: Services, spool: Spool) -> Work:
    """The work of one server process."""

    def work(job: Job, progress: Callable[[float], None], cancelled: threading.Event) -> None:
        if _is_kept(services, job.report_id):
            return
        path = spool.path(job.video)
        if not path.exists():
            raise SourceOpenError("The uploaded video is no longer on the server. Send it again.")
        options = with_pairs(
            services.settings.analysis, {name: str(value) for name, value in job.options.items()}
        )
        profile = built_in(job.profile) if job.profile else None
        subject = Subject(job.student_id, job.exam_id)
        request = Request(path, subject, options, profile, job.video_name)
        finished = services.analyses.analyze(
            request, progress=progress, cancelled=cancelled, report_id=job.report_id
        )
        if not _is_kept(services, job.report_id):  # by a process that took the job over
            services.reports.save(finished, actor="rest")

    return work


def _is_kept(services: Services, report_id: str) -> bool:
    try:
        services.reports.summary(report_id)
    except NotFoundError:
        return False
    return True


def upkeep_of(services: Services, spool: Spool) -> Callable[[], None]:
    """The daily upkeep of a store, by one of the processes that share it."""

    def upkeep() -> None:
        with spool.alone() as is_alone:
            if is_alone:
                services.upkeep.run_in_background().join()

    return upkeep
