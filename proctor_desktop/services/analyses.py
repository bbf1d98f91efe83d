"""Analysing a recording, and computing a report again from stored signals."""

import platform
import shutil
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

import numpy as np

import proctor_desktop
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.errors import DiskFullError
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.recording import StreamFacts
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.domain.signals import Channel
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.engine.framing import better_sampling
from proctor_desktop.engine.leave import Leave
from proctor_desktop.engine.parts import Watch
from proctor_desktop.engine.pictures import grab_pictures
from proctor_desktop.landmarks.choice import LIBRARIES, LandmarkOptions, chosen
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.pipeline import AnalysisOptions, Outcome, with_profile
from proctor_desktop.report.builder import build_report
from proctor_desktop.report.evidence import (
    EvidenceOptions,
    Moment,
    Picture,
    by_incident,
    moments,
)
from proctor_desktop.scoring.assessment import Assessment, assess

Progress = Callable[[float], None]
"""Called now and then with the analysed share of the recording, 0 to 1, from any thread."""

Grab = Callable[[Path, AnalysisOptions, Sequence[Moment], EvidenceOptions], tuple[Picture, ...]]
"""Decodes the pictures at some moments of a recording."""

BetterSampling = Callable[[Path, AnalysisOptions, StreamFacts, Micros], SamplingOptions | None]
"""Tells how a recording without a face is better read: see `engine.framing.better_sampling`."""

MEGABYTE = 1_000_000

_SELDOM = 0.5
"""A head measured in less of the frames raises the question whether the picture is upright."""


class Engine(Protocol):
    """Whatever turns a file into an outcome: this process, several, or other machines."""

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Progress,
        cancelled: threading.Event,
    ) -> Outcome:
        """The outcome of one recording.

        Raises:
            SourceError: the file cannot be used.
            EngineError: a worker failed twice.
            AnalysisCancelled: ``cancelled`` was set.
        """


@dataclass(frozen=True, slots=True)
class Request:
    """One recording to analyse, under an accommodation or none."""

    path: Path
    subject: Subject
    options: AnalysisOptions
    profile: Profile | None = None
    name: str | None = None
    """What the report calls the recording, where the file's own name is not the sender's."""


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A report, the outcome that it was made of, and the pictures that go with it.

    ``recording`` is the file that was analysed, None where it does not stay or there is none.
    """

    report: Report
    outcome: Outcome
    pictures: tuple[Picture, ...] = ()
    recording: Path | None = None


class AnalysisService:
    """Turns recordings and stored signals into reports; keeps nothing."""

    def __init__(
        self,
        engine: Engine,
        *,
        folder: Path,
        evidence: EvidenceOptions,
        min_free_mb: int,
        grab: Grab | None = None,
        better_sampling: BetterSampling = better_sampling,
        clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    ) -> None:
        self._engine = engine
        self._folder = folder
        self._evidence = evidence
        self._min_free_mb = min_free_mb
        self._grab = grab or grab_pictures
        self._better_sampling = better_sampling
        self._clock = clock
        self._new_id = new_id

    def with_engine(self, engine: Engine) -> "AnalysisService":
        """The same service over another engine, such as one that shows its work."""
        return AnalysisService(
            engine,
            folder=self._folder,
            evidence=self._evidence,
            min_free_mb=self._min_free_mb,
            grab=self._grab,
            better_sampling=self._better_sampling,
            clock=self._clock,
            new_id=self._new_id,
        )

    def watched(self, watch: Watch, leave: Leave) -> "AnalysisService":
        """The same service, whose engine shows its parts, and holds, where it works in parts."""
        show: Callable[[Watch, Leave], Engine] | None = getattr(self._engine, "watched", None)
        return self.with_engine(show(watch, leave)) if show is not None else self

    def analyze(
        self,
        request: Request,
        *,
        progress: Progress = lambda share: None,
        cancelled: threading.Event | None = None,
        report_id: str | None = None,
    ) -> Finished:
        """Analyse a recording and write its report, under ``report_id`` if one was promised.

        Raises:
            DiskFullError: there would be no room to keep the result.
            SourceError, EngineError, AnalysisCancelled: as the engine says.
        """
        self.check_room()
        cancelled = cancelled or threading.Event()
        outcome = self._measure(request, progress, cancelled)
        better = self._better(request, outcome)
        if better is not None:
            request = replace(request, options=replace(request.options, sampling=better))
            outcome = self._measure(request, progress, cancelled)
        if request.name is not None:
            outcome = replace(outcome, facts=replace(outcome.facts, name=request.name))
        pictures = self.pictures(request, outcome)
        finished = self.conclude(request, outcome, pictures, report_id)
        # Under another name than its own it is a copy that does not stay.
        return replace(finished, recording=None if request.name else request.path.absolute())

    def _measure(self, request: Request, progress: Progress, cancelled: threading.Event) -> Outcome:
        return self._engine.analyze(
            request.path.absolute(),
            with_profile(request.options, request.profile),
            progress=progress,
            cancelled=cancelled,
        )

    def _better(self, request: Request, outcome: Outcome) -> SamplingOptions | None:
        """How to read a recording that shows no upright face, None for as it was read.

        A telephone that lay on its side records a video without a rotation tag, and a meeting the
        screen as its first track of pictures: the candidate would seem to be absent all the time.
        """
        if outcome.facts.is_live or not _is_odd(outcome):
            return None
        path, options = request.path.absolute(), request.options
        return self._better_sampling(path, options, outcome.facts, outcome.track.end)

    def check_room(self) -> None:
        """Refuse to start what could not be kept.

        Raises:
            DiskFullError: less free space than the settings ask for.
        """
        existing = next(one for one in (self._folder, *self._folder.parents) if one.exists())
        free_mb = shutil.disk_usage(existing).free // MEGABYTE
        if free_mb < self._min_free_mb:
            raise DiskFullError(
                f"Only {free_mb} MB are free on the disk of {existing}; {self._min_free_mb} MB are"
                " needed before an analysis starts. Free some space, or lower keep.min_free_mb"
                " (PROCTOR_KEEP__MIN_FREE_MB)."
            )

    def conclude(
        self,
        request: Request,
        outcome: Outcome,
        pictures: tuple[Picture, ...] = (),
        report_id: str | None = None,
    ) -> Finished:
        """The report of an outcome; ``report_id`` when an existing report is computed anew."""
        report = build_report(
            report_id=report_id or self._new_id(),
            created_at=self._clock(),
            subject=request.subject,
            facts=outcome.facts,
            record=outcome.record,
            track=outcome.track,
            assessment=outcome.assessment,
            settings=flat(with_profile(request.options, request.profile)),
            versions=made_by(request.options.landmarks),
            profile=request.profile,
            assessment_without_profile=_without_profile(request, outcome),
            evidence=by_incident(pictures),
            delivered=flat(AnalysisOptions()),
        )
        return Finished(report, outcome, pictures)

    def pictures(self, request: Request, outcome: Outcome) -> tuple[Picture, ...]:
        """Pictures of the incidents of an outcome, out of its recording.

        Raises:
            SourceError, EngineError: the recording cannot be read.
        """
        assessment = outcome.assessment
        wanted = moments(
            assessment.incidents,
            assessment.risk.contributions,
            outcome.track,
            assessment.calibration.baseline,
            self._evidence,
        )
        options = with_profile(request.options, request.profile)
        return self._grab(request.path.absolute(), options, wanted, self._evidence)


def _is_odd(outcome: Outcome) -> bool:
    """Whether the candidate was hardly seen, or not as somebody who sits before a screen."""
    seen = np.isfinite(outcome.track.column(Channel.YAW))
    status = outcome.assessment.calibration.status
    return status is CalibrationStatus.FAILED or not len(seen) or bool(seen.mean() < _SELDOM)


def _without_profile(request: Request, outcome: Outcome) -> Assessment | None:
    if request.profile is None:
        return None
    return assess(outcome.track, outcome.record, request.options.rules)


def made_by(landmarks: LandmarkOptions | None = None) -> dict[str, str]:
    """Versions of everything that can change a number in a report, with the models that measure."""
    libraries = ("numpy", "av")
    return {
        "proctor_desktop": proctor_desktop.__version__,
        "python": platform.python_version(),
        **chosen(landmarks).versions(),
        **{name: version(name) for name in libraries},
        "opencv": next(filter(None, map(_version, _OPENCV))),
    }


def measured_by(versions: Mapping[str, str]) -> str | None:
    """Library and version of the networks that measured a report with these versions, None where
    it does not say."""
    return next((f"{name} {versions[name]}" for name in LIBRARIES if name in versions), None)


_OPENCV = ("opencv-python", "opencv-contrib-python", "opencv-contrib-python-headless")
"""The wheels that may bring ``cv2``: a server has the one without windows."""


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def flat(options: Any) -> dict[str, object]:
    """Options as plain values by dotted name, the form in which a report carries them."""

    def walk(prefix: str, value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            return {prefix: value}
        return {
            name: inner
            for key, entry in value.items()
            for name, inner in walk(f"{prefix}.{key}" if prefix else str(key), entry).items()
        }

    return walk("", asdict(options))
