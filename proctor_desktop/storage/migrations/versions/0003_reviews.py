"""What people decided about incidents."""

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

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "review_decisions",
        sa.Column("id", uuid_text(), primary_key=True),
        sa.Column("report_id", uuid_text(), nullable=False),
        sa.Column("incident_id", ascii_text(36), nullable=False),
        sa.Column("reviewer", exact_text(100), nullable=False),
        sa.Column("verdict", ascii_text(16), nullable=False),
        sa.Column("reason", long_text(), nullable=False),
        sa.Column("parents", long_text(), nullable=False),
        sa.Column("origin", uuid_text(), nullable=False),
        sa.Column("origin_seq", big_number(), nullable=False),
        sa.Column("prev_hash", ascii_text(64), nullable=False),
        sa.Column("hash", ascii_text(64), nullable=False),
        sa.Column("decided_at", UtcDateTime, nullable=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Index("review_decisions_origin", "origin", "origin_seq"),
        sa.Index("review_decisions_report", "report_id"),
    )


def downgrade() -> None:
    remove_table("review_decisions")
