"""The networks without MediaPipe: their files, their boxes, and that they see the same."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.landmarks.blazeface import FULL_RANGE, SHORT_RANGE, separate_faces
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen, neutral
from proctor_desktop.landmarks.litert import cut_out
from proctor_desktop.landmarks.model_files import FAR_FACES, LANDMARKER, located
from proctor_desktop.landmarks.networks import Region
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import CAST
from proctor_desktop.simulation.pose import PinholeCamera, Pose
from proctor_desktop.simulation.scene import Scene, paint
from tests.unit.landmarks.families import litert_only, mediapipe_only

LITERT, MEDIAPIPE = LandmarkOptions("litert"), LandmarkOptions("mediapipe")

MEASURED = """
import hashlib, sys
import numpy as np
from proctor_desktop.landmarks.choice import LandmarkOptions, chosen
from proctor_desktop.landmarks.networks import Region
rgb = np.random.default_rng(3).integers(0, 255, (240, 320, 3), np.uint8)
points, _ = chosen(LandmarkOptions("litert")).landmarks().measure(rgb, Region(150, 120, 160, 0.2))
print(hashlib.sha256(points.tobytes()).hexdigest(), "mediapipe" in sys.modules)
"""


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of whoever deploys models, empty."""
    monkeypatch.setenv("PROCTOR_MODELS", str(tmp_path))
    return tmp_path


def test_a_missing_model_is_one_sentence_that_says_what_to_do(nowhere: Path) -> None:
    with pytest.raises(SettingsError) as told:
        located(LANDMARKER)
    assert "face_landmarker.task is missing" in str(told.value)
    assert "Run proctor-desktop models" in str(told.value)
    assert str(nowhere) in str(told.value)


def test_another_file_of_that_name_is_refused(nowhere: Path) -> None:
    (nowhere / FAR_FACES.name).write_bytes(b"another network")
    with pytest.raises(SettingsError, match="is not the model that this version was measured with"):
        located(FAR_FACES)


def test_the_anchors_are_those_of_the_networks() -> None:
    assert SHORT_RANGE.anchors().shape == (896, 2)
    assert FULL_RANGE.anchors().shape == (2304, 2)
    assert FULL_RANGE.anchors()[1].tolist() == [1.5 / 48, 0.5 / 48]


def test_boxes_of_one_face_are_averaged_by_their_scores_and_others_stay() -> None:
    boxes = np.array(
        [
            [0.10, 0.1, 0.30, 0.3, 0.9],
            [0.13, 0.1, 0.33, 0.3, 0.6],
            [0.60, 0.6, 0.80, 0.8, 0.5],
        ]
    )
    one, other = separate_faces(boxes)
    assert one.tolist() == pytest.approx([0.112, 0.1, 0.312, 0.3, 0.9])
    assert other.tolist() == pytest.approx([0.6, 0.6, 0.8, 0.8, 0.5])


def test_a_region_that_reaches_beyond_the_picture_is_black_there() -> None:
    white = np.full((100, 100, 3), 255, np.uint8)
    seen = cut_out(white, Region(0, 50, 100, 0.0), 64)
    assert seen[:, :31].max() == 0
    assert seen[:, 33:].min() == 255


def test_a_turned_region_is_seen_upright() -> None:
    picture = np.zeros((100, 100, 3), np.uint8)
    picture[:50] = 255
    seen = cut_out(picture, Region(50, 50, 40, np.pi / 2), 64)
    assert seen[:, :30].min() == 255
    assert seen[:, 34:].max() == 0


def test_each_family_has_the_neutral_shape_that_it_measures() -> None:
    one, other = neutral(MEDIAPIPE).points, neutral(LITERT).points
    assert 0.002 < np.linalg.norm(one - other, axis=1).mean() < 0.05


def test_a_report_names_the_library_and_the_hash_of_each_model() -> None:
    said = chosen(LITERT).versions()
    assert next(iter(said)) == "ai-edge-litert"
    assert said["face_landmarker.task"] == f"sha256:{LANDMARKER.sha256}"
    assert said[FAR_FACES.name] == f"sha256:{FAR_FACES.sha256}"


@litert_only
def test_every_process_measures_the_same_bits_without_the_other_library() -> None:
    command = [sys.executable, "-c", MEASURED]
    one, other = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert one == other
    assert one[1] == "False"


@litert_only
@mediapipe_only
def test_both_families_find_the_same_faces() -> None:
    sitting = [
        (Candidate(CAST["portrait"]), Pose(x=-14, distance=75)),
        (Candidate(CAST["visitor"]), Pose(x=24, distance=120)),
    ]
    rgb = paint(Scene(people=tuple(sitting), noise=1.0), PinholeCamera(640, 480))
    here, there = (chosen(each).faces(far=True, min_score=0.5) for each in (LITERT, MEDIAPIPE))
    ours, theirs = here.find(rgb), there.find(rgb)
    assert len(ours) == len(theirs) == 2
    for one, other in zip(ours, theirs, strict=True):
        assert one.score == pytest.approx(other.score, abs=0.01)
        assert one.center == pytest.approx(other.center, abs=0.002)
