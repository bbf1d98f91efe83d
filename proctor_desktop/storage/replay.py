"""What the audit log says that a database must hold: the other half of what `verify` compares."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from proctor_desktop.storage.audit import AuditEntry, AuditHead

PACKAGE_EXPORTED, PACKAGE_TAKEN = "session_exported", "session_imported"
"""What the log calls it since version 0.1.0, where a package was called a session."""

ERASURE_BEGUN, SETTLED = "report_erasure_begun", "alarms_settled"
OWN_REPORT_BACK, OWN_DECISION_BACK = "own_report_returned", "own_decision_returned"

_ERASED = frozenset({"report_erased", "report_erased_elsewhere"})


@dataclass(slots=True)
class Told:
    """What the log says about one report.

    Attributes:
        sha256: of the last revision that was kept here; None of a report that came as a package.
        revision: of it, as counted here.
        signals: hash of its measurements, None where the log does not tell it.
        pictures: names of the pictures that were kept; None where the log does not tell, which
            means all that the report names.
        is_erasing: whether an erasure was begun, which may have been cut off.
        is_erased: whether a tombstone must be there.
    """

    sha256: str | None = None
    revision: int = 0
    signals: str | None = None
    pictures: set[str] | None = None
    is_erasing: bool = False
    is_erased: bool = False


@dataclass(frozen=True, slots=True)
class Replay:
    """What must be there, and what a person settled.

    Attributes:
        reports: by id.
        decisions: by id, with their report and hash.
        settled: heads kept elsewhere that contradict the log.
        alarms: sentences.
        by_file: ids of decisions that came in packages.
    """

    reports: dict[str, Told] = field(default_factory=dict)
    decisions: dict[str, tuple[str, str]] = field(default_factory=dict)
    settled: set[AuditHead] = field(default_factory=set)
    alarms: set[str] = field(default_factory=set)
    by_file: set[str] = field(default_factory=set)


def replay(entries: Iterable[AuditEntry]) -> Replay:
    """Follow the log from its beginning; entries that are no longer readable are passed over."""
    found = Replay()
    for entry in entries:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            _follow(found, entry, json.loads(entry.details))
    return found


def _follow(found: Replay, entry: AuditEntry, details: dict[str, object]) -> None:
    """Whatever names a decision made it, whatever else names a hash kept a report."""
    if entry.action == PACKAGE_TAKEN:
        _follow_taken(found, entry, details)
    elif entry.action == ERASURE_BEGUN:
        found.reports.setdefault(entry.subject, Told()).is_erasing = True
    elif entry.action in _ERASED:
        told = found.reports.setdefault(entry.subject, Told())
        told.is_erasing = told.is_erased = True
    elif entry.action == SETTLED:
        _follow_settled(found, details)
    elif "decision" in details:
        found.decisions[str(details["decision"])] = (entry.subject, str(details["sha256"]))
    elif "sha256" in details and entry.action != PACKAGE_EXPORTED:
        _follow_kept(found.reports.setdefault(entry.subject, Told(pictures=set())), details)


def _follow_kept(told: Told, details: dict[str, object]) -> None:
    told.sha256 = str(details["sha256"])
    told.revision = int(str(details.get("revision", told.revision + 1)))
    told.signals = str(details.get("signals") or "") or told.signals
    if "video_sha256" in details:  # only a save keeps pictures
        names = details.get("pictures")
        if not isinstance(names, list):  # written by version 0.1.0
            told.pictures = None
        elif told.pictures is not None:
            told.pictures |= {str(name) for name in names}


def _follow_taken(found: Replay, entry: AuditEntry, details: dict[str, object]) -> None:
    """A package; what was known before stands, for nothing of it is overwritten."""
    names, decisions = details.get("pictures"), details.get("decisions")
    pictures = {str(name) for name in names} if isinstance(names, list) else set()
    told = found.reports.setdefault(entry.subject, Told(pictures=pictures))
    told.signals = told.signals or str(details.get("signals") or "") or None
    if told.pictures is not None:
        told.pictures |= pictures
    if isinstance(decisions, dict):
        for decision_id, sha256 in decisions.items():
            found.decisions[decision_id] = (entry.subject, str(sha256))
            found.by_file.add(decision_id)


def _follow_settled(found: Replay, details: dict[str, object]) -> None:
    heads, alarms = details.get("heads"), details.get("alarms")
    for entries, sha256 in heads if isinstance(heads, list) else ():
        found.settled.add(AuditHead(int(entries), str(sha256)))
    found.alarms.update(alarms if isinstance(alarms, list) else ())
