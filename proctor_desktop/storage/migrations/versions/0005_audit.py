"""The audit log, and the heads of other logs."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    exact_text,
    long_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "audit_log",
        sa.Column("number", big_number(), primary_key=True, autoincrement=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("actor", exact_text(100), nullable=False),
        sa.Column("action", ascii_text(50), nullable=False),
        sa.Column("subject", exact_text(255), nullable=False),
        sa.Column("details", long_text(), nullable=False),
        sa.Column("prev_hash", ascii_text(64), nullable=False),
        sa.Column("hash", ascii_text(64), nullable=False),
    )
    add_table(
        "audit_heads",
        sa.Column("origin", uuid_text(), primary_key=True),
        sa.Column("entries", big_number(), primary_key=True, autoincrement=False),
        sa.Column("head", ascii_text(64), nullable=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
    )


def downgrade() -> None:
    remove_table("audit_heads")
    remove_table("audit_log")
