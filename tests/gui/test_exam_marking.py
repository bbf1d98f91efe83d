"""Review: when the exam begins and ends is marked, seen, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.domain.timeline import from_seconds
from proctor_desktop.gui.review.page import ReviewPage
from tests.gui.conftest import Workstation
from tests.gui.looking import button, desk, left, named, opened, press, state

SHIFT = Qt.KeyboardModifier.ShiftModifier


def put(page: ReviewPage, second: float) -> None:
    """Put the playhead somewhere."""
    page.player.seek(from_seconds(second))


def begins(page: ReviewPage) -> float:
    exam = opened(page).report.analysis.exam
    assert exam is not None
    return exam.begins


def marked_at(page: ReviewPage, second: float, qtbot: QtBot) -> None:
    """Mark the beginning with the key, and wait until it holds."""
    put(page, second)
    qtbot.waitUntil(lambda: desk(page).playhead == from_seconds(second))
    press(page, Qt.Key.Key_I, SHIFT)
    qtbot.waitUntil(lambda: begins(page) == pytest.approx(second, abs=0.01))


def test_a_key_marks_the_beginning_and_what_came_before_is_outside(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    assert [row.incident.id for row in desk(reviewing).listing.rows] == ["I001", "I002"]
    marked_at(reviewing, 12.0, qtbot)
    assert [row.incident.id for row in reviewing.incidents.model.rows] == ["I002"]
    assert "I001" in reviewing.exam.words
    assert "Head movement, left" in reviewing.exam.words
    assert "Its beginning was given by a person." in reviewing.exam.words
    assert reviewing.timeline.outside[0] == (0.0, pytest.approx(12.0, abs=0.01))
    assert "Charged incidents: 1, outside: 1." in reviewing.toast.sentence
    kept = workstation.services.reports.get(desk(reviewing).asked)
    assert kept == opened(reviewing).report
    (note,) = workstation.services.reviews.decisions(kept.report_id)
    assert (note.reviewer, note.verdict) == ("Ada Reviewer", Verdict.NOTE)


def test_undo_gives_back_what_stood_before(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    before = opened(reviewing).report
    marked_at(reviewing, 12.0, qtbot)
    button(reviewing, "toastButton").click()
    qtbot.waitUntil(lambda: len(desk(reviewing).listing.rows) == 2)
    assert opened(reviewing).report == before
    assert reviewing.timeline.outside == ()
    assert len(workstation.services.reviews.decisions(before.report_id)) == 2


def test_the_end_is_marked_by_its_button(reviewing: ReviewPage, qtbot: QtBot) -> None:
    put(reviewing, 12.5)
    qtbot.waitUntil(lambda: desk(reviewing).playhead == from_seconds(12.5))
    reviewing.tabs.setCurrentWidget(reviewing.exam)
    button(reviewing, "The exam ends here").click()
    qtbot.waitUntil(lambda: len(desk(reviewing).listing.rows) == 1)
    exam = opened(reviewing).report.analysis.exam
    assert exam is not None
    assert exam.ends == pytest.approx(12.5, abs=0.01)
    assert "Its end was given by a person." in reviewing.exam.words


def test_what_lies_outside_is_played_where_it_is_clicked(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    marked_at(reviewing, 12.0, qtbot)
    reviewing.tabs.setCurrentWidget(reviewing.exam)
    outside = named(reviewing, "Before and after the exam", QListWidget)
    outside.itemActivated.emit(outside.item(0))
    start = opened(reviewing).report.analysis.outside[0].start
    qtbot.waitUntil(lambda: desk(reviewing).playhead >= from_seconds(start))
    reviewing.player.pause()


def test_a_judgement_stays_with_its_incident_and_no_key_takes_back_one_of_before(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    reviewing.reviewing.choose("I002")
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: left(reviewing) == 1)
    marked_at(reviewing, 12.0, qtbot)
    assert state(reviewing, "I002") is IncidentState.CONFIRMED
    assert desk(reviewing).steps.done == ()


def test_nobody_marks_anything_without_a_name(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    workstation.preferences.reviewer = ""
    put(reviewing, 12.0)
    qtbot.waitUntil(lambda: desk(reviewing).playhead == from_seconds(12.0))
    before = opened(reviewing).report
    reviewing.marking.begin_here()
    assert workstation.services.reports.get(before.report_id) == before


def test_an_exam_that_would_have_no_time_is_refused(reviewing: ReviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reviewing.marking.failed) as failed:
        put(reviewing, 0.0)
        qtbot.waitUntil(lambda: desk(reviewing).playhead == 0)
        reviewing.marking.end_here()
    assert "must begin before it ends" in str(failed.args[0])


def test_return_after_opening_the_tab_marks_nothing(
    reviewing: ReviewPage, workstation: Workstation
) -> None:
    reviewing.incidents.table.setFocus()
    reviewing.tabs.setCurrentWidget(reviewing.exam)
    before = opened(reviewing).report
    press(reviewing, Qt.Key.Key_Return)
    press(reviewing, Qt.Key.Key_Space)
    assert workstation.services.reviews.decisions(before.report_id) == []
    assert opened(reviewing).report == before
