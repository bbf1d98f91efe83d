"""Keys of the REST service; each call is one transaction of its own."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

import sqlalchemy as sa

from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.domain.jobs import ApiKey
from proctor_desktop.storage import schema
from proctor_desktop.storage.audit import account
from proctor_desktop.storage.unit_of_work import Store

_KEYS = schema.api_keys


class StoredApiKeys:
    """API keys as they stand in the database; the secret itself is never there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database = store.database

    def add(self, key: ApiKey) -> None:
        """Keep a key.

        Raises:
            SettingsError: one of that name is good.
        """
        with self._store.writing() as unit:
            connection = unit.connection
            if connection.execute(_good(key.name)).first() is not None:
                raise SettingsError(
                    f"There is a key named {key.name} already. Revoke it first, or choose another"
                    " name."
                )
            connection.execute(
                sa.insert(_KEYS).values(
                    {entry.name: getattr(key, entry.name) for entry in fields(ApiKey)}
                )
            )
            unit.audit.append(account(), "key_made", key.name, key_id=key.key_id)

    def list(self) -> Sequence[ApiKey]:
        """All keys, revoked ones too, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(_KEYS).order_by(_KEYS.c.created_at, _KEYS.c.key_id))
            return [ApiKey(**row._mapping) for row in rows]

    def revoke(self, name: str, *, now: datetime) -> None:
        """Refuse the good key of that name from now on.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.writing() as unit:
            connection = unit.connection
            key_id = connection.execute(_good(name)).scalar_one_or_none()
            if key_id is None:
                raise NotFoundError(f"There is no key named {name}.")
            connection.execute(
                sa.update(_KEYS).where(_KEYS.c.key_id == key_id).values(revoked_at=now)
            )
            unit.audit.append(account(), "key_revoked", name, key_id=key_id)


def _good(name: str) -> sa.Select[tuple[str]]:
    return sa.select(_KEYS.c.key_id).where(_KEYS.c.name == name, _KEYS.c.revoked_at.is_(None))
