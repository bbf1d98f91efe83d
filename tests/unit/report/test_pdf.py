import io
import re
from dataclasses import replace

import pypdf
import pytest

from proctor_desktop.report import evidence, pdf
from tests.unit.report import samples


@pytest.fixture(scope="module")
def written() -> bytes:
    pictures = samples.pictures()
    report = samples.report(evidence=evidence.by_incident(pictures))
    return pdf.render(report, samples.track(), {one.evidence.name: one.jpeg for one in pictures})


def _texts(written: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written)).pages]


def test_every_page_is_numbered_and_names_candidate_and_exam(written):
    pages = _texts(written)
    assert len(pages) >= 2
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "S-1042, MATH-2 Prüfung" in text


def test_what_the_page_says_is_in_the_document(written):
    text = re.sub(r"\s+", " ", " ".join(_texts(written)))
    for words in (
        "Borderline",
        "0.40",
        "97 %",
        "The head was turned by up to 31.2 degrees",
        "Without I003 the class would be CLEAN.",
        "Nothing in this report is a finding of misconduct",
        samples.REPORT_ID,
    ):
        assert words in text


def test_a_screen_reader_is_told_what_each_piece_is_in_the_order_of_reading(written):
    reader = pypdf.PdfReader(io.BytesIO(written))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    pieces = [kid.get_object() for kid in catalog["/StructTreeRoot"]["/K"]["/K"]]
    roles = [piece["/S"] for piece in pieces]
    assert roles[0] == "/H1"
    assert roles.count("/H1") == 1
    assert roles.count("/H2") >= 7
    figures = [piece["/Alt"] for piece in pieces if piece["/S"] == "/Figure"]
    assert len(figures) == 1 + len(samples.pictures())
    assert figures[0].startswith("Timelines of gaze")
    pages = [page.indirect_reference.idnum for page in reader.pages]
    order = [(pages.index(piece.raw_get("/Pg").idnum), piece["/K"]) for piece in pieces]
    assert order == sorted(order)
    marked = [page.get_contents().get_data().count(b"/MCID") for page in reader.pages]
    assert sum(marked) == len(pieces), "head and foot of a page are none of its words"


def test_a_name_written_from_right_to_left_is_read_as_it_is_written():
    name = "\u0645\u062d\u0645\u062f"
    document = pdf.render(replace(samples.report(), student_id=name), None, {})
    tree = pypdf.PdfReader(io.BytesIO(document)).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    said = [kid.get_object().get("/ActualText", "") for kid in tree]
    assert any(name in one for one in said)


def test_pictures_are_in_the_document(written):
    pages = pypdf.PdfReader(io.BytesIO(written)).pages
    assert sum(len(page.images) for page in pages) == len(samples.pictures())


def test_the_same_report_gives_the_same_bytes():
    assert pdf.render(samples.report()) == pdf.render(samples.report())


def test_markup_in_a_name_is_text():
    evil = replace(samples.report(), student_id="<b>a & b</b>", exam_id="Ω-7")
    assert "<b>a & b</b>, Ω-7" in _texts(pdf.render(evil))[0]


def test_hundreds_of_incidents_flow_over_pages():
    base = samples.report()
    many = tuple(replace(base.analysis.incidents[0], id=f"I{n:03d}") for n in range(200))
    crowded = replace(base, analysis=replace(base.analysis, incidents=many))
    assert len(_texts(pdf.render(crowded))) > 10


def test_it_says_when_the_recording_began_and_what_a_tilt_is(berlin: None):
    facts = replace(samples.FACTS, began=samples.BEGAN)
    report = samples.report(facts=facts, assessment=samples.tilted())
    words = re.sub(r"\s+", " ", " ".join(_texts(pdf.render(report))))
    assert "The recording began on 04 March 2026, 10:00:00 (UTC+01:00), as the file says." in words
    assert "I001: Head tilt, right" in words


def test_what_lies_outside_of_the_exam_is_listed_and_told_in_the_legend():
    words = " ".join(_texts(pdf.render(samples.outside(), samples.track())))
    assert "Before and after the exam" in words
    assert "before and after the exam, not charged" in words
    assert "before and after the exam, not charged" not in " ".join(
        _texts(pdf.render(samples.report(), samples.track()))
    )
