import numpy as np
import pytest

from proctor_desktop.domain.events import Direction, EventKind
from proctor_desktop.domain.timeline import to_seconds
from proctor_desktop.simulation.scenario import Scenario
from proctor_desktop.simulation.truth import COLUMNS, Truth, truth_of

EXPRESSIONS = ("stare", "smile", "laugh", "yawn", "close")


def truth(*lines: str) -> Truth:
    return truth_of(Scenario.parse("\n".join(["title: t", "seconds: 30", "fps: 10", *lines])))


def spans(found: Truth) -> list[tuple[EventKind, Direction | None, float, float]]:
    return [
        (e.kind, e.direction, to_seconds(e.interval.onset), to_seconds(e.interval.offset))
        for e in found.events
    ]


def test_a_turn_lasts_while_it_is_beyond_the_level():
    # Minimum jerk reaches half its way after half the ramp of 0.35 s, and 15 is half of 30 degrees.
    (kind, direction, onset, offset), *others = spans(truth("at 10 s turn right 30 deg for 3 s"))
    assert (kind, direction) == (EventKind.HEAD_MOVEMENT, Direction.RIGHT)
    assert onset == pytest.approx(10.175, abs=0.011)
    assert offset == pytest.approx(13.175, abs=0.011)
    assert not others


def test_what_is_done_counts_from_how_the_candidate_works():
    work = "yaw: -24", "gaze_horizontal: -10", "pitch: 12"
    (event,) = spans(truth(*work, "at 10 s turn left 30 deg for 3 s"))
    assert event[:2] == (EventKind.HEAD_MOVEMENT, Direction.LEFT)
    assert not spans(truth(*work))


def test_expressions_stares_and_lids_are_no_events():
    deeds = [f"at {4 * n} s {deed} for 3 s" for n, deed in enumerate(EXPRESSIONS, start=1)]
    assert not spans(truth("yaw: -30", *deeds))


def test_a_back_that_is_turned_is_one_turn_and_no_absence():
    (event,) = spans(truth("at 10 s back right for 5 s"))
    assert event[:2] == (EventKind.HEAD_MOVEMENT, Direction.RIGHT)


def test_a_long_lens_sees_less_of_the_room():
    wide, long = (truth(f"field_of_view: {deg}", "x: 20") for deg in (60, 28))
    assert (spans(wide), [kind for kind, *_ in spans(long)]) == ([], [EventKind.FACE_ABSENCE])


@pytest.mark.parametrize(
    ("deed", "kind", "direction"),
    [
        ("turn left 20 deg", EventKind.HEAD_MOVEMENT, Direction.LEFT),
        ("turn up 20 deg", EventKind.HEAD_MOVEMENT, Direction.UP),
        ("turn down 20 deg", EventKind.HEAD_MOVEMENT, Direction.DOWN),
        ("tilt right 20 deg", EventKind.HEAD_MOVEMENT, Direction.RIGHT),
        ("look left 25 deg", EventKind.GAZE_DEVIATION, Direction.LEFT),
        ("look down 25 deg", EventKind.GAZE_DEVIATION, Direction.DOWN),
        ("leave left", EventKind.FACE_ABSENCE, None),
        ("visitor right 100 cm", EventKind.MULTIPLE_FACES, None),
        ("cover", EventKind.FEED_DARK, None),
        ("freeze", EventKind.FEED_FROZEN, None),
    ],
)
def test_each_deed_is_one_event_of_its_kind(deed, kind, direction):
    found = truth(f"at 10 s {deed} for 3 s")
    assert [(e.kind, e.direction) for e in found.reportable] == [(kind, direction)]


@pytest.mark.parametrize(
    "deed", ["turn left 14 deg for 3 s", "look up 19 deg for 3 s", "close for 3 s"]
)
def test_what_stays_below_the_level_is_no_event(deed):
    assert not truth(f"at 10 s {deed}").events


def test_a_short_glance_happens_but_is_not_to_be_reported():
    found = truth("at 10 s look left 28 deg for 0.3 s")
    assert len(found.events) == 1
    assert not found.reportable


def test_nothing_happens_behind_a_covered_lens():
    found = truth("at 10 s cover for 6 s", "at 12 s turn left 40 deg for 2 s")
    assert [event.kind for event in found.events] == [EventKind.FEED_DARK]


def test_poses_hold_the_posture_of_every_picture():
    found = truth("movement: 0", "blinks: 0", "at 10 s turn right 30 deg for 3 s")
    assert len(found.times) == 300
    assert found.poses[115, COLUMNS.index("yaw")] == pytest.approx(30)
    assert found.poses[50, COLUMNS.index("people")] == 1


@pytest.mark.parametrize(
    ("deed", "people"), [("leave right", 0), ("cover", 1), ("photograph", 1), ("replace", 1)]
)
def test_who_is_not_filmed_has_no_posture(deed, people):
    row = truth(f"at 10 s {deed} for 5 s").poses[130]
    assert np.isnan(row[:-1]).all()
    assert row[-1] == people


def test_truth_survives_its_file():
    found = truth("at 10 s look left 28 deg for 1 s", "at 20 s leave left for 3 s")
    again = Truth.from_json(found.to_json())
    assert again.events == tuple(found.events)
    assert again.poses == pytest.approx(found.poses, abs=1e-3, nan_ok=True)


def test_a_face_behind_another_head_is_not_counted():
    people = truth("at 10 s crossing right 120 cm for 8 s").poses[:, COLUMNS.index("people")]
    assert list(people[[95, 115, 140, 160, 185]]) == [1, 2, 1, 2, 1]


def test_a_portrait_on_the_wall_is_nobody():
    text = "title: t\nseconds: 20\nat 0 s poster left 150 cm for 20 s"
    assert truth_of(Scenario.parse(text)).events == ()
