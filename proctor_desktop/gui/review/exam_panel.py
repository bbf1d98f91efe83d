"""When the exam begins and ends, and what happened outside of it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proctor_desktop.domain.exam import ExamEdge
from proctor_desktop.domain.report import ExamRecord, OutsideRecord
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.display.words import clock_words, movement_words
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.translation import decimal, translate
from proctor_desktop.gui.review.desk import Desk

SHOWN = ("exam_begins", "exam_ends", "exam_found")


class ExamPanel(QWidget):
    """Drawn from the desk.

    Signals:
        sought: time of what lies outside of the exam and was clicked on.
    """

    sought = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = label("")
        self._when.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # before the buttons: Return is safe
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.addWidget(self._when)
        self._buttons = QVBoxLayout()
        self._layout.addLayout(self._buttons)
        self._outside: tuple[OutsideRecord, ...] = ()
        self._title = label("", "heading")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(translate("Exam", "Before and after the exam"))
        self._list.itemActivated.connect(self._seek)
        self._list.itemClicked.connect(self._seek)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._list, 1)
        self._layout.addStretch()
        self.drawings = (Drawing(lambda desk: desk.opened, self._draw),)

    def minimumSizeHint(self) -> QSize:
        """The buttons and one line of the list."""
        return QSize(200, 160)

    def use(self, actions: dict[str, QAction]) -> None:
        """Make the buttons."""
        for name in SHOWN:
            made = button(actions[name].text())
            made.setObjectName(name)
            made.setIcon(actions[name].icon())
            made.setToolTip(actions[name].toolTip())
            made.clicked.connect(actions[name].trigger)
            self._buttons.addWidget(made)

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        for drawing in self.drawings:
            drawing(desk)

    def _draw(self, desk: Desk) -> None:
        analysis = desk.opened.report.analysis if desk.opened is not None else None
        self._outside = analysis.outside if analysis is not None else ()
        exam = analysis.exam if analysis is not None else None
        self._when.setText("" if analysis is None else exam_words(exam))
        self._title.setText(outside_title(len(self._outside)))
        self._list.clear()
        self._list.addItems([outside_words(one) for one in self._outside])
        self._list.setVisible(bool(self._outside))

    @property
    def words(self) -> str:
        """What is said, line by line."""
        rows = (self._list.item(row).text() for row in range(self._list.count()))
        return "\n".join((self._when.text(), self._title.text(), *rows))

    @Slot(QListWidgetItem)
    def _seek(self, item: QListWidgetItem) -> None:
        self.sought.emit(from_seconds(self._outside[self._list.row(item)].start))


def exam_words(exam: ExamRecord | None) -> str:
    """From when to when the exam lasts, and how that is known."""
    if exam is None:
        return translate("Exam", "The whole recording is the exam.")
    words = translate("Exam", "The exam lasts from {begin} to {end}. {how} {until}")
    begin, end = (clock_words(from_seconds(each)) for each in (exam.begins, exam.ends))
    how, until = _begins(ExamEdge(exam.begins_by)), _ends(ExamEdge(exam.ends_by))
    return words.format(begin=begin, end=end, how=how, until=until)


def _begins(edge: ExamEdge) -> str:
    return {
        ExamEdge.RECORDING: translate("Exam", "It begins with the recording."),
        ExamEdge.SEATED: translate(
            "Exam", "Its beginning was found: somebody first sat in the empty chair."
        ),
        ExamEdge.STEADY: translate(
            "Exam", "Its beginning was found: there the candidate first sat steadily."
        ),
        ExamEdge.GIVEN: translate("Exam", "Its beginning was given by a person."),
    }[edge]


def _ends(edge: ExamEdge) -> str:
    if edge is ExamEdge.GIVEN:
        return translate("Exam", "Its end was given by a person.")
    return translate("Exam", "It ends with the recording.")


def outside_title(count: int) -> str:
    """How much happened outside of the exam."""
    if not count:
        return translate("Exam", "Nothing was found before and after it.")
    words = translate("Exam", "Before and after it, shown and not charged: {count}")
    return words.format(count=count)


def outside_words(outside: OutsideRecord) -> str:
    """What happened, when, and for how long."""
    what = movement_words(outside.kind, outside.direction, outside.axis)
    time = clock_words(from_seconds(outside.start))
    return f"{outside.id}  {time}, {decimal(outside.duration, 1)} s\n{what}"
