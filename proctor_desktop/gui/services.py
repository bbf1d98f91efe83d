"""What the window asks of the rest of the program; `bootstrap` builds it."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from proctor_desktop.domain.review import AddedIncident, Decision, RecordingVerdict, Verdict

if TYPE_CHECKING:  # they load the database, which the first window does not wait for
    from proctor_desktop.services.analyses import AnalysisService
    from proctor_desktop.services.bin import BinService
    from proctor_desktop.services.clips import ClipService
    from proctor_desktop.services.exam_times import ExamTimeService
    from proctor_desktop.services.live import LiveService
    from proctor_desktop.services.recordings import RecordingService
    from proctor_desktop.services.reports import ReportService
    from proctor_desktop.services.reviews import Review
    from proctor_desktop.settings import Settings
    from proctor_desktop.sync.synchronizer import Synchronizer


class Reviews(Protocol):
    """Decisions of reviewers."""

    def decisions(self, report_id: str) -> Sequence[Decision]:
        """Everything that was decided and noted about a report, oldest first."""

    def begun(self, report_id: str) -> "Review | None":
        """How the review of a report stands; None where nobody decided anything yet."""

    def decide(
        self, report_id: str, incident_id: str, verdict: Verdict, *, reason: str, reviewer: str
    ) -> Decision:
        """Append a decision; when this returns it survives a power cut."""

    def decide_all(
        self,
        report_id: str,
        incident_ids: Sequence[str],
        verdict: Verdict,
        *,
        reason: str,
        reviewer: str,
    ) -> tuple[Decision, ...]:
        """Append the same decision about several incidents: all of them are kept, or none."""

    def add_incident(
        self, report_id: str, added: AddedIncident, *, reason: str, reviewer: str
    ) -> Decision:
        """Append an incident that the program did not report."""

    def give_verdict(
        self,
        report_id: str,
        verdict: RecordingVerdict | None,
        *,
        reviewer: str,
        reason: str = "",
    ) -> Decision:
        """Append what becomes of a whole recording; None takes it back."""


class Services(Protocol):
    """The use cases behind the pages."""

    @property
    def analyses(self) -> "AnalysisService":
        """Analyse recordings, write their reports."""

    @property
    def live(self) -> "LiveService":
        """Capture cameras and streams."""

    @property
    def reports(self) -> "ReportService":
        """Reports that are kept."""

    @property
    def synchronizer(self) -> "Synchronizer":
        """Exchange with the centre."""

    @property
    def reviews(self) -> Reviews:
        """Decisions on incidents."""

    @property
    def exam_times(self) -> "ExamTimeService":
        """When exams begin and end, said afterwards."""

    @property
    def bin(self) -> "BinService":
        """Deleted reports, until their time is over."""

    @property
    def recordings(self) -> "RecordingService":
        """Where recordings lie on this workstation."""

    @property
    def clips(self) -> "ClipService":
        """Clips of incidents."""

    def use_server(self, settings: "Settings") -> None:
        """Exchange with the server that these settings name; no exchange may run meanwhile."""

    def close(self) -> None:
        """Give back connections and worker processes."""


class LateServices:
    """The use cases, built when they are first asked for, in whatever thread asks."""

    def __init__(self, build: Callable[[], Services]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._built: Services | None = None

    def open(self) -> Services:
        """All of them.

        Raises:
            StorageError: the database cannot be used.
        """
        with self._lock:
            if self._built is None:
                self._built = self._build()
            return self._built

    @property
    def analyses(self) -> "AnalysisService":
        """Analyse recordings, write their reports."""
        return self.open().analyses

    @property
    def live(self) -> "LiveService":
        """Capture cameras and streams."""
        return self.open().live

    @property
    def reports(self) -> "ReportService":
        """Reports that are kept."""
        return self.open().reports

    @property
    def synchronizer(self) -> "Synchronizer":
        """Exchange with the centre."""
        return self.open().synchronizer

    @property
    def reviews(self) -> Reviews:
        """Decisions on incidents."""
        return self.open().reviews

    @property
    def exam_times(self) -> "ExamTimeService":
        """When exams begin and end, said afterwards."""
        return self.open().exam_times

    @property
    def bin(self) -> "BinService":
        """Deleted reports, until their time is over."""
        return self.open().bin

    @property
    def recordings(self) -> "RecordingService":
        """Where recordings lie on this workstation."""
        return self.open().recordings

    @property
    def clips(self) -> "ClipService":
        """Clips of incidents."""
        return self.open().clips

    def use_server(self, settings: "Settings") -> None:
        """Exchange with the server that these settings name; no exchange may run meanwhile."""
        self.open().use_server(settings)

    def close(self) -> None:
        """Close what was built; nothing is built for it."""
        with self._lock:
            if self._built is not None:
                self._built.close()
            self._built = None
