"""Accuracy on the simulation, where everything is known."""

import math
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.events import BEHAVIOUR_KINDS, Direction, EventKind
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.signals import Channel, Missing, SignalTrack
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.evaluation.datasets import SIMULATION
from proctor_desktop.evaluation.metrics import (
    Happening,
    Matching,
    Row,
    Tally,
    match_events,
    mean_absolute_error,
    slope,
    tally_rows,
)
from proctor_desktop.evaluation.photos import PhotoReader
from proctor_desktop.landmarks.choice import LandmarkOptions
from proctor_desktop.media.video_file import VideoFile
from proctor_desktop.pipeline import AnalysisOptions, Outcome, analyze
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import CAST
from proctor_desktop.simulation.pose import PinholeCamera, Pose
from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario, scenario_names
from proctor_desktop.simulation.scene import Scene, paint
from proctor_desktop.simulation.truth import COLUMNS, Truth

STILLS = "simulation/stills"
MAX_YAW, MAX_PITCH, MAX_ROLL = 35.0, 25.0, 15.0
MAX_ROTATION = 35.0
_ASIDE_CM, _ABOVE_CM = 14.0, 8.0
_NEAREST_CM, _FARTHEST_CM = 45.0, 85.0
_FRONTAL = 6
_MIN_GLANCE_DEG, _MIN_GLANCE_SEC = 24.0, 0.8
_WAYS = {
    Direction.LEFT: "sideways",
    Direction.RIGHT: "sideways",
    Direction.UP: "up",
    Direction.DOWN: "down",
}
_AXES = ("yaw", "pitch", "roll")
_GAZE = ("gaze_horizontal", "gaze_vertical")


def pose_rows(
    options: SignalOptions,
    poses: int = 40,
    seed: int = 7,
    landmarks: LandmarkOptions | None = None,
) -> Iterator[Row]:
    """Head pose of every person of the cast in random postures, anywhere in the picture.

    As after calibration, the mean over a few frontal pictures of the person is subtracted.
    """
    errors, truths, readings = [], [], []
    with closing(PhotoReader(options, landmarks)) as reader:
        for number, name in enumerate(CAST):
            rng = np.random.default_rng(seed + number)
            person = Candidate(CAST[name])
            frontal = [Pose(distance=d) for d in np.linspace(55, 65, _FRONTAL).tolist()]
            centre = np.nanmean([_read(reader, person, pose) for pose in frontal], axis=0)
            random = [_random_pose(rng) for _ in range(poses)]
            measured = np.array([_read(reader, person, pose) for pose in random]) - centre
            true = np.array([[getattr(pose, axis) for axis in _AXES] for pose in random])
            yield from _pose_figures(name, measured, true)
            errors.append(measured - true)
            truths.append(true)
            readings.append(measured)
    yield from _pose_figures("all", np.concatenate(readings), np.concatenate(truths))


def _random_pose(rng: np.random.Generator) -> Pose:
    """A posture that is turned by `MAX_ROTATION` at most, all axes together."""
    while True:
        turned = Pose(
            yaw=rng.uniform(-MAX_YAW, MAX_YAW),
            pitch=rng.uniform(-MAX_PITCH, MAX_PITCH),
            roll=rng.uniform(-MAX_ROLL, MAX_ROLL),
        )
        cosine = (np.trace(turned.rotation()) - 1) / 2
        if math.degrees(math.acos(min(1.0, cosine))) <= MAX_ROTATION:
            break
    return turned.moved(
        x=rng.uniform(-_ASIDE_CM, _ASIDE_CM),
        y=rng.uniform(-_ABOVE_CM, _ABOVE_CM),
        distance=rng.uniform(_NEAREST_CM, _FARTHEST_CM) - turned.distance,
    )


def _read(reader: PhotoReader, person: Candidate, pose: Pose) -> list[float]:
    instant = int(1000 * pose.distance)
    scene = Scene(people=((person, pose),), instant=instant)
    sample = reader.measure(Frame(Micros(0), paint(scene, PinholeCamera())))
    values = [getattr(sample, axis) for axis in _AXES]
    return [math.nan if isinstance(value, Missing) else value for value in values]


def _pose_figures(
    person: str, measured: NDArray[np.float64], true: NDArray[np.float64]
) -> Iterator[Row]:
    seen = int(np.isfinite(measured[:, 0]).sum())
    for column, axis in enumerate(_AXES):
        error = mean_absolute_error(measured[:, column], true[:, column])
        yield Row(STILLS, person, "mae", axis, error, "deg", seen)
        reported = slope(measured[:, column], true[:, column])
        yield Row(STILLS, person, "slope", axis, reported, "1", seen)


@dataclass
class Totals:
    """What the scenarios add up to.

    Attributes:
        dataset: what they are called together.
    """

    dataset: str = SIMULATION
    events: dict[EventKind, Tally] = field(default_factory=dict)
    boundaries: list[float] = field(default_factory=list)
    glances: dict[str, list[bool]] = field(default_factory=dict)
    angle_errors: list[NDArray[np.float64]] = field(default_factory=list)
    clean_sec: float = 0.0
    clean_incidents: int = 0


def scenario_rows(
    options: AnalysisOptions,
    scenarios: Iterable[Scenario] | None = None,
    dataset: str = SIMULATION,
) -> Iterator[Row]:
    """Every scenario recorded, analysed and compared with its script; then all together.

    Without ``scenarios``, those that ship with the program outside of subfolders, which hold tricks
    played on calibration.
    """
    chosen = scenarios
    if chosen is None:
        chosen = [Scenario.load(name) for name in scenario_names() if "/" not in name]
    totals = Totals(dataset)
    with tempfile.TemporaryDirectory() as folder:
        for scenario in chosen:
            path = Path(folder) / "recording.mp4"
            truth = record(scenario, path)
            yield from _scenario_figures(truth, analysed(path, options), totals)
            path.unlink()
    yield from _total_figures(totals)


def analysed(path: Path, options: AnalysisOptions) -> Outcome:
    """A recording through the whole pipeline."""
    with VideoFile(path, options.sampling, options.limits) as source:
        *_, last = analyze(source, options)
    assert last.outcome is not None
    return last.outcome


def _scenario_figures(truth: Truth, outcome: Outcome, totals: Totals) -> Iterator[Row]:
    matching = compare(truth, outcome)
    dataset, name = totals.dataset, truth.scenario
    tally = Tally(len(matching.pairs), len(matching.missed), len(matching.spurious))
    if any(event.kind in BEHAVIOUR_KINDS for event in truth.reportable):
        yield from tally_rows(dataset, name, "events", tally)
        if matching.boundary_errors:
            worst = max(matching.boundary_errors)
            yield Row(dataset, name, "boundary_max", "events", worst, "s", len(matching.pairs))
    else:
        incidents = len(outcome.assessment.incidents)
        yield Row(dataset, name, "false_incidents", "clean", incidents, "1", 1)
        totals.clean_sec += truth.seconds
        totals.clean_incidents += incidents
    errors = angle_errors(truth, outcome)
    yield from _angle_figures(dataset, name, errors)
    yield _coverage(dataset, name, outcome.track)
    yield from _glance_figures(totals, name, truth, matching)
    _add(totals, matching, errors)


def _glance_figures(totals: Totals, name: str, truth: Truth, matching: Matching) -> Iterator[Row]:
    """Share of the clear glances of the eyes alone that were found, by way."""
    found = {true.interval for _, true in matching.pairs}
    own: dict[str, list[bool]] = {}
    for event in truth.reportable:
        if event.kind is not EventKind.GAZE_DEVIATION or event.direction is None:
            continue
        if event.peak >= _MIN_GLANCE_DEG and event.interval.seconds >= _MIN_GLANCE_SEC:
            own.setdefault(_WAYS[event.direction], []).append(event.interval in found)
    for way, each in own.items():
        totals.glances.setdefault(way, []).extend(each)
    if own:
        yield _glance_row(
            totals.dataset, name, "clear_glances", [*chain.from_iterable(own.values())]
        )


def _glance_row(dataset: str, person: str, axis: str, found: Sequence[bool]) -> Row:
    return Row(dataset, person, "recall", axis, sum(found) / len(found), "1", len(found))


def _add(totals: Totals, matching: Matching, errors: NDArray[np.float64]) -> None:
    for kind in BEHAVIOUR_KINDS:
        tally = Tally(
            sum(true.kind is kind for _, true in matching.pairs),
            sum(true.kind is kind for true in matching.missed),
            sum(found.kind is kind for found in matching.spurious),
        )
        totals.events[kind] = totals.events.get(kind, Tally(0, 0, 0)) + tally
    totals.boundaries += matching.boundary_errors
    totals.angle_errors.append(errors)


def compare(truth: Truth, outcome: Outcome) -> Matching:
    """Reported events against those of the script.

    A found event that is only the beginning of something too short to be reported by the script's
    own reckoning, by no more than the tolerance, is neither right nor wrong.
    """
    true = [
        Happening(event.kind, event.interval, frozenset({event.direction} - {None}))  # type: ignore[arg-type]  # None was taken out
        for event in truth.reportable
        if event.kind in BEHAVIOUR_KINDS
    ]
    found = [
        Happening(event.kind, event.interval, frozenset({event.direction} - {None}))  # type: ignore[arg-type]  # None was taken out
        for event in outcome.assessment.events
        if event.kind in BEHAVIOUR_KINDS
    ]
    return match_events(found, true)


def angle_errors(truth: Truth, outcome: Outcome) -> NDArray[np.float64]:
    """Measured less true angles in degrees, (n, 5), after calibration and relative to it.

    NaN where they were not measurable, there is no face, or the head is turned beyond `MAX_YAW`.
    """
    track = outcome.track
    start = from_seconds(outcome.assessment.calibration.requested_seconds)
    baseline = outcome.assessment.calibration.baseline
    centres = {
        "yaw": baseline.yaw.center,
        "pitch": baseline.pitch.center,
        "roll": baseline.roll.center,
        "gaze_horizontal": math.degrees(baseline.eye_horizontal.center),
        "gaze_vertical": math.degrees(baseline.eye_vertical.center),
    }
    nearest = np.searchsorted(truth.times * 1e6, track.times - 1000)
    rows = truth.poses[np.minimum(nearest, len(truth.poses) - 1)]
    quiet = truth.times < to_seconds(start)
    scored = (track.times >= start) & (np.abs(rows[:, COLUMNS.index("yaw")]) <= MAX_YAW)
    errors = []
    for axis, centre in centres.items():
        column = COLUMNS.index(axis)
        true = rows[:, column] - np.nanmean(truth.poses[quiet, column])
        measured = track.column(Channel(axis)).astype(np.float64)
        if axis in _GAZE:
            measured = np.degrees(measured)
        errors.append(np.where(scored, measured - centre - true, np.nan))
    return np.column_stack(errors)


def _angle_figures(dataset: str, person: str, errors: NDArray[np.float64]) -> Iterator[Row]:
    """Mean absolute error of every angle over the frames in which it was measured."""
    for column, axis in enumerate((*_AXES, *_GAZE)):
        known = errors[np.isfinite(errors[:, column]), column]
        error = mean_absolute_error(known, np.zeros(len(known)))
        yield Row(dataset, person, "mae", axis, error, "deg", len(known))


def _coverage(dataset: str, name: str, track: SignalTrack) -> Row:
    there = np.isfinite(track.column(Channel.FACE_X))
    gaze = np.isfinite(track.column(Channel.GAZE_HORIZONTAL))
    share = float(gaze[there].mean()) if there.any() else math.nan
    return Row(dataset, name, "measured", "gaze", share, "1", int(there.sum()))


def _total_figures(totals: Totals) -> Iterator[Row]:
    dataset = totals.dataset
    for kind, tally in totals.events.items():
        yield from tally_rows(dataset, "all", kind.value, tally)
    yield from tally_rows(dataset, "all", "events", sum(totals.events.values(), Tally(0, 0, 0)))
    if totals.boundaries:
        count = len(totals.boundaries) // 2
        mean = float(np.mean(totals.boundaries))
        yield Row(dataset, "all", "boundary_mean", "events", mean, "s", count)
        yield Row(dataset, "all", "boundary_max", "events", max(totals.boundaries), "s", count)
    for way, found in totals.glances.items():
        yield _glance_row(dataset, "all", f"clear_glances {way}", found)
    if totals.glances:
        yield _glance_row(
            dataset, "all", "clear_glances", [*chain.from_iterable(totals.glances.values())]
        )
    if totals.angle_errors:
        yield from _angle_figures(dataset, "all", np.concatenate(totals.angle_errors))
    if totals.clean_sec:
        rate = totals.clean_incidents / totals.clean_sec * 3600
        seconds = round(totals.clean_sec)
        yield Row(dataset, "all", "false_incidents", "clean", rate, "1/h", seconds)
