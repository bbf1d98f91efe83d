from pathlib import Path

import pytest

from proctor_desktop.cli.output import chosen_formats, file_stems
from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.report.files import Format


@pytest.mark.parametrize(
    ("videos", "stems"),
    [
        pytest.param(["a.mp4", "b.mov"], ["a", "b"], id="different"),
        pytest.param(["a.mp4", "a.mov", "x/a.mp4"], ["a", "a-2", "a-3"], id="same_name"),
        pytest.param(["a.mp4", "x/A.mp4"], ["a", "A-2"], id="case_alone_is_no_difference"),
        pytest.param(["a.mp4", "x/a.mp4", "a-2.mp4"], ["a", "a-3", "a-2"], id="number_is_taken"),
        pytest.param(["exam.part1.mp4"], ["exam.part1"], id="dots"),
    ],
)
def test_no_two_videos_write_the_same_file(videos, stems):
    assert file_stems([Path(video) for video in videos]) == stems


def test_formats_come_in_the_order_named_and_once():
    assert chosen_formats("html, JSON,html") == (Format.HTML, Format.JSON)


@pytest.mark.parametrize("text", ["", "doc", "json;csv", ","])
def test_formats_that_are_not_known_are_refused(text):
    with pytest.raises(SettingsError, match="--format"):
        chosen_formats(text)
