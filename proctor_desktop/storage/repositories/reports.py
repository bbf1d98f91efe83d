"""Reports: saved as revisions, listed by what people look for, erased to a tombstone."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.errors import DatabaseDamagedError, NotFoundError, StorageError
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.report.document import from_json, is_understood
from proctor_desktop.storage import schema
from proctor_desktop.storage.publishing import Change, Entity, Publisher, SyncState
from proctor_desktop.storage.repositories.bin import BinRows, outside_bin
from proctor_desktop.storage.repositories.signatures import Signatures
from proctor_desktop.storage.signing import of_version
from proctor_desktop.storage.sql import is_file, upsert
from proctor_desktop.storage.versions import (
    ReportVersion,
    extent_row,
    inflated,
    rows_of,
    tombstone,
    version_of,
)

_DAMAGED = (
    "The report {} does not match its hash: it was changed or damaged outside this program. Put a"
    " backup back, or fetch it again with `proctor-desktop sync`."
)


_OF_THIS_DATABASE = {"updated_at", "sync_state", "review_state", "unjudged"}
"""Columns that the document does not determine."""


_CHECKED_AT_ONCE = 200
_UNREADABLE = (ValueError, LookupError, TypeError, StorageError, sa.exc.DBAPIError)
"""What damage inside a row looks like to whoever reads it."""


class Reports:
    """Reports within one transaction."""

    def __init__(
        self,
        connection: sa.Connection,
        publisher: Publisher,
        origin: str,
        now: datetime,
        signatures: Signatures | None = None,
    ) -> None:
        self._signatures = signatures or Signatures(connection)
        self._connection = connection
        self._publisher = publisher
        self._origin = origin
        self._now = now

    def save(self, report: Report) -> ReportVersion:
        """Keep a report of this database's own and make it known, in one transaction.

        Saving the same content again changes nothing.

        Raises:
            ReportError: a server would refuse it.
            StorageError: the id belongs to another workstation, the report was erased, or a newer
                version of the program made it, some of which this one would lose.
        """
        self._publisher.begin()
        known = self.version(report.report_id)
        if known is None:
            return self._publish(version_of(report, self._origin, 1))
        if known.origin != self._origin:
            raise StorageError(
                f"The report {report.report_id} belongs to another workstation and is changed"
                " there only."
            )
        if known.deleted:
            raise StorageError(f"The report {report.report_id} was erased and is not kept again.")
        if not is_understood(from_json(known.body), known.body):
            raise StorageError(
                f"A newer version of this program made the report {report.report_id}. Update this"
                " one to change it; nothing was changed."
            )
        version = version_of(report, self._origin, known.revision + 1)
        return known if version.sha256 == known.sha256 else self._publish(version)

    def erase(self, report_id: str, *, reason: str, actor: str) -> ReportVersion:
        """Replace a report by a tombstone, which others receive like any other revision.

        Raises:
            NotFoundError: there is none, or it was erased already.
        """
        self._publisher.begin()
        known = self.version(report_id)
        if known is None or known.deleted:
            raise NotFoundError(f"There is no report {report_id}.")
        meta = schema.report_sync_meta
        exam_id = self._connection.execute(
            sa.select(meta.c.exam_id).where(meta.c.report_id == report_id)
        ).scalar_one()
        return self._publish(
            tombstone(
                known,
                origin=known.origin,
                exam_id=exam_id,
                reason=reason,
                actor=actor,
                at=self._now,
            )
        )

    def take_over(self, version: ReportVersion, revision: int) -> None:
        """Keep a report that came by file, under a number of ours, unless it is here already.

        It is not made known to anybody; what the centre says of it later comes in its place.

        Raises:
            StorageError: the report was erased here, or is known with other content.
        """
        known = self.version(version.report_id)
        if known is not None and known.deleted:
            raise StorageError(f"The report {version.report_id} was erased and is not kept again.")
        if known is not None and known.sha256 != version.sha256:
            raise StorageError(
                f"The report {version.report_id} is known here with other content. Nothing was"
                " changed."
            )
        if known is None:
            self.put([replace(version, revision=revision)], SyncState.RECEIVED)

    def put(self, versions: Sequence[ReportVersion], state: SyncState) -> None:
        """Store revisions as they are, whoever owns them; the caller knows that they are newer."""
        if not versions:
            return
        rows = [rows_of(version, state.value, self._now) for version in versions]
        upsert(self._connection, schema.proctoring_reports, [row[0] for row in rows])
        upsert(self._connection, schema.report_sync_meta, [row[1] for row in rows])
        upsert(self._connection, schema.report_documents, [row[2] for row in rows])
        gone = [version.report_id for version in versions if version.deleted]
        if is_file(self._connection):
            there = [extent_row(version) for version in versions if not version.deleted]
            upsert(self._connection, schema.report_extents, there)
        if gone and is_file(self._connection):
            # At the centre no account may delete; there the row stays and names nobody.
            table = schema.proctoring_reports
            self._connection.execute(sa.delete(table).where(table.c.id.in_(gone)))
            self._forget(gone)

    def _forget(self, report_ids: Sequence[str]) -> None:
        """Remove what else this workstation keeps of reports that are erased."""
        for table in (*schema.WORKSTATION.sorted_tables, schema.sync_conflicts):
            erased = table.c.report_id.in_(report_ids)
            self._connection.execute(sa.delete(table).where(erased))

    def renumber(self, report_id: str, revision: int, state: SyncState) -> None:
        """Note the centre's revision number of content that is here already."""
        meta = schema.report_sync_meta
        self._connection.execute(
            sa.update(meta)
            .where(meta.c.report_id == report_id, meta.c.revision <= revision)
            .values(revision=revision, sync_state=state.value)
        )

    def get(self, report_id: str) -> Report:
        """A report, checked against its hash.

        Raises:
            NotFoundError: there is none, it was erased, or it is in the bin.
            DatabaseDamagedError: it is not what was saved.
        """
        BinRows(self._connection, self._now).refuse(report_id)
        return self.stored(report_id)

    def stored(self, report_id: str) -> Report:
        """As `get`, of a report in the bin too."""
        version = self.version(report_id)
        if version is None or version.deleted:
            raise NotFoundError(f"There is no report {report_id}.")
        if not version.is_sound:
            raise DatabaseDamagedError(_DAMAGED.format(report_id))
        return from_json(version.body)

    def version(self, report_id: str) -> ReportVersion | None:
        """The stored revision of a report or of its tombstone, None where there is neither.

        Raises:
            DatabaseDamagedError: its bytes cannot even be unpacked.
        """
        found = self.versions([report_id])
        return found[0] if found else None

    def versions(self, report_ids: Sequence[str]) -> list[ReportVersion]:
        """Stored revisions of several reports; ids that are not known are left out."""
        meta, documents = schema.report_sync_meta, schema.report_documents
        columns = (meta.c.report_id, meta.c.origin, meta.c.revision, meta.c.sha256, meta.c.deleted)
        rows = self._connection.execute(
            sa.select(*columns, documents.c.body)
            .join(documents, documents.c.report_id == meta.c.report_id)
            .where(meta.c.report_id.in_(report_ids))
        )
        return [
            ReportVersion(
                row.report_id,
                row.origin,
                row.revision,
                row.sha256,
                row.deleted,
                _text(row.body, row.report_id),
            )
            for row in rows
        ]

    def readable_versions(self, report_ids: Sequence[str]) -> list[ReportVersion]:
        """As `versions`, without those whose bytes cannot be unpacked."""
        try:
            return self.versions(report_ids)
        except DatabaseDamagedError:
            found = []
            for report_id in report_ids:
                with suppress(DatabaseDamagedError):
                    found += self.versions([report_id])
            return found

    def known(self, report_ids: Sequence[str]) -> dict[str, tuple[str, int, str, bool]]:
        """Origin, revision, hash and whether it is a tombstone, for each id that is known."""
        meta = schema.report_sync_meta
        rows = self._connection.execute(
            sa.select(
                meta.c.report_id, meta.c.origin, meta.c.revision, meta.c.sha256, meta.c.deleted
            ).where(meta.c.report_id.in_(report_ids))
        )
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def known_all(self) -> dict[str, tuple[str, int, str, bool]]:
        """As `known`, of everything that is here."""
        meta = schema.report_sync_meta
        columns = (meta.c.report_id, meta.c.origin, meta.c.revision, meta.c.sha256, meta.c.deleted)
        rows = self._connection.execute(sa.select(*columns))
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def publish_again(self, report_ids: Sequence[str]) -> None:
        """Put what is here, whoever owns it, in line for the centre once more."""
        meta = schema.report_sync_meta
        for first in range(0, len(report_ids), _CHECKED_AT_ONCE):
            part = report_ids[first : first + _CHECKED_AT_ONCE]
            known = self.known(part)
            state = self._publisher.publish(
                [
                    Change(Entity.REPORT, one, revision, sha256, origin)
                    for one, (origin, revision, sha256, _) in known.items()
                ]
            )
            is_among = meta.c.report_id.in_(part)
            self._connection.execute(sa.update(meta).where(is_among).values(sync_state=state.value))

    def mark_received(self, report_ids: Sequence[str]) -> None:
        """Say that these are of others, after they were sent for them."""
        meta = schema.report_sync_meta
        self._connection.execute(
            sa.update(meta)
            .where(meta.c.report_id.in_(report_ids), meta.c.sync_state == SyncState.SENT.value)
            .values(sync_state=SyncState.RECEIVED.value)
        )

    def analysed(self, source_sha256: str, settings_sha256: str, subject: Subject) -> str | None:
        """Id of the newest report of this recording under these settings, None where none is."""
        meta = schema.report_sync_meta
        return self._connection.execute(
            sa.select(meta.c.report_id)
            .where(
                *outside_bin(self._connection),
                meta.c.source_sha256 == source_sha256,
                meta.c.settings_sha256 == settings_sha256,
                meta.c.student_id == subject.student_id,
                meta.c.exam_id == subject.exam_id,
            )
            .order_by(meta.c.created_at.desc())
            .limit(1)
        ).scalar_one_or_none()

    def faults(self) -> list[str]:
        """A sentence for each report whose document or columns are not what was saved."""
        meta = schema.report_sync_meta
        ids = self._connection.execute(sa.select(meta.c.report_id)).scalars().all()
        found: list[str] = []
        for first in range(0, len(ids), _CHECKED_AT_ONCE):
            part = ids[first : first + _CHECKED_AT_ONCE]
            try:
                found += self._faults_of(part)
            except _UNREADABLE:
                found += [fault for one in part for fault in self._faults_of_one(one)]
        return found

    def _faults_of_one(self, report_id: str) -> list[str]:
        try:
            return self._faults_of([report_id])
        except _UNREADABLE:
            return [_DAMAGED.format(report_id)]

    def _faults_of(self, report_ids: Sequence[str]) -> list[str]:
        versions = {one.report_id: one for one in self.readable_versions(report_ids)}
        reports = self._rows(schema.proctoring_reports, report_ids)
        metas = self._rows(schema.report_sync_meta, report_ids)
        found = []
        for report_id in report_ids:
            version = versions.get(report_id)
            if version is None or not version.is_sound:
                found.append(_DAMAGED.format(report_id))
                continue
            report, meta, _ = rows_of(version, "", self._now)
            agrees = _agrees(metas.get(report_id), meta)
            if not version.deleted:
                agrees = agrees and _agrees(reports.get(report_id), report)
            if not agrees:
                found.append(
                    f"The columns of report {report_id} no longer agree with its document."
                )
        return found

    def _rows(self, table: sa.Table, report_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        key = next(iter(table.primary_key))
        rows = self._connection.execute(sa.select(table).where(key.in_(report_ids)))
        return {row._mapping[key.name]: dict(row._mapping) for row in rows}

    def _publish(self, version: ReportVersion) -> ReportVersion:
        state = self._publisher.publish(
            [
                Change(
                    Entity.REPORT,
                    version.report_id,
                    version.revision,
                    version.sha256,
                    version.origin,
                )
            ]
        )
        self.put([version], state)
        self._signatures.sign([of_version(version)])
        return version


def _agrees(found: dict[str, Any] | None, wanted: dict[str, Any]) -> bool:
    return found is not None and all(
        _same(wanted[name], value) for name, value in found.items() if name not in _OF_THIS_DATABASE
    )


def _text(body: bytes, report_id: str) -> str:
    try:
        return inflated(body)
    except ValueError as error:
        raise DatabaseDamagedError(_DAMAGED.format(report_id)) from error


def _same(wanted: object, found: object) -> bool:
    if isinstance(wanted, float) and isinstance(found, float):
        return abs(wanted - found) <= 1e-5 * max(1.0, abs(wanted))
    return wanted == found
