"""The presenter of Review: what a person does changes the desk, and the page draws the desk."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from proctor_desktop.domain.report import IncidentRecord
from proctor_desktop.domain.timeline import Interval, Micros, from_seconds
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.following import Following, read_following
from proctor_desktop.gui.review.listing import Column, shown_span
from proctor_desktop.gui.review.opened import Opened, read_opened, read_stills
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.stills import Stills
from proctor_desktop.gui.services import Services
from proctor_desktop.scoring.assessment import Assessment


class Reviewing(QObject):
    """Holds the desk; every change of it is told with the whole of it.

    Signals:
        changed: the `Desk` as it stands now.
        told: a sentence for the status line.
        failed: the exception of a reading that failed.
    """

    changed = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        background: Background,
        player: Player,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._background = background
        self.player = player
        self.clock: Callable[[], float] = monotonic
        self.desk = Desk()
        player.moved.connect(self._moved)
        player.reached.connect(self.choose)

    def become(self, desk: Desk) -> None:
        """Go on from another desk: draw it, and read what it lacks."""
        before, self.desk = self.desk, desk
        self.changed.emit(desk)
        if desk.key != before.key and desk.row is not None:
            self._read_stills(desk)

    # a report

    def open(self, report_id: str) -> None:
        """Put another report on the desk; what stood there is gone at once."""
        self.player.open(None, Micros(0))
        self.become(Desk(asked=report_id, since=self.clock()))
        self._background.run(
            partial(read_opened, self._services, report_id),
            partial(self._take, report_id),
            partial(self._fail_to_open, report_id),
        )
        self._look_for_following()

    def _take(self, report_id: str, opened: Opened) -> None:
        if self.desk.asked != report_id or self.desk.opened is not None:
            return
        self.player.open(opened.recording, opened.duration, opened.read)
        self.become(self.desk.opening(opened, self.clock()))
        self.set_stops()
        self._show_chosen()

    def _fail_to_open(self, report_id: str, error: BaseException) -> None:
        if self.desk.asked == report_id:
            self.become(Desk(since=self.clock()))
        self.failed.emit(error)

    def take_recording(self, opened: Opened) -> None:
        """The recording of the report was found elsewhere."""
        if self.desk.opened is None or self.desk.asked != opened.report.report_id:
            return
        self.player.open(opened.recording, opened.duration, opened.read)
        self.become(replace(self.desk, opened=opened))
        self.set_stops()
        self._show_chosen()

    def take_again(self, opened: Opened) -> None:
        """The report on the desk was scored anew; its recording plays on."""
        if self.desk.opened is None or self.desk.asked != opened.report.report_id:
            return
        self.become(self.desk.reopening(opened, self.clock()))
        self.set_stops()
        self._show_chosen()

    def _look_for_following(self) -> None:
        asked = self.desk.asked
        self._background.run(
            partial(read_following, self._services, asked),
            partial(self._take_following, asked),
            self.failed.emit,
        )

    def _take_following(self, report_id: str, following: Following | None) -> None:
        if self.desk.asked == report_id:
            self.become(replace(self.desk, following=following))

    def open_following(self) -> None:
        """Go on with the next recording to review, the worst first."""
        if self.desk.following is not None:
            self.open(self.desk.following.report_id)
        else:
            self.told.emit(translate("Review", "No other recording is left to review."))

    def came_to_front(self) -> None:
        """Something else was on the screen: who sees the desk again gets a moment to look."""
        self.become(replace(self.desk, since=self.clock()))

    # what is looked at

    @Slot(str)
    def choose(self, incident_id: str) -> None:
        """Look at an incident: it is played again and again, from before it until after it."""
        if self.desk.judged is None or self.desk.judged.row(incident_id) is None:
            return
        self.become(self.desk.choosing(incident_id, self.clock()))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.desk.row
        if row is not None:
            self.player.repeat(shown_span(row, self.desk.duration))

    @Slot(object)
    def _moved(self, time: Micros) -> None:
        if self.desk.opened is not None and time != self.desk.playhead:
            self.become(self.desk.moving(time, self.clock()))

    def seek(self, time: Micros) -> None:
        """Put the playhead somewhere; the incident there, if there is one, is looked at."""
        self.player.seek(time)

    def play_from(self, time: Micros) -> None:
        """Play on from a time."""
        self.player.seek(time)
        self.player.play(1.0)

    def go(self, direction: int) -> None:
        """Look at the next (1) or previous (-1) incident of the list."""
        row = self.desk.listing.beside(self.desk.chosen, self.desk.playhead, direction)
        if row is not None:
            self.choose(row.incident.id)
        elif direction > 0 and self.desk.judged is not None and self.desk.judged.left == 0:
            self.look_at_none()
        else:
            self.told.emit(translate("Review", "There is no further incident in the list."))

    def look_at_none(self) -> None:
        """Look at no incident: the end of the list."""
        self.player.pause()
        self.become(self.desk.ending(self.clock()))

    def _read_stills(self, desk: Desk) -> None:
        row = desk.row
        if row is not None:
            self._background.run(
                partial(read_stills, self._services, desk.key, row), self._take_stills
            )

    def _take_stills(self, stills: Stills) -> None:
        if stills.key == self.desk.key:
            self.become(replace(self.desk, stills=stills))

    def set_stops(self) -> None:
        """Let playback stop at every incident there is now."""
        rows = self.desk.listing.rows
        self.player.set_stops([(row.incident.id, _span(row.incident)) for row in rows])

    # the list

    def sort(self, column: Column, is_falling: bool) -> None:
        """Put the list in another order."""
        self.become(self.desk.sorting(column, is_falling))

    def show_kind(self, kind: str) -> None:
        """List one kind of incident only, or all."""
        self.become(self.desk.showing_kind(kind))

    # trial

    @Slot(object)
    def try_settings(self, trial: Assessment | None) -> None:
        """Show what other settings would give, or what the report says."""
        if self.desk.trial is not trial:
            self.become(self.desk.trying(trial, self.clock()))

    # a span of one's own

    def mark(self, *, start: bool) -> None:
        """Beginning or end of a span at the playhead."""
        if self.desk.opened is not None:
            self.become(self.desk.marking(start=start))

    def unmark(self) -> None:
        """Forget the span."""
        self.become(replace(self.desk, span=(None, None)))


def _span(incident: IncidentRecord) -> Interval:
    return Interval(from_seconds(incident.start), from_seconds(incident.end))
