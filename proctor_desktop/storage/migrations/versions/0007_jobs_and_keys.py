"""Jobs and keys of the REST mode."""

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

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "jobs",
        sa.Column("number", big_number(), primary_key=True, autoincrement=True),
        sa.Column("id", uuid_text(), nullable=False, unique=True),
        sa.Column("report_id", uuid_text(), nullable=False),
        sa.Column("student_id", exact_text(100), nullable=False),
        sa.Column("exam_id", exact_text(100), nullable=False),
        sa.Column("video", exact_text(255), nullable=False),
        sa.Column("video_name", long_text(), nullable=False),
        sa.Column("video_sha256", ascii_text(64), nullable=False),
        sa.Column("video_bytes", big_number(), nullable=False),
        sa.Column("options", long_text(), nullable=False),
        sa.Column("profile", exact_text(100)),
        sa.Column("state", ascii_text(16), nullable=False),
        sa.Column("progress", double(), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("cancel_requested", sa.Boolean, nullable=False),
        sa.Column("owner", exact_text(255)),
        sa.Column("lease_until", UtcDateTime),
        sa.Column("error_kind", ascii_text(64)),
        sa.Column("error", long_text()),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("updated_at", UtcDateTime, nullable=False),
        sa.Column("finished_at", UtcDateTime),
        sa.Index("jobs_state", "state", "number"),
        sqlite_autoincrement=True,
    )
    add_table(
        "idempotency_keys",
        sa.Column("caller", exact_text(100), primary_key=True),
        sa.Column("idempotency_key", exact_text(200), primary_key=True),
        sa.Column("fingerprint", ascii_text(64), nullable=False),
        sa.Column("job_id", uuid_text(), nullable=False),
        sa.Column("expires_at", UtcDateTime, nullable=False),
    )
    add_table(
        "api_keys",
        sa.Column("key_id", ascii_text(32), primary_key=True),
        sa.Column("name", exact_text(100), nullable=False),
        sa.Column("key_hash", ascii_text(255), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("revoked_at", UtcDateTime),
    )


def downgrade() -> None:
    remove_table("api_keys")
    remove_table("idempotency_keys")
    remove_table("jobs")
