"""Review: look at each incident beside its evidence, and decide."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.errors import SourceOpenError
from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.report import IncidentRecord, RiskClass
from proctor_desktop.domain.review import IncidentState
from proctor_desktop.domain.timeline import Interval, clock, from_seconds
from proctor_desktop.gui.display.curves import (
    kind_rows,
    lane_specs,
    own_row,
)
from proctor_desktop.gui.display.gauges import CoverageGauge, RiskGauge
from proctor_desktop.gui.display.picture import Picture
from proctor_desktop.gui.display.switches import LayerSwitches
from proctor_desktop.gui.display.timeline import Timeline
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.kit.actions import bind
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import Empty, button
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.actions import judging_actions, playing_actions
from proctor_desktop.gui.review.calibration_panel import CalibrationPanel
from proctor_desktop.gui.review.gaze_panel import GazePanel
from proctor_desktop.gui.review.history_panel import HistoryPanel
from proctor_desktop.gui.review.incident_panel import IncidentPanel
from proctor_desktop.gui.review.loading import Session, load_pictures, load_session
from proctor_desktop.gui.review.log import ReviewLog
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.playing import PlayingActions
from proctor_desktop.gui.review.reasons import ExplainingPage
from proctor_desktop.gui.review.sound import Sound
from proctor_desktop.gui.review.transport import Transport
from proctor_desktop.gui.review.what_if import WhatIfPanel
from proctor_desktop.gui.services import Services
from proctor_desktop.media.video_file import file_sha256

LEAD_IN_SEC = 1.0
SIDE_WIDTH = 470


class ReviewPage(PlayingActions, ExplainingPage):
    """One report at a time."""

    trouble = Signal(object)
    decided = Signal(str)

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        database: Background,
        compute: Background,
    ) -> None:
        super().__init__(
            translate("Review", "Review"),
            translate(
                "Review",
                "N goes to the next incident, Space plays it, C confirms, D dismisses. F1 shows "
                "every key.",
            ),
        )
        self._services = services
        self._preferences = preferences
        self._database = database
        self._compute = compute
        self._session: Session | None = None
        self.player = Player(self)
        self.sound = Sound(self.player, self)
        self.log = ReviewLog(services.reviews, database, lambda: preferences.reviewer, self)
        own_keys = preferences.keys
        self._actions = {
            **bind(self, playing_actions(), own_keys, (self,)),
            **bind(self, judging_actions(), own_keys, (self,)),
        }
        self._build()
        self._lay_out()
        self._connect()

    # building

    def _build(self) -> None:
        self.view = VideoView(translate("Review", "The recording is being opened."))
        self.transport = Transport(self.player, self._actions)
        self.timeline = Timeline(lane_specs(), (*kind_rows(), own_row()))
        self.incidents = IncidentPanel(self._actions)
        self.what_if = WhatIfPanel(self._compute)
        self.gaze = GazePanel()
        self.calibration = CalibrationPanel()
        self.history = HistoryPanel()
        self.risk = RiskGauge()
        self.coverage = CoverageGauge()
        self._locate = button(
            translate("Review", "The recording is not where it was. Find it..."),
            "mdi6.file-search-outline",
        )
        self._locate.clicked.connect(self.ask_for_recording)
        self._locate.hide()
        self._notices = button(translate("Review", "Read first"), "mdi6.alert-outline")
        self._notices.setToolTip(
            translate("Review", "What to know before the numbers of this report are believed")
        )
        self._notices.clicked.connect(self._show_notices)
        self._notices.hide()
        self._export = button(translate("Review", "Export..."), "mdi6.file-export-outline")
        self._export.setToolTip(self._actions["export"].toolTip())
        self._export.clicked.connect(self.export)

    def _lay_out(self) -> None:
        self.beside_heading(self._notices)
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._locate)
        column.addWidget(self.view, 1)
        column.addWidget(self.transport)
        column.addWidget(LayerSwitches(self.view, is_stored=True))
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(picture)
        left.addWidget(self.timeline)
        left.setStretchFactor(0, 1)
        left.setStretchFactor(1, 1)
        left.setChildrenCollapsible(False)
        tabs = QTabWidget()
        tabs.setAccessibleName(translate("Review", "What is shown beside the recording"))
        tabs.addTab(self.incidents, translate("Review", "Incidents"))
        tabs.addTab(self.what_if, translate("Review", "What if"))
        tabs.addTab(self.gaze, translate("Review", "Gaze map"))
        tabs.addTab(self.calibration, translate("Review", "Calibration"))
        tabs.addTab(self.history, translate("Review", "Notes"))
        self.tabs = tabs
        numbers = QHBoxLayout()
        for gauge in (self.risk, self.coverage):  # level, however many lines their words take
            numbers.addWidget(gauge, 1, Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(numbers)
        side.addWidget(tabs, 1)
        side.addWidget(self._export, 0, Qt.AlignmentFlag.AlignRight)
        right.setFixedWidth(SIDE_WIDTH)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(left, 1)
        row.addWidget(right)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            Empty(
                "mdi6.eye-check-outline",
                translate("Review", "Choose a session on the Sessions page, or analyse a video."),
            )
        )
        self._stack.addWidget(content)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.timeline.lanes["risk"].set_steps(((0.2, ""), (0.4, ""), (0.65, "")))
        self.timeline.sought.connect(self.player.seek)
        self.timeline.span_chosen.connect(self._choose_span)
        self.player.moved.connect(self.timeline.set_playhead)
        self.player.showed.connect(self._show_frame)
        self.player.reached.connect(self._reached)
        self.player.failed.connect(self._recording_failed)
        self.incidents.chosen.connect(self._go_to)
        self.gaze.sought.connect(self._play_from)
        self.calibration.strip.sought.connect(self.player.seek)
        self.player.moved.connect(self.calibration.strip.set_playhead)
        self.what_if.assessed.connect(self._show_what_if)
        self.calibration.replay_wanted.connect(self._replay_calibration)
        self.history.chosen.connect(self._show_incident)
        self.history.note_wanted.connect(self.note_recording)
        self.log.changed.connect(self._decision_changed)
        self.log.failed.connect(self.trouble)
        self.risk.why_asked.connect(self._explain_risk)
        self.coverage.why_asked.connect(self._explain_coverage)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        self.timeline.apply_theme()

    # a report

    @property
    def session(self) -> Session | None:
        """What is reviewed."""
        return self._session

    def open_report(self, report_id: str) -> None:
        """Review a report."""
        self.player.pause()
        self._database.run(partial(load_session, self._services, report_id), self._show)

    def _show(self, session: Session) -> None:
        self._session = session
        report = session.report
        duration = from_seconds(max(report.video_duration_sec, 0.1))
        self.heading.setText(
            translate("Review", "Review: {student}, {exam}").format(
                student=report.student_id, exam=report.exam_id
            )
        )
        self._count_notices(len(report.analysis.warnings))
        coverage = report.analysis.coverage
        self.coverage.show_share(coverage.measurable_share, coverage.is_complete)
        self.timeline.clear()
        self.timeline.set_duration(duration)
        for lane, curve in session.curves.items():
            self.timeline.load(lane, *curve)
        self.transport.set_duration(duration)
        self.calibration.load(report, session.calibration_frames)
        self.what_if.load(report, session.signals)
        if session.signals is None:
            self.gaze.clear()
        else:
            self.gaze.load(session.signals.track, session.baseline, report.adaptive_thresholds.eye)
        self.log.load(report, session.decisions)
        rest = session.baseline
        self.view.set_rest(rest.eye_horizontal.center, rest.eye_vertical.center)
        self._stack.setCurrentIndex(1)
        self._open_recording()
        self._show_incidents()
        first = self.log.next_open(None) or next(iter(report.analysis.incidents), None)
        if first is not None:
            self.incidents.choose(first.id)
        self.setFocus()
        self.view.setFocus()

    def _open_recording(self) -> None:
        session = self._session
        if session is None:
            return
        record = session.report.analysis.recording
        path = self._preferences.recording(record.sha256) if record.sha256 else None
        self._locate.setVisible(path is None)
        is_heard = self.sound.open(path if record.has_audio else None)
        self.transport.show_sound(has_track=record.has_audio, is_heard=is_heard)
        if record.has_audio and path is not None and not is_heard:
            self.told.emit(self.transport.sound.toolTip())
        self.view.show_picture(None)
        self.view.set_sentence(
            translate("Review", "The recording is being opened.")
            if path is not None
            else translate(
                "Review",
                "The recording {name} is not on this workstation. Curves, pictures and decisions "
                "are all here.",
            ).format(name=record.name)
        )
        settings = session.report.analysis.provenance.settings
        rotate = settings.get("sampling.rotate", 0)
        self.player.open(
            path,
            from_seconds(max(session.report.video_duration_sec, 0.1)),
            int(rotate) if isinstance(rotate, int) else 0,
        )

    @Slot()
    def ask_for_recording(self) -> None:
        """Let a person say where the recording lies now."""
        name, _ = QFileDialog.getOpenFileName(self, translate("Review", "Find the recording"))
        if name:
            self.take_recording(Path(name))

    def take_recording(self, path: Path) -> None:
        """Use a file as the recording, if it is the one that was analysed."""
        self._compute.run(partial(file_sha256, path), partial(self._check_recording, path))

    def _check_recording(self, path: Path, sha256: str) -> None:
        if self._session is None:
            return
        if sha256 != self._session.report.analysis.recording.sha256:
            self.trouble.emit(
                SourceOpenError(
                    translate(
                        "Review",
                        "{name} is not the recording that was analysed: its content differs. "
                        "Choose the original file.",
                    ).format(name=path.name)
                )
            )
            return
        self._preferences.remember_recording(sha256, path)
        self._open_recording()

    @Slot(object)
    def _recording_failed(self, error: BaseException) -> None:
        self._locate.show()
        self.view.set_sentence(said(str(error)))
        self.view.show_picture(None)

    @Slot(object)
    def _show_frame(self, frame: Frame) -> None:
        sample = None
        session = self._session
        if session is not None and session.signals is not None and len(session.signals.track):
            track = session.signals.track
            place = int(track.times.searchsorted(frame.time, side="right")) - 1
            sample = track.sample(max(0, place))
        self.view.show_picture(Picture(frame, sample=sample))

    # incidents

    def _show_incidents(self) -> None:
        rows = self.log.rows()
        self.incidents.set_rows(rows)
        self._show_spans()
        self.player.set_stops(
            [
                Interval(from_seconds(row.incident.start), from_seconds(row.incident.end))
                for row in rows
            ]
        )
        self.history.show_decisions(self.log.decisions)
        self._show_risk()
        self._explain()

    def _show_risk(self) -> None:
        """The measured risk, and what is left of it once something was dismissed."""
        from proctor_desktop.services.reviews import reviewed  # loads the database

        if self._session is None:
            return
        report = self._session.report
        review = reviewed(report, self.log.decisions)
        measured = report.analysis.risk_score, RiskClass(report.risk_classification)
        after_review = review.reviewed_risk, review.reviewed_class
        is_less = IncidentState.DISMISSED in review.incidents.values()
        self.risk.show_risk(*measured, after_review if is_less else None)

    @Slot(str)
    def _show_incident(self, incident_id: str) -> None:
        self.tabs.setCurrentWidget(self.incidents)
        self.incidents.choose(incident_id)

    def _explain(self) -> None:
        incident = self.incidents.incident
        if incident is None:
            self.incidents.explain(None, ())
            self.incidents.show_pictures(())
            self.timeline.choose_span(None)
            return
        rows = self.log.rows()
        place = next(n for n, row in enumerate(rows) if row.incident.id == incident.id)
        self.incidents.explain(rows[place], self.log.history(incident.id))
        self.timeline.choose_span(place)

    @Slot(object)
    def _go_to(self, incident: IncidentRecord) -> None:
        self._explain()
        self.player.pause()
        self.player.seek(from_seconds(max(0.0, incident.start - LEAD_IN_SEC)))
        if self._session is not None:
            self._database.run(
                partial(load_pictures, self._services, self._session.report.report_id, incident),
                partial(self._show_pictures, incident.id),
            )

    def _show_pictures(self, incident_id: str, pictures: Sequence[tuple[float, bytes]]) -> None:
        incident = self.incidents.incident
        if incident is not None and incident.id == incident_id:
            captioned = [(clock(from_seconds(second)), jpeg) for second, jpeg in pictures]
            self.incidents.show_pictures(captioned)

    @Slot(int)
    def _choose_span(self, place: int) -> None:
        self.incidents.choose(self.log.rows()[place].incident.id)

    @Slot(int)
    def _reached(self, place: int) -> None:
        self.incidents.choose(self.log.rows()[place].incident.id, tell=False)
        incident = self.incidents.incident
        if incident is None:
            return
        self._explain()
        self.told.emit(
            translate(
                "Review", "{incident}: play on with Space, confirm with C, dismiss with D"
            ).format(incident=incident.id)
        )

    @Slot(str)
    def _decision_changed(self, _incident_id: str) -> None:
        self._show_incidents()
        left = translate("Review", "Saved. Left to decide: {left}").format(left=self.log.left)
        done = translate("Review", "Saved. All are decided: E exports the report.")
        self.told.emit(left if self.log.left else done)
        if self._session is not None:
            self.decided.emit(self._session.report.report_id)

    @Slot(object)
    def _play_from(self, time: int) -> None:
        self.player.seek(time)
        self.player.play(1.0)

    @Slot()
    def _replay_calibration(self) -> None:
        self._play_from(0)

    def close_page(self) -> None:
        """End the player and its threads."""
        self.sound.close()
        self.player.close()
        self.what_if.close_panel()
