"""Where recordings lie, the bin, and what a review came to: of a workstation's file only."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    double,
    exact_text,
    long_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "recording_places",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("source_sha256", ascii_text(64)),
        sa.Column("path", long_text(), nullable=False),
        sa.Column("size", big_number(), nullable=False),
        sa.Column("modified_ns", big_number(), nullable=False),
        sa.Index("recording_places_source", "source_sha256"),
    )
    add_table(
        "report_bin",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("reason", long_text(), nullable=False),
        sa.Column("actor", exact_text(100), nullable=False),
        sa.Column("binned_at", UtcDateTime, nullable=False),
    )
    add_table(
        "review_results",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("verdict", ascii_text(16)),
        sa.Column("confirmed", sa.Integer, nullable=False),
        sa.Column("dismissed", sa.Integer, nullable=False),
        sa.Column("reviewed_risk", double(), nullable=False),
        sa.Column("reviewed_class", ascii_text(50), nullable=False),
        sa.Index("review_results_verdict", "verdict"),
    )


def downgrade() -> None:
    for name in ("review_results", "report_bin", "recording_places"):
        remove_table(name)
