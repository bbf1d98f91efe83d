"""What stands beside the recording: incidents, trials, gaze, calibration, exam and notes."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QTabWidget

from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.scrolled import Scrolled
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.calibration_panel import CalibrationPanel
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.end_card import EndCard
from proctor_desktop.gui.review.exam_panel import ExamPanel
from proctor_desktop.gui.review.gaze_panel import GazePanel
from proctor_desktop.gui.review.history_panel import HistoryPanel
from proctor_desktop.gui.review.incident_panel import IncidentPanel
from proctor_desktop.gui.review.what_if import WhatIfPanel


class SideTabs(QTabWidget):
    """Drawn from the desk; the first tab is where incidents are decided."""

    def __init__(self, preferences: Preferences, compute: Background) -> None:
        super().__init__()
        self.incidents = IncidentPanel(preferences)
        self.end_card = EndCard()
        self.what_if = WhatIfPanel(compute)
        self.gaze = GazePanel()
        self.calibration = CalibrationPanel()
        self.exam = ExamPanel()
        self.history = HistoryPanel()
        self.setAccessibleName(translate("Review", "What is shown beside the recording"))
        self._lay_out()
        self.drawings = (
            Drawing(lambda desk: (desk.asked, desk.opened is None), self._draw_opened),
            Drawing(lambda desk: desk.is_finished, self._draw_finished),
            Drawing(lambda desk: desk.judged, self._draw_history),
        )

    def _lay_out(self) -> None:
        self.decision = QStackedWidget()
        self.decision.addWidget(self.incidents)
        self.decision.addWidget(self.end_card)
        self._trial = Scrolled(self.what_if)
        self.addTab(self.decision, translate("Review", "Incidents"))
        self.addTab(self._trial, translate("Review", "What if"))
        self.addTab(Scrolled(self.gaze), translate("Review", "Gaze map"))
        self.addTab(self.calibration, translate("Review", "Calibration"))
        self.addTab(self.exam, translate("Review", "Exam"))
        self.addTab(self.history, translate("Review", "Notes"))

    @property
    def is_trial(self) -> bool:
        """Whether other settings are tried in the tab in front."""
        return self.currentWidget() is self._trial

    def show_incidents(self) -> None:
        """Bring the first tab to the front."""
        self.setCurrentWidget(self.decision)

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        for drawing in self.drawings:
            drawing(desk)
        self.incidents.draw(desk)
        self.end_card.draw(desk)
        self.exam.draw(desk)

    def _draw_opened(self, desk: Desk) -> None:
        opened = desk.opened
        if opened is None:
            for panel in (self.calibration, self.what_if, self.gaze):
                panel.clear()
            return
        self.calibration.load(opened.report, opened.calibration_frames)
        self.what_if.load(opened.report, opened.signals)
        if opened.signals is None:
            self.gaze.clear()
        else:
            eye = opened.report.adaptive_thresholds.eye
            self.gaze.load(opened.signals.track, opened.baseline, eye)

    def _draw_finished(self, desk: Desk) -> None:
        had_focus = self.decision.isAncestorOf(QApplication.focusWidget() or self)
        self.decision.setCurrentWidget(self.end_card if desk.is_finished else self.incidents)
        if had_focus:  # what had it is hidden now
            (self.end_card if desk.is_finished else self.incidents.table).setFocus()

    def _draw_history(self, desk: Desk) -> None:
        self.history.show_decisions(desk.judged.decisions if desk.judged is not None else ())
