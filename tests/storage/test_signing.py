"""Whatever a workstation keeps in its own name carries its signature."""

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Verdict
from proctor_desktop.services.reviews import ReviewService
from proctor_desktop.storage import signing_tables
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.own_statements import own_statements
from proctor_desktop.storage.sealing import Sealer
from proctor_desktop.storage.signing import Said, Signature, Signer, Statement, fingerprint, holds
from proctor_desktop.storage.signing_keys import SigningKeys
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from tests.storage.samples import a_report

ORIGIN = "aaaaaaaa-0000-4000-8000-000000000001"
OTHER = "aaaaaaaa-0000-4000-8000-000000000002"
STATEMENT = Statement(Said.REPORT, "bbbbbbbb-0000-4000-8000-000000000001", 3, "ab" * 32)


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return SigningKeys(tmp_path).made(ORIGIN)


@given(
    said=st.sampled_from(Said),
    subject=st.sampled_from([STATEMENT.subject, OTHER]),
    revision=st.integers(0, 2**40),
    sha256=st.sampled_from(["ab" * 32, "cd" * 32]),
    origin=st.sampled_from([ORIGIN, OTHER]),
)
def test_a_signature_holds_for_what_was_signed_alone(
    tmp_path_factory: pytest.TempPathFactory,
    said: Said,
    subject: str,
    revision: int,
    sha256: str,
    origin: str,
) -> None:
    signer = SigningKeys(tmp_path_factory.mktemp("keys")).made(ORIGIN)
    other = Statement(said, subject, revision, sha256)
    made = replace(signer.sign(STATEMENT), origin=origin)
    is_same = other == STATEMENT and origin == ORIGIN
    assert holds(other, made, signer.public_key) is is_same


@pytest.mark.parametrize("signature", ["", "zz", "00" * 64, "ab" * 70])
def test_what_is_no_signature_never_holds(signer: Signer, signature: str) -> None:
    one = Signature(STATEMENT.subject, STATEMENT.sha256, ORIGIN, signature)
    assert not holds(STATEMENT, one, signer.public_key)
    assert not holds(STATEMENT, signer.sign(STATEMENT), "no key")


def test_the_key_stays_and_is_its_owners_alone(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        first = SigningKeys(tmp_path).made(ORIGIN)
    finally:
        os.umask(umask)
    assert SigningKeys(tmp_path).made(ORIGIN).public_key == first.public_key
    assert SigningKeys(tmp_path).made(OTHER).public_key != first.public_key
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600} or sys.platform == "win32"


def test_a_sealed_key_needs_the_master_key(tmp_path: Path) -> None:
    """One that was made before evidence was encrypted is sealed when it is used next."""
    open_key = SigningKeys(tmp_path).made(ORIGIN).public_key
    sealed = SigningKeys(tmp_path, lambda: Sealer(b"k" * 32), is_sealed=True)
    assert sealed.made(ORIGIN).public_key == open_key
    for another in (SigningKeys(tmp_path), SigningKeys(tmp_path, lambda: Sealer(b"x" * 32))):
        with pytest.raises(StorageError, match="cannot be read"):
            another.of(ORIGIN)
    again = SigningKeys(tmp_path, lambda: Sealer(b"k" * 32)).of(ORIGIN)
    assert again is not None
    assert again.public_key == open_key


def test_a_fingerprint_is_read_in_groups(signer: Signer) -> None:
    groups = fingerprint(signer.public_key).split(" ")
    assert [len(group) for group in groups] == [4] * 8


def worked(store: Store) -> None:
    """A report in two revisions with a decision, and an erased one."""
    report, gone = a_report(), a_report()
    with store.writing() as unit:
        unit.reports.save(report)
        unit.reports.save(replace(report, confidence_score=0.5))
        unit.reports.save(gone)
        unit.reports.erase(gone.report_id, reason="asked for", actor="Ada")
    ReviewService(store).decide(
        report.report_id, "I001", Verdict.CONFIRM, reason="seen", reviewer="Ada"
    )


def test_reports_erasures_and_decisions_are_signed_as_they_are_kept(local_store: Store) -> None:
    worked(local_store)
    with local_store.reading() as unit:
        said = own_statements(unit)
        assert {one.said for one in said} == {Said.REPORT, Said.ERASURE, Said.DECISION}
        assert unit.signatures.unsigned(said) == []


def test_a_save_that_is_dropped_leaves_no_signature(local_store: Store) -> None:
    def save() -> None:
        with local_store.writing() as unit:
            unit.reports.save(a_report())
            raise KeyError

    with pytest.raises(KeyError):
        save()
    with local_store.reading() as unit:
        assert list(unit.signatures.all()) == []


def test_a_new_identity_has_a_new_key(local: Database, local_store: Store) -> None:
    before = local_store.signer().public_key
    local_store.renew_origin()
    assert local_store.signer().public_key != before
    assert local.path is not None
    names = [path.name for path in local.path.parent.glob("*.key")]
    assert names == [f"{local_store.origin}.key"]


def test_what_an_older_version_kept_is_signed_once_as_far_as_the_log_tells_it(
    local_store: Store,
) -> None:
    """Mutant: `signs_all` (the log is not asked) signs a report that somebody slipped in."""
    report, slipped = a_report(), a_report()
    with local_store.writing() as unit:
        unit.reports.save(report)
        unit.audit.append("Ada", "report_saved", report.report_id, sha256=version(unit, report))
        unit.reports.save(slipped)
        unit.connection.execute(sa.delete(signing_tables.signatures))
    local_store.catch_up()
    with local_store.reading() as unit:
        assert [one.subject for one in unit.signatures.unsigned(own_statements(unit))] == [
            slipped.report_id
        ]
        entries = unit.audit.entries()
    local_store.catch_up()
    with local_store.reading() as unit:
        assert unit.audit.entries() == entries


def version(unit: UnitOfWork, report: Report) -> str:
    """Its hash as it is kept."""
    return unit.reports.known([report.report_id])[report.report_id][2]
