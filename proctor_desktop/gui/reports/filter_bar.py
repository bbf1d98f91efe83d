"""Search and filters above the list of reports."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.review import RecordingVerdict, ReviewState
from proctor_desktop.gui.display.gauges import class_words
from proctor_desktop.gui.display.words import review_words, verdict_words
from proctor_desktop.gui.kit.elements import label
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.reports.filters import NO_VERDICT, TOO_LITTLE, Span, Wanted, first_day

SEARCH_DELAY_MS = 150
NARROWEST_SEARCH = 140


class SearchLine(QLineEdit):
    """Signals: ``left_downwards`` when the key Down is pressed in it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads to what was found."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Signals: ``changed`` carries what is `Wanted` now."""

    changed = Signal(object)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.search.left_downwards.connect(self.left_downwards)
        self.search.setPlaceholderText(translate("Reports", "Search candidate, exam or recording"))
        self.search.setAccessibleName(translate("Reports", "Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(NARROWEST_SEARCH)
        self.counters = label("", "muted", wrap=False)
        self.counters.setObjectName("counters")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._timer.timeout.connect(self.apply)
        self.search.textChanged.connect(self._timer.start)
        self._make_choices()
        self._lay_out()

    def _make_choices(self) -> None:
        self.exam = self._choice(translate("Reports", "Exam"), translate("Reports", "any exam"), ())
        self.day = self._choice(
            translate("Reports", "Analysed"),
            translate("Reports", "any day"),
            [
                (translate("Reports", "today"), Span.TODAY),
                (translate("Reports", "last 7 days"), Span.WEEK),
                (translate("Reports", "last 30 days"), Span.MONTH),
            ],
        )
        self.risk = self._choice(
            translate("Reports", "Risk"),
            translate("Reports", "any risk"),
            [
                *((class_words(each), each.value) for each in RiskClass),
                (class_words(None), TOO_LITTLE),
            ],
        )
        self.review = self._choice(
            translate("Reports", "Review"),
            translate("Reports", "any state of review"),
            [(review_words(each), each.value) for each in ReviewState],
        )
        self.verdict = self._choice(
            translate("Reports", "Verdict"),
            translate("Reports", "any verdict"),
            [
                (translate("Reports", "no verdict yet"), NO_VERDICT),
                *((verdict_words(each), each.value) for each in RecordingVerdict),
            ],
        )

    def _choice(
        self, name: str, everything: str, choices: Iterable[tuple[str, object]]
    ) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.addItem(everything, "")
        for title, value in choices:
            box.addItem(title, value)
        box.currentIndexChanged.connect(self.apply)
        return box

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(self.counters)
        second = QHBoxLayout()
        for each in (self.exam, self.day, self.risk, self.review, self.verdict):
            second.addWidget(each, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addLayout(second)

    def offer_exams(self, exams: Sequence[str]) -> None:
        """Offer these exams; the chosen one stays chosen as long as it is there."""
        if [self.exam.itemText(row) for row in range(1, self.exam.count())] == list(exams):
            return
        chosen = self.exam.currentData()
        self.exam.blockSignals(True)
        while self.exam.count() > 1:
            self.exam.removeItem(1)
        for exam in exams:
            self.exam.addItem(exam, exam)
        self.exam.setCurrentIndex(max(0, self.exam.findData(chosen)))
        self.exam.blockSignals(False)
        self.apply()

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        span = self.day.currentData()
        return Wanted(
            words=tuple(self.search.text().casefold().split()),
            exam=self.exam.currentData(),
            risk=self.risk.currentData(),
            review=self.review.currentData(),
            verdict=self.verdict.currentData(),
            since=first_day(span if isinstance(span, Span) else None),
        )

    @Slot()
    def apply(self, *_: object) -> None:
        """Ask for it at once, without waiting for more letters."""
        self._timer.stop()
        self.changed.emit(self.wanted)

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        for each in (self.exam, self.day, self.risk, self.review, self.verdict):
            each.setCurrentIndex(0)
        self.apply()

    def stop(self) -> None:
        """End the timer."""
        self._timer.stop()
