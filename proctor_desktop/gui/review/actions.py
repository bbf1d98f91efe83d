"""What a person can do with keys in Review: playing, going on, deciding, handing on."""

from proctor_desktop.gui.kit.actions import ActionSpec, specs
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.review.exam_marking import ExamMarking
from proctor_desktop.gui.review.handing_on import HandingOn
from proctor_desktop.gui.review.judging import Judging
from proctor_desktop.gui.review.playing import Playing


def review_actions() -> tuple[ActionSpec, ...]:
    """Every action of the page, in the order of the help page."""
    return (
        *playing_actions(), *going_actions(), *deciding_actions(), *exam_actions(),
        *handing_actions(),
    )  # fmt: skip


def playing_actions() -> tuple[ActionSpec, ...]:
    """Moving through a recording in Review."""
    spec = specs(translate("Actions", "Review: playing"))
    return (
        spec("play", translate("Actions", "Play or pause"), "Space", run=Playing.toggle,
             icon="mdi6.play-pause"),
        spec("shuttle_back", translate("Actions", "Play backwards, faster with each press"), "J",
             run=Playing.shuttle_back),
        spec("shuttle_stop", translate("Actions", "Stop"), "K", run=Playing.pause),
        spec("shuttle_forward", translate("Actions", "Play forwards, faster with each press"), "L",
             run=Playing.shuttle_forward),
        spec("frame_back", translate("Actions", "One frame back"), "Left", ",",
             run=Playing.step_back, icon="mdi6.skip-previous-outline"),
        spec("frame_forward", translate("Actions", "One frame forward"), "Right", ".",
             run=Playing.step_forward, icon="mdi6.skip-next-outline"),
        spec("second_back", translate("Actions", "One second back"), "Shift+Left",
             run=Playing.second_back),
        spec("second_forward", translate("Actions", "One second forward"), "Shift+Right",
             run=Playing.second_forward),
        spec("slower", translate("Actions", "Slower"), "[", "Ctrl+Down", run=Playing.slower),
        spec("faster", translate("Actions", "Faster"), "]", "Ctrl+Up", run=Playing.faster),
        spec("stop_at_incidents", translate("Actions", "Stop at each incident, on or off"), "S",
             run=Playing.toggle_stops),
        spec("skip_quiet", translate("Actions", "Skip what is uneventful, on or off"), "Q",
             run=Playing.toggle_skips),
        spec("zoom_in", translate("Actions", "Zoom the timeline in"), "Ctrl++", "+",
             run=Playing.zoom_in),
        spec("zoom_out", translate("Actions", "Zoom the timeline out"), "Ctrl+-", "-",
             run=Playing.zoom_out),
        spec("zoom_all", translate("Actions", "Show the whole recording"), "Ctrl+0", "0",
             run=Playing.zoom_all),
    )  # fmt: skip


def going_actions() -> tuple[ActionSpec, ...]:
    """From one incident or recording to the next."""
    spec = specs(translate("Actions", "Review: deciding"))
    return (
        spec("next_incident", translate("Actions", "Next incident"), "N", "Alt+Right",
             run=Judging.next_incident, icon="mdi6.page-next-outline"),
        spec("previous_incident", translate("Actions", "Previous incident"), "P", "Alt+Left",
             run=Judging.previous_incident, icon="mdi6.page-previous-outline"),
        spec("next_recording", translate("Actions", "Next recording to review"), "Shift+N",
             run=Judging.next_recording, icon="mdi6.skip-forward-outline"),
    )  # fmt: skip


def deciding_actions() -> tuple[ActionSpec, ...]:
    """What writes something down; in force only where a person looks at the incident."""
    spec = specs(translate("Actions", "Review: deciding"))
    return (
        spec("confirm", translate("Actions", "Confirm the incident"), "C",
             run=Judging.confirm, icon="mdi6.check-bold"),
        spec("dismiss", translate("Actions", "Dismiss the incident, with a reason"), "D",
             run=Judging.dismiss, icon="mdi6.close-thick"),
        spec("decide_alike", translate("Actions", "Decide about alike incidents"), "Shift+D",
             run=Judging.decide_alike, icon="mdi6.checkbox-multiple-marked-outline"),
        spec("undo", translate("Actions", "Undo the last decision"), "U", "Ctrl+Z",
             run=Judging.undo, icon="mdi6.undo"),
        spec("redo", translate("Actions", "Redo the decision"), "Shift+U", "Ctrl+Y",
             run=Judging.redo, icon="mdi6.redo"),
        spec("note", translate("Actions", "Write a note"), "T", run=Judging.write_note,
             icon="mdi6.note-edit-outline"),
        spec("own_incident", translate("Actions", "Add an incident of your own"), "A",
             run=Judging.add_incident, icon="mdi6.account-plus-outline"),
        spec("trim_in", translate("Actions", "Set the start of a span"), "I",
             run=Judging.mark_start),
        spec("trim_out", translate("Actions", "Set the end of a span"), "O",
             run=Judging.mark_end),
    )  # fmt: skip


def exam_actions() -> tuple[ActionSpec, ...]:
    """When the exam begins and ends; only what lies inside is charged."""
    spec = specs(translate("Actions", "Review: deciding"))
    return (
        spec("exam_begins", translate("Actions", "The exam begins here"), "Shift+I",
             run=ExamMarking.begin_here, icon="mdi6.flag-outline"),
        spec("exam_ends", translate("Actions", "The exam ends here"), "Shift+O",
             run=ExamMarking.end_here, icon="mdi6.flag-checkered"),
        spec("exam_found", translate("Actions", "Forget the given times of the exam"),
             "Ctrl+Shift+I", run=ExamMarking.forget, icon="mdi6.flag-remove-outline"),
    )  # fmt: skip


def handing_actions() -> tuple[ActionSpec, ...]:
    """Files for others."""
    spec = specs(translate("Actions", "Review: deciding"))
    return (
        spec("export", translate("Actions", "Export the report"), "E", "Ctrl+E",
             run=HandingOn.export, icon="mdi6.file-export-outline"),
        spec("clip", translate("Actions", "Clip of the incident as MP4"), "M",
             run=HandingOn.clip, icon="mdi6.filmstrip-box"),
        spec("legend", translate("Actions", "What the colours mean"), "?", "F2",
             run=HandingOn.show_legend, icon="mdi6.palette-outline"),
    )  # fmt: skip
