"""A report as a later version may write it: with a kind, a channel, an option of its own."""

import uuid

from proctor_desktop.domain.report import Report
from proctor_desktop.report.document import canonical, from_json, to_plain
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.unit_of_work import Store
from proctor_desktop.storage.versions import ReportVersion, digest
from tests.storage.samples import a_report


def later_version(**fields: str) -> ReportVersion:
    """A revision whose document says things that this version does not know."""
    plain = to_plain(a_report(**fields))
    plain["version"], plain["phone_count"] = 9, 2
    analysis = plain["analysis"]
    first = analysis["incidents"][0]
    first |= {"kind": "phone_in_hand", "direction": "around", "severity": "extreme", "grip": "left"}
    alert = next(one for one in plain["alert_details"] if one["id"] in first["alert_ids"])
    alert["kind"] = "phone_in_hand"
    analysis["coverage"]["channels"].append(
        {"channel": "phones", "measured_share": 0.5, "missing": {"hands_covered": 3.0}}
    )
    analysis["provenance"]["settings"]["detection.phone.min_sec"] = 2.0
    body = canonical(plain)
    return ReportVersion(plain["report_id"], str(uuid.uuid4()), 1, digest(body), False, body)


def receive(store: Store, version: ReportVersion) -> Report:
    """Take the revision as the exchange does; the report as this version reads it."""
    with store.writing() as unit:
        unit.reports.put([version], SyncState.RECEIVED)
    return from_json(version.body)
