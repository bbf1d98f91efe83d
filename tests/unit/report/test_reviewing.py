import csv
import io
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone

import pytest

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    IncidentState,
    RecordingVerdict,
    ReviewState,
    Verdict,
    about_recording,
)
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report import html, pdf, reviewing, tables
from tests.unit.report import samples
from tests.unit.report.test_pdf import _texts

FIRST = Decision(
    id="d1",
    report_id=samples.REPORT_ID,
    incident_id="I001",
    reviewer="Ada <reviewer>",
    verdict=Verdict.DISMISS,
    reason="looked at the clock",
    parents=(),
    origin="here",
    origin_seq=1,
    prev_hash="",
    hash="",
    decided_at=datetime(2026, 3, 5, 10, 0, tzinfo=timezone.utc),
)
NOTE = replace(FIRST, id="d2", incident_id="", verdict=Verdict.NOTE, reason="fire alarm at ten")


@dataclass(frozen=True)
class Review:
    incidents: dict[str, IncidentState] = field(
        default_factory=lambda: {
            "I001": IncidentState.DISMISSED,
            "I002": IncidentState.DISPUTED,
            "I003": IncidentState.OPEN,
            "I004": IncidentState.OPEN,
        }
    )
    decisions: tuple[Decision, ...] = (FIRST, NOTE)
    state: ReviewState = ReviewState.DISPUTED
    reviewed_risk: float = 0.1234
    reviewed_class: RiskClass = RiskClass.CLEAN
    verdict: RecordingVerdict | None = None
    is_final: bool = False


def test_the_reviewed_risk_stands_beside_the_measured_one():
    assert reviewing.review_sentence(Review()) == (
        "People judged 1 of 4 incidents. 1 is disputed. Without what was dismissed the risk "
        "is 0.12 (clean); the measured one stays as it is. The review is not final."
    )


def test_decisions_are_told_with_name_time_and_reason():
    assert reviewing.decision_sentences(Review(), "I001") == [
        "Dismissed by Ada <reviewer>, 05 March 2026, 10:00 UTC: looked at the clock"
    ]
    assert reviewing.decision_sentences(Review(), "")[0].startswith("Note by")
    assert reviewing.decision_sentences(Review(), "I003") == []


OWN = replace(
    FIRST,
    id="d3",
    incident_id="P-0a1b2c3d",
    verdict=Verdict.ADD,
    reason="a phone on the knees",
    added=AddedIncident("other", Micros(61_000_000), Micros(65_500_000)),
)


def test_what_a_person_added_is_told_apart_from_what_was_measured():
    review = Review(decisions=(FIRST, NOTE, OWN))
    assert reviewing.own_sentences(Review()) == []
    (sentence,) = reviewing.own_sentences(review)
    assert sentence.startswith("P-0a1b2c3d: Something else, 1:01.0 to 1:05.5 (4.5 s), confirmed. ")
    assert "Added by Ada <reviewer>" in sentence
    page = html.render(samples.report(), review=review)
    text = " ".join(_texts(pdf.render(samples.report(), review=review))).replace("\n", " ")
    for shown in (page, text):
        assert "a phone on the knees" in shown
        assert "no part of the measured risk" in shown
    assert "no part of the measured risk" not in html.render(samples.report(), review=Review())
    dismissed = replace(FIRST, id="d4", incident_id="P-0a1b2c3d", parents=("d3",))
    taken_back = Review(decisions=(OWN, dismissed))
    assert "dismissed. Added by" in reviewing.own_sentences(taken_back)[0]


def test_the_table_shows_decisions_beside_alerts_and_what_a_person_added_below():
    review = Review(decisions=(FIRST, NOTE, OWN))
    text = tables.to_csv(samples.report(), review)
    *alerts, own = csv.DictReader(io.StringIO(text, newline=""))
    assert [row["alert_id"] for row in alerts] == ["A001", "A002", "A003", "A004", "A005"]
    assert alerts[0]["incident_state"] == "dismissed"
    assert alerts[0]["decisions"].endswith("looked at the clock")
    assert {row["added_by"] for row in alerts} == {""}
    assert (own["alert_id"], own["incident_id"], own["kind"]) == ("", "P-0a1b2c3d", "other")
    assert (own["start_sec"], own["end_sec"], own["duration_sec"]) == ("61.0", "65.5", "4.5")
    assert (own["incident_state"], own["added_by"]) == ("confirmed", "Ada <reviewer>")
    assert own["peak"] == own["severity"] == ""


def test_what_nobody_judged_is_open_in_the_table():
    for review in (None, Review(decisions=(FIRST,))):
        rows = list(
            csv.DictReader(io.StringIO(tables.to_csv(samples.report(), review), newline=""))
        )
        assert rows[-1]["incident_state"] == "open"


def test_the_page_shows_decisions_and_states_and_keeps_what_was_measured():
    page = html.render(samples.report(), review=Review())
    assert "looked at the clock" in page
    assert "fire alarm at ten" in page
    assert "Ada &lt;reviewer&gt;" in page
    assert "disputed" in page
    assert "0.40" in page


def test_the_document_shows_decisions():
    text = " ".join(_texts(pdf.render(samples.report(), review=Review())))
    assert "looked at the clock" in text
    assert "The review is not final." in text.replace("\n", " ")


@pytest.mark.parametrize("render", [html.render, pdf.render])
def test_without_decisions_nothing_is_said_about_a_review(render):
    written = render(samples.report())
    text = written if isinstance(written, str) else " ".join(_texts(written))
    assert "What people decided" not in text


def test_the_verdict_for_the_recording_is_said_with_those_about_the_whole():
    talk = about_recording(RecordingVerdict.TALK)
    given = replace(NOTE, id="d3", incident_id=talk, reason="")
    taken_back = replace(NOTE, id="d4", incident_id=about_recording(None), reason="a mistake")
    review = Review(decisions=(FIRST, given, taken_back), verdict=RecordingVerdict.PASSED_ON)
    by = "by Ada <reviewer>, 05 March 2026, 10:00 UTC"
    assert reviewing.decision_sentences(review, "") == [
        f"Verdict for the recording (talk to the candidate) {by}",
        f"Verdict for the recording (taken back) {by}: a mistake",
    ]
    assert "Verdict for the recording: passed on." in reviewing.review_sentence(review)


def test_the_table_says_the_verdict_and_what_was_said_about_the_whole_in_every_row():
    given = replace(NOTE, id="d3", incident_id=about_recording(RecordingVerdict.TALK), reason="")
    review = Review(decisions=(FIRST, NOTE, given), verdict=RecordingVerdict.TALK)
    text = tables.to_csv(samples.report(), review)
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert row["verdict"] == "talk to the candidate"
        assert "fire alarm at ten; Verdict for the recording" in row["about_recording"]
    (first, *_) = csv.DictReader(io.StringIO(tables.to_csv(samples.report()), newline=""))
    assert (first["verdict"], first["about_recording"]) == ("", "")


def test_what_a_person_added_has_its_kind_in_words():
    text = tables.to_csv(samples.report(), Review(decisions=(OWN,)))
    *_, own = csv.DictReader(io.StringIO(text, newline=""))
    assert own["kind_title"] == "Something else"
