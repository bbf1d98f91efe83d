"""Whose key is whose: an administrator compares fingerprints and enrols keys at the centre."""

from dataclasses import dataclass, replace
from datetime import datetime

from proctor_desktop.domain.errors import NotFoundError, StorageError
from proctor_desktop.storage.repositories.workstation_keys import (
    CentralKeys,
    OfferedKey,
    WorkstationKey,
)
from proctor_desktop.storage.signing import fingerprint


@dataclass(frozen=True, slots=True)
class Workstation:
    """A workstation as an administrator sees it.

    Attributes:
        origin: id of its database.
        name: its computer, as it says itself.
        fingerprint: of its key, to be compared with what it shows.
        offered_at: when it brought the key.
        enrolled_at: since when the key is trusted, None while it is not.
        revoked_at: when that ended.
    """

    origin: str
    name: str
    fingerprint: str
    offered_at: datetime
    enrolled_at: datetime | None = None
    revoked_at: datetime | None = None


class EnrolmentService:
    """What the administrator's account does at the centre."""

    def __init__(self, keys: CentralKeys) -> None:
        self._keys = keys

    def all(self) -> list[Workstation]:
        """Every key that was offered, oldest first.

        Raises:
            StorageError: the centre has no tables for keys yet.
        """
        enrolled = {(one.origin, one.public_key): one for one in self._keys.all()}
        return [_shown(one, enrolled.get(_key(one))) for one in self._keys.offered()]

    def enrol(self, origin: str, *, expected: str = "", by: str, now: datetime) -> Workstation:
        """Trust the key that a workstation offered.

        ``expected`` is the beginning of its fingerprint, as it is shown there; needed where more
        than one key was offered, for anybody can offer one in its name.

        Raises:
            NotFoundError: it offered none.
            StorageError: the fingerprint is another one, or the key was revoked.
        """
        offers = self._offers(origin)
        fitting = [one for one in offers if _begins(one.public_key, expected)]
        if len(fitting) != 1:
            shown = ", ".join(fingerprint(one.public_key) for one in offers)
            raise StorageError(
                f"Nothing was enrolled: the keys offered for {offers[-1].name} are {shown}. Name"
                " the one that `proctor-desktop workstations show` says there (--fingerprint)."
            )
        (offered,) = fitting
        known = {(one.origin, one.public_key): one for one in self._keys.all()}.get(_key(offered))
        if known is not None and known.revoked_at is not None:
            raise StorageError(
                f"The key of {offered.name} was revoked. Run `proctor-desktop db new-identity`"
                " there, which makes a new one."
            )
        key = known or WorkstationKey(offered.origin, offered.public_key, offered.name, now, by)
        self._keys.put(key)
        return _shown(offered, key)

    def revoke(self, origin: str, *, now: datetime) -> Workstation:
        """Trust nothing that a workstation says from now on; what it said before stands.

        Raises:
            NotFoundError: none of its keys is enrolled.
        """
        offered = self._offers(origin)[-1]
        good = [one for one in self._keys.all() if one.origin == offered.origin]
        good = [one for one in good if one.revoked_at is None]
        if not good:
            raise NotFoundError(f"No key of the workstation {offered.name} is enrolled.")
        for one in good:
            self._keys.put(replace(one, revoked_at=now, revoked_seq=self._keys.newest_seq()))
        return replace(_shown(offered, good[-1]), revoked_at=now)

    def _offers(self, origin: str) -> list[OfferedKey]:
        """The keys that were offered for the one workstation whose id begins so."""
        found = [one for one in self._keys.offered() if one.origin.startswith(origin)]
        if not origin or len({one.origin for one in found}) != 1:
            raise NotFoundError(
                f"No workstation, or more than one, offered a key under {origin!r}."
                " `proctor-desktop workstations list --server` shows them."
            )
        return found


def _begins(public_key: str, expected: str) -> bool:
    digits = fingerprint(public_key).replace(" ", "")
    return digits.startswith(expected.replace(" ", "").lower())


def _key(one: OfferedKey | WorkstationKey) -> tuple[str, str]:
    return one.origin, one.public_key


def _shown(offered: OfferedKey, key: WorkstationKey | None) -> Workstation:
    return Workstation(
        offered.origin,
        offered.name if key is None else key.name,
        fingerprint(offered.public_key),
        offered.offered_at,
        None if key is None else key.enrolled_at,
        None if key is None else key.revoked_at,
    )
