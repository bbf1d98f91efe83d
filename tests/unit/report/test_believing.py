"""Every form of a report says what made it, what was not measured, and what is still open."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from proctor_desktop.cli.display import show_batch, show_report
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import IncidentState
from proctor_desktop.domain.signals import CHANNELS, Channel, Missing
from proctor_desktop.report import html, pdf
from proctor_desktop.report.changed_settings import changed_settings
from proctor_desktop.report.coverage import coverage_words, unmeasured
from proctor_desktop.report.reviewing import standing_sentence
from tests.unit.report import samples
from tests.unit.report.test_pdf import _texts
from tests.unit.report.test_reviewing import Review

DELIVERED = {**samples.SETTINGS, "detection.up_scale": 1.5, "exam.begins_sec": -1.0}
GAZE = (Channel.GAZE_HORIZONTAL, Channel.GAZE_VERTICAL)


def on_page(report: Report) -> str:
    return re.sub(r"<[^>]+>", " ", html.render(report))


def printed(report: Report) -> str:
    return " ".join(_texts(pdf.render(report)))


def on_terminal(report: Report) -> str:
    console = Console(file=io.StringIO(), width=200, record=True)
    show_report(console, report)
    return console.export_text()


def in_batch(report: Report) -> str:
    console = Console(file=io.StringIO(), width=120, record=True)
    show_batch(console, [Path("a.mp4")], [report])
    return console.export_text()


FORMS: tuple[Callable[[Report], str], ...] = (on_page, printed, on_terminal)


def flowing(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def sightless() -> Report:
    """Of a recording in which the eyes were never measured."""
    track = samples.track()
    reasons, values = track.reasons.copy(), track.values.copy()
    for channel in GAZE:
        at = CHANNELS.index(channel)
        reasons[:, at], values[:, at] = Missing.NO_FACE.value, float("nan")
    return samples.report(track=replace(track, reasons=reasons, values=values))


@pytest.mark.parametrize("say", FORMS)
def test_settings_that_are_not_as_delivered_are_named_in_every_form(say) -> None:
    report = samples.report(delivered=DELIVERED)
    assert (
        "Settings differ from those delivered: detection.up_scale is 1 in place of 1.5."
        in flowing(say(report))
    )
    assert "Settings differ" not in say(samples.report(delivered=samples.SETTINGS))


def test_what_an_accommodation_or_the_recording_itself_asks_for_is_no_changed_setting() -> None:
    now = {"a.b": True, "c.d": "", "exam.begins_sec": 12.0, "only.new": 3}
    was = {"a.b": False, "c.d": "x", "exam.begins_sec": -1.0}
    assert changed_settings(now, was) == [
        "a.b is on in place of off",
        "c.d is none in place of x",
    ]
    assert changed_settings(now, was, {"a.b"}) == ["c.d is none in place of x"]
    profile = Profile("up", "Looks up", "A board.", {"detection.up_scale": 1.0})
    report = samples.report(
        delivered=DELIVERED, profile=profile, assessment_without_profile=samples.assessment()
    )
    assert "settings_changed" not in {each.code for each in report.analysis.warnings}


@pytest.mark.parametrize("say", FORMS)
def test_a_gaze_that_was_never_measured_is_said_first(say) -> None:
    report = sightless()
    assert report.analysis.warnings[0].code == "gaze_unmeasured"
    words = flowing(say(report))
    assert "The gaze was not measured at all; this report says nothing about it." in words
    assert coverage_words(report.analysis.coverage) in words
    assert coverage_words(report.analysis.coverage).endswith(" %, gaze 0 %")
    assert "only 0 %" not in words


def test_a_batch_never_says_a_coverage_without_the_gaze_that_it_lacks() -> None:
    assert ", gaze 0 %" in flowing(in_batch(sightless()))
    assert unmeasured(samples.report().analysis.coverage) == []
    assert "gaze 0 %" not in in_batch(samples.report())


@pytest.mark.parametrize("say", FORMS)
def test_every_form_says_whose_report_it_is_and_which(say) -> None:
    words = flowing(say(samples.report()))
    for known in ("S-1042", "MATH-2 Prüfung", samples.REPORT_ID):
        assert known in words.partition("Incidents")[0]
    assert samples.REPORT_ID[:8] in in_batch(samples.report())


@pytest.mark.parametrize("say", FORMS)
def test_how_many_incidents_nobody_has_judged_is_said_at_the_top(say) -> None:
    words = flowing(say(samples.report()))
    assert "Not judged by anybody yet: 4 of 4 incidents." in words
    assert "judged by anybody" not in say(samples.report(assessment=samples.quiet()))


def test_what_is_left_to_judge_follows_the_decisions() -> None:
    report = samples.report()
    assert standing_sentence(report, Review()) == ("Not judged by anybody yet: 3 of 4 incidents.")
    names = [each.id for each in report.analysis.incidents]
    states = dict.fromkeys(names, IncidentState.CONFIRMED) | {names[0]: IncidentState.DISMISSED}
    assert standing_sentence(report, Review(incidents=states)) == (
        "People judged every incident: 3 confirmed, 1 dismissed."
    )


@pytest.mark.parametrize("say", FORMS)
def test_the_confidence_score_stays_in_the_document_for_programs(say) -> None:
    assert "onfidence score" not in say(samples.report())


@pytest.mark.parametrize("say", FORMS[:2])
def test_pages_say_what_severity_means_and_what_the_candidate_can_do(say) -> None:
    words = flowing(say(samples.report()))
    assert (
        "Severity (low, medium, high) says how far beyond the threshold and for how long" in words
    )
    assert "The candidate can ask to see this report and answer it" in words
