"""Where the recordings of reports lie on this workstation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from proctor_desktop.storage import schema
from proctor_desktop.storage.repositories.bin import outside_bin
from proctor_desktop.storage.sql import is_file, upsert

_TABLE = schema.recording_places


@dataclass(frozen=True, slots=True)
class Place:
    """A file as it was seen last; ``size`` in bytes, ``modified_ns`` as the file system says."""

    path: Path
    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> "Place":
        """The file as it is now.

        Raises:
            OSError: it is not there.
        """
        facts = path.stat()
        return cls(path.absolute(), facts.st_size, facts.st_mtime_ns)

    @property
    def has_words(self) -> bool:
        """Whether the path is text; a name in no encoding has halves of characters."""
        return str(self.path).encode("utf-8", "replace").decode() == str(self.path)


class Places:
    """Places within one transaction; a server's database has none."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def set(self, report_ids: Sequence[str], source_sha256: str | None, place: Place) -> None:
        """Remember that the recording of these reports lies there, if its path can be written."""
        if not is_file(self._connection) or not place.has_words:
            return
        row = {
            "source_sha256": source_sha256,
            "path": str(place.path),
            "size": place.size,
            "modified_ns": place.modified_ns,
        }
        upsert(self._connection, _TABLE, [{"report_id": one, **row} for one in report_ids])

    def of(self, report_id: str) -> list[Place]:
        """Where the recording may lie: as remembered for this report, then for others of it."""
        if not is_file(self._connection):
            return []
        meta = schema.report_sync_meta
        source = sa.select(meta.c.source_sha256).where(meta.c.report_id == report_id)
        is_own = _TABLE.c.report_id == report_id
        rows = self._connection.execute(
            sa.select(_TABLE.c.path, _TABLE.c.size, _TABLE.c.modified_ns)
            .where(sa.or_(is_own, _TABLE.c.source_sha256 == source.scalar_subquery()))
            .order_by(is_own.desc(), _TABLE.c.report_id)
        )
        return list(dict.fromkeys(Place(Path(row.path), row.size, row.modified_ns) for row in rows))

    def source(self, report_id: str) -> str | None:
        """Hash of the recording of a report, None where it has none or there is no such report."""
        meta = schema.report_sync_meta
        found = sa.select(meta.c.source_sha256).where(meta.c.report_id == report_id)
        return self._connection.execute(found).scalar_one_or_none()

    def source_at(self, place: Place) -> str | None:
        """Hash of the file as it was when it was remembered; None where it was not, or changed."""
        if not is_file(self._connection) or not place.has_words:
            return None
        found = sa.select(_TABLE.c.source_sha256).where(
            _TABLE.c.path == str(place.path),
            _TABLE.c.size == place.size,
            _TABLE.c.modified_ns == place.modified_ns,
            _TABLE.c.source_sha256.is_not(None),
        )
        return self._connection.execute(found.limit(1)).scalar_one_or_none()

    def reports_of(self, source_sha256: str) -> list[str]:
        """Ids of the reports of a recording."""
        meta = schema.report_sync_meta
        rows = self._connection.execute(
            sa.select(meta.c.report_id)
            .where(meta.c.source_sha256 == source_sha256, *outside_bin(self._connection))
            .order_by(meta.c.report_id)
        )
        return list(rows.scalars())

    def sources(self) -> Mapping[str, list[str]]:
        """Ids of the reports of each recording that has a hash, by that hash."""
        meta = schema.report_sync_meta
        rows = self._connection.execute(
            sa.select(meta.c.source_sha256, meta.c.report_id).where(
                meta.c.source_sha256.is_not(None), *outside_bin(self._connection)
            )
        )
        found: dict[str, list[str]] = {}
        for source, report_id in rows:
            found.setdefault(source, []).append(report_id)
        return found
