"""What a person can do with keys in Review: playing and deciding."""

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.playing import PlayingActions
from proctor_desktop.gui.review.reasons import ExplainingPage


def playing_actions() -> tuple[ActionSpec, ...]:
    """Moving through a recording in Review."""
    spec = specs(translate("Actions", "Review: playing"))
    return (
        spec("play", translate("Actions", "Play or pause"), "Space", run=PlayingActions.toggle_play,
             icon="mdi6.play-pause"),
        spec("shuttle_back", translate("Actions", "Play backwards, faster with each press"), "J",
             run=PlayingActions.shuttle_back),
        spec("shuttle_stop", translate("Actions", "Stop"), "K", run=PlayingActions.pause),
        spec("shuttle_forward", translate("Actions", "Play forwards, faster with each press"), "L",
             run=PlayingActions.shuttle_forward),
        spec("frame_back", translate("Actions", "One frame back"), "Left", ",",
             run=PlayingActions.step_back, icon="mdi6.skip-previous-outline"),
        spec("frame_forward", translate("Actions", "One frame forward"), "Right", ".",
             run=PlayingActions.step_forward, icon="mdi6.skip-next-outline"),
        spec("second_back", translate("Actions", "One second back"), "Shift+Left",
             run=PlayingActions.second_back),
        spec("second_forward", translate("Actions", "One second forward"), "Shift+Right",
             run=PlayingActions.second_forward),
        spec("slower", translate("Actions", "Slower"), "[", run=PlayingActions.slower),
        spec("faster", translate("Actions", "Faster"), "]", run=PlayingActions.faster),
        spec("stop_at_incidents", translate("Actions", "Stop at each incident, on or off"), "S",
             run=PlayingActions.toggle_stop_at_incidents),
        spec("skip_quiet", translate("Actions", "Skip what is uneventful, on or off"), "Q",
             run=PlayingActions.toggle_skip_quiet),
        spec("zoom_in", translate("Actions", "Zoom the timeline in"), "Ctrl++", "+",
             run=PlayingActions.zoom_in),
        spec("zoom_out", translate("Actions", "Zoom the timeline out"), "Ctrl+-", "-",
             run=PlayingActions.zoom_out),
        spec("zoom_all", translate("Actions", "Show the whole recording"), "Ctrl+0", "0",
             run=PlayingActions.zoom_all),
    )  # fmt: skip


def judging_actions() -> tuple[ActionSpec, ...]:
    """Deciding on incidents in Review."""
    spec = specs(translate("Actions", "Review: deciding"))
    return (
        spec("next_incident", translate("Actions", "Next incident"), "N", "Alt+Right",
             run=ExplainingPage.next_incident, icon="mdi6.page-next-outline"),
        spec("previous_incident", translate("Actions", "Previous incident"), "P", "Alt+Left",
             run=ExplainingPage.previous_incident, icon="mdi6.page-previous-outline"),
        spec("confirm", translate("Actions", "Confirm the incident"), "C",
             run=ExplainingPage.confirm, icon="mdi6.check-bold"),
        spec("dismiss", translate("Actions", "Dismiss the incident, with a reason"), "D",
             run=ExplainingPage.dismiss, icon="mdi6.close-thick"),
        spec("undo", translate("Actions", "Undo the last decision"), "U", "Ctrl+Z",
             run=ExplainingPage.undo, icon="mdi6.undo"),
        spec("redo", translate("Actions", "Redo the decision"), "Shift+U", "Ctrl+Y",
             run=ExplainingPage.redo, icon="mdi6.redo"),
        spec("note", translate("Actions", "Write a note"), "T", run=ExplainingPage.write_note,
             icon="mdi6.note-edit-outline"),
        spec("own_incident", translate("Actions", "Add an incident of your own"), "A",
             run=ExplainingPage.add_incident, icon="mdi6.account-plus-outline"),
        spec("trim_in", translate("Actions", "Set the start of a span"), "I",
             run=ExplainingPage.trim_in),
        spec("trim_out", translate("Actions", "Set the end of a span"), "O",
             run=ExplainingPage.trim_out),
        spec("export", translate("Actions", "Export the report"), "E", "Ctrl+E",
             run=ExplainingPage.export, icon="mdi6.file-export-outline"),
    )  # fmt: skip
