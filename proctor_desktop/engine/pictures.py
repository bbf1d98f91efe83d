"""Evidence pictures, decoded where a hostile file can do no harm."""

import logging
from collections.abc import Sequence
from pathlib import Path

from proctor_desktop.domain.timeline import Interval
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.process import Limits, WorkerLost, WorkerProcess
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions, Moment, Picture, grab

logger = logging.getLogger(__name__)


def grab_apart(
    engine: EngineOptions,
    path: Path,
    options: AnalysisOptions,
    wanted: Sequence[Moment],
    evidence: EvidenceOptions,
) -> tuple[Picture, ...]:
    """The pictures at these moments, decoded in a process of their own on this computer.

    A report without pictures is better than none: when the process is lost, there are none.
    """
    if not wanted:
        return ()
    worker = WorkerProcess(Limits.of(engine))
    try:
        call = (grab_pictures, (path, options, tuple(wanted), evidence))
        pictures: tuple[Picture, ...] = worker.run(call, lambda _: None, lambda: True)
    except WorkerLost as error:
        logger.warning("no pictures of %s: the process that decoded it was lost, %s", path, error)
        return ()
    else:
        return pictures
    finally:
        worker.kill()


def grab_pictures(
    path: Path,
    options: AnalysisOptions,
    wanted: Sequence[Moment],
    evidence: EvidenceOptions,
) -> tuple[Picture, ...]:
    """The pictures at these moments, decoded in this process; those that cannot be are left out."""

    def open_span(span: Interval) -> VideoFile:
        return VideoFile(path, options.sampling, options.limits, span)

    pictures: list[Picture] = []
    for moment in wanted:
        Pulse.tell(moment.time)
        pictures += grab([moment], open_span, evidence)
    return tuple(pictures)
