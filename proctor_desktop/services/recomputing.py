"""A report again, from its stored signals: to check it, or under other settings."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.domain.profile import Profile
from proctor_desktop.domain.report import Report, Subject
from proctor_desktop.pipeline import AnalysisOptions, Outcome, with_changes, with_profile
from proctor_desktop.report.document import result_sha256
from proctor_desktop.report.evidence import Picture
from proctor_desktop.scoring.assessment import assess
from proctor_desktop.services.analyses import AnalysisService, Finished, Request, flat
from proctor_desktop.services.reports import ReportService


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
        stored = self._reports.signals(report_id)
        request = request_of(report, changes or {})
        options = with_profile(request.options, request.profile)
        assessment = assess(stored.track, stored.record, options.rules)
        outcome = Outcome(stored.facts, stored.record, stored.track, assessment)
        return self._analyses.conclude(request, outcome, self._pictures(report), report_id)

    def check(self, report_id: str) -> str | None:
        """Whether a report follows from its signals: None, or a sentence where it does not.

        Raises:
            NotFoundError: as `recompute`.
        """
        report = self._reports.get(report_id)
        again = self.recompute(report_id).report
        # The same numbers are asked of another version of a library, not the same version.
        versions = report.analysis.provenance.versions
        provenance = replace(again.analysis.provenance, versions=versions)
        again = replace(again, analysis=replace(again.analysis, provenance=provenance))
        if result_sha256(again) == result_sha256(report):
            return None
        return (
            f"The report {report_id} does not follow from its signals and settings: it was made by"
            " another version of this program, or changed outside it."
        )

    def _pictures(self, report: Report) -> tuple[Picture, ...]:
        """The pictures that the report names and that are still here."""
        found = []
        for incident in report.analysis.incidents:
            for evidence in incident.evidence:
                with suppress(NotFoundError):
                    jpeg = self._reports.picture(report.report_id, evidence.name)
                    found.append(Picture(incident.id, evidence, jpeg))
        return tuple(found)


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
