"""Which incident of a report is which one of the same recording, when it was scored anew.

Numbers follow time, so that one incident more or less before another gives it another number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.scoring.assessment import Assessment

SAME_SHARE = 0.5
"""Two incidents of a kind that share more than this of their whole time are the same."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident by its number: what, and from when to when in seconds."""

    id: str
    kind: str
    start: float
    end: float

    def is_same(self, other: "Happened") -> bool:
        """Whether this is the other one, whatever their numbers."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        whole = max(self.end, other.end) - min(self.start, other.start)
        return self.kind == other.kind and shared > SAME_SHARE * whole


def in_report(report: Report) -> Iterator[Happened]:
    """What a report tells of, within the exam and outside of it."""
    for one in report.analysis.shown:
        yield Happened(one.id, one.kind, one.start, one.end)


def in_assessment(assessment: Assessment) -> Iterator[Happened]:
    """The same of an assessment."""
    for one in (*assessment.incidents, *assessment.outside):
        start, end = to_seconds(one.interval.onset), to_seconds(one.interval.offset)
        yield Happened(one.id, one.primary.kind.value, start, end)


def renumbered(before: Iterable[Happened], after: Iterable[Happened]) -> dict[str, str]:
    """The number that each incident has now, by its earlier one; those that are gone are left
    out."""
    now = list(after)
    same = ((old.id, next((new.id for new in now if old.is_same(new)), None)) for old in before)
    return {old: new for old, new in same if new is not None}
