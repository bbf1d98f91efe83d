"""Tables of signatures and keys: in the file of a workstation, and beside the schema at a centre.

At a centre they belong to no step of the schema. Programs that know nothing of signatures go on
using the same server, and one without these tables is used as before.
"""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    exact_text,
    uuid_text,
)

SIGNING = sa.MetaData()
"""What a workstation's file has, and a centre."""

OFFERING = sa.MetaData()
"""What a centre has besides."""

signatures = sa.Table(
    "signatures",
    SIGNING,
    sa.Column("subject", uuid_text(), primary_key=True),
    sa.Column("sha256", ascii_text(64), primary_key=True),
    sa.Column("origin", uuid_text(), primary_key=True),
    sa.Column("signature", ascii_text(128), primary_key=True),
    sa.Index("signatures_origin", "origin"),
)
"""Append-only. All of it is the key: whoever adds a wrong one keeps no right one out."""

workstation_keys = sa.Table(
    "workstation_keys",
    SIGNING,
    sa.Column("origin", uuid_text(), primary_key=True),
    sa.Column("public_key", ascii_text(64), primary_key=True),
    sa.Column("name", exact_text(100), nullable=False),
    sa.Column("enrolled_at", UtcDateTime, nullable=False),
    sa.Column("enrolled_by", exact_text(100), nullable=False),
    sa.Column("revoked_at", UtcDateTime),
    sa.Column("revoked_seq", big_number()),
)
"""Keys that an administrator enrolled; a workstation keeps those that it has seen."""

offered_keys = sa.Table(
    "offered_keys",
    OFFERING,
    sa.Column("origin", uuid_text(), primary_key=True),
    sa.Column("public_key", ascii_text(64), primary_key=True),
    sa.Column("name", exact_text(100), nullable=False),
    sa.Column("offered_at", UtcDateTime, nullable=False),
)
"""Keys that workstations brought; none is believed before it is enrolled."""


def central_tables() -> list[sa.Table]:
    """The tables that a centre has for signatures."""
    return [*SIGNING.sorted_tables, *OFFERING.sorted_tables]


def are_there(connection: sa.Connection) -> bool:
    """Whether a server has these tables and lets this account use them."""
    names = [table.name for table in central_tables()]
    found = connection.execute(
        sa.text(
            "SELECT COUNT(*) FROM information_schema.tables"
            " WHERE table_schema = DATABASE() AND table_name IN :names"
        ).bindparams(sa.bindparam("names", expanding=True)),
        {"names": names},
    ).scalar()
    return found == len(names)
