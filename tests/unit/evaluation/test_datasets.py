"""Labels as people write them."""

import json

import pytest

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.events import Direction
from proctor_desktop.domain.timeline import Interval, from_seconds
from proctor_desktop.evaluation.datasets import GLANCES, SIMULATION, default_datasets, read_material

LABELS = {
    "_note": "for people",
    "clips/turns.mp4": {
        "head": [[0, 1, "front"], [1.5, 2, "down-left"]],
        "gaze": [[0, 4, "center"], [5, 6, "right"]],
        "rotate_clockwise_deg": 90,
    },
    "clips/shirt.mkv": {"people": "one in every frame; the skull is a trap"},
    "clips/two.mp4": {"faces": 2},
    "clips/three.gif": {"people": [[0, 3, 3]], "faces": [[0, 3, 1]], "head": "turns about"},
}


def material(tmp_path, **files):
    for name, content in files.items():
        path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return read_material(tmp_path)


def test_clips_and_their_phases_are_read(tmp_path):
    turns, *_ = material(tmp_path, labels_dot_json=json.dumps(LABELS)).clips

    assert turns.path == tmp_path / "clips" / "turns.mp4"
    assert turns.rotate == 90
    assert turns.head[0].directions == frozenset()
    assert turns.head[1].directions == {Direction.DOWN, Direction.LEFT}
    assert turns.gaze[1].interval == Interval(from_seconds(5), from_seconds(6))


def test_sentences_that_begin_with_a_number_are_counts(tmp_path):
    _, shirt, two, three = material(tmp_path, labels_dot_json=json.dumps(LABELS)).clips

    assert [(count.interval, count.number) for count in shirt.people] == [(None, 1)]
    assert [(count.interval, count.number) for count in two.people] == [(None, 2)]
    assert [count.number for count in three.people] == [1, 3]
    assert three.head == ()


def test_honest_seconds_shut_eyes_tilts_and_groups_are_read(tmp_path):
    content = {
        "group": "webcam",
        "glasses": True,
        "camera": "below",
        "honest": [[0, 8]],
        "eyes_shut": [[2, 3]],
        "absent": [[9, 12]],
        "head": [[16, 17, "tilt-left"]],
    }
    (clip,) = material(tmp_path, labels_dot_json=json.dumps({"a.mp4": content})).clips

    assert [each.seconds for each in (*clip.honest, *clip.shut, *clip.absent)] == [8, 1, 3]
    assert clip.groups == ("webcam", "glasses", "camera below")
    assert (clip.head[0].tilts, clip.head[0].directions) == (True, {Direction.LEFT})
    assert clip.is_honest_work


def test_actors_and_traps_have_no_honest_work(tmp_path):
    content = {"a.mp4": {"group": "acting", "honest": [[0, 8]]}, "b.mp4": {"group": "webcam"}}
    clips = material(tmp_path, labels_dot_json=json.dumps(content)).clips

    assert [clip.is_honest_work for clip in clips] == [False, False]


def test_photographs_of_known_gaze_are_read(tmp_path):
    table = "file,part,gaze_yaw_deg,gaze_pitch_deg\na.jpg,calibration,17,-11\nb.jpg,test,0,-31\n"
    dot, other = material(tmp_path, gaze__truth_dot_csv=table).gaze_photos

    assert (dot.is_dot, dot.yaw, dot.pitch) == (True, 17, -11)
    assert not other.is_dot


def test_photographs_of_turned_heads_are_read(tmp_path):
    table = "file,person,series,yaw_deg,pitch_deg\na.jpg,07,2,-30,15\n"
    (photo,) = material(tmp_path, poses__truth_dot_csv=table).pose_photos

    assert photo.path == tmp_path / "poses" / "a.jpg"
    assert (photo.person, photo.session, photo.yaw, photo.pitch) == ("07", "2", -30, 15)


def test_a_photograph_without_a_row_shows_nobody(tmp_path):
    table = "file,left,top,width,height\na.jpg,1,2,3,4\na.jpg,5,6,7,8\n"
    found = material(
        tmp_path, many__truth_dot_csv=table, many__a_dot_jpg="", many__dogs_dot_jpg=""
    ).people_photos

    assert [(photo.path.name, photo.boxes) for photo in found] == [
        ("a.jpg", ((1, 2, 3, 4), (5, 6, 7, 8))),
        ("dogs.jpg", ()),
    ]


def test_an_unlabelled_folder_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(SettingsError, match=r"no labels\.json"):
        read_material(tmp_path)
    with pytest.raises(SettingsError, match="no folder"):
        read_material(tmp_path / "missing")


@pytest.mark.parametrize(
    "content",
    ["{", '{"a.mp4": {"head": [[0, 1, "sideways"]]}}', '{"a.mp4": {"gaze": [[3, 1, "up"]]}}'],
)
def test_labels_that_cannot_be_read_are_refused_with_a_sentence(tmp_path, content):
    with pytest.raises(SettingsError, match="cannot be read"):
        material(tmp_path, labels_dot_json=content)


def test_real_material_is_used_where_it_is_and_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("PROCTOR_REAL_DATA", str(tmp_path))
    monkeypatch.setenv("PROCTOR_REAL_PEOPLE", str(tmp_path / "people"))
    assert default_datasets() == [SIMULATION, GLANCES]

    (tmp_path / "labels.json").write_text("{}", encoding="utf-8")
    assert default_datasets() == [str(tmp_path), SIMULATION, GLANCES]
