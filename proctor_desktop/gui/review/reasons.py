"""Export, the reasons behind the numbers, and what the timeline shows of them, in Review."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton

from proctor_desktop.gui.display.curves import limits_of, open_spans, row_span, threshold_degrees
from proctor_desktop.gui.display.timeline import Timeline
from proctor_desktop.gui.display.why import WhyDialog, risk_paragraphs
from proctor_desktop.gui.export import FORMATS, export_report, unused_path
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.judging import JudgingPage
from proctor_desktop.gui.review.loading import Session
from proctor_desktop.gui.services import Services
from proctor_desktop.scoring.assessment import Assessment


class ExplainingPage(JudgingPage):
    """Part of the Review page: files to hand on, and why the numbers are what they are."""

    _services: Services
    _compute: Background
    timeline: Timeline
    _notices: QPushButton
    _session: Session | None = None

    @Slot()
    def export(self) -> None:
        """Ask for a file name; its ending decides the format."""
        if self._session is None:
            return
        report = self._session.report
        patterns = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in FORMATS)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place))
        name, chosen = QFileDialog.getSaveFileName(
            self,
            translate("Review", "Export the report"),
            str(unused_path(documents, f"{report.student_id}_{report.exam_id}", ".pdf")),
            patterns,
        )
        if name:
            path = Path(name)
            if path.suffix.lower() not in FORMATS:
                path = path.with_name(path.name + f".{chosen.split(' ')[0].lower()}")
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the report; the ending of ``path`` decides the format."""
        if self._session is not None:
            report_id = self._session.report.report_id
            self._compute.run(
                partial(export_report, self._services, report_id, path), self._exported
            )

    def _exported(self, path: Path) -> None:
        self.told.emit(translate("Review", "Written: {path}").format(path=path))

    @Slot()
    def _explain_risk(self) -> None:
        if self._session is None:
            return
        analysis = self._session.report.analysis
        paragraphs = risk_paragraphs(analysis.class_reason, analysis.contributions)
        WhyDialog(translate("Review", "Why this risk"), paragraphs, self).open()

    @Slot()
    def _explain_coverage(self) -> None:
        if self._session is None:
            return
        coverage = self._session.report.analysis.coverage
        paragraphs = [coverage.sentence, *(each.sentence for each in coverage.technical_events)]
        paragraphs = [said(each) for each in paragraphs]
        WhyDialog(translate("Review", "Why this coverage"), paragraphs, self).open()

    def _count_notices(self, count: int) -> None:
        self._notices.setVisible(count > 0)
        self._notices.setText(translate("Review", "Read first ({count})").format(count=count))

    @Slot()
    def _show_notices(self) -> None:
        if self._session is None:
            return
        sentences = [said(each.sentence) for each in self._session.report.analysis.warnings]
        title = translate("Review", "Before you believe the numbers")
        WhyDialog(title, sentences, self).open()

    def _show_spans(self) -> None:
        """The incidents of the report and this candidate's thresholds in the timeline."""
        self.timeline.set_spans([row_span(row) for row in self.log.rows()])
        if self._session is not None:
            for lane, limit in limits_of(self._session.report).items():
                self.timeline.set_threshold(lane, limit)

    @Slot(object)
    def _show_what_if(self, assessment: Assessment | None) -> None:
        """In the timeline, the incidents that the settings of the sliders would give."""
        if assessment is None:
            self._show_spans()
            return
        for lane, limit in threshold_degrees(assessment.calibration.thresholds).items():
            self.timeline.set_threshold(lane, limit)
        self.timeline.choose_span(None)
        self.timeline.set_spans(open_spans(assessment.incidents))
