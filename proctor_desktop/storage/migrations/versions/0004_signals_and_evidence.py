"""Per-frame signals and the pictures of incidents."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    ascii_text,
    big_number,
    blob,
    double,
    long_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "signal_tracks",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("step", big_number(), nullable=False),
        sa.Column("samples", sa.Integer, nullable=False),
        sa.Column("channels", long_text(), nullable=False),
        sa.Column("recording", long_text(), nullable=False),
        sa.Column("sha256", ascii_text(64), nullable=False),
    )
    add_table(
        "signal_blocks",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("channel", ascii_text(32), primary_key=True),
        sa.Column("minute", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", blob(), nullable=False),
    )
    add_table(
        "evidence",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("name", ascii_text(100), primary_key=True),
        sa.Column("time_sec", double(), nullable=False),
        sa.Column("size", big_number(), nullable=False),
        sa.Column("sha256", ascii_text(64), nullable=False),
        sa.Column("state", ascii_text(16), nullable=False),
        sa.Column("wrapped_key", blob()),
    )


def downgrade() -> None:
    remove_table("evidence")
    remove_table("signal_blocks")
    remove_table("signal_tracks")
