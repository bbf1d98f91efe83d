"""Statements that the dialects spell differently."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql, sqlite


def is_file(connection: sa.Connection) -> bool:
    """Whether this is the file of a workstation, which has the tables of `schema.WORKSTATION`."""
    return connection.dialect.name == "sqlite"


def upsert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows or replace those with the same primary key; all rows name the same columns."""
    if not rows:
        return
    keys = [column.name for column in table.primary_key]
    names = [name for name in rows[0] if name not in keys]
    if connection.dialect.name == "sqlite":
        local = sqlite.insert(table)
        connection.execute(
            local.on_conflict_do_update(
                index_elements=keys, set_={name: local.excluded[name] for name in names}
            ),
            list(rows),
        )
        return
    remote = mysql.insert(table)
    # Pairs and not a dict: a server assigns from left to right.
    connection.execute(
        remote.on_duplicate_key_update([(name, remote.inserted[name]) for name in names]),
        list(rows),
    )


def add_missing(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows of the primary key only where there are none yet; existing ones stay."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), list(rows))
    else:
        connection.execute(mysql.insert(table).prefix_with("IGNORE"), list(rows))
