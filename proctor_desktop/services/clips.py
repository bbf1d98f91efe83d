"""Clips of incidents for those who were not at the workstation: a committee, the candidate."""

import threading
from pathlib import Path

from proctor_desktop.domain.errors import NotFoundError
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import own_incidents
from proctor_desktop.domain.timeline import Interval, from_seconds, to_seconds
from proctor_desktop.media.clip import write_clip
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import file_sha256
from proctor_desktop.services.reading import sampling_of
from proctor_desktop.services.recordings import RecordingService
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.reviews import ReviewService

AROUND_SEC = 1.0
"""A clip begins so long before its incident, and ends so long after it."""


def clip(
    recording: Path,
    start: float,
    end: float,
    out: Path,
    read: SamplingOptions | None = None,
    cancelled: threading.Event | None = None,
) -> None:
    """Write a span of a recording and a second around it as MP4, with its sound.

    Args:
        recording: the file.
        start, end: of the incident, in seconds of media time.
        out: new file; one that is there already is never written over.
        read: as `sampling_of` the report says; as the file says if absent.
        cancelled: ends it; nothing stays then.

    Raises:
        SourceError: the recording cannot be read, or has no picture there.
        StorageError: ``out`` is there already, or cannot be written.
        AnalysisCancelled: ``cancelled`` was set.
    """
    onset, offset = max(0.0, start - AROUND_SEC), end + AROUND_SEC
    interval = Interval(from_seconds(onset), from_seconds(offset))
    write_clip(recording, interval, out, read=read, cancelled=cancelled)


class ClipService:
    """Clips of the incidents of kept reports."""

    def __init__(
        self, reports: ReportService, reviews: ReviewService, recordings: RecordingService
    ) -> None:
        self._reports = reports
        self._reviews = reviews
        self._recordings = recordings

    def of_incident(
        self,
        report_id: str,
        incident_id: str,
        out: Path,
        *,
        recording: Path | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        """Write the clip of one incident of the report, or of one that a person added.

        Args:
            report_id, incident_id: which one.
            out: new file.
            recording: where the recording lies, if it is not where it was.
            cancelled: ends it; nothing stays then.

        Raises:
            NotFoundError: there is no such report or incident, or the recording is not here.
            SourceError, StorageError, AnalysisCancelled: as `clip` says.
        """
        report = self._reports.get(report_id)
        start, end = self._span(report, incident_id)
        found = self._found(report, recording)
        clip(found, start, end, out, sampling_of(report), cancelled)

    def _span(self, report: Report, incident_id: str) -> tuple[float, float]:
        """Start and end in seconds."""
        for incident in report.analysis.incidents:
            if incident.id == incident_id:
                return incident.start, incident.end
        decisions = self._reviews.review(report.report_id).decisions
        added = own_incidents(decisions).get(incident_id)
        if added is None or added.added is None:
            known = {one.id for one in report.analysis.incidents} | set(own_incidents(decisions))
            raise NotFoundError(
                f"The report {report.report_id} has no incident {incident_id}. Its incidents: "
                f"{', '.join(sorted(known)) or 'none'}."
            )
        return to_seconds(added.added.start), to_seconds(added.added.end)

    def _found(self, report: Report, recording: Path | None) -> Path:
        """The recording, which is the one of the report."""
        found = recording or self._recordings.recording_of(report.report_id)
        if found is None:
            raise NotFoundError(
                "The recording of this report is not where it was on this computer. Name the file."
            )
        if recording is not None and file_sha256(recording) != report.analysis.recording.sha256:
            raise NotFoundError(f"{recording.name} is not the recording of this report.")
        return found
