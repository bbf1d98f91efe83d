"""Names that look the same are one name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.naming import one_form
from proctor_desktop.domain.report import Subject


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Zoe\u0308 A\u030angstro\u0308m", "Zoë Ångström"),
        ("\uff33\uff0d\uff11\uff10", "S-10"),
        ("\u200f\u0645\u062d\u0645\u062f\u200e", "\u0645\u062d\u0645\u062f"),
        ("ｶﾞ", "ガ"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
    ],
)
def test_what_looks_the_same_is_one_candidate_and_one_exam(written: str, name: str) -> None:
    assert Subject(written, written) == Subject(name, name)


def test_a_joiner_stays_where_it_is_seen_and_nowhere_else() -> None:
    persian = "\u0645\u06cc\u200c\u0631\u0648\u062f"
    assert Subject(persian, "E").student_id == persian
    assert Subject("A\u200cn\u200dn", "E").student_id == "Ann"
    assert Subject(f"{persian}\u200c", "E").student_id == persian


@pytest.mark.parametrize(("one", "other"), [("S-1²", "S-12"), ("\u0410-1", "A-1")])
def test_letters_that_are_only_alike_stay_different(one: str, other: str) -> None:
    assert Subject(one, "E") != Subject(other, "E")


@given(st.text() | st.text("\u0622\u0627\u0653\u0645\u200c\u200d\u0915\u094de\u0301"))
def test_one_form_is_its_own_form(name: str) -> None:
    assert one_form(one_form(name)) == one_form(name)
    assert one_form(unicodedata.normalize("NFD", name)) == one_form(name)
