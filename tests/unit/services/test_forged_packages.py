"""A package that somebody wrote to change what is kept: nothing of it is, nowhere."""

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from proctor_desktop.domain.errors import ProctorError
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.signatures import DECISIONS, SIGNED, UNSIGNED, SignatureService
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.repositories.workstation_keys import WorkstationKey
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing import fingerprint
from proctor_desktop.storage.signing_tables import SIGNING
from tests.storage.forgeries import (
    FORGERIES,
    NOT_TO_BE_TOLD,
    Open,
    Seal,
    changed_picture,
    forged,
    made_clean,
    reported,
)
from tests.storage.samples import NOW, a_picture, a_report, some_signals
from tests.storage.workstations import Workstation, workstation

Make = Callable[[str], Workstation]
REPORT_ID = "aaaaaaaa-0000-4000-8000-000000000001"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    empty = tmp_path / "empty.sqlite3"
    database = Database.local(empty)
    migration.upgrade(database)
    database.close()
    made: list[Workstation] = []

    def make(name: str) -> Workstation:
        made.append(workstation(tmp_path / name, empty, ServerOptions()))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def owner(make: Make) -> Workstation:
    """Has a report with pictures, measurements and a decision."""
    at = make("owner")
    picture = a_picture()
    report = a_report(report_id=REPORT_ID, pictures=(picture,))
    at.reports.keep(report, some_signals(10), [picture], actor="test")
    ReviewService(at.store).decide(
        REPORT_ID, "I001", Verdict.CONFIRM, reason="seen", reviewer="Ada"
    )
    return at


@pytest.fixture
def package(owner: Workstation, tmp_path: Path) -> Path:
    owner.packages.export(REPORT_ID, tmp_path / "true.proctor", actor="Ada")
    return tmp_path / "true.proctor"


def everything(at: Workstation) -> dict[str, object]:
    """Every row and every file of a workstation."""
    with at.store.database.reading() as connection:
        metadata = (schema.METADATA, schema.WORKSTATION, SIGNING)
        tables = [table for each in metadata for table in each.sorted_tables]
        rows = {one.name: sorted(map(repr, connection.execute(sa.select(one)))) for one in tables}
    files = {
        path.as_posix(): path.read_bytes()
        for path in at.folder.rglob("*")
        if path.is_file() and "sqlite3" not in path.name
    }
    return {**rows, **files}


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_forged_package_changes_nothing_anywhere(
    owner: Workstation, make: Make, package: Path, tmp_path: Path, kind: str
) -> None:
    """R31, R32: at whoever made the report, and at whoever has it from a package."""
    other = make("other")
    other.packages.take(package, actor="Grace")
    forgery = forged(package, tmp_path / "forged.proctor", FORGERIES[kind])
    for at in (owner,) if kind in NOT_TO_BE_TOLD else (owner, other):
        refused(at, forgery)


def refused(at: Workstation, package: Path) -> None:
    """It is, and every byte is as it was."""
    before = everything(at)
    with pytest.raises(ProctorError):
        at.packages.take(package, actor="Grace")
    assert everything(at) == before


def knowing(at: Workstation, owner: Workstation) -> Workstation:
    """The workstation, which knows the owner's key from the centre."""
    key = WorkstationKey(owner.store.origin, owner.store.signer().public_key, "hall 3", NOW, "Dean")
    with at.store.writing() as unit:
        unit.keys.put([key])
    return at


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_forged_package_in_the_name_of_a_known_key_is_refused_by_whoever_has_nothing_of_it(
    owner: Workstation, make: Make, package: Path, tmp_path: Path, kind: str
) -> None:
    """Each under four seals. Mutant: `unsigned_packages` (no signature in them is looked at)."""
    other = knowing(make("other"), owner)
    for seal in Seal:
        refused(other, forged(package, tmp_path / "forged.proctor", FORGERIES[kind], seal))
    other.packages.take(package, actor="Grace")
    shown = SignatureService(other.store).sentences(REPORT_ID)
    assert shown == [SIGNED.format("hall 3", fingerprint(owner.store.signer().public_key))]


@pytest.mark.parametrize("seal", [Seal.OLD, Seal.NAMESAKE])
def test_a_package_that_is_not_as_it_was_sealed_is_refused(
    owner: Workstation, make: Make, package: Path, tmp_path: Path, seal: Seal
) -> None:
    """What it lacks is nobody's forgery of a report, and still not what was exported."""

    def without_pictures(opened: Open) -> None:
        opened.files = {name: one for name, one in opened.files.items() if "evidence" not in name}

    bare = forged(package, tmp_path / "bare.proctor", without_pictures, seal)
    refused(knowing(make("other"), owner), bare)


def test_a_package_of_an_older_program_is_taken_and_called_unsigned(
    owner: Workstation, make: Make, package: Path, tmp_path: Path
) -> None:
    def unsigned(opened: Open) -> None:
        del opened.files["signatures.json"]

    at = make("other")
    at.packages.take(forged(package, tmp_path / "old.proctor", unsigned), actor="Grace")
    shown = SignatureService(at.store).sentences(REPORT_ID)
    assert shown == [UNSIGNED, DECISIONS.format("Ada (I001)")]
    refused(knowing(make("third"), owner), tmp_path / "old.proctor")


def test_a_package_of_a_revoked_key_is_refused(
    owner: Workstation, make: Make, package: Path
) -> None:
    """Nobody can tell whether it was written before."""
    at = knowing(make("other"), owner)
    with at.store.writing() as unit:
        (key,) = unit.keys.all()
        unit.keys.put([replace(key, revoked_at=NOW, revoked_seq=0)])
    refused(at, package)


@pytest.mark.parametrize("kind", [one for one in FORGERIES if "unfolds" in one])
def test_a_bomb_is_refused_before_it_unfolds(
    make: Make, package: Path, tmp_path: Path, kind: str
) -> None:
    bomb = forged(package, tmp_path / "bomb.proctor", FORGERIES[kind])
    at = make("here")
    tracemalloc.start()
    try:
        with pytest.raises(ProctorError, match="too large"):
            at.packages.take(bomb, actor="Grace")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_package_stays_on_the_computer_that_took_it(make: Make, package: Path) -> None:
    at = make("other")
    at.packages.take(package, actor="Grace")
    assert ReviewService(at.store).states(REPORT_ID)["I001"] is IncidentState.CONFIRMED
    assert at.reports.page(ReportFilter(sync=SyncState.PENDING)).total == 0
    with at.store.reading() as unit:
        assert unit.outbox.pending(10) == []


def test_what_a_report_lacks_comes_from_its_package_and_nothing_else(
    owner: Workstation, make: Make, package: Path, tmp_path: Path
) -> None:
    def without_pictures(opened: Open) -> None:
        opened.files.clear()

    bare = forged(package, tmp_path / "bare.proctor", without_pictures)
    at = make("other")
    at.packages.take(bare, actor="Grace")
    assert at.reports.pictures(REPORT_ID) == []
    at.packages.take(package, actor="Grace")
    assert len(at.reports.pictures(REPORT_ID)) == 1
    assert at.reports.signals(REPORT_ID).track is not None
    assert at.verification.verify().faults == ()


def test_a_lost_report_comes_back_as_the_log_tells_it(
    owner: Workstation, package: Path, tmp_path: Path
) -> None:
    with owner.store.database.writing() as connection:
        for table in (schema.report_sync_meta, schema.report_documents):
            connection.execute(sa.delete(table))
    forgeries = {"f": made_clean, "g": reported(student_id="STU-OTHER"), "h": changed_picture}
    for name, forgery in forgeries.items():
        path = forged(package, tmp_path / name, forgery)
        with pytest.raises(ProctorError, match=r"never did|not one of the report"):
            owner.packages.take(path, actor="Grace")
    owner.packages.take(package, actor="Grace")
    assert owner.reports.get(REPORT_ID).student_id == "STU123456"
    assert owner.verification.verify().faults == ()
