"""Evidence pictures, as a call for a worker: where a hostile file can do no harm."""

from collections.abc import Sequence
from pathlib import Path

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.timeline import Interval
from proctor_desktop.engine.sending import found
from proctor_desktop.engine.worker import Pulse
from proctor_desktop.landmarks.choice import chosen
from proctor_desktop.landmarks.people import PeopleCounter
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions, EyeBand, Moment, Picture, grab


def grab_pictures(
    path: Path,
    options: AnalysisOptions,
    wanted: Sequence[Moment],
    evidence: EvidenceOptions,
) -> tuple[Picture, ...]:
    """The pictures at these moments, decoded in this process; those that cannot be are left out."""
    people = _People(options)

    def open_span(span: Interval) -> VideoFile:
        return VideoFile(found(path), options.sampling, options.limits, span)

    pictures: list[Picture] = []
    for moment in wanted:
        Pulse.tell(moment.time)
        pictures += grab([moment], open_span, evidence, people.eyes)
    people.close()
    return tuple(pictures)


class _People:
    """The face detector, made when the first face is looked for."""

    def __init__(self, options: AnalysisOptions) -> None:
        self._options = options
        self._counter: PeopleCounter | None = None

    def eyes(self, frame: Frame) -> EyeBand | None:
        """Where the eyes of the largest face are."""
        if self._counter is None:
            self._counter = PeopleCounter(networks=chosen(self._options.landmarks))
        found = self._counter.look_now(frame).people
        largest = max(found, key=lambda box: box.width * box.height, default=None)
        return largest.eye_band if largest is not None else None

    def close(self) -> None:
        """Give its memory back."""
        if self._counter is not None:
            self._counter.close()
