"""The Analysis page: recordings come in, get their names, are worked off, and say what they are."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.errors import AnalysisCancelled, DiskFullError
from proctor_desktop.domain.report import Subject
from proctor_desktop.engine.leave import Leave
from proctor_desktop.gui.analysis.entries import QueueState
from proctor_desktop.gui.analysis.queue import ACCOMMODATION, CANDIDATE, EXAM
from proctor_desktop.gui.analysis.work import FileWork, Told
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.shell.errors import ErrorDialog
from proctor_desktop.pipeline import AnalysisOptions
from proctor_desktop.report.evidence import EvidenceOptions
from proctor_desktop.services.analyses import AnalysisService, Request
from tests.gui.analysing import (
    button,
    cell,
    choose,
    drag_over,
    drop,
    entries,
    notice,
    page_of,
    panel,
    press,
    progress_words,
    table,
    write,
)
from tests.gui.conftest import Workstation
from tests.gui.looking import opened
from tests.gui.watchdog import LONGEST_HOLD, NOISE, Watchdog


@pytest.fixture
def empty_workstation(tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    """A window at its first start."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    made = Workstation(folder, qtbot)
    yield made
    made.close()


@pytest.fixture
def videos(recording: Path, tmp_path: Path) -> Callable[..., list[Path]]:
    """Copies of the recording under other names."""

    def copies(*names: str) -> list[Path]:
        return [Path(shutil.copy(recording, tmp_path / name)) for name in names]

    return copies


def error_dialogs() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]


def test_a_dropped_video_is_watched_analysed_kept_and_reviewed(
    empty_workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    window = empty_workstation.window
    page = page_of(window)
    watchdog = Watchdog()
    drop(window, recording)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.watched.panel is not None)
    qtbot.waitUntil(lambda: panel(page).view.picture is not None)
    assert panel(page).view.signs.name == "candidate"
    qtbot.waitUntil(lambda: "Seconds left" in panel(page).ring.sentence)
    qtbot.waitUntil(lambda: entries(page)[0].state.is_final, timeout=120_000)
    assert watchdog.stop() < LONGEST_HOLD * NOISE
    done = entries(page)[0]
    assert done.state is QueueState.DONE, done.problem
    assert "Calibrated" in panel(page).ring.sentence
    assert panel(page).found.count() == 2
    assert cell(page, 0).endswith("2 to decide")
    assert progress_words(page).startswith("0.3 of 0.3 minutes analysed; recordings: 1 of 1")
    assert len(panel(page).timeline.lanes["yaw"].curve_points) == 192
    assert empty_workstation.services.reports.get(done.report_id).student_id == "candidate"
    assert empty_workstation.preferences.unfinished == []
    assert not button(page, "Review").isEnabled(), "nobody chose a recording"
    choose(page, 0)
    press(page, "Review")
    assert window.open_page == "review"
    review = window.page("review")
    assert isinstance(review, ReviewPage)
    qtbot.waitUntil(lambda: review.picture.view.picture is not None)
    assert opened(review).report.report_id == done.report_id


def test_bad_files_cost_a_row_each_that_says_why_and_no_dialog(
    empty_workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = [tmp_path / f"broken {number}.mp4" for number in (1, 2)]
    for path in bad:
        path.write_bytes(b"not a film")
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, bad[0], recording, bad[1])
    press(page, "Start")
    qtbot.waitUntil(lambda: all(each.state.is_final for each in entries(page)), timeout=120_000)
    assert [each.state for each in entries(page)] == [
        QueueState.FAILED,
        QueueState.DONE,
        QueueState.FAILED,
    ]
    assert cell(page, 0).startswith("failed: broken 1.mp4 is a text, not a video.")
    assert "recordings: 1 of 3; could not be used: 2" in progress_words(page)
    assert error_dialogs() == []
    choose(page, 0)
    assert not button(page, "Review").isEnabled(), "it has no report of its own"


def test_what_failed_or_was_stopped_is_tried_again_under_its_name(
    empty_workstation: Workstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    video = tmp_path / "late.mp4"
    video.write_bytes(b"not copied yet")
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, video)
    choose(page, 0)
    write(page, 0, CANDIDATE, "S-7")
    press(page, "Start")
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.FAILED)
    shutil.copy(recording, video)
    press(page, "Retry")
    qtbot.waitUntil(lambda: page.watched.panel is not None)
    qtbot.waitUntil(lambda: panel(page).view.picture is not None)
    press(page, "Stop")
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.CANCELLED)
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    assert empty_workstation.services.reports.page().total == 0
    press(page, "Retry")
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.DONE, timeout=120_000)
    report = empty_workstation.services.reports.get(entries(page)[0].report_id)
    assert report.student_id == "S-7"
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def test_stop_all_begins_no_other_and_pause_stands_still(
    empty_workstation: Workstation, videos: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, *videos("a.mp4", "b.mp4", "c.mp4"))
    press(page, "Start")
    qtbot.waitUntil(lambda: page.watched.panel is not None)
    qtbot.waitUntil(lambda: panel(page).view.picture is not None)
    press(page, "Pause")
    assert button(page, "Go on").isEnabled()
    press(page, "Stop all")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    assert [each.state for each in entries(page)] == [
        QueueState.CANCELLED,
        QueueState.WAITING,
        QueueState.WAITING,
    ]
    assert button(page, "Start").isEnabled()


def test_what_is_analysed_in_parts_is_paused_with_the_queue(tmp_path: Path) -> None:
    leave, given = Leave(), list[Leave]()

    class InParts:
        def watched(self, watch: object, leave: Leave) -> "InParts":
            given.append(leave)
            return self

        def analyze(self, *_: object, **__: object) -> NoReturn:
            raise AnalysisCancelled("It was stopped.")

    analyses = AnalysisService(
        InParts(), folder=tmp_path, evidence=EvidenceOptions(), min_free_mb=0
    )
    request = Request(tmp_path / "a.mp4", Subject("S-1", "M"), AnalysisOptions())
    nobody = Told(*[lambda _: None] * 6)
    with pytest.raises(AnalysisCancelled):
        FileWork(analyses, request, leave, is_watched=False).run(nobody, threading.Event())
    assert given == [leave]


def test_nothing_but_the_user_moves_focus_or_selection(
    empty_workstation: Workstation, videos: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    window = empty_workstation.window
    page = page_of(window)
    drop(window, *videos("a.mp4", "b.mp4", "c.mp4"))
    press(page, "Start")
    choose(page, 2)
    shown = table(page)
    index = page.presenter.queue.index(2, CANDIDATE)
    shown.selectionModel().setCurrentIndex(index, shown.selectionModel().SelectionFlag.NoUpdate)
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    for count, part in enumerate(("Anna C. ", "Cohn and Dora")):
        qtbot.waitUntil(
            lambda count=count: sum(each.state.is_final for each in entries(page)) > count,
            timeout=120_000,
        )
        assert QApplication.focusWidget() is editor
        QTest.keyClicks(editor, part)
        assert [each.id for each in page.queue_panel.chosen] == [entries(page)[2].id]
    assert window.open_page == "analysis"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.presenter.runner.running, timeout=120_000)


def test_the_name_on_the_picture_is_of_whoever_is_in_it(
    empty_workstation: Workstation, videos: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, *videos("a.mp4", "b.mp4"))
    choose(page, 1)
    write(page, 1, CANDIDATE, "Somebody else")
    press(page, "Start")
    for name in ("a", "Somebody else"):
        qtbot.waitUntil(
            lambda name=name: (
                page.watched.panel is not None
                and panel(page).view.picture is not None
                and page.watched.shown_id in page.presenter.runner.running
                and panel(page).view.signs.name == name
            ),
            timeout=120_000,
        )
        running = page.presenter.queue.entry(page.watched.shown_id)
        assert running is not None
        assert running.student_id == name
    press(page, "Stop all")
    qtbot.waitUntil(lambda: not page.presenter.runner.running)


def test_a_new_file_takes_its_own_name_whatever_was_written_before(
    empty_workstation: Workstation, videos: Callable[..., list[Path]]
) -> None:
    page = page_of(empty_workstation.window)
    for name in ("one.mp4", "two.mp4", "three.mp4"):
        drop(empty_workstation.window, *videos(name))
        choose(page, len(entries(page)) - 1)
        if name == "one.mp4":
            write(page, 0, CANDIDATE, "Eric Cole")
            write(page, 0, EXAM, "MATH-101")
    assert [each.student_id for each in entries(page)] == ["Eric Cole", "two", "three"]
    assert [each.exam_id for each in entries(page)] == ["MATH-101", "", ""]


def test_what_is_written_into_one_of_several_selected_rows_is_for_all_of_them(
    empty_workstation: Workstation, videos: Callable[..., list[Path]]
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, *videos("a.mp4", "b.mp4", "c.mp4"))
    choose(page, 0, 2)
    write(page, 0, EXAM, "MATH-101")
    assert [each.exam_id for each in entries(page)] == ["MATH-101", "", "MATH-101"]
    page.presenter.queue.setData(page.presenter.queue.index(2, ACCOMMODATION), "glasses")
    assert [each.profile for each in entries(page)] == ["glasses", "", "glasses"]
    choose(page, 1)
    write(page, 1, CANDIDATE, "")
    assert entries(page)[1].student_id == "b", "without a name it is its file's"


def test_what_is_being_written_outlasts_news_about_its_row(
    empty_workstation: Workstation, videos: Callable[..., list[Path]]
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, *videos("a.mp4"))
    choose(page, 0)
    shown, index = table(page), page.presenter.queue.index(0, CANDIDATE)
    shown.selectionModel().setCurrentIndex(index, shown.selectionModel().SelectionFlag.NoUpdate)
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "nna")
    page.presenter.queue.change(entries(page)[0].id, seconds=12.0)
    assert editor.text().endswith("nna")
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_a_roster_names_what_waits_and_what_comes(
    empty_workstation: Workstation, videos: Callable[..., list[Path]], tmp_path: Path
) -> None:
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, *videos("S-1_morning.mp4", "unknown.mp4"))
    roster = tmp_path / "roster.csv"
    roster.write_text("candidate;file;exam;profile\nS-1;S-1_*;MATH;glasses\nS-2;cam 2*;MATH;\n")
    drop(empty_workstation.window, roster)
    assert notice(page) == ("roster.csv: candidates: 2; recordings named after it: 1 of 2.")
    drop(empty_workstation.window, *videos("cam 2 late.mp4"))
    assert [(each.student_id, each.exam_id, each.profile) for each in entries(page)] == [
        ("S-1", "MATH", "glasses"),
        ("unknown", "", ""),
        ("S-2", "MATH", ""),
    ]
    roster.write_text("candidate\n\n;\n")
    drop(empty_workstation.window, roster)
    assert notice(page).startswith("roster.csv: The roster has a line of titles and no candidate")


def test_folders_are_looked_through_and_other_files_refused_in_one_sentence(
    empty_workstation: Workstation, recording: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "exam"
    (folder / "room 1").mkdir(parents=True)
    (folder / "nothing").mkdir()
    for name in ("room 1/a.mp4", "b.MP4"):
        shutil.copy(recording, folder / name)
    for name in ("notes.txt", "room 1/seat.jpg"):
        (folder / name).write_text("no recording")
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, folder, folder / "notes.txt", folder / "nothing")
    assert [each.path.name for each in entries(page)] == ["b.MP4", "a.mp4"]
    assert notice(page) == (
        "No recordings, and not taken: notes.txt. No recording lies in: nothing."
    )
    drop(empty_workstation.window, folder / "b.MP4")
    assert len(entries(page)) == 2
    assert notice(page) == "In the list already: b.MP4."


def test_the_same_recording_under_another_name_is_said_before_it_is_analysed(
    workstation: Workstation,
    recording: Path,
    videos: Callable[..., list[Path]],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page = page_of(workstation.window)
    drop(workstation.window, *videos("copy.mp4"))
    qtbot.waitUntil(lambda: cell(page, 0) == "waiting; analysed before")
    fresh = tmp_path / "fresh.mp4"
    fresh.write_bytes(recording.read_bytes() + b"\0")
    other = Path(shutil.copy(fresh, tmp_path / "the other name.mp4"))
    drop(workstation.window, fresh, other)
    qtbot.waitUntil(lambda: cell(page, 2) == "waiting; the same as fresh.mp4")
    assert cell(page, 1) == "waiting"


def test_where_files_can_be_dropped_is_shown_while_they_are_dragged(
    empty_workstation: Workstation, recording: Path
) -> None:
    window = empty_workstation.window
    area = window.findChild(QWidget, "dropArea")
    assert not area.isVisible()
    mime = drag_over(window, [recording])
    assert area.isVisible()
    assert area.size() == window.centralWidget().size()
    drop(window, recording)
    assert not area.isVisible()
    del mime


def test_a_report_that_could_not_be_saved_is_saved_again_without_measuring_again(
    empty_workstation: Workstation,
    recording: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = empty_workstation.services.reports
    full = threading.Event()
    full.set()
    save = reports.save

    def save_if_there_is_room(finished: object) -> object:
        if full.is_set():
            raise DiskFullError("The evidence I001.jpg could not be written. Free some space.")
        return save(finished)

    monkeypatch.setattr(reports, "save", save_if_there_is_room)
    page = page_of(empty_workstation.window)
    drop(empty_workstation.window, recording)
    press(page, "Start")
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.UNSAVED, timeout=120_000)
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    assert cell(page, 0).startswith("not saved: The evidence I001.jpg")
    assert reports.page().total == 0
    choose(page, 0)
    full.clear()
    monkeypatch.setattr(
        type(empty_workstation.services.analyses), "analyze", None
    )  # nobody may measure it again
    press(page, "Save again")
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.DONE)
    assert reports.get(entries(page)[0].report_id).student_id == "candidate"


def test_closing_in_the_middle_keeps_the_recording_in_the_queue(
    recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "closing"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    first = Workstation(folder, qtbot)
    page = page_of(first.window)
    drop(first.window, recording)
    write(page, 0, CANDIDATE, "S-1")
    press(page, "Start")
    qtbot.waitUntil(lambda: page.watched.panel is not None)
    qtbot.waitUntil(lambda: panel(page).view.picture is not None)
    first.close()
    second = Workstation(folder, qtbot)
    again = page_of(second.window)
    assert [(each.path, each.student_id) for each in entries(again)] == [(recording, "S-1")]
    assert entries(again)[0].state is QueueState.WAITING
    assert "left from last time: 1" in notice(again)
    second.close()


def test_whether_the_picture_is_watched_is_remembered(
    recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "watching"
    folder.mkdir()
    (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
    first = Workstation(folder, qtbot)
    page = page_of(first.window)
    drop(first.window, recording)
    assert page.queue_panel.watch.isChecked()
    QTest.mouseClick(page.queue_panel.watch, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert not page.queue_panel.watch.isChecked()
    first.close()
    second = Workstation(folder, qtbot)
    assert not page_of(second.window).queue_panel.watch.isChecked()
    second.close()


def test_an_empty_page_says_what_to_do_and_shows_nothing_else(
    empty_workstation: Workstation, recording: Path
) -> None:
    page = page_of(empty_workstation.window)
    assert button(page, "Choose videos").isVisible()
    assert not table(page).isVisible()
    drop(empty_workstation.window, recording)
    assert table(page).isVisible()
    assert not button(page, "Choose videos").isVisible()


def test_a_drop_counts_where_its_source_has_ended_before_it_is_taken(
    workstation: Workstation, recording: Path, qtbot: QtBot
) -> None:
    """On a busy computer the program that gave the files may be gone by then."""
    brought = drag_over(workstation.window, [recording])
    brought.clear()
    nothing = QMimeData()  # kept: the event only points to it
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        nothing,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    workstation.window.dropEvent(event)
    page = page_of(workstation.window)
    qtbot.waitUntil(lambda: [each.path for each in entries(page)] == [recording])


BUTTONS = ("Videos...", "Camera...", "Roster...", "Review", "Stop", "Retry", "Remove")


@pytest.mark.parametrize("size", [(880, 480), (960, 540), (1280, 720)])
def test_every_button_is_whole_and_in_sight_at_any_size(
    empty_workstation: Workstation, videos: Callable[..., list[Path]], size: tuple[int, int]
) -> None:
    window = empty_workstation.window
    page = page_of(window)
    page.add(videos("a.mp4"))
    window.resize(*size)
    QApplication.processEvents()
    for text in (*BUTTONS, "Start", "Pause", "Stop all"):
        shown = button(page, text)
        room = window.rect()
        place = shown.rect().translated(shown.mapTo(window, QPoint(0, 0)))
        assert room.contains(place), f"{text} is off the window"
        assert shown.visibleRegion().boundingRect() == shown.rect(), f"{text} is partly hidden"
        words = shown.fontMetrics().horizontalAdvance(text)
        assert shown.width() >= words + shown.iconSize().width(), f"{text} is cut off"


def test_where_there_is_no_room_for_both_the_picture_has_a_tab_of_its_own(
    empty_workstation: Workstation, videos: Callable[..., list[Path]]
) -> None:
    page = page_of(empty_workstation.window)
    page.add(videos("a.mp4"))
    empty_workstation.window.resize(1280, 720)
    QApplication.processEvents()
    assert page.queue_panel.isVisible()
    assert page.watched.isVisible()
    empty_workstation.window.resize(880, 480)
    QApplication.processEvents()
    assert page.queue_panel.isVisible()
    assert not page.watched.isVisible()
    QTest.keyClick(page.sides.tabs, Qt.Key.Key_Right)
    assert not page.queue_panel.isVisible()
    assert page.watched.isVisible()
