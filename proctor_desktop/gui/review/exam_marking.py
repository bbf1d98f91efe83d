"""Marking when the exam begins and ends: the report is scored anew, and read again."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from proctor_desktop.domain.exam import FIRST_SEC, Given
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.timeline import from_seconds, to_seconds
from proctor_desktop.gui.display.words import clock_words
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.deciding import Refusal
from proctor_desktop.gui.review.opened import Opened, read_opened
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.services import Services


class ExamMarking(QObject):
    """Gives the times of the exam on the desk.

    Signals:
        marked: a sentence that says what holds now; `undo` takes it back.
        refused: a `Refusal`; nothing was changed.
        written: id of the report that was scored anew.
        failed: the exception; nothing was changed.
    """

    marked = Signal(str)
    refused = Signal(object)
    written = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        reviewing: Reviewing,
        services: Services,
        preferences: Preferences,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reviewing = reviewing
        self._services = services
        self._preferences = preferences
        self._background = background
        self._before: tuple[str, Given] | None = None

    @property
    def _here(self) -> float:
        """Second of the playhead; 0 would mean that nobody gave a time."""
        return max(FIRST_SEC, to_seconds(self._reviewing.desk.playhead))

    def begin_here(self) -> None:
        """Let the exam begin at the playhead."""
        self._change(begins_sec=self._here)

    def end_here(self) -> None:
        """Let the exam end at the playhead."""
        self._change(ends_sec=self._here)

    def forget(self) -> None:
        """Let the program find the beginning, and the exam end with the recording."""
        self._change(begins_sec=0.0, ends_sec=0.0)

    def undo(self) -> None:
        """Give the times back that stood before the last change."""
        if self._before is not None and self._before[0] == self._reviewing.desk.asked:
            self._give(*self._before)

    def _change(self, **times: float) -> None:
        opened = self._reviewing.desk.opened
        if opened is not None:
            given = Given.of(opened.report.analysis.provenance.settings)
            self._give(opened.report.report_id, replace(given, **times))

    def _give(self, report_id: str, times: Given) -> None:
        desk, reviewer = self._reviewing.desk, self._preferences.reviewer
        if desk.opened is None or desk.trial is not None:
            self.refused.emit(Refusal.TRIAL if desk.opened else Refusal.NOTHING_SHOWN)
        elif not reviewer:
            self.refused.emit(Refusal.NOBODY)
        else:
            before = Given.of(desk.opened.report.analysis.provenance.settings)
            self._background.run(
                partial(_given, self._services, report_id, times, reviewer),
                partial(self._take, (report_id, before)),
                self.failed.emit,
            )

    def _take(self, before: tuple[str, Given], opened: Opened) -> None:
        self._before = before
        self._reviewing.take_again(opened)
        self.marked.emit(marked_words(opened.report))
        self.written.emit(before[0])


def _given(services: Services, report_id: str, times: Given, reviewer: str) -> Opened:
    services.exam_times.give(report_id, times, actor=reviewer)
    return read_opened(services, report_id)


def marked_words(report: Report) -> str:
    """From when to when the exam lasts, and what that changed."""
    exam = report.analysis.exam
    assert exam is not None, "scoring it anew says so"
    words = translate(
        "Exam", "The exam lasts from {begin} to {end}. Charged incidents: {inside}, outside: {out}."
    )
    return words.format(
        begin=clock_words(from_seconds(exam.begins)),
        end=clock_words(from_seconds(exam.ends)),
        inside=len(report.analysis.incidents),
        out=len(report.analysis.outside),
    )
