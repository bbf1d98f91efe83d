"""Risk of a recording from its incidents, and what each of them adds.

An incident is charged once, by its primary kind: what its events of that kind weigh together, so
that a turn of the head with its gaze and its lost face is charged as one thing, and twenty glances
in a row as twenty. For each kind

    load = sum of severity * (1 / (R * T in hours) + duration / (E * T))
    r = 1 - exp(-load)

and ``risk = 1 - product of (1 - ceiling * r)`` over the kinds: more incidents never lower it.

Attribution: ``-ln(1 - ceiling * r)`` adds up over the kinds, so the risk is shared among them in
that proportion, and within a kind among its incidents in proportion to their loads. Risk and parts
are multiples of a millionth, rounded by largest remainder, so that the parts add up exactly.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proctor_desktop.domain.events import Event, EventKind, Incident
from proctor_desktop.domain.report import Contribution, RiskClass
from proctor_desktop.scoring.policy import Policy

MILLION = 1_000_000
SECONDS_PER_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Risk:
    """Score between 0 and 1, its class, and what each incident contributes to it."""

    score: float
    classification: RiskClass
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """One incident's kind and load."""

    incident_id: str
    kind: EventKind
    load: float


def counted_seconds(measurable_sec: float, policy: Policy) -> float:
    """The time T that events are held against."""
    return max(measurable_sec, policy.min_measurable_sec)


def event_load(event: Event, counted_sec: float, policy: Policy) -> float:
    """Load of one event in ``counted_sec`` seconds; 0 for technical ones."""
    if event.kind.is_technical:
        return 0.0
    constants = policy.of(event.kind)
    number = SECONDS_PER_HOUR / (constants.rate * counted_sec)
    duration = event.interval.seconds / (constants.share * counted_sec)
    return policy.weight(event.severity) * (number + duration)


def charges(
    incidents: Iterable[Incident], measurable_sec: float, policy: Policy
) -> tuple[Charge, ...]:
    """What each incident is charged: the load of its events of the primary kind."""
    counted = counted_seconds(measurable_sec, policy)
    return tuple(
        Charge(
            incident.id,
            incident.primary.kind,
            math.fsum(
                event_load(event, counted, policy)
                for event in incident.events
                if event.kind is incident.primary.kind
            ),
        )
        for incident in incidents
    )


def classify(score: float, policy: Policy) -> RiskClass:
    """Class of a risk score."""
    return policy.limits.of(score)


def score(incidents: Iterable[Incident], measurable_sec: float, policy: Policy) -> Risk:
    """Risk of a recording with these incidents in its measurable seconds."""
    charged = charges(incidents, measurable_sec, policy)
    logs = kind_logs(kind_loads(charged), policy)
    total = risk_of(logs)
    points = _points(charged, logs, total)
    contributions = tuple(
        Contribution(charge.incident_id, charge.kind.value, point, charge.load)
        for charge, point in zip(charged, points, strict=True)
    )
    return Risk(total, classify(total, policy), contributions)


def kind_loads(charged: Iterable[Charge]) -> dict[EventKind, float]:
    """Load of each kind that occurs."""
    loads: dict[EventKind, list[float]] = {}
    for charge in charged:
        loads.setdefault(charge.kind, []).append(charge.load)
    return {kind: math.fsum(each) for kind, each in loads.items()}


def kind_logs(loads: dict[EventKind, float], policy: Policy) -> dict[EventKind, float]:
    """``-ln(1 - ceiling * r)`` of each kind; a ceiling of 1 with a boundless load stays finite."""
    logs: dict[EventKind, float] = {}
    for kind, load in loads.items():
        kept = 1.0 - policy.of(kind).ceiling * -math.expm1(-load)
        logs[kind] = -math.log(max(kept, 1e-300))
    return logs


def risk_of(logs: dict[EventKind, float]) -> float:
    """Risk of the kinds together, to a millionth."""
    return round(-math.expm1(-math.fsum(logs.values())) * MILLION) / MILLION


def _points(charged: Sequence[Charge], logs: dict[EventKind, float], total: float) -> list[float]:
    """Shares of the total in millionths, by largest remainder."""
    whole = round(total * MILLION)
    all_logs = math.fsum(logs.values())
    if not charged or all_logs <= 0:
        return [0.0] * len(charged)
    loads = kind_loads(charged)
    exact = [
        whole * logs[charge.kind] / all_logs * charge.load / loads[charge.kind]
        if loads[charge.kind] > 0
        else 0.0
        for charge in charged
    ]
    parts = [math.floor(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda row: (parts[row] - exact[row], row))
    for row in order[: whole - sum(parts)]:
        parts[row] += 1
    return [part / MILLION for part in parts]
