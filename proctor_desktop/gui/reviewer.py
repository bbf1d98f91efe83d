"""Under which name somebody decides: asked once, never taken from the computer's account."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from proctor_desktop.gui.kit.question import Question
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.preferences import Preferences


def ask_reviewer(
    parent: QWidget, preferences: Preferences, then: Callable[[str], object]
) -> Question | None:
    """Call ``then`` with the reviewer's name: at once where it is known, else once it was given.

    The dialog that asks comes back; nothing is called where it is cancelled.
    """
    if preferences.reviewer:
        then(preferences.reviewer)
        return None

    def take(name: str) -> None:
        preferences.reviewer = name
        then(name)

    question = Question(
        translate("Reviewer", "Who decides?"),
        translate(
            "Reviewer",
            "Your name stands beside every decision that you make and in the exported report. "
            "It is asked once on this workstation; Settings can change it.",
        ),
        translate("Reviewer", "Your name"),
        take,
        parent,
    )
    question.ask()
    return question
