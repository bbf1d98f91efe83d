"""How much of an exam was measured, and what that leaves open of its class and risk.

A class is said where at least half of the exam was measured, and at least half a minute. The
risk's range holds what would have been charged had everything been measured. Least: nothing more
happened. Most: in the time that was not measured each kind came as often as the measured time
leaves open, at 95 % confidence (three times in it where none was seen), each as heavy as those
that were seen, or of medium severity. Where everything was measured both are the risk itself.
"""

from collections import Counter
from dataclasses import dataclass

from proctor_desktop.domain.counting import poisson_interval
from proctor_desktop.domain.events import BEHAVIOUR_KINDS, EventKind
from proctor_desktop.domain.report import Report, RiskClass
from proctor_desktop.scoring.policy import Policy, policy_of
from proctor_desktop.scoring.risk import SECONDS_PER_HOUR, counted_seconds, kind_logs, risk_of

LITTLE_SHARE = 0.5
"""Where less than this was measured nothing can be said."""

LITTLE_SEC = 30.0
"""Nor of seconds: one look aside in ten of them would make a class of its own."""

_BOTH_SIDES = 0.90
"""Of an interval whose upper end alone is wrong once in twenty."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Seconds of an exam, and those of them in which something could be measured."""

    exam_sec: float
    measured_sec: float

    @property
    def is_mostly_missing(self) -> bool:
        """Whether less than half of it was measured; such an exam is never called clean."""
        return self.measured_sec < LITTLE_SHARE * self.exam_sec

    @property
    def is_little(self) -> bool:
        """Whether too little was measured to say a class."""
        return self.is_mostly_missing or self.measured_sec < LITTLE_SEC

    @property
    def share(self) -> float:
        """Measured part of the exam, 0 to 1."""
        return min(1.0, self.measured_sec / self.exam_sec) if self.exam_sec > 0 else 0.0

    @property
    def missed_sec(self) -> float:
        """Seconds in which nothing could be measured."""
        return max(0.0, self.exam_sec - self.measured_sec)


@dataclass(frozen=True, slots=True)
class RiskRange:
    """Between which risks the exam lies, had all of it been measured."""

    least: float
    most: float

    @property
    def is_point(self) -> bool:
        """Whether both are the same in two digits."""
        return round(self.least, 2) == round(self.most, 2)


def extent_of(report: Report) -> Extent:
    """How much of its exam a report is about."""
    return Extent(report.analysis.exam_sec, report.analysis.coverage.measurable_sec)


def sayable_class(report: Report) -> RiskClass | None:
    """The class that is said to people; None where too little was measured to say one."""
    return None if extent_of(report).is_little else RiskClass(report.risk_classification)


def report_range(report: Report) -> RiskRange:
    """The range of a report's risk, under its own policy."""
    parts = report.analysis.contributions
    loads: dict[EventKind, float] = {}
    for part in parts:
        kind = EventKind(part.kind)
        loads[kind] = loads.get(kind, 0.0) + part.load
    counts = Counter(EventKind(part.kind) for part in parts)
    return risk_range(
        loads, counts, extent_of(report), policy_of(report.analysis.provenance.settings)
    )


def risk_range(
    loads: dict[EventKind, float], counts: Counter[EventKind], extent: Extent, policy: Policy
) -> RiskRange:
    """The range of a risk.

    Args:
        loads, counts: of the incidents of each kind, as they were charged.
        extent: how much was measured.
        policy: that they were charged by.
    """
    counted = counted_seconds(extent.measured_sec, policy)
    share = counted / (counted + extent.missed_sec)
    more = {kind: _missed_load(kind, loads, counts, extent, policy) for kind in BEHAVIOUR_KINDS}
    least = {kind: load * share for kind, load in loads.items()}
    most = {kind: (loads.get(kind, 0.0) + more[kind]) * share for kind in BEHAVIOUR_KINDS}
    return RiskRange(risk_of(kind_logs(least, policy)), risk_of(kind_logs(most, policy)))


def _missed_load(
    kind: EventKind,
    loads: dict[EventKind, float],
    counts: Counter[EventKind],
    extent: Extent,
    policy: Policy,
) -> float:
    """Load of as many incidents as there may have been while nothing was measured."""
    if not extent.missed_sec:
        return 0.0
    seen = counts[kind]
    _, most = poisson_interval(seen, _BOTH_SIDES)
    per_second = most / max(extent.measured_sec, 1.0)
    counted = counted_seconds(extent.measured_sec, policy)
    usual = SECONDS_PER_HOUR / (policy.of(kind).rate * counted) * policy.medium_weight
    each = loads[kind] / seen if seen else usual
    return per_second * extent.missed_sec * each
