"""Live captures in the window: never queued, each on its own, named, and asked about at the end."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.live import LivePhase, LiveState
from proctor_desktop.gui.analysis.entries import QueueState
from proctor_desktop.gui.analysis.live_dialog import LiveDialog
from proctor_desktop.gui.analysis.page import AnalysisPage
from proctor_desktop.gui.analysis.preview import Preview
from proctor_desktop.gui.analysis.watched import Tile
from proctor_desktop.gui.shell.closing import ClosingDialog
from proctor_desktop.media.camera import PacedFile, open_live
from proctor_desktop.media.source import LiveSource, SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from tests.gui.analysing import (
    button,
    cell,
    choose,
    drop,
    entries,
    notice,
    page_of,
    panel,
    press,
)
from tests.gui.conftest import Workstation
from tests.gui.looking import opened_dialog
from tests.gui.watchdog import LONGEST_HOLD, NOISE, Watchdog
from tests.unit.media.films import number_of
from tests.unit.media.streams import network_camera, numbered_jpegs

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def empty_workstation(tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    """A window at its first start."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    made = Workstation(folder, qtbot)
    yield made
    made.close()


def picture_times(page: AnalysisPage, entry_id: int) -> int:
    shown = page.watched.panel_of(entry_id)
    assert shown is not None
    return len(shown.timeline.lanes["yaw"].curve_points)


def test_a_second_camera_starts_beside_the_first_and_beside_a_file(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, recording)
    press(page, "Start")
    page.capture(str(recording), "S-2001", "MATH")  # a file at its own pace stands for a camera
    page.capture(str(recording), "S-2002", "PHYS")
    first, second = entries(page)[1:]
    assert [each.state for each in entries(page)] == [QueueState.RUNNING] * 3
    qtbot.waitUntil(lambda: picture_times(page, first.id) > 24)
    qtbot.waitUntil(lambda: picture_times(page, second.id) > 24)
    names = [each.signs.name for each in page.watched.findChildren(Tile) if each.isVisible()]
    assert names == ["candidate", "S-2001", "S-2002"]
    choose(page, 1)
    assert panel(page).view.signs.name == "S-2001"
    press(page, "End this capture")
    qtbot.waitUntil(lambda: entries(page)[1].state is QueueState.DONE, timeout=120_000)
    assert entries(page)[2].state is QueueState.RUNNING, "each ends on its own"
    choose(page, 2)
    press(page, "Stop")
    qtbot.waitUntil(lambda: not page.presenter.runner.running, timeout=120_000)
    reports = empty_workstation.services.reports
    for entry, exam in zip(entries(page)[1:], ("MATH", "PHYS"), strict=True):
        report = reports.get(entry.report_id)
        assert (report.student_id, report.exam_id) == (entry.student_id, exam)
        assert report.analysis.recording.name == entry.path.name
        assert entry.path.name.startswith(f"{entry.student_id}_{exam}_")
        assert empty_workstation.services.recordings.recording_of(entry.report_id) == entry.path


def test_a_capture_is_measured_live_recorded_and_reported(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    watchdog = Watchdog()
    page.capture(str(recording), "S-1")
    qtbot.waitUntil(lambda: picture_times(page, entries(page)[0].id) > 24)
    assert panel(page).view.signs.name == "S-1"
    page.watched.light_lamps()
    assert panel(page).view.signs.lamp.startswith("REC 0:0")
    (growing,) = empty_workstation.preferences.unfinished  # what a killed window finds again
    assert growing["student_id"] == "S-1"
    assert Path(growing["path"]).is_file()
    press(page, "End this capture")
    qtbot.waitUntil(lambda: entries(page)[0].state.is_final)
    assert watchdog.stop() < LONGEST_HOLD * NOISE
    entry = entries(page)[0]
    assert entry.state is QueueState.DONE, entry.problem
    assert panel(page).view.signs.lamp == ""
    report = empty_workstation.services.reports.get(entry.report_id)
    assert entry.path.suffix == ".mkv"
    assert 2 <= report.analysis.coverage.analysed_sec < 14
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def test_a_source_that_went_away_says_so_on_the_picture_until_it_is_back(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    page.capture(str(recording), "S-1")
    number = entries(page)[0].id
    qtbot.waitUntil(lambda: picture_times(page, number) > 0)
    since = datetime(2026, 3, 4, 10, 42, 7).astimezone()
    tell = page.presenter.runner.changed.emit
    tell(number, LiveState(LivePhase.LOST, since))
    assert panel(page).view.signs.alarm == "No signal since 10:42:07"
    assert cell(page, 0) == "no signal"
    tell(number, LiveState(LivePhase.TRYING, since, attempt=3))
    assert panel(page).view.signs.alarm.endswith("connecting again, attempt 3")
    tell(number, LiveState(LivePhase.BACK, since + timedelta(seconds=20), gap_sec=20.0))
    assert panel(page).view.signs.alarm == ""
    assert cell(page, 0) == "live"
    press(page, "End this capture")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def test_a_capture_whose_disk_is_full_says_so_until_it_is_recorded_again(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    page.capture(str(recording), "S-1")
    number = entries(page)[0].id
    qtbot.waitUntil(lambda: picture_times(page, number) > 0)
    since = datetime(2026, 3, 4, 10, 42, 7).astimezone()
    live = LiveState(LivePhase.LIVE, since)
    tell = page.presenter.runner.changed.emit
    tell(number, replace(live, unrecorded_since=since))
    assert panel(page).view.signs.alarm == "Not recorded since 10:42:07: the disk is full"
    assert cell(page, 0) == "live, not recorded"
    page.watched.light_lamps()
    assert panel(page).view.signs.lamp == "", "no lamp says that it is recorded"
    assert notice(page).startswith("S-1: not recorded since 10:42:07, because the disk is full.")
    tell(number, LiveState(LivePhase.LOST, since, unrecorded_since=since))
    assert len(panel(page).view.signs.alarm.splitlines()) == 2
    tell(number, live)
    assert panel(page).view.signs.alarm == ""
    assert notice(page) == "S-1: recorded again, in another file."
    press(page, "End this capture")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def test_a_source_that_cannot_be_opened_is_told_at_once_and_can_be_tried_again(
    empty_workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from proctor_desktop.gui.shell.errors import ErrorDialog

    page = page_of(empty_workstation.window)
    later = tmp_path / "later.mp4"
    page.capture(str(later), "S-1")
    dialog = opened_dialog(ErrorDialog, qtbot)
    dialog.close()
    assert cell(page, 0).startswith("failed: ")
    later.write_bytes(recording.read_bytes())
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    choose(page, 0)
    press(page, "Retry")
    qtbot.waitUntil(lambda: picture_times(page, entries(page)[0].id) > 0)
    press(page, "End this capture")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    assert entries(page)[0].state is QueueState.DONE


def test_closing_over_a_capture_asks_and_keeps_what_was_captured(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    window = empty_workstation.window
    page = page_of(window)
    page.capture(str(recording), "S-2001")
    qtbot.waitUntil(lambda: picture_times(page, entries(page)[0].id) > 12)
    window.close()
    question = opened_dialog(ClosingDialog, qtbot)
    assert window.isVisible()
    assert "S-2001" in question.sentence
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert not question.isVisible(), "Return stays"
    assert window.isVisible()
    assert entries(page)[0].state is QueueState.RUNNING
    window.close()
    QTest.mouseClick(
        button(opened_dialog(ClosingDialog, qtbot), "End and close"), Qt.MouseButton.LeftButton
    )
    assert not window.isVisible()
    (row,) = empty_workstation.services.reports.page().rows
    assert row.student_id == "S-2001"
    assert empty_workstation.preferences.unfinished == []


def test_a_file_that_is_analysed_does_not_keep_the_window_open(
    empty_workstation: Workstation, recording: Path
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, recording)
    press(page, "Start")
    empty_workstation.window.close()
    assert not empty_workstation.window.isVisible()


def connect(address: str, tried: Callable[[], None]) -> LiveSource:
    return open_live(address, SamplingOptions(), None, None, tried)


@pytest.fixture
def preview() -> Iterator[Preview]:
    made = Preview(connect)
    yield made
    made.close()


@pytest.fixture
def asked(qtbot: QtBot, preview: Preview) -> tuple[LiveDialog, list[tuple[str, ...]]]:
    """The dialog, and what it gave."""
    given: list[tuple[str, ...]] = []
    dialog = LiveDialog(lambda *what: given.append(what), preview, "MATH")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, given


def test_an_address_and_return_begin_a_capture(
    asked: tuple[LiveDialog, list[tuple[str, ...]]],
) -> None:
    dialog, given = asked
    QTest.keyClicks(dialog.candidate, "S-1")
    line = dialog.address.lineEdit()
    assert line is not None
    QTest.keyClicks(line, " rtsp://hall-3/seat-12 ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert given == [("rtsp://hall-3/seat-12", "S-1", "MATH", "")]
    assert not dialog.isVisible()


def test_no_capture_begins_without_a_candidate_or_an_address(
    asked: tuple[LiveDialog, list[tuple[str, ...]]],
) -> None:
    dialog, given = asked
    missing = dialog.findChild(QLabel, "missing")
    QTest.keyClicks(dialog.address.lineEdit(), "http://hall-3/seat-12")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert given == []
    assert missing.text() == "Say first who sits before this camera."
    assert dialog.candidate.hasFocus()
    dialog.address.setEditText("")
    QTest.keyClicks(dialog.candidate, "S-1")
    QTest.keyClick(dialog.candidate, Qt.Key.Key_Return)
    assert given == []
    assert missing.text() == "Say first which camera or stream."


def test_only_cameras_that_are_there_are_offered(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = "proctor_desktop.gui.analysis.live_dialog.camera_names"
    for names, offered in (({}, []), ({0: "Front", 2: "Room"}, ["0: Front", "2: Room"])):
        monkeypatch.setattr(where, lambda names=names: names)
        given: list[tuple[str, ...]] = []
        dialog = LiveDialog(lambda *what, given=given: given.append(what), preview)
        qtbot.addWidget(dialog)
        box = dialog.findChild(QComboBox, options=Qt.FindChildOption.FindChildrenRecursively)
        assert isinstance(box, QComboBox)
        assert [dialog.address.itemText(n) for n in range(dialog.address.count())] == offered
        if offered:
            dialog.show()
            dialog.candidate.setText("S-1")
            dialog.address.setCurrentIndex(1)
            QTest.keyClick(dialog.candidate, Qt.Key.Key_Return)
            assert given == [("2", "S-1", "", "")]


def test_the_clock_of_a_recording_goes_on_while_its_source_is_away(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    page.capture(str(recording), "S-1")
    number = entries(page)[0].id
    qtbot.waitUntil(lambda: picture_times(page, number) > 0)
    began = page.presenter.began(number)
    assert began is not None
    page.watched.set_clock(lambda: began + timedelta(minutes=12, seconds=3))
    page.presenter.runner.changed.emit(
        number, LiveState(LivePhase.LOST, datetime.now(timezone.utc))
    )
    page.watched.light_lamps()
    assert panel(page).view.signs.lamp == "REC 12:03"
    press(page, "End this capture")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def look_at(dialog: LiveDialog, address: str) -> None:
    """Write an address, and ask for its picture."""
    dialog.candidate.setText("S-1")
    dialog.address.setEditText(address)
    press(dialog, "Show the picture")


def test_the_picture_is_seen_before_it_is_captured_as_the_camera_sees_it(
    asked: tuple[LiveDialog, list[tuple[str, ...]]], preview: Preview, qtbot: QtBot
) -> None:
    dialog, given = asked
    with network_camera(numbered_jpegs(50)) as camera:
        look_at(dialog, camera.address)
        qtbot.waitUntil(lambda: dialog.view.picture is not None)
        assert dialog.view.picture is not None
        assert number_of(dialog.view.picture.frame.rgb) < 50, "mirrored it would be another number"
        press(dialog, "Start capture")
        qtbot.waitUntil(lambda: given == [(camera.address, "S-1", "MATH", "")])
        assert not preview.is_open
        assert not dialog.isVisible()


def test_a_picture_that_cannot_be_shown_is_one_sentence(
    asked: tuple[LiveDialog, list[tuple[str, ...]]], preview: Preview, qtbot: QtBot
) -> None:
    dialog, given = asked
    look_at(dialog, "http://127.0.0.1:9/live")
    missing = dialog.findChild(QLabel, "missing")
    qtbot.waitUntil(lambda: "Check the address and the camera" in missing.text())
    assert not dialog.view.isVisible()
    assert not button(dialog, "Show the picture").isChecked()
    qtbot.waitUntil(lambda: not preview.is_open)
    press(dialog, "Start capture")
    assert len(given) == 1, "it may be there by then"


class Slow:
    """Sources that open when they are let, and note when they are given back."""

    def __init__(self, recording: Path) -> None:
        self.recording, self.may_open, self.noted = recording, threading.Event(), list[str]()

    def connect(self, address: str, tried: Callable[[], None]) -> LiveSource:
        self.may_open.wait()
        noted = self.noted

        class Noting(PacedFile):
            def close(self) -> None:
                super().close()
                noted.append(f"{address} given back")

        return Noting(VideoFile(self.recording))


def test_the_window_waits_for_no_camera_and_the_capture_for_the_preview(
    recording: Path, qtbot: QtBot
) -> None:
    slow = Slow(recording)
    preview = Preview(slow.connect)
    dialog = LiveDialog(lambda address, *_: slow.noted.append(f"{address} captured"), preview)
    qtbot.addWidget(dialog)
    dialog.show()
    watchdog = Watchdog()
    look_at(dialog, "first")
    press(dialog, "Start capture")
    assert not button(dialog, "Start capture").isEnabled()
    QApplication.processEvents()
    assert watchdog.stop() < LONGEST_HOLD * NOISE
    assert slow.noted == []
    slow.may_open.set()
    qtbot.waitUntil(lambda: slow.noted == ["first given back", "first captured"])


def test_another_address_ends_the_picture_and_is_shown_after_it_was_given_back(
    recording: Path, qtbot: QtBot
) -> None:
    slow = Slow(recording)
    slow.may_open.set()
    preview = Preview(slow.connect)
    dialog = LiveDialog(lambda *_: None, preview)
    qtbot.addWidget(dialog)
    dialog.show()
    look_at(dialog, "first")
    qtbot.waitUntil(lambda: dialog.view.picture is not None)
    dialog.address.setEditText("second")
    assert not dialog.view.isVisible()
    press(dialog, "Show the picture")
    assert dialog.view.picture is None, "nothing of the other one is seen"
    qtbot.waitUntil(lambda: dialog.view.picture is not None)
    assert slow.noted == ["first given back"]
    dialog.reject()
    qtbot.waitUntil(lambda: not preview.is_open)
    assert slow.noted == ["first given back", "second given back"]


def test_a_source_that_breaks_under_the_preview_ends_it_with_a_sentence(
    asked: tuple[LiveDialog, list[tuple[str, ...]]], qtbot: QtBot
) -> None:
    dialog, _ = asked
    with network_camera(numbered_jpegs(50)) as camera:
        look_at(dialog, camera.address)
        qtbot.waitUntil(lambda: dialog.view.picture is not None)
        camera.cut()
        missing = dialog.findChild(QLabel, "missing")
        qtbot.waitUntil(lambda: missing.text().startswith("The picture stopped coming."))


def test_the_exam_of_a_capture_begins_and_ends_when_somebody_says_so(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    page.capture(str(recording), "S-2001", "MATH")
    (entry,) = entries(page)
    qtbot.waitUntil(lambda: picture_times(page, entry.id) > 110)
    press(page, "Exam begins")
    qtbot.waitUntil(lambda: bool(panel(page).timeline.outside))
    begun = panel(page).timeline.outside[0][1]
    qtbot.waitUntil(lambda: picture_times(page, entry.id) > 150)
    panel(page).setFocus()
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | SHIFT)
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.DONE)
    row = empty_workstation.services.reports.page().rows[0]
    exam = empty_workstation.services.reports.get(row.report_id).analysis.exam
    assert exam is not None
    assert exam.begins == pytest.approx(begun, abs=0.01)
    assert begun < exam.ends < 15.9
    assert (exam.begins_by, exam.ends_by) == ("given", "given")
    assert not panel(page).exam_begins.isVisible()
