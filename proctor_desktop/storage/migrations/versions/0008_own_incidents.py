"""Incidents that a person added."""

import sqlalchemy as sa

from proctor_desktop.storage.columns import long_text
from proctor_desktop.storage.migrations.steps import add_column, remove_column

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_column("review_decisions", sa.Column("added", long_text()))


def downgrade() -> None:
    remove_column("review_decisions", "added")
