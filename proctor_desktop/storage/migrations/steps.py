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


def add_column(table: str, column: "sa.Column[Any]") -> None:
    """Add a column that may be empty, if it is missing."""
    present = {each["name"] for each in sa.inspect(op.get_bind()).get_columns(table)}
    if column.name not in present:
        op.add_column(table, column)


def remove_column(table: str, name: str) -> None:
    """Drop a column if it is there."""
    present = {each["name"] for each in sa.inspect(op.get_bind()).get_columns(table)}
    if name in present:
        op.drop_column(table, name)


def remove_table(name: str) -> None:
    """Drop a table with its indexes if it is there."""
    connection = op.get_bind()
    if sa.inspect(connection).has_table(name):
        connection.execute(sa.schema.DropTable(sa.Table(name, sa.MetaData())))
