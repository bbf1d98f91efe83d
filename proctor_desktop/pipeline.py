"""From a video source to signals and their assessment; knows no storage, no window, no server.

    source -> frames -> landmarks and people -> raw samples -> filtered track -> assessment

`analyze` is the whole of it in one process, for live sources and short recordings. The engine runs
`measure` in several processes and joins what they return with `Assembly`; both end in the same
`Outcome`.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import TracebackType
from typing import TypeAlias, TypeVar

from proctor_desktop.calibration.collector import (
    CalibrationCollector,
    CalibrationOptions,
    FrameVerdict,
)
from proctor_desktop.calibration.dots import DotsOptions
from proctor_desktop.calibration.exam import ExamOptions
from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.detection.detector import DetectionOptions
from proctor_desktop.domain.calibration import FrameRejection
from proctor_desktop.domain.errors import SettingsError, SourceEmptyError
from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.recording import DecodeRecord, StreamFacts
from proctor_desktop.domain.signals import SignalSample, SignalTrack, TrackBuilder
from proctor_desktop.domain.timeline import MICROS_PER_SECOND, Micros, from_seconds
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen
from proctor_desktop.landmarks.choice import neutral as neutral_of
from proctor_desktop.landmarks.detector import FaceTracker, PeopleDetector
from proctor_desktop.landmarks.face_mesh import FaceMeshTracker
from proctor_desktop.landmarks.people import PeopleCounter
from proctor_desktop.landmarks.topology import NeutralShape
from proctor_desktop.media.limits import MediaLimits
from proctor_desktop.media.source import SamplingOptions, VideoSource
from proctor_desktop.scoring.assessment import Assessment, RuleOptions, assess
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.signals.extractor import Extractor, SignalOptions
from proctor_desktop.signals.eye_region import with_eyes_seen
from proctor_desktop.signals.filters import SignalFilter
from proctor_desktop.signals.own_shape import own_shape


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """Every option that can change a report."""

    sampling: SamplingOptions = field(default_factory=SamplingOptions)
    limits: MediaLimits = field(default_factory=MediaLimits)
    landmarks: LandmarkOptions = field(default_factory=LandmarkOptions)
    signals: SignalOptions = field(default_factory=SignalOptions)
    calibration: CalibrationOptions = field(default_factory=CalibrationOptions)
    detection: DetectionOptions = field(default_factory=DetectionOptions)
    policy: Policy = field(default_factory=Policy)
    exam: ExamOptions = field(default_factory=ExamOptions)
    dots: DotsOptions = field(default_factory=DotsOptions)

    @property
    def rules(self) -> RuleOptions:
        """The part that works on stored signals alone."""
        return RuleOptions(self.calibration, self.detection, self.policy, self.exam, self.dots)

    @property
    def step(self) -> Micros:
        """Nominal time between two samples."""
        return from_seconds(1 / self.sampling.target_fps)


_Options = TypeVar("_Options")

StageMemory: TypeAlias = tuple[Hashable, Hashable, Hashable]
"""Of tracker, people detector and extractor; can be compared and pickled."""


def with_changes(options: _Options, changes: dict[str, object]) -> _Options:
    """Options with the dotted names in ``changes`` set, at any depth.

    Raises:
        SettingsError: there is no option of that name.
    """
    for name, value in changes.items():
        options = _with_change(options, name.split("."), name, value)
    return options


def _with_change(options: _Options, steps: Sequence[str], name: str, value: object) -> _Options:
    known = {entry.name for entry in fields(options)} if is_dataclass(options) else set()
    first, *rest = steps
    if first not in known:
        listing = ", ".join(sorted(known)) or "nothing below it"
        raise SettingsError(f"There is no option {name!r}; at {first!r} there is: {listing}.")
    if rest:
        value = _with_change(getattr(options, first), rest, name, value)
    return replace(options, **{first: value})  # type: ignore[type-var]  # checked by is_dataclass above


def with_profile(options: AnalysisOptions, profile: Profile | None) -> AnalysisOptions:
    """Options as an accommodation profile changes them."""
    return with_changes(options, dict(profile.changes)) if profile else options


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """One frame and everything that was seen in it; the sample is raw, before filtering."""

    frame: Frame
    face: FaceLandmarks | None
    look: PeopleLook | None
    sample: SignalSample


class Models:
    """The neural networks; loading them takes a second, so they outlive the streams they serve."""

    def __init__(self, options: LandmarkOptions | None = None) -> None:
        networks = chosen(options)
        with ExitStack() as stack:
            self.tracker: FaceTracker = FaceMeshTracker(networks)
            stack.callback(self.tracker.close)
            self.people: PeopleDetector = PeopleCounter(networks=networks)
            stack.callback(self.people.close)
            self._resources = stack.pop_all()

    def close(self) -> None:
        """Give their memory back."""
        self._resources.close()


class Stages:
    """Everything that one stream or segment goes through, frame by frame.

    Args:
        options: of the analysis.
        neutral: the candidate's own shape where it is known already.
        models: to be used and left open; loaded, and closed at the end, if absent.
    """

    def __init__(
        self,
        options: AnalysisOptions,
        neutral: NeutralShape | None = None,
        models: Models | None = None,
    ) -> None:
        self._own = models is None
        self._models = models or Models(options.landmarks)
        self.tracker = self._models.tracker
        self.people = self._models.people
        self.extractor = Extractor(options.signals, neutral or neutral_of(options.landmarks))
        self.tracker.memory = self.people.memory = None

    def __enter__(self) -> "Stages":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._own:
            self._models.close()

    @property
    def memory(self) -> StageMemory:
        """All that the next frame's measurement takes over from earlier ones but the pictures.

        Stages with equal memory go on exactly alike; `signals.feed` alone also compares pictures.
        """
        return self.tracker.memory, self.people.memory, self.extractor.memory

    @memory.setter
    def memory(self, memory: StageMemory) -> None:
        self.tracker.memory, self.people.memory, self.extractor.memory = memory

    def measure(self, frame: Frame) -> Measured:
        """Everything that is seen in the next frame of the stream."""
        look = self.people.look(frame)
        face = self.tracker.track(frame, look)
        if face is not None:
            face = with_eyes_seen(frame, face)
        return Measured(frame, face, look, self.extractor.extract(frame, face, look))


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """An analysed recording: everything a report is made of."""

    facts: StreamFacts
    record: DecodeRecord
    track: SignalTrack
    assessment: Assessment


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """What is new after one frame.

    Attributes:
        measured: the frame and what was seen in it.
        sample: its filtered measurements, the ones that are stored.
        verdict: during calibration, whether the frame was accepted and why not.
        assessment: the assessment of everything so far, when it was made anew after this frame.
        outcome: the end result, only with the repeated last update.
    """

    measured: Measured
    sample: SignalSample
    verdict: FrameVerdict | None
    assessment: Assessment | None = None
    outcome: Outcome | None = None


class CalibrationPhase:
    """The exam's first seconds: which frames are steady, and the candidate's own shape from them.

    They begin when the options say, or with the first face where the chair is empty at the start.
    """

    def __init__(self, options: AnalysisOptions) -> None:
        self._signals = options.signals
        self._generic = neutral_of(options.landmarks)
        self._begin = from_seconds(options.exam.begins_sec)
        self._length = from_seconds(options.calibration.duration_sec)
        self._is_seated = self._begin > 0
        self._latest = from_seconds(options.exam.found_until_sec)
        self._options = options.calibration
        self._collector = CalibrationCollector(options.calibration)
        self._seen: list[tuple[SignalSample, FaceLandmarks | None, tuple[int, int]]] = []
        self._steady: list[FaceLandmarks] = []

    def covers(self, time: Micros) -> bool:
        """Whether a frame at ``time`` still belongs to calibration."""
        return time < self._begin + self._length

    def push(
        self, sample: SignalSample, face: FaceLandmarks | None, size: tuple[int, int]
    ) -> FrameVerdict | None:
        """Judge one frame of ``size`` (width, height) by what was measured in it.

        None before the exam begins.
        """
        self._seen.append((sample, face, size))
        if not self._has_begun(sample):
            return None
        verdict = self._collector.push(sample)
        # Narrower eyes than the generic face's seem to look down until their own shape is known.
        if face is not None and verdict.rejection in (None, FrameRejection.LOOKING_AWAY):
            self._steady.append(face)
        return verdict

    def _has_begun(self, sample: SignalSample) -> bool:
        if self._is_seated:
            return sample.time >= self._begin
        is_empty = sample.presence == 0.0
        if is_empty and sample.time < self._latest and self._length:
            self._begin = Micros(sample.time + 1)
            return False
        self._is_seated = True
        return True

    def restart(self, time: Micros) -> None:
        """Calibrate from ``time`` on; what was seen before is kept and not judged any more."""
        self._begin, self._is_seated = time, True
        self._collector = CalibrationCollector(self._options)
        self._steady = []

    def finish(self, extractor: Extractor) -> list[SignalSample]:
        """The raw samples of calibration, measured anew with the candidate's own shape.

        ``extractor.neutral`` becomes that shape, so that the whole recording is measured against
        one shape; where too few frames were steady the generic shape stays.
        """
        neutral = own_shape(self._steady, self._signals, self._generic)
        if neutral is None:
            return [sample for sample, _, _ in self._seen]
        extractor.neutral = neutral
        return [
            extractor.remeasured(sample, face, size) if face is not None else sample
            for sample, face, size in self._seen
        ]


class Assembly:
    """Raw samples in time order become the stored track and its assessment.

    One filter runs over the whole recording, whatever the number of processes that measured it.
    """

    def __init__(self, options: AnalysisOptions, samples: Iterable[SignalSample] = ()) -> None:
        self._rules = options.rules
        self._filter = SignalFilter(options.signals)
        self._builder = TrackBuilder(options.step)
        for raw in samples:
            self.push(raw)

    def use(self, rules: RuleOptions) -> None:
        """Assess by other rules from now on."""
        self._rules = rules

    def push(self, raw: SignalSample) -> SignalSample:
        """The filtered sample, as it was stored."""
        sample = self._filter.push(raw)
        self._builder.append(sample)
        return sample

    def track(self) -> SignalTrack:
        """Everything so far."""
        return self._builder.track()

    def assess(self, record: DecodeRecord) -> Assessment:
        """Assessment of everything so far."""
        return assess(self.track(), record, self._rules)

    def outcome(self, facts: StreamFacts, record: DecodeRecord) -> Outcome:
        """The end result."""
        return Outcome(facts, record, self.track(), self.assess(record))


class Analysis:
    """One recording on its way through the pipeline, frame by frame.

    ``marks`` says when the exam begins and ends while it is captured.
    """

    def __init__(
        self,
        source: VideoSource,
        options: AnalysisOptions,
        stages: Stages,
        marks: ExamMarks | None = None,
    ) -> None:
        self._source = source
        self._options = options
        self._stages = stages
        self._marks = marks or ExamMarks()
        self._again: CalibrationCollector | None = None
        self._phase: CalibrationPhase | None = CalibrationPhase(options)
        self._assembly = Assembly(options)
        self._next_assessment = from_seconds(options.calibration.duration_sec)

    def push(self, frame: Frame) -> Update:
        """What is new after this frame."""
        self._apply_marks(frame.time)
        if self._phase is not None and not self._phase.covers(frame.time):
            self._end_calibration(self._phase)
        measured = self._stages.measure(frame)
        size = frame.width, frame.height
        verdict = self._phase.push(measured.sample, measured.face, size) if self._phase else None
        sample = self._assembly.push(measured.sample)
        if self._again is not None:
            verdict = self._again.push(sample)
            self._again = self._again if verdict.seconds_left > 0 else None
        return Update(measured, sample, verdict, self._due_assessment(frame.time))

    def outcome(self) -> Outcome:
        """The end result, after the last frame."""
        if self._phase is not None:
            self._end_calibration(self._phase)
        return self._assembly.outcome(self._source.facts, self._source.record())

    def _apply_marks(self, time: Micros) -> None:
        """Go on under the times that were marked; the exam's calibration begins with it."""
        exam = self._marks.applied(self._options.exam, time)
        if exam == self._options.exam:
            return
        has_begun = exam.begins_sec != self._options.exam.begins_sec
        self._options = replace(self._options, exam=exam)
        self._assembly.use(self._options.rules)
        if has_begun and self._phase is not None:
            self._phase.restart(time)
        elif has_begun:
            self._again = CalibrationCollector(self._options.calibration)
        self._next_assessment = time

    def _end_calibration(self, phase: CalibrationPhase) -> None:
        self._assembly = Assembly(self._options, phase.finish(self._stages.extractor))
        self._phase = None

    def _due_assessment(self, time: Micros) -> Assessment | None:
        """The assessment so far, now and then.

        It costs time in proportion to what is there already. A live source is assessed every
        second at first, and every 1/1800 of the elapsed time later on; a recording, which runs
        many times faster, at every fiftieth.
        """
        if self._phase is not None or time < self._next_assessment:
            return None
        share = 1800 if self._source.facts.is_live else 50
        self._next_assessment = Micros(time + max(MICROS_PER_SECOND, time // share))
        return self._assembly.assess(self._source.record())


def analyze(
    source: VideoSource,
    options: AnalysisOptions,
    stages: Stages | None = None,
    marks: ExamMarks | None = None,
) -> Iterator[Update]:
    """Yield one update for each analysed frame, in time order, at once.

    After the last frame its update comes a second time, now with the outcome.

    Args:
        source: an open source; the caller closes it.
        options: with a profile already applied (`with_profile`).
        stages: fresh ones, for tests; made here if absent. Closed here in any case.
        marks: when the exam begins and ends, said while it is captured.

    Raises:
        SourceError: no frame could be analysed, or a live source was lost.
    """
    with stages or Stages(options) as running:
        analysis = Analysis(source, options, running, marks)
        latest: Update | None = None
        for frame in source.frames():
            latest = analysis.push(frame)
            yield latest
        if latest is None:
            raise SourceEmptyError(f"{source.facts.name}: not a single picture could be decoded.")
        outcome = analysis.outcome()
        yield replace(latest, assessment=outcome.assessment, outcome=outcome)
