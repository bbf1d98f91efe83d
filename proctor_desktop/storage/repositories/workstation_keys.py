"""Whose key is whose: as an administrator enrolled it at the centre, and as it was seen here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage import schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.signing_tables import are_there, offered_keys, workstation_keys
from proctor_desktop.storage.sql import add_missing, upsert


@dataclass(frozen=True, slots=True)
class WorkstationKey:
    """A key that an administrator enrolled.

    Attributes:
        origin: id of the workstation's database.
        public_key: Ed25519, in hex.
        name: of the workstation, for people.
        enrolled_at: when.
        enrolled_by: who.
        revoked_at: when it stopped to be believed, None while it is.
        revoked_seq: the centre's number of changes then; later ones are not believed.
    """

    origin: str
    public_key: str
    name: str
    enrolled_at: datetime
    enrolled_by: str
    revoked_at: datetime | None = None
    revoked_seq: int | None = None


@dataclass(frozen=True, slots=True)
class OfferedKey:
    """A key that a workstation brought to the centre."""

    origin: str
    public_key: str
    name: str
    offered_at: datetime


class WorkstationKeys:
    """Keys within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> list[WorkstationKey]:
        """Enrolled keys, revoked ones too, oldest first."""
        table = workstation_keys
        rows = self._connection.execute(
            sa.select(table).order_by(table.c.enrolled_at, table.c.public_key)
        )
        return [WorkstationKey(**row._mapping) for row in rows]

    def put(self, keys: Sequence[WorkstationKey]) -> None:
        """Keep keys as they are now."""
        names = WorkstationKey.__slots__
        rows = [{name: getattr(one, name) for name in names} for one in keys]
        upsert(self._connection, workstation_keys, rows)

    def offered(self) -> list[OfferedKey]:
        """Keys that workstations brought, oldest first; at the centre only."""
        table = offered_keys
        rows = self._connection.execute(
            sa.select(table).order_by(table.c.offered_at, table.c.public_key)
        )
        return [OfferedKey(**row._mapping) for row in rows]

    def offer(self, key: OfferedKey) -> None:
        """Bring a key to the centre."""
        row = {name: getattr(key, name) for name in OfferedKey.__slots__}
        add_missing(self._connection, offered_keys, [row])


class CentralKeys:
    """The keys at a centre, for its administrator; each call is one transaction of its own."""

    def __init__(self, database: Database) -> None:
        """Over the centre's database.

        Raises:
            StorageError: it has no tables for keys yet.
        """
        self._database = database
        with database.reading() as connection:
            if database.is_local or not are_there(connection):
                raise StorageError(
                    f"{database.place} keeps no keys of workstations. An administrator must run"
                    " `proctor-desktop db upgrade --server` first."
                )

    def all(self) -> list[WorkstationKey]:
        """Enrolled keys, revoked ones too, oldest first."""
        with self._database.reading() as connection:
            return WorkstationKeys(connection).all()

    def offered(self) -> list[OfferedKey]:
        """Keys that workstations brought, oldest first."""
        with self._database.reading() as connection:
            return WorkstationKeys(connection).offered()

    def put(self, key: WorkstationKey) -> None:
        """Keep a key as it is now."""
        with self._database.writing() as connection:
            WorkstationKeys(connection).put([key])

    def newest_seq(self) -> int:
        """Number of the centre's last change."""
        with self._database.reading() as connection:
            return int(connection.execute(sa.select(schema.sync_clock.c.seq)).scalar_one())
