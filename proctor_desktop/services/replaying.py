"""The tables against the audit log: what it says was kept must be there, and nothing else."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from proctor_desktop.storage.evidence import EvidenceRow, EvidenceState
from proctor_desktop.storage.replay import Replay, Told
from proctor_desktop.storage.unit_of_work import UnitOfWork
from proctor_desktop.storage.versions import ReportVersion

_AT_ONCE = 200


def report_faults(unit: UnitOfWork, told: Replay) -> list[str]:
    """A sentence for each report that is missing, is another one, or that the log never saw."""
    known = unit.reports.known_all()
    faults = []
    for report_id, said in told.reports.items():
        origin, _, sha256, deleted = known.get(report_id, ("", 0, "", False))
        if report_id not in known:
            faults.append(
                f"The report {report_id} is missing: the audit log says that it was kept here."
            )
        elif said.is_erased and not deleted:
            faults.append(f"The report {report_id} is there, though the audit log has its erasure.")
        elif said.is_erased:
            continue
        elif deleted or (said.sha256 not in (None, sha256) and origin == unit.origin):
            faults.append(
                f"The report {report_id} is not the one that the audit log says was kept: it was"
                " changed outside this program."
            )
    own = {key for key, (origin, *_) in known.items() if origin == unit.origin}
    faults += [
        f"The audit log knows nothing of the report {report_id}, which is said to be of this"
        " workstation."
        for report_id in sorted(own - set(told.reports))
    ]
    return faults


def decision_faults(unit: UnitOfWork, told: Replay) -> list[str]:
    """A sentence for each decision that is missing, is another one, or that the log never saw."""
    kept = {one.id: one for one in unit.decisions.all()}
    faults = []
    for decision_id, (report_id, sha256) in told.decisions.items():
        if decision_id not in kept:
            faults.append(
                f"The decision {decision_id} about report {report_id} is missing: the audit log"
                " says that it was made here."
            )
        elif kept[decision_id].hash != sha256:
            faults.append(
                f"The decision {decision_id} about report {report_id} is not the one that the audit"
                " log says was made."
            )
    faults += [
        f"The audit log knows nothing of the decision {one.id} about report {one.report_id}, which"
        " is said to be of this workstation."
        for one in kept.values()
        if one.origin == unit.origin and one.id not in told.decisions
    ]
    return faults


def signal_faults(unit: UnitOfWork, told: Replay) -> list[str]:
    """A sentence for each report whose measurements are not those that were kept with it."""
    kept = unit.signals.hashes()
    return [
        f"The per-frame signals of report {report_id} are not those that the audit log says were"
        " kept."
        for report_id, said in told.reports.items()
        if said.signals is not None and not said.is_erasing and kept.get(report_id) != said.signals
    ]


def picture_faults(unit: UnitOfWork, told: Replay) -> list[str]:
    """A sentence for each picture that is not the one that its report names."""
    rows: dict[str, dict[str, EvidenceRow]] = {}
    for row in unit.evidence.all():
        rows.setdefault(row.report_id, {})[row.name] = row
    wanted = sorted(set(rows) | set(told.reports))
    faults = []
    for version in _sound(unit, wanted):
        said = told.reports.get(version.report_id, Told(pictures=set()))
        if not said.is_erasing:
            faults += _picture_faults(version, said, rows.get(version.report_id, {}))
    return faults


def _picture_faults(version: ReportVersion, said: Told, rows: dict[str, EvidenceRow]) -> list[str]:
    faults = []
    for name, sha256 in _named(json.loads(version.body)):
        row = rows.get(name)
        if row is None and said.pictures is not None and name not in said.pictures:
            continue
        if row is None or row.state is not EvidenceState.KEPT:
            faults.append(
                f"The picture {name} of report {version.report_id} is missing, though the report"
                " was not erased."
            )
        elif row.sha256 != sha256:
            faults.append(
                f"The picture {name} of report {version.report_id} is not the one that the report"
                " names."
            )
    return faults


def _named(plain: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for incident in (*plain["analysis"]["incidents"], *plain["analysis"].get("outside", ())):
        for picture in incident["evidence"]:
            yield picture["name"], picture["sha256"]


def _sound(unit: UnitOfWork, report_ids: Sequence[str]) -> Iterator[ReportVersion]:
    """Reports that are what their hash says; the others are told by another check."""
    for first in range(0, len(report_ids), _AT_ONCE):
        part = report_ids[first : first + _AT_ONCE]
        for version in unit.reports.readable_versions(part):
            if version.is_sound and not version.deleted:
                yield version
