"""Somebody who can write every file of a workstation, against what `verify` says of it."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.review import Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage.audit import ANCHOR_NAME, read_anchor
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.server import ServerOptions
from tests.storage import tampering
from tests.storage.conftest import Ticking
from tests.storage.samples import a_picture, a_report, some_signals
from tests.storage.tampering import BY_CENTRE, BY_SIGNATURE, OFFLINE, Manipulation, Scene
from tests.storage.workstations import Workstation, workstation

Open = Callable[[], Workstation]


def keep(at: Workstation) -> str:
    pictures = (a_picture("I001"), a_picture("I002", b"\xff\xd8 another \xff\xd9"))
    report = a_report(pictures=pictures)
    at.reports.keep(report, some_signals(30), pictures, actor="test")
    return report.report_id


def judged(at: Workstation) -> tuple[str, ...]:
    """Three reports, two of which were judged."""
    reviews = ReviewService(at.store)
    first, second, third = keep(at), keep(at), keep(at)
    for report_id, verdict in ((first, Verdict.CONFIRM), (first, Verdict.NOTE)):
        reviews.decide(report_id, "I001", verdict, reason="seen", reviewer="Ada")
    reviews.decide(second, "I002", Verdict.DISMISS, reason="a cough", reviewer="Ada")
    return first, second, third


def copied(at: Workstation, to: Path) -> Path:
    to.mkdir()
    for name in (FILE_NAME, ANCHOR_NAME):
        shutil.copy(at.folder / name, to)
    shutil.copytree(at.folder / "evidence", to / "evidence")
    return to


def begun(open_workstation: Open, tmp_path: Path) -> Scene:
    """A workstation with a past, its earlier state, and a report and decision since then."""
    at = open_workstation()
    reports = judged(at)
    at.close()
    earlier = copied(at, tmp_path / "earlier")
    keep(at)
    ReviewService(at.store).decide(
        reports[0], "I002", Verdict.DISMISS, reason="light", reviewer="Ada"
    )
    return Scene(at, reports, earlier)


@pytest.fixture
def alone(tmp_path: Path, empty_file: Path) -> Scene:
    return begun(lambda: workstation(tmp_path / "here", empty_file, ServerOptions()), tmp_path)


@pytest.fixture
def exchanged(tmp_path: Path, empty_file: Path, central_options: ServerOptions) -> Scene:
    scene = begun(lambda: workstation(tmp_path / "here", empty_file, central_options), tmp_path)
    scene.at.sync.run_once()
    return scene


@pytest.mark.parametrize("manipulate", [*OFFLINE, *BY_SIGNATURE])
def test_what_was_changed_is_found_on_this_computer(alone: Scene, manipulate: Manipulation) -> None:
    assert alone.at.verification.verify().faults == ()
    manipulate(alone)
    assert alone.at.verification.verify().faults != ()


@pytest.mark.parametrize("manipulate", BY_CENTRE)
def test_what_fits_again_is_not_found_on_this_computer(
    alone: Scene, manipulate: Manipulation
) -> None:
    """Why the centre is asked."""
    manipulate(alone)
    assert alone.at.verification.verify().faults == ()


@pytest.mark.server
@pytest.mark.parametrize("manipulate", [*BY_CENTRE, *BY_SIGNATURE])
def test_what_was_changed_is_found_with_the_centre(
    exchanged: Scene, manipulate: Manipulation
) -> None:
    at = exchanged.at
    assert at.verification.verify(at.sync.witness()).faults == ()
    manipulate(exchanged)
    assert at.verification.verify(at.sync.witness()).faults != ()


@pytest.mark.server
def test_an_exchange_compares_everything_once_a_day(
    tmp_path: Path, empty_file: Path, central_options: ServerOptions
) -> None:
    clock = Ticking()
    at = workstation(tmp_path / "here", empty_file, central_options, clock=clock)
    scene = Scene(at, judged(at), tmp_path)
    at.sync.run_once()
    at.sync.run_once()
    tampering.report_removed(scene)
    at.sync.run_once()
    assert at.sync.status().alarms == ()
    clock.now += timedelta(days=1)
    at.sync.run_once()
    assert "missing here" in at.sync.status().alarms[0]
    at.verification.settle(reason="a test", actor="Ada")
    clock.now += timedelta(days=1)
    at.sync.run_once()
    assert at.sync.status().alarms == (), "what somebody settled is no alarm again"


@pytest.mark.server
def test_an_alarm_about_the_log_stays_until_somebody_settles_it(exchanged: Scene) -> None:
    at = exchanged.at
    tampering.decision_flipped_and_log_retold(exchanged)
    for _ in range(3):
        keep(at)
        at.sync.run_once()
    assert "written anew" in at.sync.status().alarms[0]
    assert "somebody must look" in at.sync.status().sentence
    with pytest.raises(StorageError, match="Say why"):
        at.verification.settle(reason=" ", actor="Ada")
    assert at.verification.settle(reason="known", actor="Ada", centre=at.sync.witness()) > 0
    at.sync.run_once()
    assert at.sync.status().alarms == ()
    with at.store.reading() as unit:
        (entry,) = [one for one in unit.audit.entries() if one.action == "alarms_settled"]
    assert (entry.actor, '"reason":"known"' in entry.details) == ("Ada", True)
    faults = at.verification.verify(at.sync.witness()).faults
    assert faults != (), "what differs is still told"
    told = ("is not the one that the centre holds", "does not carry the signature")
    assert all(any(one in fault for one in told) for fault in faults)


def test_the_head_beside_the_database_never_covers_up_a_cut(alone: Scene) -> None:
    kept = read_anchor(alone.at.folder)
    tampering.log_cut_and_continued(alone)
    assert read_anchor(alone.at.folder) == kept
    assert alone.at.verification.settle(reason="a backup was put back", actor="Ada") == 1
    assert read_anchor(alone.at.folder) == alone.at.verification.audit_head()
