"""Workstations whose keys are enrolled, and somebody with their one account at the centre."""

import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.services.enrolment import EnrolmentService
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.services.signatures import (
    DECISIONS,
    SIGNED_HERE,
    UNSIGNED,
    SignatureService,
)
from proctor_desktop.storage import migration, schema, signing_tables
from proctor_desktop.storage.audit import AuditHead
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.repositories.decisions import sealed
from proctor_desktop.storage.repositories.workstation_keys import CentralKeys, OfferedKey
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.storage.signing import Signer, fingerprint, of_version
from proctor_desktop.storage.versions import version_of
from proctor_desktop.sync.introducing import NO_SIGNATURES
from proctor_desktop.sync.receiving import DECISIONS_PUT_OFF, put_off
from proctor_desktop.sync.remote import Centre
from tests.storage.central_forgeries import FORGERIES, Forged, Truth
from tests.storage.samples import NOW, a_report
from tests.storage.workstations import Workstation, workstation

pytestmark = pytest.mark.server

Make = Callable[[str], Workstation]
VARIANTS = 8


@pytest.fixture
def make(tmp_path: Path, empty_file: Path, central_options: ServerOptions) -> Iterator[Make]:
    made: list[Workstation] = []

    def make(name: str) -> Workstation:
        made.append(workstation(tmp_path / name, empty_file, central_options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def centre(central_options: ServerOptions) -> Iterator[Centre]:
    """What a workstation's account can do."""
    centre = Centre(central_options)
    centre.check(datetime.now(timezone.utc))
    yield centre
    centre.close()


@pytest.fixture
def enrolment(central: Database) -> EnrolmentService:
    """What the administrator's account does."""
    return EnrolmentService(CentralKeys(central))


def enrolled(at: Workstation, enrolment: EnrolmentService) -> Workstation:
    """The workstation, after its first exchange and its enrolment."""
    at.sync.run_once()
    enrolment.enrol(at.store.origin, by="Dean", now=datetime.now(timezone.utc))
    return at


def judged(at: Workstation) -> str:
    """A report in its second revision, with a decision about it."""
    report = a_report()
    at.reports.keep(report, actor="test")
    at.reports.keep(replace(report, confidence_score=0.5), actor="test")
    ReviewService(at.store).decide(
        report.report_id, "I001", Verdict.CONFIRM, reason="seen", reviewer="Ada"
    )
    return report.report_id


def truth(at: Workstation, seed: int) -> Truth:
    """A new report of a workstation, with everything that was signed about it."""
    report = a_report()
    at.reports.keep(report, actor="test")
    with at.store.reading() as unit:
        (older,) = unit.reports.versions([report.report_id])
    at.reports.keep(replace(report, confidence_score=0.5), actor="test")
    ReviewService(at.store).decide(
        report.report_id, "I001", Verdict.CONFIRM, reason="seen", reviewer="Ada"
    )
    with at.store.reading() as unit:
        (version,) = unit.reports.versions([report.report_id])
        (decision,) = unit.decisions.of(report.report_id)
        said = unit.signatures.about([report.report_id, decision.id])
        signatures = [one for found in said.values() for one in found]
        stored = unit.reports.stored(report.report_id)
    return Truth(stored, older, version, decision, signatures, random.Random(seed))


def content(at: Workstation) -> tuple[set[object], set[object]]:
    """Every report and decision of a workstation."""
    meta, decided = schema.report_sync_meta, schema.review_decisions
    with at.store.database.reading() as connection:
        columns = (meta.c.report_id, meta.c.revision, meta.c.sha256, meta.c.deleted)
        reports = {tuple(row) for row in connection.execute(sa.select(*columns))}
        return reports, set(connection.execute(sa.select(decided.c.id)).scalars())


def write(centre: Centre, forged: Forged) -> None:
    """Put a forgery at the centre."""
    centre.push_reports(forged.versions, forged.signatures)
    if forged.decisions:
        centre.push_decisions(forged.decisions, forged.signatures)


def test_nothing_forged_in_the_name_of_an_enrolled_workstation_is_taken_anywhere(
    make: Make, centre: Centre, enrolment: EnrolmentService
) -> None:
    """112 forgeries of 14 kinds, at one who has the truth, at its owner, and at a newcomer.

    Mutant: `unread_signatures` (whoever receives looks at no signature).
    """
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    kinds = FORGERIES * VARIANTS
    truths = [(kind, truth(east, seed)) for seed, kind in enumerate(kinds)]
    for at in (east, west):
        at.sync.run_once()
    before = content(east)
    assert content(west) == before
    forged = [kind(one) for kind, one in truths]
    for one in forged:
        write(centre, one)
    north = make("north")
    for at in (west, north, east):
        at.sync.run_once()
        at.sync.run_once()
    assert content(west) == content(east) == before
    reports, decisions = content(north)
    assert reports <= before[0]
    assert decisions == before[1]
    wrong = {one.report_id for each in forged for one in each.versions}
    wrong |= {one.id for each in forged for one in each.decisions}
    with north.store.reading() as unit:
        assert {*put_off(unit), *put_off(unit, DECISIONS_PUT_OFF)} == wrong
    assert len(wrong) == len(forged) == 112
    for at in (west, north):
        assert all("not sign" in one or "signed" in one for one in at.sync.status().alarms)
        assert at.sync.status().alarms


@pytest.mark.parametrize("kind", FORGERIES)
def test_in_the_name_of_a_workstation_without_a_key_it_is_shown_as_unsigned(
    make: Make, centre: Centre, enrolment: EnrolmentService, kind: Callable[[Truth], Forged]
) -> None:
    east, west = make("east"), enrolled(make("west"), enrolment)
    true = truth(east, 1)
    east.sync.run_once()
    forged = kind(true)
    write(centre, forged)
    west.sync.run_once()
    shown = SignatureService(west.store)
    for version in forged.versions:
        if not version.deleted:
            assert shown.sentences(version.report_id)[0] == UNSIGNED
    for decision in forged.decisions:
        (_, sentence) = shown.sentences(decision.report_id)
        assert f"{decision.reviewer} ({decision.incident_id})" in sentence
    assert west.sync.status().alarms == ()


def test_what_an_enrolled_workstation_says_arrives_with_its_name(
    make: Make, enrolment: EnrolmentService
) -> None:
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    report_id = judged(east)
    for at in (east, west):
        at.sync.run_once()
    (sentence,) = SignatureService(west.store).sentences(report_id)
    identity = SignatureService(east.store).identity()
    assert identity.fingerprint in sentence
    assert SignatureService(east.store).sentences(report_id) == [SIGNED_HERE]
    east.sync.run_once()
    assert SignatureService(east.store).identity().is_enrolled
    assert west.sync.status().alarms == ()


def test_an_erasure_by_another_enrolled_workstation_is_carried_out(
    make: Make, enrolment: EnrolmentService
) -> None:
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    report_id = judged(east)
    east.sync.run_once()
    west.sync.run_once()
    west.reports.erase(report_id, reason="asked for", actor="Ada")
    west.sync.run_once()
    east.sync.run_once()
    assert east.reports.ids() == []
    assert east.sync.status().alarms == ()


def test_what_was_kept_before_the_enrolment_is_shown_as_signed_after_it(
    make: Make, enrolment: EnrolmentService
) -> None:
    east, west = make("east"), make("west")
    report_id = judged(east)
    for at in (east, west):
        at.sync.run_once()
    shown = SignatureService(west.store)
    assert shown.sentences(report_id) == [UNSIGNED, DECISIONS.format("Ada (I001)")]
    enrolment.enrol(east.store.origin, by="Dean", now=NOW)
    west.sync.run_once()
    (sentence,) = shown.sentences(report_id)
    assert "Signed by the workstation" in sentence


def test_a_second_key_is_an_alarm_and_believed_when_a_person_settles_it(
    make: Make, centre: Centre, enrolment: EnrolmentService
) -> None:
    """Somebody with the administrator's account, or one that may do everything, swaps keys."""
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    west.sync.run_once()
    origin = east.store.origin
    thief = Signer(origin, Ed25519PrivateKey.generate())
    centre.signatures.offer(OfferedKey(origin, thief.public_key, "hall", NOW))
    shown = fingerprint(thief.public_key)
    with pytest.raises(StorageError, match="Nothing was enrolled"):
        enrolment.enrol(origin, by="Dean", now=NOW)
    enrolment.enrol(origin, expected=shown[:9], by="Dean", now=NOW)
    forged = a_report()
    version = version_of(forged, origin, 1)
    centre.push_reports([version], [thief.sign(of_version(version))])
    west.sync.run_once()
    assert west.reports.ids() == []
    assert any(shown in alarm for alarm in west.sync.status().alarms)
    west.verification.settle(reason="a new computer", actor="Ada")
    west.sync.run_once()
    assert west.reports.ids() == [forged.report_id]


def test_after_its_key_is_revoked_a_workstation_is_believed_what_it_said_before(
    make: Make, enrolment: EnrolmentService
) -> None:
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    before = judged(east)
    east.sync.run_once()
    enrolment.revoke(east.store.origin, now=NOW)
    after = judged(east)
    east.sync.run_once()
    west.sync.run_once()
    assert west.reports.ids() == [before]
    assert any(after in alarm for alarm in west.sync.status().alarms)
    (sentence,) = SignatureService(west.store).sentences(before)
    assert "revoked" in sentence
    assert any("must enrol" in alarm for alarm in east.sync.status().alarms)
    with pytest.raises(StorageError, match="revoked"):
        enrolment.enrol(east.store.origin, by="Dean", now=NOW)
    with pytest.raises(NotFoundError):
        enrolment.revoke(east.store.origin, now=NOW)


def test_a_head_that_an_enrolled_workstation_did_not_sign_is_no_witness(
    make: Make, centre: Centre, enrolment: EnrolmentService
) -> None:
    east = enrolled(make("east"), enrolment)
    judged(east)
    east.sync.run_once()
    forged = AuditHead(2, "ab" * 32)
    centre.push_audit_head(east.store.origin, forged)
    east.sync.run_once()
    assert east.sync.status().alarms == ()
    witness = east.sync.witness()
    assert witness.heads
    assert forged not in witness.heads
    assert east.verification.verify(witness).faults == ()


def test_a_log_that_was_written_anew_shows_by_what_was_signed_before(
    make: Make, enrolment: EnrolmentService
) -> None:
    east = enrolled(make("east"), enrolment)
    judged(east)
    east.sync.run_once()
    with east.store.database.writing() as connection:
        newest = sa.select(sa.func.max(schema.audit_log.c.number)).scalar_subquery()
        connection.execute(sa.delete(schema.audit_log).where(schema.audit_log.c.number == newest))
    east.sync.run_once()
    assert any("log" in alarm for alarm in east.sync.status().alarms)


def test_a_centre_without_the_tables_is_used_as_before_and_gets_everything_later(
    make: Make, central: Database
) -> None:
    """Its tables come with the next `db upgrade --server`; nothing is lost meanwhile."""
    with central.writing() as connection:
        for table in signing_tables.central_tables():
            table.drop(connection)
    east, west = make("east"), make("west")
    report_id = judged(east)
    try:
        for at in (east, west):
            at.sync.run_once()
            (warning,) = at.sync.status().warnings
            assert warning == NO_SIGNATURES.format(warning.partition(" keeps")[0])
        assert west.reports.ids() == [report_id]
    finally:
        migration.add_signing(central)
    for at in (east, west):
        at.sync.run_once()
        assert at.sync.status().warnings == ()
    enrolment = EnrolmentService(CentralKeys(central))
    enrolment.enrol(east.store.origin, by="Dean", now=NOW)
    north = make("north")
    north.sync.run_once()
    assert north.sync.status().alarms == ()
    (sentence,) = SignatureService(north.store).sentences(report_id)
    assert "Signed by the workstation" in sentence


def test_a_program_that_knows_no_signatures_goes_on_in_a_centre_that_does(
    make: Make, centre: Centre, enrolment: EnrolmentService
) -> None:
    """What it sends is taken and shown as unsigned; what others sign it takes as ever."""
    east, old = enrolled(make("east"), enrolment), make("old")
    old.sync.connect().signatures.look = lambda: None  # type: ignore[method-assign]  # as before
    theirs, mine = judged(old), judged(east)
    for at in (old, east, old, east):
        at.sync.run_once()
    assert set(east.reports.ids()) == set(old.reports.ids()) == {theirs, mine}
    assert east.sync.status().alarms == old.sync.status().alarms == ()
    shown = SignatureService(east.store).sentences(theirs)
    assert shown == [UNSIGNED, DECISIONS.format("Ada (I001)")]
    ReviewService(old.store).decide(mine, "I001", Verdict.DISMISS, reason="a cough", reviewer="Bo")
    old.reports.erase(theirs, reason="asked for", actor="Bo")
    for at in (old, east):
        at.sync.run_once()
    assert ReviewService(east.store).states(mine)["I001"] is IncidentState.DISMISSED
    assert east.reports.ids() == [mine]


def test_a_forged_number_keeps_no_honest_decision_out(
    make: Make, centre: Centre, enrolment: EnrolmentService
) -> None:
    """F5: who forges the next decision of a workstation takes its number."""
    east, west = enrolled(make("east"), enrolment), enrolled(make("west"), enrolment)
    true = truth(east, 1)
    east.sync.run_once()
    next_one = sealed(
        replace(true.decision, id=str(uuid.uuid4()), verdict=Verdict.DISMISS, origin_seq=2)
    )
    write(centre, Forged([], [next_one], []))
    ReviewService(east.store).decide(
        true.report.report_id, "I002", Verdict.DISMISS, reason="a cough", reviewer="Ada"
    )
    for at in (east, west):
        at.sync.run_once()
    assert east.sync.status().conflicts == 0
    states = ReviewService(west.store).states(true.report.report_id)
    assert states == {"I001": IncidentState.CONFIRMED, "I002": IncidentState.DISMISSED}
