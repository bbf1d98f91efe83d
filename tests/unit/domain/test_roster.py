"""Which recording shows which candidate, as a spreadsheet says it."""

import pytest

from proctor_desktop.domain.errors import RosterError
from proctor_desktop.domain.roster import RosterRow, read_roster

PLAIN = (
    "file,candidate,exam,seat,profile\n{candidate}*,S-1,MATH-101,12,glasses\n,S-2,MATH-101,13,\n"
)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.replace(",", ";").encode("utf-8-sig"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace("\n", "\r\n\r\n").encode("latin-1"),
    ],
)
def test_a_roster_of_any_spreadsheet_is_read(content: bytes) -> None:
    first, second = read_roster(content).rows
    assert (first.candidate, first.exam, first.seat) == ("S-1", "MATH-101", "12")
    assert (first.pattern, first.profile) == ("{candidate}*", "glasses")
    assert (second.candidate, second.pattern, second.profile) == ("S-2", "", "")


def test_titles_may_be_german_in_any_order_and_names_latin() -> None:
    content = "Platz;Prüfling;Klausur\n7;Jörg Müller;Analysis II\n".encode("cp1252")
    (row,) = read_roster(content).rows
    assert (row.candidate, row.exam, row.seat) == ("Jörg Müller", "Analysis II", "7")


def test_a_quoted_name_may_hold_the_delimiter() -> None:
    (row,) = read_roster(b'candidate,exam\n"Doe, Jane",M\n').rows
    assert row.candidate == "Doe, Jane"


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("{candidate}_{exam}.mp4", "S-1_M.mp4", True),
        ("{candidate}_{exam}", "s-1_m.MKV", True),
        ("{candidate}_{exam}", "S-10_M.mkv", False),
        ("cam?_seat 12*", "cam3_seat 12 late.mp4", True),
        ("cam?_seat 12*", "cam33_seat 12.mp4", False),
        ("*", "anything.mov", True),
        ("a.b+c", "a.b+c.mp4", True),
        ("a.b+c", "aXbbc.mp4", False),
        ("", "2026-01-03 S-1.mp4", True),
        ("", "S-1_room2.mp4", True),
        ("", "S-10.mp4", False),
        ("", "XS-1.mp4", False),
    ],
)
def test_a_pattern_fits_names_of_files(pattern: str, name: str, *, fits: bool) -> None:
    assert RosterRow(2, "S-1", "M", pattern=pattern).fits(name) is fits


def test_a_pattern_is_believed_before_a_name_that_merely_holds_the_candidate() -> None:
    roster = read_roster(b"file,candidate\n,S-1\nS-1*,S-9\n")
    assert [row.candidate for row in roster.rows_for("S-1.mp4")] == ["S-9"]


def test_all_lines_that_fit_are_told() -> None:
    roster = read_roster(b"candidate\nS-1\nS-2\n")
    assert [row.line for row in roster.rows_for("S-1 and S-2.mp4")] == [2, 3]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The roster is empty."),
        (b"candidate;exam\n\n", "no candidate"),
        (b"name of file;exam\na;b\n", "names no column 'candidate'"),
        (b"candidate,exam\nS-1,M\n,M\n", "Line 3 of the roster names no candidate."),
        (b"candidate\n" + b"x" * 101, "Line 2 of the roster has a name of more than 100"),
        (b"candidate,profile\nS-1,longer\n", "Line 2 of the roster names no known accommodation."),
        (b"candidate,file\nS-1,{room}*\n", "Line 2 of the roster has 'room' in braces."),
        (b'candidate\n"S-1\n', "cannot be read as a table"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(content: bytes, sentence: str) -> None:
    with pytest.raises(RosterError, match=sentence.replace(".", r"\.")):
        read_roster(content)
