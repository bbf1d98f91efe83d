"""Scripted behaviour is found, with the right kind, direction and time, and nothing else is.

Events are matched as `proctor_desktop.evaluation.metrics` says: same kind and direction, and an
overlap of 0.3 (IoU) or both ends within 0.4 s; here both ends of every pair must be.
"""

import pytest

from tests.golden.recordings import analysed, told

BOUNDARY_TOLERANCE_SEC = 0.4

SCRIPTED = [
    "turns",
    "glances",
    "brief_glances",
    "blinks",
    "absences",
    "visitors",
    "far_seat",
    "near_seat",
    "off_center",
    "dim_room",
    "backlight",
    "feed_faults",
    "dark_skin",
    "mixed",
]
CLEAN = ["clean_reading", "clean_lively", "small_movements"]

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", SCRIPTED)
def test_what_the_script_says_is_found_and_nothing_else(name, tmp_path):
    matching = analysed(name, tmp_path).matching()
    assert not matching.missed, f"missed: {told(matching.missed)}"
    assert not matching.spurious, f"spurious: {told(matching.spurious)}"
    assert max(matching.boundary_errors) <= BOUNDARY_TOLERANCE_SEC


@pytest.mark.parametrize("name", CLEAN)
def test_an_honest_candidate_is_left_alone(name, tmp_path):
    found = analysed(name, tmp_path)
    assert not found.outcome.assessment.events
    assert found.outcome.assessment.risk.score == 0
