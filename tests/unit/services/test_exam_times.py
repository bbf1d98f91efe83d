"""A person says afterwards when an exam begins and ends; what lies outside is no longer charged."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.domain.exam import Given
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.domain.signals import Channel
from proctor_desktop.pipeline import AnalysisOptions, Outcome
from proctor_desktop.report.evidence import EvidenceOptions, Picture, picture_of
from proctor_desktop.scoring.assessment import assess
from proctor_desktop.services.analyses import AnalysisService, Request
from proctor_desktop.services.exam_times import ExamTimeService, given_in
from proctor_desktop.services.recomputing import RecomputeService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.server import ServerOptions
from tests.storage.workstations import Workstation, workstation
from tests.unit.report import samples
from tests.unit.services.test_recomputing import NoEngine
from tests.unit.synthetic import Recording

Times = ExamTimeService


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exam_times") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def at(tmp_path: Path, template: Path) -> Iterator[Workstation]:
    made = workstation(tmp_path / "here", template, ServerOptions())
    yield made
    made.close()


@pytest.fixture
def analyses(tmp_path: Path) -> AnalysisService:
    return AnalysisService(NoEngine(), folder=tmp_path, evidence=EvidenceOptions(), min_free_mb=0)


@pytest.fixture
def times(at: Workstation, analyses: AnalysisService) -> Times:
    return ExamTimeService(at.store, at.reports, RecomputeService(at.reports, analyses))


def recording() -> Recording:
    """Somebody helps at half a minute, the candidate turns twice, and leaves at the end."""
    made = Recording(300).people(30, 36, 2).add(Channel.YAW, 100, 106, 40)
    return made.add(Channel.YAW, 200, 206, 40).leave(280, 300)


@pytest.fixture
def report_id(at: Workstation, analyses: AnalysisService) -> str:
    made, options = recording(), AnalysisOptions()
    track, record = made.track(), made.record()
    assessment = assess(track, record, options.rules)
    pictures = tuple(_picture(one.id, one.interval.onset) for one in assessment.incidents)
    request = Request(Path("x.mp4"), Subject("S-1", "E-1"), options)
    outcome = Outcome(samples.FACTS, record, track, assessment)
    finished = analyses.conclude(request, outcome, pictures)
    at.reports.save(finished)
    return finished.report.report_id


def _picture(incident_id: str, time: int) -> Picture:
    return picture_of(incident_id, time, f"picture of {incident_id}".encode())


def ids(report: Report) -> tuple[list[str], list[str]]:
    """Numbers of what is charged, and of what lies outside."""
    analysis = report.analysis
    return [one.id for one in analysis.incidents], [one.id for one in analysis.outside]


def test_what_lies_before_and_after_keeps_its_number_and_costs_nothing(
    at: Workstation, times: Times, report_id: str
) -> None:
    before = at.reports.get(report_id)
    assert ids(before) == (["I001", "I002", "I003", "I004"], [])
    times.begin_at(report_id, 60.0, actor="Ada")
    after = times.end_at(report_id, 270.0, actor="Ada")
    assert ids(after) == (["I002", "I003"], ["I001", "I004"])
    assert after.analysis.risk_score < before.analysis.risk_score
    assert at.reports.get(report_id) == after
    assert after.created_at == before.created_at


def test_the_report_follows_from_its_signals_as_before(
    at: Workstation, analyses: AnalysisService, times: Times, report_id: str
) -> None:
    times.begin_at(report_id, 60.0, actor="Ada")
    assert RecomputeService(at.reports, analyses).check(report_id) is None
    assert at.verification.verify().is_sound


def test_taking_it_back_gives_the_report_of_before(
    at: Workstation, times: Times, report_id: str
) -> None:
    before = at.reports.get(report_id)
    times.begin_at(report_id, 60.0, actor="Ada")
    assert times.give(report_id, Given(), actor="Ada") == before


def test_who_said_so_what_stood_before_and_why_stay(
    at: Workstation, times: Times, report_id: str
) -> None:
    times.begin_at(report_id, 60.0, actor="Ada", reason="the bell is heard")
    (note,) = ReviewService(at.store).decisions(report_id)
    assert (note.reviewer, note.verdict, note.incident_id) == ("Ada", Verdict.NOTE, "")
    assert note.reason == (
        "The exam lasts from 1:00.0 to 5:00.0 now, before from 0:00.0 to 5:00.0. the bell is heard"
    )
    with at.store.reading() as unit:
        (entry,) = [one for one in unit.audit.entries() if one.action == "exam_time_given"]
    details = json.loads(entry.details)
    assert (entry.actor, details["reason"]) == ("Ada", "the bell is heard")
    assert details["before"] == {"begins_sec": 0.0, "ends_sec": 0.0}
    assert details["after"] == {"begins_sec": 60.0, "ends_sec": 0.0}


def test_every_picture_stays_with_its_incident(
    at: Workstation, times: Times, report_id: str
) -> None:
    after = times.begin_at(report_id, 60.0, actor="Ada")
    for one in after.analysis.shown:
        (evidence,) = one.evidence
        assert at.reports.picture(report_id, evidence.name) == f"picture of {one.id}".encode()
        assert one.start == pytest.approx(evidence.time, abs=0.5)


def test_judgements_stay_with_what_was_judged(
    at: Workstation, times: Times, report_id: str
) -> None:
    reviews = ReviewService(at.store)
    for incident, verdict in (("I001", Verdict.CONFIRM), ("I003", Verdict.DISMISS)):
        reviews.decide(report_id, incident, verdict, reason="seen", reviewer="Grace")
    times.begin_at(report_id, 60.0, actor="Ada")
    assert reviews.states(report_id) == {
        "I002": IncidentState.OPEN,
        "I003": IncidentState.DISMISSED,
        "I004": IncidentState.OPEN,
    }
    times.give(report_id, Given(), actor="Ada")
    assert reviews.states(report_id)["I001"] is IncidentState.CONFIRMED


def test_a_judgement_never_falls_on_another_incident_of_the_same_number(
    at: Workstation, times: Times, report_id: str
) -> None:
    """The beginning cuts a turn in two, so that every number after it moves by one."""
    reviews = ReviewService(at.store)
    reviews.decide(report_id, "I003", Verdict.CONFIRM, reason="", reviewer="Grace")
    before = at.reports.get(report_id)
    after = times.begin_at(report_id, 103.0, actor="Ada")
    kept = {one.id: one for one in after.analysis.incidents}
    third = next(one for one in before.analysis.incidents if one.id == "I003")
    assert kept["I003"].start != third.start
    assert reviews.states(report_id)["I003"] is IncidentState.OPEN
    reopened = reviews.decisions(report_id)[-1]
    assert (reopened.verdict, reopened.reviewer) == (Verdict.REOPEN, "Ada")
    assert "This number is another incident now." in reopened.reason


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Given(), "there already"),
        (Given(299.5), "must begin before it ends"),
        (Given(400.0), "lie within the recording"),
        (Given(60.0, 60.5), "must begin before it ends"),
    ],
)
def test_no_exam_is_left_without_time(
    at: Workstation, times: Times, report_id: str, given: Given, message: str
) -> None:
    before = at.reports.get(report_id)
    with pytest.raises(StorageError, match=message):
        times.give(report_id, given, actor="Ada")
    assert at.reports.get(report_id) == before
    assert ReviewService(at.store).decisions(report_id) == []


def test_a_report_without_its_signals_or_under_legal_hold_stays_as_it_is(
    at: Workstation, times: Times, report_id: str
) -> None:
    with at.store.writing() as unit:
        unit.exams.set(ExamRetention("E-1", None, legal_hold=True, reason="asked"))
    with pytest.raises(StorageError, match="legal hold"):
        times.begin_at(report_id, 60.0, actor="Ada")
    with at.store.writing() as unit:
        unit.exams.set(ExamRetention("E-1", None, legal_hold=False, reason="over"))
        unit.signals.erase(report_id)
    with pytest.raises(NotFoundError):
        times.begin_at(report_id, 60.0, actor="Ada")


def test_another_workstation_cannot_give_them(
    at: Workstation, analyses: AnalysisService, report_id: str, tmp_path: Path, template: Path
) -> None:
    at.packages.export(report_id, tmp_path / "p.proctor", actor="Ada")
    there = workstation(tmp_path / "there", template, ServerOptions())
    there.packages.take(tmp_path / "p.proctor", actor="Grace")
    elsewhere = ExamTimeService(
        there.store, there.reports, RecomputeService(there.reports, analyses)
    )
    with pytest.raises(StorageError, match="belongs to another workstation"):
        elsewhere.begin_at(report_id, 60.0, actor="Grace")
    there.close()


def test_a_package_brings_what_lies_outside_with_its_pictures(
    at: Workstation, times: Times, report_id: str, tmp_path: Path, template: Path
) -> None:
    after = times.begin_at(report_id, 60.0, actor="Ada")
    at.packages.export(report_id, tmp_path / "p.proctor", actor="Ada")
    there = workstation(tmp_path / "there", template, ServerOptions())
    there.packages.take(tmp_path / "p.proctor", actor="Grace")
    assert there.reports.get(report_id) == after
    assert {row.name for row in there.reports.pictures(report_id)} == {
        one.evidence[0].name for one in after.analysis.shown
    }
    there.close()


def test_a_report_of_a_version_without_exam_times_can_be_given_one(
    at: Workstation, times: Times, report_id: str
) -> None:
    report = at.reports.get(report_id)
    made = report.analysis.provenance
    settings = {key: value for key, value in made.settings.items() if not key.startswith("exam.")}
    older = replace(report.analysis, exam=None, provenance=replace(made, settings=settings))
    at.reports.keep(replace(report, analysis=older), actor="an older version")
    assert given_in(at.reports.get(report_id)) == Given()
    after = times.begin_at(report_id, 60.0, actor="Ada")
    assert ids(after) == (["I002", "I003", "I004"], ["I001"])
