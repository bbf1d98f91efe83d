"""Risk and coverage of the report on the desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from proctor_desktop.domain.review import IncidentState
from proctor_desktop.gui.display.gauges import CoverageGauge, RiskGauge
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.report.coverage import unmeasured
from proctor_desktop.scoring.extent import report_range, sayable_class
from proctor_desktop.scoring.policy import class_limits
from proctor_desktop.scoring.reviewed import reviewed


class HeadRow(QWidget):
    """Drawn from the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.risk = RiskGauge()
        self.coverage = CoverageGauge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for gauge in (self.risk, self.coverage):  # level, however many lines their words take
            row.addWidget(gauge, 1, Qt.AlignmentFlag.AlignTop)
        self.drawings = (
            Drawing(lambda desk: desk.judged, self._draw_risk),
            Drawing(lambda desk: desk.opened, self._draw_coverage),
        )

    @property
    def brief(self) -> str:
        """Risk and coverage in one line, where there is no room for more."""
        return f"{self.risk.words}, {self.coverage.words}" if self.risk.words.strip("- ") else ""

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        for drawing in self.drawings:
            drawing(desk)

    def _draw_risk(self, desk: Desk) -> None:
        """The measured risk, and what is left of it once something was dismissed."""
        if desk.judged is None:
            self.risk.reset()
            return
        report = desk.judged.report
        review = reviewed(report, desk.judged.decisions)
        measured = report.analysis.risk_score, sayable_class(report)
        is_less = IncidentState.DISMISSED in review.incidents.values()
        left_class = None if review.is_little else review.reviewed_class
        after_review = (review.reviewed_risk, left_class) if is_less else None
        limits = class_limits(report.analysis.provenance.settings)
        self.risk.show_risk(*measured, limits, after_review, report_range(report))

    def _draw_coverage(self, desk: Desk) -> None:
        if desk.opened is None:
            self.coverage.reset()
            return
        coverage = desk.opened.report.analysis.coverage
        known = coverage.measurable_share, coverage.is_complete, unmeasured(coverage)
        self.coverage.show_share(*known)
