"""What the window asks of the rest of the program; `bootstrap` builds it."""

from typing import Protocol

from proctor_desktop.services.analyses import AnalysisService
from proctor_desktop.services.reports import ReportService


class Services(Protocol):
    """The use cases behind the pages."""

    @property
    def analyses(self) -> AnalysisService:
        """Analyse recordings, write their reports."""

    @property
    def reports(self) -> ReportService:
        """Reports that are kept."""
