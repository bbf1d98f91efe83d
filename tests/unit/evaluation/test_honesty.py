"""What honest people are charged for, with events made by hand."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.signals import SignalSample, SignalTrack
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.evaluation.datasets import LabelledClip, Phase
from proctor_desktop.evaluation.honesty import honest_rows, honesty_of, hour_risk
from proctor_desktop.scoring.policy import POLICY_1

STEP = from_seconds(0.1)


def span(onset: float, offset: float) -> Interval:
    return Interval(from_seconds(onset), from_seconds(offset))


def gaze(onset: float, offset: float, direction=Direction.DOWN) -> Event:
    interval = span(onset, offset)
    return Event(
        EventKind.GAZE_DEVIATION,
        interval,
        0.5,
        0.35,
        Unit.RADIANS,
        Severity.MEDIUM,
        1.0,
        Axis.EYE,
        direction,
    )


def judged(*events, brightness=120.0, **labels):
    values = {"honest": (span(0, 20),), "shut": (), "gaze": (), "groups": ("webcam",)} | labels
    name = values.pop("name", "person")
    looks = values.pop("gaze")
    clip = LabelledClip(name, Path(name), 0, (), looks, (), **values)
    sample = SignalSample(Micros(0), brightness=brightness, pitch=0.0)
    outcome = SimpleNamespace(
        assessment=SimpleNamespace(events=events), track=SignalTrack.from_samples([sample], STEP)
    )
    return honesty_of(clip, outcome)


def figures(people):
    rows = honest_rows("real", people, POLICY_1)
    return {(row.person, row.metric): row.value for row in rows}


def test_an_event_in_honest_time_is_false_and_flags_its_seconds():
    found = figures([judged(gaze(5, 7))])

    assert found[None, "honest_sec"] == 20
    assert found[None, "false_events"] == 1
    assert found[None, "false_events_per_hour"] == 180
    assert found[None, "flagged_share"] == pytest.approx(2 / 19.2)


def test_what_is_labelled_beside_honest_time_is_not_false_when_it_begins_early():
    looks = (Phase(span(10, 12), frozenset({Direction.DOWN})),)
    person = judged(gaze(9.2, 12), honest=(span(0, 9.8),), gaze=looks)

    assert person.false_events == ()


def test_a_label_excuses_nothing_that_lies_mostly_in_honest_time():
    looks = (Phase(span(10, 12), frozenset({Direction.DOWN})),)
    person = judged(gaze(2, 12), honest=(span(0, 9.8),), gaze=looks)

    assert len(person.false_events) == 1


def test_seconds_flagged_while_the_eyes_are_shut_are_counted():
    assert figures([judged(gaze(5, 7), shut=(span(6, 9),))])[None, "shut_eyes_flagged_sec"] == 1


def test_every_person_and_every_group_has_its_figures():
    people = [
        judged(name="a", brightness=90.0),
        judged(gaze(5, 7), name="b", brightness=160.0, groups=("studio", "glasses")),
    ]
    found = figures(people)

    counts = {
        person: value for (person, metric), value in found.items() if metric == "false_events"
    }
    assert counts == {
        "a": 0,
        "b": 1,
        "darker face": 0,
        "lighter face": 1,
        "glasses": 1,
        "studio": 1,
        "webcam": 0,
        None: 1,
    }


def test_an_hour_at_this_rate_is_classed_as_the_policy_would():
    events = [gaze(5, 7), gaze(9, 10)]
    rows = list(honest_rows("real", [judged(*events)], POLICY_1))
    (hour,) = (row for row in rows if row.person is None and row.metric == "risk_of_such_an_hour")

    assert hour.value == hour_risk(events, 20, POLICY_1)
    assert hour.note == "HIGH_RISK"


def test_nobody_honest_gives_no_figures():
    assert list(honest_rows("real", [], POLICY_1)) == []
