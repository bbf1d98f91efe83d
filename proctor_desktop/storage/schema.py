"""The tables as they are now; how a database gets there is told by `migrations`.

``proctoring_reports`` has exactly the columns of the specification. Whatever else is known of a
report stands in sibling tables. There are no foreign keys: a report, its decisions and its
tombstone may arrive from other workstations in any order.
"""

import sqlalchemy as sa

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    blob,
    double,
    exact_text,
    long_text,
    uuid_text,
)

METADATA = sa.MetaData()

WORKSTATION = sa.MetaData()
"""Tables that only the file of a workstation has; nothing of them is sent."""

proctoring_reports = sa.Table(
    "proctoring_reports",
    METADATA,
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

report_documents = sa.Table(
    "report_documents",
    METADATA,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("sha256", ascii_text(64), nullable=False),
    sa.Column("body", blob(), nullable=False),
)
"""The whole report in canonical JSON, deflated; the hash is of the JSON."""

report_sync_meta = sa.Table(
    "report_sync_meta",
    METADATA,
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
    sa.Index("report_sync_meta_risk", "risk_classification", "deleted", "created_at", "report_id"),
    sa.Index("report_sync_meta_review", "review_state", "deleted", "created_at", "report_id"),
    sa.Index("report_sync_meta_sync", "sync_state", "deleted", "created_at", "report_id"),
    sa.Index("report_sync_meta_source", "source_sha256", "settings_sha256"),
)
"""What lists filter by, who owns a report, and which revision this database holds."""

sync_clock = sa.Table(
    "sync_clock",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", big_number(), nullable=False),
)
"""One row. Every writer of the centre's database locks it first: commit order is seq order."""

sync_changes = sa.Table(
    "sync_changes",
    METADATA,
    sa.Column("seq", big_number(), primary_key=True, autoincrement=False),
    sa.Column("entity", ascii_text(16), nullable=False),
    sa.Column("entity_id", uuid_text(), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("sha256", ascii_text(64), nullable=False),
    sa.Column("origin", uuid_text(), nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("entity", "entity_id", "revision", name="sync_changes_once"),
)

sync_conflicts = sa.Table(
    "sync_conflicts",
    METADATA,
    sa.Column("id", uuid_text(), primary_key=True),
    sa.Column("report_id", uuid_text(), nullable=False),
    sa.Column("origin", uuid_text(), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("sha256", ascii_text(64), nullable=False),
    sa.Column("body", blob(), nullable=False),
    sa.Column("noticed_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("report_id", "origin", "sha256", name="sync_conflicts_once"),
)
"""What was sent under an id that belongs to another workstation; nothing was overwritten."""

outbox = sa.Table(
    "outbox",
    METADATA,
    sa.Column("number", big_number(), primary_key=True, autoincrement=True),
    sa.Column("id", uuid_text(), nullable=False, unique=True),
    sa.Column("entity", ascii_text(16), nullable=False),
    sa.Column("entity_id", uuid_text(), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("sha256", ascii_text(64), nullable=False),
    sa.Column("state", ascii_text(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("reason", long_text()),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("settled_at", UtcDateTime),
    sa.Index("outbox_state", "state", "number"),
    sa.Index("outbox_entity", "entity_id", "revision"),
    sqlite_autoincrement=True,
)
"""What the centre has not confirmed yet; the content itself stands in its own table."""

store_facts = sa.Table(
    "store_facts",
    METADATA,
    sa.Column("name", ascii_text(50), primary_key=True),
    sa.Column("value", long_text(), nullable=False),
)
"""Single facts about this database: its origin id, its place in the centre's changes."""

review_decisions = sa.Table(
    "review_decisions",
    METADATA,
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
    sa.Column("added", long_text()),
    sa.Index("review_decisions_origin", "origin", "origin_seq"),
    sa.Index("review_decisions_report", "report_id"),
)
"""Append-only: what people decided, each naming the decisions it knew of."""

signal_tracks = sa.Table(
    "signal_tracks",
    METADATA,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("step", big_number(), nullable=False),
    sa.Column("samples", sa.Integer, nullable=False),
    sa.Column("channels", long_text(), nullable=False),
    sa.Column("recording", long_text(), nullable=False),
    sa.Column("sha256", ascii_text(64), nullable=False),
)

signal_blocks = sa.Table(
    "signal_blocks",
    METADATA,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("channel", ascii_text(32), primary_key=True),
    sa.Column("minute", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("body", blob(), nullable=False),
)
"""Per-frame signals: one deflated block for each channel and minute."""

evidence = sa.Table(
    "evidence",
    METADATA,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("name", ascii_text(100), primary_key=True),
    sa.Column("time_sec", double(), nullable=False),
    sa.Column("size", big_number(), nullable=False),
    sa.Column("sha256", ascii_text(64), nullable=False),
    sa.Column("state", ascii_text(16), nullable=False),
    sa.Column("wrapped_key", blob()),
)
"""Pictures of incidents; the hash is of the picture, the key of the file (if any) is wrapped."""

audit_log = sa.Table(
    "audit_log",
    METADATA,
    sa.Column("number", big_number(), primary_key=True, autoincrement=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("actor", exact_text(100), nullable=False),
    sa.Column("action", ascii_text(50), nullable=False),
    sa.Column("subject", exact_text(255), nullable=False),
    sa.Column("details", long_text(), nullable=False),
    sa.Column("prev_hash", ascii_text(64), nullable=False),
    sa.Column("hash", ascii_text(64), nullable=False),
)

audit_heads = sa.Table(
    "audit_heads",
    METADATA,
    sa.Column("origin", uuid_text(), primary_key=True),
    sa.Column("entries", big_number(), primary_key=True, autoincrement=False),
    sa.Column("head", ascii_text(64), nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
)
"""Heads of the workstations' audit logs, kept where a workstation cannot change them."""

exam_retention = sa.Table(
    "exam_retention",
    METADATA,
    sa.Column("exam_id", exact_text(100), primary_key=True),
    sa.Column("keep_days", sa.Integer),
    sa.Column("legal_hold", sa.Boolean, nullable=False),
    sa.Column("reason", long_text(), nullable=False),
)

jobs = sa.Table(
    "jobs",
    METADATA,
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

idempotency_keys = sa.Table(
    "idempotency_keys",
    METADATA,
    sa.Column("caller", exact_text(100), primary_key=True),
    sa.Column("idempotency_key", exact_text(200), primary_key=True),
    sa.Column("fingerprint", ascii_text(64), nullable=False),
    sa.Column("job_id", uuid_text(), nullable=False),
    sa.Column("expires_at", UtcDateTime, nullable=False),
)

api_keys = sa.Table(
    "api_keys",
    METADATA,
    sa.Column("key_id", ascii_text(32), primary_key=True),
    sa.Column("name", exact_text(100), nullable=False),
    sa.Column("key_hash", ascii_text(255), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("revoked_at", UtcDateTime),
)

recording_places = sa.Table(
    "recording_places",
    WORKSTATION,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("source_sha256", ascii_text(64)),
    sa.Column("path", long_text(), nullable=False),
    sa.Column("size", big_number(), nullable=False),
    sa.Column("modified_ns", big_number(), nullable=False),
    sa.Index("recording_places_source", "source_sha256"),
)
"""Where the recording of a report was seen last, and how the file looked then."""

report_bin = sa.Table(
    "report_bin",
    WORKSTATION,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("reason", long_text(), nullable=False),
    sa.Column("actor", exact_text(100), nullable=False),
    sa.Column("binned_at", UtcDateTime, nullable=False),
)
"""Reports that are hidden here and erased everywhere when their time in the bin is over."""

review_results = sa.Table(
    "review_results",
    WORKSTATION,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("verdict", ascii_text(16)),
    sa.Column("confirmed", sa.Integer, nullable=False),
    sa.Column("dismissed", sa.Integer, nullable=False),
    sa.Column("reviewed_risk", double(), nullable=False),
    sa.Column("reviewed_class", ascii_text(50), nullable=False),
    sa.Index("review_results_verdict", "verdict"),
)
"""What the decisions about a report came to, for the list; none where nobody decided anything."""

report_extents = sa.Table(
    "report_extents",
    WORKSTATION,
    sa.Column("report_id", uuid_text(), primary_key=True),
    sa.Column("exam_sec", double(), nullable=False),
    sa.Column("measured_sec", double(), nullable=False),
)
"""How much of its exam a report is about, for the list; a server reads it in the documents."""
