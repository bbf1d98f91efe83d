import csv
import io
from dataclasses import replace

import pytest

from proctor_desktop.report import tables
from tests.unit.report import samples


def _rows(report, review=None):
    return list(csv.DictReader(io.StringIO(tables.to_csv(report, review), newline="")))


def test_there_is_one_row_for_each_alert():
    rows = _rows(samples.report())
    assert [row["alert_id"] for row in rows] == ["A001", "A002", "A003", "A004", "A005"]
    assert rows[0]["start_sec"] == "30.0"
    assert rows[0]["peak"] == "31.23"
    assert rows[0]["direction"] == "right"
    assert {row["student_id"] for row in rows} == {"S-1042"}


def test_a_recording_without_alerts_keeps_its_row():
    (row,) = _rows(samples.report(assessment=samples.quiet()))
    assert row["risk_classification"] == "CLEAN"
    assert row["alert_id"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " ="])
def test_text_that_a_spreadsheet_would_run_is_defused(start: str):
    evil = replace(samples.report(), student_id=f"{start}HYPERLINK(1)")
    assert {row["student_id"] for row in _rows(evil)} == {f"'{start}HYPERLINK(1)"}


@pytest.mark.parametrize("between", [";", "; ", ';"', ";\t"])
def test_no_cell_is_a_formula_where_semicolons_separate_cells(between: str) -> None:
    evil = replace(samples.report(), student_id=f"STU{between}=HYPERLINK(1)")
    assert {row["student_id"] for row in _rows(evil)} == {f"STU{between}'=HYPERLINK(1)"}


def test_negative_numbers_stay_numbers():
    turned = replace(samples.report(), video_duration_sec=-1.5)
    assert _rows(turned)[0]["video_duration_sec"] == "-1.5"


def test_a_tilt_of_the_head_is_called_so_and_says_its_axis():
    rows = _rows(samples.report(assessment=samples.tilted()))
    assert [row["kind_title"] for row in rows[:3]] == ["Head tilt", "Gaze aside", "Head movement"]
    assert [row["axis"] for row in rows] == ["roll", "eye", "pitch", "", ""]
    assert rows[0]["kind"] == "head_movement", "what other programs read stays"


def test_every_row_says_when_the_recording_began(berlin: None):
    rows = _rows(samples.report(facts=replace(samples.FACTS, began=samples.BEGAN)))
    assert {row["recording_began"] for row in rows} == {"2026-03-04T10:00:00+01:00"}
    assert {row["recording_began"] for row in _rows(samples.report())} == {""}


def test_what_lies_outside_of_the_exam_has_rows_that_say_so():
    rows = _rows(samples.outside())
    (outside,) = [row for row in rows if row["outside_exam"]]
    assert (outside["incident_id"], outside["kind"]) == ("I001", "multiple_faces")
    assert (outside["start_sec"], outside["exam_begins_sec"]) == ("2.0", "20.0")
    assert outside["peak"] == ""
