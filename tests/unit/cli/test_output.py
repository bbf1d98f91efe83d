from dataclasses import replace
from pathlib import Path

import pytest

from proctor_desktop.cli.output import check_folder, chosen_formats, file_stems, stem_of, write
from proctor_desktop.domain.errors import SettingsError, StorageError
from proctor_desktop.report.files import Format, Material
from tests.unit.report import samples

RECORD = replace(samples.RECORD, decode_errors=3)


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


MATERIAL = Material(samples.report(), None, {})
OTHER = replace(MATERIAL, report=replace(MATERIAL.report, student_id="S-2"))


def test_what_is_there_stays_and_the_new_files_are_numbered(tmp_path, capsys):
    first = write(tmp_path, "exam", MATERIAL, [Format.JSON, Format.CSV])
    before = [path.read_bytes() for path in first]
    (second,) = write(tmp_path, "exam", OTHER, [Format.JSON])
    (third,) = write(
        tmp_path, "exam", replace(OTHER, report=samples.report(record=RECORD)), [Format.JSON]
    )
    assert [path.read_bytes() for path in first] == before
    assert (second.name, third.name) == ("exam-2.json", "exam-3.json")
    said = capsys.readouterr().err
    assert f"Files named exam are in {tmp_path} already and stay; the new ones are exam-2." in said


def test_the_same_report_is_not_written_under_a_second_name(tmp_path, capsys):
    once = write(tmp_path, "exam", MATERIAL, [Format.JSON])
    assert write(tmp_path, "exam", MATERIAL, [Format.JSON]) == once
    assert [path.name for path in tmp_path.iterdir()] == ["exam.json"]
    assert capsys.readouterr().err == ""


def test_a_folder_of_the_programs_own_is_written_anew(tmp_path):
    write(tmp_path, "demo", MATERIAL, [Format.JSON], own=True)
    assert [one.name for one in write(tmp_path, "demo", OTHER, [Format.JSON], own=True)] == [
        "demo.json"
    ]


def test_a_folder_that_takes_no_files_is_refused_before_the_work(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError, match="Choose another folder with --output"):
        check_folder(tmp_path / "taken")
    check_folder(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("letter", ["a", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\U0001f600"])
def test_a_name_as_long_as_a_system_allows_leaves_room_for_more(letter: str) -> None:
    longest = letter * (251 // len(letter.encode())) + ".mp4"
    stem = stem_of(longest)
    assert longest.startswith(stem)
    assert 170 < len(stem.encode()) <= 180
    assert file_stems([Path(longest), Path("b") / longest]) == [stem, f"{stem}-2"]
