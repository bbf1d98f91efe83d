"""What stands above a review: whom it shows, when it was, and what to read first."""

from PySide6.QtWidgets import QLabel

from proctor_desktop.gui.display.moments import began_words
from proctor_desktop.gui.kit.drawing import Drawing
from proctor_desktop.gui.kit.elements import button, plain_hint
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.desk import Desk
from proctor_desktop.report.newer import warnings_of


class Heading:
    """The two lines of the page, and the buttons at the end of the first.

    Attributes:
        brief: risk and coverage in one line, where there is no room for more.
        notices, export: what to read first; write the report's files.
    """

    def __init__(self, title: QLabel, sentence: QLabel) -> None:
        self._title, self._sentence = title, sentence
        self.brief = button("", "mdi6.help-circle-outline")
        self.brief.setToolTip(translate("Review", "Why this risk"))
        self.brief.setMinimumWidth(1)  # the candidate's name comes first
        self.export = button(translate("Review", "Export..."), "mdi6.file-export-outline")
        self.notices = button(translate("Review", "Read first"), "mdi6.alert-outline")
        self.notices.setObjectName("notices")
        self.notices.setProperty("role", "warning")
        self.notices.setToolTip(
            translate("Review", "What to know before the numbers of this report are believed")
        )
        self.notices.hide()
        self.drawings = (
            Drawing(lambda desk: (desk.asked, desk.opened is None), self._draw_opened),
        )

    def draw(self, desk: Desk) -> None:
        """Show what stands on the desk, and nothing else."""
        for drawing in self.drawings:
            drawing(desk)

    def _draw_opened(self, desk: Desk) -> None:
        title, began, count = translate("Review", "Review"), "", 0
        if desk.opened is not None:
            report = desk.opened.report
            words = translate("Review", "{student}, {exam}")
            title = words.format(student=report.student_id, exam=report.exam_id)
            began, count = began_words(report.analysis.recording), len(warnings_of(report))
        self._title.setText(title)
        self._title.setToolTip(plain_hint(began))
        self._sentence.setText(f"{began} {deed_words()}".strip())
        self.export.setEnabled(desk.opened is not None)
        self.notices.setVisible(count > 0)
        self.notices.setText(translate("Review", "Read first ({count})").format(count=count))


def deed_words() -> str:
    """What to do on the page."""
    return translate(
        "Review",
        "Each incident plays until you decide: C confirms, D dismisses, N goes on. F1 shows every "
        "key.",
    )
