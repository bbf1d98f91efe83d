"""What keys do on the page Analysis."""

from typing import TYPE_CHECKING

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate

if TYPE_CHECKING:
    from proctor_desktop.gui.analysis.watched import Watched


def live_actions() -> tuple[ActionSpec, ...]:
    """What works while a capture is in front."""
    spec = specs(translate("Actions", "Analysis"))
    return (
        spec("live_exam_begins", translate("Actions", "The exam of this capture begins now"),
             "Ctrl+B", run=_begin),
        spec("live_exam_ends", translate("Actions", "The exam of this capture ends now"),
             "Ctrl+Shift+B", run=_end),
    )  # fmt: skip


def _begin(watched: "Watched") -> None:
    watched.begin_exam()


def _end(watched: "Watched") -> None:
    watched.end_exam()
