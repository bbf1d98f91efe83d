"""Two days of work: a captured exam that reaches the office, and a folder of recordings."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from proctor_desktop.domain.review import IncidentState
from proctor_desktop.gui.analysis.entries import QueueState
from proctor_desktop.gui.review.decide import ReasonDialog
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from tests.conftest import StartServer
from tests.gui.analysing import drop, entries, page_of
from tests.gui.conftest import Patience, Workstation
from tests.gui.looking import closed_dialogs, desk, left, named, opened, opened_dialog, press, state

OpenWorkstation = Callable[[str], Workstation]


@pytest.fixture
def open_workstation(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenWorkstation]:
    """Opens the window of a workstation with a folder of its own."""
    opened = []

    def begin(name: str) -> Workstation:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "window.ini").write_text("[layout]\ncheck_seen=true\n[review]\nreviewer=Ada\n")
        opened.append(Workstation(folder, qtbot))
        return opened[-1]

    yield begin
    for workstation in opened:
        workstation.close()


@pytest.fixture
def centre(start_server: StartServer, server_kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server with the centre's tables, named in the settings of every workstation."""
    options = start_server(server_kind).database("journey")
    database = Database.server(options)
    migration.upgrade(database)
    database.close()
    for name in ("host", "port", "user", "password", "database"):
        monkeypatch.setenv(f"MYSQL_{name.upper()}", str(getattr(options, name)))


def open_review(workstation: Workstation, report_id: str, qtbot: QtBot) -> ReviewPage:
    page = workstation.window.page("review")
    assert isinstance(page, ReviewPage)
    page.reviewing.clock = Patience()
    workstation.preferences.reviewer = "Rita Reviewer"
    workstation.window.review(report_id)
    qtbot.waitUntil(lambda: desk(page).asked == report_id and desk(page).row is not None)
    closed_dialogs(qtbot, page)
    page.incidents.table.setFocus()
    return page


@pytest.mark.server
def test_a_captured_exam_is_reviewed_and_seen_on_another_workstation(
    centre: None, open_workstation: OpenWorkstation, recording: Path, qtbot: QtBot
) -> None:
    here = open_workstation("room 12")
    analysis = page_of(here.window)
    analysis.capture(str(recording), "S-1042")  # a file at its own pace stands for a camera
    qtbot.waitUntil(lambda: entries(analysis)[0].state.is_final, timeout=120_000)
    entry = entries(analysis)[0]
    assert entry.state is QueueState.DONE, entry.problem

    review = open_review(here, entry.report_id, qtbot)
    to_decide = left(review)
    assert to_decide >= 1
    press(review, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: left(review) == to_decide - 1)
    sent = here.services.synchronizer
    qtbot.waitUntil(lambda: sent.status().pending == 0)
    written = here.services.reports.get(entry.report_id)

    there = open_workstation("office")
    qtbot.waitUntil(lambda: there.services.reports.page().total == 1)
    assert there.services.reports.get(entry.report_id) == written
    seen = open_review(there, entry.report_id, qtbot)
    qtbot.waitUntil(lambda: state(seen, "I001") is IncidentState.CONFIRMED)
    assert opened(seen).signals is None, "measurements stay where the exam was"


def test_a_folder_of_recordings_is_worked_off_and_handed_on(
    open_workstation: OpenWorkstation, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    for seat in ("seat 1.mp4", "seat 2.mp4"):
        shutil.copy(recording, folder / seat)
    (folder / "seat 3.mp4").write_text("no video")
    (folder / "notes.txt").write_text("of no interest")

    here = open_workstation("office")
    drop(here.window, folder)
    analysis = page_of(here.window)
    QTest.keyClick(here.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: all(entry.state.is_final for entry in entries(analysis)), timeout=120_000
    )
    states = [entry.state for entry in entries(analysis)]
    assert states == [QueueState.DONE, QueueState.DONE, QueueState.FAILED]

    for entry in entries(analysis)[:2]:
        review = open_review(here, entry.report_id, qtbot)
        assert left(review) == 2
        press(review, Qt.Key.Key_C)
        qtbot.waitUntil(lambda page=review: left(page) == 1)
        press(review, Qt.Key.Key_D)
        QTest.keyClick(named(opened_dialog(ReasonDialog, qtbot), "Reasons"), Qt.Key.Key_1)
        qtbot.waitUntil(lambda page=review: left(page) == 0)
        closed_dialogs(qtbot, review)
    rows = here.services.reports.page().rows
    assert {row.student_id for row in rows} == {"seat 1", "seat 2"}

    here.window.show_page("reports")
    sessions = here.window.page("reports")
    qtbot.waitUntil(lambda: sessions.model.rowCount() == 2)
    sessions.table.selectAll()
    handed_on = tmp_path / "handed on"
    handed_on.mkdir()
    sessions.export_to(handed_on)
    qtbot.waitUntil(lambda: len(list(handed_on.iterdir())) == 8)
