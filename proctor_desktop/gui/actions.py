"""Everything a person can do with a key, as data: menus, buttons and the help page come from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from proctor_desktop.gui import theme
from proctor_desktop.gui.translation import translate


class Place(Enum):
    """Where the keys of an action are in force."""

    WINDOW = "window"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do.

    Attributes:
        id: stable name, under which a person's own shortcut is kept.
        place: where its keys are in force.
        section: heading in the help page.
        title: what it does, in the user's language.
        keys: portable key sequences; the first one is shown on buttons.
        method: name of the method of the window or page that does it.
        icon: qtawesome name, empty for none.
    """

    id: str
    place: Place
    section: str
    title: str
    keys: tuple[str, ...]
    method: str
    icon: str = ""


class SpecBuilder(Protocol):
    """Makes specs that share their place and section."""

    def __call__(
        self, name: str, title: str, *keys: str, method: str, icon: str = ""
    ) -> ActionSpec: ...


def all_actions() -> tuple[ActionSpec, ...]:
    """Every action, in the order of the help page."""
    return (*window_actions(), *playing_actions(), *judging_actions())


def window_actions() -> tuple[ActionSpec, ...]:
    """What works on every page."""
    section = translate("Actions", "Everywhere")
    spec = _specs(Place.WINDOW, section)
    return (
        spec("open", translate("Actions", "Choose videos to analyse"), "Ctrl+O",
             method="choose_videos", icon="mdi6.folder-open-outline"),
        spec("page_analysis", translate("Actions", "Go to Analysis"), "Ctrl+1",
             method="show_analysis"),
        spec("page_sessions", translate("Actions", "Go to Sessions"), "Ctrl+2",
             method="show_sessions"),
        spec("page_review", translate("Actions", "Go to Review"), "Ctrl+3", method="show_review"),
        spec("page_settings", translate("Actions", "Go to Settings"), "Ctrl+4",
             method="show_settings"),
        spec("switch_theme", translate("Actions", "Switch between dark and light"), "Ctrl+T",
             method="switch_theme", icon="mdi6.theme-light-dark"),
        spec("check", translate("Actions", "Check this workstation"), "Ctrl+K",
             method="show_check", icon="mdi6.clipboard-check-outline"),
        spec("help", translate("Actions", "Help and all keys"), "F1", method="show_help",
             icon="mdi6.help-circle-outline"),
        spec("about", translate("Actions", "About this program"), "Shift+F1",
             method="show_about", icon="mdi6.information-outline"),
        spec("quit", translate("Actions", "Quit"), "Ctrl+Q", method="close"),
    )  # fmt: skip


def playing_actions() -> tuple[ActionSpec, ...]:
    """Moving through a recording in Review."""
    spec = _specs(Place.REVIEW, translate("Actions", "Review: playing"))
    return (
        spec("play", translate("Actions", "Play or pause"), "Space", method="toggle_play",
             icon="mdi6.play-pause"),
        spec("shuttle_back", translate("Actions", "Play backwards, faster with each press"), "J",
             method="shuttle_back"),
        spec("shuttle_stop", translate("Actions", "Stop"), "K", method="pause"),
        spec("shuttle_forward", translate("Actions", "Play forwards, faster with each press"), "L",
             method="shuttle_forward"),
        spec("frame_back", translate("Actions", "One frame back"), "Left", ",",
             method="step_back", icon="mdi6.skip-previous-outline"),
        spec("frame_forward", translate("Actions", "One frame forward"), "Right", ".",
             method="step_forward", icon="mdi6.skip-next-outline"),
        spec("second_back", translate("Actions", "One second back"), "Shift+Left",
             method="second_back"),
        spec("second_forward", translate("Actions", "One second forward"), "Shift+Right",
             method="second_forward"),
        spec("slower", translate("Actions", "Slower"), "[", method="slower"),
        spec("faster", translate("Actions", "Faster"), "]", method="faster"),
        spec("stop_at_incidents", translate("Actions", "Stop at each incident, on or off"), "S",
             method="toggle_stop_at_incidents"),
        spec("skip_quiet", translate("Actions", "Skip what is uneventful, on or off"), "Q",
             method="toggle_skip_quiet"),
        spec("zoom_in", translate("Actions", "Zoom the timeline in"), "Ctrl++", "+",
             method="zoom_in"),
        spec("zoom_out", translate("Actions", "Zoom the timeline out"), "Ctrl+-", "-",
             method="zoom_out"),
        spec("zoom_all", translate("Actions", "Show the whole recording"), "Ctrl+0", "0",
             method="zoom_all"),
    )  # fmt: skip


def judging_actions() -> tuple[ActionSpec, ...]:
    """Deciding on incidents in Review."""
    spec = _specs(Place.REVIEW, translate("Actions", "Review: deciding"))
    return (
        spec("next_incident", translate("Actions", "Next incident"), "N", "Alt+Right",
             method="next_incident", icon="mdi6.page-next-outline"),
        spec("previous_incident", translate("Actions", "Previous incident"), "P", "Alt+Left",
             method="previous_incident", icon="mdi6.page-previous-outline"),
        spec("confirm", translate("Actions", "Confirm the incident"), "C", method="confirm",
             icon="mdi6.check-bold"),
        spec("dismiss", translate("Actions", "Dismiss the incident, with a reason"), "D",
             method="dismiss", icon="mdi6.close-thick"),
        spec("undo", translate("Actions", "Undo the last decision"), "U", "Ctrl+Z",
             method="undo", icon="mdi6.undo"),
        spec("redo", translate("Actions", "Redo the decision"), "Shift+U", "Ctrl+Y",
             method="redo", icon="mdi6.redo"),
        spec("note", translate("Actions", "Write a note"), "T", method="write_note",
             icon="mdi6.note-edit-outline"),
        spec("own_incident", translate("Actions", "Add an incident of your own"), "A",
             method="add_incident", icon="mdi6.account-plus-outline"),
        spec("trim_in", translate("Actions", "Set the start of a span"), "I", method="trim_in"),
        spec("trim_out", translate("Actions", "Set the end of a span"), "O", method="trim_out"),
        spec("export", translate("Actions", "Export the report"), "E", "Ctrl+E",
             method="export", icon="mdi6.file-export-outline"),
    )  # fmt: skip


def _specs(place: Place, section: str) -> SpecBuilder:
    """Builder of specs that share their place and section."""

    def spec(name: str, title: str, *keys: str, method: str, icon: str = "") -> ActionSpec:
        return ActionSpec(name, place, section, title, keys, method, icon)

    return spec


def bind(
    owner: QWidget, specs: Iterable[ActionSpec], own_keys: Mapping[str, str] | None = None
) -> dict[str, QAction]:
    """Actions of ``owner`` by id, connected to its methods.

    Keys of the window work everywhere in it, keys of a page only while the page has the focus.
    ``own_keys`` replaces the first key of an action by the one a person chose.
    """
    actions = {}
    for spec in specs:
        action = QAction(spec.title, owner)
        first = (own_keys or {}).get(spec.id)
        keys = (first, *spec.keys[1:]) if first else spec.keys
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.place is Place.WINDOW
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setToolTip(f"{spec.title} ({key_text(keys[0])})")
        if spec.icon:
            theme.set_icon(action, spec.icon)
        action.triggered.connect(getattr(owner, spec.method))
        owner.addAction(action)
        actions[spec.id] = action
    return actions


def key_text(keys: str) -> str:
    """A key sequence as the desktop writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
