"""What the window asks of the rest of the program; `bootstrap` builds it."""

from collections.abc import Sequence
from typing import Protocol

from proctor_desktop.domain.review import Decision, Verdict
from proctor_desktop.services.analyses import AnalysisService
from proctor_desktop.services.reports import ReportService
from proctor_desktop.sync.synchronizer import Synchronizer


class Reviews(Protocol):
    """Decisions of reviewers."""

    def decisions(self, report_id: str) -> Sequence[Decision]:
        """Everything that was decided and noted about a report, oldest first."""

    def decide(
        self, report_id: str, incident_id: str, verdict: Verdict, *, reason: str, reviewer: str
    ) -> Decision:
        """Append a decision; when this returns it survives a power cut."""


class Services(Protocol):
    """The use cases behind the pages."""

    @property
    def analyses(self) -> AnalysisService:
        """Analyse recordings, write their reports."""

    @property
    def reports(self) -> ReportService:
        """Reports that are kept."""

    @property
    def synchronizer(self) -> Synchronizer:
        """Exchange with the centre."""

    @property
    def reviews(self) -> Reviews:
        """Decisions on incidents."""
