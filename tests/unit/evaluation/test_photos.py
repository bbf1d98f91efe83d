"""Photographs with known answers, and those that cannot be read."""

from pathlib import Path

import numpy as np
from PIL import Image
from skimage.data import astronaut

from proctor_desktop.evaluation.datasets import PeoplePhoto, PosePhoto
from proctor_desktop.evaluation.metrics import Row
from proctor_desktop.evaluation.photos import people_rows, pose_rows
from proctor_desktop.signals.options import SignalOptions

FACE = (167.0, 57.0, 116.0, 116.0)


def portrait(path: Path) -> Path:
    Image.fromarray(astronaut()).save(path)
    return path


def broken(path: Path) -> Path:
    path.write_bytes(b"not a picture")
    return path


def figure(rows: list[Row], person: str, metric: str, axis: str) -> float:
    return next(
        row.value for row in rows if (row.person, row.metric, row.axis) == (person, metric, axis)
    )


def test_photographs_that_cannot_be_read_cost_only_themselves(tmp_path: Path) -> None:
    photos = [
        PeoplePhoto(portrait(tmp_path / "face.png"), (FACE,)),
        PeoplePhoto(broken(tmp_path / "broken.jpg"), (FACE,)),
        PeoplePhoto(tmp_path / "gone.jpg", (FACE,)),
    ]

    rows = people_rows("set", photos, SignalOptions())

    assert figure(rows, "all", "recall", "people") == 1.0
    assert [row.person for row in rows if row.metric == "readable"] == ["broken.jpg", "gone.jpg"]


def test_a_pose_photograph_that_cannot_be_read_counts_as_not_measured(tmp_path: Path) -> None:
    photos = [
        PosePhoto(portrait(tmp_path / "face.png"), "01", "1", 0.0, 0.0),
        PosePhoto(tmp_path / "gone.jpg", "01", "1", 30.0, 0.0),
    ]

    rows = pose_rows("set", photos, SignalOptions())

    assert figure(rows, "01", "measured", "pose") == 0.5
    assert np.isclose(figure(rows, "all", "mae", "yaw"), 0.0)
