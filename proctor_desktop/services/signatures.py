"""Who signed what is kept here, in words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from proctor_desktop.domain.review import Decision
from proctor_desktop.storage.key_ring import KeyRing
from proctor_desktop.storage.replay import PACKAGE_TAKEN
from proctor_desktop.storage.repositories.workstation_keys import WorkstationKey
from proctor_desktop.storage.signing import Signature, fingerprint, of_decision, of_version
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.storage.versions import BY_FILE, ReportVersion

SIGNED_HERE = "Signed by this workstation."
SIGNED = "Signed by the workstation {} ({})."
REVOKED = "Signed by the workstation {} ({}), whose key was revoked on {}."
UNSIGNED = (
    "Not signed: it was made by an older version of this program, or by a workstation whose key"
    " nobody enrolled."
)
NOT_SIGNED = "Not signed by the workstation {}, in whose name it is."
DECISIONS = "Decisions that are not signed: {}."


@dataclass(frozen=True, slots=True)
class Identity:
    """This workstation, as others know it."""

    origin: str
    fingerprint: str
    is_enrolled: bool


class SignatureService:
    """Reads signatures against the keys that this workstation knows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def identity(self) -> Identity:
        """Id and key of this workstation; whether the centre named its key as good."""
        signer = self._store.signer()
        with self._store.reading() as unit:
            known = KeyRing(unit.keys.all()).of(signer.origin)
        good = {one.public_key for one in known if one.revoked_at is None}
        return Identity(signer.origin, fingerprint(signer.public_key), signer.public_key in good)

    def sentences(self, report_id: str) -> list[str]:
        """Who signed a report, and which decisions about it nobody is known to have signed.

        Raises:
            NotFoundError: there is no such report.
        """
        with self._store.reading() as unit:
            unit.reports.stored(report_id)
            (version,) = unit.reports.versions([report_id])
            decisions = unit.decisions.of(report_id)
            said = unit.signatures.about([report_id, *(one.id for one in decisions)])
            ring = _ring(unit, self._store)
            statement = replace(of_version(version), revision=_revision(unit, version))
        key = ring.speaker(statement, said.get(report_id, ()), version.origin)
        unsigned = _unsigned(ring, decisions, said)
        return [
            _sentence(ring, key, version.origin, self._store.origin),
            *([DECISIONS.format(", ".join(unsigned))] if unsigned else []),
        ]


def _ring(unit: UnitOfWork, store: Store) -> KeyRing:
    """The keys that are known here, and the own one."""
    signer = store.signer()
    own = WorkstationKey(signer.origin, signer.public_key, signer.origin, unit.now, "")
    known = [one for one in unit.keys.all() if one.public_key != signer.public_key]
    return KeyRing([*known, own])


def _revision(unit: UnitOfWork, version: ReportVersion) -> int:
    """The number that was signed; of what came as a package the log tells it."""
    if version.revision != BY_FILE:
        return version.revision
    taken = [one for one in unit.audit.about(version.report_id) if one.action == PACKAGE_TAKEN]
    return int(json.loads(taken[-1].details).get("revision", BY_FILE)) if taken else BY_FILE


def _sentence(ring: KeyRing, key: WorkstationKey | None, origin: str, own: str) -> str:
    if key is None:
        return NOT_SIGNED.format(ring.name(origin)) if ring.of(origin) else UNSIGNED
    if key.origin == own:
        return SIGNED_HERE
    shown = fingerprint(key.public_key)
    if key.revoked_at is not None:
        return REVOKED.format(key.name, shown, f"{key.revoked_at:%Y-%m-%d}")
    return SIGNED.format(key.name, shown)


def _unsigned(
    ring: KeyRing, decisions: Sequence[Decision], said: Mapping[str, Sequence[Signature]]
) -> list[str]:
    """Who is said to have made decisions, and about what, without a signature that holds."""
    return [
        f"{one.reviewer} ({one.incident_id})"
        for one in decisions
        if ring.speaker(of_decision(one), said.get(one.id, ()), one.origin) is None
    ]
