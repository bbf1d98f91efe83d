"""Which incidents are listed, and in which order: what N goes through and the table shows."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.review.judged import UNSETTLED

LEAD_SEC = 1.0
"""An incident is shown from so long before it until so long after it."""


class Column(Enum):
    """What the list can be sorted by, in the order of its columns."""

    STATE = 0
    TIME = 1
    WHAT = 2
    LASTS = 3
    SEVERITY = 4
    POINTS = 5


SEVERITIES = ("", "low", "medium", "high")

KEYS: dict[Column, Callable[[IncidentRow], Any]] = {
    Column.STATE: lambda row: row.state.value,
    Column.TIME: lambda row: row.incident.start,
    Column.WHAT: lambda row: (row.incident.kind, row.incident.direction or ""),
    Column.LASTS: lambda row: row.incident.duration,
    Column.SEVERITY: lambda row: SEVERITIES.index(row.incident.severity),
    Column.POINTS: lambda row: row.incident.points,
}


@dataclass(frozen=True)
class Listing:
    """The rows of a report, sorted and filtered as a person asked for.

    Attributes:
        rows: all of them, in time order.
        column, is_falling: what they are sorted by.
        kind: only incidents of this kind are listed; empty for all.
    """

    rows: tuple[IncidentRow, ...] = ()
    column: Column = Column.TIME
    is_falling: bool = False
    kind: str = ""

    @cached_property
    def shown(self) -> tuple[IncidentRow, ...]:
        """What is listed, in order."""
        rows = [row for row in self.rows if self.kind in ("", row.incident.kind)]
        return tuple(sorted(rows, key=KEYS[self.column], reverse=self.is_falling))

    def place(self, incident_id: str) -> int | None:
        """Where an incident stands in the list, None where it is not listed."""
        ids = [row.incident.id for row in self.shown]
        return ids.index(incident_id) if incident_id in ids else None

    def beside(self, incident_id: str, playhead: int, direction: int) -> IncidentRow | None:
        """The next (1) or previous (-1) one of the list; from no incident, the next in time.

        None at the end of the list.
        """
        place = self.place(incident_id)
        if place is not None:
            place += direction
            return self.shown[place] if 0 <= place < len(self.shown) else None
        ahead = [
            row
            for row in self.shown
            if (from_seconds(row.incident.start) - playhead) * direction > 0
        ]
        return min(ahead, key=lambda row: abs(from_seconds(row.incident.start) - playhead),
                   default=None)  # fmt: skip

    def next_open(self, incident_id: str, without: Collection[str] = ()) -> IncidentRow | None:
        """The next one to decide behind an incident, from the top again behind the last."""
        place = self.place(incident_id)
        start = 0 if place is None else place + 1
        turned = (*self.shown[start:], *self.shown[:start])
        return next(
            (row for row in turned if row.state in UNSETTLED and row.incident.id not in without),
            None,
        )


def shown_span(row: IncidentRow, duration: Micros) -> Interval:
    """The part of the recording in which an incident is shown."""
    start = from_seconds(max(0.0, row.incident.start - LEAD_SEC))
    end = from_seconds(row.incident.end + LEAD_SEC)
    return Interval(Micros(min(start, duration)), Micros(min(end, duration)))


def at(rows: tuple[IncidentRow, ...], time: int, duration: Micros, chosen: str) -> str:
    """The incident that the picture at ``time`` belongs to; empty between incidents.

    The chosen one stays as long as its span holds the time; else the one that holds it most
    closely.
    """
    there = [row for row in rows if shown_span(row, duration).onset <= time <= _end(row, duration)]
    if any(row.incident.id == chosen for row in there):
        return chosen
    found = min(there, key=lambda row: _distance(row, time), default=None)
    return found.incident.id if found is not None else ""


def _end(row: IncidentRow, duration: Micros) -> Micros:
    return shown_span(row, duration).offset


def _distance(row: IncidentRow, time: int) -> tuple[int, float]:
    """How far a time lies outside of an incident; of several that hold it, the shortest first."""
    start, end = from_seconds(row.incident.start), from_seconds(row.incident.end)
    return max(start - time, time - end, 0), row.incident.duration
