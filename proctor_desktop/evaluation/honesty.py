"""What honest people are charged for: the figures that matter most.

Honest seconds are those in which somebody only sits, looks at screen or camera, or talks, as the
labels say. An event of behaviour that reaches into them is false, unless it is right for a label
beside them and hardly does; `TOLERANCE` at both ends of each honest interval is not looked at.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from proctor_desktop.domain.events import BEHAVIOUR_KINDS, Event, EventKind
from proctor_desktop.domain.signals import Channel, SignalTrack
from proctor_desktop.domain.timeline import Interval, merged, to_seconds
from proctor_desktop.evaluation.datasets import LabelledClip, Phase
from proctor_desktop.evaluation.metrics import Row, poisson_interval, scored_part
from proctor_desktop.pipeline import Outcome
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.risk import classify, event_load, kind_logs, risk_of

_HOUR_SEC = 3600.0
_FROM_BELOW_DEG = 4.0
"""Seen from below, a face that looks at its screen is measured as raised by more than this."""
_RIGHT_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Honesty:
    """What was made of one person's honest seconds.

    Attributes:
        person: the clip's name.
        groups: whom the person belongs to.
        brightness: mean grey level of the face.
        seconds: honest ones.
        scored_sec: those of them that are far enough from a label's ends.
        false_events: that reach into them.
        flagged_sec: of the scored ones, under an event.
        shut_flagged_sec: under an event while the eyes are shut.
    """

    person: str
    groups: tuple[str, ...]
    brightness: float
    seconds: float
    scored_sec: float
    false_events: tuple[Event, ...]
    flagged_sec: float
    shut_flagged_sec: float


def honesty_of(clip: LabelledClip, outcome: Outcome) -> Honesty:
    """What was made of the honest seconds of one clip."""
    events = [e for e in outcome.assessment.events if e.kind in BEHAVIOUR_KINDS]
    cores = [core for each in clip.honest if (core := scored_part(each)) is not None]
    return Honesty(
        person=clip.name,
        groups=(*clip.groups, *_seen_groups(clip, outcome.track)),
        brightness=_median(outcome.track, Channel.BRIGHTNESS),
        seconds=sum(each.seconds for each in clip.honest),
        scored_sec=sum(each.seconds for each in cores),
        false_events=tuple(event for event in events if _is_false(event, cores, clip)),
        flagged_sec=_covered_seconds(events, cores),
        shut_flagged_sec=_covered_seconds(events, clip.shut),
    )


def _median(track: SignalTrack, channel: Channel) -> float:
    values = track.column(channel)
    measured = values[np.isfinite(values)]
    return float(np.median(measured)) if len(measured) else math.nan


def _seen_groups(clip: LabelledClip, track: SignalTrack) -> tuple[str, ...]:
    """Groups that the picture itself tells, where the labels do not."""
    if any(each.startswith("camera ") for each in clip.groups):
        return ()
    return ("camera below",) if _median(track, Channel.PITCH) > _FROM_BELOW_DEG else ()


def _is_false(event: Event, cores: Sequence[Interval], clip: LabelledClip) -> bool:
    inside = sum(event.interval.overlap(core) for core in cores)
    if not inside:
        return False
    phases = {EventKind.HEAD_MOVEMENT: clip.head, EventKind.GAZE_DEVIATION: clip.gaze}
    labelled = any(_is_right(event, phase) for phase in phases.get(event.kind, ()))
    return not labelled or inside > _RIGHT_SHARE * event.interval.duration


def _is_right(event: Event, phase: Phase) -> bool:
    same = event.direction in phase.directions
    return same and event.interval.overlap(phase.interval) > 0


def _covered_seconds(events: Sequence[Event], spans: Sequence[Interval]) -> float:
    """Seconds of the spans that lie under any event."""
    covered = merged(event.interval for event in events)
    return to_seconds(sum(each.overlap(span) for each in covered for span in spans))


def honest_rows(dataset: str, people: Sequence[Honesty], policy: Policy) -> Iterator[Row]:
    """The figures of each person, of each group, and of all (person None)."""
    for each in people:
        yield from _figures(dataset, each.person, "person", [each], policy)
    for group, members in _groups(people).items():
        yield from _figures(dataset, group, "group", members, policy)
    if people:
        yield from _figures(dataset, None, "all", people, policy)


def _groups(people: Sequence[Honesty]) -> dict[str, list[Honesty]]:
    """By label, and by whether the face is lighter or darker in its picture than in most."""
    middle = float(np.median([each.brightness for each in people])) if people else 0.0
    found: dict[str, list[Honesty]] = {}
    for each in people:
        shade = "darker face" if each.brightness < middle else "lighter face"
        for group in (*each.groups, shade):
            found.setdefault(group, []).append(each)
    return dict(sorted(found.items()))


def _figures(
    dataset: str, person: str | None, axis: str, people: Sequence[Honesty], policy: Policy
) -> Iterator[Row]:
    seconds = sum(each.seconds for each in people)
    scored = sum(each.scored_sec for each in people)
    events = [event for each in people for event in each.false_events]
    flagged = sum(each.flagged_sec for each in people)
    shut = sum(each.shut_flagged_sec for each in people)
    number, count = len(people), len(events)

    def row(metric: str, value: float, unit: str, n: int, note: str = "") -> Row:
        return Row(dataset, person, metric, axis, value, unit, n, note)

    yield row("honest_sec", seconds, "s", number)
    yield row("false_events", count, "1", number)
    hours = seconds / _HOUR_SEC
    bounds = zip(("", "_low", "_high"), (count, *poisson_interval(count)), strict=True)
    for name, value in bounds:
        yield row(f"false_events_per_hour{name}", value / hours, "1/h", round(seconds))
    yield row("flagged_share", flagged / scored if scored else math.nan, "1", round(scored))
    yield row("shut_eyes_flagged_sec", shut, "s", number)
    risk = hour_risk(events, seconds, policy)
    yield row("risk_of_such_an_hour", risk, "1", count, classify(risk, policy).value)


def hour_risk(events: Sequence[Event], seconds: float, policy: Policy) -> float:
    """Risk of an exam of an hour in which such events came at the rate of these seconds."""
    loads: dict[EventKind, float] = {}
    for event in events:
        load = event_load(event, _HOUR_SEC, policy) * _HOUR_SEC / seconds
        loads[event.kind] = loads.get(event.kind, 0.0) + load
    return risk_of(kind_logs(loads, policy))
