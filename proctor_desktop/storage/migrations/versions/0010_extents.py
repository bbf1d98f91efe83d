"""How much of its exam each report measured: of a workstation's file only."""

import json
import zlib
from contextlib import suppress

import sqlalchemy as sa
from alembic import op

from proctor_desktop.storage.columns import double, uuid_text
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "report_extents",
        sa.Column("report_id", uuid_text(), primary_key=True),
        sa.Column("exam_sec", double(), nullable=False),
        sa.Column("measured_sec", double(), nullable=False),
    )
    connection = op.get_bind()
    bodies = connection.execute(sa.text("SELECT report_id, body FROM report_documents"))
    for report_id, body in bodies.fetchall():
        # What is damaged, and a tombstone, is about no time at all.
        with suppress(zlib.error, ValueError, LookupError, TypeError):
            coverage = json.loads(zlib.decompress(body))["analysis"]["coverage"]
            connection.execute(
                sa.text("INSERT OR REPLACE INTO report_extents VALUES (:id, :exam, :measured)"),
                {
                    "id": report_id,
                    "exam": coverage["duration_sec"],
                    "measured": coverage["measurable_sec"],
                },
            )


def downgrade() -> None:
    remove_table("report_extents")
