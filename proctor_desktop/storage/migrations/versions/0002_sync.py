"""The clock and the changes of the centre, the outbox of the workstation."""

import sqlalchemy as sa
from alembic import op

from proctor_desktop.storage.columns import (
    UtcDateTime,
    ascii_text,
    big_number,
    blob,
    long_text,
    uuid_text,
)
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "sync_clock",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", big_number(), nullable=False),
    )
    add_table(
        "sync_changes",
        sa.Column("seq", big_number(), primary_key=True, autoincrement=False),
        sa.Column("entity", ascii_text(16), nullable=False),
        sa.Column("entity_id", uuid_text(), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", ascii_text(64), nullable=False),
        sa.Column("origin", uuid_text(), nullable=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("entity", "entity_id", "revision", name="sync_changes_once"),
    )
    add_table(
        "sync_conflicts",
        sa.Column("id", uuid_text(), primary_key=True),
        sa.Column("report_id", uuid_text(), nullable=False),
        sa.Column("origin", uuid_text(), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", ascii_text(64), nullable=False),
        sa.Column("body", blob(), nullable=False),
        sa.Column("noticed_at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("report_id", "origin", "sha256", name="sync_conflicts_once"),
    )
    add_table(
        "outbox",
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
    add_table(
        "store_facts",
        sa.Column("name", ascii_text(50), primary_key=True),
        sa.Column("value", long_text(), nullable=False),
    )
    connection = op.get_bind()
    if connection.execute(sa.text("SELECT id FROM sync_clock")).first() is None:
        connection.execute(sa.text("INSERT INTO sync_clock (id, seq) VALUES (1, 0)"))


def downgrade() -> None:
    remove_table("store_facts")
    remove_table("outbox")
    remove_table("sync_conflicts")
    remove_table("sync_changes")
    remove_table("sync_clock")
