"""What version 0.1.0 wrote is listed, shown, verified, exported and exchanged for ever."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from proctor_desktop import bootstrap
from proctor_desktop.bootstrap import Services
from proctor_desktop.report.document import from_json, sha256
from proctor_desktop.report.files import Format, render
from proctor_desktop.settings import load
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.sync.synchronizer import SyncResult
from tests.conftest import StartServer

GOLDEN = Path(__file__).with_name("v0_1_0")
EXPECTED = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))
ERASED = EXPECTED["erased"][0]

Open = Callable[..., Services]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the services on a folder below the test's own, with a centre where one is named."""
    made: list[Services] = []

    def open_services(name: str, centre: ServerOptions | None = None) -> Services:
        monkeypatch.setenv("PROCTOR_SETTINGS_FILE", str(tmp_path / "settings.json"))
        server = {} if centre is None else _named(centre)
        settings = load(folder=tmp_path / name, **server)
        made.append(bootstrap.build(settings, is_service=False))
        return made[-1]

    yield open_services
    for one in made:
        one.close()


def _named(centre: ServerOptions) -> dict[str, object]:
    return {
        "mysql_host": centre.host,
        "mysql_port": centre.port,
        "mysql_user": centre.user,
        "mysql_database": centre.database,
    }


@pytest.fixture
def stored(opened: Open, tmp_path: Path) -> Services:
    """The stored folder, opened by this version."""
    shutil.copytree(GOLDEN / "folder", tmp_path / "stored")
    return opened("stored")


@pytest.fixture
def centre(start_server: StartServer, server_kind: str) -> ServerOptions:
    """A server with the dump of the centre in it."""
    server = start_server(server_kind)
    options = server.database("proctoring")
    statements = (GOLDEN / "centre.sql").read_text(encoding="utf-8").splitlines()
    server.execute("USE proctoring", *statements)
    return options


def test_every_report_is_listed_and_shown(stored: Services) -> None:
    page = stored.reports.page()
    assert {row.report_id for row in page.rows} == set(EXPECTED["reports"])
    for row in page.rows:
        expected = EXPECTED["reports"][row.report_id]
        report = stored.reports.get(row.report_id)
        assert (row.student_id, row.exam_id) == (expected["student_id"], expected["exam_id"])
        assert (row.review.value, row.risk_classification) == (expected["review"], expected["risk"])
        assert report.risk_classification == expected["risk"]
        names = [picture.name for picture in stored.reports.pictures(row.report_id)]
        assert names == expected["pictures"]


def test_every_decision_stands_as_it_stood(stored: Services) -> None:
    for report_id, expected in EXPECTED["reports"].items():
        review = stored.reviews.review(report_id)
        assert {key: state.value for key, state in review.incidents.items()} == expected[
            "incidents"
        ]
        assert [one.hash for one in review.decisions] == expected["decisions"]
        assert review.reviewed_risk == pytest.approx(expected["reviewed_risk"], abs=1e-9)


def test_the_list_shows_what_the_reviews_of_then_came_to(stored: Services) -> None:
    for row in stored.reports.page().rows:
        expected = EXPECTED["reports"][row.report_id]
        states = list(expected["incidents"].values())
        assert row.confirmed == states.count("confirmed")
        assert row.dismissed == states.count("dismissed")
        assert row.unjudged == len(states) - row.confirmed - row.dismissed
        if expected["decisions"]:
            assert row.reviewed_risk == pytest.approx(expected["reviewed_risk"], abs=1e-9)


def test_everything_is_verified_deeply_and_another_version_is_a_note(stored: Services) -> None:
    found = stored.verification.verify()
    assert found.faults == ()
    assert found.audit_entries >= EXPECTED["audit_entries"]
    again = stored.recomputing.check_all()
    assert again.faults == ()
    assert (again.checked, again.without_signals) == (3, 1)


def test_a_tombstone_stays_a_tombstone(stored: Services) -> None:
    assert ERASED not in stored.reports.ids()
    with stored.store.reading() as unit:
        version = unit.reports.version(ERASED)
    assert version is not None
    assert version.deleted
    assert json.loads(version.body)["reason"] == "asked for by the candidate"


@pytest.mark.parametrize("wanted", Format)
def test_every_report_is_exported(stored: Services, wanted: Format) -> None:
    for report_id in EXPECTED["reports"]:
        material = stored.reports.material(report_id, stored.reviews.begun(report_id))
        assert render(material, wanted)


def test_an_export_says_what_the_export_of_then_said(stored: Services) -> None:
    for path in GOLDEN.glob("?.json"):
        then = from_json(path.read_bytes())
        assert sha256(stored.reports.get(then.report_id)) == sha256(then)


def test_packages_of_then_and_of_now_are_imported(
    stored: Services, opened: Open, tmp_path: Path
) -> None:
    there = opened("there")
    for path in sorted(GOLDEN.glob("?.proctor")):
        report_id = there.packages.take(path, actor="Grace")
        expected = EXPECTED["reports"][report_id]
        decided = [one.hash for one in there.reviews.decisions(report_id)]
        assert sorted(decided) == sorted(expected["decisions"])
        assert len(there.reports.signals(report_id).track) > 0
        stored.packages.export(report_id, tmp_path / path.name, actor="Ada")
    assert there.recomputing.check_all().checked == 3
    elsewhere = opened("elsewhere")
    for path in sorted(tmp_path.glob("?.proctor")):
        elsewhere.packages.take(path, actor="Grace")
    for one in (there, elsewhere):
        assert one.verification.verify().is_sound


@pytest.mark.server
def test_a_workstation_goes_on_with_the_centre_of_then(
    opened: Open, centre: ServerOptions, tmp_path: Path
) -> None:
    shutil.copytree(GOLDEN / "folder", tmp_path / "stored")
    stored = opened("stored", centre)
    assert stored.synchronizer.run_once() == SyncResult(sent=1, received=0)
    fresh = opened("fresh", centre)
    fresh.synchronizer.run_once()
    assert fresh.reports.ids() == stored.reports.ids()
    assert ERASED not in fresh.reports.ids()
    for report_id, expected in EXPECTED["reports"].items():
        decided = [one.hash for one in fresh.reviews.decisions(report_id)]
        assert sorted(decided) == sorted(expected["decisions"])
    assert fresh.verification.verify().is_sound
    assert stored.verification.verify().is_sound
