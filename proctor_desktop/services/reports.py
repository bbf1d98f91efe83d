"""Reports that are kept: saved, listed, shown, erased, exported, checked."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from proctor_desktop.domain.errors import (
    DiskFullError,
    NotFoundError,
    ReportError,
    StorageError,
)
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.domain.review import Decision, Verdict
from proctor_desktop.report.document import from_json
from proctor_desktop.report.evidence import Picture
from proctor_desktop.report.files import Material
from proctor_desktop.report.reviewing import Reviewed
from proctor_desktop.services import session_file
from proctor_desktop.services.analyses import Finished
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.retention import RetentionService, refuse_held
from proctor_desktop.services.session_file import Session
from proctor_desktop.storage.audit import AuditHead, chain_faults, read_anchor
from proctor_desktop.storage.disk import drop_ballast
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceRow, EvidenceState
from proctor_desktop.storage.repositories.decisions import decision_faults, decision_hash
from proctor_desktop.storage.repositories.listing import Page, ReportFilter, ReportSummary
from proctor_desktop.storage.repositories.places import Place
from proctor_desktop.storage.signal_store import StoredSignals
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork

PAGE_LIMIT = 200

_Content = TypeVar("_Content")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and a sentence for everything that is wrong."""

    reports: int
    pictures: int
    audit_entries: int
    audit_head: str
    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether everything is what was saved."""
        return not self.faults


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
        found = [one for one in self.ids() if one.startswith(beginning.lower())]
        if len(found) != 1:
            raise NotFoundError(
                f"{'No report begins' if not found else f'{len(found)} reports begin'} with"
                f" {beginning}. `proctor-desktop reports list` shows them all."
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
        return Material(self.get(report_id), track, pictures, review)

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

    def export_session(self, report_id: str, path: Path, *, actor: str) -> None:
        """Write a report with decisions, signals and pictures into one file.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.writing() as unit:
            unit.reports.get(report_id)
            version = unit.reports.versions([report_id])[0]
            decisions = tuple(unit.decisions.of(report_id))
            signals = unit.signals.load(report_id) if unit.signals.has(report_id) else None
            unit.audit.append(actor, "session_exported", report_id, sha256=version.sha256)
        pictures = {row.name: self._evidence.read(row) for row in self.pictures(report_id)}
        session_file.write(path, Session(version, decisions, signals, pictures))

    def import_session(self, path: Path, *, actor: str) -> str:
        """Take a session from a file; the id of its report.

        Raises:
            ReportError: the file is not a session or was changed.
            StorageError: the report was erased here, or is known in a newer revision.
        """
        session = session_file.read(path)
        report = from_json(session.version.body)
        if any(decision_hash(one) != one.hash for one in session.decisions):
            raise ReportError(f"A decision in {path.name} was changed after it was made.")
        hashes = _hashes(report)
        for name, content in session.pictures.items():
            if hashes.get(name) is None or hashlib.sha256(content).hexdigest() != hashes[name][1]:
                raise ReportError(f"The picture {name} in {path.name} is not one of the report.")
        rows = [
            self._evidence.write(report.report_id, picture.evidence, picture.jpeg)
            for picture in _pictures(report, session)
        ]
        with self._store.writing() as unit:
            unit.bin.refuse(report.report_id)
            _take(unit, session)
            unit.evidence.add(rows)
            unit.audit.append(
                actor, "session_imported", report.report_id, sha256=session.version.sha256
            )
        return report.report_id

    def verify(self, anchors: Sequence[AuditHead] = ()) -> Verification:
        """Check the audit log, every report, its signals and pictures, and every decision.

        ``anchors`` are heads of the audit log kept elsewhere; the one beside the database is
        always used.
        """
        known = [*anchors, *self._own_anchor()]
        faults: list[str] = []
        entries = self._checked("The audit log", faults, lambda unit: unit.audit.entries()) or []
        faults += chain_faults(entries, known)
        checks = (
            ("The list of reports", lambda unit: unit.reports.faults()),
            ("The decisions", _decision_faults),
            ("The signals", _signal_faults),
        )
        for what, check in checks:
            faults += self._checked(what, faults, check) or []
        rows = self._checked("The list of pictures", faults, lambda unit: unit.evidence.all())
        kept = [row for row in rows or [] if row.state is EvidenceState.KEPT]
        for row in kept:
            try:
                self._evidence.read(row)
            except StorageError as error:
                faults.append(str(error))
        reports = self._checked("The list of reports", faults, _count)
        head = entries[-1].hash if entries else ""
        return Verification(reports or 0, len(kept), len(entries), head, tuple(faults))

    def _checked(
        self, what: str, faults: list[str], read: Callable[[UnitOfWork], _Content]
    ) -> _Content | None:
        """What ``read`` finds, or None and a sentence where damage keeps it from reading."""
        try:
            with self._store.reading() as unit:
                return read(unit)
        except (StorageError, ValueError, LookupError, TypeError) as error:
            faults.append(f"{what} cannot be read: {error}")
            return None

    def audit_head(self) -> AuditHead:
        """The newest entry of the audit log; the printed report names it."""
        with self._store.reading() as unit:
            return unit.audit.head()

    def _own_anchor(self) -> list[AuditHead]:
        path = self._store.database.path
        anchor = None if path is None else read_anchor(path.parent)
        return [] if anchor is None else [anchor]


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


def _hashes(report: Report) -> dict[str, tuple[float, str]]:
    return {
        picture.name: (picture.time, picture.sha256)
        for incident in report.analysis.incidents
        for picture in incident.evidence
    }


def _pictures(report: Report, session: Session) -> list[Picture]:
    return [
        Picture(incident.id, evidence, session.pictures[evidence.name])
        for incident in report.analysis.incidents
        for evidence in incident.evidence
        if evidence.name in session.pictures
    ]


def _take(unit: UnitOfWork, session: Session) -> None:
    """Store what a session brings and this database lacks."""
    version = session.version
    unit.reports.adopt(version)
    if session.signals is not None:
        unit.signals.save(version.report_id, session.signals)
    known = unit.decisions.by_ids([one.id for one in session.decisions])
    new: list[Decision] = [one for one in session.decisions if one.id not in known]
    unit.decisions.adopt(new)
    unit.decisions.refresh([version.report_id])


def _count(unit: UnitOfWork) -> int:
    return unit.listing.page(ReportFilter(with_bin=True), 0, 0).total


def _decision_faults(unit: UnitOfWork) -> list[str]:
    return decision_faults(unit.decisions.all(), unit.audit.subjects("session_imported"))


def _signal_faults(unit: UnitOfWork) -> list[str]:
    faults = []
    for report_id in unit.signals.ids():
        try:
            unit.signals.load(report_id)
        except StorageError as error:
            faults.append(str(error))
    return faults
