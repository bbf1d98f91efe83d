"""What is asked before something is done with reports: why, who, and whose they are."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from proctor_desktop.domain.report import Subject
from proctor_desktop.domain.review import RecordingVerdict
from proctor_desktop.gui.kit.question import Question
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.reports.desk import ReportDesk, Verdicts
from proctor_desktop.gui.reports.reassign import ReassignDialog
from proctor_desktop.gui.reviewer import ask_reviewer
from proctor_desktop.storage.repositories.listing import ReportSummary


class Asking(QObject):
    """Asks over a page, then has the desk do it."""

    def __init__(
        self,
        page: QWidget,
        desk: ReportDesk,
        preferences: Preferences,
        days: Callable[[], int],
    ) -> None:
        """``days`` are those that a deleted report stays in the bin now."""
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._preferences = preferences
        self._days = days

    def delete(self, report_ids: Sequence[str]) -> None:
        """Put reports into the bin."""
        if not report_ids:
            return
        days = self._days()
        sentence = translate(
            "Reports",
            "Reports: {count}. They stay in the bin for {days} days and can be restored until "
            "then.",
        )
        self._ask(
            translate("Reports", "Why are they deleted?"),
            (sentence if days else _for_good()).format(count=len(report_ids), days=days),
            partial(self._desk.delete, report_ids, days=days),
        )

    def erase(self, report_ids: Sequence[str]) -> None:
        """Erase reports that are in the bin."""
        self._ask(
            translate("Reports", "Why are they erased?"),
            _for_good().format(count=len(report_ids)),
            partial(self._desk.erase, report_ids),
        )

    def restore(self, report_ids: Sequence[str]) -> None:
        """Take reports out of the bin."""
        ask_reviewer(self._page, self._preferences, partial(self._desk.restore, report_ids))

    def judge(self, rows: Sequence[ReportSummary], verdict: RecordingVerdict | None) -> None:
        """Give recordings a verdict, or take theirs back."""
        before: Verdicts = {row.report_id: row.verdict for row in rows if row.verdict != verdict}
        if before:
            verdicts: Verdicts = dict.fromkeys(before, verdict)
            judge = partial(self._desk.judge, verdicts, before)
            ask_reviewer(self._page, self._preferences, judge)

    def reassign(self, rows: Sequence[ReportSummary]) -> None:
        """Give reports another candidate or exam; what they have in common is proposed."""
        if rows:
            candidates, exams = {row.student_id for row in rows}, {row.exam_id for row in rows}
            candidate = rows[0].student_id if len(candidates) == 1 else ""
            exam = rows[0].exam_id if len(exams) == 1 else ""
            then = partial(self._reassign, rows)
            ReassignDialog(candidate, exam, len(rows), then, self._page).ask()

    def _reassign(
        self, rows: Sequence[ReportSummary], candidate: str, exam: str, reason: str
    ) -> None:
        before = {row.report_id: Subject(row.student_id, row.exam_id) for row in rows}
        wanted = {
            row.report_id: Subject(candidate or row.student_id, exam or row.exam_id) for row in rows
        }
        changed = {key: subject for key, subject in wanted.items() if subject != before[key]}
        reassign = partial(self._desk.reassign, changed, reason)
        ask_reviewer(self._page, self._preferences, reassign)

    def _ask(self, title: str, sentence: str, then: Callable[[str, str], None]) -> None:
        """Ask why; ``then`` gets the reason and who gave it."""

        def given(reason: str) -> None:
            ask_reviewer(self._page, self._preferences, partial(then, reason))

        Question(title, sentence, translate("Reports", "Reason"), given, self._page).ask()


def _for_good() -> str:
    return translate("Reports", "Reports: {count}. They are erased at once, for good.")
