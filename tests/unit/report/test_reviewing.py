from dataclasses import dataclass, field, replace
from datetime import datetime, timezone

import pytest

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import Decision, IncidentState, ReviewState, Verdict
from proctor_desktop.report import html, pdf, reviewing
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
    is_final: bool = False


def test_the_reviewed_risk_stands_beside_the_measured_one():
    assert reviewing.review_sentence(Review()) == (
        "1 of 4 incidents are judged by people. 1 is disputed. Without what was dismissed the risk "
        "is 0.12 (clean); the measured one stays as it is. The review is not final."
    )


def test_decisions_are_told_with_name_time_and_reason():
    assert reviewing.decision_sentences(Review(), "I001") == [
        "Dismissed by Ada <reviewer>, 05 March 2026, 10:00 UTC: looked at the clock"
    ]
    assert reviewing.decision_sentences(Review(), "")[0].startswith("Note by")
    assert reviewing.decision_sentences(Review(), "I003") == []


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
