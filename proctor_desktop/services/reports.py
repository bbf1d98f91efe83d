"""Reports that are kept: saved, listed, shown, given to others, erased."""

import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from proctor_desktop.domain.errors import (
    DiskFullError,
    NotFoundError,
    StorageError,
)
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.domain.review import Verdict
from proctor_desktop.report.evidence import Picture
from proctor_desktop.report.files import Format, Material
from proctor_desktop.report.reviewing import Reviewed
from proctor_desktop.services.analyses import Finished
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.retention import RetentionService, refuse_held
from proctor_desktop.storage.disk import drop_ballast
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceRow, EvidenceState
from proctor_desktop.storage.repositories.listing import Page, ReportFilter, ReportSummary
from proctor_desktop.storage.repositories.places import Place
from proctor_desktop.storage.signal_store import StoredSignals
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork

PAGE_LIMIT = 200

_Content = TypeVar("_Content")
_NAMED = 4

logger = logging.getLogger(__name__)


class ReportService:
    """Reports of this workstation, and those that others sent."""

    def __init__(
        self,
        store: Store,
        evidence: EvidenceFolder,
        retention: RetentionService,
        bin: BinService | None = None,
    ) -> None:
        self._store = store
        self._evidence = evidence
        self._retention = retention
        self._bin = bin or BinService(store, retention)

    def save(self, finished: Finished, *, actor: str = "analysis") -> None:
        """Keep a report with its signals and pictures; all of it is kept, or nothing.

        When this returns, the report survives a power cut.

        Raises:
            StorageError: it could not be kept; the sentence says why and what to do.
            ReportError: the centre's database would refuse it.
        """
        outcome = finished.outcome
        signals = StoredSignals(outcome.track, outcome.facts, outcome.record)
        self.keep(
            finished.report, signals, finished.pictures, actor=actor, recording=finished.recording
        )

    def keep(
        self,
        report: Report,
        signals: StoredSignals | None = None,
        pictures: Sequence[Picture] = (),
        *,
        actor: str,
        recording: Path | None = None,
    ) -> None:
        """Keep a report with what belongs to it, as `save` does, and where its recording lies.

        Where the disk is full, the room that was held in reserve is used up first.
        """
        try:
            self._keep(report, signals, pictures, actor, recording)
        except DiskFullError:
            path = self._store.database.path
            if path is None or not drop_ballast(path.parent):
                raise
            logger.warning("the disk is full: the reserve was used to keep %s", report.report_id)
            self._keep(report, signals, pictures, actor, recording)

    def _keep(
        self,
        report: Report,
        signals: StoredSignals | None,
        pictures: Sequence[Picture],
        actor: str,
        recording: Path | None,
    ) -> None:
        rows = [
            self._evidence.write(report.report_id, picture.evidence, picture.jpeg)
            for picture in pictures
        ]
        with self._store.writing() as unit:
            version = unit.reports.save(report)
            if signals is not None:
                unit.signals.save(report.report_id, signals)
            unit.evidence.add(rows)
            unit.decisions.refresh([report.report_id])
            _remember(unit, report, recording)
            unit.audit.append(
                actor,
                "report_saved",
                report.report_id,
                revision=version.revision,
                sha256=version.sha256,
                video_sha256=report.analysis.recording.sha256,
                settings_sha256=report.analysis.provenance.settings_sha256,
                versions=report.analysis.provenance.versions,
                signals=None if signals is None else signals.measurements.sha256,
                pictures=[row.name for row in rows],
            )

    def page(self, wanted: ReportFilter | None = None, *, skip: int = 0, limit: int = 10) -> Page:
        """Part of the list, newest first; at most 200 rows at once."""
        with self._store.reading() as unit:
            return unit.listing.page(
                wanted or ReportFilter(), max(0, skip), max(0, min(limit, PAGE_LIMIT))
            )

    def get(self, report_id: str) -> Report:
        """A report, checked against its hash.

        Raises:
            NotFoundError: there is none.
            DatabaseDamagedError: it is not what was saved.
        """
        with self._store.reading() as unit:
            return unit.reports.get(report_id)

    def summary(self, report_id: str) -> ReportSummary:
        """A report as a row of the list.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.reading() as unit:
            found = unit.listing.summary(report_id)
        if found is None:
            raise NotFoundError(f"There is no report {report_id}.")
        return found

    def find(self, beginning: str) -> str:
        """Id of the one report whose id begins so.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        if not beginning.strip():
            raise NotFoundError(
                "Name a report by its id, or how that begins. `proctor-desktop reports list` shows"
                " them all."
            )
        found = [one for one in self.ids() if one.startswith(beginning.lower())]
        if not found:
            raise NotFoundError(
                f"No report begins with {beginning}. `proctor-desktop reports list` shows them all."
            )
        if len(found) > 1:
            raise NotFoundError(
                f"{len(found)} reports begin with {beginning}: {_first_of(found)}."
                " `proctor-desktop reports list` shows them all."
            )
        return found[0]

    def ids(self) -> list[str]:
        """Ids of all reports, oldest first."""
        with self._store.reading() as unit:
            return unit.listing.ids(ReportFilter())

    def exams(self) -> list[str]:
        """Ids of all exams that have a report."""
        with self._store.reading() as unit:
            return unit.listing.exams()

    def analysed(self, source_sha256: str, settings_sha256: str, subject: Subject) -> str | None:
        """Id of the report of this recording under these settings, None where there is none.

        A batch that was cut off goes on with the recordings that have none.
        """
        with self._store.reading() as unit:
            return unit.reports.analysed(source_sha256, settings_sha256, subject)

    def signals(self, report_id: str) -> StoredSignals:
        """Per-frame signals of a report.

        Raises:
            NotFoundError: they are not on this computer.
            DatabaseDamagedError: they are not what was saved.
        """
        with self._store.reading() as unit:
            unit.bin.refuse(report_id)
            return unit.signals.load(report_id)

    def pictures(self, report_id: str) -> list[EvidenceRow]:
        """Pictures of a report that are on this computer, in time order."""
        with self._store.reading() as unit:
            rows = [] if unit.bin.has(report_id) else unit.evidence.of(report_id)
        return [row for row in rows if row.state is EvidenceState.KEPT]

    def picture(self, report_id: str, name: str) -> bytes:
        """One picture as JPEG, checked against its hash.

        Raises:
            NotFoundError: it is not on this computer.
            DatabaseDamagedError: it is not what was saved.
        """
        for row in self.pictures(report_id):
            if row.name == name:
                return self._evidence.read(row)
        raise NotFoundError(f"The picture {name} is not on this computer.")

    def material(self, report_id: str, review: Reviewed | None = None) -> Material:
        """What the files of a report are made of: all of it that is on this computer.

        Raises:
            NotFoundError: there is no such report.
            DatabaseDamagedError: something is not what was saved.
        """
        try:
            track = self.signals(report_id).track
        except NotFoundError:
            track = None
        pictures = {row.name: self._evidence.read(row) for row in self.pictures(report_id)}
        with self._store.reading() as unit:
            report, version = unit.reports.get(report_id), unit.reports.version(report_id)
        return Material(report, track, pictures, review, version.body if version else "")

    def note_export(self, report_id: str, formats: Iterable[Format], *, actor: str) -> None:
        """Say in the log that files of a report were made; not where nothing can be written."""
        names = sorted(one.value for one in formats)
        with suppress(StorageError), self._store.writing() as unit:
            unit.audit.append(actor, "report_exported", report_id, formats=names)

    def delete(self, report_id: str, *, reason: str, actor: str) -> None:
        """Put a report into the bin, see `BinService.put`.

        Raises:
            NotFoundError: there is none, or it is in the bin already.
            StorageError: no reason is given, or its exam is under legal hold.
        """
        self._bin.put(report_id, reason=reason, actor=actor)

    def erase(self, report_id: str, *, reason: str, actor: str) -> None:
        """Erase a report everywhere at once, from the bin too; a tombstone stays.

        Raises:
            NotFoundError: there is none.
            StorageError: its exam is under legal hold.
        """
        self._retention.erase(report_id, reason=reason, actor=actor)

    def reassign(self, report_id: str, subject: Subject, *, reason: str, actor: str) -> Report:
        """Give a report of this workstation to another candidate or exam; the report as it is now.

        The measurements stay. Who did it, who it was before and why stand in the audit log and as
        a note about the report, which goes to all who have it.

        Raises:
            NotFoundError: there is none.
            StorageError: no reason is given, nothing would change, the report belongs to another
                workstation, or its exam is under legal hold.
        """
        reason = reason.strip()
        if not reason:
            raise StorageError("Say why: a change without a reason cannot be judged later.")
        with self._store.writing() as unit:
            before = unit.reports.get(report_id)
            after = replace(before, student_id=subject.student_id, exam_id=subject.exam_id)
            if after == before:
                raise StorageError("The report is of this candidate and exam already.")
            refuse_held(unit, before.exam_id)
            version = unit.reports.save(after)
            unit.decisions.append_all(
                after,
                [""],
                reviewer=actor[:100],
                verdict=Verdict.NOTE,
                reason=f"{_change(before, after)} {reason}",
            )
            unit.audit.append(
                actor,
                "report_reassigned",
                report_id,
                before={"student_id": before.student_id, "exam_id": before.exam_id},
                after={"student_id": after.student_id, "exam_id": after.exam_id},
                reason=reason,
                sha256=version.sha256,
            )
        return after


def _first_of(ids: Sequence[str]) -> str:
    """Some ids by name."""
    more = ", ..." if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more


def _change(before: Report, after: Report) -> str:
    """The old and the new candidate and exam in one sentence."""
    return (
        f"Reassigned from candidate {before.student_id}, exam {before.exam_id}"
        f" to candidate {after.student_id}, exam {after.exam_id}:"
    )


def _remember(unit: UnitOfWork, report: Report, recording: Path | None) -> None:
    if recording is not None:
        with suppress(OSError):  # it is gone already
            place = Place.of(recording)
            unit.places.set([report.report_id], report.analysis.recording.sha256, place)
