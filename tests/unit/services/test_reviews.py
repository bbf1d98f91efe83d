"""Decisions and the risk that is left after them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import DecisionRefusedError, NotFoundError
from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import Contribution, Report, RiskClass
from proctor_desktop.domain.review import (
    AddedIncident,
    IncidentState,
    ReviewState,
    Verdict,
    incident_state,
    own_incidents,
)
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report.document import from_json
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.risk import Charge, kind_loads, kind_logs, risk_of
from proctor_desktop.services.review_options import ReviewOptions
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.decisions import decision_faults, sealed
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.samples import a_report

LOADS = {"I001": 0.9, "I002": 0.2}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reviews") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def store(tmp_path: Path, template: Path) -> Iterator[Store]:
    database = Database.local(Path(shutil.copy(template, tmp_path)))
    yield Store(database)
    database.close()


@pytest.fixture
def report(store: Store) -> Report:
    """Two turns of the head with the loads above, kept."""
    plain = a_report()
    parts = tuple(Contribution(one, "head_movement", 0.1, load) for one, load in LOADS.items())
    made = replace(plain, analysis=replace(plain.analysis, contributions=parts))
    with store.writing() as unit:
        unit.reports.save(made)
    return made


def decide(store: Store, report: Report, verdict: Verdict, reason: str = "seen") -> None:
    ReviewService(store).decide(report.report_id, "I001", verdict, reason=reason, reviewer="Ada")


def risk_of_loads(*loads: float) -> float:
    charges = [Charge(str(each), EventKind.HEAD_MOVEMENT, each) for each in loads]
    return risk_of(kind_logs(kind_loads(charges), Policy()))


def test_the_reviewed_risk_leaves_dismissed_incidents_out_and_the_measured_one_stays(
    store: Store, report: Report
) -> None:
    before = ReviewService(store).review(report.report_id)
    decide(store, report, Verdict.DISMISS, "wrote on paper")
    after = ReviewService(store).review(report.report_id)
    assert before.reviewed_risk == risk_of_loads(0.9, 0.2)
    assert after.reviewed_risk == risk_of_loads(0.2)
    assert after.reviewed_class is RiskClass.CLEAN
    assert after.measured_risk == before.measured_risk == report.analysis.risk_score
    assert after.measured_class is RiskClass.SUSPICIOUS


def test_a_confirmed_incident_keeps_its_weight(store: Store, report: Report) -> None:
    decide(store, report, Verdict.CONFIRM)
    assert ReviewService(store).review(report.report_id).reviewed_risk == risk_of_loads(0.9, 0.2)


def test_an_incomplete_recording_cannot_be_cleared(store: Store, report: Report) -> None:
    coverage = replace(report.analysis.coverage, is_complete=False)
    with store.writing() as unit:
        unit.reports.save(replace(report, analysis=replace(report.analysis, coverage=coverage)))
    for incident in ("I001", "I002"):
        ReviewService(store).decide(
            report.report_id, incident, Verdict.DISMISS, reason="no", reviewer="Ada"
        )
    review = ReviewService(store).review(report.report_id)
    assert (review.reviewed_risk, review.reviewed_class) == (0.0, RiskClass.BORDERLINE)


def test_a_review_is_final_when_every_incident_is_judged(store: Store, report: Report) -> None:
    service = ReviewService(store)
    decide(store, report, Verdict.CONFIRM)
    assert service.review(report.report_id).state is ReviewState.OPEN
    service.decide(report.report_id, "I002", Verdict.DISMISS, reason="a cough", reviewer="Ada")
    review = service.review(report.report_id)
    assert (review.state, review.is_final) == (ReviewState.DONE, True)


def test_reopening_takes_a_judgement_back_and_both_stay_on_record(
    store: Store, report: Report
) -> None:
    decide(store, report, Verdict.CONFIRM)
    decide(store, report, Verdict.REOPEN, "")
    review = ReviewService(store).review(report.report_id)
    assert review.incidents["I001"] is IncidentState.OPEN
    assert [one.verdict for one in review.decisions] == [Verdict.CONFIRM, Verdict.REOPEN]
    assert review.decisions[1].parents == (review.decisions[0].id,)


def test_a_note_changes_no_state(store: Store, report: Report) -> None:
    decide(store, report, Verdict.CONFIRM)
    decide(store, report, Verdict.NOTE, "left-handed")
    ReviewService(store).decide(
        report.report_id, "", Verdict.NOTE, reason="whole hall was noisy", reviewer="Ada"
    )
    review = ReviewService(store).review(report.report_id)
    assert review.incidents["I001"] is IncidentState.CONFIRMED


@pytest.mark.parametrize(
    ("verdict", "reason", "reviewer"),
    [
        pytest.param(Verdict.DISMISS, "  ", "Ada", id="dismissal_without_reason"),
        pytest.param(Verdict.NOTE, "", "Ada", id="empty_note"),
        pytest.param(Verdict.CONFIRM, "", " ", id="nobody_decides"),
        pytest.param(Verdict.CONFIRM, "x" * 4001, "Ada", id="reason_too_long"),
    ],
)
def test_a_decision_that_nobody_could_follow_is_refused(
    store: Store, report: Report, verdict: Verdict, reason: str, reviewer: str
) -> None:
    with pytest.raises(DecisionRefusedError):
        ReviewService(store).decide(
            report.report_id, "I001", verdict, reason=reason, reviewer=reviewer
        )
    assert ReviewService(store).decisions(report.report_id) == []


def test_an_incident_that_is_not_there_cannot_be_judged(store: Store, report: Report) -> None:
    with pytest.raises(NotFoundError, match="I999"):
        ReviewService(store).decide(
            report.report_id, "I999", Verdict.CONFIRM, reason="", reviewer="Ada"
        )


def dispute(store: Store, report: Report) -> None:
    """A second head from another workstation, which knew nothing of the first."""
    decide(store, report, Verdict.CONFIRM)
    with store.writing() as unit:
        (own,) = unit.decisions.of(report.report_id)
        other = sealed(
            replace(
                own,
                id="0" * 8 + own.id[8:],
                verdict=Verdict.DISMISS,
                origin="f" * 8 + own.origin[8:],
            )
        )
        unit.decisions.put([other])


def test_a_dispute_is_settled_only_with_a_reason_and_by_a_senior(
    store: Store, report: Report
) -> None:
    dispute(store, report)
    service = ReviewService(store, ReviewOptions(senior_reviewers="Grace, Emmy"))
    assert service.review(report.report_id).state is ReviewState.DISPUTED
    settle = {"report_id": report.report_id, "incident_id": "I001", "verdict": Verdict.CONFIRM}
    with pytest.raises(DecisionRefusedError, match="disputed"):
        service.decide(**settle, reason="", reviewer="Grace")  # type: ignore[arg-type]  # one dict for three calls
    with pytest.raises(DecisionRefusedError, match="Emmy, Grace"):
        service.decide(**settle, reason="clear", reviewer="Ada")  # type: ignore[arg-type]  # as above
    decision = service.decide(**settle, reason="clear", reviewer="Grace")  # type: ignore[arg-type]  # as above
    assert len(decision.parents) == 2
    assert service.review(report.report_id).incidents["I001"] is IncidentState.CONFIRMED


PHONE = AddedIncident("other", Micros(1_000_000), Micros(3_000_000))


def test_an_incident_of_ones_own_is_kept_judged_and_never_measured(
    store: Store, report: Report
) -> None:
    service = ReviewService(store)
    before = service.review(report.report_id)
    added = service.add_incident(report.report_id, PHONE, reason="a phone", reviewer="Ada")
    assert service.decisions(report.report_id)[-1] == added
    assert own_incidents([added]) == {added.incident_id: added}
    after = service.review(report.report_id)
    assert after.measured_risk == before.measured_risk
    assert after.reviewed_risk == before.reviewed_risk
    assert after.incidents == before.incidents
    service.decide(
        report.report_id, added.incident_id, Verdict.DISMISS, reason="a pen", reviewer="Grace"
    )
    said = [one for one in service.decisions(report.report_id) if one.incident_id.startswith("P-")]
    assert incident_state(said) is IncidentState.DISMISSED
    assert decision_faults(service.decisions(report.report_id)) == []
    tampered = replace(added, added=replace(PHONE, kind="gaze_deviation"))
    assert decision_faults([tampered]) != [], "kind and span are under the hash"


@pytest.mark.parametrize(
    ("added", "reason"),
    [
        (PHONE, " "),
        (replace(PHONE, kind="cheating"), "a phone"),
        (replace(PHONE, end=PHONE.start), "a phone"),
        (replace(PHONE, start=Micros(-1)), "a phone"),
        (replace(PHONE, end=Micros(10**12)), "a phone"),
    ],
)
def test_an_incident_of_ones_own_needs_a_reason_a_kind_and_a_span(
    store: Store, report: Report, added: AddedIncident, reason: str
) -> None:
    with pytest.raises(DecisionRefusedError):
        ReviewService(store).add_incident(report.report_id, added, reason=reason, reviewer="Ada")


def test_several_incidents_are_decided_at_once(store: Store, report: Report) -> None:
    made = ReviewService(store).decide_all(
        report.report_id, ["I001", "I002"], Verdict.DISMISS, reason="a cough", reviewer="Ada"
    )
    assert [(one.incident_id, one.reason) for one in made] == [
        ("I001", "a cough"),
        ("I002", "a cough"),
    ]
    assert ReviewService(store).review(report.report_id).is_final
    with store.reading() as unit:
        assert decision_faults(unit.decisions.all()) == []
        assert len([one for one in unit.audit.entries() if one.action == "decision_made"]) == 2
        summary = unit.listing.summary(report.report_id)
    assert summary is not None
    assert summary.unjudged == 0


def test_of_several_decisions_none_is_kept_where_one_is_refused(
    store: Store, report: Report
) -> None:
    with pytest.raises(NotFoundError):
        ReviewService(store).decide_all(
            report.report_id, ["I001", "I999"], Verdict.CONFIRM, reason="", reviewer="Ada"
        )
    assert ReviewService(store).decisions(report.report_id) == []


def test_a_decision_decodes_the_report_once(
    store: Store, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded = []

    def count(text: str | bytes) -> Report:
        decoded.append(len(text))
        return from_json(text)

    monkeypatch.setattr("proctor_desktop.storage.repositories.reports.from_json", count)
    ReviewService(store).decide_all(
        report.report_id, ["I001", "I002"], Verdict.CONFIRM, reason="", reviewer="Ada"
    )
    assert len(decoded) == 1
