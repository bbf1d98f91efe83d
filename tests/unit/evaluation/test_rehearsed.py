"""Scenarios made for `evaluate` say what they are called for."""

from proctor_desktop.domain.events import BEHAVIOUR_KINDS, EventKind
from proctor_desktop.evaluation.rehearsed import clean_scenarios, glance_scenarios
from proctor_desktop.simulation.cast import CAST
from proctor_desktop.simulation.truth import truth_of


def test_everybody_glances_as_often_in_every_direction() -> None:
    scenarios = list(glance_scenarios())

    assert [scenario.name for scenario in scenarios] == [f"glances/{name}" for name in CAST]
    events = truth_of(scenarios[0]).reportable
    assert {event.kind for event in events} == {EventKind.GAZE_DEVIATION}
    ways = [event.direction.value for event in events if event.direction]
    assert sorted(ways) == sorted(["left", "right", "up", "down"] * 6)
    assert all(24 <= event.peak <= 34 and event.interval.seconds > 0.75 for event in events)


def test_the_same_seed_gives_the_same_glances() -> None:
    assert next(glance_scenarios(3)).deeds == next(glance_scenarios(3)).deeds
    assert next(glance_scenarios(3)).deeds != next(glance_scenarios(4)).deeds


def test_nothing_that_counts_happens_in_honest_work() -> None:
    scenarios = list(clean_scenarios(seconds=20))

    assert len(scenarios) == len(CAST)
    for scenario in scenarios:
        assert not [e for e in truth_of(scenario).reportable if e.kind in BEHAVIOUR_KINDS]
