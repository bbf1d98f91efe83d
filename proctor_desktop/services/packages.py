"""Reports that travel as files: written with all that belongs to them, and taken over."""

from collections.abc import Sequence
from pathlib import Path

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.domain.report import Evidence, Report
from proctor_desktop.domain.review import Decision
from proctor_desktop.services import package_check, package_file
from proctor_desktop.services.package_file import Package
from proctor_desktop.services.reports import ReportService
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceRow
from proctor_desktop.storage.key_ring import KeyRing
from proctor_desktop.storage.replay import PACKAGE_EXPORTED, PACKAGE_TAKEN, Replay, replay
from proctor_desktop.storage.signing import Signature, of_decision, of_version
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.storage.versions import BY_FILE, ReportVersion


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
            report = unit.reports.get(report_id)
            version = unit.reports.versions([report_id])[0]
            decisions = tuple(unit.decisions.of(report_id))
            signals = unit.signals.load(report_id) if unit.signals.has(report_id) else None
            signatures = _signatures(unit, version, decisions)
            unit.audit.append(actor, PACKAGE_EXPORTED, report_id, sha256=version.sha256)
        pictures = {row.name: self._evidence.read(row) for row in self._reports.pictures(report_id)}
        package = Package(version, report, decisions, signals, pictures, signatures)
        signer = self._store.signer() if self._store.database.is_local else None
        package_file.write(path, package, signer)

    def take(self, path: Path, *, actor: str) -> str:
        """Take what a package brings and this computer lacks; the id of its report.

        It stays on this computer: what came as a file is nobody's word at the centre. Nothing that
        is here already is written over, and nothing is written before everything was checked.

        Raises:
            ReportError: the file is no package, or holds what this program would not have kept.
            StorageError: the report was erased here, or is known with other content.
        """
        package = package_file.read(path)
        package_check.check(package)
        written: list[EvidenceRow] = []
        try:
            with self._store.writing() as unit:
                self._take(unit, package, written, actor)
        except BaseException:
            for row in written:
                self._evidence.drop(row)
            raise
        return package.report.report_id

    def _take(
        self, unit: UnitOfWork, package: Package, written: list[EvidenceRow], actor: str
    ) -> None:
        """Take a package in one transaction; ``written`` gets the rows of files that are new."""
        version, told = package.version, replay(unit.audit.entries())
        unit.bin.refuse(version.report_id)
        ring = KeyRing(key for key in unit.keys.all() if key.origin != unit.origin)
        package_check.check_signatures(package, ring, _known(unit, package))
        decisions = _new(unit, package, told)
        unit.reports.take_over(version, _revision(unit, version, told))
        signals = None if unit.signals.has(version.report_id) else package.signals
        if signals is not None:
            unit.signals.save(version.report_id, signals)
        known = {row.name for row in unit.evidence.of(version.report_id)}
        for name, evidence in _named(package.report).items():
            if name in package.pictures and name not in known:
                content = package.pictures[name]
                written.append(self._evidence.add(version.report_id, evidence, content))
        unit.evidence.add(written)
        unit.decisions.put(decisions)
        unit.decisions.refresh([version.report_id])
        _keep_signatures(unit, package, decisions)
        unit.audit.append(
            actor,
            PACKAGE_TAKEN,
            version.report_id,
            sha256=version.sha256,
            revision=version.revision,
            exported_by=None if package.seal is None else package.seal.signature.origin,
            signals=None if signals is None else signals.measurements.sha256,
            pictures=[row.name for row in written],
            decisions={one.id: one.hash for one in decisions},
        )


def _named(report: Report) -> dict[str, Evidence]:
    return {
        picture.name: picture for incident in report.analysis.shown for picture in incident.evidence
    }


def _signatures(
    unit: UnitOfWork, version: ReportVersion, decisions: Sequence[Decision]
) -> tuple[Signature, ...]:
    """Who signed this revision and these decisions."""
    hashes = {version.sha256, *(one.hash for one in decisions)}
    said = unit.signatures.about([version.report_id, *(one.id for one in decisions)])
    return tuple(one for found in said.values() for one in found if one.sha256 in hashes)


def _known(unit: UnitOfWork, package: Package) -> set[str]:
    """Hashes of what is here already."""
    report_id = package.version.report_id
    held = unit.reports.known([report_id])
    made = unit.decisions.by_ids([one.id for one in package.decisions])
    return {*(sha256 for _, _, sha256, _ in held.values()), *(one.hash for one in made.values())}


def _keep_signatures(unit: UnitOfWork, package: Package, new: Sequence[Decision]) -> None:
    """Keep what was said of what came, and sign what came back of this workstation."""
    hashes = {package.version.sha256, *(one.hash for one in new)}
    unit.signatures.add([one for one in package.signatures if one.sha256 in hashes])
    own = [of_decision(one) for one in new if one.origin == unit.origin]
    if package.version.origin == unit.origin:
        own.append(of_version(unit.reports.versions([package.version.report_id])[0]))
    unit.signatures.sign(unit.signatures.unsigned(own))


def _revision(unit: UnitOfWork, version: ReportVersion, told: Replay) -> int:
    """Under which number a report is kept.

    One of this workstation is taken back only as the log says that it was kept.
    """
    if version.origin != unit.origin:
        return BY_FILE
    said = told.reports.get(version.report_id)
    if said is None or said.sha256 != version.sha256:
        raise StorageError(
            f"The package says that this workstation made the report {version.report_id} so, and it"
            " never did. Nothing was changed."
        )
    return said.revision


def _new(unit: UnitOfWork, package: Package, told: Replay) -> list[Decision]:
    """Decisions that are not here yet, if they can be what they say."""
    known = unit.decisions.by_ids([one.id for one in package.decisions])
    new = [one for one in package.decisions if one.id not in known]
    for one in (one for one in package.decisions if one.id in known):
        if known[one.id].hash != one.hash:
            raise _forged(one)
    used = unit.decisions.numbers([one.origin for one in new])
    for one in new:
        is_own = one.origin == unit.origin
        if (one.origin, one.origin_seq) in used:
            raise _forged(one)
        if is_own and told.decisions.get(one.id) != (one.report_id, one.hash):
            raise _forged(one)
    return new


def _forged(decision: Decision) -> StorageError:
    return StorageError(
        f"The decision {decision.id} in the package is not the one that its workstation made."
        " Nothing was changed."
    )
