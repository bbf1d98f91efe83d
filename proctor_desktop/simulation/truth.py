"""What truly happens in a simulated recording, kept beside it as JSON."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from proctor_desktop.domain.events import Direction, EventKind
from proctor_desktop.domain.timeline import Interval, from_seconds, to_seconds
from proctor_desktop.simulation.pose import Pose
from proctor_desktop.simulation.scenario import Action, Scenario
from proctor_desktop.simulation.script import Script

LEVELS = {"yaw": 15.0, "pitch": 11.0, "roll": 9.0}
"""Degrees beyond which a scripted turn of the head is an event: the floors of the thresholds."""

_EYES = ("gaze_horizontal", "gaze_vertical")

GAZE_LEVEL_DEG = math.degrees(0.35)
"""Degrees beyond which a scripted gaze is an event."""

MIN_SECONDS = {
    EventKind.GAZE_DEVIATION: 0.6,
    EventKind.HEAD_MOVEMENT: 0.6,
    EventKind.FACE_ABSENCE: 1.0,
    EventKind.MULTIPLE_FACES: 1.0,
}
"""What is shorter happens, but is not to be reported."""

STEP_SEC = 0.01

HEAD_HALF_WIDTH_CM = 9.5
"""From the middle of a head to the edge of its hair."""

COLUMNS = ("yaw", "pitch", "roll", "gaze_horizontal", "gaze_vertical", "closed", "people")

_FEED = {
    Action.COVER: EventKind.FEED_DARK,
    Action.FREEZE: EventKind.FEED_FROZEN,
    Action.BLUR: EventKind.FEED_BLURRED,
}


@dataclass(frozen=True, slots=True)
class TrueEvent:
    """Something that happens in the recording.

    Attributes:
        kind, direction: as in `Event`.
        interval: while it is beyond the stated level.
        peak: largest deviation in degrees; seconds or people for the other kinds.
        is_reportable: whether it lasts long enough to be reported.
    """

    kind: EventKind
    interval: Interval
    direction: Direction | None
    peak: float
    is_reportable: bool


@dataclass(frozen=True, eq=False)
class Truth:
    """All that is to be found in one recording.

    Attributes:
        scenario, title, seconds: of the recording.
        events: in time order.
        times: float64 (n,), seconds of each picture.
        poses: float64 (n, 7), `COLUMNS` at those times; angles in degrees with the project's signs,
            habits included. NaN where the candidate is not in the picture or not a living face.
    """

    scenario: str
    title: str
    seconds: float
    events: tuple[TrueEvent, ...]
    times: NDArray[np.float64]
    poses: NDArray[np.float64]

    @property
    def reportable(self) -> tuple[TrueEvent, ...]:
        """The events that are to be found."""
        return tuple(event for event in self.events if event.is_reportable)

    def to_json(self) -> str:
        """Text of the file that lies beside the recording."""
        return json.dumps(
            {
                "scenario": self.scenario,
                "title": self.title,
                "seconds": self.seconds,
                "levels_deg": {**LEVELS, "gaze": round(GAZE_LEVEL_DEG, 3)},
                "events": [_event_to_json(event) for event in self.events],
                "columns": ["time", *COLUMNS],
                "poses": [
                    [round(time, 6), *(None if math.isnan(v) else round(v, 3) for v in row)]
                    for time, row in zip(self.times.tolist(), self.poses.tolist(), strict=True)
                ],
            },
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> "Truth":
        """The truth that `to_json` wrote."""
        content = json.loads(text)
        table = np.array(
            [[math.nan if v is None else v for v in row] for row in content["poses"]], np.float64
        )
        return cls(
            content["scenario"],
            content["title"],
            content["seconds"],
            tuple(_event_from_json(event) for event in content["events"]),
            table[:, 0],
            table[:, 1:],
        )


def truth_path(video: Path) -> Path:
    """Where the truth of a recording lies: ``<video>.truth.json``."""
    return video.with_name(video.name + ".truth.json")


def truth_of(scenario: Scenario) -> Truth:
    """What happens in ``scenario``, known from its script alone."""
    script = Script(scenario)
    moments = np.arange(0, scenario.seconds, STEP_SEC).tolist()
    sources = [script.source_time(moment) for moment in moments]
    postures = [(source, script.scripted(source)) for source in sources]
    events = [*_feed_events(scenario)]
    hidden = [e.interval for e in events if e.kind is not EventKind.FEED_BLURRED]
    for kind in MIN_SECONDS:
        marks = [_mark(script, kind, source, pose) for source, pose in postures]
        events += [e for e in _runs(kind, marks) if not _within(e.interval, hidden)]
    times = np.arange(round(scenario.seconds * scenario.fps)) / scenario.fps
    poses = np.array([_row(script, script.source_time(t)) for t in times.tolist()])
    ordered = sorted(events, key=lambda event: (event.interval, event.kind.value))
    return Truth(scenario.name, scenario.title, scenario.seconds, tuple(ordered), times, poses)


def _feed_events(scenario: Scenario) -> Iterator[TrueEvent]:
    for deed in scenario.deeds:
        if deed.action in _FEED:
            span = Interval(from_seconds(deed.onset), from_seconds(deed.offset))
            yield TrueEvent(_FEED[deed.action], span, None, deed.duration, True)


def _within(interval: Interval, spans: list[Interval]) -> bool:
    """Whether nothing of ``interval`` was filmed."""
    return any(interval.overlap(span) == interval.duration for span in spans)


def _mark(
    script: Script, kind: EventKind, time: float, pose: Pose
) -> tuple[Direction | None, float] | None:
    """Direction and size of a deviation of ``pose`` beyond its level at ``time``; None below it."""
    if kind is EventKind.FACE_ABSENCE:
        return None if script.in_view(pose) else (None, 0.0)
    if kind is EventKind.MULTIPLE_FACES:
        people = _people(script, pose, time)
        return (None, float(people)) if people > 1 else None
    if not script.in_view(pose):
        return None
    work = script.scenario.work
    pose = pose.moved(**{name: -getattr(work, name) for name in (*LEVELS, *_EYES)})
    if kind is EventKind.GAZE_DEVIATION:
        size = math.hypot(pose.gaze_horizontal, pose.gaze_vertical)
        if size < GAZE_LEVEL_DEG:
            return None
        return _toward(pose.gaze_horizontal, pose.gaze_vertical), size
    axis = max(LEVELS, key=lambda name: abs(getattr(pose, name)) / LEVELS[name])
    size = abs(getattr(pose, axis))
    if size < LEVELS[axis]:
        return None
    return (_toward(0, pose.pitch) if axis == "pitch" else _toward(getattr(pose, axis), 0)), size


def _toward(horizontal: float, vertical: float) -> Direction:
    if abs(horizontal) >= abs(vertical):
        return Direction.RIGHT if horizontal > 0 else Direction.LEFT
    return Direction.UP if vertical > 0 else Direction.DOWN


def _people(script: Script, pose: Pose, time: float) -> int:
    """How many faces are in the picture and not behind another head."""
    faces = [pose, *script.visitors(time)]
    return sum(
        script.in_view(face) and not any(_hides(other, face) for other in faces) for face in faces
    )


def _hides(nearer: Pose, face: Pose) -> bool:
    """Whether the head at ``nearer`` stands before the middle of ``face``."""
    apart = abs(nearer.x / nearer.distance - face.x / face.distance)
    return nearer.distance < face.distance and apart < HEAD_HALF_WIDTH_CM / nearer.distance


def _runs(
    kind: EventKind, marks: list[tuple[Direction | None, float] | None]
) -> Iterator[TrueEvent]:
    """Neighbouring moments of one direction as events."""
    index = 0
    for key, group in groupby(marks, key=lambda mark: mark and (mark[0],)):
        run = list(group)
        onset, offset = index * STEP_SEC, (index + len(run)) * STEP_SEC
        index += len(run)
        if key is None:
            continue
        span = Interval(from_seconds(onset), from_seconds(offset))
        is_long = span.seconds >= MIN_SECONDS[kind]
        peak = max(mark[1] for mark in run if mark is not None)
        yield TrueEvent(
            kind, span, key[0], span.seconds if kind is EventKind.FACE_ABSENCE else peak, is_long
        )


def _row(script: Script, time: float) -> tuple[float, ...]:
    """One row of `Truth.poses`."""
    pose = script.pose(time)
    people = _people(script, script.scripted(time), time)
    if not (script.in_view(pose) and script.shows_candidate(time)):
        return (*[math.nan] * 6, float(people))
    return (
        *(pose.yaw, pose.pitch, pose.roll, pose.gaze_horizontal, pose.gaze_vertical, pose.closed),
        float(people),
    )


def _event_to_json(event: TrueEvent) -> dict[str, object]:
    return {
        "kind": event.kind.value,
        "direction": event.direction.value if event.direction else None,
        "start": to_seconds(event.interval.onset),
        "end": to_seconds(event.interval.offset),
        "peak": round(event.peak, 3),
        "reportable": event.is_reportable,
    }


def _event_from_json(content: dict[str, object]) -> TrueEvent:
    onset, offset = (from_seconds(float(str(content[key]))) for key in ("start", "end"))
    direction = content["direction"]
    return TrueEvent(
        EventKind(content["kind"]),
        Interval(onset, offset),
        Direction(direction) if direction else None,
        float(str(content["peak"])),
        bool(content["reportable"]),
    )
