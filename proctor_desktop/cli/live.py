"""``analyze --live``: a camera, a stream, or a file at its own pace, until it is stopped."""

import signal
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from proctor_desktop.cli.batch import Batch, Errand, Failure, Work
from proctor_desktop.cli.terminal import INPUT, say

if TYPE_CHECKING:
    from proctor_desktop.media.source import VideoSource
    from proctor_desktop.pipeline import AnalysisOptions, Outcome
    from proctor_desktop.report.evidence import EvidenceOptions
    from proctor_desktop.scoring.assessment import Assessment
    from proctor_desktop.services.live import LiveEvidence, UntilStopped


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting before a camera or stream.

    Attributes:
        address: of the source, as `open_live` takes it.
        evidence: how pictures of incidents are kept.
        seconds: when it ends by itself, None for never.
        record: Matroska file that keeps the video, None for none.
    """

    address: str
    evidence: "EvidenceOptions"
    seconds: float | None
    record: Path | None


def watch(session: Session, errand: Errand, work: Work) -> Batch:
    """Watch one source until Ctrl+C, its end, or for some seconds; then make its report.

    Raises:
        SourceError: it cannot be opened, or shows no picture.
        DiskFullError: there would be no room to keep the result.
    """
    from proctor_desktop.pipeline import with_profile
    from proctor_desktop.services.live import LiveEvidence

    work.analyses.check_room()
    request, batch = errand.request, Batch()
    options = with_profile(request.options, request.profile)
    pictures = LiveEvidence(session.evidence, options.step)
    with ExitStack() as stack:
        ending, source = _opened(session, options, stack)
        say(f"Watching {source.facts.name}; Ctrl+C ends it and makes the report.")
        outcome = _follow(source, options, pictures)
    if ending.lost is not None:
        kind = type(ending.lost).__name__
        batch.failures.append(Failure(request.path, kind, str(ending.lost), INPUT))
    finished = work.analyses.conclude(request, outcome, pictures.pictures(outcome))
    work.take(batch, errand, finished)
    if session.record is not None:
        batch.files.append(session.record)
    return batch


def _opened(
    session: Session, options: "AnalysisOptions", stack: ExitStack
) -> "tuple[UntilStopped, VideoSource]":
    """The source that ends in an orderly way, and the same one recorded where that is wanted."""
    from proctor_desktop.media.camera import open_live
    from proctor_desktop.media.prefetch import Prefetched
    from proctor_desktop.media.recorder import Recorded
    from proctor_desktop.services.live import UntilStopped

    stop = _stopped_by_person()
    live = stack.enter_context(open_live(session.address, options.sampling, options.limits))
    ending = stack.enter_context(UntilStopped(Prefetched(live), stop, session.seconds))
    if session.record is None:
        return ending, ending
    return ending, stack.enter_context(Recorded(ending, session.record, stop))


def _stopped_by_person() -> threading.Event:
    """Set by the first Ctrl+C or request to end; the second one ends the program at once."""
    stop = threading.Event()

    def ask(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop


def _follow(
    source: "VideoSource", options: "AnalysisOptions", pictures: "LiveEvidence"
) -> "Outcome":
    """The outcome of the source, which says each incident when it is first seen."""
    from proctor_desktop.pipeline import analyze

    announced: set[int] = set()
    for update in analyze(source, options):
        pictures.push(update)
        if update.outcome is not None:
            return update.outcome
        if update.assessment is not None:
            _announce(update.assessment, announced)
    raise AssertionError("the pipeline ends with an outcome or an error")


def _announce(assessment: "Assessment", announced: set[int]) -> None:
    from proctor_desktop.domain.timeline import clock
    from proctor_desktop.report.wording import kind_with_direction

    for incident in assessment.incidents:
        onset, primary = incident.interval.onset, incident.primary
        if onset not in announced:
            announced.add(onset)
            direction = primary.direction.value if primary.direction else None
            say(f"{clock(onset)}  {kind_with_direction(primary.kind.value, direction)}")
