"""Reviewing with the keyboard alone; every decision is in the database before it shows."""

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.report import Finding
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.domain.timeline import from_seconds, to_seconds
from proctor_desktop.gui.display.curves import OWN_ROW
from proctor_desktop.gui.display.why import WhyDialog
from proctor_desktop.gui.export import export_report
from proctor_desktop.gui.review.decide import NoteDialog, OwnIncidentDialog, ReasonDialog
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.services.reviews import reviewed
from tests.gui.conftest import Workstation
from tests.storage.samples import a_report


def press(page: ReviewPage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key press to whatever has the focus in the page."""
    focused = QApplication.focusWidget()
    target = focused if focused is not None and page.isAncestorOf(focused) else page
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def dialog_of(kind: type) -> ReasonDialog | NoteDialog | WhyDialog | None:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next((each for each in found if each.isVisible()), None)


def verdicts(workstation: Workstation, page: ReviewPage) -> list[tuple[str, Verdict, str]]:
    assert page.session is not None
    decisions = workstation.services.reviews.decisions(page.session.report.report_id)
    return [(each.incident_id, each.verdict, each.reason) for each in decisions]


def test_opening_a_report_goes_to_the_first_incident_to_decide(reviewing: ReviewPage) -> None:
    incident = reviewing.incidents.incident
    assert incident is not None
    assert incident.id == "I001"
    assert incident.kind == "head_movement"
    assert incident.explanation in reviewing.incidents.explanation
    assert incident.counterfactual.sentence in reviewing.incidents.explanation
    assert to_seconds(reviewing.player.time) == pytest.approx(incident.start - 1, abs=0.01)
    assert reviewing.timeline.playhead == pytest.approx(reviewing.player.time, abs=2)


def test_two_incidents_are_decided_with_four_keys(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: reviewing.log.state("I001") is IncidentState.CONFIRMED)
    assert reviewing.incidents.incident is not None
    assert reviewing.incidents.incident.id == "I002", "the next one to decide is shown"
    press(reviewing, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: dialog_of(ReasonDialog) is not None)
    dialog = dialog_of(ReasonDialog)
    QTest.keyClick(dialog.findChildren(type(dialog._list))[0], Qt.Key.Key_3)
    qtbot.waitUntil(lambda: reviewing.log.left == 0)
    assert verdicts(workstation, reviewing) == [
        ("I001", Verdict.CONFIRM, ""),
        ("I002", Verdict.DISMISS, "Short glance, no pattern"),
    ]
    assert "All 2 decided" in reviewing.incidents.progress.text()


def test_the_risk_without_what_was_dismissed_stands_beside_the_measured_one(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    assert reviewing.session is not None
    report = reviewing.session.report
    before = reviewing.risk.words
    reviewing.log.judge("I002", Verdict.DISMISS, "a noise")
    qtbot.waitUntil(lambda: reviewing.log.left == 1)
    left = reviewed(report, reviewing.log.decisions)
    assert 0 < left.reviewed_risk < report.analysis.risk_score
    assert reviewing.risk.words.startswith(before)
    assert f"; {left.reviewed_risk:.2f} (" in reviewing.risk.words
    reviewing.log.undo()
    qtbot.waitUntil(lambda: reviewing.log.left == 2)
    assert reviewing.risk.words == before


def test_undo_and_redo_are_decisions_of_their_own(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: reviewing.log.can_undo)
    press(reviewing, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: reviewing.log.can_redo)
    assert reviewing.log.state("I001") is IncidentState.OPEN
    press(reviewing, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: reviewing.log.state("I001") is IncidentState.CONFIRMED)
    made = [verdict for _, verdict, _ in verdicts(workstation, reviewing)]
    assert made == [Verdict.CONFIRM, Verdict.REOPEN, Verdict.CONFIRM]


def test_a_note_names_the_span_that_was_set(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    reviewing.player.seek(from_seconds(9))
    press(reviewing, Qt.Key.Key_I)
    press(reviewing, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(reviewing, Qt.Key.Key_O)
    press(reviewing, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: dialog_of(NoteDialog) is not None)
    dialog = dialog_of(NoteDialog)
    QTest.keyClicks(dialog._text, "looks at the door")
    QTest.keyClick(dialog._text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(verdicts(workstation, reviewing)))
    assert verdicts(workstation, reviewing) == [
        ("", Verdict.NOTE, "[0:09.0 - 0:10.0] looks at the door")
    ]
    qtbot.waitUntil(lambda: reviewing.history.list.count() == 1)
    assert "looks at the door" in reviewing.history.list.item(0).text()


def test_a_note_without_a_span_belongs_to_the_incident(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: dialog_of(NoteDialog) is not None)
    dialog = dialog_of(NoteDialog)
    QTest.keyClicks(dialog._text, "a noise outside")
    dialog._save()
    qtbot.waitUntil(lambda: "a noise outside" in reviewing.incidents.explanation)
    assert verdicts(workstation, reviewing) == [("I001", Verdict.NOTE, "a noise outside")]
    assert reviewing.log.state("I001") is IncidentState.OPEN


def test_keys_move_between_incidents_frames_and_seconds(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_N)
    assert reviewing.incidents.incident is not None
    assert reviewing.incidents.incident.id == "I002"
    press(reviewing, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reviewing.incidents.incident.id == "I001"
    reviewing.player.seek(from_seconds(5))
    qtbot.waitUntil(lambda: reviewing.view.picture.frame.time == from_seconds(5))
    press(reviewing, Qt.Key.Key_Period)
    assert to_seconds(reviewing.player.time) == pytest.approx(5 + 1 / 12, abs=0.001)
    press(reviewing, Qt.Key.Key_Left)
    assert reviewing.player.time == from_seconds(5)
    press(reviewing, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert reviewing.player.time == from_seconds(4)
    press(reviewing, Qt.Key.Key_BracketRight)
    assert reviewing.player.speed == 1.5
    press(reviewing, Qt.Key.Key_S)
    assert not reviewing.player.stops_at_incidents


def test_playback_stops_at_the_incident_and_asks(reviewing: ReviewPage, qtbot: QtBot) -> None:
    assert reviewing.session is not None
    second = reviewing.session.report.analysis.incidents[1]
    reviewing.player.seek(from_seconds(second.start - 0.4))
    told: list[str] = []
    reviewing.told.connect(told.append)
    press(reviewing, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told))
    assert not reviewing.player.is_playing
    assert "I002" in told[0]
    assert reviewing.incidents.incident is not None
    assert reviewing.incidents.incident.id == "I002"


def test_what_if_says_which_incidents_go(reviewing: ReviewPage, qtbot: QtBot) -> None:
    heard: list[object] = []
    reviewing.what_if.assessed.connect(heard.append)
    reviewing.what_if.set_value("calibration.eye_floor", 1.2)
    qtbot.waitUntil(lambda: bool(heard) and heard[-1] is not None)
    text = reviewing.what_if._answer.toPlainText()
    assert "Incidents: 2 now, 1 then" in text
    assert "Gone (1)" in text
    assert len(reviewing.timeline._spans) == 1, "the timeline shows what would be left"
    assert reviewing.timeline.lanes["gaze"].threshold == pytest.approx(68.75, abs=0.1)
    reviewing.what_if.reset()
    qtbot.waitUntil(lambda: heard[-1] is None)
    assert "Gone" not in reviewing.what_if._answer.toPlainText()
    assert len(reviewing.timeline._spans) == 2
    assert reviewing.timeline.lanes["gaze"].threshold < 30


def test_calibration_is_replayed_frame_by_frame_with_reasons(reviewing: ReviewPage) -> None:
    assert reviewing.session is not None
    strip = reviewing.calibration.strip
    frames = reviewing.session.calibration_frames
    record = reviewing.session.report.analysis.calibration
    assert len(frames) == record.frames == 96
    rejected = [time for time, reason in frames if reason is not None]
    unsteady = sum(record.rejected.values()) - record.rejected.get("worst_share", 0)
    assert len(rejected) == unsteady
    reviewing.player.seek(0)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert reviewing.player.time == frames[1][0]
    reviewing.player.seek(frames[50][0])
    assert strip.words.startswith("0:04.2: ")
    reviewing.player.seek(rejected[0])
    assert "not used" in strip.words


def test_gaze_map_lists_the_look_and_plays_it(reviewing: ReviewPage, qtbot: QtBot) -> None:
    assert reviewing.session is not None
    gaze = reviewing.gaze.map
    inside = gaze._inside()
    places = [
        (row, column)
        for row in range(len(inside))
        for column in range(len(inside))
        if not inside[row, column] and gaze.looks_at(row, column)
    ]
    assert places, "the look aside is on the map"
    reviewing.gaze._list(gaze.looks_at(*places[0]))
    item = reviewing.gaze._looks.item(0)
    reviewing.gaze._looks.itemActivated.emit(item)
    assert reviewing.player.time == gaze.looks_at(*places[0])[0]
    assert reviewing.player.is_playing
    reviewing.player.pause()


def test_overlay_follows_the_stored_measurements(reviewing: ReviewPage, qtbot: QtBot) -> None:
    reviewing.player.seek(from_seconds(10))
    qtbot.waitUntil(lambda: reviewing.view.picture.frame.time == from_seconds(10))
    shown = reviewing.view.grab().toImage()
    reviewing.view.set_head(False)
    reviewing.view.set_gaze(False)
    assert reviewing.view.grab().toImage() != shown
    assert "head yaw -3" in reviewing.view.describe(), "34 degrees to the left, about"


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".json", ".csv"])
def test_export_writes_the_format_of_the_name(
    reviewing: ReviewPage, suffix: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / f"report{suffix}"
    told: list[str] = []
    reviewing.told.connect(told.append)
    reviewing.export_to(path)
    qtbot.waitUntil(lambda: bool(told))
    content = path.read_bytes()
    if suffix == ".pdf":
        assert content.startswith(b"%PDF")
    else:
        assert b"STU-1" in content


def test_an_export_that_cannot_be_written_says_so(
    reviewing: ReviewPage, workstation: Workstation, tmp_path: Path, qtbot: QtBot
) -> None:
    errors: list[BaseException] = []
    workstation.window._compute.failed.disconnect()
    workstation.window._compute.failed.connect(errors.append)
    reviewing.export_to(tmp_path / "missing" / "report.json")
    qtbot.waitUntil(lambda: bool(errors))
    assert "cannot be written" in str(errors[0])


def test_why_says_what_the_risk_is_made_of(reviewing: ReviewPage, qtbot: QtBot) -> None:
    reviewing.risk.why_asked.emit()
    dialog = dialog_of(WhyDialog)
    assert reviewing.session is not None
    assert reviewing.session.report.analysis.class_reason in dialog.plain_text
    assert "I001, Head movement" in dialog.plain_text
    dialog.close()


def test_what_to_know_first_is_offered_beside_the_heading(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    assert not reviewing._notices.isVisible(), "nothing is wrong with this report"
    report = a_report(student_id="HALF-1")
    warnings = (Finding("incomplete_video", "The video is incomplete."),)
    analysis = replace(report.analysis, warnings=warnings)
    workstation.services.reports.keep(replace(report, analysis=analysis), actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(reviewing._notices.isVisible)
    assert reviewing._notices.text() == "Read first (1)"
    reviewing._notices.click()
    dialog = dialog_of(WhyDialog)
    assert "The video is incomplete." in dialog.plain_text
    dialog.close()


def test_a_moved_recording_is_asked_for_and_checked(
    workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    report_id = workstation.services.reports.page(limit=1).rows[0].report_id
    sha256 = workstation.services.reports.get(report_id).analysis.recording.sha256
    workstation.preferences.remember_recording(sha256, tmp_path / "gone.mp4")
    workstation.window.review(report_id)
    page = workstation.window.page("review")
    qtbot.waitUntil(lambda: page.session is not None)
    assert page._locate.isVisible()
    assert not page.player.has_pictures
    errors: list[BaseException] = []
    page.trouble.disconnect()
    page.trouble.connect(errors.append)
    wrong = tmp_path / "wrong.mp4"
    wrong.write_bytes(recording.read_bytes() + b" ")
    page.take_recording(wrong)
    qtbot.waitUntil(lambda: bool(errors))
    assert "not the recording" in str(errors[0])
    page.take_recording(recording)
    qtbot.waitUntil(lambda: page.view.picture is not None)
    assert not page._locate.isVisible()


def test_a_report_from_elsewhere_is_reviewed_without_measurements(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    report = a_report(student_id="ELSEWHERE")
    workstation.services.reports.keep(report, actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: "ELSEWHERE" in reviewing.heading.text())
    assert not reviewing.what_if.isEnabled()
    assert reviewing.gaze.map.summary().endswith("0.0 of 0.0 measurable seconds.")
    assert "not on this workstation" in reviewing.view.describe()
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: reviewing.log.state("I001") is IncidentState.CONFIRMED)


def test_decisions_survive_a_restart_without_a_goodbye(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: reviewing.log.state("I001") is IncidentState.CONFIRMED)
    assert reviewing.session is not None
    folder = workstation.settings.folder
    second = Workstation(folder, qtbot)
    second.window.review(reviewing.session.report.report_id)
    page = second.window.page("review")
    qtbot.waitUntil(lambda: page.session is not None)
    assert page.log.state("I001") is IncidentState.CONFIRMED
    assert page.incidents.incident.id == "I002"
    second.close()


def test_an_incident_of_ones_own_is_added_with_keys_and_undone(
    reviewing: ReviewPage, tmp_path: Path, qtbot: QtBot
) -> None:
    reviewing.player.seek(from_seconds(3))
    QTest.keyClick(reviewing.view, Qt.Key.Key_I)
    reviewing.player.seek(from_seconds(5))
    QTest.keyClick(reviewing.view, Qt.Key.Key_O)
    QTest.keyClick(reviewing.view, Qt.Key.Key_A)
    (dialog,) = (each for each in reviewing.findChildren(OwnIncidentDialog))
    QTest.keyClick(dialog._list, Qt.Key.Key_1)
    QTest.keyClicks(dialog._words, "looks at a phone")
    QTest.keyClick(dialog._words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(reviewing.log.rows()) == 3)
    row = reviewing.log.rows()[0]
    assert row.is_own
    assert (row.incident.start, row.incident.end) == (3.0, 5.0)
    assert row.state is IncidentState.CONFIRMED
    assert "added by a person" in row.what
    assert reviewing.incidents.model.rowCount() == 3
    spans = reviewing.timeline._spans
    assert [span.row for span in spans] == [OWN_ROW, 1, 0]
    reviewing.incidents.choose(row.incident.id)
    assert "no part of the measured risk" in reviewing.incidents.explanation
    assert "looks at a phone" in reviewing.incidents.explanation
    report_id = reviewing.session.report.report_id
    for name in ("own.html", "own.csv"):
        written = export_report(reviewing._services, report_id, tmp_path / name).read_bytes()
        assert b"looks at a phone" in written
    assert written.startswith(codecs.BOM_UTF8), "spreadsheets would take it for Latin-1"
    assert sorted(path.name for path in tmp_path.glob("own*")) == ["own.csv", "own.html"]
    reviewing.window().activateWindow()  # offscreen, nobody gives it back after a dialog
    qtbot.waitUntil(reviewing.window().isActiveWindow)
    press(reviewing, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: reviewing.log.state(row.incident.id) is IncidentState.DISMISSED)
    press(reviewing, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: reviewing.log.state(row.incident.id) is IncidentState.CONFIRMED)
