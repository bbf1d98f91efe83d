"""The accuracy that was reached, held with a margin."""

import os
from dataclasses import replace

import pytest

from proctor_desktop.domain.signals import Channel
from proctor_desktop.evaluation.clips import analysed, clip_rows
from proctor_desktop.evaluation.datasets import GLANCES, HOUR, read_material
from proctor_desktop.evaluation.metrics import Row
from proctor_desktop.evaluation.photos import people_rows
from proctor_desktop.evaluation.photos import pose_rows as photo_rows
from proctor_desktop.evaluation.rehearsed import clean_scenarios, glance_scenarios
from proctor_desktop.evaluation.simulated import pose_rows, scenario_rows
from proctor_desktop.landmarks.choice import library
from proctor_desktop.media.opencv import cv2
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.simulation.cast import CAST

OTHERS = [person for person in CAST if person != "dark"]

further = pytest.mark.skipif(
    "PROCTOR_ALL_SCENARIOS" not in os.environ,
    reason="a further person; set PROCTOR_ALL_SCENARIOS=1 to run it too",
)


def table(rows) -> dict[tuple[str, str, str], Row]:
    return {(row.person, row.metric, row.axis): row for row in rows}


@pytest.fixture(scope="module")
def simulated_poses():
    return table(pose_rows(SignalOptions(), poses=12))


@pytest.mark.parametrize("axis", ["yaw", "pitch", "roll"])
def test_head_pose_on_the_simulation(simulated_poses, axis):
    assert simulated_poses["all", "mae", axis].value <= 2.6
    # LiteRT reports the turns of rendered heads a little larger; those of real ones are alike.
    most = 1.1 if library() == "mediapipe" else 1.15
    assert 0.9 <= simulated_poses["all", "slope", axis].value <= most


@pytest.mark.slow
@pytest.mark.parametrize("person", ["dark", *(pytest.param(who, marks=further) for who in OTHERS)])
def test_clear_glances_of_the_eyes_alone_are_found(person):
    own = [each for each in glance_scenarios() if each.name == f"{GLANCES}/{person}"]

    figures = table(scenario_rows(AnalysisOptions(), own, GLANCES))

    assert figures["all", "recall", "clear_glances"].value >= 0.83
    assert figures["all", "recall", "clear_glances sideways"].value >= 0.91
    assert figures["all", "precision", "events"].value >= 0.95
    assert figures["all", "mae", "gaze_horizontal"].value <= 4
    # Looks up and down are measured as real lids move; rendered ones sink less with the eyes.
    assert figures["all", "mae", "gaze_vertical"].value <= 5.5


@pytest.mark.slow
@pytest.mark.parametrize(
    "person", ["slender", *(pytest.param(who, marks=further) for who in CAST if who != "slender")]
)
def test_honest_work_is_no_incident(person):
    own = [each for each in clean_scenarios(120) if each.name == f"{HOUR}/{person}"]

    figures = table(scenario_rows(AnalysisOptions(), own, HOUR))

    assert figures["all", "false_incidents", "clean"].value == 0
    assert figures["all", "mae", "gaze_horizontal"].value <= 4
    assert figures["all", "mae", "gaze_vertical"].value <= 5


@pytest.fixture(scope="module")
def material(real_data):
    return read_material(real_data)


@pytest.mark.real_data
def test_head_pose_on_people(material):
    straight = [photo for photo in material.pose_photos if photo.pitch == 0]

    figures = table(photo_rows("pose", straight, SignalOptions()))

    assert figures["all", "mae", "yaw"].value <= 4.3
    assert 0.94 <= figures["all", "slope", "yaw"].value <= 1.05
    for person in {photo.person for photo in straight}:
        assert figures[person, "mae", "yaw"].value <= 6.5


@pytest.mark.real_data
def test_people_in_photographs(material):
    figures = table(people_rows("people", material.people_photos, SignalOptions()))

    assert figures["all", "recall", "people"].value >= 0.9
    assert figures["all", "precision", "people"].value >= 0.94
    assert figures["dogs.jpg", "precision", "people"].n == 0


@pytest.mark.real_data
def test_people_before_a_camera_without_colours(material, tmp_path):
    photos = [replace(each, path=tmp_path / each.path.name) for each in material.people_photos]
    for seen, grey in zip(material.people_photos, photos, strict=True):
        cv2.imwrite(str(grey.path), cv2.imread(str(seen.path), cv2.IMREAD_GRAYSCALE))

    figures = table(people_rows("people", photos, SignalOptions()))

    assert figures["all", "recall", "people"].value >= 0.66  # 0.39 as they are
    assert figures["all", "precision", "people"].value == 1


@pytest.mark.real_data
def test_events_on_labelled_clips(material):
    figures = table(clip_rows("clips", material.clips, AnalysisOptions()))

    assert figures["all", "recall", "events"].value >= 0.9
    assert figures["all", "precision", "events"].value >= 0.9


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("right", "left", "margin"),
    [
        pytest.param("downright", "downleft", 0.15, id="both_down"),
        pytest.param("right", "left", 0.25, id="level_and_one_half_cut_off"),
    ],
)
def test_turns_alike_are_reported_alike(head_turns, right, left, margin):
    """For the level ones solvePnP gave 15 against 47 degrees."""
    assert head_turns[right] > 15
    assert head_turns[left] < -15
    difference = abs(head_turns[right] + head_turns[left])
    assert difference < margin * max(head_turns[right], -head_turns[left])


@pytest.fixture(scope="module")
def head_turns(material):
    """Mean yaw of every labelled phase of head_turns.mp4, less that of looking ahead."""
    clip = next(clip for clip in material.clips if clip.name.endswith("head_turns.mp4"))
    track = analysed(clip, AnalysisOptions()).track
    yaws = {
        "".join(sorted(direction.value for direction in phase.directions)): float(
            track.between(phase.interval).column(Channel.YAW).mean()
        )
        for phase in clip.head
    }
    return {phase: yaw - yaws[""] for phase, yaw in yaws.items()}
