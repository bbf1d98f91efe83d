"""Signatures, and keys of workstations that were seen: of a workstation's file only."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    exact_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "signatures",
        sa.Column("subject", uuid_text(), primary_key=True),
        sa.Column("sha256", ascii_text(64), primary_key=True),
        sa.Column("origin", uuid_text(), primary_key=True),
        sa.Column("signature", ascii_text(128), primary_key=True),
        sa.Index("signatures_origin", "origin"),
    )
    add_table(
        "workstation_keys",
        sa.Column("origin", uuid_text(), primary_key=True),
        sa.Column("public_key", ascii_text(64), primary_key=True),
        sa.Column("name", exact_text(100), nullable=False),
        sa.Column("enrolled_at", UtcDateTime, nullable=False),
        sa.Column("enrolled_by", exact_text(100), nullable=False),
        sa.Column("revoked_at", UtcDateTime),
        sa.Column("revoked_seq", big_number()),
    )


def downgrade() -> None:
    remove_table("workstation_keys")
    remove_table("signatures")
