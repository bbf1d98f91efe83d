"""What a database says in its own name: all of it carries the signature of its workstation."""

from typing import TYPE_CHECKING

from proctor_desktop.storage.replay import Replay
from proctor_desktop.storage.signing import Said, Statement, of_decision, of_report

if TYPE_CHECKING:
    from proctor_desktop.storage.unit_of_work import UnitOfWork


def own_statements(unit: "UnitOfWork") -> list[Statement]:
    """Every report, tombstone and decision of this workstation."""
    reports = [
        of_report(report_id, revision, sha256, deleted)
        for report_id, (origin, revision, sha256, deleted) in unit.reports.known_all().items()
        if origin == unit.origin
    ]
    made = [of_decision(one) for one in unit.decisions.all() if one.origin == unit.origin]
    return [*reports, *made]


def is_told(told: Replay, statement: Statement) -> bool:
    """Whether the audit log says so too."""
    if statement.said is Said.DECISION:
        found = told.decisions.get(statement.subject)
        return found is not None and found[1] == statement.sha256
    report = told.reports.get(statement.subject)
    if report is None:
        return False
    return report.is_erased if statement.said is Said.ERASURE else report.sha256 == statement.sha256
