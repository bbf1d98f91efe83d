"""Which signatures are believed: those of keys that an administrator enrolled."""

from collections.abc import Iterable, Sequence

from proctor_desktop.storage.repositories.workstation_keys import WorkstationKey
from proctor_desktop.storage.signing import Signature, Statement, holds


class KeyRing:
    """Enrolled keys by the workstation that they belong to."""

    def __init__(self, keys: Iterable[WorkstationKey]) -> None:
        self._keys: dict[str, list[WorkstationKey]] = {}
        for key in keys:
            self._keys.setdefault(key.origin, []).append(key)

    def of(self, origin: str) -> list[WorkstationKey]:
        """The keys of a workstation; none where nobody enrolled one."""
        return self._keys.get(origin, [])

    def name(self, origin: str) -> str:
        """What people call a workstation."""
        keys = self.of(origin)
        return keys[-1].name if keys else origin

    def speaker(
        self, statement: Statement, signatures: Sequence[Signature], origin: str | None = None
    ) -> WorkstationKey | None:
        """The key that signed a statement, None where none of these did.

        ``origin`` is whose it must be, if it is not anybody's. One that is still good comes first.
        """
        fitting = [
            key
            for said in signatures
            if said.subject == statement.subject and said.sha256 == statement.sha256
            for key in self.of(said.origin)
            if origin in (None, said.origin) and holds(statement, said, key.public_key)
        ]
        return min(fitting, key=lambda key: key.revoked_at is not None, default=None)
