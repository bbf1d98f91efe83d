"""Figures of merit, and how found events are matched with true ones."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from proctor_desktop.domain.counting import poisson_interval as poisson_interval
from proctor_desktop.domain.events import Direction, EventKind
from proctor_desktop.domain.frame import PersonBox
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds, to_seconds

TOLERANCE = from_seconds(0.4)
"""Labels read by eye are no better than this."""

MIN_EVENT_IOU = 0.3
"""Intersection over union from which on a found and a true interval can be the same event."""

MIN_BOX_IOU = 0.3
"""The same for two boxes: a detector's box ends at the chin where another's ends at the neck."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure.

    Attributes:
        dataset: name of the material.
        person: person, clip or scenario; ``all`` for the whole of it. Figures of honest people have
            None for all, and the group's name with the axis ``group``.
        metric, axis: what was measured, and of what.
        value: the figure, NaN where there was nothing to measure.
        unit: of the value, ``1`` for a ratio.
        n: how many frames, faces or events stand behind it.
        note: what the figure means in a word, such as the class of a risk.
    """

    dataset: str
    person: str | None
    metric: str
    axis: str
    value: float
    unit: str
    n: int
    note: str = ""


def scored_part(interval: Interval) -> Interval | None:
    """A labelled interval without `TOLERANCE` at both ends; None where nothing is left."""
    if interval.duration <= 2 * TOLERANCE:
        return None
    return Interval(Micros(interval.onset + TOLERANCE), Micros(interval.offset - TOLERANCE))


def mean_absolute_error(measured: ArrayLike, true: ArrayLike) -> float:
    """Mean of the absolute differences where both are finite; NaN where nowhere."""
    errors = np.abs(np.asarray(measured, np.float64) - np.asarray(true, np.float64))
    errors = errors[np.isfinite(errors)]
    return float(errors.mean()) if len(errors) else math.nan


def correlation(measured: ArrayLike, true: ArrayLike) -> float:
    """Pearson's correlation where both are finite; NaN with less than three."""
    y, x = np.asarray(measured, np.float64), np.asarray(true, np.float64)
    both = np.isfinite(x) & np.isfinite(y)
    return float(np.corrcoef(x[both], y[both])[0, 1]) if both.sum() >= 3 else math.nan


def slope(measured: ArrayLike, true: ArrayLike) -> float:
    """How much of the true value is reported: the slope of the regression line."""
    y, x = np.asarray(measured, np.float64), np.asarray(true, np.float64)
    both = np.isfinite(x) & np.isfinite(y)
    if both.sum() < 3 or float(np.ptp(x[both])) < 1e-9:
        return math.nan
    centred = x[both] - x[both].mean()
    return float(centred @ y[both] / (centred @ centred))


@dataclass(frozen=True, slots=True)
class Happening:
    """A found or a true event, as far as matching needs it; ``directions`` empty: any will do."""

    kind: EventKind
    interval: Interval
    directions: frozenset[Direction] = frozenset()

    def agrees_with(self, other: "Happening") -> bool:
        """Whether kind and direction are the same."""
        if self.kind is not other.kind:
            return False
        return (
            not self.directions or not other.directions or bool(self.directions & other.directions)
        )


@dataclass(frozen=True, slots=True)
class Matching:
    """Found and true events, paired one to one.

    Attributes:
        pairs: of found and true.
        missed: true ones that were not found.
        spurious: found ones that are not true.
    """

    pairs: tuple[tuple[Happening, Happening], ...]
    missed: tuple[Happening, ...]
    spurious: tuple[Happening, ...]

    @property
    def boundary_errors(self) -> list[float]:
        """Seconds between found and true onset and offset of every pair."""
        return [
            abs(to_seconds(ours - theirs))
            for found, true in self.pairs
            for ours, theirs in (
                (found.interval.onset, true.interval.onset),
                (found.interval.offset, true.interval.offset),
            )
        ]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of which precision and recall are made."""

    hits: int
    misses: int
    false_alarms: int

    @property
    def recall(self) -> float:
        """Share of the true ones that were found; NaN without true ones."""
        return _ratio(self.hits, self.hits + self.misses)

    @property
    def precision(self) -> float:
        """Share of the found ones that are true; NaN without found ones."""
        return _ratio(self.hits, self.hits + self.false_alarms)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _ratio(2 * self.hits, 2 * self.hits + self.misses + self.false_alarms)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.hits + other.hits,
            self.misses + other.misses,
            self.false_alarms + other.false_alarms,
        )


def match_events(found: Iterable[Happening], true: Sequence[Happening]) -> Matching:
    """Pairs of the same kind and direction, the best overlap first.

    Two intervals can be one event when they overlap by `MIN_EVENT_IOU`, or when both of their ends
    lie within `TOLERANCE` of each other.
    """
    ours = list(found)
    candidates = sorted(
        (
            (-_overlap(mine.interval, theirs.interval), i, j)
            for i, mine in enumerate(ours)
            for j, theirs in enumerate(true)
            if mine.agrees_with(theirs) and _same(mine.interval, theirs.interval)
        ),
    )
    mine_used: dict[int, int] = {}
    theirs_used: set[int] = set()
    for _, i, j in candidates:
        if i not in mine_used and j not in theirs_used:
            mine_used[i] = j
            theirs_used.add(j)
    return Matching(
        tuple((ours[i], true[j]) for i, j in mine_used.items()),
        tuple(event for j, event in enumerate(true) if j not in theirs_used),
        tuple(event for i, event in enumerate(ours) if i not in mine_used),
    )


def _same(one: Interval, other: Interval) -> bool:
    near = max(abs(one.onset - other.onset), abs(one.offset - other.offset)) <= TOLERANCE
    return near or _overlap(one, other) >= MIN_EVENT_IOU


def _overlap(one: Interval, other: Interval) -> float:
    """Intersection over union."""
    both = one.overlap(other)
    return both / (one.duration + other.duration - both)


def match_boxes(found: Sequence[PersonBox], true: Sequence[PersonBox]) -> Tally:
    """Found faces that are true ones, true ones that were missed, and false alarms."""
    pairs = sorted(
        (
            (-_box_overlap(mine, theirs), i, j)
            for i, mine in enumerate(found)
            for j, theirs in enumerate(true)
        ),
    )
    mine_used, theirs_used = set[int](), set[int]()
    for worth, i, j in pairs:
        if -worth >= MIN_BOX_IOU and i not in mine_used and j not in theirs_used:
            mine_used.add(i)
            theirs_used.add(j)
    hits = len(mine_used)
    return Tally(hits, len(true) - hits, len(found) - hits)


def _box_overlap(one: PersonBox, other: PersonBox) -> float:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    both = max(0.0, width) * max(0.0, height)
    return both / (one.width * one.height + other.width * other.height - both)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


def tally_rows(dataset: str, person: str, axis: str, tally: Tally) -> list[Row]:
    """Precision, recall and F1 as rows."""
    true, found = tally.hits + tally.misses, tally.hits + tally.false_alarms
    return [
        Row(dataset, person, "precision", axis, tally.precision, "1", found),
        Row(dataset, person, "recall", axis, tally.recall, "1", true),
        Row(dataset, person, "f1", axis, tally.f1, "1", true + tally.false_alarms),
    ]
