"""Evidence pictures, as a call for a worker: where a hostile file can do no harm."""

from collections.abc import Sequence
from pathlib import Path

from proctor_desktop.domain.timeline import Interval
from proctor_desktop.engine.sending import found
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions, Moment, Picture, grab


def grab_pictures(
    path: Path,
    options: AnalysisOptions,
    wanted: Sequence[Moment],
    evidence: EvidenceOptions,
) -> tuple[Picture, ...]:
    """The pictures at these moments, decoded in this process; those that cannot be are left out."""

    def open_span(span: Interval) -> VideoFile:
        return VideoFile(found(path), options.sampling, options.limits, span)

    pictures: list[Picture] = []
    for moment in wanted:
        Pulse.tell(moment.time)
        pictures += grab([moment], open_span, evidence)
    return tuple(pictures)
