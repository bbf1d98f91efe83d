"""Reports, their documents, and what lists filter by."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    blob,
    double,
    exact_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "proctoring_reports",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("student_id", sa.String(100), nullable=False),
        sa.Column("exam_id", sa.String(100), nullable=False),
        sa.Column("video_duration_sec", sa.Float),
        sa.Column("calibration_status", sa.String(50)),
        sa.Column("baseline_metrics", sa.JSON),
        sa.Column("adaptive_thresholds", sa.JSON),
        sa.Column("alert_details", sa.JSON),
        sa.Column("alert_counts", sa.JSON),
        sa.Column("temporal_analysis", sa.JSON),
        sa.Column("confidence_score", sa.Float),
        sa.Column("risk_classification", sa.String(50)),
        sa.Column("created_at", UtcDateTime),
        sa.Column("updated_at", UtcDateTime),
    )
    add_table(
        "report_documents",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("sha256", ascii_text(64), nullable=False),
        sa.Column("body", blob(), nullable=False),
    )
    add_table(
        "report_sync_meta",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("origin", uuid_text(), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", ascii_text(64), nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False),
        sa.Column("sync_state", ascii_text(16), nullable=False),
        sa.Column("student_id", exact_text(100), nullable=False),
        sa.Column("exam_id", exact_text(100), nullable=False),
        sa.Column("risk_classification", ascii_text(50), nullable=False),
        sa.Column("calibration_status", ascii_text(50), nullable=False),
        sa.Column("confidence_score", double(), nullable=False),
        sa.Column("video_duration_sec", double(), nullable=False),
        sa.Column("source_name", exact_text(255), nullable=False),
        sa.Column("source_sha256", ascii_text(64)),
        sa.Column("settings_sha256", ascii_text(64)),
        sa.Column("incidents", sa.Integer, nullable=False),
        sa.Column("unjudged", sa.Integer, nullable=False),
        sa.Column("review_state", ascii_text(16), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Index("report_sync_meta_time", "deleted", "created_at", "report_id"),
        sa.Index("report_sync_meta_student", "student_id", "deleted", "created_at", "report_id"),
        sa.Index("report_sync_meta_exam", "exam_id", "deleted", "created_at", "report_id"),
        sa.Index(
            "report_sync_meta_risk", "risk_classification", "deleted", "created_at", "report_id"
        ),
        sa.Index("report_sync_meta_review", "review_state", "deleted", "created_at", "report_id"),
        sa.Index("report_sync_meta_sync", "sync_state", "deleted", "created_at", "report_id"),
        sa.Index("report_sync_meta_source", "source_sha256", "settings_sha256"),
    )


def downgrade() -> None:
    remove_table("report_sync_meta")
    remove_table("report_documents")
    remove_table("proctoring_reports")
