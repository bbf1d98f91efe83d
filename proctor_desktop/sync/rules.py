"""Which revision of a report wins, without asking any clock.

A report has one owner, the workstation that analysed it, and only the owner's newer revision
replaces an older one. A tombstone wins over everything, whoever made it, and nothing comes after
it. Anything else under an id that is known is a conflict: it is kept beside, never put in place.
"""

from dataclasses import dataclass
from enum import Enum

from proctor_desktop.storage.versions import BY_FILE, ReportVersion


class Ruling(Enum):
    """What becomes of an incoming revision."""

    TAKE = "take"
    KNOWN = "known"
    ERASED = "erased"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Known:
    """What a database holds of a report."""

    origin: str
    revision: int
    sha256: str
    deleted: bool


def rule(incoming: ReportVersion, known: Known | None) -> Ruling:
    """What becomes of ``incoming`` where ``known`` is held already."""
    if known is None:
        return Ruling.TAKE
    if known.sha256 == incoming.sha256:
        return Ruling.KNOWN
    if known.deleted:
        return Ruling.KNOWN if incoming.deleted else Ruling.ERASED
    if incoming.deleted:
        return Ruling.TAKE
    if known.revision == BY_FILE:
        return Ruling.TAKE
    if known.origin != incoming.origin or known.revision == incoming.revision:
        return Ruling.CONFLICT
    return Ruling.TAKE if incoming.revision > known.revision else Ruling.KNOWN


def follows(known: Known | None, incoming: ReportVersion) -> int:
    """Revision under which ``incoming`` is taken: a tombstone comes after whatever it ends."""
    if known is None or not incoming.deleted:
        return incoming.revision
    return max(incoming.revision, known.revision + 1)
