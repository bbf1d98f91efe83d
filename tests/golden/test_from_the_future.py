"""What a later version wrote is listed, shown, judged and handed on by this one, whole."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from proctor_desktop import bootstrap
from proctor_desktop.bootstrap import Services
from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.report import Subject
from proctor_desktop.domain.review import Verdict
from proctor_desktop.report.files import Format, render
from proctor_desktop.report.newer import unknown_in, warnings_of
from proctor_desktop.settings import load
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.versions import ReportVersion
from proctor_desktop.sync.synchronizer import SyncResult
from tests.conftest import StartServer
from tests.golden.from_the_future import later_version, receive
from tests.storage.samples import a_report

UNKNOWN = ("phone_in_hand", "around", "phones", "hands_covered")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = bootstrap.build(load(folder=tmp_path / "here"), is_service=False)
    yield made
    made.close()


@pytest.fixture
def later(services: Services) -> ReportVersion:
    version = later_version(student_id="LATER")
    receive(services.store, version)
    return version


def test_it_is_listed_and_says_what_this_version_cannot_show(
    services: Services, later: ReportVersion
) -> None:
    (row,) = services.reports.page().rows
    assert (row.student_id, row.unjudged) == ("LATER", 2)
    report = services.reports.get(later.report_id)
    assert unknown_in(report) == UNKNOWN
    assert "phone in hand, around, phones, hands covered" in warnings_of(report)[0]
    assert unknown_in(a_report()) == ()


@pytest.mark.parametrize("wanted", Format)
def test_every_form_shows_it(services: Services, later: ReportVersion, wanted: Format) -> None:
    written = render(services.reports.material(later.report_id), wanted)
    if wanted is Format.PDF:
        pages = pypdf.PdfReader(io.BytesIO(written)).pages
        text = " ".join(page.extract_text() for page in pages)
    else:
        text = written.decode()
    assert "hone in hand" in text or "phone_in_hand" in text
    if wanted in (Format.HTML, Format.PDF):
        assert "A newer version of this program made this report" in text


def test_its_json_is_the_whole_document(services: Services, later: ReportVersion) -> None:
    written = json.loads(render(services.reports.material(later.report_id), Format.JSON))
    assert written == json.loads(later.body)


def test_it_is_judged_like_any_other(services: Services, later: ReportVersion) -> None:
    services.reviews.decide(later.report_id, "I001", Verdict.CONFIRM, reason="", reviewer="ada")
    (row,) = services.reports.page().rows
    assert (row.confirmed, row.unjudged) == (1, 1)
    assert not services.verification.verify().faults


def test_a_package_of_it_arrives_as_it_was_said(
    services: Services, later: ReportVersion, tmp_path: Path
) -> None:
    services.packages.export(later.report_id, tmp_path / "later.proctor", actor="ada")
    elsewhere = bootstrap.build(load(folder=tmp_path / "elsewhere"), is_service=False)
    elsewhere.packages.take(tmp_path / "later.proctor", actor="ben")
    with elsewhere.store.reading() as unit:
        assert unit.reports.known([later.report_id])[later.report_id][2] == later.sha256
    elsewhere.close()


@pytest.mark.server
def test_a_centre_hands_it_on_as_it_was_said(
    start_server: StartServer, server_kind: str, tmp_path: Path
) -> None:
    centre = start_server(server_kind).database("later")
    central = Database.server(centre)
    migration.upgrade(central)
    central.close()
    server = {"mysql_host": centre.host, "mysql_port": centre.port}
    server |= {"mysql_user": centre.user, "mysql_database": centre.database}
    one, two, three = (
        bootstrap.build(load(folder=tmp_path / name, **server), is_service=False)
        for name in ("one", "two", "three")
    )
    own = later_version()
    with one.store.writing() as unit:
        version = ReportVersion(own.report_id, unit.origin, 1, own.sha256, False, own.body)
        unit.reports.put([version], SyncState.PENDING)
        unit.reports.publish_again([own.report_id])
    assert one.synchronizer.run_once() == SyncResult(sent=1, received=0)
    two.synchronizer.run_once()
    two.reviews.decide(own.report_id, "I001", Verdict.CONFIRM, reason="", reviewer="ben")
    two.synchronizer.run_once()
    three.synchronizer.run_once()
    with three.store.reading() as unit:
        arrived = unit.reports.version(own.report_id)
    assert arrived is not None
    assert (arrived.body, arrived.sha256) == (own.body, own.sha256)
    assert [each.reviewer for each in three.reviews.decisions(own.report_id)] == ["ben"]
    for each in (one, two, three):
        each.close()


def test_changing_it_would_lose_something_and_is_refused(services: Services) -> None:
    own = later_version()
    with services.store.writing() as unit:
        version = ReportVersion(own.report_id, unit.origin, 1, own.sha256, False, own.body)
        unit.reports.put([version], SyncState.SENT)
    with pytest.raises(StorageError, match="Update this one to change it"):
        services.reports.reassign(
            own.report_id, Subject("OTHER", "EXAM001"), reason="wrong seat", actor="ada"
        )
    with services.store.reading() as unit:
        assert unit.reports.known([own.report_id])[own.report_id][2] == own.sha256
