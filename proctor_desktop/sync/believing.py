"""Whether what the centre holds in the name of this workstation was made by it.

Every workstation writes to the centre with one account, so a name there proves nothing. Only the
own log does: what it does not tell is left where it is, and an alarm says so.
"""

from collections.abc import Sequence

from proctor_desktop.domain.review import Decision
from proctor_desktop.storage.replay import Replay, replay
from proctor_desktop.storage.unit_of_work import UnitOfWork
from proctor_desktop.storage.versions import ReportVersion

FORGED_REPORT = (
    "The centre holds a revision of the report {} in the name of this workstation, which did not"
    " make it. It was not taken."
)
FORGED_DECISION = (
    "The centre holds the decision {} in the name of this workstation, which did not make it. It"
    " was not taken."
)


def forged(
    unit: UnitOfWork, versions: Sequence[ReportVersion], decisions: Sequence[Decision]
) -> set[str]:
    """Ids of reports and decisions that are said to be of this workstation and are not.

    An erasure is everybody's, so it is believed.
    """
    own = [one for one in versions if one.origin == unit.origin and not one.deleted]
    made = [one for one in decisions if one.origin == unit.origin]
    if not own and not made:
        return set()
    told = replay(unit.audit.entries())
    known = unit.reports.known([one.report_id for one in own])
    reports = [one.report_id for one in own if not _is_kept(one, known, told)]
    others = [one.id for one in made if told.decisions.get(one.id) != (one.report_id, one.hash)]
    unit.alarms.add([FORGED_REPORT.format(one) for one in reports])
    unit.alarms.add([FORGED_DECISION.format(one) for one in others])
    return {*reports, *others}


def _is_kept(
    version: ReportVersion, known: dict[str, tuple[str, int, str, bool]], told: Replay
) -> bool:
    """Whether it is what is here, an older one of it, or what the log says was here."""
    held = known.get(version.report_id)
    if held is not None and (held[2] == version.sha256 or held[1] > version.revision):
        return True
    said = told.reports.get(version.report_id)
    return said is not None and said.sha256 == version.sha256
