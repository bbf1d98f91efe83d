"""The end of a recording: what was decided, and the way to the next one."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from proctor_desktop.domain.review import IncidentState, RecordingVerdict, recording_verdict
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import verdict_words
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import button, label, primary_button
from proctor_desktop.gui.language.translation import filled, translate
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.gui.review.following import Following
from proctor_desktop.gui.review.judged import Judged


class EndCard(QWidget):
    """Drawn from the desk.

    Signals:
        following_asked: go on with the next recording.
        verdict_given: id of the report whose end is shown, and a `RecordingVerdict`.
    """

    following_asked = Signal()
    verdict_given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("EndCard", "Everything is decided"))
        self._title = label("", "heading")
        self._counts = label("")
        self._next_words = label("", "muted")
        self._next = primary_button(translate("EndCard", "Next recording (Return)"))
        self._next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._next.clicked.connect(self.following_asked)
        self._verdict = label("")
        self._shown = ""
        self._verdicts = self._verdict_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._title)
        layout.addWidget(self._counts)
        layout.addSpacing(8)
        layout.addWidget(label(translate("EndCard", "What follows for this recording?")))
        layout.addLayout(self._verdicts)
        layout.addWidget(self._verdict)
        layout.addSpacing(12)
        layout.addWidget(self._next_words)
        layout.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self.drawings = (
            Drawing(lambda desk: desk.judged, self._draw_judged),
            Drawing(lambda desk: desk.following, self._draw_following),
        )

    def _verdict_buttons(self) -> QVBoxLayout:
        row = QVBoxLayout()
        for number, verdict in enumerate(RecordingVerdict, start=1):
            words = verdict_words(verdict)
            made = button(f"{number}  {words[:1].upper()}{words[1:]}")
            made.setObjectName(f"verdict_{verdict.value}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self._give, verdict))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _give(self, verdict: RecordingVerdict, _checked: bool = False) -> None:
        self.verdict_given.emit(self._shown, verdict)

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        for drawing in self.drawings:
            drawing(desk)

    def _draw_judged(self, desk: Desk) -> None:
        if desk.judged is None:
            self._shown = ""
            for words in (self._title, self._counts, self._verdict):
                words.setText("")
            return
        self._shown = desk.judged.report.report_id
        verdict = recording_verdict(desk.judged.decisions)
        self._verdict.setText("" if verdict is None else _given_words(verdict))
        self._title.setText(
            translate("EndCard", "{student}: everything is decided").format(
                student=desk.judged.report.student_id
            )
        )
        self._counts.setText(counts_words(desk.judged))

    def _draw_following(self, desk: Desk) -> None:
        self._next_words.setText(following_words(desk.following))
        self._next.setVisible(desk.following is not None)

    @property
    def words(self) -> str:
        """What is said, line by line."""
        return "\n".join(
            each.text() for each in (self._title, self._counts, self._verdict, self._next_words)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit gives the verdict, Return goes on."""
        verdicts = list(RecordingVerdict)
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(verdicts) and not event.isAutoRepeat():
            self._give(verdicts[number])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.following_asked.emit()
        else:
            super().keyPressEvent(event)


def _given_words(verdict: RecordingVerdict) -> str:
    return translate("EndCard", "Verdict: {verdict}.").format(verdict=verdict_words(verdict))


def counts_words(judged: Judged) -> str:
    """How many incidents were confirmed and how many dismissed."""
    if not judged.rows:
        return translate("EndCard", "No incidents in this recording.")
    states = [row.state for row in judged.rows]
    return translate("EndCard", "{confirmed} confirmed, {dismissed} dismissed.").format(
        confirmed=states.count(IncidentState.CONFIRMED),
        dismissed=states.count(IncidentState.DISMISSED),
    )


def following_words(following: Following | None) -> str:
    """Which recording comes next, and how many behind it."""
    if following is None:
        return translate("EndCard", "No other recording is left to review.")
    return filled(
        translate("EndCard", "Next: {student}, {exam}, {class} {risk:.2f}; behind it {behind}"),
        **{
            "student": following.student_id,
            "exam": following.exam_id,
            "class": class_words(following.risk_class),
            "risk": following.risk,
            "behind": following.behind,
        },
    )
