"""Column types that mean the same on SQLite, MySQL and MariaDB."""

from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC with microseconds; goes in and comes out with its time zone.

    A plain DATETIME rounds to whole seconds on MySQL, and all three databases drop an offset
    silently, so a moment without a zone is refused and any other is turned into UTC.
    """

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(mysql.DATETIME(fsp=6))
        return dialect.type_descriptor(sa.DateTime())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=timezone.utc)


def uuid_text() -> sa.types.TypeEngine[str]:
    """A lower-case UUID, compared byte by byte."""
    return ascii_text(36)


def ascii_text(length: int) -> sa.types.TypeEngine[str]:
    """A code, a hash or an id of our own making, compared byte by byte."""
    return sa.String(length).with_variant(
        mysql.VARCHAR(length, charset="ascii", collation="ascii_bin"), "mysql", "mariadb"
    )


def exact_text(length: int) -> sa.types.TypeEngine[str]:
    """Text from people, compared exactly: the server's default would take STUxyz for stuXYZ."""
    return sa.String(length).with_variant(
        mysql.VARCHAR(length, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb"
    )


def long_text() -> sa.types.TypeEngine[str]:
    """Text of any length, given back exactly as it was written."""
    return sa.Text().with_variant(
        mysql.LONGTEXT(charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb"
    )


def blob() -> sa.types.TypeEngine[bytes]:
    """Bytes of any length."""
    return sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")


def big_number() -> sa.types.TypeEngine[int]:
    """A 64-bit number that may count itself up (SQLite does that for INTEGER only)."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def double() -> sa.types.TypeEngine[float]:
    """A number of double precision; FLOAT is single on a server."""
    return sa.Double()
