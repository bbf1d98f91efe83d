"""What somebody can write at the centre with the one account of the workstations.

Each forgery is a report, an erasure or a decision in the name of a workstation whose key is
enrolled; a seed makes variants of it. Hashes, numbers and parents are all as they must be.
"""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import (
    AddedIncident,
    Decision,
    RecordingVerdict,
    Verdict,
    about_recording,
)
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.storage.repositories.decisions import sealed
from proctor_desktop.storage.signing import Signature, Signer, of_decision, of_version
from proctor_desktop.storage.versions import ReportVersion, tombstone, version_of
from tests.storage.samples import a_report


@dataclass
class Truth:
    """What the workstation said, with its signatures, and who forges."""

    report: Report
    older: ReportVersion
    version: ReportVersion
    decision: Decision
    signatures: list[Signature]
    source: random.Random

    @property
    def origin(self) -> str:
        """The workstation."""
        return self.version.origin

    def stranger(self) -> Signer:
        """Somebody with a key of their own who says to be the workstation."""
        return Signer(self.origin, Ed25519PrivateKey.generate())


@dataclass
class Forged:
    """What is written at the centre."""

    versions: list[ReportVersion]
    decisions: list[Decision]
    signatures: list[Signature]


Forgery = Callable[[Truth], Forged]


def revised(truth: Truth, **changes: object) -> ReportVersion:
    """A later revision with other content."""
    report = replace(truth.report, **changes)  # type: ignore[arg-type]  # by name
    return version_of(report, truth.origin, truth.version.revision + truth.source.randint(1, 9))


def decided(truth: Truth, **changes: object) -> Decision:
    """The next decision of the workstation, which it never made."""
    true = truth.decision
    values = {
        "id": str(uuid.uuid4()),
        "verdict": Verdict.DISMISS,
        "reviewer": "anna",
        "reason": f"nothing {truth.source.random()}",
        "parents": (true.id,),
        "origin_seq": truth.source.randint(10**6, 2**31),
        "prev_hash": true.hash,
        "decided_at": datetime(2026, 3, 5, tzinfo=timezone.utc),
    }
    return sealed(replace(true, **(values | changes)))  # type: ignore[arg-type]  # by name


def a_revision(truth: Truth) -> Forged:
    """Made clean, without any signature."""
    clean = revised(truth, risk_classification="CLEAN", confidence_score=truth.source.random())
    return Forged([clean], [], [])


def a_revision_signed_by_a_stranger(truth: Truth) -> Forged:
    """Made clean, with a signature that holds for another key."""
    clean = revised(truth, student_id=f"STU{truth.source.random()}")
    return Forged([clean], [], [truth.stranger().sign(of_version(clean))])


def a_revision_with_a_borrowed_signature(truth: Truth) -> Forged:
    """Other content under the signature of the true one."""
    clean = revised(truth, confidence_score=truth.source.random())
    borrowed = truth.signatures[0]
    return Forged([clean], [], [replace(borrowed, sha256=clean.sha256)])


def an_older_one_under_a_higher_number(truth: Truth) -> Forged:
    """The first revision numbered anew, so that it would undo what came after it."""
    number = truth.version.revision + truth.source.randint(1, 9)
    return Forged([replace(truth.older, revision=number)], [], truth.signatures)


def a_new_report(truth: Truth) -> Forged:
    """One that the workstation never made."""
    made = a_report(exam_id=f"EXAM{truth.source.random()}")
    return Forged([version_of(made, truth.origin, 1)], [], [])


def a_new_report_signed_in_another_name(truth: Truth) -> Forged:
    """One that somebody signed honestly, in their own name."""
    made = version_of(a_report(), truth.origin, 1)
    other = Signer(str(uuid.uuid4()), Ed25519PrivateKey.generate())
    return Forged([made], [], [other.sign(of_version(made))])


def an_erasure(truth: Truth) -> Forged:
    """A tombstone that nobody signed."""
    stone = tombstone(
        truth.version,
        origin=truth.origin,
        exam_id=truth.report.exam_id,
        reason=f"asked for {truth.source.random()}",
        actor="anna",
        at=datetime(2026, 3, 5, tzinfo=timezone.utc),
    )
    return Forged([stone], [], [])


def an_erasure_signed_by_a_stranger(truth: Truth) -> Forged:
    """A tombstone with the signature of a key that nobody enrolled."""
    stone = an_erasure(truth).versions[0]
    return Forged([stone], [], [truth.stranger().sign(of_version(stone))])


def a_decision(truth: Truth) -> Forged:
    """A dismissal that nobody signed."""
    return Forged([], [decided(truth)], [])


def a_decision_signed_by_a_stranger(truth: Truth) -> Forged:
    """A dismissal with a signature that holds for another key."""
    made = decided(truth, reviewer=f"anna {truth.source.random()}")
    return Forged([], [made], [truth.stranger().sign(of_decision(made))])


def a_decision_with_a_borrowed_signature(truth: Truth) -> Forged:
    """A dismissal under the signature of the true decision."""
    made = decided(truth)
    true = next(one for one in truth.signatures if one.subject == truth.decision.id)
    return Forged([], [made], [replace(true, subject=made.id, sha256=made.hash)])


def an_added_incident(truth: Truth) -> Forged:
    """Something that somebody is said to have seen."""
    start = truth.source.randint(1, 10**9)
    made = decided(
        truth,
        incident_id="P-1",
        verdict=Verdict.ADD,
        added=AddedIncident("other", Micros(start), Micros(start + 10**6)),
    )
    return Forged([], [made], [])


def a_verdict(truth: Truth) -> Forged:
    """A verdict for the whole recording."""
    made = decided(truth, incident_id=about_recording(RecordingVerdict.NOTHING), parents=())
    return Forged([], [made], [])


def an_old_signature_cut_short(truth: Truth) -> Forged:
    """A dismissal with what only looks like a signature."""
    made = decided(truth)
    length = truth.source.randint(0, 126)
    return Forged([], [made], [Signature(made.id, made.hash, truth.origin, "ab" * (length // 2))])


FORGERIES: tuple[Forgery, ...] = (
    a_revision,
    a_revision_signed_by_a_stranger,
    a_revision_with_a_borrowed_signature,
    an_older_one_under_a_higher_number,
    a_new_report,
    a_new_report_signed_in_another_name,
    an_erasure,
    an_erasure_signed_by_a_stranger,
    a_decision,
    a_decision_signed_by_a_stranger,
    a_decision_with_a_borrowed_signature,
    an_added_incident,
    a_verdict,
    an_old_signature_cut_short,
)
