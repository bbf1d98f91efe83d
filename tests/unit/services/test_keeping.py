"""Reports as a workstation keeps them: saved, listed, exported, imported, verified, erased."""

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from proctor_desktop.domain.errors import NotFoundError, ReportError, StorageError
from proctor_desktop.domain.review import AddedIncident, IncidentState, Verdict
from proctor_desktop.domain.signals import Channel
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceState
from proctor_desktop.storage.repositories.exams import ExamRetention
from proctor_desktop.storage.server import ServerOptions
from tests.storage.samples import NOW, a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation

Make = Callable[[str], Workstation]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keeping") / "reports.sqlite3"
    database = Database.local(path)
    migration.upgrade(database)
    database.close()
    return path


@pytest.fixture
def make(tmp_path: Path, template: Path) -> Make:
    return lambda name: workstation(tmp_path / name, template, ServerOptions(), clock=lambda: NOW)


@pytest.fixture
def at(make: Make) -> Workstation:
    return make("here")


def keep(at: Workstation, **content: object) -> str:
    """A report with signals and one picture; its id."""
    picture = a_picture()
    report = a_report(pictures=(picture,), **content)  # type: ignore[arg-type]  # passed on
    at.reports.keep(report, some_signals(10), (picture,), actor="test")
    return report.report_id


def test_what_is_kept_is_shown_again(at: Workstation) -> None:
    report_id = keep(at)
    assert at.reports.get(report_id).report_id == report_id
    assert at.reports.summary(report_id).unjudged == 2
    assert at.reports.picture(report_id, "I001-61.500s.jpg") == a_picture().jpeg
    assert len(at.reports.signals(report_id).track) == 120
    assert at.reports.find(report_id[:8]) == report_id
    assert at.reports.exams() == ["EXAM001"]
    with pytest.raises(NotFoundError):
        at.reports.picture(report_id, "other.jpg")


def test_an_id_that_begins_like_two_is_not_guessed(at: Workstation) -> None:
    keep(at, report_id="aaaaaaaa-0000-0000-0000-000000000001")
    keep(at, report_id="aaaaaaaa-0000-0000-0000-000000000002")
    with pytest.raises(NotFoundError, match="2 reports begin"):
        at.reports.find("aaaaaaaa")
    with pytest.raises(NotFoundError, match="No report begins"):
        at.reports.find("b")


def test_a_page_has_at_most_200_rows(at: Workstation) -> None:
    for _ in range(3):
        at.reports.keep(a_report(), actor="test")
    assert len(at.reports.page(limit=10**9).rows) == 3
    assert at.reports.page(skip=-5, limit=2).total == 3


def test_a_package_travels_as_one_file(at: Workstation, make: Make, tmp_path: Path) -> None:
    report_id = keep(at)
    ReviewService(at.store).decide(
        report_id, "I001", Verdict.DISMISS, reason="a cough", reviewer="Ada"
    )
    path = tmp_path / "package.proctor"
    at.packages.export(report_id, path, actor="Ada")
    there = make("there")
    assert there.packages.take(path, actor="Grace") == report_id
    assert there.reports.get(report_id) == at.reports.get(report_id)
    assert there.reports.picture(report_id, "I001-61.500s.jpg") == a_picture().jpeg
    assert (
        there.reports.signals(report_id).track.values.tobytes()
        == at.reports.signals(report_id).track.values.tobytes()
    )
    assert ReviewService(there.store).states(report_id)["I001"] is IncidentState.DISMISSED
    assert there.verification.verify().is_sound
    assert there.packages.take(path, actor="Grace") == report_id


def test_an_incident_of_ones_own_travels_with_its_package(
    at: Workstation, make: Make, tmp_path: Path
) -> None:
    report_id = keep(at)
    seen = AddedIncident("other", Micros(4_250_000), Micros(6_000_001))
    ReviewService(at.store).add_incident(
        report_id, seen, reason="looks at a telephone", reviewer="Ada"
    )
    at.packages.export(report_id, tmp_path / "package.proctor", actor="Ada")
    there = make("there")
    there.packages.take(tmp_path / "package.proctor", actor="Grace")
    (received,) = ReviewService(there.store).decisions(report_id)
    assert (received.added, received.reason) == (seen, "looks at a telephone")
    assert there.verification.verify().is_sound


def test_a_changed_package_is_refused(at: Workstation, make: Make, tmp_path: Path) -> None:
    report_id = keep(at)
    path, forged = tmp_path / "package.proctor", tmp_path / "forged.proctor"
    at.packages.export(report_id, path, actor="Ada")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(forged, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "report.json":
                content = content.replace(b"SUSPICIOUS", b"CLEAN")
            target.writestr(name, content)
    with pytest.raises(ReportError, match="changed after the export"):
        make("there").packages.take(forged, actor="Grace")
    (tmp_path / "text.proctor").write_text("hello")
    with pytest.raises(ReportError, match="cannot be read"):
        make("there").packages.take(tmp_path / "text.proctor", actor="Grace")


def test_a_package_needs_no_decisions_about_other_reports(
    at: Workstation, make: Make, tmp_path: Path
) -> None:
    first, second = keep(at), keep(at)
    reviews = ReviewService(at.store)
    for report_id in (first, second, first, second):
        reviews.decide(report_id, "I001", Verdict.CONFIRM, reason="", reviewer="Ada")
    at.packages.export(second, tmp_path / "p.proctor", actor="Ada")
    there = make("there")
    there.packages.take(tmp_path / "p.proctor", actor="Grace")
    assert there.verification.verify().faults == ()
    with there.store.writing() as unit:
        unit.connection.execute(sa.update(schema.review_decisions).values(reason="forged"))
    assert len(there.verification.verify().faults) == 2


def with_channels(source: Path, target: Path, change: Callable[[list[str]], list[str]]) -> Path:
    """The package as a version wrote it that names its channels otherwise."""
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with np.load(io.BytesIO(files["signals.npz"])) as arrays:
        plain = dict(arrays)
    names = change([str(name) for name in plain["channels"]])
    plain["channels"] = np.array(names)
    for name in ("values", "reasons"):
        plain[name] = plain[name][:, : len(names)]
    written = io.BytesIO()
    np.savez_compressed(written, **plain)
    files["signals.npz"] = written.getvalue()
    manifest = json.loads(files.pop("manifest.json"))
    del manifest["signed"]
    manifest["files"]["signals.npz"] = hashlib.sha256(files["signals.npz"]).hexdigest()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, content in files.items():
            archive.writestr(name, content)
    return target


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda names: names[:-2], id="fewer"),
        pytest.param(lambda names: [*names[:-1], "pulse"], id="others"),
    ],
)
def test_signals_of_another_version_are_never_dropped(
    at: Workstation, make: Make, tmp_path: Path, change: Callable[[list[str]], list[str]]
) -> None:
    report_id = keep(at)
    at.packages.export(report_id, tmp_path / "a.proctor", actor="Ada")
    other = with_channels(tmp_path / "a.proctor", tmp_path / "b.proctor", change)
    there = make("there")
    there.packages.take(other, actor="Grace")
    back = there.reports.signals(report_id)
    whole = at.reports.signals(report_id).track
    assert back.track.column(Channel.YAW).tobytes() == whole.column(Channel.YAW).tobytes()
    assert there.verification.verify().is_sound
    there.packages.export(report_id, tmp_path / "c.proctor", actor="Grace")
    third = make("third")
    third.packages.take(tmp_path / "c.proctor", actor="Emmy")
    again = third.reports.signals(report_id)
    assert again.measurements.names == back.measurements.names
    assert again.measurements.sha256 == back.measurements.sha256


def test_signals_that_do_not_fit_their_channels_are_refused(
    at: Workstation, make: Make, tmp_path: Path
) -> None:
    at.packages.export(keep(at), tmp_path / "a.proctor", actor="Ada")
    torn = with_channels(
        tmp_path / "a.proctor", tmp_path / "b.proctor", lambda names: [*names, "pulse"]
    )
    with pytest.raises(ReportError, match="cannot be read"):
        make("there").packages.take(torn, actor="Grace")


def test_an_erased_report_does_not_come_back_by_file(at: Workstation, tmp_path: Path) -> None:
    report_id = keep(at)
    at.packages.export(report_id, tmp_path / "s", actor="Ada")
    at.reports.erase(report_id, reason="asked for", actor="Ada")
    with pytest.raises(StorageError, match="erased"):
        at.packages.take(tmp_path / "s", actor="Ada")


def test_verify_names_what_is_wrong(at: Workstation) -> None:
    report_id = keep(at)
    sound = at.verification.verify()
    assert (sound.reports, sound.pictures, sound.faults) == (1, 1, ())
    at.evidence.path(report_id, "I001-61.500s.jpg").write_bytes(b"another picture")
    with at.store.writing() as unit:
        unit.connection.execute(sa.update(schema.audit_log).values(actor="Mallory"))
        unit.connection.execute(sa.update(schema.report_sync_meta).values(student_id="OTHER"))
    faults = "\n".join(at.verification.verify().faults)
    assert "picture I001-61.500s.jpg" in faults
    assert "Audit entry 1 was changed" in faults
    assert f"columns of report {report_id}" in faults


def test_verify_sees_that_an_old_database_was_put_back(at: Workstation) -> None:
    """R25: the head lies beside the database, too."""
    keep(at)
    path = at.store.database.path
    assert path is not None
    at.close()
    old = path.with_name("old")
    shutil.copy(path, old)
    keep(at)
    at.close()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copy(old, path)
    assert "cut off, or an old backup" in at.verification.verify().faults[0]


def test_erasing_takes_evidence_first_and_leaves_a_tombstone(at: Workstation) -> None:
    report_id = keep(at)
    at.reports.erase(report_id, reason="asked for", actor="Ada")
    assert not (at.folder / "evidence" / report_id).exists()
    with at.store.reading() as unit:
        stone = unit.reports.version(report_id)
        assert stone is not None
        assert json.loads(stone.body)["reason"] == "asked for"
        assert [row.state for row in unit.evidence.of(report_id)] == [EvidenceState.ERASED]
        assert [entry.action for entry in unit.audit.about(report_id)][-1] == "report_erased"
    with pytest.raises(NotFoundError):
        at.reports.erase(report_id, reason="again", actor="Ada")


def test_an_erasure_that_was_cut_off_is_finished_at_the_next_start(at: Workstation) -> None:
    report_id = keep(at)
    with at.store.writing() as unit:
        unit.evidence.mark(report_id, EvidenceState.ERASING)
    assert at.retention.tidy(older_than_sec=0) > 0
    assert not (at.folder / "evidence" / report_id).exists()


def test_an_exam_is_erased_when_its_time_is_over_and_not_while_it_is_held(
    at: Workstation,
) -> None:
    old = keep(at, exam_id="OLD", created_at=NOW - timedelta(days=31))
    held = keep(at, exam_id="HELD", created_at=NOW - timedelta(days=31))
    young = keep(at, exam_id="OLD", created_at=NOW - timedelta(days=29))
    at.retention.set(ExamRetention("OLD", 30, False, "rule 7"), actor="Ada")
    at.retention.set(ExamRetention("HELD", 30, True, "a court asked"), actor="Ada")
    result = at.retention.run()
    assert (result.erased, result.held) == ((old,), (held,))
    assert at.reports.summary(young).exam_id == "OLD"
    with pytest.raises(StorageError, match="legal hold"):
        at.reports.erase(held, reason="asked for", actor="Ada")
    with pytest.raises(StorageError, match="Say why"):
        at.retention.set(ExamRetention("OLD", 30, False, " "), actor="Ada")
    assert [one.exam_id for one in at.retention.exams()] == ["HELD", "OLD"]


def test_nothing_is_erased_without_a_period(at: Workstation) -> None:
    keep(at, created_at=NOW - timedelta(days=10_000))
    assert at.retention.run().erased == ()
