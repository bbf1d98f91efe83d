"""How labelled clips are scored, with events made by hand."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.evaluation.clips import clip_rows, score_clip
from proctor_desktop.evaluation.datasets import HeadCount, LabelledClip, Phase
from proctor_desktop.evaluation.metrics import Tally
from proctor_desktop.pipeline import AnalysisOptions

LEFT, RIGHT, DOWN = Direction.LEFT, Direction.RIGHT, Direction.DOWN


def span(onset: float, offset: float) -> Interval:
    return Interval(from_seconds(onset), from_seconds(offset))


def event(onset: float, offset: float, direction=None, kind=EventKind.HEAD_MOVEMENT) -> Event:
    return Event(
        kind, span(onset, offset), 30, 15, Unit.DEGREES, Severity.LOW, 1.0, Axis.YAW, direction
    )


def scored(events, head=(), people=()):
    clip = LabelledClip("clip", Path("clip"), 0, tuple(head), (), tuple(people))
    outcome = SimpleNamespace(
        assessment=SimpleNamespace(events=tuple(events)),
        track=SimpleNamespace(end=from_seconds(20)),
    )
    return score_clip(clip, outcome)


PHASES = [
    Phase(span(0, 4), frozenset()),
    Phase(span(5, 7), frozenset({LEFT})),
    Phase(span(8, 10), frozenset({RIGHT, DOWN})),
]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        pytest.param([event(4.8, 7.2, LEFT), event(8, 10, DOWN)], Tally(2, 0, 0), id="all"),
        pytest.param([event(4.8, 7.2, LEFT)], Tally(1, 1, 0), id="one_missed"),
        pytest.param([event(5, 7, RIGHT), event(8, 10, RIGHT)], Tally(1, 1, 1), id="wrong_way"),
        pytest.param([event(5, 5.8, LEFT)], Tally(0, 2, 0), id="too_little_of_it"),
        pytest.param([event(1, 2, LEFT)], Tally(0, 2, 1), id="while_looking_ahead"),
        pytest.param([event(3.7, 7, LEFT)], Tally(1, 1, 0), id="tolerance_beside_a_quiet_phase"),
        pytest.param([event(7.3, 7.8, LEFT)], Tally(0, 2, 0), id="between_labels"),
    ],
)
def test_phases_are_found_missed_or_false(events, expected):
    assert scored(events, head=PHASES)["head_movement"] == expected


def test_an_empty_seat_and_a_full_one():
    counts = [HeadCount(span(0, 5), 1), HeadCount(span(5, 10), 0)]
    absent = event(5.1, 10, kind=EventKind.FACE_ABSENCE)

    assert scored([absent], people=counts)["face_absence"] == Tally(1, 0, 0)
    assert scored([], people=counts)["face_absence"] == Tally(0, 1, 0)


def test_a_second_person_where_there_is_one_is_a_false_alarm():
    crowd = event(2, 6, kind=EventKind.MULTIPLE_FACES)

    assert scored([crowd], people=[HeadCount(None, 1)])["multiple_faces"] == Tally(0, 0, 1)
    assert scored([crowd], people=[HeadCount(span(2, 7), 3)])["multiple_faces"] == Tally(1, 0, 0)


def test_a_clip_that_cannot_be_read_costs_one_row(tmp_path):
    clip = LabelledClip("gone.mp4", tmp_path / "gone.mp4", 0, (), (), ())

    (row, *_) = clip_rows("set", [clip], AnalysisOptions())

    assert (row.person, row.metric, row.value) == ("gone.mp4", "readable", 0.0)


def test_what_is_not_labelled_is_not_scored():
    assert scored([event(1, 2, LEFT)]) == {}
