"""A report again, from its stored signals: to check it, or under other settings."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from proctor_desktop.domain.errors import NotFoundError, ReportError, SettingsError, StorageError
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.pipeline import AnalysisOptions, Outcome, with_changes, with_profile
from proctor_desktop.report.document import result_sha256, to_plain
from proctor_desktop.report.evidence import Picture
from proctor_desktop.scoring.assessment import Assessment, assess
from proctor_desktop.services.analyses import (
    AnalysisService,
    Finished,
    Request,
    flat,
    made_by,
    measured_by,
)
from proctor_desktop.services.renumbering import in_assessment, in_report, renumbered
from proctor_desktop.services.reports import ReportService

_ANY_TIME = datetime(2000, 1, 1, tzinfo=timezone.utc)
_PROGRAM = "proctor_desktop"
_SHOWN = 4
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Recomputation:
    """How many reports were computed again, how many could not be, and what differs.

    ``faults`` cannot be explained; ``notes`` are about reports of another version of this program,
    and about those that other networks measured than would here.
    """

    checked: int
    without_signals: int
    faults: tuple[str, ...]
    notes: tuple[str, ...]


class RecomputeService:
    """Computes stored reports anew; decodes nothing."""

    def __init__(self, reports: ReportService, analyses: AnalysisService) -> None:
        self._reports = reports
        self._analyses = analyses

    def recompute(self, report_id: str, changes: Mapping[str, object] | None = None) -> Finished:
        """The report under the settings it was made with, some of them changed by dotted name.

        Nothing is stored; `ReportService.save` makes it a new revision.

        Raises:
            NotFoundError: there is no such report, or its signals are not on this computer.
            DatabaseDamagedError: report or signals are not what was saved.
            SettingsError: there is no such option.
        """
        report = self._reports.get(report_id)
        return self._recomputed(report, changes or {}, self._pictures(report))

    def check(self, report_id: str) -> str | None:
        """Whether a report follows from its signals: None, or a sentence that names what differs.

        Raises:
            NotFoundError: as `recompute`.
        """
        report = self._reports.get(report_id)
        again = self._recomputed(report, {}, _named_pictures(report)).report
        # The same numbers are asked of another version of a library, not the same version.
        versions = report.analysis.provenance.versions
        provenance = replace(again.analysis.provenance, versions=versions)
        again = replace(again, analysis=replace(again.analysis, provenance=provenance))
        if result_sha256(again) == result_sha256(report):
            return None
        stored, follows = (to_plain(replace(one, created_at=_ANY_TIME)) for one in (report, again))
        found = list(_differences(stored, follows))
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        made, now = _made_with(report), made_by()[_PROGRAM]
        why = "it was changed outside this program"
        if made != now:
            why = f"it was made by version {made} of this program, and this is {now}"
        return (
            f"The report {report_id} does not follow from its signals and settings: {why}. It says"
            f" {'; '.join(found[:_SHOWN])}{more}."
        )

    def check_all(self, is_stopped: Callable[[], bool] = lambda: False) -> Recomputation:
        """Compute every report again whose signals are here.

        Reports and signals that are damaged are left out: `ReportService.verify` names them.
        """
        checked = without_signals = 0
        faults: list[str] = []
        notes: list[str] = []
        for report_id in self._reports.ids():
            if is_stopped():
                break
            try:
                found = self.check(report_id)
                report = self._reports.get(report_id)
                is_ours = _made_with(report) == made_by()[_PROGRAM]
            except NotFoundError:
                without_signals += 1
            except (StorageError, ReportError):
                continue
            else:
                checked += 1
                if found is not None:
                    (faults if is_ours else notes).append(found)
                notes += _measured_elsewhere(report)
        return Recomputation(checked, without_signals, tuple(faults), tuple(notes))

    def _recomputed(
        self, report: Report, changes: Mapping[str, object], pictures: tuple[Picture, ...]
    ) -> Finished:
        stored = self._reports.signals(report.report_id)
        request = request_of(report, changes)
        options = with_profile(request.options, request.profile)
        assessment = assess(stored.track, stored.record, options.rules)
        outcome = Outcome(stored.facts, stored.record, stored.track, assessment)
        pictures = _renumbered(pictures, report, assessment)
        return self._analyses.conclude(request, outcome, pictures, report.report_id)

    def _pictures(self, report: Report) -> tuple[Picture, ...]:
        """The pictures that the report names and that are still here."""
        found = []
        for incident in report.analysis.shown:
            for evidence in incident.evidence:
                with suppress(NotFoundError):
                    jpeg = self._reports.picture(report.report_id, evidence.name)
                    found.append(Picture(incident.id, evidence, jpeg))
        return tuple(found)


def _renumbered(
    pictures: tuple[Picture, ...], report: Report, assessment: Assessment
) -> tuple[Picture, ...]:
    """The pictures under the numbers that their incidents have now; of those that are gone none."""
    now = renumbered(in_report(report), in_assessment(assessment))
    return tuple(
        replace(one, incident_id=now[one.incident_id]) for one in pictures if one.incident_id in now
    )


def _measured_elsewhere(report: Report) -> list[str]:
    """A sentence where other networks measured a report than measure on this computer now."""
    then, now = measured_by(report.analysis.provenance.versions), measured_by(made_by())
    if then in (None, now):
        return []
    return [
        f"The report {report.report_id} was measured by {then}, and here {now} measures: the same"
        " recording analysed again gives slightly other numbers."
    ]


def _made_with(report: Report) -> str:
    return report.analysis.provenance.versions.get(_PROGRAM, "?")


def _named_pictures(report: Report) -> tuple[Picture, ...]:
    """What the report names, without the pictures themselves: they may be gone by now."""
    return tuple(
        Picture(incident.id, evidence, b"")
        for incident in report.analysis.shown
        for evidence in incident.evidence
    )


def _differences(stored: object, follows: object, place: str = "") -> Iterator[str]:
    """Where two plain documents differ, each in words."""
    if isinstance(stored, dict) and isinstance(follows, dict):
        for key in sorted(stored.keys() | follows.keys()):
            inner = f"{place}.{key}" if place else str(key)
            yield from _differences(stored.get(key), follows.get(key), inner)
    elif isinstance(stored, list) and isinstance(follows, list) and len(stored) == len(follows):
        for number, pair in enumerate(zip(stored, follows, strict=True)):
            yield from _differences(*pair, f"{place}[{number}]")
    elif isinstance(stored, list) and isinstance(follows, list):
        yield f"{place}: {len(stored)} entries, and {len(follows)} follow"
    elif stored != follows:
        yield f"{place}: {_short(stored)}, and {_short(follows)} follows"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def request_of(report: Report, changes: Mapping[str, object]) -> Request:
    """The request that a report answered, with some settings changed.

    Settings that this version does not know any more are left out.
    """
    record = report.analysis.profile
    profile = None
    if record is not None:
        profile = Profile(record.name, record.title, record.reason, record.changes)
    # What the profile changed had a value of its own before; the report does not say which one.
    changed = profile.changes if profile is not None else {}
    defaults = flat(AnalysisOptions())
    settings = report.analysis.provenance.settings | {name: defaults[name] for name in changed}
    options = AnalysisOptions()
    for name, value in settings.items():
        with suppress(SettingsError):
            options = with_changes(options, {name: value})
    options = with_changes(options, dict(changes))
    subject = Subject(report.student_id, report.exam_id)
    return Request(Path(report.analysis.recording.name), subject, options, profile)
