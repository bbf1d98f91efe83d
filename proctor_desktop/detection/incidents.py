"""Events that belong together become one incident, which a person judges as one thing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from proctor_desktop.detection.options import DetectionOptions
from proctor_desktop.domain.events import (
    BEHAVIOUR_KINDS,
    Event,
    EventKind,
    Incident,
    Severity,
)
from proctor_desktop.domain.timeline import from_seconds

SEVERITY_WEIGHT = {Severity.LOW: 0.5, Severity.MEDIUM: 1.0, Severity.HIGH: 2.0}
KIND_WEIGHT = {kind: rank + 1.0 for rank, kind in enumerate(BEHAVIOUR_KINDS)}
"""Later kinds leave less room for an innocent reading."""


def seriousness(event: Event) -> float:
    """Weight of an event among those of its incident where no policy says otherwise."""
    weight = SEVERITY_WEIGHT[event.severity] * KIND_WEIGHT.get(event.kind, 0.0)
    return weight * (1.0 + event.interval.seconds)


def group(
    events: Iterable[Event],
    options: DetectionOptions,
    weight: Callable[[Event], float] = seriousness,
) -> tuple[Incident, ...]:
    """Incidents in time order; technical events belong to none.

    The primary kind of an incident is the one whose events weigh most together, and the primary
    event the weightiest of that kind.
    """
    gap = from_seconds(options.incident_gap_sec)
    bundles: list[list[Event]] = []
    until = 0
    behaviour = (event for event in events if not event.kind.is_technical)
    for event in sorted(behaviour, key=_order):
        if bundles and event.interval.onset - until <= gap:
            bundles[-1].append(event)
            until = max(until, event.interval.offset)
        else:
            bundles.append([event])
            until = event.interval.offset
    return tuple(_incident(number, bundle, weight) for number, bundle in enumerate(bundles, 1))


def numbered(incidents: Iterable[Incident], before: int) -> tuple[Incident, ...]:
    """The incidents, numbered as if so many others came before them."""
    rows = enumerate(incidents, before + 1)
    return tuple(replace(incident, id=_id(number)) for number, incident in rows)


def _id(number: int) -> str:
    return f"I{number:03d}"


def _order(event: Event) -> tuple[int, int, int]:
    rank = tuple(EventKind).index(event.kind)
    return event.interval.onset, event.interval.offset, rank


def _incident(number: int, events: Sequence[Event], weight: Callable[[Event], float]) -> Incident:
    weights: dict[EventKind, float] = {}
    for event in events:
        weights[event.kind] = weights.get(event.kind, 0.0) + weight(event)
    kind = max(weights, key=lambda each: weights[each])
    primary = max((event for event in events if event.kind is kind), key=weight)
    hull = events[0].interval
    for event in events:
        hull = hull.hull(event.interval)
    return Incident(_id(number), hull, primary, tuple(events))
