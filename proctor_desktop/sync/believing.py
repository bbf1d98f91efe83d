"""Whether what the centre holds in somebody's name was said by them.

Every workstation writes to the centre with one account, so a name there proves nothing. Of this
workstation the own log tells; of another one, whose key an administrator enrolled, its signature.
What neither tells is left where it is, and an alarm says so. What is said in the name of a
workstation without an enrolled key is taken, and shown as unsigned.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proctor_desktop.domain.review import Decision
from proctor_desktop.storage.audit import AuditHead
from proctor_desktop.storage.key_ring import KeyRing
from proctor_desktop.storage.replay import Replay, replay
from proctor_desktop.storage.repositories.decisions import decision_hash
from proctor_desktop.storage.repositories.facts import SIGNATURES_SENT
from proctor_desktop.storage.signing import (
    Said,
    Signature,
    Statement,
    of_decision,
    of_head,
    of_report,
    of_version,
)
from proctor_desktop.storage.unit_of_work import UnitOfWork
from proctor_desktop.storage.versions import ReportVersion
from proctor_desktop.sync.remote import Centre

FORGED_REPORT = (
    "The centre holds a revision of the report {} in the name of this workstation, which did not"
    " make it. It was not taken."
)
FORGED_DECISION = (
    "The centre holds the decision {} in the name of this workstation, which did not make it. It"
    " was not taken."
)
UNSIGNED_REPORT = (
    "The centre holds the report {} in the name of the workstation {}, which did not sign it. It"
    " was not taken."
)
UNSIGNED_DECISION = (
    "The centre holds the decision {} in the name of the workstation {}, which did not sign it. It"
    " was not taken."
)
UNSIGNED_ERASURE = (
    "The centre holds an erasure of the report {} of the workstation {}, which no workstation of"
    " the centre signed. It was not carried out."
)
_SENTENCES = {
    Said.REPORT: UNSIGNED_REPORT,
    Said.DECISION: UNSIGNED_DECISION,
    Said.ERASURE: UNSIGNED_ERASURE,
}

FIRST_FORGERIES = 20
"""So many of them are told at once: whoever forges thousands fills no list of alarms."""

Signed = Mapping[str, Sequence[Signature]]
"""Signatures by the id of what they are about."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """Ids of what is not believed, and a sentence for each."""

    reports: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()


def doubts(
    unit: UnitOfWork,
    centre: Centre,
    versions: Sequence[ReportVersion],
    decisions: Sequence[Decision],
    signed: Signed,
    *,
    takes_back: bool,
) -> Doubts:
    """What is said in the name of a workstation that has a key, and does not carry its signature.

    Of this workstation the log tells more, unless it ``takes_back`` what it lost. What is here
    already stands, and what is damaged is told elsewhere.
    """
    ring = KeyRing(unit.keys.all())
    own = "" if takes_back else unit.origin
    claims = [*_about_reports(unit, versions, own), *_about_decisions(unit, decisions, own)]
    wrong = [
        (statement, origin)
        for statement, origin in claims
        if ring.of(origin) and not _is_signed(ring, centre, statement, origin, signed)
    ]
    return Doubts(
        frozenset(one.subject for one, _ in wrong if one.said is not Said.DECISION),
        frozenset(one.subject for one, _ in wrong if one.said is Said.DECISION),
        tuple(_SENTENCES[one.said].format(one.subject, ring.name(origin)) for one, origin in wrong),
    )


def _about_reports(
    unit: UnitOfWork, versions: Sequence[ReportVersion], own: str
) -> Iterator[tuple[Statement, str]]:
    held = unit.reports.known([one.report_id for one in versions])
    for one in versions:
        is_held = one.report_id in held and held[one.report_id][2] == one.sha256
        if one.is_sound and not is_held and (one.deleted or one.origin != own):
            yield of_version(one), one.origin


def _about_decisions(
    unit: UnitOfWork, decisions: Sequence[Decision], own: str
) -> Iterator[tuple[Statement, str]]:
    held = unit.decisions.by_ids([one.id for one in decisions])
    for one in decisions:
        if one.id not in held and one.origin != own and decision_hash(one) == one.hash:
            yield of_decision(one), one.origin


def _is_signed(
    ring: KeyRing, centre: Centre, statement: Statement, origin: str, signed: Signed
) -> bool:
    """Whether its workstation said it, an erasure any, with a key that was good at that time."""
    speaker = None if statement.said is Said.ERASURE else origin
    key = ring.speaker(statement, signed.get(statement.subject, ()), speaker)
    if key is None or key.revoked_at is None:
        return key is not None
    before = centre.signatures.numbered([statement.subject], key.revoked_seq or 0)
    return (statement.subject, statement.sha256) in before


def raise_doubts(unit: UnitOfWork, found: Doubts) -> None:
    """Keep an alarm for each, but for those that a person settled before."""
    if found.sentences:
        settled = replay(unit.audit.entries()).alarms
        new = [one for one in found.sentences if one not in settled]
        unit.alarms.add(new[:FIRST_FORGERIES])


def keep_signatures(
    unit: UnitOfWork, versions: Sequence[ReportVersion], decisions: Sequence[Decision], said: Signed
) -> None:
    """Keep what was said of these; sign those of this workstation that came back without."""
    hashes = {one.report_id: one.sha256 for one in versions}
    hashes |= {one.id: one.hash for one in decisions}
    found = [one for subject in hashes for one in said.get(subject, ())]
    unit.signatures.add([one for one in found if one.sha256 == hashes[one.subject]])
    back = unit.signatures.unsigned(_own(unit, versions, decisions))
    if back:
        unit.signatures.sign(back)
        unit.facts.set(SIGNATURES_SENT, "")


def _own(
    unit: UnitOfWork, versions: Sequence[ReportVersion], decisions: Sequence[Decision]
) -> list[Statement]:
    """Those that are of this workstation, as it holds them now."""
    reports = [one.report_id for one in versions if one.origin == unit.origin]
    held = unit.reports.known(reports) if reports else {}
    made = [one for one in decisions if one.origin == unit.origin]
    return [
        *(of_report(key, number, sha, gone) for key, (_, number, sha, gone) in held.items()),
        *(of_decision(one) for one in made),
    ]


def believed_heads(unit: UnitOfWork, centre: Centre, newest: int | None = None) -> list[AuditHead]:
    """Heads of this workstation's log at the centre that it signed, longest log first.

    Those from before its key was enrolled are believed without: nobody could check them then.
    """
    ring = KeyRing(unit.keys.all())
    heads = centre.anchors(unit.origin, newest)
    keys = ring.of(unit.origin)
    if not keys:
        return [head for head, _ in heads]
    enrolled = min(key.enrolled_at for key in keys)
    hashes = None if newest is None else [head.hash for head, _ in heads]
    said = centre.signatures.about([unit.origin], hashes).get(unit.origin, [])
    return [
        head
        for head, came in heads
        if came < enrolled or ring.speaker(of_head(unit.origin, head), said) is not None
    ]


def forged(
    unit: UnitOfWork, versions: Sequence[ReportVersion], decisions: Sequence[Decision]
) -> set[str]:
    """Ids of reports and decisions that are said to be of this workstation and are not.

    An erasure is everybody's, so it is believed.
    """
    own = [one for one in versions if one.origin == unit.origin and not one.deleted]
    made = [one for one in decisions if one.origin == unit.origin]
    if not own and not made:
        return set()
    told = replay(unit.audit.entries())
    known = unit.reports.known([one.report_id for one in own])
    reports = [one.report_id for one in own if not _is_kept(one, known, told)]
    others = [one.id for one in made if told.decisions.get(one.id) != (one.report_id, one.hash)]
    unit.alarms.add([FORGED_REPORT.format(one) for one in reports])
    unit.alarms.add([FORGED_DECISION.format(one) for one in others])
    return {*reports, *others}


def _is_kept(
    version: ReportVersion, known: dict[str, tuple[str, int, str, bool]], told: Replay
) -> bool:
    """Whether it is what is here, an older one of it, or what the log says was here."""
    held = known.get(version.report_id)
    if held is not None and (held[2] == version.sha256 or held[1] > version.revision):
        return True
    said = told.reports.get(version.report_id)
    return said is not None and said.sha256 == version.sha256
