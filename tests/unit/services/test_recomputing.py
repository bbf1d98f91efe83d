"""A report follows from its stored signals, and upkeep keeps the ground for it."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.report import Subject
from proctor_desktop.landmarks.choice import LIBRARIES
from proctor_desktop.pipeline import AnalysisOptions, Outcome, with_profile
from proctor_desktop.report.document import result_sha256
from proctor_desktop.report.evidence import EvidenceOptions
from proctor_desktop.scoring.assessment import assess
from proctor_desktop.services.analyses import AnalysisService, Request
from proctor_desktop.services.recomputing import RecomputeService
from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from tests.storage.workstations import Workstation, workstation
from tests.unit.report import samples

SUBJECT = Subject("STU1", "EXAM1")
PAPER = Profile("paper", "Paper exam", "Writes by hand.", {"calibration.duration_sec": 0.0})


class NoEngine:
    """An engine that must not be asked."""

    def analyze(
        self,
        path: Path,
        options: AnalysisOptions,
        *,
        progress: Callable[[float], None],
        cancelled: threading.Event,
    ) -> Outcome:
        raise AssertionError(f"{path} was decoded")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recomputing") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def at(tmp_path: Path, template: Path) -> Workstation:
    return workstation(tmp_path / "here", template, ServerOptions())


@pytest.fixture
def analyses(tmp_path: Path) -> AnalysisService:
    return AnalysisService(NoEngine(), folder=tmp_path, evidence=EvidenceOptions(), min_free_mb=0)


def analysed(at: Workstation, analyses: AnalysisService, profile: Profile | None = None) -> str:
    """A report of three minutes with a turn of the head, kept; its id."""
    options = AnalysisOptions()
    rules = with_profile(options, profile).rules
    track = samples.track()
    outcome = Outcome(samples.FACTS, samples.RECORD, track, assess(track, samples.RECORD, rules))
    finished = analyses.conclude(Request(Path("x.mp4"), SUBJECT, options, profile), outcome)
    at.reports.save(finished)
    return finished.report.report_id


@pytest.mark.parametrize("profile", [None, PAPER], ids=["plain", "with_a_profile"])
def test_a_report_follows_from_its_signals(
    at: Workstation, analyses: AnalysisService, profile: Profile | None
) -> None:
    report_id = analysed(at, analyses, profile)
    again = RecomputeService(at.reports, analyses)
    assert again.check(report_id) is None
    assert result_sha256(again.recompute(report_id).report) == result_sha256(
        at.reports.get(report_id)
    )


def test_a_report_that_does_not_follow_from_its_signals_is_found(
    at: Workstation, analyses: AnalysisService
) -> None:
    report_id = analysed(at, analyses)
    report = at.reports.get(report_id)
    forged = replace(report, analysis=replace(report.analysis, risk_score=0.0))
    at.reports.keep(forged, actor="Mallory")
    assert at.verification.verify().is_sound, "hash and chain are right, only the numbers are not"
    again = RecomputeService(at.reports, analyses)
    fault = str(again.check(report_id))
    assert "does not follow" in fault
    assert f"analysis.risk_score: 0.0, and {report.analysis.risk_score} follows" in fault
    assert again.check_all().faults == (fault,)


def test_a_report_that_other_networks_measured_never_passes_as_the_same(
    at: Workstation, analyses: AnalysisService
) -> None:
    report = at.reports.get(analysed(at, analyses))
    made = report.analysis.provenance
    versions = {name: text for name, text in made.versions.items() if name not in LIBRARIES}
    provenance = replace(made, versions={**versions, "ai-edge-litert": "1.0.1"})
    measured = replace(report.analysis, provenance=provenance)
    at.reports.keep(replace(report, analysis=measured), actor="another computer")
    found = RecomputeService(at.reports, analyses).check_all()
    assert not found.faults
    assert len(found.notes) == 1
    assert "was measured by ai-edge-litert 1.0.1, and here" in found.notes[0]


def test_a_report_of_another_version_may_differ_and_says_so(
    at: Workstation, analyses: AnalysisService
) -> None:
    report = at.reports.get(analysed(at, analyses))
    provenance = replace(report.analysis.provenance, versions={"proctor_desktop": "0.0.1"})
    older = replace(report.analysis, risk_score=0.0, provenance=provenance)
    at.reports.keep(replace(report, analysis=older), actor="an upgrade")
    found = RecomputeService(at.reports, analyses).check_all()
    assert (found.checked, found.faults) == (1, ())
    assert "made by version 0.0.1" in found.notes[0]


def test_all_reports_are_computed_again_and_those_without_signals_counted(
    at: Workstation, analyses: AnalysisService
) -> None:
    whole, bare = analysed(at, analyses), analysed(at, analyses)
    with at.store.writing() as unit:
        unit.signals.erase(bare)
    again = RecomputeService(at.reports, analyses)
    assert (found := again.check_all()).checked == 1
    assert (found.without_signals, found.faults) == (1, ())
    with at.store.writing() as unit:
        unit.signals.erase(whole)
    assert again.check_all().checked == 0


def test_other_settings_make_a_new_revision_under_the_same_id(
    at: Workstation, analyses: AnalysisService
) -> None:
    report_id = analysed(at, analyses)
    again = RecomputeService(at.reports, analyses)
    finished = again.recompute(report_id, {"policy.min_measurable_sec": 7200.0})
    assert finished.report.report_id == report_id
    assert finished.report.analysis.provenance.settings["policy.min_measurable_sec"] == 7200.0
    at.reports.save(finished)
    with at.store.reading() as unit:
        version = unit.reports.version(report_id)
    assert version is not None
    assert version.revision == 2
    with pytest.raises(SettingsError):
        again.recompute(report_id, {"policy.no_such": 1.0})


def test_without_signals_nothing_is_recomputed(at: Workstation, analyses: AnalysisService) -> None:
    report_id = analysed(at, analyses)
    with at.store.writing() as unit:
        unit.signals.erase(report_id)
    with pytest.raises(NotFoundError, match="not on this computer"):
        RecomputeService(at.reports, analyses).check(report_id)


def test_upkeep_backs_up_once_a_day_and_keeps_the_newest_three(at: Workstation) -> None:
    upkeep = UpkeepService(at.store, at.retention)
    path = at.store.database.path
    assert path is not None
    assert upkeep.run().backup is not None
    assert upkeep.run().backup is None
    for _ in range(4):
        yesterday = time.time() - 25 * 3600
        os.utime(migration.backups(path)[-1], (yesterday, yesterday))
        assert upkeep.run().backup is not None
    assert len(migration.backups(path)) == migration.BACKUPS_KEPT
