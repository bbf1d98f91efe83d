"""Single facts about the database itself."""

import uuid

import sqlalchemy as sa

from proctor_desktop.storage import schema
from proctor_desktop.storage.sql import add_missing, upsert

ORIGIN = "origin"
RESTORED = "restored"
"""Set while an old copy of this database is in its place that was not exchanged yet."""
SIGNED_WITH = "signed_with"
"""The key with which everything that was made here is signed."""
SIGNATURES_SENT = "signatures_sent"
"""Set when the centre has every signature that is here."""


class Facts:
    """Named texts."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        """The value of a fact, None where it was never set."""
        facts = schema.store_facts
        return self._connection.execute(
            sa.select(facts.c.value).where(facts.c.name == name)
        ).scalar_one_or_none()

    def set(self, name: str, value: str) -> None:
        """Set or replace a fact."""
        upsert(self._connection, schema.store_facts, [{"name": name, "value": value}])

    def origin(self) -> str:
        """Id of this database among all that sync; made at the first call, in a writing unit."""
        made = {"name": ORIGIN, "value": str(uuid.uuid4())}
        # Two servers may start at once: the first one's id stays, the second one reads it.
        add_missing(self._connection, schema.store_facts, [made])
        return self.get(ORIGIN) or made["value"]

    def renew_origin(self) -> str:
        """A new id, for a copied disk or a restored backup that must not pass for the original."""
        made = str(uuid.uuid4())
        self.set(ORIGIN, made)
        return made
