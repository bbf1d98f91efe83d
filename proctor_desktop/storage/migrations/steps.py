"""DDL that may be run again after it was cut off.

A server commits every DDL statement by itself, so a migration that died is half done. Each
statement therefore looks first whether it is still needed.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op


def add_table(name: str, *content: sa.schema.SchemaItem, **options: Any) -> None:
    """Create a table and its indexes, as far as they are missing."""
    connection = op.get_bind()
    table = sa.Table(name, sa.MetaData(), *content, **options)
    inspector = sa.inspect(connection)
    if not inspector.has_table(name):
        connection.execute(sa.schema.CreateTable(table))
    present = {index["name"] for index in sa.inspect(connection).get_indexes(name)}
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        if index.name not in present:
            connection.execute(sa.schema.CreateIndex(index))


def remove_table(name: str) -> None:
    """Drop a table with its indexes if it is there."""
    connection = op.get_bind()
    if sa.inspect(connection).has_table(name):
        connection.execute(sa.schema.DropTable(sa.Table(name, sa.MetaData())))
