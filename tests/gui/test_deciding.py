"""Each decision is one that a person made knowingly, about what stood on the screen."""

from pathlib import Path

import av
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.review import IncidentState, RecordingVerdict, Verdict
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.kit.question import Question
from proctor_desktop.gui.review.alike import AlikeDialog
from proctor_desktop.gui.review.decide import ReasonDialog
from proctor_desktop.gui.review.legend import LegendDialog
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.review.still_dialog import StillDialog
from tests.gui.conftest import Workstation
from tests.gui.looking import (
    button,
    closed_dialogs,
    desk,
    left,
    named,
    opened_dialog,
    press,
    state,
)
from tests.storage.samples import a_report


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


def written(workstation: Workstation, page: ReviewPage) -> list[tuple[str, Verdict]]:
    decisions = workstation.services.reviews.decisions(desk(page).asked)
    return [(each.incident_id, each.verdict) for each in decisions]


def test_nothing_is_decided_about_what_has_only_just_come_up(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    watch = reviewing.reviewing.clock = Watch()
    reviewing.reviewing.choose("I002")
    watch.now += 0.9
    press(reviewing, Qt.Key.Key_C)
    assert "only just come up" in reviewing.toast.sentence
    watch.now += 0.2
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: left(reviewing) == 1)
    assert written(workstation, reviewing) == [("I002", Verdict.CONFIRM)]
    press(reviewing, Qt.Key.Key_C)
    assert "only just come up" in reviewing.toast.sentence, "a key that bounced decides nothing"


def test_a_page_that_comes_to_the_front_is_looked_at_first(
    reviewing: ReviewPage, workstation: Workstation
) -> None:
    watch = reviewing.reviewing.clock = Watch()
    workstation.window.show_page("settings")
    watch.now += 5
    workstation.window.show_page("review")
    reviewing.incidents.table.setFocus()
    press(reviewing, Qt.Key.Key_C)
    assert "only just come up" in reviewing.toast.sentence
    assert written(workstation, reviewing) == []


def test_letters_decide_only_where_a_person_looks_at_the_incident(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    for widget in (reviewing.tabs.tabBar(), button(reviewing, "Export..."), reviewing.history.list):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_C)
    assert written(workstation, reviewing) == []
    reviewing.timeline.setFocus()
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: written(workstation, reviewing) == [("I001", Verdict.CONFIRM)])


def test_each_decision_says_what_and_about_whom_and_can_be_undone_there(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(reviewing.toast.isVisible)
    assert reviewing.toast.sentence == "STU-1: I001, Head movement, left, 0:08.7 confirmed" or (
        reviewing.toast.sentence.startswith("STU-1: I001, Head movement, left, 0:0")
        and reviewing.toast.sentence.endswith("confirmed")
    )
    button(reviewing, "Undo (U)").click()
    qtbot.waitUntil(lambda: state(reviewing, "I001") is IncidentState.OPEN)
    assert desk(reviewing).chosen == "I001", "what is taken back is what is looked at"


def test_the_next_incident_follows_the_order_of_the_list(reviewing: ReviewPage) -> None:
    reviewing.incidents.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    reviewing.reviewing.choose("I002")
    press(reviewing, Qt.Key.Key_N)
    assert desk(reviewing).chosen == "I001"
    assert reviewing.incidents.explanation.startswith("I001")


def test_nobody_decides_without_a_name_which_is_asked_once(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    workstation.preferences.reviewer = ""
    press(reviewing, Qt.Key.Key_C)
    question = opened_dialog(Question, qtbot)
    QTest.keyClicks(question.line, "Rosa Reviewer")
    QTest.keyClick(question.line, Qt.Key.Key_Return)
    closed_dialogs(qtbot, reviewing)
    assert written(workstation, reviewing) == [], "the key that asked has decided nothing"
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: written(workstation, reviewing) == [("I001", Verdict.CONFIRM)])
    (decision,) = workstation.services.reviews.decisions(desk(reviewing).asked)
    assert decision.reviewer == "Rosa Reviewer"


def test_no_reason_for_a_dismissal_is_chosen_beforehand(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_D)
    dialog = opened_dialog(ReasonDialog, qtbot)
    QTest.keyClick(named(dialog, "Reason in your own words"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert written(workstation, reviewing) == []
    dialog.reject()


def test_a_trial_ends_where_its_tab_is_left_and_nothing_is_decided_in_it(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    before = reviewing.timeline.lanes["gaze"].threshold
    reviewing.tabs.setCurrentIndex(1)
    reviewing.what_if.set_value("calibration.eye_floor", 1.2)
    qtbot.waitUntil(reviewing.band.isVisible)
    reviewing.timeline.setFocus()
    press(reviewing, Qt.Key.Key_C)
    assert "on trial" in reviewing.toast.sentence
    reviewing.tabs.setCurrentIndex(0)
    assert not reviewing.band.isVisible()
    assert reviewing.timeline.lanes["gaze"].threshold == before
    assert written(workstation, reviewing) == []


def test_alike_incidents_are_decided_together_with_one_reason_and_undone_together(
    workstation: Workstation, reviewing: ReviewPage, qtbot: QtBot
) -> None:
    report = a_report(student_id="MANY", incidents=4)
    workstation.services.reports.keep(report, actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: desk(reviewing).key == (report.report_id, "I001"))
    press(reviewing, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened_dialog(AlikeDialog, qtbot)
    assert dialog.list.count() == 4
    dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert not button(dialog, "Dismiss 3").isEnabled(), "a reason is needed"
    QTest.keyClicks(named(dialog, "One reason for all", QLineEdit), "the fire alarm")
    button(dialog, "Dismiss 3").click()
    qtbot.waitUntil(lambda: left(reviewing) == 1)
    made = workstation.services.reviews.decisions(report.report_id)
    assert [(each.incident_id, each.reason) for each in made] == [
        (each, "the fire alarm") for each in ("I001", "I002", "I004")
    ]
    assert desk(reviewing).chosen == "I003"
    closed_dialogs(qtbot, reviewing)
    reviewing.incidents.table.setFocus()
    press(reviewing, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: left(reviewing) == 4)


def test_the_end_of_a_recording_asks_what_follows_and_leads_to_the_worst_of_the_rest(
    workstation: Workstation, reviewing: ReviewPage, qtbot: QtBot
) -> None:
    rest = [a_report(student_id="LATER"), a_report(student_id="ELSEWHERE", exam_id="OTHER")]
    for each in rest:
        workstation.services.reports.keep(each, actor="test")
    report_id = desk(reviewing).asked
    workstation.window.review(report_id)
    qtbot.waitUntil(lambda: desk(reviewing).following is not None)
    for left_then in (1, 0):
        press(reviewing, Qt.Key.Key_C)
        qtbot.waitUntil(lambda count=left_then: left(reviewing) == count)
    assert reviewing.end_card.isVisible()
    assert "STU-1: everything is decided" in reviewing.end_card.words
    QTest.keyClick(reviewing.end_card, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "talk to the candidate" in reviewing.end_card.words)
    review = workstation.services.reviews.review(report_id)
    assert review.verdict is RecordingVerdict.TALK
    QTest.keyClick(reviewing.end_card, Qt.Key.Key_Return)
    assert reviewing.view.picture is None, "nothing of the one before"
    assert not reviewing.incidents.stills.views
    qtbot.waitUntil(lambda: reviewing.heading.text() in ("LATER, EXAM001", "ELSEWHERE, OTHER"))


def test_opening_another_report_shows_nothing_of_the_one_before_at_once(
    workstation: Workstation, reviewing: ReviewPage, qtbot: QtBot
) -> None:
    report = a_report(student_id="NEXT")
    workstation.services.reports.keep(report, actor="test")
    qtbot.waitUntil(lambda: bool(reviewing.incidents.stills.views))
    workstation.window.review(report.report_id)
    assert reviewing.heading.text() == "Review"
    assert reviewing.incidents.explanation == ""
    assert not reviewing.incidents.stills.views
    assert reviewing.view.picture is None
    assert reviewing.view.signs.name == ""
    assert reviewing.timeline.spans == ()


def test_a_still_is_enlarged_under_the_name_of_its_candidate(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(reviewing.incidents.stills.views))
    shown = reviewing.incidents.stills.views[1]
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    dialog = opened_dialog(StillDialog, qtbot)
    assert "STU-1, I001" in dialog.windowTitle()
    assert dialog.view.image == shown.image
    dialog.close()


def test_the_legend_names_every_lane_and_kind(reviewing: ReviewPage, qtbot: QtBot) -> None:
    press(reviewing, Qt.Key.Key_F2)
    dialog = opened_dialog(LegendDialog, qtbot)
    words = " ".join(each.text() for each in dialog.findChildren(type(reviewing.heading)))
    assert "Head turn" in words
    assert "Several people" in words
    assert "never counts against anybody" in words
    dialog.close()


def test_a_clip_of_the_incident_is_written(
    reviewing: ReviewPage, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    reviewing.told.connect(told.append)
    path = tmp_path / "clip.mp4"
    row = desk(reviewing).row
    assert row is not None
    reviewing.handing_on.clip_to(desk(reviewing).key, path)
    qtbot.waitUntil(lambda: any("Written" in each for each in told))
    with av.open(str(path)) as container:
        assert container.duration == pytest.approx(
            from_seconds(row.incident.duration + 2), abs=from_seconds(0.3)
        )


def test_arrows_move_the_slider_that_has_the_focus_and_not_the_picture(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    reviewing.player.pause()
    reviewing.tabs.setCurrentIndex(1)
    slider = named(reviewing.what_if, "Head turn threshold at least", QSlider)
    slider.setFocus()
    before, time = slider.value(), reviewing.player.time
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() > before
    assert reviewing.player.time == time
