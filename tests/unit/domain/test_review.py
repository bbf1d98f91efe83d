"""Decisions of several people: none vanishes, none wins by its clock (R9)."""

import random
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proctor_desktop.domain.review import (
    Decision,
    IncidentState,
    ReviewState,
    Verdict,
    heads,
    incident_state,
    incident_states,
    review_state,
)

NOW = datetime(2026, 3, 4, tzinfo=timezone.utc)
JUDGING = [Verdict.CONFIRM, Verdict.DISMISS, Verdict.REOPEN]


def a_decision(
    verdict: Verdict,
    parents: tuple[str, ...] = (),
    *,
    origin: str = "east",
    at: datetime = NOW,
    incident_id: str = "I001",
) -> Decision:
    return Decision(
        str(uuid.uuid4()), "report", incident_id, "r", verdict, "", parents, origin, 1, "", "", at
    )


class Hall:
    """Three workstations with clocks of their own that exchange what they know now and then."""

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._known: list[list[Decision]] = [[], [], []]
        self._clocks = [timedelta(hours=source.uniform(-24, 24)) for _ in range(3)]
        self.made: list[Decision] = []

    def step(self) -> None:
        """Somebody decides, or two exchange, in any order and twice at times."""
        if self._source.random() < 0.5:
            self.decide(self._source.randrange(3), self._source.choice([*JUDGING, Verdict.NOTE]))
            return
        one, other = self._source.sample(range(3), 2)
        both = self._known[one] + [
            each for each in self._known[other] if each not in self._known[one]
        ]
        for place in (one, other):
            self._known[place] = self._source.sample(both, len(both))

    def decide(self, place: int, verdict: Verdict) -> Decision:
        known = self._known[place]
        parents = tuple(one.id for one in heads(known)) if verdict.judges else ()
        time = NOW + self._clocks[place] + timedelta(minutes=len(self.made))
        made = a_decision(verdict, parents, origin=str(place), at=time)
        known.append(made)
        self.made.append(made)
        return made

    def settle(self, verdict: Verdict) -> None:
        """One workstation learns everything and names every head."""
        self._known[0] = list(self.made)
        self.decide(0, verdict)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 25))
def test_states_do_not_depend_on_order_or_repetition_and_nobody_wins_silently(
    seed: int, steps: int
) -> None:
    """R9, I8, I9. Mutant: `last_writer` (state of the decision with the latest `decided_at`) shows
    one side of a dispute."""
    assert_history_holds(seed, steps)


def assert_history_holds(seed: int, steps: int) -> bool:
    """The laws of one random history; whether it came to a dispute, which one decision ended."""
    source = random.Random(seed)
    hall = Hall(source)
    for _ in range(steps):
        hall.step()
    state = incident_state(hall.made)
    shuffled = source.sample(hall.made, len(hall.made)) + hall.made[:3]
    assert incident_state(shuffled) is state
    standing = heads(hall.made)
    replaced = {parent for one in hall.made for parent in one.parents}
    for one in hall.made:
        assert one in standing or one.id in replaced or not one.verdict.judges
    is_disputed = len({one.verdict for one in standing}) > 1
    if is_disputed:
        assert state is IncidentState.DISPUTED
        hall.settle(Verdict.DISMISS)
        assert incident_state(hall.made) is IncidentState.DISMISSED
    return is_disputed


def test_a_dispute_ends_by_naming_its_heads_even_when_that_clock_is_behind() -> None:
    one = a_decision(Verdict.CONFIRM)
    other = a_decision(Verdict.DISMISS, at=NOW + timedelta(days=1))
    end = a_decision(Verdict.CONFIRM, (one.id, other.id), at=NOW - timedelta(days=400))
    assert incident_state([one, other]) is IncidentState.DISPUTED
    assert incident_state([end, other, one]) is IncidentState.CONFIRMED


def test_two_who_agree_are_no_dispute() -> None:
    pair = [a_decision(Verdict.CONFIRM), a_decision(Verdict.CONFIRM, origin="west")]
    assert incident_state(pair) is IncidentState.CONFIRMED


def test_decisions_count_for_their_own_incident_only() -> None:
    made = [a_decision(Verdict.DISMISS), a_decision(Verdict.CONFIRM, incident_id="I003")]
    assert incident_states(["I001", "I002"], made) == {
        "I001": IncidentState.DISMISSED,
        "I002": IncidentState.OPEN,
    }


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        pytest.param([], ReviewState.NOTHING, id="no_incident"),
        pytest.param(["open", "confirmed"], ReviewState.OPEN, id="something_left"),
        pytest.param(["dismissed", "confirmed"], ReviewState.DONE, id="all_judged"),
        pytest.param(["open", "disputed"], ReviewState.DISPUTED, id="a_dispute_stands_out"),
    ],
)
def test_a_review_is_as_far_as_its_incidents(states: list[str], expected: ReviewState) -> None:
    named = {str(number): IncidentState(state) for number, state in enumerate(states)}
    assert review_state(named) is expected
