"""Who said what: statements that a workstation signs with its key, and that anybody can check.

A signature is over a short text that names the speaker, what is said, its number and its hash. It
says that this workstation said so; whose key a key is, an administrator says.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from proctor_desktop.domain.review import Decision
from proctor_desktop.report.document import canonical
from proctor_desktop.storage.audit import AuditHead
from proctor_desktop.storage.versions import ReportVersion

_DOMAIN = "proctor-desktop statement 1"
"""First line of every signed text: no signature is ever taken for one of something else."""


class Said(Enum):
    """What kind of thing is said."""

    REPORT = "report"
    ERASURE = "erasure"
    DECISION = "decision"
    LOG_HEAD = "log head"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said.

    Attributes:
        said: its kind.
        subject: id of what it is about.
        revision: of a report, or how many entries a log has; 0 where the hash says everything.
        sha256: of the content, in lower-case hex.
    """

    said: Said
    subject: str
    revision: int
    sha256: str

    def text(self, origin: str) -> bytes:
        """What the workstation ``origin`` signs."""
        plain = {
            "origin": origin,
            "what": self.said.value,
            "id": self.subject,
            "revision": self.revision,
            "sha256": self.sha256,
        }
        return f"{_DOMAIN}\n{canonical(plain)}".encode()


@dataclass(frozen=True, slots=True)
class Signature:
    """That ``origin`` said what the hash stands for; ``signature`` in hex."""

    subject: str
    sha256: str
    origin: str
    signature: str


class Signer:
    """A workstation that speaks with its key."""

    def __init__(self, origin: str, key: Ed25519PrivateKey) -> None:
        self.origin = origin
        self.public_key = key.public_key().public_bytes_raw().hex()
        self._key = key

    def sign(self, statement: Statement) -> Signature:
        """The workstation's word for a statement."""
        signed = self._key.sign(statement.text(self.origin)).hex()
        return Signature(statement.subject, statement.sha256, self.origin, signed)


def holds(statement: Statement, signature: Signature, public_key: str) -> bool:
    """Whether the owner of a key made this signature of this statement."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature.signature), statement.text(signature.origin))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public_key: str) -> str:
    """A key as two people compare it: 32 hex digits in groups of four."""
    digits = hashlib.sha256(public_key.encode()).hexdigest()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def of_version(version: ReportVersion) -> Statement:
    """That a report is so, or that it was erased.

    The centre numbers erasures anew, so their number says nothing.
    """
    return of_report(version.report_id, version.revision, version.sha256, version.deleted)


def of_report(report_id: str, revision: int, sha256: str, deleted: bool) -> Statement:
    """As `of_version`, where only the revision's facts are at hand."""
    said, number = (Said.ERASURE, 0) if deleted else (Said.REPORT, revision)
    return Statement(said, report_id, number, sha256)


def of_decision(decision: Decision) -> Statement:
    """That a decision was made here."""
    return Statement(Said.DECISION, decision.id, 0, decision.hash)


def of_head(origin: str, head: AuditHead) -> Statement:
    """That a workstation's log is so long and ends so."""
    return Statement(Said.LOG_HEAD, origin, head.entries, head.hash)
