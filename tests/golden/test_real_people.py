"""What was reached on real people, above all for the honest, held with a margin."""

import pytest

from proctor_desktop.evaluation.clips import clip_rows
from proctor_desktop.evaluation.datasets import read_material
from proctor_desktop.evaluation.gaze_photos import gaze_rows
from proctor_desktop.evaluation.metrics import Row
from proctor_desktop.evaluation.photos import pose_rows
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.signals.options import SignalOptions

GROUP = "flagged_share", "group"
pytestmark = [pytest.mark.real_data, pytest.mark.slow]


@pytest.fixture(scope="module")
def material(real_people):
    return read_material(real_people)


def table(rows) -> dict[tuple[str | None, str, str], Row]:
    return {(row.person, row.metric, row.axis): row for row in rows}


@pytest.fixture(scope="module")
def clips(material):
    return table(clip_rows("real", material.clips, AnalysisOptions()))


def test_honest_people_are_hardly_ever_reported(clips):
    assert clips[None, "honest_sec", "all"].value > 200
    assert clips[None, "false_events", "all"].value <= 1
    assert clips[None, "risk_of_such_an_hour", "all"].note == "CLEAN"


def test_shut_eyes_are_never_reported(clips):
    assert clips[None, "shut_eyes_flagged_sec", "all"].value == 0


def test_no_group_is_reported_much_more_than_another(clips):
    shares = [row.value for (_, metric, axis), row in clips.items() if (metric, axis) == GROUP]
    assert max(shares) <= 0.03


@pytest.mark.parametrize("axis", ["head_movement", "gaze_deviation"])
def test_what_people_really_did_is_found_with_its_direction(clips, axis):
    assert clips["all", "recall", axis].value >= 0.9


def test_the_line_of_sight_on_photographs_with_known_gaze(material):
    found = table(gaze_rows("gaze", material.gaze_photos, SignalOptions()))

    assert found["all", "correlation", "horizontal"].value >= 0.96
    assert found["all", "correlation", "vertical"].value >= 0.92
    assert found["all", "mae", "line_of_sight"].value <= 5.5
    assert found["all", "mae", "five_dots"].value <= 3.1


def test_nods_and_tilts_on_photographs_with_known_pose(material):
    found = table(pose_rows("pose", material.pose_photos, SignalOptions()))

    assert found["all", "mae", "pitch"].value <= 3.8
    assert 0.95 <= found["all", "slope", "pitch"].value <= 1.05
    assert found["all", "mae", "roll"].value <= 2.0
