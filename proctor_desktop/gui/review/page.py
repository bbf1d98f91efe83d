"""Review: look at each incident beside its evidence, and decide; drawn from the desk alone."""

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.timeline import Micros
from proctor_desktop.gui.kit.actions import bind
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import Empty, Page
from proctor_desktop.gui.kit.splitter import RememberedSplitter
from proctor_desktop.gui.kit.toast import Toast
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review import actions
from proctor_desktop.gui.review.deciding import Deciding
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.exam_marking import ExamMarking
from proctor_desktop.gui.review.finding import Finding
from proctor_desktop.gui.review.handing_on import HandingOn
from proctor_desktop.gui.review.head_row import HeadRow
from proctor_desktop.gui.review.heading import Heading, deed_words
from proctor_desktop.gui.review.judging import Judging
from proctor_desktop.gui.review.opened import Opened
from proctor_desktop.gui.review.picture_panel import PicturePanel
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.playing import Playing
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.review.side_tabs import SideTabs
from proctor_desktop.gui.review.sound import Sound
from proctor_desktop.gui.review.telling import Telling
from proctor_desktop.gui.review.trial_band import TrialBand
from proctor_desktop.gui.services import Services

LEAST, LEAST_SIDE = QSize(780, 380), 380
ROOM_FOR_LANES, ROOM_FOR_GAUGES = 600, 700
"""Lower than this, the page shows the picture and the decision, and of the curves nothing; lower
than the second, risk and coverage stand in the line of the heading."""


class ReviewPage(Page):
    """One report at a time.

    Signals:
        trouble: an exception to be shown.
        told: a sentence for the status line.
        decided: id of the report about which something was written.
    """

    trouble = Signal(object)
    told = Signal(str)
    decided = Signal(str)

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        database: Background,
        compute: Background,
        player: Player | None = None,
    ) -> None:
        """``player`` is another one than that of the recording, for tests."""
        super().__init__(
            translate("Review", "Review"),
            deed_words(),
        )
        self._preferences = preferences
        self.player = player or Player(self)
        self.sound = Sound(self.player, self)
        self.reviewing = Reviewing(services, database, self.player, self)
        self.deciding = Deciding(self.reviewing, services.reviews, preferences, database, self)
        self.handing_on = HandingOn(self, self.reviewing, services, preferences, compute)
        self.marking = ExamMarking(self.reviewing, services, preferences, database, self)
        self.finding = Finding(self, self.reviewing, services, preferences, compute)
        self.judging = Judging(self, self.reviewing, self.deciding, self._shown)
        self._build(compute)
        self._lay_out()
        self._bind(preferences)
        self._connect()
        self._draw(self.reviewing.desk)

    def _shown(self) -> tuple[str, str]:
        """The incident whose explanation stands on the screen."""
        return self.incidents.shown

    # building

    def _build(self, compute: Background) -> None:
        self._actions: dict[str, QAction] = {}
        self.head = HeadRow()
        self.band = TrialBand()
        self.picture = PicturePanel(self.player, self._preferences)
        self.tabs = tabs = SideTabs(self._preferences, compute)
        self.incidents, self.end_card, self.exam = tabs.incidents, tabs.end_card, tabs.exam
        self.what_if, self.gaze, self.history = tabs.what_if, tabs.gaze, tabs.history
        self.calibration = tabs.calibration
        self.above = Heading(self.heading, self.sentence)
        self.toast = Toast(self.picture)
        self.view, self.timeline = self.picture.view, self.picture.timeline

    def _lay_out(self) -> None:
        self.beside_heading(self.above.brief, self.above.notices, self.above.export)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        self.splitter = RememberedSplitter(
            "review", self._preferences.splitter, self._preferences.keep_splitter
        )
        self.splitter.addWidget(self.picture)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 4)
        self.splitter.setSizes([5000, 4000])
        side.setMinimumWidth(LEAST_SIDE)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.band)
        rows.addWidget(self.splitter, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(Empty("mdi6.eye-check-outline", _nothing_words()))
        self.stack.addWidget(content)
        self.body.addWidget(self.stack, 1)

    def _bind(self, preferences: Preferences) -> None:
        keys = preferences.keys
        looking = (self.incidents.table, self.view, self.timeline, self.end_card)
        playing = Playing(self.player, self.picture.transport, self.timeline)
        watching = (self.picture, self.tabs.decision)  # the sliders of What if have arrows too
        self._actions |= bind(self, actions.playing_actions(), keys, watching, playing)
        self._actions |= bind(self, actions.going_actions(), keys, (self,), self.judging)
        self._actions |= bind(self, actions.deciding_actions(), keys, looking, self.judging)
        self._actions |= bind(self, actions.exam_actions(), keys, (self,), self.marking)
        self._actions |= bind(self, actions.handing_actions(), keys, (self,), self.handing_on)
        self.picture.transport.use(self._actions)
        self.incidents.use(self._actions)
        self.exam.use(self._actions)

    def _connect(self) -> None:
        reviewing, deciding, marking = self.reviewing, self.deciding, self.marking
        reviewing.changed.connect(self._draw)
        reviewing.told.connect(self.told)
        reviewing.failed.connect(self.trouble)
        self.telling = Telling(self, self.toast, reviewing, (deciding, marking), self._preferences)
        for deeds in (deciding, marking):
            deeds.written.connect(self.decided)
            deeds.failed.connect(self.trouble)
        self.handing_on.told.connect(self.told)
        self.finding.trouble.connect(self.trouble)
        self.finding.told.connect(self.told)
        self._connect_panels()
        self.drawings = (
            Drawing(lambda desk: (desk.asked, desk.opened is None), self._draw_opened),
            Drawing(lambda desk: desk.trial is None, self._draw_trial),
        )

    def _connect_panels(self) -> None:
        reviewing = self.reviewing
        self.picture.sought.connect(reviewing.seek)
        self.picture.chosen.connect(reviewing.choose)
        self.picture.locate_asked.connect(self.finding.ask)
        self.incidents.chosen.connect(reviewing.choose)
        self.incidents.kind_asked.connect(reviewing.show_kind)
        self.incidents.stills.enlarged.connect(self.handing_on.enlarge)
        self.incidents.model.sort_asked.connect(reviewing.sort)
        self.end_card.following_asked.connect(reviewing.open_following)
        self.end_card.verdict_given.connect(self.deciding.give_verdict)
        self.gaze.sought.connect(reviewing.play_from)
        self.calibration.strip.sought.connect(reviewing.seek)
        self.exam.sought.connect(reviewing.play_from)
        self.calibration.replay_wanted.connect(self._replay_calibration)
        self.player.moved.connect(self.calibration.strip.set_playhead)
        self.player.failed.connect(self.picture.say_unreadable)
        self.picture.transport.sound.muted.connect(self.sound.mute)
        self.picture.transport.sound.turned.connect(self.sound.turn)
        self.what_if.assessed.connect(reviewing.try_settings)
        self.band.ended.connect(self._end_trial)
        self.tabs.currentChanged.connect(self._leave_trial)
        self.history.chosen.connect(self._show_incident)
        self.history.note_wanted.connect(self.judging.note_recording)
        self.head.risk.why_asked.connect(self.handing_on.explain_risk)
        self.head.coverage.why_asked.connect(self.handing_on.explain_coverage)
        self.above.notices.clicked.connect(self.handing_on.show_notices)
        self.above.brief.clicked.connect(self.handing_on.explain_risk)
        self.above.export.clicked.connect(self.handing_on.export)
        self.above.export.setToolTip(self._actions["export"].toolTip())

    # a report

    def open_report(self, report_id: str) -> None:
        """Review a report; what stood here before is gone at once."""
        self.toast.hide()
        self.reviewing.open(report_id)
        self.tabs.show_incidents()
        self.incidents.table.setFocus()

    def shown(self) -> None:
        """Nothing is decided before there was time to look."""
        self.reviewing.came_to_front()

    def event(self, event: QEvent) -> bool:
        """A window that covered this one was closed: look first, then decide."""
        if event.type() is QEvent.Type.WindowActivate:
            self.reviewing.came_to_front()
        return super().event(event)

    # drawing

    @Slot(object)
    def _draw(self, desk: Desk) -> None:
        for drawing in self.drawings:
            drawing(desk)
        self.head.draw(desk)
        self.above.draw(desk)
        self.above.brief.setText(self.head.brief)
        self.picture.draw(desk)
        self.tabs.draw(desk)

    def _draw_opened(self, desk: Desk) -> None:
        self.stack.setCurrentIndex(1 if desk.asked else 0)
        if desk.opened is None:
            self.sound.open(None)
        else:
            self._open_sound(desk.opened)

    def _open_sound(self, opened: Opened) -> None:
        has_track, transport = opened.report.analysis.recording.has_audio, self.picture.transport
        is_heard = self.sound.open(opened.recording if has_track else None)
        transport.show_sound(has_track=has_track, is_heard=is_heard)
        if has_track and opened.recording is not None and not is_heard:
            self.told.emit(transport.sound.toolTip())

    def _draw_trial(self, desk: Desk) -> None:
        self.band.setVisible(desk.trial is not None)

    # what a person does

    @Slot(int)
    def _leave_trial(self, _place: int) -> None:
        if not self.tabs.is_trial:
            self._end_trial()

    @Slot()
    def _end_trial(self) -> None:
        self.what_if.end()
        self.reviewing.try_settings(None)

    @Slot(str)
    def _show_incident(self, incident_id: str) -> None:
        self.tabs.show_incidents()
        self.reviewing.choose(incident_id)

    @Slot()
    def _replay_calibration(self) -> None:
        opened = self.reviewing.desk.opened
        self.reviewing.play_from(opened.exam_begins if opened is not None else Micros(0))

    def refresh(self) -> None:
        """Nothing that was decided elsewhere moves what a person looks at."""

    def minimumSizeHint(self) -> QSize:
        """With what little room the decision stays in sight: see `resizeEvent`."""
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little height the picture and the decision come before the curves."""
        super().resizeEvent(event)
        has_room, is_high = self.height() >= ROOM_FOR_LANES, self.height() >= ROOM_FOR_GAUGES
        self.picture.show_lanes(has_room)
        self.incidents.show_stills(has_room, are_low=not is_high)
        for widget in (self.sentence, self.head):
            widget.setVisible(is_high)
        self.above.brief.setVisible(not is_high)

    def apply_theme(self) -> None:
        """Take the colours of the current theme."""
        self.timeline.apply_theme()

    def close_page(self) -> None:
        """End the player and its threads."""
        self.sound.close()
        self.player.close()
        self.what_if.close_panel()


def _nothing_words() -> str:
    return translate("Review", "Choose a report on the page Reports, or analyse a recording.")
