"""A live session: one candidate is captured, recorded and measured until somebody ends it."""

import logging
import os
import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.domain.errors import ProctorError, SourceRefusedError
from proctor_desktop.domain.exam import Given
from proctor_desktop.domain.live import LiveState
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.report import Subject
from proctor_desktop.landmarks.choice import LandmarkOptions
from proctor_desktop.media.camera import open_live
from proctor_desktop.media.capture import Capture, CaptureOptions
from proctor_desktop.media.intake import Connect
from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.pipeline import (
    AnalysisOptions,
    Models,
    Outcome,
    Stages,
    Update,
    analyze,
    with_profile,
)
from proctor_desktop.report.evidence import EvidenceOptions, Picture
from proctor_desktop.services.analyses import AnalysisService, Finished, Request
from proctor_desktop.services.live_evidence import LiveEvidence

logger = logging.getLogger(__name__)

_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """One candidate before one source.

    Attributes:
        address: of the source, as `media.camera.open_live` takes it.
        subject, options, profile: as of any recording.
        file: where the recording goes; None gives it its own name among the captures.
        seconds: when it ends by itself, None for never.
    """

    address: str
    subject: Subject
    options: AnalysisOptions
    profile: Profile | None = None
    file: Path | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Captured:
    """What a live session left.

    Attributes:
        finished: its report and the outcome, not kept yet.
        recordings: the files; none where nothing was to be recorded, and a second one where the
            disk was full meanwhile.
        began: when the first picture came, in UTC.
        fault: why it ended before anybody wanted it to; None where it was ended.
    """

    finished: Finished
    recordings: tuple[Path, ...]
    began: datetime
    fault: ProctorError | None

    @property
    def recording(self) -> Path | None:
        """The file that the report is of, None where there is none."""
        return self.recordings[0] if self.recordings else None


class LiveService:
    """Runs live sessions, any number at once: each in the thread that calls `capture`.

    Args:
        analyses: makes the reports.
        captures: folder of recordings that get their own name; None records those only for which a
            file is named.
        evidence: how pictures of incidents are kept.
    """

    def __init__(
        self, analyses: AnalysisService, captures: Path | None, evidence: EvidenceOptions
    ) -> None:
        self._analyses = analyses
        self._captures = captures
        self._evidence = evidence

    def capture(
        self,
        request: LiveRequest,
        *,
        watch: Callable[[Update], None],
        tell: Callable[[LiveState], None],
        stop: threading.Event,
        models: Callable[[LandmarkOptions], Models] = Models,
        marks: ExamMarks | None = None,
    ) -> Captured:
        """Capture until ``stop`` is set; a source that is lost is tried again until then.

        Args:
            request: whom and what.
            watch: called with each update but the last, in this thread.
            tell: called with each change of the source, in this thread, while pictures are awaited.
            stop: ends the session, from any thread; what was captured is reported.
            models: loads the networks.
            marks: when the exam begins and ends, said meanwhile from any thread.

        Raises:
            SourceError: the source cannot be opened, nothing came from it, or the file that was
                named is there already.
            DiskFullError: there would be no room to keep the result.
        """
        self._analyses.check_room()
        options, kept = with_profile(request.options, request.profile), self._kept(request)
        remembered = LiveEvidence(self._evidence, options.step)
        # Before the source is opened, so that no picture waits for the models.
        with closing(models(options.landmarks)) as loaded:
            stages = Stages(options, models=loaded)
            with Capture(_connecting(request.address, options), kept, tell, stop) as source:
                updates = analyze(source, options, stages, marks)
                outcome = _followed(updates, watch, remembered, source)
            return self._captured(_marked(request, marks), source, outcome, remembered)

    def _kept(self, request: LiveRequest) -> CaptureOptions:
        """How the source is captured."""
        if request.file is not None:
            return CaptureOptions(_Named(request.file.absolute()), request.seconds)
        if self._captures is None:
            return CaptureOptions(None, request.seconds)
        return CaptureOptions(partial(_own_name, self._captures, request.subject), request.seconds)

    def _captured(
        self,
        request: LiveRequest,
        source: Capture,
        outcome: Outcome,
        remembered: LiveEvidence,
    ) -> Captured:
        recordings = tuple(path.absolute() for path in source.paths)
        first = recordings[0] if recordings else None
        outcome = _as_recorded(outcome, first)
        shown = Request(first or Path(), request.subject, request.options, request.profile)
        pictures = remembered.pictures(outcome)
        if first is not None:
            pictures = _joined(self._pictures(shown, outcome), pictures)
        finished = replace(self._analyses.conclude(shown, outcome, pictures), recording=first)
        return Captured(finished, recordings, source.began, source.fault)

    def _pictures(self, request: Request, outcome: Outcome) -> tuple[Picture, ...]:
        """Pictures out of the recording, which is upright; a damaged one costs no report."""
        upright = replace(request.options, sampling=replace(request.options.sampling, rotate=0))
        try:
            return self._analyses.pictures(replace(request, options=upright), outcome)
        except ProctorError:
            logger.exception("no pictures of %s", request.path.name)
            return ()


def _marked(request: LiveRequest, marks: ExamMarks | None) -> LiveRequest:
    """The request under the times that were marked meanwhile."""
    if marks is None or marks.given == Given():
        return request
    given = marks.given
    exam = replace(request.options.exam, begins_sec=given.begins_sec, ends_sec=given.ends_sec)
    return replace(request, options=replace(request.options, exam=exam))


def _followed(
    updates: Iterable[Update],
    watch: Callable[[Update], None],
    remembered: LiveEvidence,
    source: Capture,
) -> Outcome:
    """The outcome at the end of ``updates``, which were shown to all who want to see them."""
    for update in updates:
        is_recorded = bool(source.paths) and not source.unrecorded
        remembered.push(update, is_recorded=is_recorded)
        if update.outcome is not None:
            return update.outcome
        watch(update)
    raise AssertionError("the pipeline ends with an outcome or an error")


def _joined(recorded: tuple[Picture, ...], remembered: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Those of the recording, and for what is not in it those that were remembered."""
    names = {one.evidence.name for one in recorded}
    return (*recorded, *(one for one in remembered if one.evidence.name not in names))


def _connecting(address: str, options: AnalysisOptions) -> Connect:
    return lambda tried: open_live(address, options.sampling, options.limits, None, tried)


def _as_recorded(outcome: Outcome, path: Path | None) -> Outcome:
    """The outcome, whose facts name and hash the recording; its pictures are upright."""
    if path is None:
        return outcome
    facts = replace(outcome.facts, name=path.name, sha256=file_sha256(path), rotation=0)
    return replace(outcome, facts=facts)


class _Named:
    """The file that was named, made now; a later one takes the next free name beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_begun = False

    def __call__(self, began: datetime) -> Path:
        """A file that nobody else has.

        Raises:
            SourceRefusedError: the one that was named is there already, or cannot be made.
        """
        if self._is_begun:
            return _first_free(self._path)
        if not _is_made(self._path):
            raise SourceRefusedError(
                f"{self._path.name} is there already, and no recording is written over another "
                "one. Give it another name."
            )
        self._is_begun = True
        return self._path


def _is_made(path: Path) -> bool:
    """Make an empty file, so that nobody else takes its name; False where one is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise SourceRefusedError(
            f"The recording {path.name} cannot be made ({error.strerror}). Choose another folder."
        ) from error
    return True


def _own_name(folder: Path, subject: Subject, began: datetime) -> Path:
    """Candidate, exam and the local time of the first picture, such as no file has yet."""
    names = "_".join(_short(name) for name in (subject.student_id, subject.exam_id))
    return _first_free(folder / f"{names}_{began.astimezone():%Y-%m-%d_%H-%M-%S}.mkv")


def _first_free(path: Path) -> Path:
    """The file, or else the first with a number that no other has."""
    number, free = 1, path
    while not _is_made(free):
        number += 1
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return free


def _short(name: str) -> str:
    """A name as part of a file name: what no system forbids, at most 90 bytes of it."""
    plain = "".join("_" if letter in _FORBIDDEN else letter for letter in name)
    return plain.encode()[:90].decode(errors="ignore").strip(" .") or "_"
