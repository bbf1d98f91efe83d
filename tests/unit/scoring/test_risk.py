"""The policy's reference cases, and the laws of the score."""

import math
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.events import (
    BEHAVIOUR_KINDS,
    Event,
    EventKind,
    Incident,
    Severity,
)
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.scoring.policy import POLICY_1, Policy
from proctor_desktop.scoring.risk import MILLION, classify, score
from tests.unit.scoring.charging import (
    ABSENCE,
    GAZE,
    HEAD,
    PEOPLE,
    event,
    incidents,
    spread,
)

HOUR = 3600.0
CLASSES = list(RiskClass)


def test_a_quiet_hour_has_no_risk() -> None:
    risk = score((), HOUR, POLICY_1)
    assert (risk.score, risk.classification, risk.contributions) == (0, RiskClass.CLEAN, ())


def test_the_specifications_example_is_clean_with_its_confidence() -> None:
    risk = score(
        incidents(spread(GAZE, 5, 1.5), spread(HEAD, 3, 1.5, 1000), spread(ABSENCE, 1, 1.5, 2000)),
        HOUR,
        POLICY_1,
    )
    assert risk.classification is RiskClass.CLEAN
    assert 1 - risk.score == pytest.approx(0.92, abs=0.02)


def test_twenty_glances_in_an_hour_are_clean() -> None:
    risk = score(incidents(spread(GAZE, 20, 1.5)), HOUR, POLICY_1)
    assert risk.classification is RiskClass.CLEAN


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        pytest.param(60, RiskClass.SUSPICIOUS, id="a_minute"),
        pytest.param(600, RiskClass.HIGH_RISK, id="ten_minutes"),
    ],
)
def test_away_from_the_seat(seconds: float, expected: RiskClass) -> None:
    risk = score(incidents([event(ABSENCE, 1000, seconds)]), HOUR, POLICY_1)
    assert risk.classification is expected


@pytest.mark.parametrize("kind", [GAZE, HEAD])
@pytest.mark.parametrize("length", [0.7, 1.5, 3.0, 10.0, 60.0, 720.0])
def test_looking_away_a_fifth_of_the_time_is_at_least_suspicious(
    kind: EventKind, length: float
) -> None:
    looks = spread(kind, round(720 / length), length)
    risk = score(incidents(looks), HOUR, POLICY_1)
    assert CLASSES.index(risk.classification) >= CLASSES.index(RiskClass.SUSPICIOUS)


def test_a_second_person_for_half_a_minute_is_high_risk() -> None:
    risk = score(incidents([event(PEOPLE, 1000, 30)]), HOUR, POLICY_1)
    assert risk.classification is RiskClass.HIGH_RISK


@pytest.mark.parametrize("kind", [GAZE, HEAD])
def test_a_glance_never_makes_high_risk_even_in_a_short_clip(kind: EventKind) -> None:
    for exceedance in (1.1, 2.0, 3.0):
        glance = event(kind, 5, 1.9, exceedance)
        assert score(incidents([glance]), 30.0, POLICY_1).classification is RiskClass.CLEAN


def test_short_clips_count_as_ten_minutes() -> None:
    turn = incidents([event(HEAD, 5, 3)])
    assert score(turn, 30.0, POLICY_1) == score(turn, 600.0, POLICY_1)
    assert score(turn, 1200.0, POLICY_1).score < score(turn, 600.0, POLICY_1).score


def test_a_turn_with_its_gaze_is_charged_once() -> None:
    turn, gaze = event(HEAD, 100, 4), event(GAZE, 100.3, 3.5)
    assert score(incidents([turn, gaze]), HOUR, POLICY_1).score == pytest.approx(
        score(incidents([turn]), HOUR, POLICY_1).score
    )


def test_glances_that_follow_closely_are_one_incident_but_all_are_charged() -> None:
    apart = score(incidents([event(GAZE, 100 + 10 * n, 1) for n in range(40)]), HOUR, POLICY_1)
    close = score(incidents([event(GAZE, 100 + 2 * n, 1) for n in range(40)]), HOUR, POLICY_1)
    assert len(close.contributions) == 1
    assert close.score == pytest.approx(apart.score)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, RiskClass.CLEAN),
        (0.20, RiskClass.CLEAN),
        (0.200001, RiskClass.BORDERLINE),
        (0.40, RiskClass.BORDERLINE),
        (0.65, RiskClass.SUSPICIOUS),
        (0.650001, RiskClass.HIGH_RISK),
    ],
)
def test_classes_begin_beyond_their_limits(value: float, expected: RiskClass) -> None:
    assert classify(value, POLICY_1) is expected


lengths = st.integers(600_000, 900_000_000)
events_alone = st.builds(
    lambda kind, length, severity: replace(
        event(kind, 0, 1),
        interval=Interval(Micros(0), Micros(length)),
        severity=severity,
    ),
    st.sampled_from(BEHAVIOUR_KINDS),
    lengths,
    st.sampled_from(Severity),
)
many = st.lists(events_alone, max_size=25)


def alone(events: list[Event]) -> list[Incident]:
    return [
        Incident(f"I{number:03d}", each.interval, each, (each,))
        for number, each in enumerate(events, 1)
    ]


@given(many, st.floats(1, 30_000))
def test_contributions_add_up_to_the_risk_exactly(events: list[Event], seconds: float) -> None:
    risk = score(alone(events), seconds, POLICY_1)
    assert 0 <= risk.score <= 1
    assert sum(round(each.points * MILLION) for each in risk.contributions) == round(
        risk.score * MILLION
    )
    assert all(each.points >= 0 for each in risk.contributions)
    assert [each.incident_id for each in risk.contributions] == [i.id for i in alone(events)]


@given(many, events_alone, st.floats(1, 30_000))
def test_one_more_incident_never_lowers_the_risk(
    events: list[Event], another: Event, seconds: float
) -> None:
    less = score(alone(events), seconds, POLICY_1)
    more = score(alone([*events, another]), seconds, POLICY_1)
    assert more.score >= less.score


@given(many, events_alone, st.floats(1, 30_000), st.floats(1, 5))
def test_a_longer_or_graver_event_never_lowers_the_risk(
    events: list[Event], changed: Event, seconds: float, factor: float
) -> None:
    longer = replace(
        changed,
        interval=Interval(Micros(0), Micros(round(changed.interval.duration * factor))),
        severity=Severity.HIGH,
    )
    before = score(alone([*events, changed]), seconds, POLICY_1)
    after = score(alone([*events, longer]), seconds, POLICY_1)
    assert after.score >= before.score


@given(many, st.floats(600, 30_000), st.floats(1, 5))
def test_more_measurable_time_never_raises_the_risk(
    events: list[Event], seconds: float, factor: float
) -> None:
    assert (
        score(alone(events), seconds * factor, POLICY_1).score
        <= score(alone(events), seconds, POLICY_1).score
    )


def test_a_kind_never_exceeds_its_ceiling() -> None:
    for kind in BEHAVIOUR_KINDS:
        risk = score(incidents([event(kind, 0, 80_000)]), 600.0, POLICY_1)
        assert risk.score <= POLICY_1.of(kind).ceiling
        assert risk.score == pytest.approx(POLICY_1.of(kind).ceiling, abs=0.001)


def test_a_ceiling_of_one_stays_finite() -> None:
    policy = replace(POLICY_1, face_absence_ceiling=1.0)
    risk = score(incidents([event(ABSENCE, 0, 80_000)]), 600.0, policy)
    assert risk.score == 1
    assert math.isfinite(risk.contributions[0].points)


def test_a_kind_without_a_ceiling_costs_nothing() -> None:
    policy = replace(POLICY_1, multiple_faces_ceiling=0.0)
    risk = score(incidents([event(PEOPLE, 0, 600)]), HOUR, policy)
    assert risk.score == 0
    assert [each.points for each in risk.contributions] == [0]


def test_technical_kinds_have_no_policy() -> None:
    with pytest.raises(KeyError):
        POLICY_1.of(EventKind.FEED_DARK)


def test_version_one_is_the_published_table() -> None:
    table = {
        kind: (POLICY_1.of(kind).rate, POLICY_1.of(kind).share, POLICY_1.of(kind).ceiling)
        for kind in BEHAVIOUR_KINDS
    }
    assert table == {
        GAZE: (100, 0.10, 0.70),
        HEAD: (75, 0.08, 0.70),
        ABSENCE: (15, 0.03, 0.85),
        PEOPLE: (3, 0.01, 0.90),
    }
    assert [POLICY_1.weight(severity) for severity in Severity] == [0.5, 1, 2]
    assert POLICY_1.version == "1"
    assert {field.name for field in fields(Policy)} >= {"clean_until", "min_measurable_sec"}


def test_a_changed_policy_says_so_in_its_name():
    assert POLICY_1.name == "1"
    assert Policy(version="hall 2", clean_until=0.1).name == "hall 2"
    changed = Policy(clean_until=0.1)
    assert changed.name.startswith("1 (changed, ")
    assert changed.name == Policy(clean_until=0.1).name
    assert changed.name != Policy(clean_until=0.15).name
