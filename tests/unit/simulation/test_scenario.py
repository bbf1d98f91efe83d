import pytest

from proctor_desktop.domain.events import Direction
from proctor_desktop.paths import resource
from proctor_desktop.simulation.scenario import (
    FOLDER,
    USAGE,
    Action,
    Deed,
    Scenario,
    ScenarioError,
    scenario_names,
)

HEAD = "title: A test\nseconds: 60\n"


def test_a_scenario_reads_as_it_is_written():
    text = (
        HEAD + "size: 320x240\nreading: yes  # all the time\nat 12 s turn left 30 deg for 2.5 s\n"
    )
    scenario = Scenario.parse(text, "a_test")
    assert (scenario.name, scenario.title, scenario.seconds) == ("a_test", "A test", 60)
    assert (scenario.width, scenario.height) == (320, 240)
    assert scenario.habits.reading
    assert scenario.deeds == (Deed(12, 2.5, Action.TURN, Direction.LEFT, 30),)


def test_units_may_stand_close_to_their_number():
    apart = Scenario.parse(HEAD + "at 1 s blur 9 px for 4 s")
    together = Scenario.parse(HEAD + "at 1s blur 9px for 4s")
    assert apart.deeds == together.deeds


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param("at 5 s dance for 2 s", "'dance' is not a deed", id="unknown_deed"),
        pytest.param("at 5 s turn 30 deg for 2 s", "needs a direction", id="no_direction"),
        pytest.param("at 5 s tilt up 30 deg for 2 s", "needs a direction", id="wrong_direction"),
        pytest.param("at 5 s turn left 30 for 2 s", "must be given in deg", id="no_unit"),
        pytest.param("at 5 s turn left 300 deg for 2 s", "takes 0.1 to 80 deg", id="too_far"),
        pytest.param("at 5 s leave left", "must end with 'for ... s'", id="no_duration"),
        pytest.param("at 5 s leave left for -2 s", "longer than 0", id="negative"),
        pytest.param("at five s leave left for 2 s", "'five' is not a number", id="no_number"),
        pytest.param("at 5 s leave left for 2 s now", "one word too many", id="surplus"),
        pytest.param("colour: blue", "'colour' is not known", id="unknown_fact"),
        pytest.param("seconds: 5", "said twice", id="twice"),
        pytest.param("size: 641x480", "two even numbers", id="odd_size"),
        pytest.param("leave left", "expected 'key: value'", id="no_key"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(line, complaint):
    with pytest.raises(ScenarioError, match=r"^Line 3 of ") as caught:
        Scenario.parse(HEAD + line)
    assert complaint in str(caught.value)


def test_a_deed_must_be_over_before_the_end():
    with pytest.raises(ScenarioError, match="before the leave at 58 s is over"):
        Scenario.parse(HEAD + "at 58 s leave left for 5 s")


def test_title_and_length_must_be_said():
    with pytest.raises(ScenarioError, match="does not say its seconds"):
        Scenario.parse("title: No end")


def test_an_unknown_scenario_is_answered_with_the_known_ones():
    with pytest.raises(ScenarioError, match=r"there are: .*demo"):
        Scenario.load("nonsense")


@pytest.mark.parametrize("name", scenario_names())
def test_every_shipped_scenario_can_be_read(name):
    assert Scenario.load(name).seconds >= 12


def test_every_action_has_its_usage():
    assert set(USAGE) == set(Action)


def test_every_action_is_explained_beside_the_scenarios():
    guide = resource(f"{FOLDER}/README.md").read_text(encoding="utf-8")
    unexplained = [action.value for action in Action if f"`{action.value}" not in guide]
    assert not unexplained
