"""What a package from elsewhere must be before anything of it is written.

Its hashes say that it arrived as it was sent, never who made it: whoever writes a package also
computes its hashes. So everything in it is held to what this program itself would have kept, and
what is said in the name of a workstation with an enrolled key to its signature.
"""

import hashlib
import json
import re
from collections.abc import Collection
from datetime import datetime, timezone

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Decision, Verdict
from proctor_desktop.report.document import canonical
from proctor_desktop.services.package_file import Package
from proctor_desktop.services.reviews import check_added
from proctor_desktop.storage.key_ring import KeyRing
from proctor_desktop.storage.repositories.decisions import decision_hash
from proctor_desktop.storage.signing import Statement, of_decision, of_version
from proctor_desktop.storage.versions import ReportVersion, accepted

REASON_LIMIT = 8000
"""Longest reason in a package; what is added to one's own when times or names change counts."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_WORD = re.compile(r"[!-~]{1,36}")
_NUMBER_LIMIT = 2**31 - 1
_LONGEST_SEC = 10 * 24 * 3600.0
_EARLIEST = datetime(2000, 1, 1, tzinfo=timezone.utc)
_LATEST = datetime(2200, 1, 1, tzinfo=timezone.utc)


def check(package: Package) -> None:
    """Make sure that a package holds nothing that this program would not have kept.

    Raises:
        ReportError: it does; the sentence says what.
    """
    _check_version(package.version, package.report)
    _check_report(package.report)
    for decision in package.decisions:
        _check_decision(decision, package.report)
    _check_once(package)
    _check_pictures(package)
    _check_words(package)


def check_signatures(package: Package, ring: KeyRing, known: Collection[str]) -> None:
    """Make sure that whoever has an enrolled key signed what is in their name.

    What is ``known`` here, by its hash, needs no signature. Of workstations without an enrolled key
    nothing can be told.

    Raises:
        ReportError: a signature is missing or does not hold.
    """
    seal = package.seal
    if seal is not None and not seal.holds:
        raise _odd("its signature is not that of the workstation that exported it")
    keys = {} if seal is None else {one.public_key: one for one in ring.of(seal.signature.origin)}
    if seal is not None and keys and seal.public_key not in keys:
        raise _odd("it is signed with another key than the one that its workstation has")
    version = package.version
    if version.sha256 not in known and not _is_signed(package, ring, of_version(version)):
        raise _odd("its report does not carry the signature of the workstation that made it")
    for one in package.decisions:
        if one.hash not in known and not _is_signed(package, ring, of_decision(one), one.origin):
            raise _odd(
                f"the decision {one.id} does not carry the signature of the workstation that made"
                " it"
            )


def _is_signed(
    package: Package, ring: KeyRing, statement: Statement, origin: str | None = None
) -> bool:
    """Whether it is signed with a good key; when a revoked one signed, nobody can tell."""
    origin = package.version.origin if origin is None else origin
    if not ring.of(origin):
        return True
    key = ring.speaker(statement, package.signatures, origin)
    return key is not None and key.revoked_at is None


def _check_version(version: ReportVersion, report: Report) -> None:
    if version.report_id != report.report_id:
        raise _odd("its report is another one than it says")
    if _UUID.fullmatch(version.origin) is None or not 0 <= version.revision <= _NUMBER_LIMIT:
        raise _odd("nobody can tell which workstation made it")
    if canonical(json.loads(version.body)) != version.body:
        raise _odd("its report is not written as this program writes reports")


def _check_report(report: Report) -> None:
    accepted(report)
    if not 0 <= report.confidence_score <= 1 or not 0 <= report.analysis.risk_score <= 1:
        raise _odd("its risk is no share")
    if not 0 <= report.video_duration_sec <= _LONGEST_SEC:
        raise _odd("its recording has no length that a recording can have")
    if not _EARLIEST <= report.created_at < _LATEST:
        raise _odd("it was made at no time that can be")
    words = (report.risk_classification, report.calibration_status)
    ids = [incident.id for incident in report.analysis.shown]
    if not all(_WORD.fullmatch(word) for word in (*words, *ids)) or len(set(ids)) != len(ids):
        raise _odd("a name in it is none that this program gives")


def _check_decision(one: Decision, report: Report) -> None:
    if decision_hash(one) != one.hash:
        raise _odd(f"the decision {one.id} was changed after it was made")
    if one.report_id != report.report_id:
        raise _odd(f"the decision {one.id} is about another report")
    ids = (one.id, one.origin, *one.parents)
    hashes = (one.hash, one.prev_hash)
    if not all(_UUID.fullmatch(each) for each in ids) or not all(map(_HASH.fullmatch, hashes)):
        raise _odd("a decision in it has no number that this program gives")
    if not 0 < one.origin_seq <= _NUMBER_LIMIT or not _EARLIEST <= one.decided_at < _LATEST:
        raise _odd(f"the decision {one.id} was made at no time that can be")
    if one.incident_id and _WORD.fullmatch(one.incident_id) is None:
        raise _odd(f"the decision {one.id} is about no incident")
    if not 0 < len(one.reviewer) <= 100 or len(one.reason) > REASON_LIMIT:
        raise _odd(f"name or reason of the decision {one.id} is missing or too long")
    if (one.verdict is Verdict.ADD) != (one.added is not None):
        raise _odd(f"the decision {one.id} does not say what was seen")
    if one.added is not None:
        check_added(one.added, report)


def _check_once(package: Package) -> None:
    ids = [one.id for one in package.decisions]
    numbers = [(one.origin, one.origin_seq) for one in package.decisions]
    if len(set(ids)) != len(ids) or len(set(numbers)) != len(numbers):
        raise _odd("it holds two decisions under one number")


def _check_pictures(package: Package) -> None:
    named = {
        picture.name: picture.sha256
        for incident in package.report.analysis.shown
        for picture in incident.evidence
    }
    if not all(_NAME.fullmatch(name) for name in named):
        raise _odd("a picture in it has a name that this program does not give")
    for name, content in package.pictures.items():
        if named.get(name) != hashlib.sha256(content).hexdigest():
            raise _odd(f"the picture {name} is not one of the report")


def _check_words(package: Package) -> None:
    """Signatures are about what is in the package, and look like signatures."""
    subjects = {package.version.report_id, *(one.id for one in package.decisions)}
    for one in package.signatures:
        shapes = (_UUID.fullmatch(one.origin), _HASH.fullmatch(one.sha256))
        is_one = _SIGNATURE.fullmatch(one.signature) is not None and all(shapes)
        if one.subject not in subjects or not is_one:
            raise _odd("a signature in it is none that this program gives")


def _odd(what: str) -> ReportError:
    return ReportError(f"The package was not taken: {what}. Nothing was changed.")
