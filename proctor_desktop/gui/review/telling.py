"""What is said over the picture about each deed, with the way back."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from proctor_desktop.gui.kit.toast import Toast
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.decided_words import decided_words
from proctor_desktop.gui.review.deciding import Deciding, Refusal, refusal_words
from proctor_desktop.gui.review.exam_marking import ExamMarking
from proctor_desktop.gui.review.judged import Step
from proctor_desktop.gui.review.reviewing import Reviewing
from proctor_desktop.gui.reviewer import ask_reviewer


class Telling(QObject):
    """Hears of decisions and marks, and of those that were refused."""

    def __init__(
        self,
        page: QWidget,
        toast: Toast,
        reviewing: Reviewing,
        deeds: tuple[Deciding, ExamMarking],
        preferences: Preferences,
    ) -> None:
        super().__init__(page)
        self._page, self._toast = page, toast
        self._reviewing = reviewing
        self._deciding, self._marking = deeds
        self._preferences = preferences
        self._deciding.decided.connect(self._say_decided)
        self._deciding.refused.connect(self._say_refused)
        self._marking.marked.connect(self._say_marked)
        self._marking.refused.connect(self._say_refused)

    @Slot(object)
    def _say_decided(self, step: Step) -> None:
        undo = translate("Review", "Undo (U)")
        self._toast.say(decided_words(self._reviewing.desk, step), undo, self._deciding.undo)

    @Slot(str)
    def _say_marked(self, words: str) -> None:
        self._toast.say(words, translate("Review", "Undo"), self._marking.undo)

    @Slot(object)
    def _say_refused(self, refusal: Refusal) -> None:
        if refusal is Refusal.NOBODY:
            ask_reviewer(self._page, self._preferences, self._say_who)
        else:
            self._toast.say(refusal_words(refusal))

    def _say_who(self, name: str) -> None:
        words = translate("Review", "{name} reviews from now on. Decide now.")
        self._toast.say(words.format(name=name))
