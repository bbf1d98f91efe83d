"""Reports that travel as files: written with all that belongs to them, and taken over."""

import hashlib
from pathlib import Path

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Decision
from proctor_desktop.report.document import from_json
from proctor_desktop.report.evidence import Picture
from proctor_desktop.services import package_file
from proctor_desktop.services.package_file import Package
from proctor_desktop.services.reports import ReportService
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.replay import PACKAGE_EXPORTED, PACKAGE_TAKEN
from proctor_desktop.storage.repositories.decisions import decision_hash
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork


class PackageService:
    """Packages of this workstation's reports, and those that others wrote."""

    def __init__(self, store: Store, evidence: EvidenceFolder, reports: ReportService) -> None:
        self._store = store
        self._evidence = evidence
        self._reports = reports

    def export(self, report_id: str, path: Path, *, actor: str) -> None:
        """Write a report with decisions, signals and pictures into one file.

        Raises:
            NotFoundError: there is none.
        """
        with self._store.writing() as unit:
            unit.reports.get(report_id)
            version = unit.reports.versions([report_id])[0]
            decisions = tuple(unit.decisions.of(report_id))
            signals = unit.signals.load(report_id) if unit.signals.has(report_id) else None
            unit.audit.append(actor, PACKAGE_EXPORTED, report_id, sha256=version.sha256)
        pictures = {row.name: self._evidence.read(row) for row in self._reports.pictures(report_id)}
        package_file.write(path, Package(version, decisions, signals, pictures))

    def take(self, path: Path, *, actor: str) -> str:
        """Take a package from a file; the id of its report.

        Raises:
            ReportError: the file is no package, or was changed.
            StorageError: the report was erased here, or is known in a newer revision.
        """
        package = package_file.read(path)
        report = from_json(package.version.body)
        if any(decision_hash(one) != one.hash for one in package.decisions):
            raise ReportError(f"A decision in {path.name} was changed after it was made.")
        hashes = _hashes(report)
        for name, content in package.pictures.items():
            if hashes.get(name) is None or hashlib.sha256(content).hexdigest() != hashes[name][1]:
                raise ReportError(f"The picture {name} in {path.name} is not one of the report.")
        rows = [
            self._evidence.write(report.report_id, picture.evidence, picture.jpeg)
            for picture in _pictures(report, package)
        ]
        with self._store.writing() as unit:
            unit.bin.refuse(report.report_id)
            _take(unit, package)
            unit.evidence.add(rows)
            unit.audit.append(actor, PACKAGE_TAKEN, report.report_id, sha256=package.version.sha256)
        return report.report_id


def _hashes(report: Report) -> dict[str, tuple[float, str]]:
    return {
        picture.name: (picture.time, picture.sha256)
        for incident in report.analysis.shown
        for picture in incident.evidence
    }


def _pictures(report: Report, package: Package) -> list[Picture]:
    return [
        Picture(incident.id, evidence, package.pictures[evidence.name])
        for incident in report.analysis.shown
        for evidence in incident.evidence
        if evidence.name in package.pictures
    ]


def _take(unit: UnitOfWork, package: Package) -> None:
    """Store what a package brings and this database lacks."""
    version = package.version
    unit.reports.adopt(version)
    if package.signals is not None:
        unit.signals.save(version.report_id, package.signals)
    known = unit.decisions.by_ids([one.id for one in package.decisions])
    new: list[Decision] = [one for one in package.decisions if one.id not in known]
    unit.decisions.adopt(new)
    unit.decisions.refresh([version.report_id])
