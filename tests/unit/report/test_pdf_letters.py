"""Every name can be read in the PDF, whatever script it is written in."""

import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from proctor_desktop.report import pdf
from proctor_desktop.report.pdf_letters import in_order, is_shaped, marked, runs
from proctor_desktop.report.pdf_page import BOLD, REGULAR
from tests.unit.report import samples

NAMES = (
    "Łukasz Żółć",
    "Ελένη",
    "Екатерина",
    "王小明",
    "山田 さくら",
    "김민준",
    "محمد عبد الله",
    "علی رضایی",
    "שרה לוי",
    "प्रियंका शर्मा",
    "অনন্যা",
    "ਗੁਰਪ੍ਰੀਤ",
    "ગુજરાતી",
    "ଓଡ଼ିଆ",
    "தமிழ்ச்செல்வி",
    "తెలుగు",
    "ಕನ್ನಡ",
    "മലയാളം",
    "සිංහල",
    "สมชาย น้ำ",
    "ພາສາລາວ",
    "မြန်မာ",
    "አማርኛ",
    "ភាសាខ្មែរ",
    "ދިވެހި",
    "Հայերեն",
    "ქართული",
    "Nguyễn",
)


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@pytest.mark.parametrize("name", NAMES)
def test_a_font_has_every_letter_of_the_name(name: str, font: str) -> None:
    for run in runs(f"S-1 {name}, MATH", font):
        letters = pdfmetrics.getFont(run.font).face.charToGlyph
        assert {letter for letter in run.letters if ord(letter) not in letters} == set()
        assert "U+" not in run.letters


@pytest.mark.parametrize("name", ["王小明", "김민준", "Екатерина", "አማርኛ"])
def test_the_name_can_be_found_in_the_document(name: str) -> None:
    report = replace(samples.report(), student_id=name)
    for page in pypdf.PdfReader(io.BytesIO(pdf.render(report))).pages:
        assert name in page.extract_text()


def test_what_is_read_from_the_right_stands_from_the_right() -> None:
    assert in_order("שרה") == "הרש"
    assert in_order("S-1 שרה 12") == "S-1 12 הרש"
    joined = in_order("محمد")
    assert joined[-1] == "\N{ARABIC LETTER MEEM INITIAL FORM}"
    assert joined[0] == "\N{ARABIC LETTER DAL FINAL FORM}"


def test_letters_that_join_are_joined_once() -> None:
    assert is_shaped("प्रियंका", REGULAR)
    assert not is_shaped("محمد", REGULAR)
    assert not is_shaped("Ada", REGULAR)


def test_a_letter_that_no_font_has_is_named() -> None:
    assert marked("a\U0001f9ff", REGULAR) == "a[U+1F9FF]"


def test_the_same_report_gives_the_same_bytes_after_others_too() -> None:
    report = replace(samples.report(), student_id="प्रियंका शर्मा")
    first = pdf.render(report)
    pdf.render(replace(report, student_id="हिन्दी श्रीमती", exam_id="தமிழ்"))
    assert pdf.render(report) == first


@given(st.text(sorted({letter for name in NAMES for letter in name})))
def test_no_letter_is_lost_on_the_way_to_its_font(words: str) -> None:
    assert "".join(run.letters for run in runs(words, REGULAR)) == in_order(words)


def test_there_is_room_for_a_decision_by_hand() -> None:
    last = pypdf.PdfReader(io.BytesIO(pdf.render(samples.report()))).pages[-1].extract_text()
    assert "Decision of the responsible person" in last
    assert "Signature" in last
