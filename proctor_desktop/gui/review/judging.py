"""What the keys of decision do in Review: ask where something must be said, then hand it on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from proctor_desktop.domain.review import AddedIncident, Verdict
from proctor_desktop.domain.timeline import Micros, from_seconds
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.alike import AlikeDialog
from proctor_desktop.gui.review.decide import NoteDialog, OwnIncidentDialog, ReasonDialog
from proctor_desktop.gui.review.deciding import Deciding
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.review.stills import Key

OWN_SPAN = from_seconds(2.0)


class Judging:
    """One method for each deciding action.

    Args:
        parent: of the dialogs.
        reviewing, deciding: read and change the desk.
        shown: the incident that the widgets show at this moment.
    """

    def __init__(
        self,
        parent: QWidget,
        reviewing: Reviewing,
        deciding: Deciding,
        shown: Callable[[], Key],
    ) -> None:
        self._parent = parent
        self._reviewing = reviewing
        self._deciding = deciding
        self._shown = shown

    def next_incident(self) -> None:
        """Look at the next incident of the list."""
        self._reviewing.go(1)

    def previous_incident(self) -> None:
        """Look at the incident before."""
        self._reviewing.go(-1)

    def next_recording(self) -> None:
        """Go on with the next recording."""
        self._reviewing.open_following()

    # deciding

    def confirm(self) -> None:
        """Confirm what is on the screen and go on."""
        self._deciding.decide(self._shown(), Verdict.CONFIRM)

    def dismiss(self) -> None:
        """Ask why, then dismiss what is on the screen and go on."""
        row = self._decidable()
        if row is not None:
            dialog = ReasonDialog(words_of(row), row.incident.kind, self._parent)
            dialog.given.connect(partial(self._deciding.decide, self._shown(), Verdict.DISMISS))
            _open(dialog)

    def decide_alike(self) -> None:
        """Judge what is on the screen together with those alike, with one reason."""
        row, judged = self._decidable(), self._reviewing.desk.judged
        if row is None or judged is None:
            return
        alike = [each for each in judged.alike(row.incident.id) if each is not row]
        dialog = AlikeDialog([row, *alike], self._parent)
        dialog.given.connect(partial(self._deciding.decide, self._shown()))
        _open(dialog)

    def _decidable(self) -> IncidentRow | None:
        """What is on the screen; None, and why is said, where it cannot be decided."""
        why_not = self._deciding.refusal(self._shown())
        if why_not is not None:
            self._deciding.refused.emit(why_not)
            return None
        return self._reviewing.desk.row

    def undo(self) -> None:
        """Take the last decision back."""
        self._deciding.undo()

    def redo(self) -> None:
        """Make the decision again."""
        self._deciding.redo()

    # notes

    def write_note(self) -> None:
        """Write a note about the span that was marked, else about the incident on the screen."""
        row = self._reviewing.desk.row
        if row is None or self._reviewing.desk.marked:
            self.note_recording()
        else:
            self._ask_for_note(self._shown(), words_of(row), "")

    def note_recording(self) -> None:
        """Write a note about the whole recording, or about the span that was marked."""
        desk = self._reviewing.desk
        if desk.opened is None:
            return
        span = span_words(desk.marked)
        about = span or translate("Review", "The whole recording")
        self._ask_for_note((desk.asked, ""), about, f"[{span}] " if span else "")

    def _ask_for_note(self, about: Key, words: str, prefix: str) -> None:
        dialog = NoteDialog(words, self._parent)
        dialog.given.connect(partial(self._keep_note, about, prefix))
        _open(dialog)

    def _keep_note(self, about: Key, prefix: str, text: str) -> None:
        if prefix:
            self._reviewing.unmark()
        self._deciding.note(about, prefix + text)

    # an incident of one's own

    def add_incident(self) -> None:
        """Add an incident over the span that was marked, else around the playhead."""
        desk = self._reviewing.desk
        if desk.opened is None:
            return
        span = desk.marked or around(desk.playhead, desk.duration)
        dialog = OwnIncidentDialog(span_words(span), self._parent)
        dialog.given.connect(partial(self._keep_own, desk.asked, span))
        _open(dialog)

    def _keep_own(
        self, report_id: str, span: tuple[Micros, Micros], kind: str, reason: str
    ) -> None:
        self._deciding.add(report_id, AddedIncident(kind, *span), reason)

    def mark_start(self) -> None:
        """Begin a span at the playhead."""
        self._reviewing.mark(start=True)

    def mark_end(self) -> None:
        """End a span at the playhead."""
        self._reviewing.mark(start=False)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def words_of(row: IncidentRow) -> str:
    """An incident in a few words: number, what, when."""
    return f"{row.incident.id}, {row.what}, {clock_words(from_seconds(row.incident.start))}"


def span_words(span: tuple[Micros, Micros] | None) -> str:
    """A span as two clock times, empty for none."""
    return "" if span is None else f"{clock_words(span[0])} - {clock_words(span[1])}"


def around(time: Micros, duration: Micros) -> tuple[Micros, Micros]:
    """A short span around a time, within the recording."""
    start = max(0, time - OWN_SPAN // 2)
    return Micros(start), Micros(min(start + OWN_SPAN, max(time, duration)))
