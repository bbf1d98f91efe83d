import base64
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from proctor_desktop.report import evidence, html
from tests.unit.report import samples

VOID = {"meta", "img", "br", "link", "input", "hr"}


class Outline(HTMLParser):
    """Collects the tags of a page and checks that each is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page() -> str:
    pictures = samples.pictures()
    report = samples.report(evidence=evidence.by_incident(pictures))
    images = {one.evidence.name: one.jpeg for one in pictures}
    return html.render(report, samples.track(), images)


@pytest.fixture(scope="module")
def outline(page) -> Outline:
    parsed = Outline()
    parsed.feed(page)
    return parsed


def test_every_tag_is_closed(outline):
    assert outline.open == []


def test_the_page_loads_nothing_and_runs_nothing(page, outline):
    assert not outline.all("script")
    assert not outline.all("link")
    assert all(one["src"].startswith("data:image/jpeg;base64,") for one in outline.all("img"))
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:)""", page)
    assert "url(http" not in page
    assert "@import" not in page


def test_all_pictures_are_inside_with_words_for_those_who_cannot_see_them(outline):
    images = outline.all("img")
    assert len(images) == len(samples.pictures())
    assert all(one["alt"] for one in images)
    assert base64.b64decode(images[0]["src"].partition(",")[2]).startswith(b"\xff\xd8")


def test_the_page_can_be_read_by_a_screen_reader(outline):
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all("scope" in one for one in outline.all("th"))
    assert outline.all("html") == [{"lang": "en"}]
    named = {"aria-label", "aria-labelledby", "aria-hidden"}
    assert all(named & set(one) for one in outline.all("svg"))


def test_risk_and_coverage_stand_beside_each_other(page):
    summary = page[page.index('id="summary"') : page.index('id="meaning"')]
    assert "0.40" in summary
    assert "97 %" in summary
    assert "Borderline" in summary


def test_every_incident_has_its_words_and_its_place(page, outline):
    report = samples.report()
    identified = {one.get("id") for one in outline.all("article")}
    assert identified == {"I001", "I002", "I003", "I004"}
    for incident in report.analysis.incidents:
        assert incident.counterfactual.sentence in page
    linked = {one["href"] for one in outline.all("a")}
    assert linked == {f"#{name}" for name in identified}


def test_names_are_text_and_never_markup():
    evil = replace(samples.report(), student_id="<script>alert(1)</script>")
    page = html.render(evil, samples.track())
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_report_without_signals_or_pictures_is_complete_without_drawing():
    pictures = samples.pictures()
    page = html.render(samples.report(evidence=evidence.by_incident(pictures)))
    assert "The recording at a glance" not in page
    assert "is not at hand" in page


def test_a_quiet_recording_says_so():
    page = html.render(samples.report(assessment=samples.quiet()), samples.track())
    assert "Nothing was flagged in 3 min 00 s of recording." in page
    assert "There are none" in page


def test_warnings_come_before_the_numbers_below():
    record = replace(samples.RECORD, analysed_sec=120.0)
    page = html.render(samples.report(record=record), samples.track())
    assert page.index("The video is incomplete") < page.index("What was flagged")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_has_enough_contrast_in_every_theme(page, theme):
    block = re.findall(r":root \{(.*?)\}", page, re.DOTALL)[theme]
    colours = dict(
        re.findall(
            r"--([a-z_-]+): (#[0-9a-f]{6})",
            block.replace("#fff;", "#ffffff;")
            .replace("#000;", "#000000;")
            .replace("#444;", "#444444;"),
        )
    )
    grounds = [colours["page"], colours["card"], colours["note"]]
    for name in ("text", "soft", "accent", "clean", "borderline", "suspicious", "high_risk"):
        for ground in grounds[:2] if name != "text" else grounds:
            assert _contrast(colours[name], ground) >= 4.5, (name, ground)
    assert _contrast(colours["curve"], colours["band"]) >= 4.5


def test_it_says_when_the_recording_began_on_the_clock_of_this_computer(berlin: None):
    facts = replace(samples.FACTS, began=samples.BEGAN)
    sentence = "The recording began on 04 March 2026, 10:00:00 (UTC+01:00)"
    assert f"{sentence}, as the file says." in html.render(samples.report(facts=facts))
    live = replace(facts, container="live")
    assert f"{sentence}." in html.render(samples.report(facts=live))
    assert "The recording began" not in html.render(samples.report())


def test_a_tilt_of_the_head_is_no_movement():
    page = html.render(samples.report(assessment=samples.tilted()))
    assert "I001: Head tilt, right" in page
    assert "Head movement, up" in page, "a nod is one"


def test_what_lies_outside_of_the_exam_is_listed_and_hatched():
    found = samples.outside()
    page = html.render(found, samples.track())
    assert "Before and after the exam" in page
    assert "I001: Several people, 0:02.0 to 0:08.0 (6.0 s). Up to 2 faces" in page
    assert 'fill="url(#outside-hatch)"' in page
    assert "shown, not charged" in page
    assert "Before and after the exam" not in html.render(samples.report(), samples.track())
