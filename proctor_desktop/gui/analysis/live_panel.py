"""What is seen while a recording is analysed: picture, calibration, gauges and curves."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.calibration import Baseline
from proctor_desktop.domain.events import Incident
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import SignalTrack, TrackBuilder
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.engine.parts import Part
from proctor_desktop.gui.analysis.calibration_ring import CalibrationRing
from proctor_desktop.gui.analysis.part_curves import PartCurves
from proctor_desktop.gui.display.curves import (
    CAMERA_AXIS,
    kind_rows,
    lane_specs,
    open_spans,
    outside_parts,
    signal_curves,
    threshold_degrees,
)
from proctor_desktop.gui.display.gauges import CoverageGauge, RiskGauge
from proctor_desktop.gui.display.picture import Picture
from proctor_desktop.gui.display.switches import LayerSwitches
from proctor_desktop.gui.display.timeline import Timeline
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.display.why import WhyDialog, risk_paragraphs
from proctor_desktop.gui.display.words import clock_words, movement_words
from proctor_desktop.gui.kit.elements import Card, button
from proctor_desktop.gui.language.translation import decimal, translate
from proctor_desktop.pipeline import Outcome, Update
from proctor_desktop.scoring.assessment import Assessment
from proctor_desktop.scoring.extent import Extent
from proctor_desktop.scoring.policy import Policy
from proctor_desktop.scoring.risk import classify

SIDE_WIDTH = 248
FOUND_HEIGHT = 88
"""Three incidents of two lines."""


class LivePanel(QWidget):
    """Takes updates of the pipeline and shows the latest state.

    Signals:
        stop_asked: a person wants the capture that is shown to end.
        begin_asked, end_asked: the exam of the capture that is shown begins or ends now.
    """

    stop_asked = Signal()
    begin_asked = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = VideoView("")
        self.stop = button(
            translate("Live", "End this capture"),
            "mdi6.stop-circle-outline",
            translate("Live", "End it and write its report"),
        )
        self.stop.clicked.connect(self.stop_asked)
        self.exam_begins = button(
            translate("Live", "Exam begins"),
            "mdi6.flag-outline",
            translate("Live", "The exam begins now; what came before is not charged (Ctrl+B)"),
        )
        self.exam_begins.clicked.connect(self.begin_asked)
        self.exam_ends = button(
            translate("Live", "Exam ends"),
            "mdi6.flag-checkered",
            translate("Live", "The exam ends now; what comes after is not charged (Ctrl+Shift+B)"),
        )
        self.exam_ends.clicked.connect(self.end_asked)
        self.show_live(False)
        self.ring = CalibrationRing()
        self.risk = RiskGauge()
        self.coverage = CoverageGauge()
        self._lines: list[str] = []
        self._limits: tuple[tuple[float, str], ...] = ()
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.found.setResizeMode(QListView.ResizeMode.Adjust)  # when the scroll bar takes room
        self.found.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setMinimumHeight(FOUND_HEIGHT)
        self.found.setAccessibleName(translate("Live", "Incidents so far"))
        self.found.itemClicked.connect(self._show_incident)
        self.timeline = Timeline(lane_specs(), kind_rows())
        self._builder = TrackBuilder(Micros(1))
        self._parts: PartCurves | None = None
        self._policy = Policy()
        self._baseline: Baseline | None = None
        self._assessment: Assessment | None = None
        self._reason_coverage = ""
        self.risk.why_asked.connect(self._explain_risk)
        self.coverage.why_asked.connect(self._explain_coverage)
        self._lay_out()

    def _lay_out(self) -> None:
        calibration = Card(translate("Live", "Calibration"))
        calibration.body.addWidget(self.ring)
        marks = QVBoxLayout()  # beside each other they are wider than the card
        for each in (self.exam_begins, self.exam_ends):
            marks.addWidget(each)
        calibration.body.addLayout(marks)
        numbers = Card()
        numbers.body.addWidget(self.risk)
        numbers.body.addWidget(self.coverage)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        incidents = Card(translate("Live", "Incidents so far"))
        incidents.body.addWidget(self.found)
        side.addWidget(calibration)
        side.addWidget(numbers)
        side.addWidget(incidents, 1)
        side_box = QWidget()
        side_box.setLayout(side)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(side_box)
        scrolled.setFixedWidth(SIDE_WIDTH)
        below = QHBoxLayout()
        below.addWidget(LayerSwitches(self.view), 1)
        below.addWidget(self.stop)
        picture = QVBoxLayout()
        picture.addWidget(self.view, 1)
        picture.addLayout(below)
        top = QWidget()
        top.setLayout(picture)
        picture.setContentsMargins(0, 0, 0, 0)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(top)
        splitter.addWidget(self.timeline)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter, 1)
        layout.addWidget(scrolled)

    def show_live(self, is_live: bool) -> None:
        """Offer what can be done with a capture, or nothing."""
        for each in (self.exam_begins, self.exam_ends, self.stop):
            each.setVisible(is_live)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        self.timeline.apply_theme()

    # a recording

    def begin(self, step: Micros, policy: Policy, name: str, sentence: str) -> None:
        """Before the first frame of ``name``; ``sentence`` stands where the picture will be."""
        self.view.set_name(name)
        self.view.set_lamp("")
        self.view.set_alarm("")
        self._draw_limits(policy)
        self._builder = TrackBuilder(step)
        self._parts = None
        self._policy = policy
        limits = [(end, "") for _, end in policy.limits.ends()[:-1]]
        self.timeline.lanes["risk"].set_steps(limits)
        self._baseline = None
        self._assessment = None
        self.ring.reset()
        self.risk.reset()
        self.coverage.reset()
        self.found.clear()
        self._lines = []
        self.view.set_rest(0.0, 0.0)
        self.view.set_sentence(sentence)
        self.view.show_picture(None)
        for lane in ("gaze", "yaw", "pitch", "roll"):
            self.timeline.set_threshold(lane, None)
        self.timeline.clear()

    def _draw_limits(self, policy: Policy) -> None:
        """Draw where a class ends and the next begins, under the policy of this analysis."""
        limits = tuple((end, "") for _, end in policy.limits.ends() if end < 1)
        if limits != self._limits:
            self._limits = limits
            self.timeline.lanes["risk"].set_steps(limits)

    @Slot(float)
    def set_duration(self, seconds: float) -> None:
        """Length of the recording, 0 where it is not known beforehand."""
        if seconds > 0:
            self.timeline.set_duration(from_seconds(seconds))

    def take(self, updates: Sequence[Update]) -> None:
        """Show what is new."""
        fresh = [update.sample for update in updates if update.outcome is None]
        for sample in fresh:
            self._builder.append(sample)
        latest = updates[-1]
        measured = latest.measured
        self.view.show_picture(Picture(measured.frame, measured.face, measured.look, latest.sample))
        if latest.verdict is not None:
            verdict = latest.verdict
            self.ring.show_frame(
                verdict.accepted_frames,
                verdict.needed_frames,
                verdict.seconds_left,
                verdict.rejection,
            )
        if fresh:
            part = SignalTrack.from_samples(fresh, Micros(1))
            for lane, curve in signal_curves(part, self._baseline or CAMERA_AXIS).items():
                self.timeline.append(lane, *curve)
        assessed = next((each for each in reversed(updates) if each.assessment), None)
        if assessed is not None and assessed.assessment is not None:
            # what is not read yet is not missing, so the class is that of the score alone
            so_far = classify(assessed.assessment.risk.score, self._policy)
            self._show_assessment(assessed.assessment, so_far, to_seconds(latest.sample.time))

    @Slot(object)
    def take_part(self, part: Part) -> None:
        """Show what a process has measured: where it belongs, dotted until it is final."""
        if self._parts is None:
            self._parts = PartCurves()
            self.timeline.set_duration(part.end)
        self._parts.take(part)
        if part.assessment is not None:
            so_far = classify(part.assessment.risk.score, self._policy)
            self._show_assessment(part.assessment, so_far, self._parts.seconds)
        self._load_parts(self._parts)

    def _load_parts(self, parts: PartCurves) -> None:
        self.timeline.set_provisional(*parts.provisional(), parts.breaks())
        for lane, curve in parts.curves(self._baseline or CAMERA_AXIS).items():
            self.timeline.load(lane, *curve)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the final state of an analysis that was not watched as well."""
        assessment = outcome.assessment
        self._parts = None
        self.timeline.set_provisional(np.empty(0), np.empty(0), np.empty(0))
        self._baseline = assessment.calibration.baseline
        self.timeline.set_duration(from_seconds(outcome.record.duration_sec))
        self._load(outcome.track)
        risk_class = assessment.risk.classification
        self._show_assessment(assessment, risk_class, outcome.record.duration_sec)

    def _load(self, track: SignalTrack) -> None:
        for lane, curve in signal_curves(track, self._baseline or CAMERA_AXIS).items():
            self.timeline.load(lane, *curve)

    def _show_assessment(
        self, assessment: Assessment, risk_class: RiskClass, elapsed: float
    ) -> None:
        self._assessment = assessment
        calibration = assessment.calibration
        if calibration.baseline != self._baseline:
            self._baseline = calibration.baseline
            self.view.set_rest(
                self._baseline.eye_horizontal.center, self._baseline.eye_vertical.center
            )
            if self._parts is None:
                self._load(self._builder.track())
        for lane, value in threshold_degrees(calibration.thresholds).items():
            self.timeline.set_threshold(lane, value)
        self.ring.show_result(calibration)
        risk = assessment.risk
        begun = max(0.0, elapsed - to_seconds(assessment.exam.interval.onset))
        extent = Extent(begun, assessment.measurable_sec)
        said = None if extent.is_little else risk_class
        self.risk.show_risk(risk.score, said, self._policy.limits)
        self.coverage.show_share(extent.share)
        self._reason_coverage = translate(
            "Live", "{measurable:.0f} of {elapsed:.0f} seconds so far could be measured."
        ).format(measurable=extent.measured_sec, elapsed=extent.exam_sec)
        self.timeline.append("risk", np.array([elapsed]), np.array([risk.score], np.float32))
        self._list_incidents(assessment)
        self.timeline.set_spans(open_spans(assessment.incidents))
        exam = assessment.exam.interval
        begins, ends = to_seconds(exam.onset), to_seconds(exam.offset)
        self.timeline.set_outside(outside_parts(begins, ends, elapsed))

    @Slot(QListWidgetItem)
    def _show_incident(self, item: QListWidgetItem) -> None:
        """Frame the incident that was clicked on in the timeline; outside of the exam are none."""
        row = self.found.row(item)
        if row < len(self.timeline.spans):
            self.timeline.choose_span(row)

    def _list_incidents(self, assessment: Assessment) -> None:
        outside = translate("Live", "outside of the exam, not charged")
        lines = [_line(each) for each in assessment.incidents]
        lines += [f"{_line(each)} ({outside})" for each in assessment.outside]
        if lines != self._lines:
            self._lines = lines
            self.found.clear()
            self.found.addItems(lines)
            self.found.scrollToBottom()

    # why

    @Slot()
    def _explain_risk(self) -> None:
        if self._assessment is None:
            return
        paragraphs = risk_paragraphs(
            self._assessment.class_reason,
            self._assessment.risk.contributions,
            self._policy.limits,
        )
        WhyDialog(translate("Live", "Why this risk"), paragraphs, self).open()

    @Slot()
    def _explain_coverage(self) -> None:
        paragraphs = [
            self._reason_coverage,
            translate(
                "Live",
                "What could not be measured is hatched in the timelines. It never adds to the "
                "risk.",
            ),
        ]
        WhyDialog(translate("Live", "Why this coverage"), paragraphs, self).open()


def incident_words(incident: Incident) -> str:
    """Kind and direction of an incident."""
    event = incident.primary
    direction, axis = (each.value if each else None for each in (event.direction, event.axis))
    return movement_words(event.kind.value, direction, axis)


def _line(incident: Incident) -> str:
    """When, how long, and what: two lines of the list."""
    began, seconds = clock_words(incident.interval.onset), decimal(incident.interval.seconds, 1)
    return f"{began}, {seconds} s\n{incident_words(incident)}"
