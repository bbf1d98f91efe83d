"""Reviewing with the keyboard alone; every decision is in the database before it shows."""

import codecs
import re
import shutil
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.report import Finding
from proctor_desktop.domain.review import IncidentState, Verdict
from proctor_desktop.domain.timeline import Interval, from_seconds, to_seconds
from proctor_desktop.gui.display.curves import OWN_ROW
from proctor_desktop.gui.display.why import WhyDialog
from proctor_desktop.gui.export import export_report
from proctor_desktop.gui.review.decide import NoteDialog, OwnIncidentDialog, ReasonDialog
from proctor_desktop.gui.review.gaze_map import CELLS
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.shell.errors import ErrorDialog
from proctor_desktop.services.reviews import reviewed
from tests.golden.from_the_future import later_version, receive
from tests.gui.conftest import Workstation
from tests.gui.looking import (
    closed_dialogs,
    desk,
    dialog_of,
    left,
    named,
    opened,
    opened_dialog,
    press,
    state,
    texts,
)
from tests.storage.samples import a_report


def verdicts(workstation: Workstation, page: ReviewPage) -> list[tuple[str, Verdict, str]]:
    decisions = workstation.services.reviews.decisions(opened(page).report.report_id)
    return [(each.incident_id, each.verdict, each.reason) for each in decisions]


def test_opening_a_report_goes_to_the_first_incident_to_decide(reviewing: ReviewPage) -> None:
    row = desk(reviewing).row
    assert row is not None
    incident = row.incident
    assert incident.id == "I001"
    assert incident.kind == "head_movement"
    assert incident.explanation in reviewing.incidents.explanation
    assert incident.counterfactual.sentence in reviewing.incidents.explanation
    assert reviewing.player.is_playing
    assert reviewing.player.loop == Interval(
        from_seconds(incident.start - 1), from_seconds(incident.end + 1)
    )
    assert reviewing.timeline.playhead == pytest.approx(reviewing.player.time, abs=2)


def test_two_incidents_are_decided_with_four_keys(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: state(reviewing, "I001") is IncidentState.CONFIRMED)
    assert desk(reviewing).chosen == "I002", "the next one to decide is shown"
    press(reviewing, Qt.Key.Key_D)
    QTest.keyClick(named(opened_dialog(ReasonDialog, qtbot), "Reasons"), Qt.Key.Key_3)
    qtbot.waitUntil(lambda: left(reviewing) == 0)
    assert verdicts(workstation, reviewing) == [
        ("I001", Verdict.CONFIRM, ""),
        ("I002", Verdict.DISMISS, "Short glance, no pattern"),
    ]
    assert "1 confirmed, 1 dismissed" in reviewing.end_card.words
    assert reviewing.end_card.isVisible()


def test_the_risk_without_what_was_dismissed_stands_beside_the_measured_one(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    report = opened(reviewing).report
    before = reviewing.head.risk.words
    reviewing.reviewing.choose("I002")
    assert reviewing.deciding.decide(reviewing.incidents.shown, Verdict.DISMISS, "a noise")
    qtbot.waitUntil(lambda: left(reviewing) == 1)
    judged = desk(reviewing).judged
    assert judged is not None
    after = reviewed(report, judged.decisions)
    assert 0 < after.reviewed_risk < report.analysis.risk_score
    assert reviewing.head.risk.words.startswith(before)
    assert f"; {after.reviewed_risk:.2f} (" in reviewing.head.risk.words
    reviewing.deciding.undo()
    qtbot.waitUntil(lambda: left(reviewing) == 2)
    assert reviewing.head.risk.words == before


def test_undo_and_redo_are_decisions_of_their_own(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(desk(reviewing).steps.done))
    press(reviewing, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: bool(desk(reviewing).steps.undone))
    assert state(reviewing, "I001") is IncidentState.OPEN
    press(reviewing, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: state(reviewing, "I001") is IncidentState.CONFIRMED)
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
    text = named(opened_dialog(NoteDialog, qtbot), "Note")
    QTest.keyClicks(text, "looks at the door")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
    text = named(opened_dialog(NoteDialog, qtbot), "Note")
    QTest.keyClicks(text, "a noise outside")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "a noise outside" in reviewing.incidents.explanation)
    assert verdicts(workstation, reviewing) == [("I001", Verdict.NOTE, "a noise outside")]
    assert state(reviewing, "I001") is IncidentState.OPEN


def test_keys_move_between_incidents_frames_and_seconds(
    reviewing: ReviewPage, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_N)
    assert desk(reviewing).chosen == "I002"
    press(reviewing, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk(reviewing).chosen == "I001"
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


def test_playback_comes_to_an_incident_and_shows_it_with_its_own_pictures(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    reviewing.reviewing.choose("I002")
    reviewing.player.pause()
    reviewing.player.seek(from_seconds(6))
    assert desk(reviewing).chosen == "", "nothing is chosen where the picture shows no incident"
    assert "shows no incident" in reviewing.incidents.explanation
    assert not reviewing.incidents.table.selectionModel().hasSelection()
    reviewing.player.play(2.0)
    qtbot.waitUntil(lambda: desk(reviewing).chosen == "I001")
    qtbot.waitUntil(lambda: reviewing.player.loop is not None)
    assert reviewing.incidents.explanation.startswith("I001")
    qtbot.waitUntil(lambda: bool(reviewing.incidents.stills.views))
    report = opened(reviewing).report
    kept = [
        workstation.services.reports.picture(report.report_id, each.name)
        for each in report.analysis.incidents[0].evidence
    ]
    shown = [view.still.jpeg for view in reviewing.incidents.stills.views]
    assert sorted(shown) == sorted(kept)


def test_an_incident_without_pictures_says_why(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    shutil.rmtree(workstation.settings.folder / "evidence")
    reviewing.reviewing.choose("I002")
    qtbot.waitUntil(lambda: "are not on this computer" in reviewing.incidents.explanation)
    assert not reviewing.incidents.stills.views


def test_what_if_says_which_incidents_go(reviewing: ReviewPage, qtbot: QtBot) -> None:
    heard: list[object] = []
    reviewing.what_if.assessed.connect(heard.append)
    reviewing.what_if.set_value("calibration.eye_floor", 1.2)
    qtbot.waitUntil(lambda: bool(heard) and heard[-1] is not None)
    text = reviewing.what_if.answer
    assert "Incidents: 2 now, 1 then" in text
    assert "Gone (1)" in text
    assert len(reviewing.timeline.spans) == 1, "the timeline shows what would be left"
    assert reviewing.timeline.lanes["gaze"].threshold == pytest.approx(68.75, abs=0.1)
    reviewing.what_if.reset()
    qtbot.waitUntil(lambda: heard[-1] is None)
    assert "Gone" not in reviewing.what_if.answer
    assert len(reviewing.timeline.spans) == 2
    assert reviewing.timeline.lanes["gaze"].threshold < 30


def test_calibration_is_replayed_frame_by_frame_with_reasons(reviewing: ReviewPage) -> None:
    strip = reviewing.calibration.strip
    frames = opened(reviewing).calibration_frames
    record = opened(reviewing).report.analysis.calibration
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
    gaze = reviewing.gaze.map
    looks = [
        gaze.looks_at(row, column)
        for row in range(CELLS)
        for column in range(CELLS)
        if gaze.looks_at(row, column)
    ]
    assert looks, "the look aside is on the map"
    gaze.place_chosen.emit(looks[0])
    listed = named(reviewing.gaze, "Moments of looking there", QListWidget)
    reviewing.tabs.setCurrentIndex(2)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert reviewing.player.time == looks[0][0]
    assert reviewing.player.is_playing
    reviewing.player.pause()


def test_overlay_follows_the_stored_measurements(reviewing: ReviewPage, qtbot: QtBot) -> None:
    reviewing.player.seek(from_seconds(10))
    qtbot.waitUntil(lambda: reviewing.view.picture.frame.time == from_seconds(10))
    shown = reviewing.view.grab().toImage()
    reviewing.view.set_head(False)
    reviewing.view.set_gaze(False)
    assert reviewing.view.grab().toImage() != shown
    yaw = re.search(r"head yaw (-\d+)", reviewing.view.describe())
    assert yaw, reviewing.view.describe()
    assert -45 < int(yaw[1]) < -30, "34 degrees to the left, about"


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".json", ".csv"])
def test_export_writes_the_format_of_the_name(
    reviewing: ReviewPage, suffix: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / f"report{suffix}"
    told: list[str] = []
    reviewing.told.connect(told.append)
    reviewing.handing_on.export_to(path)
    qtbot.waitUntil(lambda: bool(told))
    content = path.read_bytes()
    if suffix == ".pdf":
        assert content.startswith(b"%PDF")
    else:
        assert b"STU-1" in content


def test_an_export_that_cannot_be_written_says_so(
    reviewing: ReviewPage, workstation: Workstation, tmp_path: Path, qtbot: QtBot
) -> None:
    reviewing.handing_on.export_to(tmp_path / "missing" / "report.json")
    dialog = opened_dialog(ErrorDialog, qtbot)
    assert "cannot be written" in dialog.message
    dialog.close()


def test_why_says_what_the_risk_is_made_of(reviewing: ReviewPage, qtbot: QtBot) -> None:
    QTest.mouseClick(named(reviewing, "Risk: Why?"), Qt.MouseButton.LeftButton)
    dialog = dialog_of(WhyDialog)
    assert opened(reviewing).report.analysis.class_reason in dialog.plain_text
    assert "I001, Head movement" in dialog.plain_text
    dialog.close()


def test_what_to_know_first_is_offered_beside_the_heading(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    notices = reviewing.findChild(QAbstractButton, "notices")
    assert not notices.isVisible(), "nothing is wrong with this report"
    report = a_report(student_id="HALF-1")
    warnings = (Finding("incomplete_video", "The video is incomplete."),)
    analysis = replace(report.analysis, warnings=warnings)
    workstation.services.reports.keep(replace(report, analysis=analysis), actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(notices.isVisible)
    assert notices.text() == "Read first (1)"
    notices.click()
    dialog = dialog_of(WhyDialog)
    assert "The video is incomplete." in dialog.plain_text
    dialog.close()


def test_a_moved_recording_is_asked_for_and_checked(
    workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    report_id = workstation.services.reports.page(limit=1).rows[0].report_id
    moved = tmp_path / "gone.mp4"
    shutil.copy(recording, moved)
    workstation.services.recordings.remember(report_id, moved)
    moved.unlink()
    workstation.window.review(report_id)
    page = workstation.window.page("review")
    qtbot.waitUntil(lambda: page.reviewing.desk.opened is not None)
    qtbot.waitUntil(page.picture.locate.isVisible)
    assert not page.player.has_pictures
    errors: list[BaseException] = []
    page.trouble.disconnect()
    page.trouble.connect(errors.append)
    wrong = tmp_path / "wrong.mp4"
    wrong.write_bytes(recording.read_bytes() + b" ")
    page.finding.take(wrong)
    qtbot.waitUntil(lambda: bool(errors))
    assert "not the recording" in str(errors[0])
    page.finding.take(recording)
    qtbot.waitUntil(lambda: page.view.picture is not None)
    assert not page.picture.locate.isVisible()


def test_a_report_from_elsewhere_is_reviewed_without_measurements(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    report = a_report(student_id="ELSEWHERE")
    workstation.services.reports.keep(report, actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: "ELSEWHERE" in reviewing.heading.text())
    assert not reviewing.what_if.isEnabled()
    assert reviewing.gaze.map.summary().endswith("0.0 of 0.0 measurable seconds.")
    qtbot.waitUntil(lambda: "was not found" in reviewing.view.describe())
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: state(reviewing, "I001") is IncidentState.CONFIRMED)


def test_decisions_survive_a_restart_without_a_goodbye(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    press(reviewing, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: state(reviewing, "I001") is IncidentState.CONFIRMED)
    folder = workstation.settings.folder
    second = Workstation(folder, qtbot)
    second.window.review(opened(reviewing).report.report_id)
    page = second.window.page("review")
    qtbot.waitUntil(lambda: page.reviewing.desk.opened is not None)
    assert state(page, "I001") is IncidentState.CONFIRMED
    assert desk(page).chosen == "I002"
    second.close()


def test_an_incident_of_ones_own_is_added_with_keys_and_undone(
    reviewing: ReviewPage, workstation: Workstation, tmp_path: Path, qtbot: QtBot
) -> None:
    reviewing.player.pause()
    reviewing.player.seek(from_seconds(3))
    QTest.keyClick(reviewing.view, Qt.Key.Key_I)
    reviewing.player.seek(from_seconds(5))
    QTest.keyClick(reviewing.view, Qt.Key.Key_O)
    QTest.keyClick(reviewing.view, Qt.Key.Key_A)
    dialog = opened_dialog(OwnIncidentDialog, qtbot)
    QTest.keyClick(named(dialog, "What it was"), Qt.Key.Key_1)
    words = named(dialog, "What you saw")
    QTest.keyClicks(words, "looks at a phone")
    QTest.keyClick(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk(reviewing).listing.rows) == 3)
    row = desk(reviewing).row
    assert row is not None
    assert row.is_own, "what was added is looked at"
    assert (row.incident.start, row.incident.end) == (3.0, 5.0)
    assert row.state is IncidentState.CONFIRMED
    assert "added by a person" in row.what
    assert reviewing.incidents.model.rowCount() == 3
    spans = reviewing.timeline.spans
    assert [span.row for span in spans] == [OWN_ROW, 1, 0]
    assert "no part of the measured risk" in reviewing.incidents.explanation
    assert "looks at a phone" in reviewing.incidents.explanation
    report_id = opened(reviewing).report.report_id
    for name in ("own.html", "own.csv"):
        written = export_report(workstation.services, report_id, tmp_path / name).read_bytes()
        assert b"looks at a phone" in written
    assert written.startswith(codecs.BOM_UTF8), "spreadsheets would take it for Latin-1"
    assert sorted(path.name for path in tmp_path.glob("own*")) == ["own.csv", "own.html"]
    closed_dialogs(qtbot, reviewing)
    press(reviewing, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: state(reviewing, row.incident.id) is IncidentState.DISMISSED)
    press(reviewing, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: state(reviewing, row.incident.id) is IncidentState.CONFIRMED)


def test_it_says_when_the_recording_began_and_calls_a_tilt_so(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot, berlin: None
) -> None:
    page, before = reviewing, reviewing.sentence.text()
    report = a_report(student_id="DATED", incidents=1)
    analysis = report.analysis
    recording = replace(analysis.recording, began=datetime(2026, 3, 4, 9, tzinfo=timezone.utc))
    (turn,) = analysis.incidents
    tilt = replace(turn, kind="head_movement", direction="left", axis="roll")
    analysis = replace(analysis, recording=recording, incidents=(tilt,))
    workstation.services.reports.keep(replace(report, analysis=analysis), actor="test")
    workstation.window.review(report.report_id)
    qtbot.waitUntil(lambda: "DATED" in page.heading.text())
    began = "The recording began on 2026-03-04 10:00:00 (UTC+01:00), as the file says."
    assert page.sentence.text() == f"{began} {before}"
    assert page.heading.toolTip() == began
    row = desk(page).row
    assert row is not None
    assert row.what == "Head tilt, left"


def test_a_report_of_a_later_version_is_shown_with_what_is_known_of_it(
    reviewing: ReviewPage, workstation: Workstation, qtbot: QtBot
) -> None:
    version = later_version(student_id="LATER")
    receive(workstation.services.store, version)
    workstation.window.review(version.report_id)
    qtbot.waitUntil(lambda: reviewing.heading.text() == "LATER, EXAM001")
    qtbot.waitUntil(lambda: desk(reviewing).row is not None)
    assert "Phone in hand, around" in " ".join(texts(reviewing))
    buttons = reviewing.findChildren(QAbstractButton)
    (first,) = (each for each in buttons if each.text() == "Read first (1)")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    dialog = opened_dialog(WhyDialog, qtbot)
    assert "A newer version of this program" in dialog.plain_text
    dialog.close()
