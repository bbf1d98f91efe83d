"""What the keys of decision do in Review."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabWidget

from proctor_desktop.domain.report import IncidentRecord
from proctor_desktop.domain.review import AddedIncident, Verdict
from proctor_desktop.domain.timeline import clock, from_seconds, to_seconds
from proctor_desktop.gui.display.words import kind_words
from proctor_desktop.gui.kit.elements import Page
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.decide import NoteDialog, OwnIncidentDialog, ReasonDialog
from proctor_desktop.gui.review.incident_panel import IncidentPanel
from proctor_desktop.gui.review.log import ReviewLog
from proctor_desktop.gui.review.player import Player

OWN_SPAN_SEC = 2.0


class JudgingPage(Page):
    """Part of the Review page: one method for each deciding action.

    Signals:
        told: a sentence for the status line.
    """

    told = Signal(str)

    player: Player
    log: ReviewLog
    incidents: IncidentPanel
    tabs: QTabWidget
    _span: tuple[float | None, float | None] = (None, None)
    _own: tuple[float, float] = (0.0, 0.0)
    _note_about = ""

    @Slot()
    def next_incident(self) -> None:
        """Go to the next incident in time."""
        self._move(1)

    @Slot()
    def previous_incident(self) -> None:
        """Go to the incident before."""
        self._move(-1)

    def _move(self, direction: int) -> None:
        rows = self.log.rows()
        if not rows:
            return
        ids = [row.incident.id for row in rows]
        incident = self.incidents.incident
        here = ids.index(incident.id) if incident is not None else -1
        place = min(len(ids) - 1, max(0, here + direction))
        self.tabs.setCurrentWidget(self.incidents)
        self.incidents.choose(ids[place])

    @Slot()
    def confirm(self) -> None:
        """Confirm the chosen incident and go on."""
        self._judge(Verdict.CONFIRM, "")

    @Slot()
    def dismiss(self) -> None:
        """Ask why, then dismiss the chosen incident and go on."""
        incident = self.incidents.incident
        if incident is None:
            return
        dialog = ReasonDialog(self._what(incident), self)
        dialog.given.connect(self._dismiss_because)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def _dismiss_because(self, reason: str) -> None:
        self._judge(Verdict.DISMISS, reason)

    def _judge(self, verdict: Verdict, reason: str) -> None:
        incident = self.incidents.incident
        if incident is None:
            return
        self.log.judge(incident.id, verdict, reason)
        following = self.log.next_open(incident)
        if following is not None and following.id != incident.id:
            self.incidents.choose(following.id)

    @Slot()
    def undo(self) -> None:
        """Take the last decision back."""
        incident_id = self.log.undo()
        if incident_id is not None:
            self.incidents.choose(incident_id)

    @Slot()
    def redo(self) -> None:
        """Make the decision again."""
        incident_id = self.log.redo()
        if incident_id is not None:
            self.incidents.choose(incident_id)

    @Slot()
    def write_note(self) -> None:
        """Write a note about the span that was set, else about the chosen incident."""
        incident = self.incidents.incident
        if incident is None or self._span_words():
            self.note_recording()
        else:
            self._ask_for_note(incident.id, self._what(incident))

    @Slot()
    def note_recording(self) -> None:
        """Write a note about the whole recording, or about the span that was set."""
        about = self._span_words() or translate("Review", "The whole recording")
        self._ask_for_note("", about)

    def _ask_for_note(self, incident_id: str, about: str) -> None:
        self._note_about = incident_id
        dialog = NoteDialog(about, self)
        dialog.given.connect(self._keep_note)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def _keep_note(self, text: str) -> None:
        span = self._span_words()
        if span and not self._note_about:
            text = f"[{span}] {text}"
            self._span = (None, None)
        self.log.note(self._note_about, text)

    def _span_words(self) -> str:
        """The span that was set, empty where none was or it has no length."""
        start, end = self._span
        if start is None or end is None or end <= start:
            return ""
        return f"{clock(from_seconds(start))} - {clock(from_seconds(end))}"

    @staticmethod
    def _what(incident: IncidentRecord) -> str:
        return f"{incident.id}, {kind_words(incident.kind)}, {clock(from_seconds(incident.start))}"

    @Slot()
    def add_incident(self) -> None:
        """Add an incident over the span that was set, else around the playhead."""
        start, end = self._own = self._own_span()
        words = f"{clock(from_seconds(start))} - {clock(from_seconds(end))}"
        dialog = OwnIncidentDialog(words, self)
        dialog.given.connect(self._keep_own)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _own_span(self) -> tuple[float, float]:
        """Seconds of the span that was set; without one, the second around the playhead."""
        if self._span_words():
            start, end = self._span
            assert start is not None
            assert end is not None
            return start, end
        here = to_seconds(self.player.time)
        start = max(0.0, here - OWN_SPAN_SEC / 2)
        return start, min(start + OWN_SPAN_SEC, max(here, to_seconds(self.player.duration)))

    @Slot(str, str)
    def _keep_own(self, kind: str, reason: str) -> None:
        start, end = self._own
        self._span = (None, None)
        self.log.add(AddedIncident(kind, from_seconds(start), from_seconds(end)), reason)

    @Slot()
    def trim_in(self) -> None:
        """Begin a span at the playhead; the next note names it."""
        self._trim(to_seconds(self.player.time), self._span[1])

    @Slot()
    def trim_out(self) -> None:
        """End a span at the playhead."""
        self._trim(self._span[0], to_seconds(self.player.time))

    def _trim(self, start: float | None, end: float | None) -> None:
        self._span = (start, end)
        shown = [clock(from_seconds(each)) if each is not None else "?" for each in self._span]
        self.told.emit(
            translate(
                "Review", "Span {start} to {end}; A adds it as an incident, T writes a note"
            ).format(start=shown[0], end=shown[1])
        )
