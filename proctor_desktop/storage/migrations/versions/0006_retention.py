"""How long an exam is kept."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import exact_text, long_text
from proctor_desktop.storage.migrations.steps import add_table, remove_table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_table(
        "exam_retention",
        sa.Column("exam_id", exact_text(100), primary_key=True),
        sa.Column("keep_days", sa.Integer),
        sa.Column("legal_hold", sa.Boolean, nullable=False),
        sa.Column("reason", long_text(), nullable=False),
    )


def downgrade() -> None:
    remove_table("exam_retention")
