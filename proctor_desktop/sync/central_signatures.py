"""Signatures and keys at the centre, where it has tables for them."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from proctor_desktop.domain.review import Decision
from proctor_desktop.storage import schema, signing_tables
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.key_ring import KeyRing
from proctor_desktop.storage.repositories.signatures import Signatures
from proctor_desktop.storage.repositories.workstation_keys import (
    OfferedKey,
    WorkstationKey,
    WorkstationKeys,
)
from proctor_desktop.storage.signing import Signature, of_decision


class CentralSignatures:
    """What workstations signed, and whose key is whose.

    Attributes:
        are_kept: whether the centre has the tables; until then nothing is asked and nothing sent.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.are_kept = False

    def look(self) -> None:
        """Find out whether the centre has the tables."""
        with self._database.reading() as connection:
            self.are_kept = signing_tables.are_there(connection)

    def keep(self, connection: sa.Connection, signatures: Sequence[Signature]) -> None:
        """Add signatures in the transaction of what they are about."""
        if self.are_kept:
            Signatures(connection).add(signatures)

    def send(self, portions: Iterator[list[Signature]]) -> None:
        """Add signatures of what the centre has already."""
        for portion in portions:
            with self._database.writing() as connection:
                self.keep(connection, portion)

    def about(
        self, subjects: Sequence[str], hashes: Sequence[str] | None = None
    ) -> dict[str, list[Signature]]:
        """What was said about these, by id; only of these ``hashes`` where some are given."""
        if not subjects or not self.are_kept:
            return {}
        with self._database.reading() as connection:
            return Signatures(connection).about(subjects, hashes)

    def of_origin(self, origin: str) -> Iterator[list[Signature]]:
        """Everything that a workstation said, in portions."""
        with self._database.reading() as connection:
            yield from Signatures(connection).of_origin(origin)

    def keys(self) -> list[WorkstationKey]:
        """Keys that an administrator enrolled."""
        if not self.are_kept:
            return []
        with self._database.reading() as connection:
            return WorkstationKeys(connection).all()

    def offer(self, key: OfferedKey) -> None:
        """Bring this workstation's key, for an administrator to enrol it."""
        with self._database.writing() as connection:
            WorkstationKeys(connection).offer(key)

    def vouched(
        self, connection: sa.Connection, decisions: Sequence[Decision]
    ) -> Sequence[Decision]:
        """Those that their workstation signed, or that has no key to sign with."""
        if not decisions or not self.are_kept:
            return decisions
        ring = KeyRing(WorkstationKeys(connection).all())
        said = Signatures(connection).about([one.id for one in decisions])
        return [
            one
            for one in decisions
            if not ring.of(one.origin)
            or ring.speaker(of_decision(one), said.get(one.id, ()), one.origin) is not None
        ]

    def numbered(self, subjects: Sequence[str], last: int) -> set[tuple[str, str]]:
        """Id and hash of each of these that the centre numbered up to its ``last`` change."""
        table = schema.sync_changes
        wanted = sa.select(table.c.entity_id, table.c.sha256).where(
            table.c.entity_id.in_(subjects), table.c.seq <= last
        )
        with self._database.reading() as connection:
            return {(row.entity_id, row.sha256) for row in connection.execute(wanted)}
