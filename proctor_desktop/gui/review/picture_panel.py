"""The picture, the player below it, and the timeline."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from proctor_desktop.gui.display.curves import (
    kind_rows,
    lane_specs,
    limits_of,
    open_spans,
    outside_of,
    own_row,
    row_span,
    threshold_degrees,
)
from proctor_desktop.gui.display.lane import AXIS_WIDTH
from proctor_desktop.gui.display.picture import Picture
from proctor_desktop.gui.display.spans import Span
from proctor_desktop.gui.display.switches import LayerSwitches
from proctor_desktop.gui.display.timeline import Timeline
from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import button
from proctor_desktop.gui.kit.splitter import RememberedSplitter
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.opened import Opened
from proctor_desktop.gui.review.overview_strip import OverviewStrip
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.transport import Transport
from proctor_desktop.scoring.policy import class_limits


class PicturePanel(QWidget):
    """Drawn from the desk and the frame that the player shows of its recording.

    Signals:
        sought: a time of the recording.
        chosen: id of the incident that was clicked in the timeline.
        locate_asked: the recording is to be found.
    """

    sought = Signal(object)
    chosen = Signal(str)
    locate_asked = Signal()

    def __init__(
        self, player: Player, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._desk = Desk()
        self.view = VideoView("")
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.transport = Transport(player)
        self.layers = LayerSwitches(self.view, is_stored=True)
        self.timeline = Timeline(lane_specs(), (*kind_rows(), own_row()))
        self.strip = OverviewStrip()
        self.locate = button(
            translate("Review", "The recording is not where it was. Find it..."),
            "mdi6.file-search-outline",
        )
        self.locate.setObjectName("locate")
        self.locate.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.locate.clicked.connect(self.locate_asked)
        self._lay_out(preferences)
        self.timeline.sought.connect(self.sought)
        self.timeline.span_chosen.connect(self._choose_span)
        self.timeline.view_changed.connect(self.strip.show_view)
        self.strip.sought.connect(self.sought)
        player.showed.connect(self._draw_frame)
        self.drawings = (
            Drawing(lambda desk: (desk.asked, desk.opened), self._draw_recording),
            Drawing(lambda desk: desk.opened, self._draw_curves),
            Drawing(lambda desk: (desk.opened, desk.judged, desk.trial), self._draw_spans),
            Drawing(_framed, self._draw_chosen),
            Drawing(lambda desk: (desk.opened, desk.playhead), self._draw_playhead),
            Drawing(lambda desk: (desk.opened, desk.span), self._draw_marked),
        )

    def _lay_out(self, preferences: Preferences) -> None:
        picture, curves = QWidget(), QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        self._switches = QWidget()
        switches = QHBoxLayout(self._switches)
        switches.setContentsMargins(0, 0, 0, 0)
        switches.addWidget(self.layers, 1)
        switches.addWidget(self.transport.stops)
        switches.addWidget(self.transport.skips)
        for widget, stretch in ((self.locate, 0), (self.view, 1), (self.transport, 0),
                                (self._switches, 0)):  # fmt: skip
            column.addWidget(widget, stretch)
        below = QVBoxLayout(curves)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        self.strip.setContentsMargins(AXIS_WIDTH, 0, 6, 0)
        below.addWidget(self.timeline, 1)
        below.addWidget(self.strip)
        self.splitter = RememberedSplitter(
            "review_picture",
            preferences.splitter,
            preferences.keep_splitter,
            Qt.Orientation.Vertical,
        )
        self.splitter.addWidget(picture)
        self.splitter.addWidget(curves)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def show_lanes(self, shown: bool) -> None:
        """Show curves and switches, or where there is no room, the picture above all."""
        self.timeline.setVisible(shown)
        self.strip.setContentsMargins(AXIS_WIDTH if shown else 0, 0, 6, 0)
        self._switches.setVisible(shown)

    # drawing

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        self._desk = desk
        for drawing in self.drawings:
            drawing(desk)

    def _draw_recording(self, desk: Desk) -> None:
        opened = desk.opened
        self.locate.setVisible(opened is not None and opened.recording is None)
        self.view.show_picture(None)
        self.view.set_sentence(_without_picture(opened))
        self.view.set_name(opened.report.student_id if opened is not None else "")
        if opened is not None:
            rest = opened.baseline
            self.view.set_rest(rest.eye_horizontal.center, rest.eye_vertical.center)
        self._draw_frame()

    @Slot()
    def _draw_frame(self, *_: object) -> None:
        """The frame at the playhead, of the recording of the report on the desk."""
        opened, frame = self._desk.opened, self._player.shown
        if opened is None or frame is None:
            if self._player.lacks_picture:
                self.view.set_sentence(_nothing_here())
            self.view.show_picture(None)
            return
        sample = None
        if opened.signals is not None and len(opened.signals.track):
            track = opened.signals.track
            place = int(track.times.searchsorted(frame.time, side="right")) - 1
            sample = track.sample(max(0, place))
        self.view.show_picture(Picture(frame, sample=sample))

    def _draw_curves(self, desk: Desk) -> None:
        self.timeline.clear()
        if desk.opened is not None:
            limits = class_limits(desk.opened.report.analysis.provenance.settings)
            self.timeline.lanes["risk"].set_steps([(end, "") for _, end in limits.ends()[:-1]])
            self.timeline.set_duration(desk.duration)
            self.timeline.set_outside(outside_of(desk.opened.report))
            for lane, curve in desk.opened.curves.items():
                self.timeline.load(lane, *curve)
        self.transport.set_duration(desk.duration)

    def _draw_spans(self, desk: Desk) -> None:
        """The incidents of the report, or those that the settings on trial would give."""
        self.timeline.set_spans(spans_of(desk))
        self.strip.show_spans(desk.duration, self.timeline.spans)
        for lane, limit in thresholds_of(desk).items():
            self.timeline.set_threshold(lane, limit)

    def _draw_chosen(self, desk: Desk) -> None:
        ids = [row.incident.id for row in desk.listing.rows]
        is_listed = desk.trial is None and desk.chosen in ids
        self.timeline.choose_span(ids.index(desk.chosen) if is_listed else None)

    def _draw_playhead(self, desk: Desk) -> None:
        self.timeline.set_playhead(desk.playhead)
        self.strip.show_playhead(desk.playhead)

    def _draw_marked(self, desk: Desk) -> None:
        self.timeline.mark(desk.marked)

    # what a person does

    @Slot(int)
    def _choose_span(self, place: int) -> None:
        if self._desk.trial is None:
            self.chosen.emit(self._desk.listing.rows[place].incident.id)

    @Slot(object)
    def say_unreadable(self, error: BaseException) -> None:
        """The recording could not be read on."""
        self.locate.show()
        self.view.set_sentence(said(str(error)))
        self.view.show_picture(None)


def _framed(desk: Desk) -> object:
    return desk.opened, desk.judged, desk.trial, desk.chosen


def _nothing_here() -> str:
    return translate(
        "Review", "The recording shows nothing here: no picture came, or it was not recorded."
    )


def _without_picture(opened: Opened | None) -> str:
    if opened is None or opened.recording is not None:
        return translate("Review", "The recording is being opened.")
    return translate(
        "Review",
        "The recording {name} was not found. Curves, pictures and decisions are all here.",
    ).format(name=opened.report.analysis.recording.name)


def spans_of(desk: Desk) -> list[Span]:
    """Incidents as the timeline shows them, in time order."""
    if desk.trial is not None:
        return open_spans(desk.trial.incidents)
    return [row_span(row) for row in desk.listing.rows]


def thresholds_of(desk: Desk) -> dict[str, float]:
    """Thresholds by lane, those on trial where there is a trial."""
    if desk.trial is not None:
        return threshold_degrees(desk.trial.calibration.thresholds)
    return limits_of(desk.opened.report) if desk.opened is not None else {}
